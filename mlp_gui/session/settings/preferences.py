"""What the program remembers between starts: settings, recent files, window geometry."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from mlp_gui.core.errors import UserError
from mlp_gui.core.file_names import path_from_text, path_to_text
from mlp_gui.core.params import Param, checked, params_of
from mlp_gui.session.settings.forged_values import disarm
from mlp_gui.session.settings.settings import Settings

RECENT_FILES = 8


class Preferences:
    """Typed access to the settings file; MLP_GUI_SETTINGS names another file (tests, portable use)."""

    def __init__(self) -> None:
        path = os.environ.get("MLP_GUI_SETTINGS")
        self._settings = QSettings(path, QSettings.Format.IniFormat) if path else QSettings("mlp_gui", "mlp_gui")
        try:
            if disarm(Path(self._settings.fileName())):
                self._settings.sync()  # which reads the file anew
        except OSError:  # what may not be mended is not read: the settings last until the program ends
            path = os.path.join(mkdtemp(prefix="mlp_gui-"), "settings.ini")
            self._settings = QSettings(path, QSettings.Format.IniFormat)

    @property
    def settings(self) -> Settings:
        """What a person has set; a value that makes no sense (an edited file) is its default."""
        return Settings(**{p.name: self._read(p) for p in params_of(Settings)})

    @settings.setter
    def settings(self, settings: Settings) -> None:
        for p in params_of(Settings):
            # As text, because after a restart QSettings gives back text whatever went in.
            self._settings.setValue(p.name, str(getattr(settings, p.name)))

    def _read(self, p: Param) -> Any:
        text = str(self._settings.value(p.name, str(p.default)))
        try:
            return checked(p, int(text) if p.kind == "int" else text)
        except (UserError, ValueError):
            return p.default

    @property
    def recent(self) -> list[str]:
        """Paths, the latest first."""
        value = self._settings.value("recent", [])  # QSettings gives a one-item list back as a bare string
        paths = value if isinstance(value, list) else [value]
        return [path_from_text(str(path)) for path in paths if path]

    def remember(self, path: str) -> None:
        """Put a file first among the recent ones."""
        self._set_recent([path, *(known for known in self.recent if known != path)])

    def forget(self, path: str) -> None:
        """Take a file off the recent ones."""
        self._set_recent([known for known in self.recent if known != path])

    def _set_recent(self, paths: list[str]) -> None:
        self._settings.setValue("recent", [path_to_text(path) for path in paths[:RECENT_FILES]])

    def text(self, key: str) -> str:
        """Return a stored text; "" when there is none."""
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def set_text(self, key: str, value: str) -> None:
        """Store a text.

        Parameters
        ----------
        key : str
        value : str
        """
        self._settings.setValue(key, value)

    def bytes(self, key: str) -> QByteArray:
        """Return window geometry or splitter states, as Qt saved them."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_bytes(self, key: str, value: QByteArray) -> None:
        """Store bytes of Qt.

        Parameters
        ----------
        key : str
        value : QByteArray
        """
        self._settings.setValue(key, value)

    def flush(self) -> None:
        """Write to the file what is still in memory."""
        self._settings.sync()

    def unwritable(self) -> str:
        """Write now; the path of the settings file when it cannot be written, else ""."""
        self._settings.sync()
        return self._settings.fileName() if self._settings.status() is QSettings.Status.AccessError else ""
