"""The table page's parts: any number of rows shown, ordered, copied and found; subsets by mark and letter."""

from __future__ import annotations

import time

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication

from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.views.data.pages.table_page import TablePage
from mlp_gui.views.data.tables.subset_legend import SubsetLegend
from mlp_gui.views.data.tables.table_headers import ColumnHeader
from mlp_gui.views.data.tables.table_model import SUBSET_ROLE, TableModel, format_cell_exact
from mlp_gui.views.data.tables.table_view import MAX_COPIED, TableView
from mlp_gui.views.theme import style


@pytest.fixture
def frame() -> pd.DataFrame:
    return pd.DataFrame({"x": [0.1, 2.0, np.nan, 1e-9], "name": ["a", None, "=c", "a\nb"], "n": [1, 2, 3, 4]})


@pytest.fixture
def view(qtbot, frame):
    made = TableView()
    qtbot.addWidget(made)
    made.show_frame(frame)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (0.1, "0.1"),
        (2.0, "2"),
        (1e-9, "1e-9"),
        (1234567.0, "1234567"),
        (np.float64(1 / 3), "0.3333333333333333"),
        (3, "3"),
    ],
)
def test_that_numbers_stand_as_they_would_be_typed_with_all_digits(cell, text) -> None:
    assert format_cell_exact(cell) == text
    assert float(format_cell_exact(cell)) == cell


def test_that_numbers_have_the_readers_signs_in_the_table_and_on_the_clipboard(comma, view) -> None:
    assert [view.table_model.index(row, 0).data() for row in range(4)] == ["0,1", "2", "–", "1e-9"]
    view.selectAll()
    view.copy()
    assert QGuiApplication.clipboard().text().startswith("0,1\ta\t1\n")


def test_that_missing_cells_are_marked_by_text_and_ground(view) -> None:
    index = view.table_model.index(2, 0)
    assert index.data() == "–"
    assert index.data(Qt.ItemDataRole.BackgroundRole) == QColor(style.current().warning_ground)
    assert view.table_model.index(1, 1).data() == "–"
    assert view.table_model.index(0, 0).data(Qt.ItemDataRole.BackgroundRole) is None


def test_that_row_numbers_are_those_of_the_file_in_any_order(view) -> None:
    model = view.table_model
    model.show_order(np.array([3, 1, 0, 2]))
    numbers = [model.headerData(r, Qt.Orientation.Vertical) for r in range(4)]
    assert numbers == ["4", "2", "1", "3"]
    assert [model.shown_position(r) for r in range(4)] == [2, 1, 3, 0]
    view.reveal(0)
    assert model.row_number(view.currentIndex().row()) == 0


def test_that_copied_cells_are_exact_and_gaps_are_empty(view, qtbot) -> None:
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines == ["0.1\ta\t1", "2\t\t2", "\t=c\t3", "1e-9\ta ⏎ b\t4"]
    view.copy(headings=True)
    assert QGuiApplication.clipboard().text().startswith("x\tname\tn\n")


def test_that_too_many_cells_are_not_copied_and_it_says_so(qtbot) -> None:
    view = TableView()
    qtbot.addWidget(view)
    view.show_frame(pd.DataFrame({"a": np.zeros(MAX_COPIED + 1)}))
    QGuiApplication.clipboard().setText("before")
    view.selectAll()
    with qtbot.waitSignal(view.message_shown) as said:
        view.copy()
    assert said.args[0].startswith("These are too many cells")
    assert QGuiApplication.clipboard().text() == "before"


def test_that_the_subset_of_a_row_is_a_word_a_mark_and_a_letter(view, qtbot) -> None:
    view.show_subsets(np.array([0, 1, 2, -1], np.int8))
    cells = [view.table_model.index(r, 0) for r in range(4)]
    assert [c.data(SUBSET_ROLE) for c in cells] == ["training", "validation", "test", ""]
    assert [c.data() for c in cells] == ["training", "validation", "test", "not used"]
    assert cells[1].data(Qt.ItemDataRole.ToolTipRole) == "A validation row."
    pictures = [view.grab(view.visualRect(c).translated(view.viewport().pos())).toImage() for c in cells]
    assert all(pictures[a] != pictures[b] for a in range(4) for b in range(a))
    assert view.table_model.index(0, 1).data() == "0.1", "the columns of the file follow"
    view.show_subsets(None)
    assert view.table_model.index(0, 0).data() == "0.1"


def test_that_the_legend_says_how_many_rows_each_subset_has(qtbot) -> None:
    legend = SubsetLegend()
    qtbot.addWidget(legend)
    legend.show_counts({"training": 1520, "validation": 66, "test": 0, "": 12})
    assert legend.accessibleName() == "training 1,520, validation 66, test 0, not used 12"
    legend.show_counts({})
    assert legend.isHidden()


def test_that_two_million_rows_are_shown_selected_and_jumped_to_at_once(qtbot) -> None:
    view = TableView()
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    qtbot.waitExposed(view)
    values = np.arange(2_000_000, dtype=float)
    begin = time.thread_time()
    view.show_frame(pd.DataFrame({f"c{i}": values for i in range(10)}, copy=False))
    view.selectAll()
    QApplication.processEvents()
    view.reveal(1_999_999)
    view.table_model.show_order(np.arange(2_000_000)[::-1].copy())
    QApplication.processEvents()
    taken = time.thread_time() - begin
    assert taken < 2.0, f"{taken:.2f} s; with QHeaderView's own painting this takes a minute"
    assert view.table_model.row_number(0) == 1_999_999
    view.close()


def test_that_a_heading_asks_for_ascending_descending_and_file_order(qtbot, frame) -> None:
    page = TablePage()
    qtbot.addWidget(page)
    page.show_table(Table("a.csv", None, frame, None, profile_frame(frame)))
    asked: list[tuple[str, bool]] = []
    page.order_requested.connect(lambda name, down: asked.append((name, down)))
    for order in (np.array([0, 3, 1, 2]), np.array([1, 3, 0, 2]), None):
        page.view.order_requested.emit(0)
        page.show_order(*asked[-1], order)
    assert asked == [("x", False), ("x", True), ("", False)]
    header = page.view.horizontalHeader()
    assert isinstance(header, ColumnHeader)
    assert header.ordered_by is None
    page.show_found("zzz", None, (0, 0), False)
    assert page.words.text() == "No cell holds “zzz”."
    assert page.search.property("invalid")


def test_that_kinds_stand_below_the_names(view) -> None:
    low = view.horizontalHeader().height()
    view.show_kinds(["real", "text", "integer"])
    assert view.horizontalHeader().height() > low


def test_that_predictions_are_rounded_and_stand_out(qtbot) -> None:
    model = TableModel()
    model.show_frame(pd.DataFrame({"predicted y": [1 / 3, np.nan], "x": [1 / 3, 1.0]}), frozenset({"predicted y"}))
    assert model.index(0, 0).data() == "0.3333"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "0.3333333333333333"
    assert model.index(0, 1).data() == "0.3333333333333333"
    assert model.index(0, 0).data(Qt.ItemDataRole.BackgroundRole) is not None
    assert model.index(1, 0).data() == "–"
