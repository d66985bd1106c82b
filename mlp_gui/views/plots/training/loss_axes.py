"""The inside of the learning curves: both curves, and what happened along the epochs, painted in pixels."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import tr
from mlp_gui.views.charts import overlay
from mlp_gui.views.charts.axes import Axes
from mlp_gui.views.charts.line_renderer import LineRenderer
from mlp_gui.views.charts.markers import draw_mark
from mlp_gui.views.plots.training.loss_elsewhere import ElsewhereCurves
from mlp_gui.views.plots.training.loss_events import LossEvents, event_text_at, paint_events, paint_ground
from mlp_gui.views.plots.training.loss_references import paint_references
from mlp_gui.views.plots.training.loss_repeats import LossRepeats
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours

SERIES = (Subset.TRAINING, Subset.VALIDATION)
NONE = np.zeros(0)


class LossAxes(Axes):
    """Epochs to the right, loss upwards, both linear or logarithmic.

    Attributes
    ----------
    curves, smooth : dict of Subset to LineRenderer
        The raw curves, and the smoothed ones over them.
    events : LossEvents
    labels : list of QRectF
        Where the labels of events were painted.
    references : dict of str to float
        The losses of reference models, by their names.
    elsewhere : ElsewhereCurves
        The same run in another library.
    repeats : LossRepeats
        The curves of other networks below those of the run.
    event_text : str
        What was done at the mark under the pointer.

    Signals
    -------
    pointed_at(int or None)
        Position in the history of the epoch under the pointer.
    """

    pointed_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self._paint, parent)
        self.curves = {Subset.TRAINING: LineRenderer(), Subset.VALIDATION: LineRenderer(dash=True)}
        self.events = LossEvents()
        self.references: dict[str, float] = {}  # of a dataset: they outlive the run
        self.repeats = LossRepeats()
        self.smooth = {Subset.TRAINING: LineRenderer(), Subset.VALIDATION: LineRenderer(dash=True)}
        self.elsewhere = ElsewhereCurves()
        self._at: int | None = None
        self.labels: list[QRectF] = []  # where they were painted
        self.event_text = ""  # what was done at the mark under the pointer
        self._vector = False
        self.bottom.name(tr("epoch"))
        self.pointed.connect(self._on_pointed)

    def set_vector_mode(self, on: bool) -> None:
        super().set_vector_mode(on)
        self._vector = on

    def forget(self) -> None:
        """Forget the run, as another one follows."""
        self.events = LossEvents(patience=self.events.patience)  # a setting; it outlives the run
        self._at = None
        self.user_zoomed = False
        self.elsewhere.clear()
        for curve in (*self.curves.values(), *self.smooth.values()):
            curve.set_data(NONE, NONE)
            curve.invalidate()

    # --- places ----------------------------------------------------------------------------------------------

    def _px(self, epochs: NDArray) -> NDArray:
        return self.to_pixels(self.scales[0].to(epochs), NONE)[0]

    def _px_of(self, epoch: float) -> float:
        return float(self._px(np.array([epoch], dtype=float))[0])

    def _place(self, epoch: float, loss: float) -> QPointF | None:
        """Return where a point is in pixels; None when it has no place on these axes."""
        x, y = (scale.transform(value) for scale, value in zip(self.scales, (epoch, loss), strict=True))
        return self.pixel(x, y) if math.isfinite(x) and math.isfinite(y) else None

    # --- painting --------------------------------------------------------------------------------------------

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        palette = style.current()
        painter.fillRect(rect, QColor(palette.panel))
        paint_ground(painter, rect, self.events, self._px_of)
        self.paint_grid(painter, rect)
        if not len(self.curves[Subset.TRAINING].x):
            if self.repeats.are_shown:
                self.repeats.paint(painter, rect, self, self._vector)
            else:
                overlay.centred(painter, rect, tr("The curves begin with the first epoch."))
            return
        self.repeats.paint(painter, rect, self, self._vector)
        self.labels = paint_events(
            painter, rect, self.events, self._px_of, self._crossed
        )  # below the curves: no label may hide a spike
        across = partial(self._place, float(self.curves[Subset.TRAINING].x[-1]))
        self.labels += paint_references(painter, rect, self.references, across, self._has_something)
        self.labels += self.elsewhere.paint_label(painter, rect, self._has_something)
        view = self.view()
        how = (painter, rect, view, self.scales, self._vector)
        self.elsewhere.paint_curve(Subset.VALIDATION, *how)
        for name in SERIES:
            smoothed = len(self.smooth[name].x) > 0
            colour = palette.series(name)
            self.curves[name].colour = mix_colours(colour, palette.panel, 0.55) if smoothed else colour
            self.curves[name].paint(*how)
        self.elsewhere.paint_curve(Subset.TRAINING, *how)
        for name in SERIES:  # above both raw curves
            if len(self.smooth[name].x):
                self.smooth[name].colour = palette.series(name)
                self.smooth[name].paint(*how)
        overlay.crosses(painter, rect, np.concatenate([self._px(c.bad_x) for c in self.curves.values()]))
        self._paint_test(painter)
        self._paint_pointed(painter, rect)

    def _crossed(self, box: QRectF) -> bool:
        """Return whether a curve, the line of a reference, or the mark of the test loss, is in a box."""
        test = self._place(*self.events.test) if self.events.test is not None else None
        if test is not None and box.adjusted(-5, -5, 5, 5).contains(test):
            return True
        last = float(self.curves[Subset.TRAINING].x[-1])
        lines = (self._place(last, loss) for loss in self.references.values())
        if any(box.top() < line.y() < box.bottom() for line in lines if line is not None):
            return True
        rect, view = self.box.rect(), self.view()
        return any(curve.intersects(box, rect, view, self.scales) for curve in self.curves.values())

    def _has_something(self, box: QRectF) -> bool:
        """Return whether a curve, the mark of the test loss, a label or an upright line is in a box."""
        uprights = [e[0] for e in (self.events.best, self.events.stop) if e is not None]
        between = any(box.left() - 3 <= self._px_of(epoch) <= box.right() + 3 for epoch in uprights)
        return between or self._crossed(box) or any(box.intersects(label) for label in self.labels)

    def _paint_test(self, painter: QPainter) -> None:
        place = self._place(*self.events.test) if self.events.test is not None else None
        if place is not None:
            draw_mark(painter, "square", place, QColor(style.current().test), 9)

    def _paint_pointed(self, painter: QPainter, rect: QRectF) -> None:
        epochs = self.curves[Subset.TRAINING].x
        if self._at is None or not len(epochs):
            return
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
        said = (
            event_text_at(self.events.marks, place.x(), self._px_of)
            if place is not None and self._at_foot(place)
            else ""
        )
        if (at, said) != (self._at, self.event_text):
            self._at, self.event_text = at, said
            self.pointed_at.emit(at)
            self.repaint_inside()

    def _at_foot(self, place: QPointF) -> bool:
        return place.y() > self.box.rect().height() - 14

    def _nearest(self, place: QPointF) -> int | None:
        """Return the position in the history of the epoch nearest to a place."""
        epochs = self.curves[Subset.TRAINING].x
        if not len(epochs):
            return None
        x = self.value_at(place)[0]
        epoch = float(self.scales[0].inverse(np.array([x]))[0])
        after = min(self.curves[Subset.TRAINING].index_of(epoch), len(epochs) - 1)
        before = max(0, after - 1)
        return before if epoch - epochs[before] < epochs[after] - epoch else after
