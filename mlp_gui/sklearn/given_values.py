"""What scikit-learn hands in, as the engine takes it: settings, weights, scalings, states."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.utils import check_array, check_consistent_length

from mlp_gui.core.errors import UserError
from mlp_gui.data.preprocessing.scalers import fit_scaling
from mlp_gui.engine.training.state import State, facts_of

Numbers = NDArray[np.float64]


@contextmanager
def as_value_error() -> Iterator[None]:
    """Say what the program refuses as scikit-learn expects it."""
    try:
        yield
    except UserError as error:
        raise ValueError(str(error)) from error


def read_weights(given: ArrayLike | None, x: Numbers) -> Numbers | None:
    """Return sample weights of shape (n_rows,), None where all rows count alike; ValueError for what weighs nothing."""
    if given is None:
        return None
    weights = np.asarray(check_array(given, ensure_2d=False, dtype=np.float64), np.float64)
    if weights.ndim != 1:
        raise ValueError("Sample weights must be one number for each row, in one dimension.")
    check_consistent_length(x, weights)
    if (weights < 0).any():
        raise ValueError("Negative values in data passed to `sample_weight`: a weight is a number from 0 up.")
    if not weights.any():
        raise ValueError("All sample weights are zero: no row counts.")
    return weights


def family_member(given: str | Mapping[str, Any]) -> dict[str, Any]:
    """Return a member of a family as settings hold it; a name alone has its usual settings."""
    return {"name": given} if isinstance(given, str) else dict(given)


def plain_values(value: Any) -> Any:
    """Return numbers of numpy, as searches over parameters hand them in, as those of Python."""
    if isinstance(value, Mapping):
        return {name: plain_values(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain_values(each) for each in value]
    return value.item() if isinstance(value, np.generic) else value


def fit_column_scaling(method: str, values: Numbers, weights: Numbers | None) -> tuple[Numbers, Numbers]:
    """Return shift and scale of each column, each of shape (n_columns,)."""
    if method not in ("standard", "minmax", "robust", "none"):
        raise UserError(f"There is no scaling {method!r}.", hint="Choose standard, minmax, robust or none.")
    if weights is None or method != "standard":
        pairs = [fit_scaling(method, column) for column in values.T]
    else:  # a row of weight 2 counts as if it were there twice
        means = np.average(values, axis=0, weights=weights)
        spreads = np.sqrt(np.average((values - means) ** 2, axis=0, weights=weights))
        constant = spreads <= 1e-14 * np.abs(means)
        pairs = list(zip(means.tolist(), np.where(constant, 1.0, spreads).tolist(), strict=True))
    found = np.array(pairs, np.float64).reshape(-1, 2)
    return found[:, 0].copy(), found[:, 1].copy()


def carried_over(before: State, fresh: State, n_rows: int) -> State:
    """Return the state of a run that goes on with other rows: all but what depends on the rows."""
    kept = {name: before[name] for name, array in fresh.items() if before[name].shape == array.shape}
    facts = facts_of(before) | {"rows": n_rows, "stopped": None}
    return fresh | kept | {"facts": np.array(json.dumps(facts))}
