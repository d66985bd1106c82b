"""The text of the bundled icons, and files of them in a given colour for the style sheet."""

from __future__ import annotations

import atexit
import tempfile
from functools import cache
from pathlib import Path

from mlp_gui.core.resources import resource


@cache
def svg_source(name: str) -> str:
    """Return the SVG of an icon as it was drawn; its strokes are `currentColor`."""
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def coloured_svg(name: str, colour: str) -> str:
    """Return the SVG of an icon in a colour, "#rrggbb"."""
    return svg_source(name).replace("currentColor", colour)


def coloured_file(name: str, colour: str) -> str:
    """Return the path of a file with the icon in a colour, "#rrggbb": style sheets can only refer to files."""
    path = _folder() / f"{name}-{colour.lstrip('#')}.svg"
    if not path.exists():
        path.write_text(coloured_svg(name, colour), encoding="utf-8")
    return path.as_posix()


@cache
def _folder() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="mlp_gui_icons_", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return Path(folder.name)
