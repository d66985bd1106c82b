"""Theme, colours and text size of the whole program, applied at once; menus and keys change the same settings."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from mlp_gui.core.params import param_of
from mlp_gui.session.settings.preferences import Preferences
from mlp_gui.session.settings.settings import Settings
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import DARK, LIGHT, Palette, with_series

STEP = 10  # percent
PRESENTING_STROKE = 1.75  # lines and marks of plots, seen from the last row of a room


class ThemeController(QObject):
    """Applies the settings that are seen. While presenting, the text has a size of its own and lines are thicker.

    Signals
    -------
    changed
        A setting was changed by a menu or a key.
    """

    changed = Signal()  # a setting was changed by a menu or a key

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__(app)
        self._app, self._preferences = app, preferences
        self._presenting = False
        self._applied: tuple[Palette, float, float] | None = None
        app.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    def palette(self) -> Palette:
        """Return the colours of the chosen theme."""
        settings = self._preferences.settings
        theme = settings.theme
        if theme == "system":
            theme = "dark" if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"
        return with_series(DARK if theme == "dark" else LIGHT, settings.series)

    @Slot()
    def apply(self) -> None:
        """Apply the settings, if they have changed."""
        settings = self._preferences.settings
        scale = (settings.presenting_size if self._presenting else settings.text_size) / 100
        wanted = (self.palette(), scale, PRESENTING_STROKE if self._presenting else 1.0)
        if wanted != self._applied or style.current() != wanted[0]:
            self._applied = wanted
            style.apply(self._app, *wanted)

    def present(self, on: bool) -> None:
        """Use the text size and the thick lines of a presentation, or the usual ones."""
        self._presenting = on
        self.apply()

    def connect_actions(self, window: MainWindow) -> None:
        """Join the menu entries and keys of a window."""
        for name in ("system", "light", "dark"):
            window.actions_[f"theme_{name}"].triggered.connect(partial(self._on_theme, name))
        window.actions_["larger"].triggered.connect(partial(self._on_size, STEP))
        window.actions_["smaller"].triggered.connect(partial(self._on_size, -STEP))
        window.actions_["normal"].triggered.connect(partial(self._on_size, 0))

    def _on_theme(self, name: str, checked: bool = False) -> None:
        self._change(theme=name)

    def _on_size(self, step: int, checked: bool = False) -> None:
        """Change the size of the text as it is seen now: presenting has its own."""
        settings = self._preferences.settings
        name = "presenting_size" if self._presenting else "text_size"
        declared = param_of(Settings, name)
        size = getattr(settings, name) + step if step else declared.default
        self._change(**{name: int(min(max(size, declared.low or 0), declared.high or size))})

    def _change(self, **changes: object) -> None:
        self._preferences.settings = self._preferences.settings.replace(**changes)
        self.apply()
        self.changed.emit()
