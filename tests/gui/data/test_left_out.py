"""Rows left out in the real window: around points, in the table, and back again; the split of the others stays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mlp_gui.core.subsets import Subset
from mlp_gui.data.splits.left_out import LeftOut
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.data.panel.condition_dialog import LeaveOutDialog


@pytest.fixture
def river(tmp_path: Path) -> Path:
    rng = np.random.default_rng(3)
    rain = rng.random(80).round(3)
    flow = (2 * rain + rng.normal(0, 0.1, 80)).round(3)
    flow[[5, 40]] = 30.0  # the meter was stuck
    path = tmp_path / "river.csv"
    pd.DataFrame({"rain": rain, "flow": flow}).to_csv(path, index=False)
    return path


def subsets(person) -> dict[str, set[int]]:
    dataset = person.program.session.data.prepared.dataset
    return {name: set(subset.row_numbers.tolist()) for name, subset in dataset.subsets.items()}


def draw_around(person, axes, *places: tuple[float, float]) -> None:
    corners = [axes.mapFromScene(axes.layer.mapToScene(axes.pixel(*place))) for place in places]
    view, shift, left = axes.viewport(), Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, shift, corners[0])
    for corner in corners[1:]:
        QTest.mouseMove(view, corner)
    QTest.mouseRelease(view, left, shift, corners[-1])


def test_that_rows_are_left_out_by_a_lasso_and_in_the_table_and_taken_back(person, river) -> None:
    person.drop(person.window, river)
    person.wait_ready()
    session, panel = person.program.session, person.window.experiment.data
    before = subsets(person)
    session.run.step_epochs(3)
    person.wait_for(Phase.PAUSED, Phase.FINISHED)
    plot, bar = person.window.predicted_vs_true_plot, person.window.selection_bar
    person.wait(lambda: plot.points.box.viewRange()[0][1] > 29)
    x0, x1, y0, y1 = plot.points.view()
    draw_around(person, plot.points, (20, y0 + 0.01), (20, y1 - 0.01), (x1 - 0.01, y1 - 0.01), (x1 - 0.01, y0 + 0.01))
    assert set(session.evaluation.selection.rows.tolist()) == {5, 40}
    assert plot.points.view() == (x0, x1, y0, y1)  # the view has not been dragged
    person.click(bar.leave_out)
    person.wait_ready()
    assert session.data.spec.left_out == (LeftOut(rows="6, 41"),)
    assert subsets(person) == {name: rows - {5, 40} for name, rows in before.items()}
    assert "2 are left out by hand (rows 6, 41)" in panel.ledger.text()
    assert len(session.runs.runs) == 1  # the run with all rows stays for comparison
    assert not bar.isVisible()
    view = person.program.data_pages.table.page.view
    person.menu("Data", "Table…")
    view.reveal(9)
    assert view.selected_rows().tolist() == [9]
    view.leave_out_requested.emit(view.selected_rows())
    person.wait_ready()
    assert [entry.rows for entry in session.data.spec.left_out] == ["6, 41", "10"]
    person.press(Qt.Key.Key_Escape)  # back from the table
    person.menu("Data", "Leave rows out…")
    dialog = person.dialog(LeaveOutDialog)
    dialog.field.setText("rain > 0.9 and flow <")
    person.click(dialog.accept_button)
    assert "A comparison is expected" in dialog.problem.text()
    dialog.field.setText("rain > 0.9 and flow < 3")
    person.click(dialog.accept_button)
    person.wait_ready()
    assert session.data.spec.left_out[-1] == LeftOut(condition="rain > 0.9 and flow < 3")
    lines = [(label.text(), button) for label, button in panel.notes.left_out.lines if label.text()]
    assert lines[-1][0] == "rows 6, 41"
    person.click(lines[-1][1])
    person.wait_ready()
    assert LeftOut(rows="6, 41") not in session.data.spec.left_out
    person.menu("Edit", "Undo")
    person.wait_ready()
    assert session.data.spec.left_out[0] == LeftOut(rows="6, 41")
    assert len(subsets(person)[Subset.TRAINING] | subsets(person)[Subset.TEST]) < 80
