"""Dragging files out of another program onto a widget."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop_files(target: QWidget, *paths: Path | str) -> bool:
    """Drag files over a widget and let go; False when the widget does not take them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, actions = target.rect().center(), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, actions, data, LEFT, PLAIN)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(target, QDragMoveEvent(place, actions, data, LEFT, PLAIN))
    QApplication.sendEvent(target, QDropEvent(QPointF(place), actions, data, LEFT, PLAIN))
    return True
