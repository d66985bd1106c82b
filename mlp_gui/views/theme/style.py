"""How the program looks: the palette, the sizes, and the one style sheet made from them.

A widget that paints by itself reads `current()` in its paintEvent, or again in changeEvent when `restyled(event)`.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from mlp_gui.views.theme import stylesheet
from mlp_gui.views.theme.palette import LIGHT, Palette

CAPTION, BODY, TITLE, COUNTER = 11, 13, 16, 22
SPACE = (4, 8, 16, 24)
RADIUS = 6

_palette = LIGHT
_text_scale = 1.0
_stroke = 1.0
_half_done = False  # whether the old look is gone and the new one not there yet
_held_sheet: str | None = None  # the style sheet that waits while `unstyled` is under way


def current() -> Palette:
    """Return the palette in use."""
    return _palette


def text_scale() -> float:
    """Return how large text is: 1.0 is normal; a projector may want 1.5 or 2.0."""
    return _text_scale


def stroke() -> float:
    """Return how thick the lines of plots are and how large their marks: 1.0 is normal, a presentation wants more."""
    return _stroke


def look() -> tuple[Palette, float, float]:
    """Return palette, text size and stroke in use: what was made for an equal look need not be made again."""
    return _palette, _text_scale, _stroke


def px(length: float) -> int:
    """Return a length in pixels that grows with the text, e.g. the height of a row."""
    return round(length * _text_scale)


def apply(app: QApplication, palette: Palette, text_scale: float = 1.0, stroke: float = 1.0) -> None:
    """Give the whole program these colours and this text size; may be called again at any time.

    Parameters
    ----------
    app : QApplication
    palette : Palette
    text_scale, stroke : float
        1.0 is normal.
    """
    global _palette, _text_scale, _stroke, _half_done, _held_sheet
    if (palette, text_scale, stroke) == look() and (app.styleSheet() or _held_sheet):
        return  # Qt would style every widget again
    _palette, _text_scale, _stroke = palette, text_scale, stroke
    sheet = stylesheet.build_stylesheet(palette, text_scale)
    with _no_garbage_collection():
        _half_done = _held_sheet is None
        try:
            if app.styleSheet():
                app.setStyleSheet("")  # to replace one sheet by another takes Qt four times as long
            elif not _held_sheet:
                app.setStyle("Fusion")  # drawn by Qt itself, alike on every platform
            app.setFont(font(BODY))
            app.setPalette(qt_palette(palette))  # setColorScheme does nothing offscreen or on a bare X server
        finally:
            _half_done = False
        if _held_sheet is None:
            app.setStyleSheet(sheet)
        else:
            _held_sheet = sheet


@contextmanager
def unstyled(app: QApplication) -> Iterator[None]:
    """Make many widgets without the style sheet, and give it to all of them at the end of the outermost block.

    With a sheet, Qt works out the style of a widget and all its children again whenever one of them gets a parent.
    """
    global _held_sheet
    if _held_sheet is not None:
        yield
        return
    _held_sheet = app.styleSheet()
    with _no_garbage_collection():
        if _held_sheet:
            app.setStyleSheet("")
        try:
            yield
        finally:
            sheet, _held_sheet = _held_sheet, None
            app.setStyleSheet(sheet)


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Keep Python from freeing widgets while Qt walks over all of them, which would end the process.

    The window collects at safe moments only (`app.garbage_collector`); a widget in a test or a notebook has nobody
    who does.
    """
    was_automatic = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_automatic:
            gc.enable()


def restyled(event: QEvent) -> bool:
    """Return whether this changeEvent says that colours or sizes are new.

    A change of the look sends each widget several events, of which the last one counts: the new sheet's.
    """
    # A new style sheet sends StyleChange, a new palette PaletteChange.
    return not _half_done and event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


def by_keyboard(event: QFocusEvent) -> bool:
    """Return whether the focus came by a key, so that the ring should be drawn; a click needs none."""
    reasons = Qt.FocusReason
    return event.reason() in (reasons.TabFocusReason, reasons.BacktabFocusReason, reasons.ShortcutFocusReason)


def font(size: float = BODY, bold: bool = False) -> QFont:
    """Make the system's font, with figures of equal width where it has them.

    Parameters
    ----------
    size : float
        In pixels at normal text size: CAPTION, BODY, TITLE or COUNTER.
    bold : bool
    """
    return QFont(_font(px(size), bold, QApplication.font().family()))


@cache
def _font(pixels: int, bold: bool, family: str) -> QFont:
    """Return the one font of this size, from which each caller gets a copy: painting asks thousands of times."""
    made = QFont(QApplication.font())
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Set how the style sheet draws a widget.

    Parameters
    ----------
    widget : QWidget
    role : str
        Of a label: "caption", "muted", "note", "bad", "heading", "title" or "counter". Of a button: "primary", "small",
        "link" or "quiet".
    """
    widget.setProperty("role", role)
    # A widget that was not shown yet is polished when it is.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        repolish(widget)


def set_mark(widget: QWidget, mark: str, on: bool) -> None:
    """Set a yes/no property that the style sheet knows.

    Parameters
    ----------
    widget : QWidget
    mark : str
        E.g. "invalid" of a field.
    on : bool
    """
    if bool(widget.property(mark)) != on:
        widget.setProperty(mark, on)
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def qt_palette(palette: Palette) -> QPalette:
    """Convert the colours to a QPalette, for everything that the style sheet does not name."""
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.surface,
        role.WindowText: palette.text,
        role.Base: palette.raised,
        role.AlternateBase: palette.surface,
        role.Text: palette.text,
        role.Button: palette.raised,
        role.ButtonText: palette.text,
        role.BrightText: palette.bad,
        role.ToolTipBase: palette.raised,
        role.ToolTipText: palette.text,
        role.PlaceholderText: palette.muted,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.accent_text,
        role.Accent: palette.accent,
        role.Link: palette.accent,
        role.LinkVisited: palette.accent,
        role.Light: palette.raised,
        role.Midlight: palette.line,
        role.Mid: palette.line,
        role.Dark: palette.line,
        role.Shadow: palette.line,
    }
    made = QPalette()
    for key, colour in colours.items():
        made.setColor(key, QColor(colour))
    faint = QColor(palette.faint)
    for key in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, key, faint)
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(palette.line))
    return made


_made: dict[float, tuple[QFont, QFontMetricsF]] = {}


def caption() -> QFont:
    """Return the font of captions; made once for each text size, because painting asks for it often."""
    return _pair()[0]


def caption_metrics() -> QFontMetricsF:
    """Return the metrics of `caption`."""
    return _pair()[1]


def _pair() -> tuple[QFont, QFontMetricsF]:
    scale = text_scale()
    if scale not in _made:
        made = font(CAPTION)
        _made[scale] = made, QFontMetricsF(made)
    return _made[scale]
