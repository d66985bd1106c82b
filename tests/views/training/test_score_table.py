"""The score board: the numbers given, under the metrics' own names, in the order people look for them."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from sklearn.metrics import r2_score, root_mean_squared_error

from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_number
from mlp_gui.engine.metrics.metric import evaluate
from mlp_gui.views.charts.header import TextLine
from mlp_gui.views.training.score_table import EMPTY, LATER, ScoreTable
from mlp_gui.views.widgets import score_text

SCORES = {
    "training": {"rmse": 1.25, "r2": 0.875, "squared_correlation": 0.9},
    "validation": {"rmse": 1.5, "r2": -0.0430, "squared_correlation": math.nan},
}


@pytest.fixture
def board(qtbot):
    made = ScoreTable()
    qtbot.addWidget(made)
    made.resize(480, 320)
    made.show()
    qtbot.waitExposed(made)
    return made


def cells(board: ScoreTable) -> list[list[str]]:
    table = board.table
    return [[table.item(r, c).text() for c in range(table.columnCount())] for r in range(table.rowCount())]


def heads(board: ScoreTable) -> list[str]:
    return [board.table.horizontalHeaderItem(c).text() for c in range(board.table.columnCount())]


def test_that_the_table_shows_the_numbers_given(board):
    board.show_scores(SCORES)
    assert heads(board) == ["", "training", "validation"]
    assert cells(board) == [
        ["R²", "0.8750", "-0.04300"],
        ["Squared correlation r²", "0.9000", "–"],
        ["RMSE", "1.250", "1.500"],
    ]


def test_that_a_low_board_has_a_row_for_each_subset(board, qapp):
    board.show_scores(SCORES)
    board.resize(600, 130)
    qapp.processEvents()
    assert heads(board) == ["", "R²", "Squared correlation r²", "RMSE"]
    assert cells(board)[1] == ["validation", "-0.04300", "–", "1.500"]


@pytest.mark.parametrize(("width", "height", "flat"), [(1900, 250, True), (700, 250, False), (1900, 400, False)])
def test_that_a_wide_board_shows_every_number_without_scrolling(board, qapp, rng, width, height, flat):
    """In tall form ten metrics need more than 250 pixels, in flat form about 1,850 in width."""
    true, predicted = rng.normal(size=(2, 30, 1))
    scores = evaluate(Task.REGRESSION, true, predicted)
    assert len(scores) >= 9
    board.resize(width, height)
    qapp.processEvents()
    board.show_scores({"training": scores, "test": scores})
    qapp.processEvents()
    assert (heads(board)[1] == "R²") is flat
    if flat:
        bars = (board.table.horizontalScrollBar(), board.table.verticalScrollBar())
        assert [bar.maximum() for bar in bars] == [0, 0]


def test_that_shown_metrics_equal_the_reference(board, rng):
    y = rng.normal(size=(50, 1))
    p = y + 0.3 * rng.normal(size=(50, 1))
    board.show_scores({"training": evaluate(Task.REGRESSION, y, p)})
    shown = {row[0]: row[1] for row in cells(board)}
    assert shown["R²"] == format_number(r2_score(y, p))
    assert shown["RMSE"] == format_number(root_mean_squared_error(y, p))


def test_that_columns_do_not_move_when_numbers_change(board):
    board.show_scores(SCORES)
    before = [board.table.columnWidth(c) for c in range(3)]
    board.show_scores({s: dict.fromkeys(keys, -123456.789) for s, keys in SCORES.items()})
    assert [board.table.columnWidth(c) for c in range(3)] == before
    item = board.table.item(0, 1)
    assert item.text() == "-123,457"
    assert board.table.fontMetrics().horizontalAdvance("-1.234e-12") < board.table.columnWidth(1)


def test_that_a_name_explains_itself_and_a_number_is_there_in_full(board):
    board.show_scores(SCORES)
    assert "1 − Σ (p − y)² / Σ (y − mean y)²" in board.table.item(0, 0).toolTip()
    assert "higher is better" in board.table.item(0, 0).toolTip()
    assert board.table.item(2, 1).toolTip() == "1.25"
    assert board.table.item(1, 2).toolTip() == "Undefined for these rows"


def test_that_the_number_in_full_has_the_readers_sign(comma, board):
    board.show_scores(SCORES)
    assert board.table.item(2, 1).toolTip() == "1,25"


def test_that_the_weights_are_named_and_can_be_chosen(board, qtbot):
    assert not board.best.isEnabled()
    board.show_weights(52, 103, True)
    assert (board.best.text(), board.last.text()) == ("best (epoch 52)", "last (epoch 103)")
    assert board.best.isChecked()
    with qtbot.waitSignal(board.best_requested) as caught:
        qtbot.mouseClick(board.last, Qt.MouseButton.LeftButton)
    assert caught.args == [False]
    board.show_weights(0, 10, False)
    assert not board.best.isEnabled()
    assert "no best weights" in board.best.toolTip()


def test_that_ctrl_c_and_the_menu_copy_the_whole_table(board):
    board.show_scores(SCORES)
    board.show_weights(52, 103, True)
    board.activateWindow()
    board.table.setFocus()
    if not board.isActiveWindow():
        pytest.skip("a screen without a window manager gives no window the keyboard")
    QTest.keyClick(board.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Scores of the best (epoch 52) weights"
    assert lines[2].split() == ["R²", "0.8750", "-0.04300"]
    assert len({len(line) for line in lines[1:]}) == 1
    board.copy_actions[1].trigger()
    assert QGuiApplication.clipboard().text() == (
        "metric,training,validation\nr2,0.875,-0.043\nsquared_correlation,0.9,\nrmse,1.25,1.5\n"
    )
    board.copy_actions[2].trigger()
    assert QGuiApplication.clipboard().text().splitlines()[1:3] == [
        "| --- | ---: | ---: |",
        "| R² | 0.8750 | -0.04300 |",
    ]


@pytest.mark.parametrize(
    ("training", "validation", "sentence"),
    [
        (1.0, 1.12, "RMSE is 12 % larger on validation than on training."),
        (1.0, 0.9, "RMSE is 10 % smaller on validation than on training."),
        (1.0, 3.5, "RMSE is 3.5 times as large on validation as on training."),
        (1.0, 1234.5, "RMSE is 1,200 times as large on validation as on training."),
        (1.0, 1.001, "RMSE is the same on validation and on training."),
        (0.0, 1.0, ""),
        (1.0, math.nan, ""),
        (math.inf, math.inf, ""),
    ],
)
def test_that_the_gap_is_said_in_words(training, validation, sentence):
    assert score_text.gap({"training": {"rmse": training}, "validation": {"rmse": validation}}) == sentence


def test_that_other_metrics_and_none_rebuild_the_table(board, rng):
    board.show_scores(SCORES)
    y = rng.integers(0, 2, (40, 1)).astype(float)
    board.show_scores({"test": evaluate(Task.BINARY, y, rng.random((40, 1)))})
    assert heads(board) == ["", "test"]
    assert cells(board)[0][0] == "Accuracy"
    board.clear()
    assert board.table.rowCount() == 0
    assert board.best.text() == "best"


def test_that_an_empty_table_says_when_there_will_be_scores(board):
    said = []
    for are_live in (True, False):
        board.clear(are_live)
        said += [line.text() for line in board.findChildren(TextLine) if line.text().startswith("The scores")]
    assert said == [EMPTY, LATER]


def test_that_the_table_ends_with_a_whole_row(board, qapp):
    board.show_scores({name: {"r2": 0.5, "rmse": 1.0} for name in ("training", "validation", "test")})
    board.show_beside({name: {"test": {"r2": 0.1, "rmse": 2.0}} for name in ("constant", "linear")}, {})
    for height in range(120, 200, 7):
        board.resize(900, height)
        qapp.processEvents()
        table = board.table
        row, shown = table.rowHeight(0), table.viewport().height()
        assert shown >= table.rowCount() * row or shown % row == 0, height
