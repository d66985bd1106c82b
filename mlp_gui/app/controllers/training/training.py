"""The run and its panels: intents become commands, and what happened is shown, at most one frame at a time.

After every slice the run waits until `_on_progressed` returns; when a frame is due it is painted in there. So the
worker and the painter take turns with the interpreter instead of slowing each other down.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.app.controllers.training.plots import PlotController
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import format_localized, tr
from mlp_gui.data.suggest import propose_pieces
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.presets import ACCURATE, SMALL, propose_config, propose_network, with_fitting_optimizer
from mlp_gui.proposal_reasons import explain_proposal, explain_size, proposed_size
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase, RunCommand
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.theme.plain_text import set_tip
from mlp_gui.views.widgets.frame_clock import FrameClock

LOCKS = {Phase.EMPTY: "none", Phase.READY: "none"}


class TrainingController(QObject):
    """Joins the run to control bar, experiment panel, plots, scores and status line.

    Attributes
    ----------
    clock : FrameClock
        Says when a frame is due.
    plots : PlotController
    """

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window, self._run = session, window, session.run
        self.clock = FrameClock(parent=self)
        self.plots = PlotController(session, window, services, self.clock)
        self.clock.frame_due.connect(self._on_framing)
        self.clock.painted.connect(self._on_painted)
        self._soon = QTimer(self)  # a child: it cannot fire after the window is gone
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_all)
        self._connect_intents()
        run = self._run
        self._refused_by_run: UserError | None = None
        run.built.connect(self._on_built)
        run.refused.connect(self._on_refused)
        run.phase_changed.connect(self._on_phase)
        run.config_changed.connect(self._on_config)
        run.progressed.connect(self._on_progressed)
        run.status_changed.connect(self._on_sentence)
        session.judge.judged.connect(self._on_sentence)
        window.workspace.arranged.connect(self._on_sentence)
        for desk_signal in (self._session.data.loading_started, self._session.data.loading_ended):
            desk_signal.connect(self._on_sentence)
        session.data.prepared_changed.connect(self._on_phase)
        self._on_config()
        self._on_phase()

    def _connect_intents(self) -> None:
        run, timeline = self._run, self._session.timeline
        bar, actions = self._window.control_bar, self._window.actions_
        bar.train_requested.connect(run.train)
        bar.stop_requested.connect(run.stop)
        bar.step_requested.connect(timeline.step_epochs)
        bar.batch_requested.connect(timeline.step_batch)
        bar.reset_requested.connect(run.reset)
        actions["train"].triggered.connect(self._on_train_key)
        actions["step_batch"].triggered.connect(timeline.step_batch)
        actions["step_epoch"].triggered.connect(partial(self._step, 1))
        actions["step_ten"].triggered.connect(partial(self._step, 10))
        actions["reset"].triggered.connect(run.reset)
        actions["show_best"].triggered.connect(partial(self._show_best, True))
        actions["show_last"].triggered.connect(partial(self._show_best, False))
        self._window.experiment.config_edited.connect(self._on_edited)
        self._window.experiment.network_size.size_requested.connect(self._on_size_requested)
        self._window.scores.best_requested.connect(self._on_best_requested)
        actions["show_average"].triggered.connect(self._on_average)
        self._window.scores.head.average_requested.connect(self._on_average)
        run.average_offered.connect(self._on_average_offered)

    # --- intents ---------------------------------------------------------------------------------------------

    @Slot()
    def _on_train_key(self) -> None:
        if self._run.phase is Phase.RUNNING:
            self._run.stop()
        elif self._run.phase is not Phase.FINISHED or self._window.control_bar.is_settled:
            self._run.train()  # but not when the key was to stop a run that had just ended by itself

    def _step(self, count: int, checked: bool = False) -> None:
        self._session.timeline.step_epochs(count)

    def _show_best(self, best: bool, checked: bool = False) -> None:
        self._run.display_best(best)
        self._show_all()

    @Slot(bool)
    def _on_best_requested(self, best: bool) -> None:
        self._show_best(best)

    @Slot()
    def _on_average(self) -> None:
        self._run.display_average()
        self._show_all()

    @Slot()
    def _on_average_offered(self) -> None:
        self._name_weights()
        self.plots.show_weights()

    @Slot(object)
    def _on_edited(self, config: RunConfig) -> None:
        before, dataset = self._run.config, self._run.dataset
        if dataset is not None and config.training.optimizer != before.training.optimizer:
            config = with_fitting_optimizer(config, before, propose_config(dataset))
        self._session.undo_stack.set_config(config)

    @Slot(str)
    def _on_size_requested(self, size: str) -> None:
        dataset, config = self._run.dataset, self._run.config
        if dataset is not None:
            hidden = propose_network(dataset, size).hidden
            config = config.replace(network=config.network.replace(hidden=hidden))
            spec = self._session.data.spec
            if spec is None:
                self._session.undo_stack.set_config(config)
            else:  # each weight of a small network is to be read: none of them is for a piece
                pieces = 0 if size == SMALL else spec.pieces or self._proposed_pieces()
                self._session.undo_stack.set_config_and_spec(config, spec.replace(pieces=pieces))

    def _proposed_pieces(self) -> int:
        data = self._session.data
        return propose_pieces(data.table, data.spec) if data.table is not None and data.spec is not None else 0

    # --- what happened ---------------------------------------------------------------------------------------

    @Slot()
    def _on_built(self) -> None:
        self._refused_by_run = None
        self.plots.set_run()
        facts = self._run.facts
        if facts is not None:
            shape = " – ".join(format_localized(size, ",") for size in facts.sizes)
            self._window.experiment.show_shape(tr("{shape} · {n:,} weights", shape=shape, n=facts.n_parameters))
        self._show_reasons()
        self._on_phase()
        self._show_numbers()

    def _show_reasons(self) -> None:
        dataset, config, panel = self._run.dataset, self._run.config, self._window.experiment
        panel.show_reasons(*(explain_proposal(dataset, config) if dataset is not None else ((), ())))
        if dataset is not None:
            pieces = self._proposed_pieces()
            reasons = {size: explain_size(dataset, size, briefly=True, pieces=pieces) for size in (ACCURATE, SMALL)}
            panel.network_size.show_sizes(proposed_size(dataset, config.network), reasons)

    @Slot()
    def _on_config(self) -> None:
        self._window.experiment.show_config(self._run.config)
        self._show_reasons()
        self.plots.show_early_stopping()

    @Slot()
    def _on_phase(self) -> None:
        run, window = self._run, self._window
        allowed = {command.value: run.why_not(command) for command in RunCommand}
        window.control_bar.show_phase("unbuilt" if run.lacks_network else run.phase.value, allowed)
        window.actions_.enable(allowed.get)
        self._name_train_action()
        lock = LOCKS.get(run.phase, "live_only")
        window.experiment.set_locked(lock, run.why_not(RunCommand.EDIT_NETWORK) or "")
        problem = self._session.data.problem
        ready = run.phase is not Phase.EMPTY or run.lacks_network  # other settings may mend that
        window.experiment.show_ready(ready, problem.title if problem is not None else "")
        window.experiment.show_exportable(allowed["export"])
        self.clock.taking_turns = run.phase is Phase.RUNNING
        self._name_weights()
        self._on_sentence()
        if run.phase is not Phase.RUNNING:
            self._soon.start()  # once for all that happens at a stop

    def _name_train_action(self) -> None:
        run, action = self._run, self._window.actions_["train"]
        running = run.phase is Phase.RUNNING
        reason = None if running else run.why_not(RunCommand.TRAIN)
        fresh = run.phase in (Phase.EMPTY, Phase.READY)
        action.setText(tr("Stop" if running else "Train" if fresh else "Resume"))
        action.setEnabled(reason is None)
        set_tip(action, reason or tr("Train, stop, or go on exactly where it stopped."))

    def _name_weights(self) -> None:
        run, actions = self._run, self._window.actions_
        reason = (
            ""
            if run.phase.is_resting
            else run.why_not(RunCommand.EXPORT) or tr("The network has not been trained yet.")
        )
        no_best = reason or (
            "" if run.weights.best is not None else tr("Nothing has been monitored: there are no best weights.")
        )
        for name, why_not in (("show_last", reason), ("show_best", no_best)):
            actions[name].setEnabled(not why_not)
            set_tip(actions[name], why_not or tr("Plots, scores and exports use these weights."))
        actions["show_average"].setEnabled(run.n_averaged > 0)
        set_tip(actions["show_average"], tr("There is no average: train several networks first."))
        if run.n_averaged:
            set_tip(actions["show_average"], tr("Plots, scores and exports use the mean of what they say."))
        shown = "show_average" if run.weights.is_average else "show_best" if run.weights.is_best else "show_last"
        actions[shown].setChecked(True)

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        """Keep in sight why the network cannot be trained on this dataset."""
        self._refused_by_run = error
        self._on_sentence()

    @Slot()
    def _on_sentence(self) -> None:
        desk, refused = self._session.data, self._refused_by_run
        if desk.loading and self._run.phase is not Phase.RUNNING:
            self._window.status.show_sentence(tr("Reading {name}.", name=desk.loading))
        elif self._run.phase is Phase.EMPTY and (problem := desk.problem or (refused if desk.prepared else None)):
            self._window.status.show_sentence(str(problem), "warning")
        elif self._run.phase is Phase.EMPTY and desk.table is not None:
            self._window.status.show_sentence(tr("Making {name} ready.", name=desk.table.name))
        else:
            self._window.status.show_sentence(self._ended(), self._kind())

    def _ended(self) -> str:
        """Return where the run stands, and before it the verdict while the scores, which have it, are hidden."""
        assessment = self._session.judge.assessment
        if assessment is None or not self._window.scores.isHidden():
            return self._run.status_text
        return f"{assessment.sentence} {self._run.status_text}"

    def _kind(self) -> str:
        """Return the mark of the sentence: that a run has ended is nothing good yet, its verdict says that."""
        if self._run.phase is Phase.FAILED:
            return "bad"
        assessment = self._session.judge.assessment
        return assessment.verdict.kind if self._run.phase is Phase.FINISHED and assessment is not None else "neutral"

    @Slot()
    def _on_progressed(self) -> None:
        """Mark what is stale, and paint a whole frame only when one is due: the connection is direct, the worker waits.

        At rest nobody waits for a frame, and the clock, which what is dirty has woken, makes it in a turn of its own.
        """
        self.plots.mark_stale()
        if self.clock.taking_turns and self.clock.is_frame_due():
            self.clock.paint_now()

    @Slot()
    def _on_painted(self) -> None:
        """Make the worker's slices end when the next frame is due."""
        self._run.scheduler.expect_frame(self.clock.seconds_to_frame())

    @Slot()
    def _on_framing(self) -> None:
        """Show in one frame only what is of the same moment."""
        self._show_numbers()
        self.plots.update_plots()

    @Slot()
    def _show_all(self) -> None:
        """Show everything as it stands, at rest, due or not."""
        if self._run.phase is not Phase.RUNNING:
            self._show_numbers()
            self.plots.update_plots()
            self.plots.show_final()
            self._name_weights()

    def _show_numbers(self) -> None:
        run = self._run
        most = run.config.training.max_epochs
        batches = run.facts.batches_per_epoch if run.facts is not None else 0
        batch = tr("batch {batch:,} of {batches:,}", batch=run.batch, batches=batches) if run.batch else ""
        left = run.throughput.seconds_left(max(most - run.epoch, 0)) if run.phase is Phase.RUNNING else None
        speed = run.throughput.epochs_per_second or float("nan")
        self._window.control_bar.show_progress(run.epoch, most, speed, left, batch)
