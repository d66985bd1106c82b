"""What the plots and the score board show of a run: the history always, weights and predictions frame by frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from mlp_gui.export.atomic import write_atomic
from mlp_gui.session.lens import MOST_POINTS
from mlp_gui.session.phase import Phase
from mlp_gui.views.shell.frame_clock import FrameClock

if TYPE_CHECKING:
    from mlp_gui.app.program import Program


class Pictures(QObject):
    """Hands immutable values of the run to the plots."""

    def __init__(self, program: Program, clock: FrameClock) -> None:
        super().__init__(program)
        self._run, self._window = program.session.run, program.window
        self._scorer = program.session.scorer
        self._scorer.scored.connect(self._show_scores)
        for plot in self._window.plots:
            clock.register(plot)
            plot.set_saver(write_atomic)
            plot.refused.connect(program.show_error)

    def begin(self) -> None:
        """A new run stands at epoch 0, or there is none."""
        run, window = self._run, self._window
        window.loss_plot.clear()
        window.loss_plot.show_history(run.history)
        self.show_patience()
        dataset, facts = run.dataset, run.facts
        if dataset is None or facts is None:
            return
        for plot in (window.weights_plot, window.gradients_plot):
            plot.show_network(facts.sizes, dataset.feature_names, dataset.output_names)
        window.fit_plot.show_task(dataset.task, dataset.target_names, dataset.class_names)
        window.scores.clear()
        self.look()

    def show_patience(self) -> None:
        stopping = self._run.config.training.stopping
        watched = self._run.dataset is not None and len(self._run.dataset.validation) > 0
        self._window.loss_plot.show_patience(stopping.patience if stopping.enabled and watched else None)

    def mark(self) -> None:
        """After every slice: the history has grown."""
        self._window.loss_plot.show_history(self._run.history)

    def look(self) -> None:
        """The weights that are shown, and what the network answers with them."""
        run, window = self._run, self._window
        if run.shown is None or run.lens is None:
            return
        self._show_best()
        window.weights_plot.show_snapshot(run.shown)
        if run.weights.last is not None:
            window.gradients_plot.show_snapshot(run.weights.last)
        if window.fit_plot.isVisible():
            most = run.lens.live_rows if run.phase is Phase.RUNNING else MOST_POINTS
            window.fit_plot.show_predictions(run.lens.see_all(most))
        if run.lens.is_cheap and window.scores.is_due() and run.epoch + run.batch:
            self._show_scores(run.lens.scores())

    def show_rest(self) -> None:
        """At rest: scores of all rows however many, the stop, the test loss."""
        run, window = self._run, self._window
        stopped = run.stopped if run.phase in (Phase.FINISHED, Phase.FAILED) else None
        window.loss_plot.show_stop(stopped.epoch if stopped is not None else 0)
        if run.lens is not None and run.epoch + run.batch:
            self._scorer.request(run.lens)

    def _show_best(self) -> None:
        run = self._run
        best = run.best_epoch
        self._window.loss_plot.show_best(best, run.best_value if best else float("nan"))

    @Slot(object)
    def _show_scores(self, scores: dict[str, dict[str, float]]) -> None:
        run = self._run
        self._window.scores.show_scores(scores)
        self._window.scores.show_weights(run.best_epoch, run.epoch, run.weights.showing_best)
