"""The data panel shows what was read and used, and emits a new spec for every edit."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.samples.catalogue import samples
from mlp_gui.data.samples.loader import read_sample, sample_spec
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.views.data.panel.data_panel import DataPanel
from mlp_gui.views.data.tables.columns_model import NAME

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def busan():
    table = read_sample("busan_beach")
    return table, sample_spec("busan_beach", table)


@pytest.fixture
def panel(qtbot, busan):
    table, spec = busan
    made = DataPanel()
    qtbot.addWidget(made)
    made.emitted = []
    made.spec_edited.connect(made.emitted.append)
    made.show_table(table)
    made.show_spec(spec)
    made.show_prepared(prepare(table, spec), None)
    made.resize(320, 900)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def row_of(panel: DataPanel, name: str) -> int:
    view = panel.columns
    names = [
        view.model.name(view.sorted.mapToSource(view.sorted.index(r, 0)).row()) for r in range(view.sorted.rowCount())
    ]
    return names.index(name)


def click_box(panel: DataPanel, qtbot, name: str) -> None:
    table = panel.columns.table
    index = table.model().index(row_of(panel, name), NAME)
    table.scrollTo(index)
    box = table.visualRect(index)
    qtbot.mouseClick(table.viewport(), LEFT, pos=QPoint(box.left() + 10, box.center().y()))


def test_that_the_ledger_and_the_rows_of_the_subsets_are_shown(panel) -> None:
    assert panel.ledger.text() == "218 of 1,446 rows used: 1,228 have no value in tetx_coppml."
    assert panel.split.rows["training"].text() == "152 rows"
    assert panel.source.extent.text().startswith("1,446 rows ×")


def test_that_a_click_on_the_box_of_a_column_takes_it_out(panel, qtbot) -> None:
    click_box(panel, qtbot, "tide_cm")
    assert panel.emitted[-1].column("tide_cm").role == "ignored"
    click_box(panel, qtbot, "tide_cm")
    assert panel.emitted[-1].column("tide_cm").role == "input"


def test_that_the_target_cannot_be_ticked_away(panel, qtbot) -> None:
    click_box(panel, qtbot, "tetx_coppml")
    assert panel.emitted == []


def test_that_another_target_is_chosen_and_the_former_one_becomes_an_input(panel, qtbot) -> None:
    combo = panel.target.editor
    combo.setFocus()
    qtbot.keyClicks(combo, "rel_hum")
    assert panel.emitted[-1].targets == ("rel_hum",)
    former = panel.emitted[-1].column("tetx_coppml")  # as an input it would cost 1,228 rows
    assert (former.role, former.reason) == ("ignored", "It has no value in 1,228 of 1,446 rows.")
    qtbot.keyClick(combo, Qt.Key.Key_Up)
    assert panel.emitted[-1].targets == ("mslp_hpa",)
    assert "rel_hum" in panel.emitted[-1].inputs


def test_that_several_targets_are_set_by_key_in_the_list(panel, qtbot) -> None:
    table = panel.columns.table
    table.setFocus()
    table.selectRow(row_of(panel, "rel_hum"))
    qtbot.keyClick(table, Qt.Key.Key_T)
    assert panel.emitted[-1].targets == ("rel_hum", "tetx_coppml")
    assert panel.target.editor.currentText() == "2 targets: rel_hum, tetx_coppml"


def test_that_space_takes_all_selected_columns_out_and_in_again(panel, qtbot) -> None:
    table = panel.columns.table
    table.setFocus()
    table.selectRow(row_of(panel, "tide_cm"))
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert len(panel.emitted[-1].inputs) == 11
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert len(panel.emitted[-1].inputs) == 13


def test_that_the_box_above_the_list_takes_all_listed_columns(panel, qtbot) -> None:
    qtbot.keyClicks(panel.columns.filter, "pcp")
    assert panel.columns.sorted.rowCount() == 4
    assert panel.columns.all.checkState() is Qt.CheckState.Checked
    qtbot.mouseClick(panel.columns.all, LEFT, pos=QPoint(8, panel.columns.all.height() // 2))
    assert len(panel.emitted[-1].inputs) == 9
    assert not any("pcp" in name for name in panel.emitted[-1].inputs)


def test_that_the_selected_column_shows_its_numbers_and_settings(panel, qtbot) -> None:
    assert not panel.details.isVisible()
    table = panel.columns.table
    index = table.model().index(row_of(panel, "wat_temp_c"), 1)
    table.scrollTo(index)
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())
    assert panel.details.isVisible()
    assert "median" in panel.details.facts.text()
    combo = panel.details.form.editor("missing")
    combo.setFocus()
    qtbot.keyClicks(combo, "Median")
    assert panel.emitted[-1].column("wat_temp_c").missing == "median"


def test_that_split_and_scaling_unfold_and_are_edited(panel, qtbot) -> None:
    assert "Regression" in panel.more.summary.text()
    assert "random 70 / 15 / 15" in panel.more.summary.text().replace("\N{NO-BREAK SPACE}", " ")
    qtbot.mouseClick(panel.more.button, LEFT)
    combo = panel.form.editor("scaling")
    combo.setFocus()
    qtbot.keyClicks(combo, "Range")
    assert panel.emitted[-1].scaling == "minmax"
    task = panel.task.editor
    assert task.currentText() == "Regression (auto)"
    qtbot.keyClick(task, Qt.Key.Key_End)
    assert panel.emitted[-1].task == "multiclass"


def test_that_a_leak_is_said_as_long_as_it_lasts(panel, busan) -> None:
    table, spec = busan
    assert not panel.leak.isVisible()
    leaking = spec.replace(fit_on="all_rows")
    panel.show_spec(leaking)
    panel.show_prepared(prepare(table, leaking), None)
    assert panel.leak.isVisible()
    assert "leak" in panel.leak.headline.text()
    panel.show_prepared(prepare(table, spec), None)
    assert not panel.leak.isVisible()


def test_that_a_problem_is_said_in_words_and_goes_away(panel, busan) -> None:
    table, spec = busan
    problem = UserError(
        "No target is chosen.", "The target is the column to predict.", "Give one column the role target."
    )
    panel.show_prepared(None, problem)
    assert panel.problem.headline.text() == "No target is chosen."
    assert "role target" in panel.problem.details.text()
    assert panel.problem.details.isVisible()
    panel.show_prepared(prepare(table, spec), None)
    assert not panel.problem.isVisible()


def test_that_several_warnings_unfold(panel, busan, qtbot) -> None:
    table = Table("t.csv", None, busan[0].frame, None, busan[0].fields, ("One thing was guessed.", "Another was."))
    panel.show_table(table)
    assert panel.reading.headline.text() == "2 notes on reading this file"
    assert not panel.reading.details.isVisible()
    qtbot.mouseClick(panel.reading.toggle, LEFT)
    assert "Another was." in panel.reading.details.text()
    assert panel.reading.details.isVisible()


def test_that_loading_shows_progress_and_can_be_cancelled(panel, qtbot) -> None:
    panel.show_loading("big.csv", 0.42)
    assert panel.source.loading.isVisible()
    assert "42 %" in panel.source.loading.words.text()
    assert panel.summary() == "Reading big.csv  42 %"
    assert not panel.columns.isEnabled()
    with qtbot.waitSignal(panel.cancel_requested, timeout=20_000):
        qtbot.mouseClick(panel.source.loading.cancel, LEFT)
    panel.show_loading(None)
    assert not panel.source.loading.isVisible()
    assert panel.columns.isEnabled()


def test_that_open_and_sample_ask_for_a_table(panel, qtbot) -> None:
    with qtbot.waitSignal(panel.open_requested, timeout=20_000):
        qtbot.mouseClick(panel.source.open, LEFT)
    chosen = []
    panel.sample_chosen.connect(chosen.append)
    menu = panel.source.sample.menu()
    assert [a.text() for a in menu.actions()] == [s.title for s in samples()]
    menu.popup(QPoint(0, 0))
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert chosen == [samples()[0].name]


def test_that_a_started_run_locks_the_data_and_says_why(panel, qtbot) -> None:
    panel.set_locked("live_only", "Reset the run first.")
    click_box(panel, qtbot, "tide_cm")
    qtbot.keyClick(panel.columns.table, Qt.Key.Key_T)
    assert panel.emitted == []
    assert "Reset the run first." in panel.target.editor.toolTip()
    assert not panel.task.editor.isEnabled()
    panel.set_locked("none")
    click_box(panel, qtbot, "tide_cm")
    assert len(panel.emitted) == 1


def test_that_the_summary_names_table_inputs_target_and_rows(panel) -> None:
    assert panel.summary().splitlines() == [
        "busan_beach, 1,446 rows",
        "13 inputs, target tetx_coppml",
        "152 training / 33 validation / 33 test",
    ]


def test_that_ten_thousand_columns_can_be_shown_filtered_and_edited(qtbot) -> None:
    frame = pd.DataFrame(np.arange(30_000.0).reshape(3, 10_000), columns=[f"gene_{i}" for i in range(10_000)])
    fields = tuple(FieldProfile(name, "real", rows=3, missing=0, distinct=3) for name in frame.columns)
    table = Table("wide", None, frame, None, fields)
    panel = DataPanel()
    qtbot.addWidget(panel)
    panel.show_table(table)
    panel.show_spec(suggest_spec(table))
    emitted = []
    panel.spec_edited.connect(emitted.append)
    panel.show()
    qtbot.keyClicks(panel.columns.filter, "9999")
    assert panel.columns.sorted.rowCount() == 1
    panel.columns.filter.clear()
    qtbot.keyClicks(panel.columns.filter, "777")
    click_box(panel, qtbot, "gene_777")
    assert emitted[-1].column("gene_777").role == "ignored"
    panel.close()


def test_that_every_control_has_a_name_for_a_screen_reader(panel) -> None:
    panel.more.set_open(True)
    for button in panel.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button
