"""Two runs side by side: numbers and settings, curves, which one answers better, and the rows that changed most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.number_format import format_integer, format_number, format_percent
from mlp_gui.core.translation import tr
from mlp_gui.views.plots.training.runs_model import RunsCell, RunsRow, RunsTableData
from mlp_gui.views.studies.compared_curves import ComparedCurves, HasCurves
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.combo_box import ComboBox
from mlp_gui.views.widgets.sortable_cell import RIGHT, ROW, SortableCell

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class ChangedRowsTable:
    """The rows that two runs answer most differently, as they read.

    Attributes
    ----------
    sentence : str
        Which run answers better, and whether other rows would say the same.
    caption : str
        How many rows are listed, of how many.
    heads : sequence of str
    rows : sequence of tuple
        Row of the data, then text and value of each cell.
    """

    sentence: str
    caption: str = ""
    heads: Sequence[str] = ()
    rows: Sequence[tuple[int, Sequence[tuple[str, float | str]]]] = ()


class RunComparison(QDialog):
    """A window that may stay open beside the work; closed with Escape.

    Attributes
    ----------
    first, second : ComboBox
        Which runs are compared.
    table : QTableWidget
        A row for each column of the table of runs: its head, the first run, the second run, their difference.
    curves : ComparedCurves
    sentence, caption : TextLabel
    changed : QTableWidget
        The rows that changed most.

    Signals
    -------
    pair_chosen(int, int)
        Numbers of the runs, as soon as they are shown.
    row_chosen(int)
        A row of the data.
    """

    pair_chosen = Signal(object, object)
    row_chosen = Signal(object)

    def __init__(self, parent: QWidget, data: RunsTableData, runs: Sequence[HasCurves], chosen: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Compare two runs"))
        self._data, self._runs = data, {run.number: run for run in runs}
        entries = [(str(row.number), row.name, "") for row in data.rows]
        self.first, self.second = ComboBox(entries), ComboBox(entries)
        numbers = [row.number for row in data.rows]
        one = chosen if chosen in numbers else numbers[0]
        other = data.current if data.current in numbers and data.current != one else None
        self.first.show_value(str(one))
        self.second.show_value(str(other or next(n for n in reversed(numbers) if n != one)))
        self.table = _plain_table(tr("Compare two runs"))
        self.curves = ComparedCurves()
        self.sentence, self.caption = TextLabel(""), TextLabel("")
        self.sentence.setWordWrap(True)
        self.changed = _plain_table(tr("Rows that changed most"))
        self.changed.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.changed.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.changed.itemSelectionChanged.connect(self._on_row)
        self._lay_out()
        self.resize(style.px(1120), style.px(620))
        self._fill()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for box, name in ((self.first, tr("First run")), (self.second, tr("Second run"))):
            box.setAccessibleName(name)
            box.edited.connect(self._fill)
            row.addWidget(TextLabel(name))
            row.addWidget(box, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.curves, 3)
        beside.addWidget(self.sentence)
        beside.addWidget(self.caption)
        beside.addWidget(self.changed, 4)
        body = QSplitter(Qt.Orientation.Horizontal)
        body.setChildrenCollapsible(False)
        body.addWidget(self.table)
        body.addWidget(right)
        body.setSizes([style.px(520), style.px(600)])
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(body, 1)
        column.addWidget(buttons)

    def show_changes(self, found: ChangedRowsTable) -> None:
        """Say which run answers better, and list the rows that changed most; a click on a head sorts them."""
        self.sentence.setText(found.sentence)
        self.caption.setText(found.caption)
        table, blocked = self.changed, QSignalBlocker(self.changed)
        table.setSortingEnabled(False)
        table.setColumnCount(len(found.heads))
        table.setHorizontalHeaderLabels(list(found.heads))
        table.setRowCount(len(found.rows))
        for at, (row, cells) in enumerate(found.rows):
            for k, (text, value) in enumerate(cells):
                table.setItem(at, k, SortableCell(text, value, row))
        for k, (_, value) in enumerate(found.rows[0][1] if found.rows else ()):
            _align_head(table, k, LEFT if isinstance(value, str) else RIGHT)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        table.setSortingEnabled(True)
        table.setVisible(bool(found.rows))
        self.caption.setVisible(bool(found.rows))
        del blocked

    @Slot()
    def _on_row(self) -> None:
        chosen = self.changed.selectedItems()
        if chosen:
            self.row_chosen.emit(chosen[0].data(ROW))

    @Slot()
    def _fill(self) -> None:
        one, other = (self._data.find(int(box.value())) for box in (self.first, self.second))
        if one is None or other is None:
            return
        heads = ["", one.name, other.name, tr("Difference")]
        self.table.setColumnCount(len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        for at in range(len(heads)):
            _align_head(self.table, at, RIGHT)
        self.table.setRowCount(len(self._data.columns))
        for at, column in enumerate(self._data.columns):
            self._fill_row(at, column.title, one, other)
        header = self.table.horizontalHeader()
        modes = QHeaderView.ResizeMode
        for at, mode in enumerate((modes.ResizeToContents, modes.Stretch, modes.Stretch, modes.ResizeToContents)):
            header.setSectionResizeMode(at, mode)
        self.curves.show_runs([(self._runs[r.number], r.name) for r in (one, other) if r.number in self._runs])
        self.show_changes(ChangedRowsTable(""))
        self.pair_chosen.emit(one.number, other.number)

    def _fill_row(self, at: int, title: str, one: RunsRow, other: RunsRow) -> None:
        left, right = one.cells[at], other.cells[at]
        for column, text in enumerate((title, left.text, right.text, difference(left, right))):
            item = QTableWidgetItem(text)
            set_tip(item, text)
            item.setFont(style.font(bold=left.text != right.text and column > 0))
            if column:
                item.setTextAlignment(RIGHT)
            self.table.setItem(at, column, item)


def _plain_table(name: str) -> QTableWidget:
    table = QTableWidget()
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setWordWrap(False)  # a long text is read on hover
    table.verticalHeader().setDefaultSectionSize(style.px(24))
    return table


def _align_head(table: QTableWidget, column: int, side: Qt.AlignmentFlag) -> None:
    head = table.horizontalHeaderItem(column)
    if head is not None:
        head.setTextAlignment(side)


def difference(one: RunsCell, other: RunsCell) -> str:
    """Return the second number less the first, with its sign; "" for texts and equal numbers.

    Parameters
    ----------
    one, other : RunsCell
    """
    a, b = one.value, other.value
    if a is None or b is None or not (abs(a) < float("inf") and abs(b) < float("inf")) or a == b:
        return ""
    if one.text.endswith("%"):
        said = format_percent(b - a)
    else:
        said = format_integer(int(b - a)) if a.is_integer() and b.is_integer() else format_number(b - a)
    return ("+" if b > a else "") + said
