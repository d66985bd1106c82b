"""The time machine and its bar: dragging moves the run, and everything that shows the run follows."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.translation import tr
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.theme.plain_text import set_tip
from mlp_gui.views.training.timeline_bar import TimelineBar, TimelineState, early_epochs_reason

EVERY = 0.04  # seconds between two looks of the bar at a run that is going on


class TimelineController(QObject):
    """Joins the time machine to its bar and its menu entries.

    Attributes
    ----------
    bar : TimelineBar
    """

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._window, self._services, self._run = window, services, session.run
        self._soon = QTimer(self)  # a child: it cannot fire after the window is gone
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._mark_here)
        self._machine = session.timeline
        self.bar: TimelineBar = window.timeline
        self._was_running, self._shown = False, 0.0
        self._machine.changed.connect(self._on_changed)
        self._run.phase_changed.connect(self._on_changed)
        self.bar.epoch_requested.connect(self._machine.go_to)
        self.bar.back_requested.connect(self._machine.step_back)
        self.bar.forward_requested.connect(self._on_forward)
        self.bar.branch_chosen.connect(self._machine.take_branch)
        self.bar.budget_chosen.connect(self._machine.set_budget)
        actions = window.actions_
        actions["back"].triggered.connect(self._machine.step_back)
        actions["back_batch"].triggered.connect(self._machine.step_back_batch)
        actions["first"].triggered.connect(self._on_first)
        actions["last"].triggered.connect(self._on_last)
        actions["go_to_best"].triggered.connect(self._on_best)
        actions["next_seed"].triggered.connect(self._on_next_seed)
        self._on_changed()

    @Slot()
    def _on_forward(self) -> None:
        self._machine.replay_step(1, 0)

    @Slot()
    def _on_first(self) -> None:
        self._machine.go_to(self._machine.facts.start.epoch)

    @Slot()
    def _on_last(self) -> None:
        self._machine.go_to(*self._machine.facts.end)

    @Slot()
    def _on_best(self) -> None:
        self._machine.go_to(self._best_epoch())

    @Slot()
    def _on_next_seed(self) -> None:
        """Begin a run with the same settings and other initial weights."""
        if self._run.facts is not None and self._run.phase is not Phase.RUNNING:
            self._services.replace_run(self._draw_anew, tr("A run with other initial weights replaces this one."))

    def _draw_anew(self) -> None:
        run = self._run
        network = run.config.network
        run.set_dataset(run.dataset, run.config.replace(network=network.replace(seed=(network.seed + 1) % 2**32)))

    def _best_epoch(self) -> int:
        """Return the best epoch of the whole line, not only of what lies before."""
        history = self._run.history
        return history.best_epoch if len(history) else 0

    @Slot()
    def _on_changed(self) -> None:
        """Move the bar as often as the eye can see while it trains, and at once when it comes to rest."""
        running, now = self._run.phase is Phase.RUNNING, perf_counter()
        if running != self._was_running or not running or now - self._shown >= EVERY:
            self._was_running, self._shown = running, now
            self._show_line()

    def _show_line(self) -> None:
        machine, run = self._machine, self._run
        facts, refusal, running = machine.facts, machine.why_not(), run.phase is Phase.RUNNING
        start, known = facts.start.epoch, self._best_epoch()
        if start and facts.end == facts.start and refusal is not None and not running:
            refusal = early_epochs_reason(start)
        batches = run.facts.batches_per_epoch if run.facts is not None else 1
        end = max(facts.end.epoch, run.epoch)
        here = run.epoch + run.batch / max(1, batches)
        branches = tuple((b.number, _named(b.left_at.epoch, b.end.epoch), b.left_at.epoch) for b in facts.branches)
        batch = tr("batch {batch:,} of {batches:,}", batch=run.batch, batches=batches) if run.batch else ""
        line = TimelineState(
            start, here, end, known if known >= start else 0, batch, facts.used, facts.budget, branches
        )  # fmt: skip
        self.bar.show_line(line, refusal)
        at_start = "" if here > start else early_epochs_reason(start) if start else tr("The run stands at its start.")
        reasons = {
            "back": at_start,
            "back_batch": at_start,
            "first": at_start,
            "last": "" if here < end else tr("The run stands at its last epoch."),
            "go_to_best": early_epochs_reason(start) if 0 < known < start else _no_way_to_best(known, here),
        }
        for name, reason in reasons.items():
            action = self._window.actions_[name]
            action.setEnabled(refusal is None and not reason)
            set_tip(action, refusal or reason or action.text())
        action = self._window.actions_["next_seed"]
        action.setEnabled(run.facts is not None and not running)
        seed = run.config.network.seed
        set_tip(action, tr("Other initial weights: seed {new:,} instead of {old:,}.", new=(seed + 1) % 2**32, old=seed))
        if not running:
            # After the plots have shown the run at rest, for they mark its end in the same place.
            self._soon.start()

    @Slot()
    def _mark_here(self) -> None:
        """Mark on the loss curves where the run stands, when that is not their end."""
        if self._machine.is_in_past and self._run.phase is not Phase.RUNNING:
            epoch = max(1, self._run.epoch)
            self._window.loss_plot.show_stop(epoch, tr("here {epoch:,}", epoch=epoch))


def _no_way_to_best(best: int, here: float) -> str:
    if not best:
        return tr("No epoch is known as the best: that takes validation rows or another monitored number.")
    return tr("The run stands at its best epoch.") if best == here else ""


def _named(left_at: int, end: int) -> str:
    return tr("Branch left at epoch {left_at:,}: go to its end, epoch {end:,}", left_at=left_at, end=end)
