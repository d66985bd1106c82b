"""A plot whose body is a small table of scores with sentences below it, computed at rest."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from mlp_gui.core.number_format import DASH, format_integer, format_number
from mlp_gui.core.translation import format_localized, tr
from mlp_gui.views.charts import image_export
from mlp_gui.views.plots.time.series_work import SeriesWork
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip

Cell = tuple[float, str]  # a number, and why it is none; a whole one counts rows
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ROW = 20  # pixels


class ScoreGrid(SeriesWork):
    """Base of tables of scores. A subclass writes `head`, `rows`, `said` and `columns`.

    Attributes
    ----------
    table : QTableWidget
    sentences : TextLabel
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axes.hide()
        self.table = QTableWidget()
        self.table.setAccessibleName(tr(self.label))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)  # Tab leads on; the arrows walk through the cells
        self.table.setWordWrap(False)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setMinimumSectionSize(style.px(76))  # numbers of neighbours do not touch
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # Qt hands the event to the parent
        self.sentences = TextLabel()
        self.sentences.setWordWrap(True)
        style.set_role(self.sentences, "muted")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 2, 6, 2)
        column.setSpacing(2)
        column.addWidget(self.table, 1)
        column.addWidget(self.sentences)
        self.set_body(body)

    def head(self) -> list[tuple[str, str]]:
        """Return the text and the tooltip of each column. Override."""
        raise NotImplementedError

    def rows(self) -> list[tuple[str, str, list[Cell]]]:
        """Return name, tooltip and numbers of each row, each with why it is none. Override."""
        raise NotImplementedError

    def said(self) -> tuple[Sequence[str], tuple[str, ...]]:
        """Return the sentences below the table, and the arguments of `show_notice`. Override."""
        raise NotImplementedError

    def draw(self) -> None:
        head, rows = self.head(), self.rows()
        self.table.clear()
        self.table.setColumnCount(len(head) if rows else 0)
        self.table.setRowCount(len(rows))
        for column, (text, tip) in enumerate(head if rows else ()):
            self.table.setHorizontalHeaderItem(column, _item(text, tip, RIGHT if column else LEFT))
        for row, (name, tip, numbers) in enumerate(rows):
            self.table.setRowHeight(row, style.px(ROW))
            self.table.setItem(row, 0, _item(name, tip, LEFT))
            for column, (value, why) in enumerate(numbers, 1):
                undefined = math.isnan(value)
                shown = format_integer(value) if isinstance(value, int) else format_number(value)
                text = DASH if undefined else shown
                tip = (why or tr("Undefined for these rows")) if undefined else format_localized(value)
                self.table.setItem(row, column, _item(text, tip, RIGHT))
        sentences, notice = self.said()
        self.sentences.setText("\n".join(sentences))
        self.sentences.setVisible(bool(sentences))
        self.show_notice(*notice)

    def restyle(self) -> None:
        self.axes.restyle()

    def columns(self) -> image_export.Columns:
        made: dict[str, list] = {text or "score": [] for text, _ in self.head()}
        for name, _, numbers in self.rows():
            for column, cell in zip(made.values(), (name, *(value for value, _ in numbers)), strict=True):
                column.append(cell)
        return made


def _item(text: str, tip: str, alignment: Qt.AlignmentFlag) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    set_tip(item, tip)
    item.setTextAlignment(alignment)
    return item
