"""Where the program keeps files that nobody has given a place."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

SETTINGS = "MLP_GUI_SETTINGS"


def data_folder() -> Path:
    """Return the folder of the settings file when one is named, else the user's data folder."""
    named = os.environ.get(SETTINGS)
    if named:
        return Path(named).parent
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder or Path.home() / ".mlp_gui")
