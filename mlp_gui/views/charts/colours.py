"""Colours for things without a fixed one, such as classes, layers and runs: stable by number, apart in any vision."""

from __future__ import annotations

from PySide6.QtGui import QColor

from mlp_gui.core.subsets import OUT_OF_FOLD
from mlp_gui.views.theme import style

DASHES = ("line", "dash", "dot")


def indexed_colour(k: int) -> str:
    """Return the colour of the k-th thing in the present palette, "#rrggbb"."""
    table = style.current().indexed
    return table[k % len(table)]


def dash_pattern(k: int) -> str:
    """Return the line style of the k-th thing, so that neighbours differ in more than their colour."""
    return DASHES[k % len(DASHES)]


def resolve_colour(colour: str) -> QColor:
    """Return the colour of a name in the palette, of "#rrggbb", or of "@3" for the fourth numbered thing."""
    if colour.startswith("#"):
        return QColor(colour)
    if colour == OUT_OF_FOLD:  # a name with a hyphen is no attribute
        return QColor(style.current().series(colour))
    return (
        QColor(indexed_colour(int(colour[1:]))) if colour.startswith("@") else QColor(getattr(style.current(), colour))
    )
