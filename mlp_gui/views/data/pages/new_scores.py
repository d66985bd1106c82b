"""How good the predictions of another table are: plots of its rows above, every metric of each target below."""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan, nan

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.number_format import format_interval, format_number
from mlp_gui.core.subsets import NEW
from mlp_gui.core.translation import format_localized, tr, tr_n
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.engine.metrics.metric_intervals import Interval
from mlp_gui.export.tables.scored_table import ScoredTable, TableScores
from mlp_gui.session.evaluation.plot_update import RunContext
from mlp_gui.session.training.prediction_cache import SubsetPredictions
from mlp_gui.views.charts.plot import Plot, Saver
from mlp_gui.views.forms.tooltips import metric_tooltip
from mlp_gui.views.plots.evaluation.predicted_vs_true import PredictedVsTruePlot
from mlp_gui.views.plots.time.series import TimeSeriesPlot
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets import score_text
from mlp_gui.views.widgets.frame_clock import FrameClock

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ROW = 22  # pixels
NUMBER_WIDTH, WIDEST, AIR = 84, 200, 6  # pixels
SHARES = (540, 460)  # of the height, for plots and metrics
NONE: Mapping[str, Mapping[str, Interval]] = {}


class MetricTable(QTableWidget):
    """Shows a row for each metric and a column for each target."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: dict[str, Mapping[str, float]] = {}
        self.setAccessibleName(tr("Scores of the table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        drawn = tr("In brackets: the 95 % interval, from drawing the rows anew.")
        set_tip(self, "\n".join((drawn, tr("Ctrl+C copies the whole table."))))

    def show_columns(
        self, columns: Mapping[str, Mapping[str, float]], intervals: Mapping[str, Mapping[str, Interval]] = NONE
    ) -> None:
        """Show numbers by heading and metric, with the same metrics in each, and an interval beside each that has one.

        Parameters
        ----------
        columns : mapping of str to mapping of str to float
        intervals : mapping of str to mapping of str to (float, float)
        """
        self._columns = {name: score_text.ordered(values) for name, values in columns.items()}
        keys = list(next(iter(self._columns.values()), {}))
        self.clear()
        self.setRowCount(len(keys))
        self.setColumnCount(len(self._columns) + 1)
        for at, heading in enumerate(("", *self._columns)):
            self.setHorizontalHeaderItem(at, _item(heading, RIGHT if at else LEFT, heading))
        for row, key in enumerate(keys):
            self.setRowHeight(row, style.px(ROW))
            label = tr(metrics[key].label) if key in metrics else key
            self.setItem(row, 0, _item(label, LEFT, metric_tooltip(key)))
            for at, (heading, values) in enumerate(self._columns.items(), 1):
                value = values[key]
                exact = tr("Undefined for these rows") if isnan(value) else format_localized(value)
                ends = intervals.get(heading, {}).get(key, (nan, nan))
                beside = "" if isnan(value) or isnan(ends[0]) else f"  {format_interval(*ends)}"
                self.setItem(row, at, _item(format_number(value) + beside, RIGHT, exact))
        self._size()

    def grid(self) -> list[list[str]]:
        """Return the whole table as texts, under the metrics' short names and with every digit."""
        keys = list(next(iter(self._columns.values()), {}))
        rows = [[k, *("" if isnan(v[k]) else repr(float(v[k])) for v in self._columns.values())] for k in keys]
        return [["metric", *self._columns], *rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(score_text.aligned(self.grid()))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "_columns"):
            for row in range(self.rowCount()):
                self.setRowHeight(row, style.px(ROW))
            self._size()

    def _size(self) -> None:
        """Names and numbers stand close to one another, so that the eye finds from one to the other."""
        self.resizeColumnsToContents()
        for at in range(self.columnCount()):
            least, air = (0, 2 * AIR) if at == 0 else (style.px(NUMBER_WIDTH), AIR)
            self.setColumnWidth(at, min(max(self.columnWidth(at) + style.px(air), least), style.px(WIDEST)))


def _item(text: str, side: Qt.AlignmentFlag, tip: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setTextAlignment(side)
    set_tip(item, tip)
    return item


class NewScores(QSplitter):
    """Plots of the rows of a table above, and every metric of each target below.

    Attributes
    ----------
    fit : PredictedVsTruePlot
    series : TimeSeriesPlot
    plots : QTabWidget
        Holds both; targets with classes have the first only.
    clock : FrameClock
        Paints them.
    heading : TextLabel
        How many rows count.
    table : MetricTable

    Signals
    -------
    row_chosen(int)
        A point of a plot was clicked at: the row of the table, from 0.
    """

    row_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setChildrenCollapsible(False)
        self.fit, self.series = PredictedVsTruePlot(), TimeSeriesPlot()
        self.fit.chooses_level = False  # the page has a choice for the whole table
        self.plots = QTabWidget()
        self.plots.setDocumentMode(True)
        self.plots.setAccessibleName(tr("Plots of the table"))
        self.plots.tabBar().setAccessibleName(tr("Plots of the table"))
        self.clock = FrameClock(parent=self)
        for plot in (self.fit, self.series):
            plot.maximise_action.setVisible(False)
            plot.rows_chosen.connect(self._on_rows)
            self.clock.register(plot)
        self.fit.row_requested.connect(self.row_chosen)
        self.heading, self.table = TextLabel(), MetricTable()
        style.set_role(self.heading, "caption")
        self.heading.setWordWrap(True)
        self._arrange()

    def connect_plots(self, save: Saver) -> tuple[Plot, ...]:
        """Let the plots be saved by a function that writes bytes to a path, and return them."""
        for plot in (self.fit, self.series):
            plot.set_saver(save)
        return self.fit, self.series

    def show_scores(self, scores: TableScores, context: RunContext) -> None:
        """Show how good the predictions of a table are.

        Parameters
        ----------
        scores : TableScores
        context : RunContext
            What plots ask of the table: its columns and targets.
        """
        counted = ", ".join(
            tr_n("{n:,} row with a true {name}", "{n:,} rows with a true {name}", t.rows, name=t.name)
            for t in scores.targets
        )
        self.heading.setText(tr("Scores of {rows}", rows=counted))
        columns = {t.name: t.metrics for t in scores.targets}
        if len(columns) > 1:
            columns |= {tr("all targets"): scores.pooled}
        intervals = {t.name: t.intervals for t in scores.targets} | {tr("all targets"): scores.pooled_intervals}
        self.table.show_columns(columns, intervals)
        self._show_plots(scores, context)

    def _show_plots(self, scores: TableScores, context: RunContext) -> None:
        classes = context.task.is_classification
        self.plots.setTabText(0, PredictedVsTruePlot.title_for(context.task, False))
        self.plots.setTabVisible(1, not classes)
        if classes:
            self.plots.setCurrentIndex(0)
        predicted = np.asarray(np.isfinite(scores.predicted).all(axis=1))
        compared = np.asarray(predicted & np.isfinite(scores.true).any(axis=1))
        self.fit.set_run(context)
        self.fit.show_predictions({NEW: _rows(scores, compared)})
        if not classes:
            self.series.set_run(context)
            self.series.show_predictions({NEW: _rows(scores, predicted)})

    def _arrange(self) -> None:
        self.plots.addTab(self.fit, tr("Fit"))
        self.plots.addTab(self.series, tr("Series"))
        below = QWidget()
        below.setProperty("ground", "panel")
        below.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(below)
        column.setContentsMargins(style.SPACE[1], style.SPACE[1], 0, 0)
        column.setSpacing(style.SPACE[0])
        column.addWidget(self.heading)
        column.addWidget(self.table, 1)
        self.addWidget(self.plots)
        self.addWidget(below)
        self.setSizes(list(SHARES))
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)

    @Slot(object)
    def _on_rows(self, rows: np.ndarray) -> None:
        if len(rows):
            self.row_chosen.emit(int(rows[0]))


def _rows(scores: TableScores, keep: np.ndarray) -> SubsetPredictions:
    at = np.flatnonzero(keep)
    return SubsetPredictions(at, scores.true[at], scores.predicted[at], len(at))


def count_text(scored: ScoredTable) -> str:
    """Say how many rows there are, and how many of them have a prediction."""
    if scored.n_predicted == scored.n_rows:
        return tr_n("{n:,} row, predictions first.", "{n:,} rows, predictions first.", scored.n_rows)
    return tr_n(
        "{n:,} of {rows:,} rows has a prediction; predictions first.",
        "{n:,} of {rows:,} rows have a prediction; predictions first.",
        scored.n_predicted,
        rows=scored.n_rows,
    )
