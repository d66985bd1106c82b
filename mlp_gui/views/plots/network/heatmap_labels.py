"""The texts around heatmaps: heads, names of inputs and outputs where they fit, and bars with numbers."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from mlp_gui.core.number_format import format_integer
from mlp_gui.core.translation import tr
from mlp_gui.views.charts import class_names
from mlp_gui.views.plots.network.heatmap_layout import BAR, BIAS_GAP, GAP, HEAD, MARGIN, LayerBox
from mlp_gui.views.theme import style

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
MIDDLE = Qt.TextElideMode.ElideMiddle
SPARSEST = 4
MAX_FOOT = 0.3  # of the height, for slanted names


def left_room(
    inputs: tuple[str, ...], font: QFontMetricsF, width: float, height: float, blocks: tuple[slice, ...] = ()
) -> float:
    """Return the pixels left of the first layer for the names of its inputs, within a quarter of the whole.

    Names that are far too many for the height are replaced by their number.

    Parameters
    ----------
    inputs : tuple of str
    font : QFontMetricsF
    width, height : float
        Of the whole, in pixels.
    blocks : tuple of slice
        The inputs that share the name of the first of them; empty where each has its own.
    """
    room = height - HEAD - BAR - BIAS_GAP
    texts = (*(name for name, _ in named_rows(inputs, blocks, room / (len(inputs) + 1), font)), tr("bias"))
    if inputs and len(texts) == 1:
        texts = (_inputs(len(blocks) or len(inputs)), tr("bias"))
    longest = max(font.horizontalAdvance(text) for text in texts)
    return MARGIN + min(longest + 8, max(0.25 * width, 60))


def named_rows(
    inputs: tuple[str, ...], blocks: tuple[slice, ...], row_height: float, font: QFontMetricsF
) -> list[tuple[str, float]]:
    """Return the names that have room beside their rows, and their middles in pixels from the first row on.

    Parameters
    ----------
    inputs : tuple of str
    blocks : tuple of slice
        The inputs that share the name of the first of them; empty where each has its own.
    row_height : float
    font : QFontMetricsF

    Returns
    -------
    list of (str, float)
        Empty when fewer than every fourth name has room.
    """
    if len(blocks) in (0, len(inputs)):
        every = stride(row_height, font)
        rows = list(enumerate(inputs))[::every] if every <= SPARSEST else []
        return [(name, (row + 0.5) * row_height) for row, name in rows]
    found: list[tuple[str, float]] = []
    free = -math.inf
    for block in blocks:
        middle = (block.start + block.stop) / 2 * row_height
        if middle >= free:
            found.append((inputs[block.start], middle))
            free = middle + font.height() - 2
    return found if SPARSEST * len(found) >= len(blocks) else []


def stride(row_height: float, font: QFontMetricsF) -> int:
    """Return n when every n-th row has room for its name."""
    return max(1, math.ceil((font.height() - 2) / max(row_height, 1e-3)))


def _inputs(count: int) -> str:
    return tr("{count:,} inputs", count=count)


def foot_room(outputs: tuple[str, ...], font: QFontMetricsF, column: float | None, height: float) -> float:
    """Return the pixels for the names of the outputs.

    Parameters
    ----------
    outputs : tuple of str
    font : QFontMetricsF
    column : float or None
        How wide a column is; None while that is not known.
    height : float
        Of the whole, in pixels.
    """
    level = font.height() + 4
    if column is None or len(outputs) < 2 or class_names.is_level(outputs, column, font):
        return level if outputs else 0.0
    return max(level, class_names.foot(outputs, column, font, MAX_FOOT * height))


def paint_head(painter: QPainter, box: LayerBox, fan_in: int, fan_out: int) -> None:
    """Draw a layer's number and shape, as much as fits: "1: 13 → 10".

    Parameters
    ----------
    painter : QPainter
    box : LayerBox
    fan_in, fan_out : int
        Of the layer, of which the box may show a part.
    """
    palette = style.current()
    metrics = QFontMetricsF(painter.font())
    shape = f"{format_integer(fan_in)} → {format_integer(fan_out)}"
    name = tr("layer {layer}", layer=box.layer + 1)
    options = (f"{name}   {shape}", name, str(box.layer + 1))
    fitting = [text for text in options if metrics.horizontalAdvance(text) <= box.head.width() + 8]
    painter.setPen(QColor(palette.muted))
    painter.drawText(box.head.adjusted(0, 0, 10, 0), LEFT, fitting[0] if fitting else options[-1])


def paint_inputs(painter: QPainter, box: LayerBox, names: tuple[str, ...], blocks: tuple[slice, ...] = ()) -> None:
    """Write names beside the rows of the first layer: all, every second ... or fourth, or else how many there are.

    Rows of one column share a name and a line.

    Parameters
    ----------
    painter : QPainter
    box : LayerBox
    names : tuple of str
    blocks : tuple of slice
        As for `left_room`.
    """
    metrics = QFontMetricsF(painter.font())
    painter.setPen(QColor(style.current().muted))
    room = box.cells.left() - MARGIN - 6
    text_height = metrics.height()
    bias = max(box.bias.center().y(), box.cells.bottom() + text_height / 2 - box.row_height / 2 - 2)
    rows = named_rows(names, blocks, box.row_height, metrics)
    for name, below in rows:
        middle = box.cells.top() + below
        if middle <= bias - text_height:
            place = QRectF(MARGIN, middle - text_height / 2, room, text_height)
            painter.drawText(place, RIGHT, metrics.elidedText(name, MIDDLE, room))
    for block in blocks:
        if block.stop - block.start > 1 and box.row_height * (block.stop - block.start) > 6:
            ends = (box.cells.top() + at * box.row_height for at in (block.start, block.stop))
            x, (top, bottom) = round(box.cells.left()) - 3, (round(y) for y in ends)
            painter.drawLine(x, top + 1, x, bottom - 2)
    if not rows and box.fan_in:
        text = metrics.elidedText(_inputs(len(blocks) or box.fan_in), MIDDLE, room)
        painter.drawText(QRectF(MARGIN, box.cells.top(), room, text_height), RIGHT, text)
    painter.drawText(QRectF(MARGIN, bias - text_height / 2, room, text_height), RIGHT, tr("bias"))


def paint_outputs(painter: QPainter, box: LayerBox, names: tuple[str, ...], foot: float) -> None:
    """Write one name below each column of the last layer, slanted if need be; if columns are too narrow, how many.

    Parameters
    ----------
    painter : QPainter
    box : LayerBox
    names : tuple of str
    foot : float
        As returned by `foot_room`.
    """
    if not names:
        return
    metrics = QFontMetricsF(painter.font())
    painter.setPen(QColor(style.current().muted))
    place = QRectF(box.cells.left(), box.bias.bottom() + 1, box.cells.width(), metrics.height() + 2)
    if len(names) == 1:
        place.setWidth(box.head.width() + 8)
        painter.drawText(place, LEFT, metrics.elidedText(names[0], MIDDLE, place.width()))
    elif class_names.have_room(names, box.column_width, metrics):
        class_names.paint_columns(painter, metrics, box.cells.united(box.bias), names, foot)
    else:
        text = tr("{count:,} outputs", count=len(names))
        fits = metrics.horizontalAdvance(text) <= box.head.width()
        place.setRight(max(place.right(), box.head.right()))
        painter.drawText(place, LEFT if fits else RIGHT, text)


def paint_bar(painter: QPainter, place: QRectF, limit: str, table: NDArray[np.uint32]) -> None:
    """Paint a colour bar between its ends' numbers, zero in the middle; without room, the bar and "±" its limit.

    Parameters
    ----------
    painter : QPainter
    place : QRectF
    limit : str
        Magnitude of the strongest colours, written.
    table : ndarray of uint32
        Colours from the lowest to the highest number.
    """
    palette = style.current()
    metrics = QFontMetricsF(painter.font())
    painter.setPen(QColor(palette.muted))
    wide = metrics.horizontalAdvance(f"-{limit}") + 5
    bar = QRectF(place.left() + wide, place.center().y() - 4, place.width() - 2 * wide, 8)
    if bar.width() >= 28:
        low = f"-{limit}" if limit != "0" else ""
        painter.drawText(QRectF(place.left(), place.top(), wide, place.height()), LEFT, low)
        painter.drawText(QRectF(bar.right() + 5, place.top(), wide, place.height()), LEFT, limit)
    else:
        wide = metrics.horizontalAdvance(f"±{limit}") + 5
        bar = QRectF(place.left(), bar.top(), place.width() - wide, 8)
        left = place.left() if bar.width() < 12 else bar.right() + 5
        if wide > place.width() + GAP:
            return
        painter.drawText(QRectF(left, place.top(), wide, place.height()), LEFT, f"±{limit}")
    if bar.width() < 12:
        return
    # Index 0 is the colour of what is not finite.
    shades = QImage(table[1:].tobytes(), 255, 1, 4 * 255, QImage.Format.Format_RGB32)
    painter.drawImage(bar, shades, QRectF(0, 0, 255, 1))
    painter.setPen(QColor(palette.muted))
    x = round(bar.center().x())
    painter.drawLine(QPointF(x, bar.top() - 2), QPointF(x, bar.top()))
    painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + 2))
