"""What plots and scores show of a run: its context, its layers over time, the chosen rows, one update at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.evaluation.layer_history import LayerHistory
from mlp_gui.session.evaluation.out_of_fold import OutOfFold
from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext
from mlp_gui.session.evaluation.row_selection import RowSelection
from mlp_gui.session.evaluation.time_zoom import TimeZoom
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.training.prediction_cache import MAX_POINTS
from mlp_gui.session.training.run import Run


class Evaluation(QObject):
    """Follows a run, whether or not anything is drawn.

    Attributes
    ----------
    context : RunContext or None
        What is fixed for the run; None while there is none.
    layer_history : LayerHistory
        Begins anew with each run.
    selection : RowSelection
        Cleared with each run.
    zoom : TimeZoom
        The stretch of time that all plots look at.
    out_of_fold : OutOfFold or None
        What a cross-validation has found; kept as long as table and targets are the same. A network without validation
        rows has its intervals from it.
    shows_out_of_fold : bool
        Whether plots and scores show it in place of the run's own predictions.

    Signals
    -------
    out_of_fold_changed
    """

    out_of_fold_changed = Signal()

    def __init__(self, data: DataState, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data, self._run = data, run
        self.context: RunContext | None = None
        self.out_of_fold: OutOfFold | None = None
        self.shows_out_of_fold = False
        self.layer_history = LayerHistory()
        self.selection, self.zoom = RowSelection(self), TimeZoom(self)
        run.built.connect(self._on_built)
        run.progressed.connect(self._on_progressed)

    @property
    def has_live_scores(self) -> bool:
        """Whether the run has taken a step, and scores of all rows may be computed while it goes on."""
        run = self._run
        return run.prediction_cache is not None and run.prediction_cache.has_live_scores and run.epoch + run.batch > 0

    def current_update(self) -> PlotUpdate | None:
        """Return the run as it stands; None while there is nothing to show."""
        run = self._run
        if run.displayed is None or run.prediction_cache is None or self.context is None:
            return None
        run.prediction_cache.set_uncertainty(run.config.uncertainty)
        at_rest = run.phase is not Phase.RUNNING
        most = MAX_POINTS if at_rest else run.prediction_cache.live_row_limit
        return PlotUpdate(
            self.context,
            run.prediction_cache,
            run.history,
            run.displayed,
            run.weights.last,
            self.layer_history,
            at_rest,
            most,
            run.config.uncertainty,
            self.zoom,
            self.out_of_fold if self.shows_out_of_fold else None,
        )

    def set_out_of_fold(self, found: OutOfFold | None, is_shown: bool) -> None:
        """Take what a cross-validation has found, and show it or the run's own predictions.

        Parameters
        ----------
        found : OutOfFold or None
            None when there is none any more.
        is_shown : bool
        """
        is_shown = is_shown and found is not None
        if (found, is_shown) != (self.out_of_fold, self.shows_out_of_fold):
            self.out_of_fold, self.shows_out_of_fold = found, is_shown
            if self._run.prediction_cache is not None:
                self._run.prediction_cache.set_held_out(found.calibration if found is not None else None)
            self.out_of_fold_changed.emit()

    @Slot()
    def _on_built(self) -> None:
        run, prepared = self._run, self._data.prepared
        dataset, facts, cache = run.dataset, run.facts, run.prediction_cache
        self.context = None
        if dataset is not None and facts is not None and cache is not None:
            # A table may have been prepared anew since the worker began to build this run.
            fitting = prepared if prepared is not None and prepared.dataset is dataset else None
            self.context = RunContext(dataset, fitting, run.config, facts.sizes)
            make = cache.make_scorer if cache.is_cheap else None
            scorer = None if make is None else make()
            self.layer_history = LayerHistory(cache.trained.copy(), dataset, facts.batches_per_epoch, scorer, make)
        if self.out_of_fold is not None and not self.out_of_fold.belongs_to(prepared):
            self.set_out_of_fold(None, False)
        if cache is not None and self.out_of_fold is not None:
            cache.set_held_out(self.out_of_fold.calibration)
        self.selection.clear()

    @Slot()
    def _on_progressed(self) -> None:
        for snapshot in self._run.take_snapshots():
            self.layer_history.record(snapshot)
