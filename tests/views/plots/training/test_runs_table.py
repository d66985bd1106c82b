"""The table of runs: a tree that sorts numbers as numbers, is copied exactly, and whose curves share their past."""

from __future__ import annotations

import csv
import math
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit

from mlp_gui.views.plots.training.runs import RunsPlot, own_part
from mlp_gui.views.plots.training.runs_model import RunsCell, RunsColumn, RunsRow, RunsTableData
from mlp_gui.views.plots.training.runs_table import RunsTable

COLUMNS = (
    RunsColumn("differs", "Differs in"),
    RunsColumn("epochs", "Epochs", True),
    RunsColumn("validation.r2", "R²", True),
)
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def row(number: int, epochs: int, r2: float, parent: int = 0, **more: object) -> RunsRow:
    cells = (RunsCell(f"rate {number}"), RunsCell(f"{epochs:,}", float(epochs)), RunsCell(f"{r2:.4g}", r2))
    return RunsRow(number, f"run {number}", parent=parent, cells=cells, **more)


ROWS = (
    row(1, 900, 0.5), row(2, 1_000, math.nan), row(3, 80, -0.123456789012345, parent=2), row(4, 20, 0.75, parent=2),
    row(5, 100, 0.25, parent=4), row(9, 9, 1e-7),
)  # fmt: skip


@pytest.fixture
def table(qtbot) -> RunsTable:
    widget = RunsTable()
    qtbot.addWidget(widget)
    widget.resize(700, 300)
    QAbstractItemModelTester(widget.runs, QAbstractItemModelTester.FailureReportingMode.Fatal, widget)
    QAbstractItemModelTester(widget.sorted, QAbstractItemModelTester.FailureReportingMode.Fatal, widget)
    widget.show_table(RunsTableData(COLUMNS, ROWS, current=4))
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_that_forks_stand_below_the_run_they_branched_off(table: RunsTable) -> None:
    assert table.order() == [1, 2, 3, 4, 5, 9]
    assert [table.index_of(n).parent() == table.index_of(p) for n, p in ((3, 2), (4, 2), (5, 4))] == [True] * 3
    assert not table.index_of(1).parent().isValid()
    assert all(table.isExpanded(table.index_of(n)) for n in (2, 4))


def test_that_a_fork_whose_parent_is_gone_stands_at_the_root(table: RunsTable) -> None:
    table.show_table(RunsTableData(COLUMNS, ROWS[2:]))
    assert table.order() == [3, 4, 5, 9]
    assert not table.index_of(3).parent().isValid()


@pytest.mark.parametrize(
    ("column", "order", "numbers"),
    [
        (2, UP, [9, 1, 2, 4, 5, 3]),  # 9 < 900 < 1,000, and 20 < 80 among the forks of run 2
        (2, DOWN, [2, 3, 4, 5, 1, 9]),
        (3, UP, [9, 1, 2, 3, 4, 5]),  # an undefined score is last either way
        (3, DOWN, [1, 9, 2, 4, 5, 3]),
        (0, DOWN, [9, 2, 4, 5, 3, 1]),
    ],
)
def test_that_numbers_sort_as_numbers_and_what_is_missing_is_last(table: RunsTable, column, order, numbers) -> None:
    table.sortByColumn(column, order)
    assert table.order() == numbers


def test_that_a_click_on_a_head_sorts_and_the_choice_survives_new_numbers(table: RunsTable) -> None:
    header = table.header()
    at = QPoint(header.sectionViewportPosition(2) + 10, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert table.order() == [9, 1, 2, 4, 5, 3]
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.index_of(3)).center())
    table.show_table(RunsTableData(COLUMNS, (*ROWS, row(10, 1, 0.1)), current=10))
    assert table.order() == [10, 9, 1, 2, 4, 5, 3]
    assert table.chosen() == 3


def test_that_numbers_stand_at_the_right_and_are_never_cut(table: RunsTable) -> None:
    right = Qt.AlignmentFlag.AlignRight
    for at, column in enumerate(COLUMNS, 1):
        for number in (1, 3):
            cell = table.index_of(number).siblingAtColumn(at)
            assert bool(Qt.AlignmentFlag(cell.data(Qt.ItemDataRole.TextAlignmentRole)) & right) == column.is_number
            if column.is_number:
                assert table.fontMetrics().horizontalAdvance(cell.data()) < table.columnWidth(at)


def test_that_the_current_run_is_bold(table: RunsTable) -> None:
    assert table.index_of(4).data(Qt.ItemDataRole.FontRole).bold()
    assert not table.index_of(1).data(Qt.ItemDataRole.FontRole).bold()


def test_that_every_number_is_copied_in_full_in_the_order_that_is_shown(table: RunsTable) -> None:
    table.sortByColumn(2, UP)
    table.copy("csv")
    head, *rows = csv.reader(QGuiApplication.clipboard().text().splitlines())
    assert head == ["run", "differs", "epochs", "validation.r2"]
    assert [r[0] for r in rows] == ["run 9", "run 1", "run 2", "run 4", "run 5", "run 3"]
    assert [r[2] for r in rows] == ["9", "900", "1000", "20", "100", "80"]
    assert (rows[5][3], rows[2][3]) == ("-0.123456789012345", "")
    table.copy("markdown")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "| Run | Differs in | Epochs | R² |"
    assert lines[4] == "| run 2 | rate 2 | 1,000 | nan |"
    assert len(lines) == 8


def test_that_the_keys_copy_restore_and_remove_the_chosen_run(table: RunsTable, qtbot) -> None:
    restored, removed = [], []
    table.restore_requested.connect(restored.append)
    table.remove_requested.connect(removed.append)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.index_of(5)).center())
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert (restored, removed) == ([5], [5])
    QGuiApplication.clipboard().clear()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[0].split() == ["Run", "Differs", "in", "Epochs", "R²"]
    table.show_table(RunsTableData(COLUMNS, (row(5, 1, 0.1, restorable="no", removable="no"),), current=5))
    table.setCurrentIndex(table.index_of(5))
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert (restored, removed) == ([5], [5])


def test_that_a_tick_and_a_new_name_are_told_and_not_made_up(table: RunsTable, qtbot) -> None:
    ticks, names = [], []
    table.shown_changed.connect(lambda number, on: ticks.append((number, on)))
    table.renamed.connect(lambda number, name: names.append((number, name)))
    model: QAbstractItemModel = table.model()
    model.setData(table.index_of(3), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    table.setCurrentIndex(table.index_of(3))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "mine")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names == [(3, "mine")])
    assert ticks == [(3, False)]
    assert table.index_of(3).data() == "run 3"  # until whoever owns the list says otherwise


def a_run(number: int, last: int, parent: int = 0, fork: int = 0, shown: bool = True) -> SimpleNamespace:
    epochs = np.arange(1.0, last + 1)
    return SimpleNamespace(
        number=number, epochs=epochs, train=1 / epochs, validation=number + 1 / epochs, name="", shown=shown,
        parent=parent, fork_epoch=fork,
    )  # fmt: skip


def plot_of(qtbot, *runs: SimpleNamespace) -> RunsPlot:
    plot = RunsPlot()
    qtbot.addWidget(plot)
    rows = tuple(row(r.number, len(r.epochs), 0.5, parent=r.parent) for r in runs)
    plot.show_runs(runs, RunsTableData(COLUMNS, rows, current=1))
    return plot


def test_that_a_fork_is_drawn_from_its_place_in_its_own_colour_with_a_ring(qtbot) -> None:
    plot = plot_of(qtbot, a_run(1, 50), a_run(2, 70, parent=1, fork=20))
    parent, fork, ring = plot.contents().items
    assert (parent.colour, fork.colour) == ("@0", "@1")
    assert (parent.x[0], parent.x[-1], fork.x[0], fork.x[-1]) == (1, 50, 20, 70)
    assert (ring.x, ring.y, ring.colour) == (20, 2 + 1 / 20, "@1")
    assert ring.text == "run 2 branches off run 1 after epoch 20"
    assert fork.hover_texts(0) == ("run 2, epoch 20: 2.05",)


def test_that_a_fork_without_its_parent_on_the_screen_is_drawn_whole(qtbot) -> None:
    for parent_runs in ((), (a_run(1, 50, shown=False),)):
        plot = plot_of(qtbot, *parent_runs, a_run(2, 70, parent=1, fork=20))
        (line,) = plot.contents().items
        assert (line.x[0], line.colour) == (1, "@1")
    assert own_part(a_run(2, 5, parent=1, fork=3), True).tolist() == [False, False, True, True, True]
