"""What happened along the epochs of a run, and how it is painted below the curves."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from mlp_gui.core.number_format import format_number
from mlp_gui.core.translation import tr
from mlp_gui.views.charts import overlay
from mlp_gui.views.plots.training.label_placement import Crossed, Label, place_label
from mlp_gui.views.theme import style
from mlp_gui.views.theme.style import caption_metrics

REACH = 7.0  # pixels between the pointer and a mark that is read out
MAX_TEXTS = 30  # marks, the newest ones, that may have a text
ROWS, FOOT_ROWS = 4, 2  # that labels may fill from above and from below


class HasEvent(Protocol):
    """Something that a person did: kind "pause", "resume", "rate", "setting" or "fork"."""

    @property
    def epoch(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...


@dataclass
class LossEvents:
    """Events along the epochs; each may be missing.

    Attributes
    ----------
    best : tuple of int and float, or None
        Epoch and monitored value.
    restored : bool
        Whether the best weights are the ones in use.
    patience : int or None
        Epochs that early stopping waits.
    patience_start : int
        The epoch that they are counted from.
    stop : tuple of int and str, or None
        Epoch and label.
    test : tuple of int and float, or None
        Epoch and loss.
    marks : tuple of HasEvent
        What a person did.
    region : tuple of float, or None
        First and last epoch that a diagnosis is about.
    """

    best: tuple[int, float] | None = None
    restored: bool = False
    patience: int | None = None
    patience_start: int = 0
    stop: tuple[int, str] | None = None
    test: tuple[int, float] | None = None
    marks: tuple[HasEvent, ...] = ()
    region: tuple[float, float] | None = None


def paint_ground(painter: QPainter, rect: QRectF, events: LossEvents, px: Callable[[float], float]) -> None:
    """Paint the bands below everything: the patience of early stopping and the region of a diagnosis.

    Parameters
    ----------
    painter : QPainter
    rect : QRectF
        Where the curves are.
    events : LossEvents
    px : callable
        Pixel of an epoch.
    """
    if events.best is not None and events.patience is not None:
        start = max(events.best[0], events.patience_start)
        overlay.band(painter, rect, px(start), px(start + events.patience))
    if events.region is not None:
        left, right = (min(max(px(e), 0.0), rect.width()) for e in events.region)
        ground = QColor(style.current().warning)
        ground.setAlphaF(0.13)
        painter.fillRect(QRectF(left, 0, max(2.0, right - left), rect.height()), ground)


def paint_events(
    painter: QPainter, rect: QRectF, events: LossEvents, px: Callable[[float], float], crossed: Crossed
) -> list[QRectF]:
    """Paint the best epoch and the stop as upright lines, what a person did as small marks at the foot.

    Parameters
    ----------
    painter : QPainter
    rect : QRectF
        Where the curves are.
    events : LossEvents
    px : callable
        Pixel of an epoch.
    crossed : callable
        Whether a curve runs through a box.

    Returns
    -------
    list of QRectF
        Where the labels are.
    """
    palette = style.current()
    uprights: list[tuple[float, tuple[str, ...], str, bool]] = []
    if events.best is not None:
        epoch, value = events.best
        texts = best_text(epoch, value, events.restored), best_text(epoch, math.nan, events.restored)
        uprights.append((px(epoch), texts, palette.good, True))
    if events.stop is not None:
        uprights.append((px(events.stop[0]), (events.stop[1],), palette.muted, False))
    for x, _, colour, dash in uprights:
        overlay.upright(painter, rect, x, colour, dash)
    taken: list[QRectF] = []
    for x, said, colour, _ in uprights:
        if 0 <= x <= rect.width():
            spot = place_label(_label(x, said), rect, taken, crossed, ROWS)
            if spot is not None:
                overlay.tag(painter, spot.box, said[spot.text], colour)
                taken.append(spot.box)
    _paint_marks(painter, rect, events.marks, px, taken, crossed)
    return taken


def _label(x: float, texts: Sequence[str], at_foot: bool = False) -> Label:
    metrics = caption_metrics()
    return Label(x, [metrics.horizontalAdvance(text) + 6 for text in texts], metrics.height() + 2, at_foot)


def best_text(epoch: int, value: float, restored: bool) -> str:
    """Return the label of the best epoch.

    Parameters
    ----------
    epoch : int
    value : float
        Monitored value; left out when nan.
    restored : bool
        Whether its weights are the ones in use.
    """
    if math.isnan(value):
        return tr("best {epoch:,}, in use", epoch=epoch) if restored else tr("best {epoch:,}", epoch=epoch)
    said = {"epoch": epoch, "value": format_number(value)}
    return tr("best {epoch:,}: {value}, in use", **said) if restored else tr("best {epoch:,}: {value}", **said)


def _paint_marks(
    painter: QPainter,
    rect: QRectF,
    marks: Sequence[HasEvent],
    px: Callable[[float], float],
    taken: list[QRectF],
    crossed: Crossed,
) -> None:
    """Paint shapes at the foot; a changed setting has its text where there is room, the pointer reads out all."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette, y = style.current(), rect.height() - 5
    shown = [(mark, x) for mark in marks if 0 <= (x := px(mark.epoch)) <= rect.width()]
    # No text over a mark.
    taken += [QRectF(x - 4, y - 5, 8, 10) for _, x in shown]
    for mark, x in shown:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent if mark.kind in CHANGED else palette.muted))
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in SHAPES[mark.kind]]))
    for mark, x in shown[-MAX_TEXTS:]:
        if mark.kind in CHANGED:
            spot = place_label(_label(x + 1, [mark.text], at_foot=True), rect, taken, crossed, FOOT_ROWS)
            if spot is not None:
                overlay.tag(painter, spot.box, mark.text, palette.accent)
                taken.append(spot.box)


CHANGED = ("rate", "setting")  # kinds that are settings
SHAPES = {
    "pause": ((-1.5, -5), (1.5, -5), (1.5, 4), (-1.5, 4)),
    "resume": ((-3, -5), (4, -0.5), (-3, 4)),
    "rate": ((0, -5), (4, -0.5), (0, 4), (-4, -0.5)),
    "setting": ((0, -5), (4, -0.5), (0, 4), (-4, -0.5)),
    "fork": ((-1, 4), (-1, 0), (-4, -5), (-2, -5), (0, -1.5), (2, -5), (4, -5), (1, 0), (1, 4)),
}
NAMED = ("rate", "fork")  # kinds whose text stands beside them


def event_text_at(marks: Sequence[HasEvent], x: float, px: Callable[[float], float]) -> str:
    """Say what a person did near a place; "" when nothing.

    Parameters
    ----------
    marks : sequence of HasEvent
    x : float
        Of the place, in pixels.
    px : callable
        Pixel of an epoch.
    """
    near = [(abs(px(m.epoch) - x), m) for m in marks if abs(px(m.epoch) - x) <= REACH]
    if not near:
        return ""
    closest = min(near, key=lambda pair: pair[0])[1].epoch
    texts = [m.text for m in marks if m.epoch == closest]
    return tr("after epoch {epoch:,}: {what}", epoch=closest, what=", ".join(texts))
