"""Light, dark or as the system; the size of the text. Kept between starts, changed at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from mlp_gui.session.preferences import Preferences
from mlp_gui.views.shell import style
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.shell.palette import DARK, LIGHT, Palette

STEP = 1.15


class Appearance(QObject):
    """Applies the preferences to the whole program."""

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__(app)
        self._app, self._preferences = app, preferences
        app.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    def palette(self) -> Palette:
        theme = self._preferences.theme
        if theme == "system":
            theme = "dark" if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"
        return DARK if theme == "dark" else LIGHT

    @Slot()
    def apply(self) -> None:
        style.apply(self._app, self.palette(), self._preferences.text_scale)

    def set_theme(self, name: str) -> None:
        self._preferences.theme = name
        self.apply()

    def set_text_scale(self, scale: float) -> None:
        self._preferences.text_scale = min(max(scale, 0.8), 2.0)
        self.apply()

    def connect_actions(self, window: MainWindow) -> None:
        for name in ("system", "light", "dark"):
            action = window.actions_[f"theme_{name}"]
            action.setChecked(name == self._preferences.theme)
            action.triggered.connect(partial(self._on_theme, name))
        window.actions_["larger"].triggered.connect(partial(self._on_scale, STEP))
        window.actions_["smaller"].triggered.connect(partial(self._on_scale, 1 / STEP))
        window.actions_["normal"].triggered.connect(partial(self._on_scale, 0))

    def _on_theme(self, name: str, checked: bool = False) -> None:
        self.set_theme(name)

    def _on_scale(self, factor: float, checked: bool = False) -> None:
        self.set_text_scale(self._preferences.text_scale * factor if factor else 1.0)
