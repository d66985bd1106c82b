"""What each unit gives over two inputs, as small pictures; for networks that have just these two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from mlp_gui.core.dataset import Dataset
from mlp_gui.views.charts import colour_scale
from mlp_gui.views.plots.network.diagram_layout import DrawnLayer
from mlp_gui.views.theme import style

SIDE = 24  # places along each input
AIR = 0.05  # of the range of the training rows, beyond them on either side
MOST_ROWS = 20_000  # training rows that the range is taken from


@dataclass(frozen=True)
class InputPlane:
    """The rectangle of the two inputs that is looked at.

    Attributes
    ----------
    low, high : tuple of float
        Lower left and upper right corner, as the network sees them.
    """

    low: tuple[float, float]
    high: tuple[float, float]

    def grid(self) -> NDArray[np.float64]:
        """Return the places of a picture, row by row from its upper left, of shape (SIDE * SIDE, 2)."""
        shares = (np.arange(SIDE) + 0.5) / SIDE
        x, y = (low + shares * (high - low) for low, high in zip(self.low, self.high, strict=True))
        return np.column_stack([np.tile(x, SIDE), np.repeat(y[::-1], SIDE)])

    def share_of(self, row: NDArray) -> tuple[float, float]:
        """Return where a row lies, from the left and from the top; 0 to 1 within the picture."""
        x, y = ((float(v) - low) / (high - low) for v, low, high in zip(row, self.low, self.high, strict=True))
        return x, 1 - y


def plane_of(dataset: Dataset) -> InputPlane | None:
    """Return the plane of a table with just two inputs, each of them a number; None for any other."""
    if len(dataset.feature_names) != 2 or len(dataset.plain_features) != 2:
        return None
    x = dataset.train.x[:: max(1, len(dataset.train) // MOST_ROWS)]
    low, high = x.min(axis=0), x.max(axis=0)
    air = np.where(high > low, AIR * (high - low), 1.0)  # 1.0 for a constant input
    (a, b), (c, d) = (low - air).tolist(), (high + air).tolist()
    return InputPlane((a, b), (c, d))


def make_tiles(responses: Sequence[NDArray], columns: Sequence[DrawnLayer]) -> list[list[QImage]]:
    """Paint what the drawn units give: blue below 0, orange above, each on a scale of its own.

    Parameters
    ----------
    responses : sequence of arrays of shape (SIDE * SIDE, n_units)
        What every unit of a layer gives at the places of `InputPlane.grid`.
    columns : sequence of DrawnLayer
    """
    table = colour_scale.colour_table(style.current())
    made = []
    for response, column in zip(responses, columns, strict=True):
        drawn = np.nan_to_num(response[:, list(column.units)])
        limits = np.maximum(np.abs(drawn).max(axis=0), 1e-12)  # of each unit: what counts is where it answers
        colours = table[colour_scale.colour_indices(drawn / limits, 1.0)].astype(np.uint32)
        made.append([_image(colours[:, at]) for at in range(len(column.units))])
    return made


def paint_tile(painter: QPainter, tile: QImage, box: QRectF, spot: tuple[float, float] | None) -> None:
    """Paint the picture of a unit with a border of the painter's pen.

    Parameters
    ----------
    painter : QPainter
    tile : QImage
    box : QRectF
        Where it stands.
    spot : tuple of float, or None
        Where a chosen row lies in it, from the left and from the top.
    """
    painter.drawImage(box, tile)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    if spot is not None and all(0 <= share <= 1 for share in spot):
        painter.setBrush(QColor(style.current().text))
        painter.drawEllipse(box.topLeft() + QPointF(spot[0] * box.width(), spot[1] * box.height()), 2.2, 2.2)


def _image(colours: NDArray[np.uint32]) -> QImage:
    pixels = np.ascontiguousarray(colours)
    return QImage(pixels.data, SIDE, SIDE, 4 * SIDE, QImage.Format.Format_RGB32).copy()  # owns its pixels
