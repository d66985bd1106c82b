"""The learning curves: training and validation loss over the epochs, as they are, with the best epoch and the stop."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Protocol

from numpy.typing import NDArray
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from mlp_gui.views.plots import picture
from mlp_gui.views.plots.axes import Range
from mlp_gui.views.plots.base import Plot, plots
from mlp_gui.views.plots.extent import Extent
from mlp_gui.views.plots.header import Key
from mlp_gui.views.plots.loss_axes import NONE, SERIES, LossAxes
from mlp_gui.views.plots.reading import exact
from mlp_gui.views.plots.ticks import nice_ceiling, nice_range
from mlp_gui.views.shell.numbers import count, integer, number


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
        self._extents = {name: Extent() for name in SERIES}
        self._pointed: int | None = None  # position in the history
        self.axes = LossAxes()
        self.axes.pointed_at.connect(self._on_pointed)
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
        if best != self.axes.events.best:
            self.axes.events.best = best
            self.mark_dirty()

    def show_patience(self, patience: int | None) -> None:
        """How many epochs early stopping waits after the best one; None: it is off."""
        self.axes.events.patience = patience
        self.mark_dirty()

    def show_stop(self, epoch: int, text: str = "stopped") -> None:
        """The epoch after which the run has stopped; 0: it has not."""
        self.axes.events.stop = (epoch, text) if epoch > 0 else None
        self.mark_dirty()

    def show_test(self, epoch: int, loss: float) -> None:
        """The loss on the test rows with the weights of an epoch; nan: none."""
        self.axes.events.test = (epoch, loss) if math.isfinite(loss) else None
        self.mark_dirty()

    def clear(self) -> None:
        """As before the first epoch."""
        self._history = self._pointed = None
        self.axes.forget()
        for extent in self._extents.values():
            extent.clear()
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
            self.axes.curves[name].show(*((NONE, NONE) if empty else (epochs, y)))
        self.axes.show_range(self._x_range(epochs), self._y_range())
        self._show_legend()
        self.notice(*self._sentence(epochs))
        if self._pointed is not None:
            self._read(min(self._pointed, len(epochs) - 1))
        self.axes.repaint_inside()

    def _x_range(self, epochs: NDArray) -> Range:
        test = self.axes.events.test
        last = max(float(epochs[-1]) if len(epochs) else 0.0, test[0] if test else 0.0)
        end = nice_ceiling(max(10.0, 1.02 * last))
        return (-0.03, math.log10(end)) if self.log_x.isChecked() else (0.0, end)

    def _y_range(self) -> Range:
        extents = [self._extents[name] for name in SERIES]
        test = [self.axes.events.test[1]] if self.axes.events.test else []
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
        if self.axes.events.test is not None:
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
        values = {name: written(float(self._values(name)[at])) for name in SERIES if len(self.axes.curves[name].x)}
        short = {"training": "train", "validation": "val"}
        return (
            f"epoch {epoch}:  " + "   ".join(f"{name} {value}" for name, value in values.items()),
            f"epoch {epoch}:  " + "  ".join(f"{short[name]} {value}" for name, value in values.items()),
            f"{epoch}:  " + " / ".join(values.values()),
        )

    # --- pointer and switches --------------------------------------------------------------------------------

    def _on_pointed(self, at: int | None) -> None:
        self._pointed = at
        self._read(-1 if at is None else at)

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
        self.axes.vector(on)

    def restyle(self) -> None:
        self.axes.restyle()

    def columns(self) -> picture.Columns:
        if self._history is None:
            return {"epoch": [], "training": [], "validation": []}
        return {"epoch": self._history.epochs} | {name: self._values(name) for name in SERIES}
