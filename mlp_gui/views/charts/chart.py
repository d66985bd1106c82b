"""A chart is a plot that lists its items: lines, dots, bars, rules. It reads out what is under the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from mlp_gui.core.translation import mark, tr
from mlp_gui.plotmath.stable_range import StableRange
from mlp_gui.views.charts import overlay
from mlp_gui.views.charts.axes import Axes, Range
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.header_combo import HeaderCombo
from mlp_gui.views.charts.items import NO_ROWS, Dots, HitResult, Item
from mlp_gui.views.charts.overlay import rows_inside
from mlp_gui.views.charts.plot import Plot, Rows
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import set_tip

DRAW_AROUND = mark("Draw around rows (or hold Shift and drag)")


@dataclass
class ChartContents:
    """What a chart shows at one moment.

    Attributes
    ----------
    items : sequence of Item
        Drawn in this order.
    x_name, y_name : str
        What the axes measure.
    x_range, y_range : tuple of float, optional
        Both ends of an axis. The range follows the items when omitted.
    keys : sequence of LegendKey
    notice : tuple of str
        Arguments of `Plot.show_notice`.
    empty : str
        The sentence that is shown when there are no items.
    texts : sequence of tuple of str
        Lines in the upper left corner, each (name, colour, text).
    """

    items: Sequence[Item] = ()
    x_name: str = ""
    y_name: str = ""
    x_range: Range | None = None
    y_range: Range | None = None
    keys: Sequence[LegendKey] = ()
    notice: tuple[str, ...] = ("", "muted")
    empty: str = ""
    texts: Sequence[tuple[str, str, str]] = field(default_factory=tuple)


class ChartAxes(Axes):
    """The inside of a chart: paints the items and finds what is under the pointer.

    Attributes
    ----------
    contents : ChartContents
    chosen : array of int
        Row numbers whose dots have a ring.

    Signals
    -------
    hovered(HitResult or None)
        The pointer moved; None when nothing is near any more.
    clicked(HitResult or None)
        None for a click on empty ground.
    """

    hovered = Signal(object)
    clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self._paint, parent)
        self.contents = ChartContents()
        self.chosen: Rows = NO_ROWS
        self._near: HitResult | None = None
        self._is_vector = False
        self.pointed.connect(self._on_pointed)
        self.pressed.connect(self._on_pressed)

    def set_vector_mode(self, on: bool) -> None:
        super().set_vector_mode(on)
        self._is_vector = on

    def show_contents(self, contents: ChartContents) -> None:
        self.contents = contents
        self.repaint_inside()

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, QColor(style.current().panel))
        if not self.contents.items:
            overlay.centred(painter, rect, self.contents.empty or tr("There is nothing to show yet."))
            return
        self.paint_grid(painter, rect)
        for item in self.contents.items:
            item.paint(painter, self, self._is_vector)
        overlay.corner(painter, rect, self.contents.texts)
        # After all items, or the dots of one subset would hide the rings of another.
        if len(self.chosen):
            for item in self.contents.items:
                if isinstance(item, Dots):
                    item.paint_selected(painter, self, self.chosen)
        if self._near is not None and self._near.ring is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(style.current().text), 1.5))
            painter.drawEllipse(self._near.ring, 6, 6)

    def item_at(self, place: QPointF) -> HitResult | None:
        """Return what is nearest to a place in pixels of `layer`, or None when nothing is near."""
        all_near = (item.hit_test(self, place) for item in self.contents.items)
        return min((near for near in all_near if near is not None), key=lambda near: near.distance, default=None)

    def _on_pointed(self, place: QPointF | None) -> None:
        near = self.item_at(place) if place is not None else None
        # Moving over empty ground costs no repaint.
        if near is not None or self._near is not None:
            self._near = near
            self.hovered.emit(near)
            self.repaint_inside()

    def _on_pressed(self, place: QPointF) -> None:
        self.clicked.emit(self.item_at(place))


class ChartPlot(Plot):
    """Base of plots with axes. A subclass writes `contents` and `columns`.

    Attributes
    ----------
    axes : ChartAxes
    """

    stable_ranges = True  # ranges that the contents leave open stand still while numbers move a little

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axes = ChartAxes()
        self.axes.hovered.connect(self._on_near)
        self.axes.clicked.connect(self._on_clicked)
        self.axes.zoomed.connect(self.mark_dirty)
        self.axes.enclosed.connect(self._on_enclosed)
        self.set_body(self.axes)
        self._x, self._y = StableRange(), StableRange()
        self._limits: tuple[float, float, float, float] | None = None
        self._reset_view = QAction(tr("Show everything"), self)
        self._reset_view.triggered.connect(self.axes.reset_view)
        self._draw_around = QAction(tr(DRAW_AROUND), self)
        self._draw_around.triggered.connect(self.axes.arm_lasso)
        self.mark_dirty()

    def contents(self) -> ChartContents:
        """Return what to show now. Override."""
        raise NotImplementedError

    def reset_ranges(self) -> None:
        """Let the ranges of the axes begin anew, because other rows or another choice are shown."""
        self._x.reset()
        self._y.reset()
        self.axes.user_zoomed = False
        self.mark_dirty()

    # --- small controls --------------------------------------------------------------------------------------

    def add_choice(self, tip: str, *texts: str) -> HeaderCombo:
        """Add a choice to the header; the ranges begin anew when another text is chosen.

        Parameters
        ----------
        tip : str
            Tooltip, in the reader's language.
        *texts : str
            What can be chosen: in English, marked for translation.
        """
        box = HeaderCombo(tip, texts, [tr(text) for text in texts])
        box.changed.connect(self.reset_ranges)
        self.header.add_switch(box)
        return box

    def add_toggle(self, text: str, tip: str) -> QToolButton:
        """Add a button to the header that stays pressed; both texts are in the reader's language."""
        button = QToolButton()
        button.setText(text)
        set_tip(button, tip)
        button.setCheckable(True)
        button.toggled.connect(self.reset_ranges)
        self.header.add_switch(button)
        return button

    # --- a frame ---------------------------------------------------------------------------------------------

    def draw(self) -> None:
        contents = self.contents()
        self.axes.bottom.name(contents.x_name)
        self.axes.left.name(contents.y_name)
        self._set_ranges(contents)
        self.axes.show_contents(contents)
        self.header.legend.show_keys(contents.keys)
        self.show_notice(*contents.notice)

    def _set_ranges(self, contents: ChartContents) -> None:
        found = [limits for item in contents.items if (limits := item.limits()) is not None]
        table = np.array(found) if found else np.full((1, 4), np.nan)  # nothing yet: a range to show, none to keep
        self._limits = (table[:, 0].min(), table[:, 1].max(), table[:, 2].min(), table[:, 3].max())
        x = contents.x_range or widen_range(self._x.update_range(*self._limits[:2]))
        y = contents.y_range or self._y.update_range(*self._limits[2:])
        # Without items the range is arbitrary, and numbers would suggest that it means something.
        for axis in (self.axes.bottom, self.axes.left):
            axis.show_numbers(bool(contents.items))
        self.axes.show_range(x, y)

    def finish_animation(self) -> None:
        if self._limits is not None:
            moved = self._x.shrink_now(*self._limits[:2]), self._y.shrink_now(*self._limits[2:])
            if any(moved):
                self.mark_dirty()

    # --- pointer and selection -------------------------------------------------------------------------------

    def _on_near(self, near: HitResult | None) -> None:
        self.show_hover_text(*(near.texts if near is not None else ("",)))

    def _on_clicked(self, near: HitResult | None) -> None:
        self.rows_chosen.emit(near.rows if near is not None else NO_ROWS)

    def _on_enclosed(self, corners: NDArray) -> None:
        """Choose the rows whose dots a line encloses."""
        dots = [item for item in self.axes.contents.items if isinstance(item, Dots) and not item.groups]
        points = ((np.asarray(item.x), np.asarray(item.y), np.asarray(item.rows)) for item in dots)
        self.rows_chosen.emit(rows_inside(self.axes, corners, points))

    def show_selection(self, rows: Rows) -> None:
        self.axes.chosen = rows
        self.axes.repaint_inside()

    def extra_actions(self) -> list[QAction]:
        self._reset_view.setEnabled(self.axes.user_zoomed)
        has_rows = any(isinstance(item, Dots) and not item.groups for item in self.axes.contents.items)
        return [self._draw_around, self._reset_view] if has_rows else [self._reset_view]

    def set_vector_mode(self, on: bool) -> None:
        self.axes.set_vector_mode(on)

    def restyle(self) -> None:
        self.axes.restyle()


def widen_range(limits: Range, share: float = 0.015) -> Range:
    """Add a share of the range at both ends, so that marks at the edge are whole.

    Parameters
    ----------
    limits : tuple of float
        Both ends.
    share : float
        Of the length between them.
    """
    air = share * (limits[1] - limits[0])
    return limits[0] - air, limits[1] + air
