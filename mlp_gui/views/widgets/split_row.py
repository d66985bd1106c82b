"""Widgets side by side, with a border between them that can be moved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


def row_of(left: QWidget, right: QWidget) -> QSplitter:
    """Return two widgets side by side, each as wide as the other.

    Parameters
    ----------
    left, right : QWidget
    """
    row = QSplitter(Qt.Orientation.Horizontal)
    row.addWidget(left)
    row.addWidget(right)
    row.setSizes([500, 500])
    row.setChildrenCollapsible(False)
    return row


def widgets_in(row: QSplitter) -> list[QWidget]:
    """Return what stands in a row, from left to right."""
    return [child for k in range(row.count()) if (child := row.widget(k)) is not None]
