"""The golden tests use what ends a program in tests/gui."""

from __future__ import annotations

import sys
from pathlib import Path

GUI = str(Path(__file__).resolve().parent.parent / "gui")
if GUI not in sys.path:
    sys.path.append(GUI)
