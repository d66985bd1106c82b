"""Where the page begins and how far its sliders go: from the training rows, or from the check rows of a saved run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.data.preprocessing.training_range import ORDERED
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.common.self_check import rows_to_frame
from mlp_gui.export.page.point_columns import PointColumn
from mlp_gui.model import CheckRows

MOST_ROWS = 20_000  # that medians and counts are taken of
BINS = 24
MOST_EXAMPLES = 8


@dataclass(frozen=True)
class PointRange:
    """What a column of the page begins with.

    Attributes
    ----------
    start : float or str or None
    low, high : float
        Ends of the slider.
    trained : tuple of (float, float), optional
        The smallest and largest value of the training rows, where they are known.
    whole : bool
        Whether its values are whole numbers.
    counts : tuple of int
        Training rows in equal parts of the range, or of each category; empty without the table.
    """

    start: float | str | None
    low: float = 0.0
    high: float = 1.0
    trained: tuple[float, float] | None = None
    whole: bool = False
    counts: tuple[int, ...] = ()


def training_frame(source: ExportInput) -> pd.DataFrame | None:
    """Return training rows of the table with the derived columns, at most MOST_ROWS; None where it is not at hand."""
    if source.prepared is None:
        return None
    rows = source.prepared.dataset.train.row_numbers
    if len(rows) > MOST_ROWS:
        rows = rows[np.linspace(0, len(rows) - 1, MOST_ROWS).astype(int)]
    return source.prepared.table.frame.iloc[rows]


def check_frame(source: ExportInput) -> tuple[pd.DataFrame, NDArray[np.float64]]:
    """Return the check rows that have answers, with their derived columns, and the model's answers to them."""
    checks: CheckRows = source.model.checks
    frame = source.model.pipeline.derivation.frame_with(rows_to_frame(checks.columns, checks.rows))
    outputs = np.asarray(checks.outputs, np.float64)
    answered = np.flatnonzero(np.isfinite(outputs).all(axis=1)) if len(outputs) else np.zeros(0, int)
    kept = answered[-MOST_EXAMPLES:]
    return frame.iloc[kept], outputs[kept]


def find_range(column: PointColumn, training: pd.DataFrame | None, checks: pd.DataFrame) -> PointRange:
    """Find where a column begins and ends.

    Parameters
    ----------
    column : PointColumn
    training : DataFrame or None
        Rows of the table; None where it is not at hand.
    checks : DataFrame
        The check rows.
    """
    known = training if training is not None and column.name in training else None
    series: pd.Series[Any] = (known if known is not None else checks)[column.name]
    if column.kind == "words":
        return _of_words(column, series, known is not None)
    values = column.numbers(series)
    values = values[np.isfinite(values)]
    trained = _trained(column.fitted, values, known is not None)
    low, high = _ends(values, trained)
    whole = bool(len(values)) and known is not None and bool((values == np.round(values)).all())
    middle = float(np.sort(values)[len(values) // 2]) if len(values) else (low + high) / 2
    counts = _counts(column, values, low, high) if known is not None else ()
    return PointRange(middle, low, high, trained, whole, counts)


def _counts(column: PointColumn, values: NDArray[np.float64], low: float, high: float) -> tuple[int, ...]:
    """Count the rows in equal parts: of the day or the year where the network sees only the share of it."""
    if column.wave:
        stamps = np.round(values * 86_400).astype("datetime64[s]")
        begin = stamps.astype(f"datetime64[{'D' if column.wave == 'day' else 'Y'}]")
        seconds = (stamps - begin.astype("datetime64[s]")).astype(float)
        values, low, high = seconds, 0.0, 86_400.0 * (1 if column.wave == "day" else 366)
    return tuple(np.histogram(np.clip(values, low, high), BINS, (low, high))[0].tolist())


def _of_words(column: PointColumn, series: pd.Series[Any], counted: bool) -> PointRange:
    found = Counter(word for word in column.words(series) if word in column.categories)
    start = found.most_common(1)[0][0] if found else next(iter(column.categories), None)
    counts = tuple(found[word] for word in column.categories) if counted else ()
    return PointRange(start, counts=counts)


def _trained(fitted: FittedInput | None, values: NDArray[np.float64], counted: bool) -> tuple[float, float] | None:
    """Return the smallest and largest value of the training rows, None where they are not known."""
    if fitted is not None and fitted.encoding in ORDERED and fitted.low is not None and fitted.high is not None:
        scaled = np.array([fitted.low, fitted.high], float) * fitted.scale[0] + fitted.shift[0]
        # Twelve digits: the way back of a scaling leaves the last ones uncertain.
        low, high = (float(f"{v:.12g}") for v in fitted.transformation.inverse(scaled).tolist())
        return low, high
    return (float(values.min()), float(values.max())) if counted and len(values) else None


def _ends(values: NDArray[np.float64], trained: tuple[float, float] | None) -> tuple[float, float]:
    """Return the ends of the slider: those of the training rows, or some room around the rows that are known."""
    low, high = trained or ((float(values.min()), float(values.max())) if len(values) else (0.0, 1.0))
    if trained is not None and high > low:
        return low, high
    room = (high - low) / 2 or abs(low) / 2 or 1.0
    return low - room, high + room
