"""A window that belongs to another one closes with it; otherwise the program would not end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class LinkedWindow(QObject):
    """Closes `window` when `owner` is hidden by the program. Minimising, which the system does, is not that."""

    def __init__(self, owner: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        owner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # One that stands inside of its owner goes and comes with it.
        if event.type() is QEvent.Type.Hide and not event.spontaneous() and self._window.isWindow():
            self._window.close()
        return False
