"""Edit > Undo and Redo: one line for the columns and the run's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from mlp_gui.core.translation import tr

if TYPE_CHECKING:
    from mlp_gui.app.program import Program


class UndoWiring(QObject):
    """Each entry says what it would take back or make again, or why it cannot."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._undo, self._actions = program.session.undo, program.window.actions_
        self._actions["undo"].triggered.connect(self._undo.undo)
        self._actions["redo"].triggered.connect(self._undo.redo)
        self._undo.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        undo = self._undo
        for name, reason, label in (
            ("undo", undo.why_not_undo(), undo.next_undo()),
            ("redo", undo.why_not_redo(), undo.next_redo()),
        ):
            action = self._actions[name]
            action.setEnabled(not reason)
            tip = tr("Take back: {what}." if name == "undo" else "Make again: {what}.", what=label)
            action.setToolTip(reason or tip)
