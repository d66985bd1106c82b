"""The learning curves: training and validation loss over the epochs, as they are, with the best epoch and the stop."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from numpy.typing import NDArray
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from mlp_gui.core.number_format import format_exact, format_integer, format_number
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.plotmath.extent import Extent
from mlp_gui.plotmath.smoothing import SmoothedSeries
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.header_combo import HeaderCombo
from mlp_gui.views.charts.plot import Plot, plots
from mlp_gui.views.plots.training.loss_axes import NONE, SERIES, LossAxes
from mlp_gui.views.plots.training.loss_events import HasEvent
from mlp_gui.views.plots.training.loss_ranges import LossHistory, epoch_range, loss_range, scales_for
from mlp_gui.views.theme.plain_text import set_tip

SMOOTHINGS = (0, 10, 100, 1000)  # epochs in which the weights of the moving average fade by e


@plots.register("loss", "Loss")
class LossPlot(Plot):
    """Learning curves of the run.

    Attributes
    ----------
    axes : LossAxes
    log_x, log_y : QToolButton
        Logarithmic axes.
    smoothing : HeaderCombo
    follow_end : QAction
        Whether only the last tenth of the epochs is shown.
    """

    help = mark(
        "The loss of each epoch: on the training rows the mean while it was going on, on the validation rows after it. "
        "Smoothing is drawn over it."
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: LossHistory | None = None
        self._extents = {name: Extent() for name in SERIES}
        self._after: tuple[int, float] = (0, math.nan)  # an epoch, and the loss of all training rows after it
        self._pointed: int | None = None  # position in the history
        self.axes = LossAxes()
        self.axes.pointed_at.connect(self._on_pointed)
        self.axes.zoomed.connect(self.mark_dirty)
        self.set_body(self.axes)
        self.log_x = self._switch(tr("log x"), tr("Epochs on a logarithmic axis"))
        self.log_y = self._switch(tr("log y"), tr("Loss on a logarithmic axis"))
        tip = tr("A moving average over the raw curve: its weights fade by e in so many epochs")
        self.smoothing = HeaderCombo(tip, [tr("smooth {n:,}", n=tau) if tau else tr("raw") for tau in SMOOTHINGS])
        self.smoothing.changed.connect(self.mark_dirty)
        self.header.add_switch(self.smoothing)
        self.axes.repeats.changed.connect(self.mark_dirty)
        self.header.add_switch(self.axes.repeats)
        self._smoothed = {name: SmoothedSeries() for name in SERIES}
        self._scales = ("linear", "linear")
        self.follow_end = QAction(tr("Follow the end (the last tenth)"), self)
        self.follow_end.setCheckable(True)
        self.follow_end.toggled.connect(self.axes.reset_view)
        self._reset_view = QAction(tr("Show the whole run"), self)
        self._reset_view.triggered.connect(self.axes.reset_view)
        self.restyle()
        self.mark_dirty()

    def _switch(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        set_tip(button, tip)
        button.setCheckable(True)
        button.toggled.connect(self._on_log)
        self.header.add_switch(button)
        return button

    # --- what it shows ---------------------------------------------------------------------------------------

    def show_history(self, history: LossHistory) -> None:
        """Show the run's history; call it again whenever it has grown."""
        self._history = history
        self.mark_dirty()

    def show_best(self, epoch: int, value: float = math.nan, restored: bool = False) -> None:
        """Mark the best epoch so far and its monitored value.

        Parameters
        ----------
        epoch : int
            0 for none.
        value : float
        restored : bool
            Whether its weights are the ones in use.
        """
        best = (epoch, value) if epoch > 0 else None
        if (best, restored) != (self.axes.events.best, self.axes.events.restored):
            self.axes.events.best, self.axes.events.restored = best, restored
            self.mark_dirty()

    def show_patience_start(self, epoch: int) -> None:
        """Count the patience that is shown from an epoch."""
        if epoch != self.axes.events.patience_start:
            self.axes.events.patience_start = epoch
            self.mark_dirty()

    def show_events(self, marks: Sequence[HasEvent]) -> None:
        """Mark pauses, resumes and changes of the learning rate, given in order."""
        if tuple(marks) != self.axes.events.marks:
            self.axes.events.marks = tuple(marks)
            self.mark_dirty()

    def show_region(self, region: tuple[float, float] | None) -> None:
        """Mark the epochs that a diagnosis is about."""
        if region != self.axes.events.region:
            self.axes.events.region = region
            self.mark_dirty()

    def show_early_stopping(self, patience: int | None) -> None:
        """Mark how many epochs early stopping waits after the best one; None when it is off."""
        self.axes.events.patience = patience
        self.mark_dirty()

    def show_stop(self, epoch: int, text: str = "") -> None:
        """Mark the epoch after which the run has stopped, 0 if it has not; `text` replaces the label of the place."""
        said = text or tr("stopped {epoch:,}", epoch=epoch)
        self.axes.events.stop = (epoch, said) if epoch > 0 else None
        self.mark_dirty()

    def show_test(self, epoch: int, loss: float) -> None:
        """Mark the loss on the test rows with the weights of an epoch; nan for none."""
        self.axes.events.test = (epoch, loss) if math.isfinite(loss) else None
        self.mark_dirty()

    def show_training_after(self, epoch: int, loss: float) -> None:
        """Say the loss of all training rows after an epoch beside the mean during it; nan says nothing."""
        self._after = (epoch, loss)
        self.mark_dirty()

    def show_references(self, losses: Mapping[str, float]) -> None:
        """Draw thin lines where reference models stand, by their names."""
        if losses != self.axes.references:
            self.axes.references = dict(losses)
            self.mark_dirty()

    def clear(self) -> None:
        """Show what there is before the first epoch."""
        self._history = self._pointed = None
        self.axes.forget()
        for extent in self._extents.values():
            extent.clear()
        self.show_hover_text("")
        self.mark_dirty()

    # --- a frame ---------------------------------------------------------------------------------------------

    def _values(self, name: str) -> NDArray:
        if self._history is None:
            return NONE
        return self._history.train_loss if name == Subset.TRAINING else self._history.validation_loss

    def draw(self) -> None:
        epochs = self._history.epochs if self._history is not None else NONE
        for name in SERIES:
            y = self._values(name)
            self._extents[name].extend(y)
            # Without validation rows the column is nan throughout, which is not worth a remark or a legend.
            empty = self._extents[name].is_empty and name == Subset.VALIDATION
            self.axes.curves[name].set_data(*((NONE, NONE) if empty else (epochs, y)))
            tau = float(SMOOTHINGS[self.smoothing.index()])
            smooth = self._smoothed[name].extend(epochs, y, tau) if tau and not empty else NONE
            self.axes.smooth[name].set_data(epochs[: len(smooth)], smooth)
        self._set_ranges(epochs)
        self._show_legend()
        self.show_notice(*self._sentence(epochs))
        if self._pointed is not None:
            self._read(self._pointed)
        self.axes.repaint_inside()

    def _set_ranges(self, epochs: NDArray) -> None:
        extents, test = list(self._extents.values()), self.axes.events.test
        x, y = scales_for(self._scales, extents)
        self.axes.set_scales(x, y)
        for axis in (self.axes.bottom, self.axes.left):
            axis.show_numbers(len(epochs) > 0 or self.axes.repeats.are_shown)
        last = max(float(epochs[-1]) if len(epochs) else 0.0, test[0] if test else 0.0, self.axes.repeats.last)
        extra = [*([test[1]] if test else []), *self.axes.repeats.bounds(), *self.axes.elsewhere.limits]
        self.axes.show_range(epoch_range(x, last, self.follow_end.isChecked()), loss_range(y, extents, extra))

    def _show_legend(self) -> None:
        keys = [LegendKey(tr("training"), "training", "line")]
        if not self._extents[Subset.VALIDATION].is_empty or self._history is None:
            keys.append(LegendKey(tr("validation"), "validation", "dash"))
        if self.axes.events.test is not None:
            keys.append(LegendKey(tr("test"), "test", "square"))
        if self.axes.elsewhere.name:
            keys.append(LegendKey(self.axes.elsewhere.name, "text", "dash"))
        self.header.legend.show_keys(keys)

    def _sentence(self, epochs: NDArray) -> tuple[str, ...]:
        if not len(epochs):
            return "", "muted"
        drawn = [e for name, e in self._extents.items() if not (name == Subset.VALIDATION and e.is_empty)]
        not_finite = sum(e.not_finite for e in drawn)
        hidden = sum(e.not_positive for e in drawn) if self._scales[1] == "log" else 0
        parts = []
        if not_finite:
            parts.append(tr_n("{n:,} value is not finite", "{n:,} values are not finite", not_finite))
        if hidden:
            parts.append(
                tr_n(
                    "{n:,} value is 0 or less and cannot be on a log axis",
                    "{n:,} values are 0 or less and cannot be on a log axis",
                    hidden,
                )
            )
        if parts:
            return tr("{what} (marked ×)", what="; ".join(parts)), "bad" if not_finite else "warning"
        text, *shorter = self._line(len(epochs) - 1, format_number)
        return text, "muted", *shorter

    def _line(self, at: int, written: Callable[[float], str]) -> tuple[str, str, str]:
        """Return the numbers of one epoch in words, in short, and bare."""
        assert self._history is not None
        number_ = int(self._history.epochs[at])
        head = tr("epoch {epoch:,}:", epoch=number_) + "  "
        values = {name: written(float(self._values(name)[at])) for name in SERIES if len(self.axes.curves[name].x)}
        epoch, after = self._after
        long, brief = dict(values), dict(values)
        if epoch == number_ and math.isfinite(after):
            long[Subset.TRAINING] = tr(
                "{loss} (all rows after it: {after})", loss=values[Subset.TRAINING], after=written(after)
            )
            brief[Subset.TRAINING] = tr("{loss} (after it {after})", loss=values[Subset.TRAINING], after=written(after))
        short = {subset: subset.short_label for subset in (Subset.TRAINING, Subset.VALIDATION)}
        return (
            head + "   ".join(f"{tr(name)} {value}" for name, value in long.items()),
            head + "  ".join(f"{short[name]} {value}" for name, value in brief.items()),
            f"{format_integer(number_)}:  " + " / ".join(values.values()),
        )

    # --- pointer and switches --------------------------------------------------------------------------------

    def _on_pointed(self, at: int | None) -> None:
        self._pointed = at
        self._read(-1 if at is None else at)
        if self.axes.event_text:
            self.show_hover_text(self.axes.event_text)

    def _read(self, at: int) -> None:
        # The history may have become shorter, or be gone, while the curves of the last frame are still there.
        at = min(at, len(self._history.epochs) - 1 if self._history is not None else -1)
        self.show_hover_text(*(self._line(at, format_exact) if at >= 0 else ("",)))

    def _on_log(self) -> None:
        self.set_scales(*("log" if button.isChecked() else "linear" for button in (self.log_x, self.log_y)))

    def set_scales(self, x: str, y: str) -> None:
        """Set the scales of the epochs and of the loss: "linear", "log" or "symlog"."""
        self._scales = (x, y)
        for button, name in ((self.log_x, x), (self.log_y, y)):
            button.blockSignals(True)  # _on_log knows no symlog
            button.setChecked(name == "log")
            button.blockSignals(False)
        self.axes.user_zoomed = False
        self.mark_dirty()

    def extra_actions(self) -> list[QAction]:
        self._reset_view.setEnabled(self.axes.user_zoomed)
        return [self._reset_view, self.follow_end, self._scale_menu(0), self._scale_menu(1)]

    def _scale_menu(self, axis: int) -> QAction:
        menu = QMenu(tr("Epochs: linear, log or symlog" if axis == 0 else "Loss: linear, log or symlog"), self)
        for name in (mark("linear"), mark("log"), mark("symlog")):
            names = (name, self._scales[1]) if axis == 0 else (self._scales[0], name)
            action = menu.addAction(tr(name), partial(self.set_scales, *names))
            action.setCheckable(True)
            action.setChecked(self._scales[axis] == name)
        return menu.menuAction()

    def set_vector_mode(self, on: bool) -> None:
        self.axes.set_vector_mode(on)

    def restyle(self) -> None:
        self.axes.restyle()

    def columns(self) -> image_export.Columns:
        if self._history is None:
            return {"epoch": [], "training": [], "validation": []}
        smoothed = {f"{n} smoothed": c.y for n, c in self.axes.smooth.items() if len(c.x)}
        return {"epoch": self._history.epochs} | {name: self._values(name) for name in SERIES} | smoothed
