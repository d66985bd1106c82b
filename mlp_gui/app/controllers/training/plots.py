"""What the plots and the score board show of a run: the history always, weights and predictions frame by frame."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.subsets import OUT_OF_FOLD, Subset
from mlp_gui.engine.optimizers.base import FullBatchOptimizer
from mlp_gui.engine.training.reports import StopKind
from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.model import compute_losses
from mlp_gui.session.evaluation.plot_update import PlotUpdate
from mlp_gui.session.evaluation.row_explanation import explain_row
from mlp_gui.session.session import Session
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.training.prediction_cache import MAX_POINTS
from mlp_gui.views.charts.background_chart import BackgroundChart
from mlp_gui.views.charts.header_combo import IntervalChoice, ShowAllButton
from mlp_gui.views.charts.plot import Plot
from mlp_gui.views.plots.inspection.best_inputs_dialog import BestInputsDialog
from mlp_gui.views.plots.time.series_work import SeriesWork
from mlp_gui.views.plots.time.time_chart import TimeChart
from mlp_gui.views.plots.training.loss_unit import loss_text
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.widgets.frame_clock import FrameClock


class PlotTaskRunner(QObject):
    """Runs the work of plots in the background. Closed with the program: a thread alive at exit would abort it."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._slots: list[BackgroundTask] = []

    def serve(self, plot: BackgroundChart | BestInputsDialog) -> None:
        """Do a plot's work in the background from now on."""
        slot = BackgroundTask(self)
        self._slots.append(slot)
        plot.work_requested.connect(slot.start)
        plot.cancel_requested.connect(slot.cancel)
        slot.progressed.connect(plot.show_progress)
        slot.succeeded.connect(plot.show_result)
        slot.crashed.connect(self._services.show_crash)
        slot.crashed.connect(plot.show_cancelled)  # or it would say for ever that it computes

    def close(self) -> None:
        """End the threads that may be at work."""
        for slot in self._slots:
            slot.close()


# Seconds that a frame spends on the chronicle when a plot shows it, and that a turn of the event loop does at rest.
RECORDING, RECORDING_AT_REST = 0.003, 0.02


class PlotController(QObject):
    """Hands each visible plot the run at one moment; what cannot be seen is asked nothing.

    Attributes
    ----------
    task_runner : PlotTaskRunner
        Computes in the background for the plots that ask for it.
    """

    def __init__(self, session: Session, window: MainWindow, services: Services, clock: FrameClock) -> None:
        """Feed the plots of a window, whenever `clock` says that a frame is due."""
        super().__init__(services)
        self._services, self._clock = services, clock
        self._run, self._window, self._event_log = session.run, window, session.event_log
        self._evaluation, self._scorer, self._timeline = session.evaluation, session.scorer, session.timeline
        self._scorer.scored.connect(self._on_scored)
        self._undo_stack = session.undo_stack
        self._run.config_changed.connect(self._on_config)
        self._catch_up = QTimer(self)
        self._catch_up.setSingleShot(True)  # of 0 ms: the window gets its events between the pieces
        self._catch_up.timeout.connect(self._on_catch_up)
        self._handed: dict[Plot, object] = {}  # which moment each plot was given last
        self._evaluation.out_of_fold_changed.connect(self._on_out_of_fold)
        selection = self._evaluation.selection
        selection.changed.connect(self._on_selection)
        self._window.selection_bar.clear_requested.connect(selection.clear)
        self.task_runner = PlotTaskRunner(services)
        self._evaluation.zoom.changed.connect(self._on_view)
        for plot in self._window.plots:
            self._take(plot)
        self._window.workspace.plot_made.connect(self._take)

    @Slot(object)
    def _take(self, plot: Plot) -> None:
        """Feed and paint a plot that has just been made."""
        self._clock.register(plot)
        plot.set_saver(write_atomic)
        plot.refused.connect(self._services.show_error)
        plot.became_visible.connect(self._on_view)
        plot.rows_chosen.connect(self._evaluation.selection.choose)
        if isinstance(plot, BackgroundChart):
            self.task_runner.serve(plot)
        for search in plot.findChildren(BestInputsDialog):
            self.task_runner.serve(search)
        for choice in plot.findChildren(IntervalChoice):
            choice.level_chosen.connect(self._on_level)
        plot.set_run(self._evaluation.context)
        if isinstance(plot, TimeChart | SeriesWork):
            plot.follow(self._evaluation.zoom)
        for button in plot.findChildren(ShowAllButton):
            button.follow(self._evaluation.zoom)
        plot.show_selection(self._evaluation.selection.rows)

    def set_run(self) -> None:
        """Show another run, which stands at epoch 0, or that there is none."""
        run, window = self._run, self._window
        window.loss_plot.clear()
        window.loss_plot.show_history(run.history)
        self.show_early_stopping()
        context = self._evaluation.context
        window.loss_plot.axes.left.name(loss_text(context))
        if context is not None:
            window.workspace.show_task(context.task)
        self._handed.clear()
        for plot in window.plots:
            plot.set_run(context)
        if context is not None:
            cache = run.prediction_cache
            window.scores.clear(cache is None or cache.has_live_scores)
            self.update_plots()

    def show_early_stopping(self) -> None:
        """Show on the loss curves how long early stopping waits."""
        stopping = self._run.config.training.stopping
        watched = self._run.dataset is not None and len(self._run.dataset.validation) > 0
        self._window.loss_plot.show_early_stopping(stopping.patience if stopping.enabled and watched else None)

    def mark_stale(self) -> None:
        """Note that the history has grown, after every slice."""
        self._window.loss_plot.show_history(self._run.history)

    def update_plots(self) -> None:
        """Hand the run as it stands to each plot that can be seen."""
        look = self._evaluation.current_update()
        if look is None:
            return
        window = self._window
        self._show_events()
        scores = look.scores() if self._evaluation.has_live_scores and window.scores.is_due() else None
        if not self._timeline.is_in_past:  # what is known of the epochs after this one stays
            self._evaluation.layer_history.record(look.last, scores)
        if look.at_rest:
            self._catch_up.start()
        elif any(plot.shows_layer_history and plot.isVisible() for plot in window.plots):
            self._evaluation.layer_history.process_pending(RECORDING)
        self._hand_out(look)
        if scores is not None:
            self._show_scores(scores)

    def _hand_out(self, look: PlotUpdate) -> None:
        """Hand this moment to each visible plot that has not had it: at rest, a frame of one plot costs only itself."""
        now = (look.displayed, look.last, look.at_rest)
        past = (*now, len(self._evaluation.layer_history.records))
        for plot in self._window.plots:
            moment = past if plot.shows_layer_history else now
            if not (look.at_rest or self._clock.is_included(plot)):
                continue
            if plot.isVisible() and self._handed.get(plot) != moment:
                self._handed[plot] = moment
                plot.update_plot(look)

    @Slot()
    def _on_catch_up(self) -> None:
        """Go through what was recorded piece by piece, at rest, then bring plots that show it up to date."""
        if self._run.phase is Phase.RUNNING:
            return
        if self._evaluation.layer_history.has_pending:
            self._evaluation.layer_history.process_pending(RECORDING_AT_REST)
            self._catch_up.start()
        elif look := self._evaluation.current_update():
            for plot in self._window.plots:
                if plot.shows_layer_history and plot.isVisible():
                    plot.update_plot(look)

    @Slot()
    def _on_view(self) -> None:
        """Bring a plot that has come to the front up to date once Qt has laid it out."""
        QTimer.singleShot(0, self, self._look_at_rest)

    @Slot()
    def _on_config(self) -> None:
        """Show what follows from other settings at once; other probabilities have other scores, too."""
        cache = self._run.prediction_cache
        if cache is not None and cache.set_uncertainty(self._run.config.uncertainty):
            self.show_final()
        self._on_view()

    @Slot()
    def _look_at_rest(self) -> None:
        if self._run.phase is not Phase.RUNNING:
            self._handed.clear()  # a plot may have asked since it shows something else of the same moment
            self.update_plots()

    @Slot()
    def _on_out_of_fold(self) -> None:
        """Show the rows of a cross-validation, or again those of the run, in plots and scores."""
        self._on_view()
        if self._run.phase is not Phase.RUNNING:
            self.show_final()

    @Slot(float)
    def _on_level(self, level: float) -> None:
        config = self._run.config
        self._undo_stack.set_config_anew(config.replace(uncertainty=config.uncertainty.replace(level=level)))

    @Slot(object)
    def _on_selection(self, rows: object) -> None:
        chosen = self._evaluation.selection.rows
        for plot in self._window.plots:
            plot.show_selection(chosen)
        look = self._evaluation.current_update()
        self._window.selection_bar.show_sentence(explain_row(look, chosen) if look is not None else "")

    def show_final(self) -> None:
        """Show what belongs to a run at rest: scores of all rows however many, the stop, the test loss."""
        run, plot = self._run, self._window.loss_plot
        ended = run.stopped if run.phase in (Phase.FINISHED, Phase.FAILED) else None
        plot.show_stop(ended.epoch if ended is not None and ended.kind is not StopKind.MAX_EPOCHS else 0)
        if run.prediction_cache is not None and run.epoch + run.batch:
            self._scorer.request(run.prediction_cache)
        self._show_test()

    def _show_test(self) -> None:
        """Show the loss on the test rows; it belongs to the end of a run, and to the weights that are shown then.

        Beside it the loss of all training rows with the last weights: the curve has the mean while they moved.
        """
        run, loss, after = self._run, None, None
        ended = run.phase in (Phase.PAUSED, Phase.FINISHED)
        if (
            ended
            and run.prediction_cache is not None
            and run.dataset is not None
            and run.displayed is not None
            and run.prediction_cache.is_cheap
        ):
            dataset = run.prediction_cache.dataset  # the network's own: the run may wait for another one already
            loss = compute_losses(run.prediction_cache.trained, run.config, dataset)[Subset.TEST]
            moving = not isinstance(run.config.training.optimizer, FullBatchOptimizer)
            if run.weights.last is not None and not run.batch and moving:
                network = run.prediction_cache.trained.copy()
                network.theta[:] = run.weights.last.theta
                after = compute_losses(network, run.config, dataset)[Subset.TRAINING]
        epoch = run.displayed.epoch if run.displayed is not None else 0
        self._window.loss_plot.show_training_after(run.epoch, float("nan") if after is None else after)
        self._window.loss_plot.show_test(epoch, loss if loss is not None and epoch else float("nan"))

    def _show_events(self) -> None:
        run, plot = self._run, self._window.loss_plot
        best = run.best_epoch
        restored = run.weights.is_best and run.phase is not Phase.RUNNING
        plot.show_patience_start(run.patience_start)
        plot.show_best(best, run.best_value if best else float("nan"), restored)
        plot.show_events(self._event_log.events)

    @Slot(object)
    def _on_scored(self, scores: dict[str, dict[str, float]]) -> None:
        """Show the answers for all rows, which there are now, in plots of points that showed some."""
        self._show_scores(scores)
        dataset = self._run.dataset
        if dataset is not None and any(len(subset) > MAX_POINTS for subset in dataset.subsets.values()):
            self._look_at_rest()

    @Slot(object)
    def _show_scores(self, scores: dict[str, dict[str, float]]) -> None:
        held = self._evaluation.out_of_fold
        more = {OUT_OF_FOLD: held.scores} if held is not None and self._evaluation.shows_out_of_fold else {}
        self._window.scores.show_scores(scores | more)
        self.show_weights()

    def show_weights(self) -> None:
        """Say which weights the scores belong to, and which others there are."""
        run = self._run
        self._window.scores.head.show_average(run.n_averaged, run.weights.is_average)
        self._window.scores.show_weights(run.best_epoch, run.epoch, run.weights.is_best)
