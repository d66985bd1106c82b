"""Refusals before training, in words: what a run cannot start with, and what to do about it."""

from __future__ import annotations

import numpy as np

from mlp_gui.core.dataset import Dataset, Subset, Task
from mlp_gui.core.errors import UserError
from mlp_gui.engine.config import RunConfig
from mlp_gui.engine.losses import MSE
from mlp_gui.engine.network import count_parameters
from mlp_gui.engine.tape import Array
from mlp_gui.engine.update import FullBatchOptimizer


def refuse_unusable(config: RunConfig, dataset: Dataset) -> None:
    """UserError when the dataset cannot be trained on with these settings."""
    if not len(dataset.train):
        raise UserError(
            "There are no training rows.",
            hint="Give the training subset a share of the rows, or use fewer inputs with gaps.",
        )
    if dataset.n_features == 0:
        raise UserError("There are no inputs.", hint="Choose at least one column as input.")
    if dataset.n_outputs == 0:
        raise UserError("There is no target.", hint="Choose at least one column as target.")
    for name, subset in dataset.subsets.items():
        _refuse_subset(name, subset, dataset, np.dtype(config.network.dtype))
    _refuse_task(config, dataset)
    refuse_combination(config, dataset)


def refuse_combination(config: RunConfig, dataset: Dataset) -> None:
    """UserError when the settings do not work together, whatever the numbers in the data."""
    if isinstance(config.training.optimizer, FullBatchOptimizer):
        _refuse_for_all_rows(config, dataset, config.training.optimizer)


def _refuse_subset(name: str, subset: Subset, dataset: Dataset, dtype: np.dtype[np.floating]) -> None:
    x, y = subset.x, subset.y
    if x.ndim != 2 or y.ndim != 2 or len(x) != len(y):
        raise UserError(f"The {name} rows do not fit together: inputs {x.shape}, targets {y.shape}.")
    if len(x) and (x.shape[1] != dataset.n_features or y.shape[1] != dataset.n_outputs):
        raise UserError(f"The {name} rows have other columns than the training rows: {x.shape[1]} and {y.shape[1]}.")
    for what, values, names in (("input", x, dataset.feature_names), ("target", y, dataset.output_names)):
        _refuse_values(name, what, values, names, float(np.finfo(dtype).max))
    if subset.weights is not None:
        w = subset.weights
        if w.shape != (len(x),) or not np.isfinite(w).all() or (len(w) and (w.min() < 0 or w.max() <= 0)):
            raise UserError(f"The row weights of the {name} rows must be finite, not negative, and not all 0.")


def _refuse_values(subset: str, what: str, values: Array, names: tuple[str, ...], largest: float) -> None:
    if not values.size:
        return
    top, bottom = values.max(axis=0), values.min(axis=0)
    # A product of two values must be finite too, or the first step already overflows.
    bad = ~(np.isfinite(top) & np.isfinite(bottom)) | (np.maximum(np.abs(top), np.abs(bottom)) > np.sqrt(largest))
    if not bad.any():
        return
    column = int(np.argmax(bad))
    label = names[column] if column < len(names) else f"column {column + 1}"
    if not (np.isfinite(top[column]) and np.isfinite(bottom[column])):
        row = int(np.argmax(~np.isfinite(values[:, column])))
        detail = f"{label} is {values[row, column]} in row {row + 1} of the {subset} subset."
        hint = "Fill or drop missing and infinite values."
        raise UserError(f"The {what} {label} has values that are not finite numbers.", detail, hint)
    raise UserError(
        f"The values of the {what} {label} are too large to compute with.",
        f"They reach {max(abs(top[column]), abs(bottom[column])):.3g} in the {subset} subset.",
        "Scale the column, or remove the outliers.",
    )


def _refuse_task(config: RunConfig, dataset: Dataset) -> None:
    loss, y, task = config.training.loss, dataset.train.y, dataset.task
    if task is Task.MULTICLASS and dataset.n_outputs < 2:
        raise UserError("The target has only one class.", hint="Choose a target with at least two classes.")
    if task.is_classification and len(y) and (y == y[0]).all():
        names = dataset.class_names or ("0", "1")
        only = int(y[0].argmax()) if task is Task.MULTICLASS else int(y[0, 0])
        only_name = names[only] if only < len(names) else str(only)
        raise UserError(
            "The training rows have only one class.",
            f"All {len(y):,} of them are {only_name}." if len(y) > 1 else f"The only one is {only_name}.",
            "Choose another target, or another split of the rows.",
        )
    if loss.output == "softmax" and (y.shape[1] < 2 or not np.allclose(y.sum(axis=1), 1)):
        raise UserError(
            f"{loss.label} needs one output per class.",
            f"This target has {y.shape[1]} output{'s' if y.shape[1] > 1 else ''} whose rows do not add up to 1.",
            "Use binary cross-entropy for two classes, or mean squared error for numbers.",
        )
    if loss.output == "sigmoid" and (y.min() < 0 or y.max() > 1):
        raise UserError(
            f"{loss.label} needs targets between 0 and 1.",
            f"These reach from {y.min():.4g} to {y.max():.4g}.",
            "Use mean squared error for numbers.",
        )


def _refuse_for_all_rows(config: RunConfig, dataset: Dataset, optimizer: FullBatchOptimizer) -> None:
    """What an optimizer that looks for the best step with all rows cannot be combined with."""
    training = config.training
    settings = {
        "Dropout": training.dropout > 0,
        "Input noise": training.input_noise > 0,
        "Gradient clipping": training.clip != "none",
        "Max-norm": training.max_norm is not None,
        "Weight decay": training.weight_decay > 0,
        "L1 penalty": training.l1 > 0 and optimizer.needs_squares,
    }
    active = [name for name, on in settings.items() if on]
    if active:
        raise UserError(
            f"{optimizer.label} does not work with: {', '.join(active)}.",
            "It needs a loss that is the same function of the weights at every step.",
            "Switch that off, or choose another optimizer, for example Adam.",
        )
    if optimizer.needs_squares and not isinstance(training.loss, MSE):
        raise UserError(
            f"{optimizer.label} needs the mean squared error as loss.",
            f"The loss is: {training.loss.label}.",
            "Choose that loss, or another optimizer, for example L-BFGS.",
        )
    sizes = (dataset.n_features, *(layer.units for layer in config.network.hidden), dataset.n_outputs)
    parameters = count_parameters(sizes)
    if optimizer.largest is not None and parameters > optimizer.largest:
        raise UserError(
            f"The network is too large for {optimizer.label}.",
            f"It has {parameters:,} weights and biases; a square matrix of them must be solved, and the limit is "
            f"{optimizer.largest:,}.",
            "Use fewer units, or another optimizer, for example L-BFGS or Adam.",
        )
