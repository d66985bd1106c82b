"""Gaps in the table of an array between numbers that enter in pieces, so that each is a block of its own."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter

from mlp_gui.engine.tracing.tensors import Tensor, TensorNames
from mlp_gui.views.theme import style

_GAP = 3  # pixels


def paint_block_gaps(painter: QPainter, rect: QRect, names: TensorNames, tensor: Tensor, cell: tuple[int, int]) -> None:
    """Paint the gap before a cell that begins a block, or nothing.

    Parameters
    ----------
    painter : QPainter
    rect : QRect
        Of the cell.
    names : TensorNames
    tensor : Tensor
    cell : tuple of int
        Row and column.
    """
    ground = QColor(style.current().panel)
    if names.begins_block(tensor.across, cell[1]):
        painter.fillRect(QRect(rect.topLeft(), QSize(_GAP, rect.height())), ground)
    if names.begins_block(tensor.down, cell[0]):
        painter.fillRect(QRect(rect.topLeft(), QSize(rect.width(), _GAP)), ground)
