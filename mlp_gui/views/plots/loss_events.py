"""What happened along the epochs of a run, and how it is painted below the curves."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from mlp_gui.core.words import tr
from mlp_gui.views.plots import overlay
from mlp_gui.views.plots.fonts import caption_metrics
from mlp_gui.views.shell import style
from mlp_gui.views.shell.numbers import number

REACH = 7.0  # pixels between the pointer and a mark that is read out


class HasMark(Protocol):
    """Something that a person did: kind "pause", "resume", "rate" or "fork"."""

    @property
    def epoch(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...


@dataclass
class Events:
    """Each may be missing."""

    best: tuple[int, float] | None = None  # epoch, monitored value
    restored: bool = False  # whether the best weights are the ones in use
    patience: int | None = None  # epochs that early stopping waits after the best one
    stop: tuple[int, str] | None = None  # epoch, text
    test: tuple[int, float] | None = None  # epoch, loss
    marks: tuple[HasMark, ...] = ()
    region: tuple[float, float] | None = None  # epochs that a diagnosis is about


def paint_ground(painter: QPainter, rect: QRectF, events: Events, px: Callable[[float], float]) -> None:
    """Bands below everything."""
    if events.best is not None and events.patience is not None:
        overlay.band(painter, rect, px(events.best[0]), px(events.best[0] + events.patience))
    if events.region is not None:
        left, right = (min(max(px(e), 0.0), rect.width()) for e in events.region)
        ground = QColor(style.current().warning)
        ground.setAlphaF(0.13)
        painter.fillRect(QRectF(left, 0, max(2.0, right - left), rect.height()), ground)


def paint_events(painter: QPainter, rect: QRectF, events: Events, px: Callable[[float], float]) -> None:
    """The best epoch and the stop as upright lines, what a person did as small marks at the foot."""
    palette = style.current()
    uprights = []
    if events.best is not None:
        epoch, value = events.best
        uprights.append((px(epoch), best_text(epoch, value, events.restored), palette.good, 0))
    if events.stop is not None:
        uprights.append((px(events.stop[0]), events.stop[1], palette.muted, 1))
    for x, _, colour, row in uprights:
        overlay.upright(painter, rect, x, colour, dash=row == 0)
    for x, text, colour, row in uprights:
        overlay.tag(painter, rect, x, text, colour, row)
    _paint_marks(painter, rect, events.marks, px)


def best_text(epoch: int, value: float, restored: bool) -> str:
    """The label of the best epoch."""
    if math.isnan(value):
        return tr("best {epoch:,}, in use", epoch=epoch) if restored else tr("best {epoch:,}", epoch=epoch)
    said = {"epoch": epoch, "value": number(value)}
    return tr("best {epoch:,}: {value}, in use", **said) if restored else tr("best {epoch:,}: {value}", **said)


def _paint_marks(painter: QPainter, rect: QRectF, marks: Sequence[HasMark], px: Callable[[float], float]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    palette, y, taken = style.current(), rect.height() - 5, -1e9
    for mark in marks:
        x = px(mark.epoch)
        if not 0 <= x <= rect.width():
            continue
        painter.setBrush(QColor(palette.accent if mark.kind in NAMED else palette.muted))
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in SHAPES[mark.kind]]))
        if mark.kind in NAMED and x - taken > caption_metrics().horizontalAdvance(mark.text) + 16:
            taken = x
            painter.setPen(QColor(palette.accent))
            painter.drawText(QPointF(x + 7, rect.height() - 3), mark.text)
            painter.setPen(Qt.PenStyle.NoPen)


SHAPES = {
    "pause": ((-1.5, -5), (1.5, -5), (1.5, 4), (-1.5, 4)),
    "resume": ((-3, -5), (4, -0.5), (-3, 4)),
    "rate": ((0, -5), (4, -0.5), (0, 4), (-4, -0.5)),
    "fork": ((-1, 4), (-1, 0), (-4, -5), (-2, -5), (0, -1.5), (2, -5), (4, -5), (1, 0), (1, 4)),
}
NAMED = ("rate", "fork")  # kinds whose text stands beside them


def mark_near(marks: Sequence[HasMark], x: float, px: Callable[[float], float]) -> str:
    """What a person did near a place, "" when nothing."""
    near = [(abs(px(m.epoch) - x), m) for m in marks if abs(px(m.epoch) - x) <= REACH]
    if not near:
        return ""
    closest = min(near, key=lambda pair: pair[0])[1].epoch
    texts = [m.text for m in marks if m.epoch == closest]
    return tr("after epoch {epoch:,}: {what}", epoch=closest, what=", ".join(texts))
