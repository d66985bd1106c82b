"""The file that is open is opened again: what was chosen for it stays, and so do its runs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from helpers.person import Person
from helpers.project_steps import CTRL, save_as, step_tens, trained
from mlp_gui.session.training.phase import Phase

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


def grow(table: Path, rows: int = 10) -> None:
    """Write rows at the end, as an editor would."""
    with table.open("a", encoding="utf-8") as file:
        file.writelines(f"{0.01 * i},{0.5 - i},{i % 3 + 0.25},{i / 7}\n" for i in range(rows))


def wait_for_rows(person: Person, rows: int) -> None:
    data = person.program.session.data
    person.wait(lambda: data.table.n_rows == rows and not data.loading and not data.preparing)
    person.wait(lambda: data.prepared is not None and person.run.phase is Phase.READY)
    person.settle()


def by_drop(person: Person, table: Path) -> None:
    person.drop(person.window, table)


def by_dialog(person: Person, table: Path) -> None:
    person.come_forward()
    person.press(Qt.Key.Key_O, CTRL)
    person.type_file_name(table)


def by_key(person: Person, table: Path) -> None:
    person.come_forward()
    person.press(Qt.Key.Key_F5)


def by_menu(person: Person, table: Path) -> None:
    person.menu("Data", "Read the file again")


WAYS = [by_drop, by_dialog, by_key, by_menu]


@pytest.mark.parametrize("again", WAYS)
def test_that_a_file_that_has_grown_keeps_what_was_chosen(person: Person, table: Path, again) -> None:
    person.drop(person.window, table)
    person.wait_ready()
    data, panel = person.program.session.data, person.window.experiment.data
    person.choose(panel.target.editor, "q")
    person.wait(lambda: data.spec.targets == ("q",))
    spec = data.spec
    spec = spec.with_columns(spec.column("p").replace(role="ignored"), spec.column("r").replace(scaling="minmax"))
    panel.spec_edited.emit(spec.replace(split=spec.split.replace(method="file_order", seed=7), scaling="robust"))
    person.wait_ready()
    person.fill(person.setting("training.learning_rate"), "0.0123")
    person.wait(lambda: person.run.config.training.learning_rate == 0.0123)
    person.wait_ready()
    chosen = data.spec
    grow(table)
    again(person, table)
    wait_for_rows(person, 100)
    assert data.spec == chosen
    assert person.run.config.training.learning_rate == 0.0123
    assert panel.target.editor.currentText() == "q"


def test_that_the_run_stays_in_the_list_when_its_file_is_read_again(person: Person, table: Path) -> None:
    trained(person, table, 3)
    runs = person.program.session.runs
    person.wait(lambda: runs.find_run(1) is not None and runs.find_run(1).last_epoch == 30)
    before = runs.find_run(1)
    grow(table)
    by_key(person, table)
    person.answer("Discard")
    wait_for_rows(person, 100)
    assert [(run.number, run.last_epoch) for run in runs.runs] == [(1, 30)]
    np.testing.assert_array_equal(runs.find_run(1).train, before.train)
    assert runs.why_not_restore(1) == "It was trained on other numbers: the table was read again since."
    step_tens(person, 2)
    person.wait(lambda: [(run.number, run.last_epoch) for run in runs.runs] == [(1, 30), (2, 20)])
    assert person.window.isWindowModified()


def test_that_a_run_goes_on_when_its_file_is_read_as_it_was(fresh_person: Person, table: Path) -> None:
    person = fresh_person
    trained(person, table, 3)
    runs = person.program.session.runs
    person.wait(lambda: runs.find_run(1) is not None and runs.find_run(1).last_epoch == 30)
    theta = person.run.weights.last.theta.copy()
    text = table.read_text()
    grow(table)
    by_drop(person, table)
    person.answer("Discard")
    wait_for_rows(person, 100)
    table.write_text(text)
    by_drop(person, table)
    if not person.no_dialog():
        person.answer("Discard")
    wait_for_rows(person, 90)
    assert runs.why_not_restore(1) == ""
    assert runs.restore(1)
    person.wait_for(Phase.PAUSED)
    assert person.run.epoch == 30
    np.testing.assert_array_equal(person.run.weights.last.theta, theta)


def test_that_a_run_of_other_numbers_stays_so_in_a_project(
    fresh_person: Person, another: Person, table: Path, tmp_path: Path
) -> None:
    person = fresh_person
    trained(person, table, 1)
    grow(table)
    by_drop(person, table)
    person.answer("Discard")
    wait_for_rows(person, 100)
    step_tens(person, 1)
    save_as(person, tmp_path / "work.mlp")
    another.drop(another.window, tmp_path / "work.mlp")
    another.wait_for(Phase.PAUSED)
    runs = another.program.session.runs
    another.wait(lambda: [run.number for run in runs.runs] == [1, 2])
    assert "other numbers" in runs.why_not_restore(1)


def test_that_another_table_has_a_list_of_its_own(person: Person, table: Path, tmp_path: Path) -> None:
    trained(person, table, 1)
    other = tmp_path / "other.csv"
    other.write_text(table.read_text())
    by_drop(person, other)
    person.answer("Discard")
    person.wait(lambda: person.program.session.data.table.name == "other.csv")
    person.wait_ready()
    assert person.program.session.runs.runs == []


def test_that_what_has_no_file_cannot_be_read_again_and_says_so(fresh_person: Person) -> None:
    person = fresh_person
    action = person.window.actions_["reload"]
    assert not action.isEnabled()
    person.window.file_dropped.emit("sample:iris")
    person.wait_ready()
    assert not action.isEnabled()
    assert action.toolTip() == "This table has no file of its own that could be read again."


def test_that_a_whole_folder_with_a_project_may_move(
    person: Person, another: Person, table: Path, tmp_path: Path
) -> None:
    work = tmp_path / "a"
    (work / "data").mkdir(parents=True)
    inside = work / "data" / "made.csv"
    inside.write_text(table.read_text())
    table.unlink()
    trained(person, inside, 1)
    save_as(person, work / "run.mlp")
    work.rename(tmp_path / "b")
    another.drop(another.window, tmp_path / "b" / "run.mlp")
    another.wait_for(Phase.PAUSED)
    assert another.run.epoch == 10
    assert another.program.session.data.table.path == tmp_path / "b" / "data" / "made.csv"
