"""The settings file: what the program finds in one from today, and under which keys it writes one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from helpers.cleanup import end
from mlp_gui.app.program import Program
from mlp_gui.core.serialization import to_json
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.session.data.remembered_dialects import RememberedDialect, RememberedDialects
from mlp_gui.session.settings.preferences import Preferences
from mlp_gui.session.settings.settings import Settings

CHOSEN = {
    "theme": "dark", "text_size": 120, "series": "tol", "language": "de", "number_format": "comma",
    "presenting_size": 140, "threads": "one", "memory": 64, "autosave": 90, "notify_after": 15,
}  # fmt: skip
FILE = "fruits.csv"


def write_choices() -> None:
    """What a person sets, opens and chooses, into the file that MLP_GUI_SETTINGS names."""
    preferences = Preferences()
    preferences.settings = Settings(**CHOSEN)
    for name in ("a.csv", "sample:iris", FILE):
        preferences.remember(name)
    dialect = Dialect(separator=";", decimal=",", skip=2)
    RememberedDialects(preferences).remember(FILE, RememberedDialect.from_choice(dialect, Dialect()))
    preferences.flush()


def found_choices() -> dict[str, Any]:
    """The same read again."""
    preferences = Preferences()
    reading = RememberedDialects(preferences).find(FILE)
    assert reading is not None
    chosen = {"dialect": to_json(reading.dialect), "parts": list(reading.parts)}
    return {"settings": to_json(preferences.settings), "recent": preferences.recent, "reading": chosen}


def use_program(app: QApplication) -> None:
    """Start the program, present (F11), stop presenting, close: it writes all that it remembers of its window."""
    program = Program(app)
    program.window.resize(1280, 800)
    program.window.show()
    present = next(a for a in program.window.findChildren(QAction) if a.shortcut() == QKeySequence("F11"))
    present.trigger()
    present.trigger()
    end(program)


def keys_in(path: Path) -> list[str]:
    return sorted(QSettings(str(path), QSettings.Format.IniFormat).allKeys())


def text_in(path: Path, key: str) -> str:
    return str(QSettings(str(path), QSettings.Format.IniFormat).value(key))
