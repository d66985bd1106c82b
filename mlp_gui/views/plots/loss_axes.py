"""The inside of the learning curves: both curves, and what happened along the epochs, painted in pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from mlp_gui.views.plots import overlay
from mlp_gui.views.plots.axes import Axes
from mlp_gui.views.plots.curve import Curve
from mlp_gui.views.plots.marks import draw_mark
from mlp_gui.views.shell import style
from mlp_gui.views.shell.numbers import integer, number

SERIES = ("training", "validation")
NONE = np.zeros(0)


@dataclass
class Events:
    """What happened along the epochs; each may be missing."""

    best: tuple[int, float] | None = None  # epoch, monitored value
    patience: int | None = None  # epochs that early stopping waits after the best one
    stop: tuple[int, str] | None = None  # epoch, word
    test: tuple[int, float] | None = None  # epoch, loss


class LossAxes(Axes):
    """Epochs to the right, loss upwards, both linear or logarithmic."""

    pointed_at = Signal(object)  # position in the history, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self._paint, parent)
        self.curves = {"training": Curve(), "validation": Curve(dash=True)}
        self.events = Events()
        self._log = (False, False)
        self._at: int | None = None
        self._vector = False
        self.bottom.name("epoch")
        self.pointed.connect(self._on_pointed)

    def set_log(self, x: bool, y: bool) -> None:
        super().set_log(x, y)
        self._log = (x, y)

    def vector(self, on: bool) -> None:
        super().vector(on)
        self._vector = on

    def forget(self) -> None:
        """Another run follows."""
        self.events = Events(patience=self.events.patience)
        self._at = None
        self.user_zoomed = False
        for curve in self.curves.values():
            curve.show(NONE, NONE)
            curve.forget()

    # --- places ----------------------------------------------------------------------------------------------

    def _px(self, epochs: NDArray) -> NDArray:
        return self.to_pixels(np.log10(epochs) if self._log[0] else epochs, NONE)[0]

    def _px_of(self, epoch: float) -> float:
        return float(self._px(np.array([epoch], dtype=float))[0])

    def _place(self, epoch: float, loss: float) -> QPointF | None:
        """Where a point is in pixels; None when it has no place on these axes."""
        if not math.isfinite(loss) or (self._log[1] and loss <= 0):
            return None
        return self.pixel(math.log10(epoch) if self._log[0] else epoch, math.log10(loss) if self._log[1] else loss)

    # --- painting --------------------------------------------------------------------------------------------

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        palette = style.current()
        painter.fillRect(rect, QColor(palette.panel))
        self._paint_patience(painter, rect)
        self.paint_grid(painter, rect)
        if not len(self.curves["training"].x):
            overlay.centred(painter, rect, "The curves begin with the first epoch.")
            return
        self._paint_events(painter, rect)  # below the curves: no label may hide a spike
        view = self.view()
        for name in SERIES:
            self.curves[name].colour = palette.series(name)
            self.curves[name].paint(painter, rect, view, self._log, self._vector)
        overlay.crosses(painter, rect, np.concatenate([self._px(c.bad_x) for c in self.curves.values()]))
        self._paint_test(painter)
        self._paint_pointed(painter, rect)

    def _paint_patience(self, painter: QPainter, rect: QRectF) -> None:
        best, patience = self.events.best, self.events.patience
        if best is not None and patience is not None:
            overlay.band(painter, rect, self._px_of(best[0]), self._px_of(best[0] + patience))

    def _paint_events(self, painter: QPainter, rect: QRectF) -> None:
        """The best epoch and the stop: lines first, so that none crosses a label."""
        palette = style.current()
        marks = []
        if self.events.best is not None:
            epoch, value = self.events.best
            text = f"best {integer(epoch)}" + ("" if math.isnan(value) else f": {number(value)}")
            marks.append((self._px_of(epoch), text, palette.good, 0))
        if self.events.stop is not None:
            epoch, word = self.events.stop
            marks.append((self._px_of(epoch), f"{word} {integer(epoch)}", palette.muted, 1))
        for x, _, colour, row in marks:
            overlay.upright(painter, rect, x, colour, dash=row == 0)
        for x, text, colour, row in marks:
            overlay.tag(painter, rect, x, text, colour, row)

    def _paint_test(self, painter: QPainter) -> None:
        place = self._place(*self.events.test) if self.events.test is not None else None
        if place is not None:
            draw_mark(painter, "square", place, QColor(style.current().test), 9)

    def _paint_pointed(self, painter: QPainter, rect: QRectF) -> None:
        if self._at is None:
            return
        epochs = self.curves["training"].x
        at = min(self._at, len(epochs) - 1)
        epoch = float(epochs[at])
        overlay.pointer(painter, rect, self._px_of(epoch))
        for name, curve in self.curves.items():
            place = self._place(epoch, float(curve.y[at])) if at < len(curve.y) else None
            if place is not None:
                overlay.dot(painter, place, style.current().series(name))

    # --- pointer ---------------------------------------------------------------------------------------------

    def _on_pointed(self, place: QPointF | None) -> None:
        at = self._nearest(place) if place is not None else None
        if at != self._at:
            self._at = at
            self.pointed_at.emit(at)
            self.repaint_inside()

    def _nearest(self, place: QPointF) -> int | None:
        """The position of the epoch that is nearest to a place."""
        epochs = self.curves["training"].x
        if not len(epochs):
            return None
        x = self.value_at(place)[0]
        epoch = 10.0**x if self._log[0] else x
        after = min(int(np.searchsorted(epochs, epoch)), len(epochs) - 1)
        before = max(0, after - 1)
        return before if epoch - epochs[before] < epochs[after] - epoch else after
