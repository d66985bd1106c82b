"""What people expect of any program: settings, undo, commands by name, being told, presenting, help, remembering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from mlp_gui.app.controllers.application.help import HelpController
from mlp_gui.app.controllers.application.notifications import NotificationsController
from mlp_gui.app.controllers.application.presentation import PresentationController
from mlp_gui.app.controllers.application.settings import SettingsController
from mlp_gui.core.translation import tr
from mlp_gui.views.shell.command_palette import CommandPalette, commands_of

if TYPE_CHECKING:
    from mlp_gui.app.program import Program


class UndoController(QObject):
    """Each entry says what it would take back or make again, or why it cannot."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._undo, self._actions = program.session.undo_stack, program.window.actions_
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


STEPS = "open_steps"


class ApplicationMenuController(QObject):
    """Each habit has a wiring of its own; this one makes them and remembers the side bar's open steps."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._window, self._preferences = program.window, program.session.preferences
        self.settings = SettingsController(program)
        self.undo = UndoController(program)
        self.help = HelpController(program)
        self.notifications = NotificationsController(program)
        self.presentation = PresentationController(program)
        self._window.actions_["commands"].triggered.connect(self._show_commands)
        steps = self._preferences.text(STEPS)
        if steps:
            self._window.experiment.set_open_steps([int(n) for n in steps.split(",") if n.isdigit()])

    def remember(self) -> None:
        """What the window looks like, for the next start."""
        if self.presentation.is_on:
            self._window.actions_["present"].setChecked(False)
        steps = ",".join(str(n) for n in self._window.experiment.open_steps())
        self._preferences.set_text(STEPS, steps or "none")

    @Slot()
    def _show_commands(self) -> None:
        CommandPalette(self._window, commands_of(self._window.menuBar())).open()
