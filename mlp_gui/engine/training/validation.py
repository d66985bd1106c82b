"""Refusals before training, in words: what a run cannot start with, and what to do about it."""

from __future__ import annotations

import numpy as np

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.params import params_of
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.network.losses import MSE
from mlp_gui.engine.network.memory_limit import free_memory
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.parameter_layout import ParameterLayout
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.optimizers.base import FullBatchOptimizer
from mlp_gui.engine.training.config import OFF_FOR_ALL_ROWS, RunConfig, TrainingConfig
from mlp_gui.engine.training.state import State, facts_of


def refuse_unusable(config: RunConfig, dataset: Dataset) -> None:
    """Check that a dataset can be trained on.

    Parameters
    ----------
    config : RunConfig
    dataset : Dataset

    Raises
    ------
    UserError
        If it cannot be trained on with these settings, or the network does not fit into the memory.
    """
    if not len(dataset.train):
        raise UserError(
            tr("There are no training rows."),
            hint=tr("Give the training subset a share of the rows, or use fewer inputs with gaps."),
        )
    if dataset.n_features == 0:
        raise UserError(tr("There are no inputs."), hint=tr("Choose at least one column as input."))
    if dataset.n_outputs == 0:
        raise UserError(tr("There is no target."), hint=tr("Choose at least one column as target."))
    for name, subset in dataset.subsets.items():
        _refuse_subset(name, subset, dataset, np.dtype(config.network.dtype))
    _refuse_task(config, dataset)
    refuse_combination(config, dataset)
    _refuse_size(config, dataset)


def refuse_combination(config: RunConfig, dataset: Dataset) -> None:
    """Check that the settings work together, whatever the numbers in the data.

    Parameters
    ----------
    config : RunConfig
    dataset : Dataset

    Raises
    ------
    UserError
        If they do not.
    """
    if isinstance(config.training.optimizer, FullBatchOptimizer):
        _refuse_for_all_rows(config, dataset, config.training.optimizer)


def refuse_foreign_state(state: State, network: Network, rows: int, outputs: tuple[str, ...]) -> None:
    """Check that a saved run was trained with this network and data.

    Parameters
    ----------
    state : State
        The saved run.
    network : Network
    rows : int
        Number of training rows here.
    outputs : tuple of str
        Names of the outputs here.

    Raises
    ------
    UserError
        If the state is of another network, of other rows or of other targets.
    """
    facts = facts_of(state)
    if state["theta"].shape != network.theta.shape or facts["rows"] != rows:
        raise UserError(
            tr("The saved run does not fit this data and network."),
            tr(
                "It has {saved_parameters:,} parameters and {saved_rows:,} training rows; here are {parameters:,} and "
                "{rows:,}.",
                saved_parameters=state["theta"].size,
                saved_rows=facts["rows"],
                parameters=network.n_parameters,
                rows=rows,
            ),
            tr("Open the run with the data and settings it was saved with."),
        )
    if facts["outputs"] != list(outputs):
        raise UserError(
            tr("The saved run was trained for other targets or classes."),
            tr("Saved: {saved}. Here: {here}.", saved=", ".join(facts["outputs"]), here=", ".join(outputs)),
            tr("Open the run with the data it was saved with."),
        )


def needed_memory(config: RunConfig, dataset: Dataset) -> int:
    """Return about how many bytes a run needs beside its data, before any of them is taken.

    Parameters
    ----------
    config : RunConfig
    dataset : Dataset
    """
    layout = ParameterLayout(_sizes(config, dataset))
    training, size = config.training, np.dtype(config.network.dtype).itemsize
    average = training.averaging > 0
    # Weights, gradient and best weights; the copies of the weights and the gradient that are shown, and the network
    # that predicts with them.
    vectors = 6 + training.optimizer.memory_slots() + 2 * average
    drawn = 8 * max(layout.layer_counts)  # initial weights are drawn in double precision
    rows = min(training.batch_size, len(dataset.train))
    return vectors * size * layout.n_parameters + drawn + 3 * size * rows * sum(layout.sizes)


def _sizes(config: RunConfig, dataset: Dataset) -> tuple[int, ...]:
    return (dataset.n_features, *(layer.units for layer in config.network.hidden), dataset.n_outputs)


def _refuse_size(config: RunConfig, dataset: Dataset) -> None:
    needed, free = needed_memory(config, dataset), free_memory()
    if free is not None and needed > free:
        raise UserError(
            tr("The network is too large for the memory of this computer."),
            tr(
                "It has {parameters:,} weights and biases, which need about {needed:,.1f} GB; {free:,.1f} GB are free.",
                parameters=ParameterLayout(_sizes(config, dataset)).n_parameters,
                needed=needed / 1e9,
                free=free / 1e9,
            ),
            tr("Use fewer units or fewer layers."),
        )


def _refuse_subset(name: str, subset: SubsetData, dataset: Dataset, dtype: np.dtype[np.floating]) -> None:
    x, y = subset.x, subset.y
    if x.ndim != 2 or y.ndim != 2 or len(x) != len(y):
        raise UserError(
            tr(
                "The {subset} rows do not fit together: inputs {inputs}, targets {targets}.",
                subset=tr(name),
                inputs=str(x.shape),
                targets=str(y.shape),
            )
        )
    if len(x) and (x.shape[1] != dataset.n_features or y.shape[1] != dataset.n_outputs):
        raise UserError(
            tr(
                "The {subset} rows have other columns than the training rows: {inputs:,} inputs, {targets:,} targets.",
                subset=tr(name),
                inputs=x.shape[1],
                targets=y.shape[1],
            )
        )
    for what, values, names in (("input", x, dataset.feature_names), ("target", y, dataset.output_names)):
        _refuse_values(name, what, values, names, float(np.finfo(dtype).max))
    if subset.weights is not None:
        w = subset.weights
        if w.shape != (len(x),) or not np.isfinite(w).all() or (len(w) and (w.min() < 0 or w.max() <= 0)):
            raise UserError(
                tr("The row weights of the {subset} rows must be finite, not negative, and not all 0.", subset=tr(name))
            )


def _refuse_values(subset: str, what: str, values: Array, names: tuple[str, ...], largest: float) -> None:
    if not values.size:
        return
    # nan and inf pass through max and min: no mask of the table's size is needed.
    top, bottom = values.max(axis=0), values.min(axis=0)
    # A product of two values must be finite too, or the first step already overflows.
    bad = ~(np.isfinite(top) & np.isfinite(bottom)) | (np.maximum(np.abs(top), np.abs(bottom)) > np.sqrt(largest))
    if not bad.any():
        return
    column = int(np.argmax(bad))
    label = names[column] if column < len(names) else tr("column {number}", number=column + 1)
    if not (np.isfinite(top[column]) and np.isfinite(bottom[column])):
        raise _not_finite(subset, what, label, values[:, column])
    raise UserError(
        tr(
            "The values of the input {name} are too large to compute with."
            if what == "input"
            else "The values of the target {name} are too large to compute with.",
            name=label,
        ),
        tr(
            "They reach {value:.3g} in the {subset} subset.",
            value=max(abs(top[column]), abs(bottom[column])),
            subset=tr(subset),
        ),
        tr("Scale the column, or remove the outliers."),
    )


def _not_finite(subset: str, what: str, label: str, values: Array) -> UserError:
    row = int(np.argmax(~np.isfinite(values)))
    return UserError(
        tr(
            "The input {name} has values that are not finite numbers."
            if what == "input"
            else "The target {name} has values that are not finite numbers.",
            name=label,
        ),
        tr(
            "{name} is {value} in row {row:,} of the {subset} subset.",
            name=label,
            value=str(values[row]),
            row=row + 1,
            subset=tr(subset),
        ),
        tr("Fill or drop missing and infinite values."),
    )


def _refuse_task(config: RunConfig, dataset: Dataset) -> None:
    loss, y, task = config.training.loss, dataset.train.y, dataset.task
    if task is Task.MULTICLASS and dataset.n_outputs < 2:
        raise UserError(tr("The target has only one class."), hint=tr("Choose a target with at least two classes."))
    if task.is_classification and len(y) and (y == y[0]).all():
        names = dataset.class_names or ("0", "1")
        only = int(y[0].argmax()) if task is Task.MULTICLASS else int(y[0, 0])
        only_name = names[only] if only < len(names) else str(only)
        raise UserError(
            tr("The training rows have only one class."),
            tr_n("The only one is {name}.", "All {n:,} of them are {name}.", len(y), name=only_name),
            tr("Choose another target, or another split of the rows."),
        )
    # The loss's slope p - y holds only for rows of targets that add up to 1.
    if loss.output == "softmax" and (y.shape[1] < 2 or not np.allclose(y.sum(axis=1), 1)):
        raise UserError(
            tr("{loss} needs one output per class.", loss=tr(loss.label)),
            tr_n(
                "This target has {n:,} output whose rows do not add up to 1.",
                "This target has {n:,} outputs whose rows do not add up to 1.",
                y.shape[1],
            ),
            tr("Use binary cross-entropy for two classes, or mean squared error for numbers."),
        )
    if loss.output == "sigmoid" and (y.min() < 0 or y.max() > 1):
        raise UserError(
            tr("{loss} needs targets between 0 and 1.", loss=tr(loss.label)),
            tr("These reach from {low:.4g} to {high:.4g}.", low=y.min(), high=y.max()),
            tr("Use mean squared error for numbers."),
        )


def _refuse_for_all_rows(config: RunConfig, dataset: Dataset, optimizer: FullBatchOptimizer) -> None:
    """Refuse what an optimizer that looks for the best step with all rows cannot be combined with."""
    training, label = config.training, tr(optimizer.label)
    on = [name for name in OFF_FOR_ALL_ROWS if getattr(training, name) != getattr(TrainingConfig(), name)]
    # |W| bends nowhere but at 0: a matrix of curvatures cannot hold it.
    on += ["l1"] * (training.l1 > 0 and optimizer.needs_squares)
    labels = {p.name: tr(p.label) for p in params_of(TrainingConfig)}
    active = [labels[name] for name in on]
    if active:
        raise UserError(
            tr("{optimizer} does not work with: {settings}.", optimizer=label, settings=", ".join(active)),
            tr("It needs a loss that is the same function of the weights at every step."),
            tr("Switch that off, or choose another optimizer, for example Adam."),
        )
    if optimizer.needs_squares and not isinstance(training.loss, MSE):
        raise UserError(
            tr("{optimizer} needs the mean squared error as loss.", optimizer=label),
            tr("The loss is: {loss}.", loss=tr(training.loss.label)),
            tr("Choose that loss, or another optimizer, for example L-BFGS."),
        )
    parameters = ParameterLayout(_sizes(config, dataset)).n_parameters
    if optimizer.largest is not None and parameters > optimizer.largest:
        raise UserError(
            tr("The network is too large for {optimizer}.", optimizer=label),
            tr(
                "It has {parameters:,} weights and biases; a square matrix of them must be solved, and the limit is "
                "{limit:,}.",
                parameters=parameters,
                limit=optimizer.largest,
            ),
            tr("Use fewer units, or another optimizer, for example L-BFGS or Adam."),
        )
