"""The front of the program: the window with its first page, in the person's colours. Light to import."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from mlp_gui.app.theme_controller import ThemeController
from mlp_gui.session.settings.preferences import Preferences
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.theme import style


class FirstWindow:
    """What can be on the screen before numbers and plots are imported; the Program is built behind it.

    Attributes
    ----------
    appearance : ThemeController
    window : MainWindow
        With its welcome page only.
    """

    def __init__(self, app: QApplication, preferences: Preferences | None = None) -> None:
        preferences = preferences or Preferences()
        with style.unstyled(app):
            self.appearance = ThemeController(app, preferences)
            self.window = MainWindow()
        self.window.restoreGeometry(preferences.bytes("geometry"))
