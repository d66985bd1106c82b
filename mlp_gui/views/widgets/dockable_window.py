"""A window that can stand among the pages of another one, and be torn off it again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget


class DockableWindow(QWidget):
    """A window of its own, or one of the pages of the main window.

    Signals
    -------
    opened, closed
        It came into view or went; minimising is not that.
    left
        The person goes back to the other pages, by Escape.
    """

    opened = Signal()
    closed = Signal()
    left = Signal()

    def __init__(self, least: QSize, parent: QWidget | None = None) -> None:
        """Make a window of at least some size, which is deleted with its parent."""
        super().__init__(parent, Qt.WindowType.Window)
        self._least = least
        self.setMinimumSize(least)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def is_docked(self) -> bool:
        """Whether it is a page, and not a window of its own."""
        return not self.isWindow()

    def dock(self, pages: QStackedWidget) -> None:
        """Become one of the pages."""
        self.setMinimumSize(0, 0)  # low parts leave things out
        pages.addWidget(self)

    def tear_off(self, owner: QWidget) -> None:
        """Become a window again; it closes with its owner."""
        self.setParent(owner, Qt.WindowType.Window)
        self.setMinimumSize(self._least)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # opened, and not brought back from the task bar
            self.setFocus()
            self.opened.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_docked and event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)
