"""The program's own line icons: one SVG each, drawn in the palette's colour at the moment of painting.

An icon made here follows a change of theme, of size and of screen resolution by itself.
"""

from __future__ import annotations

import atexit
from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mlp_gui.core.resources import resource
from mlp_gui.views.theme import style, svg


# Files of our own: QIcon.fromTheme finds nothing offscreen, on a bare X server, and mostly on Windows and macOS.
def icon(name: str, role: str = "text") -> QIcon:
    """Make an icon that follows the theme, the text size and the screen.

    Parameters
    ----------
    name : str
        File name of the icon, without its suffix.
    role : str
        Field of the palette with its colour.
    """
    svg.svg_source(name)  # a wrong name fails here and not while painting
    return QIcon(_LineIcon(name, role))


def pixmap(name: str, size: int, role: str = "text", ratio: float = 1.0) -> QPixmap:
    """Draw an icon for a label; unlike `icon`, it must be drawn again when the theme changes.

    Parameters
    ----------
    name, role : str
        As for `icon`.
    size : int
        Side in logical pixels.
    ratio : float
        The screen's device pixel ratio.
    """
    side = round(size * ratio)
    return _drawn(name, getattr(style.current(), role), side, side, ratio)


def application_icon() -> QIcon:
    """Return the icon of the program itself."""
    return QIcon(str(resource("icons", "mlp_gui.svg")))


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg.coloured_svg(name, colour).encode()))


@cache
def _drawn(name: str, colour: str, width: int, height: int, ratio: float = 1.0) -> QPixmap:
    """Draw the icon at the left of so many device pixels; what is left at the right keeps text away from it."""
    side = min(width, height)
    if side < 1:  # painting on an empty pixmap only prints warnings
        return QPixmap()
    image = QPixmap(width, height)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _renderer(name, colour).render(painter, QRectF(0, (height - side) / 2, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)  # only now: the painter has counted in device pixels
    return image


# Pixmaps must not outlive the application.
atexit.register(_drawn.cache_clear)
atexit.register(_renderer.cache_clear)


class _LineIcon(QIconEngine):
    """Draws one icon; a disabled one is drawn fainter."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role

    def colour(self, mode: QIcon.Mode) -> str:
        palette = style.current()
        if mode is QIcon.Mode.Disabled:
            return palette.ghost
        if mode is QIcon.Mode.Selected:
            return palette.accent_text
        colour: str = getattr(palette, self._role)
        return colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        corner = rect.center() - QPoint((side - 1) // 2, (side - 1) // 2)
        _renderer(self._name, QColor(self.colour(mode)).name()).render(painter, QRectF(corner, QSize(side, side)))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _drawn(self._name, self.colour(mode), size.width(), size.height())

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Since Qt 6.8 the size is in logical pixels.
        width, height = round(size.width() * scale), round(size.height() * scale)
        return _drawn(self._name, self.colour(mode), width, height, scale)

    def clone(self) -> QIconEngine:
        return _LineIcon(self._name, self._role)
