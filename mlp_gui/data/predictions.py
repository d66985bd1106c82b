"""What a model answers: to the rows of a table, and to the few rows that prove it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Floats
from mlp_gui.data.preprocessing.training_range import OutsideRows


@dataclass(frozen=True, eq=False)
class CheckRows:
    """Raw input rows and the model's answers to them, with which any reader of a file can check that it reads it right.

    Attributes
    ----------
    columns : tuple of str
        Raw input columns.
    rows : tuple of tuple
        Their cells: numbers, texts or None.
    outputs : ndarray of shape (n_rows, n_outputs)
        In original units, or class probabilities.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    outputs: Floats


@dataclass(frozen=True, eq=False)
class Predictions:
    """Answers for the rows of a table.

    Attributes
    ----------
    columns : dict
        Heading to one value for each row.
    notes : tuple of str
        What was odd, in sentences.
    outputs : ndarray of shape (n_rows, n_outputs)
        In original units, or class probabilities; NaN in rows without a prediction.
    usable : ndarray of shape (n_rows,)
        Whether a row has a prediction.
    outside : OutsideRows
        The rows that lie outside of what the training rows held.
    low, high : ndarray of shape (n_rows, n_targets), optional
        Ends of the intervals; None where there are none, and for classes.
    spread : ndarray of shape (n_rows, n_outputs), optional
        Standard deviation of the members' answers, of an ensemble only.
    """

    columns: dict[str, Any]
    notes: tuple[str, ...]
    outputs: Floats
    usable: NDArray[np.bool_]
    outside: OutsideRows
    low: Floats | None = None
    high: Floats | None = None
    spread: Floats | None = None
