"""The learning curves: training and validation loss over the epochs, as they are, with the best epoch and the stop."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAction, QColor, QPainter
from PySide6.QtWidgets import QToolButton, QWidget

from mlp_gui.views.plots import overlay, picture
from mlp_gui.views.plots.axes import Axes, Range
from mlp_gui.views.plots.base import Plot, plots
from mlp_gui.views.plots.curve import Curve
from mlp_gui.views.plots.extent import Extent
from mlp_gui.views.plots.header import Key
from mlp_gui.views.plots.marks import draw_mark
from mlp_gui.views.plots.reading import exact
from mlp_gui.views.plots.ticks import nice_ceiling, nice_range
from mlp_gui.views.shell import style
from mlp_gui.views.shell.numbers import count, integer, number

NONE = np.zeros(0)
SERIES = ("training", "validation")


class LossHistory(Protocol):
    """Columns of a run, one value for each epoch; validation_loss is nan where there is none."""

    @property
    def epochs(self) -> NDArray: ...
    @property
    def train_loss(self) -> NDArray: ...
    @property
    def validation_loss(self) -> NDArray: ...


@plots.register("loss", "Loss")
class LossPlot(Plot):
    help = "The loss after each epoch, on the training rows and on the validation rows. Nothing is smoothed."

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: LossHistory | None = None
        self.curves = {"training": Curve(), "validation": Curve(dash=True)}
        self._extents = {name: Extent() for name in SERIES}
        self._best: tuple[int, float] | None = None
        self._patience: int | None = None
        self._stop: tuple[int, str] | None = None
        self._test: tuple[int, float] | None = None
        self._pointed: int | None = None  # position in the history
        self._vector = False
        self.axes = Axes(self._paint)
        self.axes.bottom.name("epoch")
        self.axes.pointed.connect(self._on_pointed)
        self.axes.zoomed.connect(self.mark_dirty)
        self.set_body(self.axes)
        self.log_x = self._switch("log x", "Epochs on a logarithmic axis")
        self.log_y = self._switch("log y", "Loss on a logarithmic axis")
        self._reset_view = QAction("Show the whole run", self)
        self._reset_view.triggered.connect(self.axes.reset_view)
        self.restyle()
        self.mark_dirty()

    def _switch(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.toggled.connect(self._on_log)
        self.header.add_switch(button)
        return button

    # --- what it shows ---------------------------------------------------------------------------------------

    def show_history(self, history: LossHistory) -> None:
        """The run's history; call it again whenever it has grown."""
        self._history = history
        self.mark_dirty()

    def show_best(self, epoch: int, value: float = math.nan) -> None:
        """The best epoch so far and its monitored value; 0: none."""
        best = (epoch, value) if epoch > 0 else None
        if best != self._best:
            self._best = best
            self.mark_dirty()

    def show_patience(self, patience: int | None) -> None:
        """How many epochs early stopping waits after the best one; None: it is off."""
        if patience != self._patience:
            self._patience = patience
            self.mark_dirty()

    def show_stop(self, epoch: int, text: str = "stopped") -> None:
        """The epoch after which the run has stopped; 0: it has not."""
        self._stop = (epoch, text) if epoch > 0 else None
        self.mark_dirty()

    def show_test(self, epoch: int, loss: float) -> None:
        """The loss on the test rows with the weights of an epoch; nan: none."""
        self._test = (epoch, loss) if math.isfinite(loss) else None
        self.mark_dirty()

    def clear(self) -> None:
        """As before the first epoch."""
        self._history = self._best = self._stop = self._test = self._pointed = None
        for curve in self.curves.values():
            curve.forget()
        for extent in self._extents.values():
            extent.clear()
        self.axes.user_zoomed = False
        self.read_out("")
        self.mark_dirty()

    # --- a frame ---------------------------------------------------------------------------------------------

    def _values(self, name: str) -> NDArray:
        if self._history is None:
            return NONE
        return self._history.train_loss if name == "training" else self._history.validation_loss

    def draw(self) -> None:
        epochs = self._history.epochs if self._history is not None else NONE
        for name in SERIES:
            y = self._values(name)
            self._extents[name].follow(y)
            empty = self._extents[name].is_empty and name == "validation"
            self.curves[name].show(*((NONE, NONE) if empty else (epochs, y)))
        self.axes.show_range(self._x_range(epochs), self._y_range())
        self._show_legend()
        self.notice(*self._sentence(epochs))
        if self._pointed is not None:
            self._read(min(self._pointed, len(epochs) - 1))
        self.axes.repaint_inside()

    def _x_range(self, epochs: NDArray) -> Range:
        last = max(float(epochs[-1]) if len(epochs) else 0.0, self._test[0] if self._test else 0.0)
        end = nice_ceiling(max(10.0, 1.02 * last))
        return (-0.03, math.log10(end)) if self.log_x.isChecked() else (0.0, end)

    def _y_range(self) -> Range:
        extents = [self._extents[name] for name in SERIES]
        test = [self._test[1]] if self._test else []
        high = max([e.high for e in extents] + test)
        if not self.log_y.isChecked():
            return nice_range(min([e.low for e in extents] + test), high)
        low = min([e.low_positive for e in extents] + [t for t in test if t > 0])
        if not (math.isfinite(low) and high > 0):
            return -1.0, 0.0
        bottom, top = math.log10(low), math.log10(high)
        air = 0.03 * max(top - bottom, 0.3)
        return math.floor((bottom - air) * 5) / 5, math.ceil((top + air) * 5) / 5

    def _show_legend(self) -> None:
        keys = [Key("training", "training", "line")]
        if not self._extents["validation"].is_empty or self._history is None:
            keys.append(Key("validation", "validation", "dash"))
        if self._test is not None:
            keys.append(Key("test", "test", "square"))
        self.header.legend.show_keys(keys)

    def _sentence(self, epochs: NDArray) -> tuple[str, ...]:
        if not len(epochs):
            return "", "muted"
        drawn = [e for name, e in self._extents.items() if not (name == "validation" and e.is_empty)]
        not_finite = sum(e.not_finite for e in drawn)
        hidden = sum(e.not_positive for e in drawn) if self.log_y.isChecked() else 0
        parts = []
        if not_finite:
            parts.append(f"{count(not_finite, 'value is', 'values are')} not finite")
        if hidden:
            parts.append(f"{count(hidden, 'value is', 'values are')} 0 or less and cannot be on a log axis")
        if parts:
            return f"{'; '.join(parts)} (marked ×)", "bad" if not_finite else "warning"
        text, *shorter = self._line(len(epochs) - 1, number)
        return text, "muted", *shorter

    def _line(self, at: int, written: Callable[[float], str]) -> tuple[str, str, str]:
        """The numbers of one epoch in words, in short, and bare."""
        assert self._history is not None
        epoch = integer(int(self._history.epochs[at]))
        values = {name: written(float(self._values(name)[at])) for name in SERIES if len(self.curves[name].x)}
        short = {"training": "train", "validation": "val"}
        return (
            f"epoch {epoch}:  " + "   ".join(f"{name} {value}" for name, value in values.items()),
            f"epoch {epoch}:  " + "  ".join(f"{short[name]} {value}" for name, value in values.items()),
            f"{epoch}:  " + " / ".join(values.values()),
        )

    # --- painting --------------------------------------------------------------------------------------------

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        axes, view = self.axes, self.axes.view()
        log = (self.log_x.isChecked(), self.log_y.isChecked())
        palette = style.current()
        painter.fillRect(rect, QColor(palette.panel))
        self._paint_patience(painter, rect)
        axes.paint_grid(painter, rect)
        if self._history is None or not len(self._history.epochs):
            overlay.centred(painter, rect, "The curves begin with the first epoch.")
            return
        self._paint_events(painter, rect)  # below the curves: no label may hide a spike
        for name in SERIES:
            self.curves[name].colour = palette.series(name)
            self.curves[name].paint(painter, rect, view, log, self._vector)
        overlay.crosses(painter, rect, np.concatenate([self._px(c.bad_x) for c in self.curves.values()]))
        self._paint_marks(painter, rect)

    def _px(self, epochs: NDArray) -> NDArray:
        values = np.log10(epochs) if self.log_x.isChecked() else epochs
        return self.axes.to_pixels(values, NONE)[0]

    def _place(self, epoch: float, loss: float) -> QPointF | None:
        """Where a point is in pixels; None when it has no place on these axes."""
        if not math.isfinite(loss) or (self.log_y.isChecked() and loss <= 0):
            return None
        x = math.log10(epoch) if self.log_x.isChecked() else epoch
        return self.axes.pixel(x, math.log10(loss) if self.log_y.isChecked() else loss)

    def _paint_patience(self, painter: QPainter, rect: QRectF) -> None:
        if self._best is None or self._patience is None:
            return
        start, end = self._px(np.array([self._best[0], self._best[0] + self._patience], dtype=float))
        overlay.band(painter, rect, float(start), float(end))

    def _paint_events(self, painter: QPainter, rect: QRectF) -> None:
        """The best epoch and the stop."""
        palette = style.current()
        if self._best is not None:
            epoch, value = self._best
            text = f"best {integer(epoch)}" + ("" if math.isnan(value) else f": {number(value)}")
            overlay.upright(painter, rect, float(self._px(np.array([epoch]))[0]), text, palette.good, row=0)
        if self._stop is not None:
            epoch, text = self._stop
            at = float(self._px(np.array([epoch]))[0])
            overlay.upright(painter, rect, at, f"{text} {integer(epoch)}", palette.muted, row=1)

    def _paint_marks(self, painter: QPainter, rect: QRectF) -> None:
        """The loss on the test rows, and what is pointed at."""
        palette = style.current()
        if self._test is not None and (place := self._place(*self._test)) is not None:
            draw_mark(painter, "square", place, QColor(palette.test), 9)
        if self._pointed is not None and self._history is not None:
            at = min(self._pointed, len(self._history.epochs) - 1)
            here = float(self._history.epochs[at])
            overlay.pointer(painter, rect, float(self._px(np.array([here]))[0]))
            for name in SERIES:
                place = self._place(here, float(self._values(name)[at])) if len(self.curves[name].x) else None
                if place is not None:
                    overlay.dot(painter, place, palette.series(name))

    # --- pointer and switches --------------------------------------------------------------------------------

    def _on_pointed(self, place: QPointF | None) -> None:
        epochs = self._history.epochs if self._history is not None else NONE
        before, self._pointed = self._pointed, None
        if place is not None and len(epochs):
            x = self.axes.value_at(place)[0]
            epoch = 10.0**x if self.log_x.isChecked() else x
            after = int(np.clip(np.searchsorted(epochs, epoch), 1, max(1, len(epochs) - 1)))
            nearer = epoch - epochs[after - 1] < epochs[min(after, len(epochs) - 1)] - epoch
            self._pointed = after - 1 if nearer else min(after, len(epochs) - 1)
            self._read(self._pointed)
        else:
            self.read_out("")
        if self._pointed != before:
            self.axes.repaint_inside()

    def _read(self, at: int) -> None:
        self.read_out(*(self._line(at, exact) if at >= 0 else ("",)))

    def _on_log(self) -> None:
        self.axes.set_log(self.log_x.isChecked(), self.log_y.isChecked())
        self.axes.user_zoomed = False
        self.mark_dirty()

    def own_actions(self) -> list[QAction]:
        self._reset_view.setEnabled(self.axes.user_zoomed)
        return [self._reset_view]

    def vector(self, on: bool) -> None:
        self._vector = on
        self.axes.vector(on)

    def restyle(self) -> None:
        self.axes.restyle()

    def columns(self) -> picture.Columns:
        if self._history is None:
            return {"epoch": [], "training": [], "validation": []}
        return {"epoch": self._history.epochs} | {name: self._values(name) for name in SERIES}
