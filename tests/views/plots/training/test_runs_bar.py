"""Above the table of runs stand the things that can be done with a run; two runs are laid side by side."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from mlp_gui.views.plots.training.runs import RunsPlot
from mlp_gui.views.plots.training.runs_bar import RunsBar
from mlp_gui.views.plots.training.runs_model import RunsCell, RunsColumn, RunsRow, RunsTableData
from mlp_gui.views.plots.training.runs_table import RunsTable
from mlp_gui.views.studies.run_comparison import ChangedRowsTable, RunComparison

COLUMNS = (RunsColumn("epochs", "Epochs", True), RunsColumn("rate", "Learning rate", True), RunsColumn("loss", "Loss"))


def row(number: int, epochs: float, **more: str) -> RunsRow:
    cells = (RunsCell(f"{epochs:g}", epochs), RunsCell("0.01", 0.01), RunsCell("MSE"))
    return RunsRow(number, f"run {number}", cells=cells, **more)


DATA = RunsTableData(COLUMNS, (row(1, 900.0), row(2, 40.0, restorable="It is the run in the window.")), current=2)


@pytest.fixture
def table(qtbot) -> RunsTable:
    made = RunsTable()
    qtbot.addWidget(made)
    return made


def test_that_buttons_do_what_the_menu_does_and_say_why_they_cannot(table, qtbot) -> None:
    bar = RunsBar(table)
    qtbot.addWidget(bar)
    assert not any(button.isEnabled() for button in (bar.restore, bar.rename, bar.delete, bar.compare))
    table.show_table(DATA)
    assert bar.compare.isEnabled()
    assert bar.restore.toolTip() == "Choose a run in the table first."
    table.choose(2)
    assert (bar.restore.isEnabled(), bar.restore.toolTip()) == (False, "It is the run in the window.")
    table.choose(1)
    asked = []
    table.restore_requested.connect(asked.append)
    table.remove_requested.connect(asked.append)
    bar.restore.click()
    bar.delete.click()
    assert asked == [1, 1]
    bar.compare_requested.connect(asked.append)
    bar.compare.click()
    assert asked == [1, 1, 1]


def test_that_two_runs_are_laid_side_by_side(qtbot) -> None:
    curves = [
        SimpleNamespace(number=n, epochs=np.arange(1, 4), train=np.ones(3), validation=np.full(3, n)) for n in (1, 2)
    ]
    found = RunComparison(None, DATA, curves, 1)
    qtbot.addWidget(found)
    assert (found.first.value(), found.second.value()) == ("1", "2")
    cells = [[found.table.item(r, c).text() for c in range(4)] for r in range(3)]
    assert cells == [["Epochs", "900", "40", "-860"], ["Learning rate", "0.01", "0.01", ""], ["Loss", "MSE", "MSE", ""]]
    bold = [found.table.item(r, 1).font().bold() for r in range(3)]
    assert bold == [True, False, False]
    drawn = [item.getData()[1].tolist() for item in found.curves.plot.listDataItems()]
    assert drawn == [[0.0] * 3, [0.0] * 3, pytest.approx([np.log10(2)] * 3), [0.0] * 3]  # on a logarithmic axis
    rows = [(7, (("8", 7.0), ("1.5", 1.5))), (3, (("4", 3.0), ("-9", -9.0)))]
    chosen: list[int] = []
    found.row_chosen.connect(chosen.append)
    found.show_changes(ChangedRowsTable("run 2 is better", "2 rows", ["Row", "Change"], rows))
    assert found.sentence.text() == "run 2 is better"
    found.changed.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    found.changed.selectRow(0)
    assert chosen == [3]
    found.second.show_value("2")
    with qtbot.waitSignal(found.pair_chosen) as pair:
        found.first.edited.emit("1")
    assert pair.args == [1, 2]


def test_that_the_run_that_goes_on_is_drawn_with_the_others(qtbot) -> None:
    plot = RunsPlot()
    qtbot.addWidget(plot)
    kept = SimpleNamespace(
        number=1, epochs=np.arange(3), train=np.ones(3), validation=np.ones(3), name="", shown=True, parent=0,
        fork_epoch=0,
    )  # fmt: skip
    plot.show_runs([kept], RunsTableData(COLUMNS, (row(1, 3.0),), current=0))

    class History(SimpleNamespace):
        def __len__(self) -> int:
            return len(self.epochs)

    history = History(epochs=np.arange(5), train_loss=np.full(5, 0.5), validation_loss=np.full(5, 0.25))
    plot.update_plot(SimpleNamespace(at_rest=False, history=history))
    assert [(key.text, len(item.x)) for key, item in zip(plot.contents().keys, plot.contents().items, strict=True)] == [
        ("run 1", 3),
        ("run 2", 5),
    ]
    plot.update_plot(SimpleNamespace(at_rest=True, history=history))
    assert [key.text for key in plot.contents().keys] == ["run 1"]
