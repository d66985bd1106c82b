"""What the training rows held in a column, read from the fitted pipeline: its typical value and its range."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.data.preprocessing.training_range import ORDERED


def typical_cell(fitted: FittedInput, cell: Any) -> Any:
    """Return the value that stands for a column: what fills its gaps, or the middle of its numbers.

    Parameters
    ----------
    fitted : FittedInput
    cell : object
        Returned where the column has neither.
    """
    if fitted.fill is not None:
        return fitted.fill
    return fitted.shift[0] if fitted.encoding == "number" else cell


def trained_range(fitted: FittedInput) -> tuple[float, float]:
    """Return the smallest and largest value of the training rows, in original units; NaN where there is no order.

    Parameters
    ----------
    fitted : FittedInput
    """
    if fitted.encoding not in ORDERED or fitted.low is None or fitted.high is None:
        return math.nan, math.nan
    scaled = np.array([fitted.low, fitted.high]) * fitted.scale[0] + fitted.shift[0]
    low, high = fitted.transformation.inverse(scaled).tolist()
    return low, high
