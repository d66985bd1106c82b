"""Colours for things without a fixed one, such as classes, layers and runs: stable by number, apart in any vision."""

from __future__ import annotations

from PySide6.QtGui import QColor

from mlp_gui.views.theme import style

LIGHT = ("#0072b2", "#d55e00", "#009e73", "#1c2024", "#661100", "#d68fc0", "#332288", "#aa3377")
DARK = ("#56b4e9", "#ff8f3f", "#12a06c", "#e8eaed", "#aa3377", "#e5cc4c", "#ee6677", "#c4f0c8")
DASHES = ("line", "dash", "dot")


def indexed_colour(k: int) -> str:
    """Return the colour of the k-th thing in the present palette, "#rrggbb"."""
    table = DARK if style.current().is_dark else LIGHT
    return table[k % len(table)]


def dash_pattern(k: int) -> str:
    """The line style of the k-th thing: neighbours differ in more than their colour."""
    return DASHES[k % len(DASHES)]


def resolve_colour(colour: str) -> QColor:
    """A colour of the palette by its name, "#rrggbb", or "@3" for the fourth numbered thing."""
    if colour.startswith("#"):
        return QColor(colour)
    return (
        QColor(indexed_colour(int(colour[1:]))) if colour.startswith("@") else QColor(getattr(style.current(), colour))
    )
