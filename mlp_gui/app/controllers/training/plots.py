"""What the plots and the score board show of a run: the history always, weights and predictions frame by frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.model import losses_of
from mlp_gui.session.evaluation.layer_history import Chronicle
from mlp_gui.session.evaluation.plot_update import Look, Scene
from mlp_gui.session.evaluation.row_explanation import why
from mlp_gui.session.evaluation.row_selection import Selection
from mlp_gui.session.tasks.background_task import TaskSlot
from mlp_gui.session.timeline.event_log import Journal
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.training.prediction_cache import MOST_POINTS
from mlp_gui.views.charts.background_chart import SlowChart
from mlp_gui.views.charts.plot import Plot
from mlp_gui.views.widgets.frame_clock import FrameClock

if TYPE_CHECKING:
    from mlp_gui.app.program import Program


class Background(QObject):
    """Closed with the program, because a thread that is alive at exit would abort it."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._slots: list[TaskSlot] = []

    def serve(self, plot: SlowChart) -> None:
        """From now on the plot's work is done in the background."""
        slot = TaskSlot(self)
        self._slots.append(slot)
        plot.work_requested.connect(slot.start)
        plot.cancel_requested.connect(slot.cancel)
        slot.progressed.connect(plot.show_progress)
        slot.succeeded.connect(plot.show_result)
        slot.crashed.connect(self._program.show_crash)
        slot.crashed.connect(plot.show_withdrawn)

    def close(self) -> None:
        for slot in self._slots:
            slot.close()


# Seconds that a frame spends on the chronicle when a plot shows it, and that a turn of the event loop does at rest.
RECORDING, RECORDING_AT_REST = 0.003, 0.02


class Pictures(QObject):
    """Hands each visible plot the run at one moment; what cannot be seen is asked nothing."""

    def __init__(self, program: Program, clock: FrameClock) -> None:
        super().__init__(program)
        self._program, self._clock = program, clock
        self._run, self._window, self._desk = program.session.run, program.window, program.session.desk
        self._scorer = program.session.scorer
        self._scorer.scored.connect(self._on_scored)
        self.journal = Journal(self._run)
        self.chronicle = Chronicle()
        self._catch_up = QTimer(self)
        self._catch_up.setSingleShot(True)
        self._catch_up.timeout.connect(self._on_catch_up)
        self.scene: Scene | None = None
        self._handed: dict[Plot, object] = {}  # which moment each plot was given last
        self.selection = Selection(self)
        self.selection.changed.connect(self._on_selection)
        self._window.selection_bar.clear_requested.connect(self.selection.clear)
        self._window.selection_bar.table_requested.connect(self._on_table_wanted)
        self.background = Background(program)
        for plot in self._window.plots:
            self._take(plot)
        self._window.workspace.plot_made.connect(self._take)

    @Slot(object)
    def _take(self, plot: Plot) -> None:
        """A plot has been made: from now on it is fed and painted."""
        self._clock.register(plot)
        plot.set_saver(write_atomic)
        plot.refused.connect(self._program.show_error)
        plot.came_into_view.connect(self._on_view)
        plot.rows_chosen.connect(self.selection.choose)
        if isinstance(plot, SlowChart):
            self.background.serve(plot)
        plot.begin(self.scene)
        plot.show_selection(self.selection.rows)

    def begin(self) -> None:
        """A new run stands at epoch 0, or there is none."""
        run, window = self._run, self._window
        window.loss_plot.clear()
        window.loss_plot.show_history(run.history)
        self.show_patience()
        dataset, facts, prepared = run.dataset, run.facts, self._desk.prepared
        self.scene = None
        if dataset is not None and facts is not None and run.lens is not None:
            fitting = prepared if prepared is not None and prepared.dataset is dataset else None
            self.scene = Scene(dataset, fitting, run.config, facts.sizes)
            self.chronicle = Chronicle(
                run.lens.network.copy(),
                dataset,
                facts.batches_per_epoch,
                run.lens.scorer() if run.lens.is_cheap else None,
            )
            window.workspace.show_task(dataset.task)
        self._handed.clear()
        for plot in window.plots:
            plot.begin(self.scene)
        self.selection.clear()
        if self.scene is not None:
            window.scores.clear()
            self.look()

    def show_patience(self) -> None:
        stopping = self._run.config.training.stopping
        watched = self._run.dataset is not None and len(self._run.dataset.validation) > 0
        self._window.loss_plot.show_patience(stopping.patience if stopping.enabled and watched else None)

    def mark(self) -> None:
        """After every slice: the history has grown, and the trail waits to be recorded."""
        self._window.loss_plot.show_history(self._run.history)
        for snapshot in self._run.trail:
            self.chronicle.record(snapshot)
        self._run.trail = []

    def moment(self) -> Look | None:
        """The run as it stands."""
        run = self._run
        if run.shown is None or run.lens is None or self.scene is None:
            return None
        resting = run.phase is not Phase.RUNNING
        most = MOST_POINTS if resting else run.lens.live_rows
        return Look(self.scene, run.lens, run.history, run.shown, run.weights.last, self.chronicle, resting, most)

    def look(self) -> None:
        """The weights that are shown, and what the network answers with them."""
        look = self.moment()
        if look is None:
            return
        run, window = self._run, self._window
        self._show_events()
        live = run.lens is not None and run.lens.is_cheap and run.epoch + run.batch > 0
        scores = look.scores() if live and window.scores.is_due() else None
        self.chronicle.record(look.last, scores)
        if look.resting:
            self._catch_up.start()
        elif any(plot.shows_chronicle and plot.isVisible() for plot in window.plots):
            self.chronicle.catch_up(RECORDING)
        self._hand_out(look)
        if scores is not None:
            self._show_scores(scores)

    def _hand_out(self, look: Look) -> None:
        """To each visible plot, unless it had this moment already: at rest a frame of one plot costs only that plot."""
        now = (look.shown, look.last, look.resting)
        past = (*now, len(self.chronicle.moments))
        for plot in self._window.plots:
            moment = past if plot.shows_chronicle else now
            if not (look.resting or self._clock.takes_part(plot)):
                continue
            if plot.isVisible() and self._handed.get(plot) != moment:
                self._handed[plot] = moment
                plot.look(look)

    @Slot()
    def _on_catch_up(self) -> None:
        """At rest: what was recorded is looked at piece by piece, then plots that show it are brought up to date."""
        if self._run.phase is Phase.RUNNING:
            return
        if self.chronicle.is_behind:
            self.chronicle.catch_up(RECORDING_AT_REST)
            self._catch_up.start()
        elif look := self.moment():
            for plot in self._window.plots:
                if plot.shows_chronicle and plot.isVisible():
                    plot.look(look)

    @Slot()
    def _on_view(self) -> None:
        """A plot has come to the front: it shows what is so when Qt has laid it out."""
        QTimer.singleShot(0, self._look_at_rest)

    @Slot()
    def _look_at_rest(self) -> None:
        if self._run.phase is not Phase.RUNNING:
            self._handed.clear()  # a plot may have asked since it shows something else of the same moment
            self.look()

    @Slot(object)
    def _on_selection(self, rows: object) -> None:
        for plot in self._window.plots:
            plot.show_selection(self.selection.rows)
        look = self.moment()
        self._window.selection_bar.show_sentence(why(look, self.selection.rows) if look is not None else "")

    @Slot()
    def _on_table_wanted(self) -> None:
        if len(self.selection.rows):
            self._program.desk.show_row(int(self.selection.rows[0]))

    def show_rest(self) -> None:
        """At rest: scores of all rows however many, the stop, the test loss."""
        run, plot = self._run, self._window.loss_plot
        ended = run.stopped if run.phase in (Phase.FINISHED, Phase.FAILED) else None
        plot.show_stop(ended.epoch if ended is not None and ended.kind != "max_epochs" else 0)
        if run.lens is not None and run.epoch + run.batch:
            self._scorer.request(run.lens)
        self._show_test()

    def _show_test(self) -> None:
        """The loss on the test rows belongs to the end of a run, and to the weights that are shown then."""
        run, loss = self._run, None
        ended = run.phase in (Phase.PAUSED, Phase.FINISHED)
        if ended and run.lens is not None and run.dataset is not None and run.shown is not None and run.lens.is_cheap:
            loss = losses_of(run.lens.network, run.config, run.dataset)["test"]
        epoch = run.shown.epoch if run.shown is not None else 0
        self._window.loss_plot.show_test(epoch, loss if loss is not None and epoch else float("nan"))

    def _show_events(self) -> None:
        run, plot = self._run, self._window.loss_plot
        best = run.best_epoch
        restored = run.weights.showing_best and run.phase is not Phase.RUNNING
        plot.show_best(best, run.best_value if best else float("nan"), restored)
        plot.show_marks(self.journal.marks)

    @Slot(object)
    def _on_scored(self, scores: dict[str, dict[str, float]]) -> None:
        """Now there are answers for all rows, which plots of points show in place of some."""
        self._show_scores(scores)
        dataset = self._run.dataset
        if dataset is not None and any(len(subset) > MOST_POINTS for subset in dataset.subsets.values()):
            self._look_at_rest()

    @Slot(object)
    def _show_scores(self, scores: dict[str, dict[str, float]]) -> None:
        run = self._run
        self._window.scores.show_scores(scores)
        self._window.scores.show_weights(run.best_epoch, run.epoch, run.weights.showing_best)
