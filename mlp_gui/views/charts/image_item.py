"""Predictions over two inputs of a network as an image: the class, or the value."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from mlp_gui.core.dataset import Task
from mlp_gui.engine.metrics.metric import both_classes
from mlp_gui.views.charts import colour_scale
from mlp_gui.views.charts.axes import Axes
from mlp_gui.views.charts.colours import indexed_colour
from mlp_gui.views.charts.items import NO_ROWS, HitResult, Item
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours

REACH = 13.0  # pixels: further than any dot that is read out


class RegionImage(Item):
    """An image over a rectangle of the axes.

    Parameters
    ----------
    colours : array of shape (n_rows, n_columns)
        0xffrrggbb, rows from below.
    limits : tuple of float
        x0, x1, y0, y1 on the axes.
    reads : callable, optional
        (x, y) -> how the place is read out. Dots near it are read instead.
    """

    def __init__(
        self,
        colours: NDArray[np.uint32],
        limits: tuple[float, float, float, float],
        reads: Callable[[float, float], tuple[str, ...]] | None = None,
    ) -> None:
        self.colours, self._reads = colours, reads
        # QImage only points into the array, which must live as long. Images run from the top, the colours from below.
        self._buffer = np.ascontiguousarray(colours[::-1])
        height, width = self._buffer.shape
        self._image = QImage(self._buffer.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        self._limits = limits

    def limits(self) -> tuple[float, float, float, float]:
        return self._limits

    def paint(self, painter: QPainter, axes: Axes, vector: bool) -> None:
        x0, x1, y0, y1 = self._limits
        a, b = axes.pixel(x0, y1), axes.pixel(x1, y0)
        # Smoothing would show predictions that the network has not made.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(QRectF(a, b), self._image)
        painter.setPen(Qt.PenStyle.NoPen)

    def hit_test(self, axes: Axes, place: QPointF) -> HitResult | None:
        x, y = axes.value_at(place)
        x0, x1, y0, y1 = self._limits
        if self._reads is None or not (x0 <= x <= x1 and y0 <= y <= y1):
            return None
        return HitResult(REACH, self._reads(x, y), NO_ROWS, None)


def region_colours(task: Task, answers: NDArray, centre: float, reach: float) -> NDArray[np.uint32]:
    """Return a colour for each place of an input plane, 0xffrrggbb, of shape (n_places,).

    A class has its indexed colour, stronger the surer the network is. Numbers are blue below the centre, orange above.

    Parameters
    ----------
    task : Task
    answers : array of shape (n_places, n_outputs)
        Values or probabilities.
    centre, reach : float
        For numbers only: the neutral value, and the distance from it that has the full colour.
    """
    panel = style.current().panel
    if task is Task.REGRESSION:
        table = colour_scale.colour_table(style.current())
        softened: NDArray[np.uint32] = _mixed(table, panel, 0.35)[
            colour_scale.colour_indices(answers[:, 0] - centre, reach)
        ]
        return softened
    p = np.nan_to_num(answers)
    if task is Task.BINARY:
        p = both_classes(p[:, 0])
    best, classes = p.argmax(axis=1), p.shape[1]
    # 0 where all classes are equally likely, 1 where one is certain.
    sure = (p.max(axis=1) - 1 / classes) / (1 - 1 / classes)
    # Mixing 32 shades of each class and looking them up is cheaper than mixing one for every place.
    steps = [0.08 + 0.5 * s / 31 for s in range(32)]
    shades = np.array(
        [[_number(mix_colours(panel, indexed_colour(k), step)) for step in steps] for k in range(classes)]
    )
    return shades.astype(np.uint32)[best, np.clip(sure * 31, 0, 31).astype(int)]


def shade_colours(shares: NDArray) -> NDArray[np.uint32]:
    """Return colours from the panel's (share 0) to that of training rows (1), in the shape of the shares."""
    palette = style.current()
    steps = np.array([_number(mix_colours(palette.panel, palette.training, k / 63)) for k in range(64)], np.uint32)
    # The root lifts small shares, which would hardly differ from the ground.
    found: NDArray[np.uint32] = steps[np.clip(np.sqrt(shares) * 63, 0, 63).astype(int)]
    return found


def _number(colour: str) -> int:
    return 0xFF000000 | int(colour[1:], 16)


def _mixed(table: NDArray[np.uint32], panel: str, share: float) -> NDArray[np.uint32]:
    ground = QColor(panel).rgb()
    channels = []
    for shift in (0, 8, 16):
        a, b = (table >> shift) & 255, (ground >> shift) & 255
        channels.append(((1 - share) * a + share * b).astype(np.uint32) << shift)
    return (np.uint32(0xFF000000) | channels[0] | channels[1] | channels[2]).astype(np.uint32)
