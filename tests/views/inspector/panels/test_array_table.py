"""The arrays of a real trace as tables: every cell reads back as the tensor's number, names at the edges are real."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest

from mlp_gui.core.errors import UserError
from mlp_gui.engine.network.tape import OpKind
from mlp_gui.engine.tracing.formulas import OperandUse
from mlp_gui.engine.tracing.tensors import Tensor
from mlp_gui.engine.tracing.trace import Trace
from mlp_gui.session.lessons.expectations import LessonChecker
from mlp_gui.session.lessons.lesson import InspectorLocation
from mlp_gui.session.lessons.lesson_reader import read_lesson
from mlp_gui.views.inspector.panels.array_model import parse_fraction
from mlp_gui.views.inspector.panels.array_table import ArrayTable

EDIT = Qt.ItemDataRole.EditRole
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@pytest.fixture(scope="module")
def trace() -> Trace:
    return LessonChecker(read_lesson("one_update")).trace(InspectorLocation("sum", 1))


@pytest.fixture
def table(qtbot) -> ArrayTable:
    table = ArrayTable()
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show()
    qtbot.waitExposed(table)
    return table


def cells(table: ArrayTable) -> np.ndarray:
    """What a person would copy from the editors of all cells."""
    model = table.model()
    rows, columns = range(model.rowCount(QModelIndex())), range(model.columnCount(QModelIndex()))
    return np.array([[parse_fraction(model.index(i, j).data(EDIT)) for j in columns] for i in rows])


def every_tensor(trace: Trace) -> list[Tensor]:
    return [tensor for step in trace.steps for tensor in (*step.operands.values(), step.result)]


def weights(trace: Trace) -> Tensor:
    return next(step for step in trace.steps if step.kind is OpKind.SUM).operands["W"]


def test_that_every_number_of_a_trace_reads_back_as_itself(table, trace) -> None:
    for tensor in every_tensor(trace):
        table.show_tensor(tensor, trace.names, None, False)
        assert np.array_equal(cells(table), tensor.values)  # to the last digit, whatever the cells show


def test_that_rows_and_columns_have_the_names_of_inputs_and_units(table, trace) -> None:
    tensor = weights(trace)
    table.show_tensor(tensor, trace.names, None, False)
    model = table.model()
    edges = [
        [model.headerData(at, along) for at in range(count)]
        for along, count in zip((DOWN, ACROSS), tensor.shape, strict=True)
    ]
    assert edges[0] == [trace.names.label(tensor.down, i) for i in range(tensor.shape[0])]
    assert edges[1] == [trace.names.label(tensor.across, i) for i in range(tensor.shape[1])]
    assert all(len(set(edge)) == len(edge) for edge in edges)


def test_that_the_number_of_the_file_stands_in_the_tooltip(table, trace) -> None:
    tensor = trace.steps[0].result
    table.show_tensor(tensor, trace.names, lambda tensor, cell: f"file {cell}", False)
    tip = table.model().index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.endswith("in the file: file (0, 1)")
    assert repr(tensor[0, 1]) in tip


def test_that_a_click_says_which_cell_was_chosen(table, trace, qtbot) -> None:
    table.show_tensor(weights(trace), trace.names, None, False)
    place = table.visualRect(table.model().index(1, 1)).center()
    with qtbot.waitSignal(table.cell_chosen) as signal:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert signal.args == [1, 1]


def test_that_only_an_editable_array_takes_numbers_and_only_numbers(table, trace, qtbot) -> None:
    model, place = table.model(), table.model().index
    table.show_tensor(weights(trace), trace.names, None, False)
    assert not model.flags(place(0, 0)) & Qt.ItemFlag.ItemIsEditable
    table.show_tensor(weights(trace), trace.names, None, True)
    assert model.flags(place(0, 0)) & Qt.ItemFlag.ItemIsEditable
    with qtbot.waitSignal(table.number_typed) as typed:
        assert model.setData(place(1, 0), "1/4")
    assert typed.args == [1, 0, 0.25]
    with qtbot.waitSignal(table.refused), qtbot.assertNotEmitted(table.number_typed):
        assert not model.setData(place(1, 0), "a lot")


def test_that_a_column_that_was_used_is_marked_as_a_whole(table, trace) -> None:
    tensor = weights(trace)
    table.show_tensor(tensor, trace.names, None, False)
    table.show_used((OperandUse("W", None, 1),))
    marked = [(i, j) for i in range(tensor.shape[0]) for j in range(tensor.shape[1]) if table.is_used((i, j))]
    assert marked == [(i, 1) for i in range(tensor.shape[0])]
    table.show_tensor(tensor, trace.names, None, False)
    assert not any(table.is_used(cell) for cell in marked)


@pytest.mark.parametrize(("text", "number"), [("1/3", 1 / 3), ("0,5", 0.5), ("-2/8", -0.25), ("1e-3", 0.001)])
def test_that_numbers_and_fractions_are_read_as_people_type_them(text: str, number: float) -> None:
    assert parse_fraction(text) == number


@pytest.mark.parametrize("text", ["1/0", "", "1/", "a/2"])
def test_that_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        parse_fraction(text)
