"""The pictures of a study: the loss of every network with median and band, or the score over the training rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStackedWidget, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.plotmath.scales import LINEAR, LOG
from mlp_gui.views.charts.colours import dash_pattern, indexed_colour
from mlp_gui.views.charts.number_axis import NumberAxis, find_without_index
from mlp_gui.views.theme import style

Curve = NDArray[np.floating]
PENS = {"line": Qt.PenStyle.SolidLine, "dash": Qt.PenStyle.DashLine, "dot": Qt.PenStyle.DotLine}
FAINT, BAND = 0.35, 0.18  # opacity


@dataclass(frozen=True, eq=False)
class CurveGroup:
    """Networks that differ in chance only.

    Attributes
    ----------
    name : str
        Of the group; "" where there is a single one.
    curves : sequence of ndarray of shape (n_epochs,)
        Of each network; one that has stopped keeps its last value in median and band.
    """

    name: str
    curves: Sequence[Curve]


@dataclass(frozen=True, eq=False)
class RowsCurve:
    """A score over numbers of training rows.

    Attributes
    ----------
    name : str
        Of the score.
    rows, mean, low, high : ndarray of shape (n_sizes,)
        low and high are the smallest and the largest.
    """

    name: str
    rows: Curve
    mean: Curve
    low: Curve
    high: Curve


class StudyPicture(QStackedWidget):
    """Two plots, of which one is shown.

    Attributes
    ----------
    losses, rows : PlotWidget
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.losses, self._loss_axes = curve_widget(tr("Loss of every network"), tr("epoch"), LOG)
        self.rows, self._rows_axes = curve_widget(tr("Score over the training rows"), tr("training rows"), LINEAR)
        self.addWidget(self.losses)
        self.addWidget(self.rows)
        ground = _faint(QColor(style.current().panel), 0.85)
        self._legend = pg.LegendItem(offset=(-12, 8), labelTextColor=style.current().text, brush=ground)
        self._legend.setParentItem(self.losses.getPlotItem().vb)
        self._items: list[pg.GraphicsObject] = []

    def show_losses(self, groups: Sequence[CurveGroup], name: str) -> None:
        """Draw every curve faintly, and of each group the median and the band from the lowest to the highest.

        Parameters
        ----------
        groups : sequence of CurveGroup
        name : str
            What the curves are.
        """
        self.setCurrentWidget(self.losses)
        self._clear(self.losses)
        drawn = [group for group in groups if group.curves]
        self._loss_axes[1].name(name)
        for side in ("bottom", "left"):
            self.losses.showAxis(side, bool(drawn))
        for k, group in enumerate(drawn):
            single = len(groups) == 1
            colour = QColor(style.current().validation if single else indexed_colour(k))
            self._draw(group, colour, PENS["line" if single else dash_pattern(k)])

    def _draw(self, group: CurveGroup, colour: QColor, line: Qt.PenStyle) -> None:
        for curve in group.curves if len(group.curves) > 1 else ():
            self._add(self.losses, np.arange(1.0, len(curve) + 1), positive(curve), pg.mkPen(_faint(colour, FAINT)))
        longest = max(map(len, group.curves))
        held = np.array([np.pad(positive(c), (0, longest - len(c)), mode="edge") for c in group.curves if len(c)])
        if not held.size:
            return
        low, median, high = np.quantile(held, (0, 0.5, 1), axis=0)
        epochs = np.arange(1.0, longest + 1)
        if len(held) > 1:
            self._fill(self.losses, epochs, low, high, colour)
        item = self._add(self.losses, epochs, median, pg.mkPen(colour, width=2, style=line))
        if group.name:
            self._legend.addItem(item, group.name)

    def show_rows(self, curve: RowsCurve) -> None:
        """Draw the mean of a score over the training rows, and the band from the smallest to the largest.

        Parameters
        ----------
        curve : RowsCurve
        """
        self.setCurrentWidget(self.rows)
        self._clear(self.rows)
        self._rows_axes[1].name(curve.name)
        for side in ("bottom", "left"):
            self.rows.showAxis(side, bool(len(curve.rows)))
        colour = QColor(style.current().validation)
        self._fill(self.rows, curve.rows, curve.low, curve.high, colour)
        item = self._add(self.rows, curve.rows, curve.mean, pg.mkPen(colour, width=2))
        item.setSymbol("o")
        item.setSymbolSize(7)
        item.setSymbolPen(None)
        item.setSymbolBrush(colour)

    def _clear(self, plot: pg.PlotWidget) -> None:
        for item in self._items:
            for each in (self.losses, self.rows):
                if item in each.getPlotItem().items:
                    each.removeItem(item)
        self._items = []
        self._legend.clear()
        self._legend.setVisible(plot is self.losses)

    def _add(self, plot: pg.PlotWidget, x: Curve, y: Curve, pen: object) -> pg.PlotDataItem:
        item = plot.plot(x, y, pen=pen)
        self._items.append(item)
        return item

    def _fill(self, plot: pg.PlotWidget, x: Curve, low: Curve, high: Curve, colour: QColor) -> None:
        unseen = pg.mkPen(QColor(0, 0, 0, 0))  # without a pen the curve has no path to fill to
        band = pg.FillBetweenItem(*(self._add(plot, x, y, unseen) for y in (low, high)), brush=_faint(colour, BAND))
        plot.addItem(band)
        self._items.append(band)


def curve_widget(title: str, across: str, scale: object) -> tuple[pg.PlotWidget, tuple[NumberAxis, NumberAxis]]:
    """Return a plot for a dialog, without numbers until there is something to count, and its axes.

    Parameters
    ----------
    title : str
        For screen readers.
    across : str
        What is counted along the lower axis.
    scale : Scale
        LINEAR or LOG, of the left axis.
    """
    axes = NumberAxis("bottom"), NumberAxis("left")
    axes[1].scale_ = LOG if scale is LOG else LINEAR
    plot = pg.PlotWidget(
        background=style.current().panel, enableMenu=False, axisItems={"bottom": axes[0], "left": axes[1]}
    )
    find_without_index(plot)
    plot.setAccessibleName(title)
    if scale is LOG:
        plot.setLogMode(y=True)
    plot.hideButtons()
    plot.getPlotItem().layout.setContentsMargins(0, 10, 12, 0)  # or the last numbers of the axes are cut
    axes[0].name(across)
    for side in ("bottom", "left"):
        plot.hideAxis(side)  # until there is something to count
    return plot, axes


def _faint(colour: QColor, opacity: float) -> QColor:
    fainter = QColor(colour)
    fainter.setAlphaF(opacity)
    return fainter


def positive(curve: Curve) -> Curve:
    """Return a curve without what a logarithmic axis cannot show."""
    return np.where(np.isfinite(curve) & (curve > 0), curve, np.nan)
