"""Screening: of ten thousand columns nearly all are dismissed by a few rows at once, before any is looked at alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.data.columns.profile import FieldProfile

Numbers = NDArray[np.float64]
Codes = NDArray[np.int64]
Mask = NDArray[np.bool_]
_WORTH_IT = 64  # columns
_ROWS = 64
_BLOCK = 512
_FEW = 10  # values, below which a column has steps rather than an order, as in `is_same_order`
_MOST_CLASSES = 50


def dismissed_columns(
    sample: pd.DataFrame, fields: Sequence[FieldProfile], y: Numbers | None, classes: Codes | None
) -> frozenset[str]:
    """Return columns of numbers that have nothing to do with the target, as some rows prove.

    What is no order, no range and no class by itself among some rows is none among all of them. The other columns are
    to be looked at one by one.

    Parameters
    ----------
    sample : DataFrame
    fields : sequence of FieldProfile
        Of columns of numbers.
    y : ndarray of shape (n_rows,), optional
        The target, where it is a scale.
    classes : ndarray of shape (n_rows,), optional
        The target counted from 0, where it has few values.
    """
    if len(fields) < _WORTH_IT or (y is None and classes is None):
        return frozenset()
    rows = np.arange(len(sample))[:: max(1, len(sample) // _ROWS)]
    some, found = sample.iloc[rows], set[str]()
    for at in cancellable_loop(range(0, len(fields), _BLOCK)):
        block = fields[at : at + _BLOCK]
        x = some[[f.name for f in block]].to_numpy(dtype=float)
        gone = np.ones(len(block), bool)
        if y is not None:
            gone &= _without_order(x, y[rows], block)
        if classes is not None:
            gone &= np.array([not f.missing for f in block])  # gaps may tell a class, too
            apart, mixed = _class_evidence(x, classes[rows])
            gone &= mixed | np.array([f.distinct > _MOST_CLASSES for f in block])
            if y is None:
                gone &= apart
        found |= {f.name for f, is_gone in zip(block, gone.tolist(), strict=True) if is_gone}
    return frozenset(found)


def _without_order(x: Numbers, y: Numbers, fields: Sequence[FieldProfile]) -> Mask:
    """Which columns, (n_rows, n_columns), both rise and fall with y, or come back to a value of few."""
    first = np.unique(y, return_index=True)[1]  # rows of one y say nothing about an order
    if len(first) < _FEW:
        return np.zeros(x.shape[1], bool)
    ordered = x[first]
    steps = np.diff(ordered, axis=0)
    values = 1 + (np.diff(np.sort(ordered, axis=0), axis=0) > 0).sum(axis=0)
    winds = (steps > 0).any(axis=0) & (steps < 0).any(axis=0) & (values >= _FEW)
    in_steps = np.array([f.distinct < _FEW and not f.missing for f in fields])
    return np.asarray(winds | (in_steps & (1 + (steps != 0).sum(axis=0) > values)))


def _class_evidence(x: Numbers, classes: Codes) -> tuple[Mask, Mask]:
    """Return in which columns a class has no range to itself, and in which two classes share a value."""
    by_class = np.argsort(classes, kind="stable")
    order = np.argsort(x[by_class], axis=0, kind="stable")
    changes = np.diff(classes[by_class][order], axis=0) != 0
    same = np.diff(np.take_along_axis(x[by_class], order, axis=0), axis=0) == 0
    return changes.sum(axis=0) > len(np.unique(classes)) - 1, (changes & same).any(axis=0)
