"""The font of captions in plots, made once for a text size: painting asks for it many times a second."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from mlp_gui.views.theme import style

_made: dict[float, tuple[QFont, QFontMetricsF]] = {}


def caption() -> QFont:
    return _pair()[0]


def caption_metrics() -> QFontMetricsF:
    return _pair()[1]


def _pair() -> tuple[QFont, QFontMetricsF]:
    scale = style.text_scale()
    if scale not in _made:
        font = style.font(style.CAPTION)
        _made[scale] = font, QFontMetricsF(font)
    return _made[scale]
