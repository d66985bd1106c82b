"""Single-key shortcuts (Space, arrows) must not steal keys from the widget that has the focus and needs them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

_PLAIN = (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_B)
_OWNERS = (QLineEdit, QAbstractSpinBox, QComboBox, QAbstractItemView, QAbstractSlider, QPlainTextEdit)


class KeyGuard(QObject):
    """Lets the focused editor, list or button have its keys; everywhere else they are the window's shortcuts.

    It filters the events of the focused widget only: a filter on the application would see every event there is.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        # The widget that loses the focus may have been deleted in C++ already.
        if old is not None and isValid(old):
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt asks by ShortcutOverride before it runs a shortcut: if it is accepted, the key goes to the widget.
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if _undoes(event) and isinstance(watched, QLineEdit) and not _has_undo(watched, event):
            event.ignore()  # a field with nothing of its own to take back leaves it to the program
            return True
        if event.key() in _PLAIN and isinstance(watched, QWidget) and _needs(watched, event):
            event.accept()
            return True
        return False


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _has_undo(field: QLineEdit, event: QKeyEvent) -> bool:
    """Return whether the field can undo what was typed and not yet taken; what was taken is the program's to undo."""
    undo = event.matches(QKeySequence.StandardKey.Undo)
    return field.isModified() and (field.isUndoAvailable() if undo else field.isRedoAvailable())


def _needs(focused: QWidget, event: QKeyEvent) -> bool:
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return isinstance(focused, QLineEdit | QAbstractSpinBox | QPlainTextEdit)
    if isinstance(focused, QAbstractButton):
        return event.key() == Qt.Key.Key_Space
    return isinstance(focused, _OWNERS)
