"""What people expect of any program: settings, undo, commands by name, being told, presenting, help, remembering."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Slot

from mlp_gui.app.controllers.application.help import HelpController
from mlp_gui.app.controllers.application.notifications import NotificationsController
from mlp_gui.app.controllers.application.palette_entries import PaletteEntries
from mlp_gui.app.controllers.application.presentation import PresentationController
from mlp_gui.app.controllers.application.settings import SettingsController
from mlp_gui.app.controllers.application.view_menu import ViewMenuController
from mlp_gui.app.controllers.services import Services
from mlp_gui.app.theme_controller import ThemeController
from mlp_gui.core.translation import tr
from mlp_gui.session.session import Session
from mlp_gui.session.training.undo_stack import UndoStack
from mlp_gui.views.shell.command_palette import CommandPalette, commands_of
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.theme.plain_text import set_tip


class UndoController(QObject):
    """Each entry says what it would take back or make again, or why it cannot."""

    def __init__(self, undo_stack: UndoStack, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._undo, self._actions = undo_stack, window.actions_
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
            set_tip(action, reason or tip)


STEPS = "open_steps"


class ApplicationMenuController(QObject):
    """Makes a controller for each habit of any program, and remembers the side bar's open steps.

    Attributes
    ----------
    settings : SettingsController
    undo : UndoController
    help : HelpController
    notifications : NotificationsController
    presentation : PresentationController
    """

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        services: Services,
        theme: ThemeController,
        view_menu: ViewMenuController,
    ) -> None:
        """Make the controllers of what any program has.

        Parameters
        ----------
        session : Session
        window : MainWindow
        services : Services
        theme : ThemeController
            Applies what is changed in the settings, and the text size of a presentation.
        view_menu : ViewMenuController
            Shows only the panels of a presentation.
        """
        super().__init__(services)
        self._session, self._window, self._preferences = session, window, session.preferences
        self._found: PaletteEntries | None = None
        self.settings = SettingsController(session, window, services, theme)
        self.undo = UndoController(session.undo_stack, window, services)
        self.help = HelpController(window, services)
        self.notifications = NotificationsController(session, window, services)
        self.presentation = PresentationController(session.preferences, window, theme, view_menu)
        self._window.actions_["commands"].triggered.connect(self._show_commands)
        steps = self._preferences.text(STEPS)
        if steps:
            self._window.experiment.set_open_steps([int(n) for n in steps.split(",") if re.fullmatch("[0-9]{1,3}", n)])

    def remember(self) -> None:
        """Keep what the window looks like for the next start."""
        if self.presentation.is_on:
            self._window.actions_["present"].setChecked(False)  # what is below the presentation is kept
        steps = ",".join(str(n) for n in self._window.experiment.open_steps())
        self._preferences.set_text(STEPS, steps or "none")  # an empty text would mean that nothing was kept

    @Slot()
    def _show_commands(self) -> None:
        if self._found is not None:
            self._found.deleteLater()
        self._found = PaletteEntries(self._session, self._window)
        CommandPalette(self._window, commands_of(self._window.menuBar()) + self._found.entries()).open()
