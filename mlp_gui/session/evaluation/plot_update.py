"""What plots may ask of a run: a RunContext for what is fixed, a PlotUpdate for one moment.

Each part is made when asked for.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.dataset import Dataset, Floats, Task
from mlp_gui.core.subsets import OUT_OF_FOLD, Subset
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.dates.date_parsing import days_of
from mlp_gui.data.derived.parallel_series import ParallelSeries, find_parallel_series
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.calibration.conformal import too_few_rows
from mlp_gui.engine.calibration.prediction_interval import Promise, measure_coverage, possible_promise
from mlp_gui.engine.calibration.uncertainty_config import UncertaintyConfig
from mlp_gui.engine.network.ensemble import NetworkOrEnsemble
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.reports import Snapshot
from mlp_gui.session.evaluation.layer_history import LayerHistory
from mlp_gui.session.evaluation.out_of_fold import OutOfFold
from mlp_gui.session.evaluation.time_zoom import TimeZoom
from mlp_gui.session.training.prediction_cache import PredictionCache, SubsetPredictions


class RunContext:
    """What is fixed for a run: its data, names and shape. Each part is made when it is asked for.

    Attributes
    ----------
    dataset : Dataset
    prepared : Prepared or None
        None when the dataset did not come from a table.
    config : RunConfig
        As the run began.
    sizes : tuple of int
        Units of each layer, inputs first.
    """

    def __init__(self, dataset: Dataset, prepared: Prepared | None, config: RunConfig, sizes: tuple[int, ...]) -> None:
        self.dataset, self.prepared, self.config, self.sizes = dataset, prepared, config, sizes
        self._columns: dict[str, Floats] = {}

    @property
    def task(self) -> Task:
        """Regression, two classes or several."""
        return self.dataset.task

    @cached_property
    def columns(self) -> dict[str, str]:
        """Columns of the table that are numbers or dates, with "number" or "date"."""
        if self.prepared is None:
            return {}
        kinds = {"integer": "number", "real": "number", "boolean": "number", "datetime": "date"}
        return {f.name: kinds[f.kind] for f in self.prepared.table.fields if f.kind in kinds}

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """Input columns that are numbers or dates."""
        used = self.prepared.spec.inputs if self.prepared is not None else ()
        return tuple(name for name in used if name in self.columns)

    @cached_property
    def groups(self) -> dict[str, tuple[int, ...]]:
        """Input -> the positions of its features; without a pipeline every feature is an input."""
        if self.prepared is None:
            return {name: (k,) for k, name in enumerate(self.dataset.feature_names)}
        made, start = {}, 0
        for one in self.prepared.pipeline.inputs:
            made[one.name] = tuple(range(start, start + len(one.features)))
            start += len(one.features)
        return made

    @cached_property
    def flags(self) -> dict[str, int]:
        """Input -> the position of the feature that says whether its cell was empty, where there is one."""
        inputs = self.prepared.pipeline.inputs if self.prepared is not None else ()
        return {one.name: self.groups[one.name][-1] for one in inputs if one.flag}

    @cached_property
    def plain_features(self) -> tuple[int, ...]:
        """The features that a person can set: pieces of a number follow from it."""
        return self.dataset.plain_features

    @cached_property
    def settable_names(self) -> tuple[str, ...]:
        """The names of these features."""
        return tuple(self.dataset.feature_names[k] for k in self.plain_features)

    @cached_property
    def unit_of(self) -> tuple[Floats, Floats]:
        """Shift and scale of each feature: original = scaled * scale + shift, (features,) each."""
        n = self.dataset.n_features
        if self.prepared is None:
            return np.zeros(n), np.ones(n)
        inputs = self.prepared.pipeline.inputs
        shift, scale = ([v for one in inputs for v in getattr(one, name)] for name in ("shift", "scale"))
        return np.array(shift), np.array(scale)

    @cached_property
    def series(self) -> ParallelSeries | None:
        """What tells several series of the table apart, such as stations whose dates repeat."""
        return find_parallel_series(self.prepared.table) if self.prepared is not None else None

    def categories(self, name: str) -> tuple[str, ...]:
        """Return the words that an input's features stand for; empty for a number."""
        inputs = self.prepared.pipeline.inputs if self.prepared is not None else ()
        return next((one.categories for one in inputs if one.name == name and one.encoding == "one_hot"), ())

    def with_unit(self, name: str) -> str:
        """Return the name of a column with its unit, if it has one: "flow [m/s]"."""
        unit = self.prepared.table.units.get(name, "") if self.prepared is not None else ""
        return f"{name} [{unit}]" if unit else name

    def column(self, name: str) -> Floats:
        """Return a column of the whole table as numbers, shape (n_rows,).

        Dates are seconds since 1970; missing cells are NaN.
        """
        if name not in self._columns:
            assert self.prepared is not None
            table = self.prepared.table
            self._columns[name] = _numbers(table.frame[name], table.field(name))
        return self._columns[name]


class PlotUpdate:
    """What one plot update may read: the displayed weights and the predictions made with them.

    Predictions are computed on first access and cached. An instance is valid until the run advances; plots must not
    keep it.

    Attributes
    ----------
    context : RunContext
    history : History
    displayed : Snapshot
        The weights that are shown, the best or the last ones.
    last : Snapshot
        The run as it stands, with the gradient of its last batch.
    layers : LayerHistory
    at_rest : bool
        Whether the run is not going on.
    zoom : TimeZoom
        The stretch of time that is looked at.
    """

    def __init__(
        self,
        scene: RunContext,
        lens: PredictionCache,
        history: History,
        shown: Snapshot,
        last: Snapshot | None,
        chronicle: LayerHistory,
        resting: bool,
        most_rows: int,
        uncertainty: UncertaintyConfig | None = None,
        zoom: TimeZoom | None = None,
        out_of_fold: OutOfFold | None = None,
    ) -> None:
        self.context, self.history, self.displayed, self.layers = scene, history, shown, chronicle
        self.last = last if last is not None else shown
        self.at_rest = resting
        self._lens, self._most_rows, self._uncertainty = lens, most_rows, uncertainty or UncertaintyConfig()
        self.zoom = zoom or TimeZoom()
        self._out_of_fold = out_of_fold

    @cached_property
    def predictions(self) -> dict[str, SubsetPredictions]:
        """As many rows of each subset as a frame can afford, at rest all; in original units or probabilities.

        Where a cross-validation is shown, its rows stand alone: each row is seen once.
        """
        if self._out_of_fold is not None:
            return {OUT_OF_FOLD: self._out_of_fold.rows}
        return self._lens.predict_subsets(self._most_rows, self.at_rest)

    @cached_property
    def visible_predictions(self) -> dict[str, SubsetPredictions]:
        """The same of the rows in the stretch of time that is looked at."""
        if self.zoom.shown is None:
            return self.predictions
        made = {}
        for name, rows in self.predictions.items():
            own = self.zoom.rows_within(self.context, rows.row_numbers)
            total = int(own.sum())
            if len(own) < rows.rows_in_subset:
                total = int(self.zoom.rows_within(self.context, self._lens.dataset.subsets[name].row_numbers).sum())
            made[name] = rows.within(own, total)
        return made

    @cached_property
    def dataset(self) -> Dataset:
        """The dataset that says how the shown network's outputs become original units."""
        return self._lens.corrected_dataset(self.at_rest)

    @property
    def level(self) -> float:
        """The level of the intervals that the person has chosen; 0: none."""
        return self._uncertainty.level

    @cached_property
    def promise(self) -> Promise | None:
        """What is promised about new rows; None where no level is chosen, or the validation rows are too few for it."""
        found = self._lens.calibration(self._uncertainty.sets, self._most_rows, self.at_rest)
        return possible_promise(found, self.level, self.context.dataset.target_transforms)

    def promise_sentence(self, target: int = 0) -> str:
        """Return how many test rows held what was promised, or why nothing is; "" where no level is chosen.

        Parameters
        ----------
        target : int
            Counted from 0.
        """
        if not self.level:
            return ""
        if self.promise is None:
            return too_few_rows(len(self.context.dataset.validation), Subset.VALIDATION, self.level).title
        test = self.predictions.get(Subset.TEST)
        if test is None:
            return ""
        found = measure_coverage(self.promise, self.context.task, test.true, test.predicted, Subset.TEST)
        return "" if found is None else found.sentence(target)

    @property
    def network(self) -> NetworkOrEnsemble:
        """What predicts with the shown weights; to be looked at within the frame, never kept."""
        return self._lens.network

    @property
    def trained_network(self) -> Network:
        """The network with the shown weights themselves, whose probabilities are not calibrated."""
        return self._lens.trained

    def scores(self) -> dict[str, dict[str, float]] | None:
        """Return every metric of every subset; None when that is too dear while a run is going on."""
        return self._lens.scores() if self.at_rest or self._lens.has_live_scores else None


def _numbers(column: pd.Series, profile: FieldProfile) -> NDArray[np.float64]:
    if profile.date_format:
        return days_of(column, profile.date_format, profile.century) * 86_400
    return np.array(pd.to_numeric(column, errors="coerce"), dtype=float)
