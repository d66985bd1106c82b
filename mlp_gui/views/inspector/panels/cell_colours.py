"""The tint behind a number: blue below zero, orange above, as strong as the number is large in its array."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from mlp_gui.plotmath.ticks import nice_ceiling
from mlp_gui.views.charts import colour_scale
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import DARK_INK, LIGHT_INK


def colour_limit(values: NDArray) -> float:
    """Return the magnitude that gets the strongest colour."""
    largest = colour_scale.largest_magnitude(values)
    return nice_ceiling(largest) if largest > 0 else 1.0


def cell_colours(values: NDArray, limit: float) -> NDArray[np.uint32]:
    """Return (rows, columns) colours as 0xffrrggbb; `limit` is the magnitude of the strongest one."""
    return colour_scale.colour_table(style.current())[colour_scale.colour_indices(np.asarray(values, float), limit)]


def cell_colour(value: float, limit: float) -> QColor:
    """Return the tint of one number; `limit` is the magnitude of the strongest colour."""
    return QColor.fromRgba(int(cell_colours(np.array([[value]]), limit)[0, 0]))


def text_colour(on: QColor) -> QColor:
    """Return the colour of text that can be read on a tint."""
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (on.redF(), on.greenF(), on.blueF())
    )
    # Relative luminance of WCAG 2; at 0.19 both inks have the same contrast.
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return QColor(DARK_INK if light > 0.19 else LIGHT_INK)
