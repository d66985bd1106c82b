"""The column desk's parts: ten thousand columns ordered and filtered, many edited at once, pictures when ready."""

from __future__ import annotations

import time

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QPoint, Qt

from mlp_gui.data.columns.profile import FieldProfile, histogram
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec
from mlp_gui.data.samples.loader import read_sample, sample_spec
from mlp_gui.views.data.pages import columns_page_model as m
from mlp_gui.views.data.pages.columns_editor import VARIOUS, with_setting
from mlp_gui.views.data.pages.columns_page import ColumnsPage


@pytest.fixture(scope="module")
def busan():
    table = read_sample("busan_beach")
    return table, sample_spec("busan_beach", table)


@pytest.fixture
def page(qtbot, busan):
    made = ColumnsPage()
    qtbot.addWidget(made)
    made.edits = []
    made.columns_edited.connect(made.edits.append)
    made.resize(1280, 640)
    made.show_table(*busan)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def names(page: ColumnsPage) -> list[str]:
    return [page.table.columns_model.name(r) for r in range(page.table.columns_model.rowCount())]


def click_heading(page: ColumnsPage, qtbot, section: int) -> None:
    header = page.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(section) + 12, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_that_a_click_orders_by_what_is_missing_with_the_most_first(page, busan, qtbot) -> None:
    table, _ = busan
    click_heading(page, qtbot, m.MISSING)
    missing = [table.field(n).missing for n in names(page)]
    assert missing == sorted(missing, reverse=True)
    click_heading(page, qtbot, m.MISSING)
    assert [table.field(n).missing for n in names(page)] == sorted(missing)
    click_heading(page, qtbot, m.MISSING)
    assert names(page) == list(table.column_names), "as in the file again"


def test_that_columns_without_a_number_come_last_in_both_directions(page, qtbot) -> None:
    for _ in range(2):
        click_heading(page, qtbot, m.MIDDLE)
        assert names(page)[-1] == "index"


def test_that_the_selection_survives_ordering_and_filtering(page, qtbot) -> None:
    page.table.select_names({"rel_hum", "tide_cm"})
    click_heading(page, qtbot, m.NAME)
    assert {page.table.columns_model.name(r) for r in page.table.selected()} == {"rel_hum", "tide_cm"}
    qtbot.keyClicks(page.search, "rel")
    assert names(page) == ["rel_hum"]
    assert [page.table.columns_model.name(r) for r in page.table.selected()] == ["rel_hum"]
    assert page.counts.text().endswith("1 listed")


def test_that_groups_of_columns_can_be_listed(page, busan) -> None:
    table, spec = busan
    wanted = {
        "input": set(spec.inputs),
        "target": {"tetx_coppml"},
        "ignored": set(spec.ignored),
        "missing": {f.name for f in table.fields if f.missing},
        "other": {"index"},
    }
    for group, expected in wanted.items():
        page.group.show_value(group)
        page.group.edited.emit(group)
        assert set(names(page)) == expected


@pytest.mark.parametrize(("key", "role"), [("I", "input"), ("T", "target"), ("X", "ignored")])
def test_that_one_key_gives_a_role_to_all_selected(page, busan, qtbot, key, role) -> None:
    _, spec = busan
    chosen = {"tide_cm", "ecoli", "tetx_coppml"}
    page.table.select_names(chosen)
    qtbot.keyClicks(page.table, key)
    expected = {n for n in chosen if spec.column(n).role != role}
    assert {c.name: c.role for c in page.edits[0]} == dict.fromkeys(expected, role)


def test_that_space_turns_inputs_off_and_on_again(page, busan, qtbot) -> None:
    _, spec = busan
    page.table.select_names({"tide_cm", "rel_hum"})
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert {c.role for c in page.edits[-1]} == {"ignored"}
    page.show_spec(spec.with_columns(*page.edits[-1]))
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert {c.role for c in page.edits[-1]} == {"input"}


def test_that_settings_that_differ_are_shown_as_various(page, busan) -> None:
    _, spec = busan
    page.show_spec(spec.with_columns(spec.column("tide_cm").replace(scaling="minmax")))
    page.table.select_names({"tide_cm", "rel_hum"})
    assert page.editor.choices["scaling"].currentIndex() == -1
    assert page.editor.choices["scaling"].placeholderText() == VARIOUS
    assert page.editor.choices["role"].value() == "input"


def test_that_nothing_is_edited_while_it_is_locked_and_the_reason_is_shown(page, qtbot) -> None:
    page.show_open("Reset the run first.")
    page.table.select_names({"tide_cm"})
    qtbot.keyClicks(page.table, "X")
    assert page.edits == []
    assert page.locked.isVisible()
    assert not page.editor.choices["role"].isEnabled()
    page.show_open("")
    qtbot.keyClicks(page.table, "X")
    assert len(page.edits) == 1


def test_that_a_change_of_role_drops_the_reason_of_the_suggestion_only() -> None:
    column = ColumnSpec("a", role="ignored", reason="It is constant.", scaling="minmax")
    made, error = with_setting([column, ColumnSpec("b")], "role", "input")
    assert error is None
    assert made == [ColumnSpec("a", role="input", scaling="minmax")]
    assert with_setting([column], "scaling", "none")[0][0].reason == "It is constant."


def test_that_a_reason_stays_visible_when_the_column_is_used_anyway(page, busan) -> None:
    _, spec = busan
    page.table.columns_model.show_reasons({"tide_cm": "It is a copy of sal_psu."})
    row = names(page).index("tide_cm")
    assert page.table.columns_model.index(row, m.REMARK).data() == "It is a copy of sal_psu."
    assert spec.column("tide_cm").role == "input"


def test_that_pictures_are_asked_for_what_is_in_view_and_drawn_when_they_come(page, busan, qtbot) -> None:
    table, _ = busan
    asked: list[list[str]] = []
    page.table.columns_model.bars_requested.connect(asked.append)
    page.show_table(*busan)
    qtbot.waitUntil(lambda: bool(asked))
    assert "tide_cm" in asked[0]
    assert set(asked[0]) < set(table.column_names), "what is not in view is not asked for"
    row = names(page).index("tide_cm")
    rect = page.table.visualRect(page.table.columns_model.index(row, m.VALUES)).translated(page.table.viewport().pos())
    before = page.table.grab(rect).toImage()
    page.table.columns_model.show_bars({"tide_cm": histogram(table.frame["tide_cm"], table.field("tide_cm"))})
    assert page.table.grab(rect).toImage() != before


def test_that_ten_thousand_columns_are_ordered_filtered_and_edited_fluently(qtbot) -> None:
    fields = tuple(
        FieldProfile(f"column {i:05d}", "real", 10, i % 7, i % 11, float(i), float(i), float(i), float(i), float(i))
        for i in range(10_000)
    )
    frame = pd.DataFrame(np.zeros((1, 1)))
    table = Table("wide.csv", None, frame, None, fields)
    spec = DataSpec(tuple(ColumnSpec(f.name) for f in fields))
    page = ColumnsPage()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    steps = {
        "show": lambda: page.show_table(table, spec),
        "order": lambda: page.table.horizontalHeader().sectionClicked.emit(m.DISTINCT),
        "filter": lambda: page.search.setText("99"),
        "all": lambda: page.search.setText(""),
        "select": page.table.selectAll,
        "edit": lambda: page.editor.edited.emit("scaling", "minmax"),
        "spec": lambda: page.show_spec(spec),
    }
    slow = {}
    for name, step in steps.items():
        begin = time.thread_time()
        step()
        page.table.viewport().repaint()
        slow[name] = time.thread_time() - begin
    assert all(seconds < 1.0 for seconds in slow.values()), slow
    page.close()


def test_that_a_chosen_transformation_is_shown_and_its_picture_drawn_anew(page, busan) -> None:
    _, spec = busan
    name = spec.inputs[0]
    row = names(page).index(name)
    page.table.columns_model.show_bars({name: np.arange(24)})
    page.table.selectRow(row)
    choice = page.editor.choices["transform"]
    choice.setCurrentIndex(choice.findData("yeo_johnson"))
    choice.edited.emit("yeo_johnson")
    assert [(c.name, c.transform) for c in page.edits[-1]] == [(name, "yeo_johnson")]
    page.show_spec(spec.with_columns(*page.edits[-1]))
    model = page.table.columns_model
    assert model.data(model.index(row, m.SCALING)) == "Yeo-Johnson"
    assert model.bars(row) is None, "the picture was of the values as they are"
    flat = histogram(pd.Series(np.exp(np.linspace(0, 9, 240))), FieldProfile("x", "real", 240, 0, 240), transform="log")
    assert flat.tolist() == [10] * 24


def test_that_the_mean_of_a_transformed_target_is_a_tick_beside_its_transformation(page, busan) -> None:
    _, spec = busan
    name = spec.targets[0]
    page.table.selectRow(names(page).index(name))
    assert page.editor.smearing.isHidden(), "nothing to correct without a transformation"
    spec = spec.with_columns(spec.column(name).replace(transform="log"))
    page.show_spec(spec)
    assert not page.editor.smearing.isHidden()
    assert not page.editor.smearing.isChecked()
    assert "Duan" in page.editor.smearing.toolTip()
    page.editor.smearing.click()
    assert [(c.name, c.smearing) for c in page.edits[-1]] == [(name, True)]
    page.show_spec(spec.with_columns(*page.edits[-1]))
    assert page.editor.smearing.isChecked()
    model = page.table.columns_model
    assert model.data(model.index(names(page).index(name), m.SCALING)) == "ln x · smeared"
    page.table.selectRow(names(page).index(spec.inputs[0]))
    assert page.editor.smearing.isHidden(), "an input has no way back"
