"""The column desk in the real window: roles by keys, many columns at once, suggestions taken with one click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mlp_gui.session.training.phase import Phase
from mlp_gui.views.data.pages import columns_page_model as m

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def select(person, name: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    table = person.program.data_pages.columns.page.table
    row = next(r for r in range(table.columns_model.rowCount()) if table.columns_model.name(r) == name)
    index = table.columns_model.index(row, m.NAME)
    table.scrollTo(index)
    place = table.viewport().mapTo(person.window, table.visualRect(index).center())
    QTest.mouseClick(person.window.windowHandle(), Qt.MouseButton.LeftButton, modifiers, place)


def roles(person) -> dict[str, str]:
    return {c.name: c.role for c in person.program.session.data.spec.columns}


def test_that_keys_give_roles_to_all_selected_columns_and_undo_takes_them_back(person) -> None:
    person.window.file_dropped.emit("sample:busan_beach")
    person.wait_ready()
    before = person.program.session.data.spec
    person.press(Qt.Key.Key_L, CTRL)
    select(person, "tide_cm")
    select(person, "sal_psu", SHIFT)
    person.press(Qt.Key.Key_X)
    assert {roles(person)[n] for n in ("tide_cm", "wat_temp_c", "sal_psu")} == {"ignored"}
    person.press(Qt.Key.Key_I)
    person.press(Qt.Key.Key_T)
    assert set(person.program.session.data.spec.targets) == {"tide_cm", "wat_temp_c", "sal_psu", "tetx_coppml"}
    for _ in range(3):
        person.press(Qt.Key.Key_Z, CTRL)
    assert person.program.session.data.spec == before
    person.press(Qt.Key.Key_Z, CTRL)
    assert person.program.session.data.spec == before, "there is nothing more to take back"
    person.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert roles(person)["sal_psu"] == "ignored"
    person.wait_ready()


def test_that_a_choice_is_made_for_all_selected_columns_at_once(person) -> None:
    person.window.file_dropped.emit("sample:busan_beach")
    person.wait_ready()
    person.click(person.window.experiment.data.links.columns)
    page = person.program.data_pages.columns.page
    select(person, "tide_cm")
    select(person, "rel_hum", CTRL)
    assert page.editor.words.text() == "2 columns selected"
    person.choose(page.editor.choices["scaling"], "Range 0 to 1")
    person.choose(page.editor.choices["missing"], "Median")
    spec = person.program.session.data.spec
    assert {(spec.column(n).scaling, spec.column(n).missing) for n in ("tide_cm", "rel_hum")} == {("minmax", "median")}
    assert spec.column("sal_psu").scaling == "default"
    person.wait_ready()


def test_that_a_started_run_locks_the_columns_and_the_page_can_reset_it(person) -> None:
    person.window.file_dropped.emit("sample:iris")
    person.wait_ready()
    person.press(Qt.Key.Key_L, CTRL)
    page = person.program.data_pages.columns.page
    person.menu("Train", "One epoch")
    person.wait_for(Phase.PAUSED)
    before = person.program.session.data.spec
    select(person, "petal_width_cm")
    person.press(Qt.Key.Key_X)
    assert person.program.session.data.spec == before
    assert page.locked.text().startswith("Reset the run to change this")
    person.click(page.reset)
    person.wait_for(Phase.READY)
    select(person, "petal_width_cm")
    person.press(Qt.Key.Key_X)
    assert roles(person)["petal_width_cm"] == "ignored"
    person.wait_ready()


def test_that_one_click_ignores_what_is_better_ignored_and_one_undo_takes_it_back(person, tmp_path) -> None:
    path = tmp_path / "t.csv"
    rows = "".join(f"r{i},2020-01-{1 + i % 28:02d},{(7 * i) % 31},3,{i * i % 17}.25\n" for i in range(40))
    path.write_text("name,day,a,same,y\n" + rows, encoding="utf-8")
    person.drop(person.window, path)
    person.wait_ready()
    person.press(Qt.Key.Key_L, CTRL)
    page = person.program.data_pages.columns.page
    assert not page.suggested.isEnabled(), "what opened is as suggested"
    person.press(Qt.Key.Key_A, CTRL)
    person.press(Qt.Key.Key_I)
    select(person, "y")
    person.press(Qt.Key.Key_T)
    assert roles(person) == dict.fromkeys(("name", "day", "a", "same"), "input") | {"y": "target"}
    person.wait(page.suggested.isEnabled)
    assert "same: It has the same value in every row." in page.suggested.toolTip()
    person.click(page.suggested)
    assert roles(person) == dict.fromkeys(("name", "day", "same"), "ignored") | {"a": "input", "y": "target"}
    assert person.program.session.data.spec.column("same").reason == "It has the same value in every row."
    assert not page.suggested.isEnabled()
    person.press(Qt.Key.Key_Z, CTRL)
    assert roles(person) == dict.fromkeys(("name", "day", "a", "same"), "input") | {"y": "target"}
    person.wait_ready()


def test_that_every_heading_can_be_read_in_a_small_window(person) -> None:
    person.window.resize(1024, 640)
    person.window.file_dropped.emit("sample:busan_beach")
    person.wait_ready()
    person.press(Qt.Key.Key_L, CTRL)
    person.settle()
    table = person.program.data_pages.columns.page.table
    header, metrics = table.horizontalHeader(), table.fontMetrics()
    person.wait(table.isVisible)
    for section, word in enumerate(m.HEADINGS):
        width = metrics.horizontalAdvance(word) * 11 / 13 + 16
        assert header.sectionSize(section) >= width, word
        end = header.sectionViewportPosition(section) + width
        assert end <= table.viewport().width(), f"{word} is out of view"
