"""The reference models of a run, fitted on its rows, and their answers for every row of every subset."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Dataset, Floats, Task
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.columns.time_axis import find_time_axis, time_of_rows
from mlp_gui.data.derived.parallel_series import find_parallel_series
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.baselines.constant import constant_output
from mlp_gui.engine.baselines.linear import fit_linear
from mlp_gui.engine.baselines.previous import last_values, values_last_year
from mlp_gui.engine.metrics.metric import evaluate
from mlp_gui.engine.network.losses import MAE, MSE, Loss
from mlp_gui.engine.training.config import TrainingConfig
from mlp_gui.engine.training.sample_weight import sample_weights
from mlp_gui.model import Scores

CONSTANT, LINEAR, PERSISTENCE, LAST_YEAR = "constant", "linear", "persistence", "last_year"
MOST_TIES = 0.1  # of the rows: where more share their time, no row is before another
FEWEST_KNOWN = 0.5  # of the rows of each subset that have a value a year before
Answers = dict[str, Floats]  # subset -> (n_rows, n_outputs), in original units or probabilities
BEST_CONSTANT = mark("the best constant")
LABELS = {
    LINEAR: mark("linear model"),
    PERSISTENCE: mark("the value before"),
    LAST_YEAR: mark("the same day last year"),
}
CONSTANTS = {"mean": mark("the mean"), "median": mark("the median"), "classes": mark("the class frequencies")}


@dataclass(frozen=True, eq=False)
class References:
    """What a network is compared with.

    Attributes
    ----------
    answers : dict
        Name -> subset -> answers, in the order in which they are shown.
    scores : dict
        Name -> subset -> metric -> number.
    losses : dict
        Name -> subset -> loss with the weights of the rows; of those models whose answers the loss can judge.
    constant_label : str
        What the constant is, in English.
    spread : ndarray, shape (n_outputs,)
        Of each target around the constant on the training rows: the unit in which targets are pooled.
    ordered : bool
        Whether neighbouring rows resemble each other: they are in the order of time, or were split in file order.
    """

    answers: dict[str, Answers]
    scores: dict[str, Scores]
    losses: dict[str, dict[str, float]] = field(default_factory=dict)
    constant_label: str = CONSTANTS["mean"]
    spread: Floats = field(default_factory=lambda: np.ones(1))
    ordered: bool = False


@np.errstate(over="ignore", invalid="ignore")  # numbers near the ends of the double range
def fit_references(
    dataset: Dataset,
    training: TrainingConfig,
    prepared: Prepared | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> References:
    """Fit the reference models on the training rows, and let them answer for all.

    Parameters
    ----------
    dataset : Dataset
    training : TrainingConfig
        Its loss and its class weights count for them, too.
    prepared : Prepared, optional
        Tells the times of the rows. Without it there is no persistence.
    cancelled : callable
        Polled on the way.

    Raises
    ------
    Cancelled
        If `cancelled` returned True.
    """
    loss, train = training.loss, dataset.train
    subsets = {name: subset for name, subset in dataset.subsets.items() if len(subset)}
    constant = constant_output(loss, train.y, sample_weights(training, dataset, train))
    scaled: dict[str, Answers] = {
        CONSTANT: {name: np.tile(constant, (len(subset), 1)) for name, subset in subsets.items()}
    }
    linear = fit_linear(dataset, training, cancelled)
    if linear is not None:
        scaled[LINEAR] = {name: linear.predict(subset.x) for name, subset in subsets.items()}
    losses = {
        model: {name: _loss(training, dataset, name, outputs) for name, outputs in answers.items()}
        for model, answers in scaled.items()
    }
    answers = {model: _in_original_units(dataset, each) for model, each in scaled.items()}
    if dataset.target_transforms:
        answers[CONSTANT] = _constant_in_original_units(dataset, training)
    true = {name: dataset.true_values(np.asarray(subset.y, float)) for name, subset in subsets.items()}
    order = row_order(prepared) if prepared is not None else None
    if order is not None:
        answers |= _earlier_values(dataset, order, true, answers[CONSTANT])
        losses |= _losses_of_earlier(training, dataset, order, scaled[CONSTANT])
    scores = {
        model: {name: evaluate(dataset.task, true[name], outputs) for name, outputs in each.items()}
        for model, each in answers.items()
    }
    errors = np.sqrt(((true[Subset.TRAINING] - answers[CONSTANT][Subset.TRAINING]) ** 2).mean(axis=0))
    return References(
        answers,
        scores,
        losses,
        _constant_label(loss),
        np.where(errors > 0, errors, 1.0),
        order is not None or (prepared is not None and prepared.spec.split.method == "file_order"),
    )


def _in_original_units(dataset: Dataset, outputs: Answers) -> Answers:
    """Undo the scaling, with the smearing correction of the reference's own residuals where the target asks for one."""
    smeared = dataset.smeared(lambda x: outputs[Subset.TRAINING])
    return {name: smeared.to_original(found) for name, found in outputs.items()}


def _constant_in_original_units(dataset: Dataset, training: TrainingConfig) -> Answers:
    """Answer with the best constant of the values themselves: the mean of logarithms is not the mean a person means."""
    true = dataset.true_values(dataset.train.y)
    best = constant_output(training.loss, true, sample_weights(training, dataset, dataset.train))
    return {name: np.tile(best, (len(subset), 1)) for name, subset in dataset.subsets.items() if len(subset)}


@dataclass(frozen=True, eq=False)
class RowOrder:
    """Which rows of a table are before others.

    Attributes
    ----------
    times : ndarray, shape (n_rows,)
        In days since 1970; NaN where a row has none.
    series : ndarray of int, shape (n_rows,)
        Which of several series, such as stations, a row belongs to: only rows of the same one are before each other.
    """

    times: Floats
    series: NDArray[np.int64]


def row_order(prepared: Prepared) -> RowOrder | None:
    """Return the order of the table's rows in time; None when they have none."""
    table = prepared.table
    several = find_parallel_series(table)
    if several is not None:
        return RowOrder(table.moments(several.date), several.codes)
    axis = find_time_axis(table.frame, table.fields)
    if not axis:
        return None
    times = time_of_rows(table.frame, table.fields, axis)
    known = times[~np.isnan(times)]
    is_one_series = len(np.unique(known)) >= (1 - MOST_TIES) * len(known)
    return RowOrder(times, np.zeros(len(times), np.int64)) if is_one_series else None


def _earlier_values(dataset: Dataset, order: RowOrder, observed: Answers, fallback: Answers) -> dict[str, Answers]:
    """Answer with what was observed before in the same series; where nothing was, with the constant."""
    parts = [(name, subset) for name, subset in dataset.subsets.items() if len(subset)]
    rows = np.concatenate([subset.row_numbers for _, subset in parts])
    when, series = order.times[rows], order.series[rows]
    y = np.concatenate([observed[name] for name, _ in parts])
    cuts = np.cumsum([len(subset) for _, subset in parts])[:-1]
    found: dict[str, Answers] = {}
    for model, look in ((PERSISTENCE, last_values), (LAST_YEAR, values_last_year)):
        values = np.full(y.shape, np.nan)
        for own in np.unique(series):
            known = (series == own) & ~np.isnan(when)
            values[known] = look(when[known], y[known])
        each = dict(zip([name for name, _ in parts], np.split(values, cuts), strict=True))
        if model == LAST_YEAR and not _mostly_known(each):
            continue
        found[model] = {name: np.where(np.isnan(v), fallback[name], v) for name, v in each.items()}
    return found


def _losses_of_earlier(
    training: TrainingConfig, dataset: Dataset, order: RowOrder, fallback: Answers
) -> dict[str, dict[str, float]]:
    """Return the losses of what was observed before; a class said for sure, and wrong, has an infinite one."""
    if training.loss.output != "identity":
        return {}
    scaled = {name: np.asarray(subset.y, float) for name, subset in dataset.subsets.items() if len(subset)}
    return {
        model: {name: _loss(training, dataset, name, outputs) for name, outputs in found.items()}
        for model, found in _earlier_values(dataset, order, scaled, fallback).items()
    }


def _mostly_known(each: Answers) -> bool:
    held_back = [values for name, values in each.items() if name != Subset.TRAINING] or list(each.values())
    return all(np.mean(~np.isnan(values)) >= FEWEST_KNOWN for values in held_back)


def _loss(training: TrainingConfig, dataset: Dataset, name: str, outputs: Floats) -> float:
    """Return the training's loss of scaled answers, which it takes as logits."""
    subset, kind = dataset.subsets[name], training.loss.output
    with np.errstate(all="ignore"):
        if kind == "sigmoid":
            outputs = np.clip(np.log(outputs) - np.log1p(-outputs), -700, 700)
        elif kind == "softmax":
            outputs = np.maximum(np.log(outputs), -700)
    y = np.asarray(subset.y, float)
    return training.loss(np.asarray(outputs, float), y, sample_weights(training, dataset, subset))


def _constant_label(loss: Loss) -> str:
    if loss.output != "identity":
        return CONSTANTS["classes"]
    kind = "mean" if isinstance(loss, MSE) else "median" if isinstance(loss, MAE) else ""
    return CONSTANTS.get(kind, BEST_CONSTANT)


def reference_label(name: str, constant: str) -> str:
    """Name a reference model in the reader's language.

    Parameters
    ----------
    name : str
    constant : str
        What the constant is, in English.
    """
    return tr(constant) if name == CONSTANT else tr(LABELS.get(name, name))


def measure_for(task: Task, loss: Loss) -> str:
    """Return the name of the metric that a network and its references are compared by.

    Parameters
    ----------
    task : Task
    loss : Loss
    """
    if task.is_classification:
        return "log_loss"
    return "rmse" if isinstance(loss, MSE) else "mae"
