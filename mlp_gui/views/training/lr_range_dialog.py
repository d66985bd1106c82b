"""What the learning-rate range test found: the loss while the rate rose, and the rate it suggests."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mlp_gui.core.number_format import format_setting
from mlp_gui.core.translation import mark, tr
from mlp_gui.plotmath.scales import LOG
from mlp_gui.views.charts.number_axis import NumberAxis, find_without_index
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel

EXPLANATION = mark(
    "A fresh network was trained for a moment while the learning rate rose step by step. The shaded range begins where "
    "the loss falls fastest and ends at its lowest point; beyond that the steps are too large."
)


class HasLRRange(Protocol):
    """Result of a learning-rate range test.

    Attributes
    ----------
    rates, losses : ndarray of shape (n_steps,)
    steepest, suggestion, lowest : float or None
        Rates in this order; None when the loss never fell.
    sentence : str
        What was found.
    """

    @property
    def rates(self) -> NDArray[np.float64]: ...
    @property
    def losses(self) -> NDArray[np.float64]: ...
    @property
    def steepest(self) -> float | None: ...
    @property
    def lowest(self) -> float | None: ...
    @property
    def suggestion(self) -> float | None: ...
    @property
    def sentence(self) -> str: ...


class LRRangeDialog(QDialog):
    """Shows a learning-rate range test.

    Attributes
    ----------
    take : QPushButton
        Disabled when the test suggests no rate.

    Signals
    -------
    rate_chosen(float)
        The suggestion was taken, rounded as the button shows it.
    """

    rate_chosen = Signal(float)

    def __init__(self, finding: HasLRRange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Learning rate"))
        self._rate = rounded(finding.suggestion)
        self._sentence = TextLabel(finding.sentence)
        style.set_role(self._sentence, "title")
        self._sentence.setWordWrap(True)
        explanation = TextLabel(tr(EXPLANATION))
        explanation.setWordWrap(True)
        style.set_role(explanation, "caption")
        self.take = QPushButton(
            tr("Use {rate}", rate=format_setting(self._rate)) if self._rate is not None else tr("Use it")
        )
        self.take.setEnabled(self._rate is not None)
        style.set_role(self.take, "primary")
        self.take.clicked.connect(self._on_take)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE[2]] * 4)
        column.setSpacing(style.SPACE[1])
        column.addWidget(self._sentence)
        column.addWidget(explanation)
        column.addWidget(self._plot(finding), 1)
        column.addLayout(buttons)
        self.resize(style.px(560), style.px(420))

    @Slot()
    def _on_take(self) -> None:
        if self._rate is not None:
            self.rate_chosen.emit(self._rate)
        self.accept()

    def _plot(self, finding: HasLRRange) -> pg.PlotWidget:
        palette = style.current()
        axes = {side: NumberAxis(side) for side in ("bottom", "left")}
        axes["bottom"].scale_ = LOG
        plot = pg.PlotWidget(background=palette.panel, enableMenu=False, axisItems=axes)
        find_without_index(plot)
        plot.setAccessibleName(tr("Loss against learning rate"))
        plot.setLogMode(x=True)
        plot.hideButtons()
        for side, text in (("bottom", tr("learning rate")), ("left", tr("loss of training rows"))):
            axes[side].name(text)
        self.curve = plot.plot(finding.rates, finding.losses, pen=pg.mkPen(palette.training, width=1.5))
        if finding.steepest is not None and finding.suggestion is not None and finding.lowest is not None:
            ground = QColor(palette.good)
            ground.setAlphaF(0.12)
            # On a logarithmic axis pyqtgraph converts the points of curves, but not the places of regions and lines.
            ends = np.log10([finding.steepest, finding.lowest])
            plot.addItem(pg.LinearRegionItem(ends, brush=ground, pen=pg.mkPen(None), movable=False))
            pen = pg.mkPen(palette.good, style=Qt.PenStyle.DashLine)
            plot.addItem(pg.InfiniteLine(np.log10(finding.suggestion), pen=pen))
        return plot


def rounded(rate: float | None) -> float | None:
    """Round to one significant digit: the test is not finer than that."""
    return None if rate is None else float(f"{rate:.0e}")
