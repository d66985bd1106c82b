"""What the program remembers between starts: recent files, theme, window geometry."""

from __future__ import annotations

import os

from PySide6.QtCore import QByteArray, QSettings

RECENT_FILES = 8


class Preferences:
    """Typed access to the settings file; MLP_GUI_SETTINGS names another file (tests, portable use)."""

    def __init__(self) -> None:
        path = os.environ.get("MLP_GUI_SETTINGS")
        self._settings = QSettings(path, QSettings.Format.IniFormat) if path else QSettings("mlp_gui", "mlp_gui")

    @property
    def recent(self) -> list[str]:
        """Paths, the latest first. (QSettings gives a one-item list back as a bare string.)"""
        value = self._settings.value("recent", [])
        paths = value if isinstance(value, list) else [value]
        return [str(path) for path in paths if path]

    def remember(self, path: str) -> None:
        others = [known for known in self.recent if known != path]
        self._settings.setValue("recent", [path, *others][:RECENT_FILES])

    def forget(self, path: str) -> None:
        self._settings.setValue("recent", [known for known in self.recent if known != path])

    @property
    def theme(self) -> str:
        """ "system", "light" or "dark"."""
        value = str(self._settings.value("theme", "system"))
        return value if value in ("light", "dark") else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("theme", name)

    @property
    def text_scale(self) -> float:
        try:
            value = float(str(self._settings.value("text_scale", "1.0")))
        except ValueError:
            return 1.0
        return min(max(value, 0.8), 2.0)

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._settings.setValue("text_scale", str(scale))

    def text(self, key: str) -> str:
        """A text of its own meaning, "" when there is none."""
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def set_text(self, key: str, value: str) -> None:
        self._settings.setValue(key, value)

    def bytes(self, key: str) -> QByteArray:
        """Window geometry and splitter states, as Qt saved them."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_bytes(self, key: str, value: QByteArray) -> None:
        self._settings.setValue(key, value)

    def flush(self) -> None:
        self._settings.sync()
