"""What must hold before Qt starts: Qt aborts the process where a sentence would do."""

from __future__ import annotations

import os
import sys

from mlp_gui.core.errors import UserError

SMALLEST_SCALE, LARGEST_SCALE = 0.25, 16.0
MENDING_COMMAND = 'python -m pip install "PySide6-Essentials!=6.12.0"'


def check_display() -> None:
    """Raise UserError on a Unix machine without a display, where Qt would abort with exit code 134."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise UserError(
            "The window cannot open: there is no display here.",
            "Neither DISPLAY nor WAYLAND_DISPLAY is set.",
            "Use the command line instead (mlp-gui train --help), or set DISPLAY.",
        )


def drop_senseless_scale() -> str:
    """Take QT_SCALE_FACTOR away where no window could have that size; the sentence says so, "" when all is well."""
    text = os.environ.get("QT_SCALE_FACTOR", "")
    try:
        is_usable = not text or SMALLEST_SCALE <= float(text) <= LARGEST_SCALE
    except ValueError:
        is_usable = True  # Qt takes what is no number for 1
    if is_usable:
        return ""
    del os.environ["QT_SCALE_FACTOR"]
    return f"QT_SCALE_FACTOR is {text[:20]}, which no window can have; it is ignored. Set it to a number such as 1.5."


def check_binding() -> None:
    """Raise UserError when this PySide6 loses a reference on every call that returns nothing.

    PySide6 6.12.0 on Python before 3.12 does; a live plot then kills the process after some 50 redraws.
    """
    if sys.version_info >= (3, 12):
        return
    from PySide6.QtGui import QPen

    pen = QPen()
    before = sys.getrefcount(None)
    for width in range(200):
        pen.setWidth(width)
    if before - sys.getrefcount(None) >= 100:
        import PySide6

        raise UserError(
            f"The installed PySide6 {PySide6.__version__} would crash this program after a few seconds.",
            "On this version of Python it loses a reference to None in every call.",
            f"Install another version: {MENDING_COMMAND}",
        )
