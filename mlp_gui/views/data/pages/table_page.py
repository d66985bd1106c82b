"""The table page: every row of the file, ordered, searched, copied; the subset of each row beside it."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit

from mlp_gui.core.translation import tr
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.views.data.pages.page import DataPage, hairline, widget_row
from mlp_gui.views.data.tables.source_header import describe_size
from mlp_gui.views.data.tables.subset_legend import SubsetLegend
from mlp_gui.views.data.tables.table_view import TableView
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import set_tip
from mlp_gui.views.widgets.buttons import small_button
from mlp_gui.views.widgets.elided_label import ElidedLabel

_MOST_DIGITS = 16  # of the number of a row; Python refuses to read thousands of them


class TablePage(DataPage):
    """The table's rows, ordered and searched on request; the answers come by `show_order` and `show_found`.

    Attributes
    ----------
    view : TableView
    search, jump : QLineEdit
        A text to find; the number of a row to go to.
    next : QToolButton
    legend : SubsetLegend
    words : ElidedLabel
        What was found, copied or ordered last.

    Signals
    -------
    order_requested(str, bool)
        Column, and whether descending. "" is file order, SUBSET the subset column.
    find_requested(str, (int, int), bool)
        Text, the shown row and column of the frame to go on from, and whether backwards.
    """

    order_requested = Signal(str, bool)
    find_requested = Signal(str, object, bool)
    SUBSET = "\0subset"

    def __init__(self, why_unused: Callable[[int], str] | None = None) -> None:
        """Make the page; `why_unused` says why a row, by its number in the table, belongs to no subset."""
        super().__init__(tr("Table"))
        self._table: Table | None = None
        self._by: tuple[str, bool] = ("", False)
        self.view = TableView(why_unused)
        self.view.setAccessibleName(tr("Rows of the table"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a text or an exact number"))
        self.search.setAccessibleName(tr("Find in the table"))
        self.search.setClearButtonEnabled(True)
        set_tip(self.search, tr("Ctrl+F. Enter finds the next cell, Shift+Enter the one before."))
        self.next = small_button("chevron-down", tr("Find the next"), tr("Find the next (Enter)"))
        self._previous = small_button("chevron-up", tr("Find the one before"), tr("Find the one before (Shift+Enter)"))
        self.jump = QLineEdit()
        self.jump.setPlaceholderText(tr("Go to row"))
        self.jump.setAccessibleName(tr("Go to row"))
        self.legend = SubsetLegend()
        self.words = ElidedLabel()
        style.set_role(self.words, "caption")
        self._arrange()
        self._connect()

    # --- shown by the wiring ---

    def show_table(self, table: Table | None) -> None:
        self._table = table
        self._by = ("", False)
        self.words.setText("")
        if table is not None:
            self.view.show_frame(table.frame)
            self.view.show_kinds([field.kind for field in table.fields])
            self.show_subtitle(f"{table.name} · {describe_size(table)}")

    def show_prepared(self, prepared: Prepared | None) -> None:
        """Show the subset of each row; None while there are no subsets."""
        if self._table is None:
            return
        if prepared is None or prepared.table is not self._table:
            self.view.show_subsets(None)
            self.legend.show_counts({})
            return
        codes = subset_codes(prepared, self._table.n_rows)
        self.view.show_subsets(codes)
        counts = {name: len(subset) for name, subset in prepared.dataset.subsets.items()}
        unused = self._table.n_rows - sum(counts.values())
        self.legend.show_counts(counts | ({"": unused} if unused else {}))

    def show_order(self, name: str, descending: bool, order: NDArray[np.int64] | None) -> None:
        """Show the rows in the order that was asked for.

        Parameters
        ----------
        name : str
        descending : bool
            As they were asked for by `order_requested`.
        order : array of shape (n_rows,) or None
            Positions in the file; None for file order.
        """
        self._by = (name, descending)
        current = self.view.currentIndex()
        keep = self.view.table_model.row_number(current.row()) if current.isValid() else None
        self.view.table_model.show_order(order)
        self.view.show_ordered(self._section(name) if name else None, descending)
        self.words.setText(self._order_words())
        if keep is not None and not name:
            self.view.reveal(keep)
        else:
            self.view.scrollToTop()

    def show_working(self, sentence: str) -> None:
        self.words.setText(sentence)

    def show_found(self, text: str, place: tuple[int, int] | None, start: tuple[int, int], backwards: bool) -> None:
        """Show the cell that was found.

        Parameters
        ----------
        text : str
        place : tuple of int or None
            Shown row and column of the frame; None when no cell holds the text.
        start : tuple of int
        backwards : bool
            As they were asked for by `find_requested`.
        """
        style.set_mark(self.search, "invalid", place is None)
        if place is None:
            self.words.setText(tr("No cell holds “{text}”.", text=text))
            return
        model = self.view.table_model
        row = model.row_number(place[0])
        round_the_end = (place <= start) != backwards and place != start
        self.words.setText(
            tr(
                "Found in row {row:,}, {column}, after going on from the other end."
                if round_the_end
                else "Found in row {row:,}, {column}.",
                row=row + 1,
                column=model.column_name(place[1] + model.offset),
            )
        )
        self.view.reveal(row, place[1] + model.offset)

    def show_row(self, row_number: int) -> None:
        """Select a row of the file (from 0) and bring it into view: the hook for plots."""
        if self._table is not None and 0 <= row_number < self._table.n_rows:
            self.view.reveal(row_number)
            self.view.setFocus()

    def focus_first(self) -> None:
        self.view.setFocus()

    # --- own ---

    def _arrange(self) -> None:
        magnifier = self.search.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        magnifier.setEnabled(False)
        for button in self.search.findChildren(QAbstractButton):
            button.setAccessibleName(tr("Search" if magnifier in button.actions() else "Clear the search"))
        self.search.setFixedWidth(style.px(240))
        self.jump.setFixedWidth(style.px(96))
        for widget in (self.search, self._previous, self.next, self.jump):
            self.tools.addWidget(widget)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(hairline())
        margins = (style.SPACE[2], style.SPACE[0], style.SPACE[2], style.SPACE[0])
        foot = widget_row(self.legend, margins=margins)
        layout = foot.layout()
        assert isinstance(layout, QHBoxLayout)
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.words)
        layout.setStretch(1, 1)
        self.body.addWidget(foot)
        self.legend.show_counts({})

    def _connect(self) -> None:
        self.view.order_requested.connect(self._on_heading)
        self.view.message_shown.connect(self.words.setText)
        self.next.clicked.connect(self._find_next)
        self._previous.clicked.connect(self._find_previous)
        self.search.textEdited.connect(self._on_find_edited)
        self.jump.returnPressed.connect(self._on_row)
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_find_key)
        go = QShortcut(QKeySequence("Ctrl+G"), self)
        go.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        go.activated.connect(self.jump.setFocus)

    def _section(self, name: str) -> int:
        if name == self.SUBSET:
            return 0
        assert self._table is not None
        return self._table.column_names.index(name) + self.view.table_model.offset

    def _order_words(self) -> str:
        name, descending = self._by
        if not name:
            return tr("In file order.")
        return tr(
            "In the order of {column}, descending; click again for the next order."
            if descending
            else "In the order of {column}, ascending; click again for the next order.",
            column=tr("subset") if name == self.SUBSET else name,
        )

    @Slot(object)
    def _on_heading(self, section: int) -> None:
        """Ask for ascending, descending, then file order."""
        model = self.view.table_model
        name = self.SUBSET if section < model.offset else model.column_name(section)
        if self._by[0] != name:
            self.order_requested.emit(name, False)
        elif not self._by[1]:
            self.order_requested.emit(name, True)
        else:
            self.order_requested.emit("", False)

    @Slot()
    def _on_find_key(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    @Slot(str)
    def _on_find_edited(self, text: str) -> None:
        style.set_mark(self.search, "invalid", False)

    @Slot()
    def _find_next(self) -> None:
        self._find(False)

    @Slot()
    def _find_previous(self) -> None:
        self._find(True)

    def _find(self, backwards: bool) -> None:
        if self.search.text().strip():
            current = self.view.currentIndex()
            column = current.column() - self.view.table_model.offset
            self.find_requested.emit(self.search.text(), (max(current.row(), 0), column), backwards)

    @Slot()
    def _on_row(self) -> None:
        assert self._table is not None
        text = re.sub(r"[\s,.]", "", self.jump.text())  # typed with whatever groups the thousands
        good = text.isdecimal() and len(text) < _MOST_DIGITS and 1 <= int(text) <= self._table.n_rows
        style.set_mark(self.jump, "invalid", not good)
        if good:
            self.view.reveal(int(text) - 1)
            place = self._table.row_location(int(text) - 1)
            self.words.setText(tr("Row {row:,}, {place} of the file.", row=int(text), place=place))
        else:
            self.words.setText(tr("Rows go from 1 to {n:,}.", n=self._table.n_rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            self._find(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)


def subset_codes(prepared: Prepared, n_rows: int) -> NDArray[np.int8]:
    """Return 0, 1, 2 for the subsets in their order, -1 for rows that are not used, of shape (n_rows,).

    Parameters
    ----------
    prepared : Prepared
    n_rows : int
        Of the table.
    """
    codes = np.full(n_rows, -1, np.int8)
    for code, subset in enumerate(prepared.dataset.subsets.values()):
        codes[subset.row_numbers] = code
    return codes
