"""Two runs side by side: every number and setting of the table of runs, those that differ in bold."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.number_format import format_integer, format_number, format_percent
from mlp_gui.core.translation import tr
from mlp_gui.views.plots.training.runs_model import RunsCell, RunsRow, RunsTableData
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.combo_box import ComboBox

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RunComparison(QDialog):
    """A window that may stay open beside the work; closed with Escape.

    Attributes
    ----------
    first, second : ComboBox
        Which runs are compared.
    table : QTableWidget
        A row for each column of the table of runs: its head, the first run, the second run, their difference.
    """

    def __init__(self, parent: QWidget, data: RunsTableData, chosen: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Compare two runs"))
        self._data = data
        entries = [(str(row.number), row.name, "") for row in data.rows]
        self.first, self.second = ComboBox(entries), ComboBox(entries)
        numbers = [row.number for row in data.rows]
        one = chosen if chosen in numbers else numbers[0]
        other = data.current if data.current in numbers and data.current != one else None
        self.first.show_value(str(one))
        self.second.show_value(str(other or next(n for n in reversed(numbers) if n != one)))
        self.table = QTableWidget()
        self.table.setAccessibleName(tr("Compare two runs"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)  # a long text is read on hover
        self.table.verticalHeader().setDefaultSectionSize(style.px(24))
        row = QHBoxLayout()
        for box, name in ((self.first, tr("First run")), (self.second, tr("Second run"))):
            box.setAccessibleName(name)
            box.edited.connect(self._fill)
            row.addWidget(TextLabel(name))
            row.addWidget(box, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self.resize(style.px(640), style.px(480))
        self._fill()

    @Slot()
    def _fill(self) -> None:
        one, other = (self._data.find(int(box.value())) for box in (self.first, self.second))
        if one is None or other is None:
            return
        heads = ["", one.name, other.name, tr("Difference")]
        self.table.setColumnCount(len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setRowCount(len(self._data.columns))
        for at, column in enumerate(self._data.columns):
            self._fill_row(at, column.title, one, other)
        header = self.table.horizontalHeader()
        modes = QHeaderView.ResizeMode
        for at, mode in enumerate((modes.ResizeToContents, modes.Stretch, modes.Stretch, modes.ResizeToContents)):
            header.setSectionResizeMode(at, mode)

    def _fill_row(self, at: int, title: str, one: RunsRow, other: RunsRow) -> None:
        left, right = one.cells[at], other.cells[at]
        for column, text in enumerate((title, left.text, right.text, difference(left, right))):
            item = QTableWidgetItem(text)
            set_tip(item, text)
            item.setFont(style.font(bold=left.text != right.text and column > 0))
            if column:
                item.setTextAlignment(RIGHT)
            self.table.setItem(at, column, item)


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
