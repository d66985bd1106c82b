"""Many networks side by side: their curves with median and band, their scores as a range, and a way to each of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.params import Param
from mlp_gui.core.translation import mark, tr
from mlp_gui.plotmath.scales import LOG
from mlp_gui.views.charts.number_axis import NumberAxis, find_without_index
from mlp_gui.views.forms.number_field import NumberField
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.training.score_cells import prepare_table

Curve = NDArray[np.floating]
USUAL = 5  # networks
AVERAGE = mark(
    "One file that answers with the mean of what these networks say: of numbers before their unit is put back, of "
    "classes as probabilities. The commands mlp-gui predict and mlp-gui export take it, and mlp_gui.load in Python."
)


class StudyDialog(QDialog):
    """Asks how many networks and folds, and shows what is known of them while they are trained.

    Attributes
    ----------
    networks, folds : NumberField
    start : QPushButton
        Starts, and stops what is under way.
    average : QPushButton
        Saves the average of the networks; hidden while there is none.
    scores, members : QTableWidget

    Signals
    -------
    start_requested(int, int)
        Networks and folds.
    stop_requested, average_requested
    open_requested(int)
        A network, counted from 0 in the order of `members`.
    """

    start_requested = Signal(object, object)
    stop_requested = Signal()
    average_requested = Signal()
    open_requested = Signal(object)

    def __init__(self, networks: Param, folds: Param, parent: QWidget | None = None) -> None:
        """Make the dialog.

        Parameters
        ----------
        networks, folds : Param
            As the plan declares them.
        parent : QWidget, optional
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Train many networks"))
        self._is_running = False
        self.networks, self.folds = NumberField(networks), NumberField(folds)
        self.start = QPushButton(tr("Start"))
        style.set_role(self.start, "primary")
        self.start.clicked.connect(self._on_start)
        self.average = QPushButton(tr("Save the average…"))
        self.average.setAutoDefault(False)  # Enter starts
        set_tip(self.average, tr(AVERAGE))
        self.average.clicked.connect(self.average_requested)
        self.average.hide()
        self._sentence = TextLabel(tr("Other seeds on the same rows, or folds that predict every row once."))
        self._sentence.setWordWrap(True)
        self.scores, self.members = QTableWidget(), QTableWidget()
        for table, name in ((self.scores, tr("Scores")), (self.members, tr("Networks"))):
            prepare_table(table)
            table.setItemDelegate(QStyledItemDelegate(table))  # its cells are texts, without intervals
            table.setAccessibleName(name)
        self._faint: list[pg.PlotDataItem] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE[2]] * 4)
        column.setSpacing(style.SPACE[1])
        column.addLayout(self._plan_row(networks, folds))
        column.addWidget(self._sentence)
        column.addWidget(self._make_plot(), 3)
        column.addWidget(self.scores, 2)
        column.addWidget(self.average, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.members, 2)
        self.resize(style.px(680), style.px(660))

    def _plan_row(self, networks: Param, folds: Param) -> QHBoxLayout:
        row = QHBoxLayout()
        for field, p, value in ((self.networks, networks, USUAL), (self.folds, folds, folds.default)):
            field.show_value(value)
            field.setAccessibleName(tr(p.label))
            set_tip(field, tr(p.help))
            row.addWidget(TextLabel(tr(p.label)))
            row.addWidget(field)
        row.addStretch(1)
        row.addWidget(self.start)
        return row

    def _make_plot(self) -> pg.PlotWidget:
        palette = style.current()
        axes = {side: NumberAxis(side) for side in ("bottom", "left")}
        axes["left"].scale_ = LOG
        self._plot = pg.PlotWidget(background=palette.panel, enableMenu=False, axisItems=axes)
        find_without_index(self._plot)
        self._plot.setAccessibleName(tr("Loss of every network"))
        self._plot.setLogMode(y=True)
        self._plot.hideButtons()
        axes["bottom"].name(tr("epoch"))
        self._loss_axis = axes["left"]
        for side in axes:
            self._plot.hideAxis(side)  # until there is something to count
        ground = QColor(palette.validation)
        ground.setAlphaF(0.18)
        unseen = pg.mkPen(QColor(0, 0, 0, 0))  # without a pen the curve has no path to fill to
        self._low, self._high = (self._plot.plot(pen=unseen) for _ in range(2))
        self._plot.addItem(pg.FillBetweenItem(self._low, self._high, brush=ground))
        self._median = self._plot.plot(pen=pg.mkPen(palette.validation, width=2))
        return self._plot

    @Slot()
    def _on_start(self) -> None:
        if self._is_running:
            self.stop_requested.emit()
        else:
            self.start_requested.emit(self.networks.value(), self.folds.value())

    def show_state(self, sentence: str, is_running: bool) -> None:
        """Say how far the study is.

        Parameters
        ----------
        sentence : str
        is_running : bool
            Whether the button stops it.
        """
        self._is_running = is_running
        self._sentence.setText(sentence)
        self.start.setText(tr("Stop") if is_running else tr("Start"))
        for field in (self.networks, self.folds):
            field.setEnabled(not is_running)

    def show_curves(self, curves: Sequence[Curve], name: str) -> None:
        """Draw every curve faintly, their median, and the band from the lowest to the highest.

        Parameters
        ----------
        curves : sequence of ndarray of shape (n_epochs,)
            Of each network; one that has stopped keeps its last value in median and band.
        name : str
            What the curves are.
        """
        self._loss_axis.name(name)
        for side in ("bottom", "left"):
            self._plot.showAxis(side, bool(curves))
        colour = QColor(style.current().validation)
        colour.setAlphaF(0.35)
        while len(self._faint) < len(curves):
            self._faint.append(self._plot.plot(pen=pg.mkPen(colour, width=1)))
        for item in self._faint[len(curves) :]:
            item.setData([], [])
        for item, curve in zip(self._faint, curves, strict=False):
            item.setData(np.arange(1, len(curve) + 1), _positive(curve))
        longest = max(map(len, curves), default=0)
        if not longest:
            for item in (self._low, self._high, self._median):
                item.setData([], [])
            return
        held = np.array([np.pad(_positive(curve), (0, longest - len(curve)), mode="edge") for curve in curves])
        epochs = np.arange(1, longest + 1)
        for item, line in zip(
            (self._low, self._median, self._high), np.quantile(held, (0, 0.5, 1), axis=0), strict=True
        ):
            item.setData(epochs, line)

    def show_scores(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Fill the table of scores.

        Parameters
        ----------
        heads : sequence of str
        rows : sequence of sequence of str
        """
        _fill(self.scores, heads, rows)

    def show_average(self, exists: bool) -> None:
        """Offer the average of the networks, or not."""
        self.average.setVisible(exists)

    def show_members(self, heads: Sequence[str], rows: Sequence[Sequence[str]], can_open: Sequence[bool]) -> None:
        """List the networks, with a button for each that can stand in the window.

        Parameters
        ----------
        heads : sequence of str
        rows : sequence of sequence of str
        can_open : sequence of bool
        """
        _fill(self.members, [*heads, ""] if any(can_open) else heads, rows)
        for at, can in enumerate(can_open):
            if can:
                button = QPushButton(tr("Open"))
                button.setProperty("network", at)
                button.setAutoDefault(False)  # Enter starts
                button.setAccessibleName(tr("Open network {n}", n=at + 1))
                button.clicked.connect(self._on_open)
                self.members.setCellWidget(at, len(heads), button)
        self.members.resizeRowsToContents()

    @Slot()
    def _on_open(self) -> None:
        self.open_requested.emit(self.sender().property("network"))


def _positive(curve: Curve) -> Curve:
    """Return a curve without what a logarithmic axis cannot show."""
    return np.where(np.isfinite(curve) & (curve > 0), curve, np.nan)


def _fill(table: QTableWidget, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table.clearContents()
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setRowCount(len(rows))
    for i, row in enumerate(rows):
        for k, text in enumerate(row):
            item = QTableWidgetItem(text)
            side = Qt.AlignmentFlag.AlignRight if k else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(i, k, item)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
