"""How the cells of a table are painted: in parts as in one go, with their grounds, marks and cut texts."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QTableView

from mlp_gui.data.samples.loader import read_sample, sample_spec
from mlp_gui.views.data.pages.columns_table import ColumnsTable
from mlp_gui.views.data.tables.cell_painting import selected_ground
from mlp_gui.views.data.tables.table_view import TableView
from mlp_gui.views.theme import style

CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


@pytest.fixture
def rows(qtbot):
    """Forty rows with missing cells, a long text, a marked column and subsets; some cells are selected."""
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({"x": rng.normal(size=40), "long": ["red", "a colour " * 20] * 20, "y": rng.normal(size=40)})
    frame.loc[3, "x"] = np.nan
    view = TableView()
    view.show_frame(frame, frozenset({"y"}))
    view.show_subsets(rng.integers(-1, 3, 40).astype(np.int8))
    model = view.table_model
    view.selectionModel().select(QItemSelection(model.index(5, 1), model.index(8, 2)), CHOOSE)
    yield from shown(qtbot, view)


@pytest.fixture
def columns(qtbot):
    """The columns of a sample, two of them selected."""
    table = read_sample("busan_beach")
    view = ColumnsTable()
    view.columns_model.show_table(table, sample_spec("busan_beach", table))
    view.columns_model.show_bars({field.name: np.arange(12) for field in table.fields})
    view.select_names({table.fields[2].name, table.fields[5].name})
    yield from shown(qtbot, view)


def shown(qtbot, view: QTableView):
    qtbot.addWidget(view)
    view.resize(900, 420)
    view.show()
    qtbot.waitExposed(view)
    yield view
    view.close()


def picture(view: QTableView, part: QRect | None = None) -> QImage:
    return (view.viewport().grab() if part is None else view.viewport().grab(part)).toImage()


@pytest.mark.parametrize("which", ["rows", "columns"])
def test_that_a_part_is_painted_as_in_the_whole(which, request) -> None:
    """A window that is uncovered asks for any rectangle of it; scrolled by pixels, cells begin before the edge."""
    view = request.getfixturevalue(which)
    view.horizontalScrollBar().setValue(33)
    view.verticalScrollBar().setValue(2)
    whole, rng = picture(view), np.random.default_rng(1)
    for _ in range(40):
        x, y = int(rng.integers(0, whole.width() - 10)), int(rng.integers(0, whole.height() - 10))
        part = QRect(x, y, int(rng.integers(1, whole.width() - x)), int(rng.integers(1, whole.height() - y)))
        assert picture(view, part) == whole.copy(part), part


def ground(view: QTableView, row: int, section: int) -> QColor:
    """The colour in the corner of a cell."""
    corner = view.visualRect(view.model().index(row, section)).topLeft() + QPoint(2, 2)
    return picture(view).pixelColor(corner)


def test_that_selection_missing_and_marked_cells_have_their_grounds(rows, columns) -> None:
    palette = style.current()
    selected = QColor(selected_ground(palette.panel, palette.accent))
    assert ground(rows, 6, 1) == ground(rows, 8, 2) == selected
    assert ground(rows, 6, 3) not in (selected, QColor(palette.panel))  # a marked column
    assert ground(rows, 3, 1) == QColor(palette.warning_ground)
    assert ground(rows, 9, 1) == ground(rows, 4, 2) == QColor(palette.panel)
    assert [ground(columns, row, 3) == selected for row in range(7)] == [row in (2, 5) for row in range(7)]


def test_that_a_text_that_is_too_long_is_cut_within_its_cell(rows) -> None:
    """Its last pixels before the border are ground; the short text beside it is the same at any width."""
    section = 2
    long, short = (rows.visualRect(rows.table_model.index(row, section)) for row in (11, 10))
    for at in (long, short):
        margin = picture(rows).copy(QRect(at.right() - 6, at.top() + 2, 5, at.height() - 4))
        colours = {margin.pixelColor(x, y).name() for x in range(margin.width()) for y in range(margin.height())}
        assert colours == {QColor(style.current().panel).name()}
    before = picture(rows).copy(QRect(short.left(), short.top(), 60, short.height()))
    rows.horizontalHeader().resizeSection(section, long.width() - 60)
    assert picture(rows).copy(QRect(short.left(), short.top(), 60, short.height())) == before


def test_that_the_keyboard_is_seen_where_it_is(rows, qtbot) -> None:
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    rows.selectionModel().setCurrentIndex(rows.table_model.index(2, 3), QItemSelectionModel.SelectionFlag.NoUpdate)
    ring = rows.visualRect(rows.table_model.index(2, 3)).topLeft()
    assert picture(rows).pixelColor(ring) == QColor(style.current().accent)
    rows.clearFocus()
    assert picture(rows).pixelColor(ring) != QColor(style.current().accent)
