"""Projects in the window: saved, closed and opened again, the run goes on as if nothing had happened."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from helpers.person import Person
from helpers.project_steps import CTRL, save_as, step_tens, trained
from helpers.reference_run import assert_same, fresh, walk
from mlp_gui.export.project.container import pack, unpack
from mlp_gui.export.project.project import read_project
from mlp_gui.session.training.phase import Phase

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


def test_that_save_open_resume_equals_never_having_stopped(
    person: Person, another: Person, table: Path, tmp_path: Path
) -> None:
    trained(person, table, 8)
    assert person.window.isWindowModified()
    save_as(person, tmp_path / "work.mlp")
    assert not person.window.isWindowModified()
    assert person.window.windowTitle() == "work.mlp[*] – mlp_gui"
    expected = walk(fresh(person), 200)
    another.drop(another.window, tmp_path / "work.mlp")
    another.wait_for(Phase.PAUSED)
    assert another.run.epoch == 80
    assert another.window.windowTitle() == "work.mlp[*] – mlp_gui"
    assert another.run.config == person.run.config
    step_tens(another, 12)
    assert_same(another.run, expected)


def test_that_saving_while_training_does_not_stop_it(person: Person, table: Path, tmp_path: Path) -> None:
    person.drop(person.window, table)
    person.wait_ready()
    for path, text in (("training.max_epochs", "9999999"), ("training.stopping.patience", "999999")):
        person.fill(person.setting(path), text)
    person.wait_ready()
    person.click(person.window.control_bar.primary)
    person.wait(lambda: person.run.epoch > 20)
    save_as(person, tmp_path / "work.mlp")
    epoch = person.run.epoch
    person.wait(lambda: person.run.epoch > epoch)
    assert person.run.phase is Phase.RUNNING
    person.click(person.window.control_bar.primary)
    person.wait_for(Phase.PAUSED)
    held = person.run.saved_epoch
    assert held >= 20
    person.press(Qt.Key.Key_Q, CTRL)  # what the question says is what the file lacks
    said = f"The last {person.run.epoch - held:,} epochs, after epoch {held:,}, are in no file yet."
    assert said in person.dialog(QMessageBox).informativeText()
    person.answer("Cancel")


def test_that_a_changed_table_is_never_trained_on_silently(person: Person, table: Path, tmp_path: Path) -> None:
    trained(person, table)
    save_as(person, tmp_path / "work.mlp")
    table.write_text(table.read_text() + "1,2,3,4\n")
    theta = person.run.weights.last.theta
    person.drop(person.window, tmp_path / "work.mlp")
    assert "made.csv has changed since the project was saved." in person.dialog(QMessageBox).text()
    person.answer("Cancel")
    assert person.run.epoch == 10
    np.testing.assert_array_equal(person.run.weights.last.theta, theta)


def test_that_a_moved_table_is_asked_for_and_found(person: Person, table: Path, tmp_path: Path) -> None:
    trained(person, table)
    save_as(person, tmp_path / "work.mlp")
    (tmp_path / "elsewhere").mkdir()
    table.rename(tmp_path / "elsewhere" / "moved.csv")
    person.drop(person.window, tmp_path / "work.mlp")
    person.answer("Choose the file…")
    person.type_file_name(tmp_path / "elsewhere" / "moved.csv")
    person.wait(lambda: Path(person.program.session.data.table.path).name == "moved.csv")
    person.wait_for(Phase.PAUSED)
    assert person.run.epoch == 10


def test_that_a_table_with_other_numbers_loses_its_training_in_words(
    person: Person, table: Path, tmp_path: Path
) -> None:
    trained(person, table)
    save_as(person, tmp_path / "work.mlp")
    other = tmp_path / "other.csv"
    other.write_text(table.read_text().replace("-", "", 1))
    table.unlink()
    person.drop(person.window, tmp_path / "work.mlp")
    person.answer("Choose the file…")
    person.type_file_name(other)
    assert person.read_error() == "work.mlp was opened without its training."
    person.wait_for(Phase.READY)
    assert person.program.session.project.path == ""  # a save would have replaced the only file with that training


def test_that_a_table_inside_the_file_needs_no_other_file(person: Person, table: Path, tmp_path: Path) -> None:
    trained(person, table)
    person.menu("File", "Include data in the project file")
    save_as(person, tmp_path / "work.mlp")
    table.unlink()
    person.drop(person.window, tmp_path / "work.mlp")
    person.wait(lambda: person.program.session.data.table.path is None)
    person.wait_for(Phase.PAUSED)
    assert person.run.epoch == 10
    assert person.program.session.data.table.name == "made.csv"


def test_that_work_left_behind_is_offered_and_recovered(person: Person, another: Person, table: Path) -> None:
    trained(person, table)
    side = person.program.session.project.autosave_file.claim_path()
    person.wait(side.exists)
    left = side.with_name("1.mlp")
    left.write_bytes(side.read_bytes())
    os.utime(left, (4e18, 4e18))  # as a broken clock writes it, and a file system in memory keeps it
    another.come_forward()
    another.program.project.offer_recovery()
    another.answer("Recover")
    another.wait_for(Phase.PAUSED)
    assert another.run.epoch == 10
    another.wait(another.window.isWindowModified)
    assert another.program.session.project.path == ""
    another.program.session.project.discard_unsaved()
    assert not left.exists()


@pytest.mark.parametrize("content", [b"", b"no project", b"PK\x03\x04 half a zip"])
def test_that_a_file_that_is_no_project_leaves_the_work_alone(
    person: Person, table: Path, tmp_path: Path, content: bytes
) -> None:
    trained(person, table)
    person.program.session.project.discard_unsaved()
    (tmp_path / "bad.mlp").write_bytes(content)
    person.drop(person.window, tmp_path / "bad.mlp")
    assert "bad.mlp" in person.read_error()
    assert (person.run.phase, person.run.epoch) == (Phase.PAUSED, 10)


def forget_past(path: Path) -> None:
    """Make a file as earlier versions wrote it."""
    members = unpack(path.read_bytes(), path.name)
    runs = json.loads(members["runs.json"])
    for run in runs["runs"]:
        del run["past"]
    path.write_bytes(pack(members | {"runs.json": json.dumps(runs).encode()}))


def test_that_a_time_line_that_begins_late_says_so(
    person: Person, another: Person, table: Path, tmp_path: Path
) -> None:
    trained(person, table)
    assert not person.window.timeline.origin.isVisible()
    save_as(person, tmp_path / "work.mlp")
    forget_past(tmp_path / "work.mlp")
    another.drop(another.window, tmp_path / "work.mlp")
    another.wait_for(Phase.PAUSED)
    another.settle()
    bar = another.window.timeline
    assert bar.origin.isVisible()
    assert bar.origin.text() == "from epoch 10"
    why = "The time line begins at epoch 10: the weights before are in no older file, or did not fit into its memory."
    assert {bar.origin.toolTip(), bar.track.toolTip(), another.window.actions_["back"].toolTip()} == {why}
    step_tens(another, 1)
    another.press(Qt.Key.Key_Home)
    another.wait(lambda: another.run.epoch == 10)
    another.settle()
    assert another.window.actions_["first"].toolTip() == why


def test_that_a_table_inside_the_file_travels_on_with_every_save(
    person: Person, another: Person, table: Path, tmp_path: Path
) -> None:
    trained(person, table)
    assert not person.window.actions_["embed"].isChecked()
    person.menu("File", "Include data in the project file")
    save_as(person, tmp_path / "work.mlp")
    table.unlink()
    another.drop(another.window, tmp_path / "work.mlp")
    another.wait_for(Phase.PAUSED)
    embed = another.window.actions_["embed"]
    assert (embed.isChecked(), embed.isEnabled()) == (True, False)
    step_tens(another, 1)
    another.wait(lambda: another.program.session.project.autosave_file.claim_path().exists())
    side = read_project(another.program.session.project.autosave_file.claim_path().read_bytes(), "side")
    another.press(Qt.Key.Key_S, CTRL)
    another.wait(lambda: another.sentence().startswith("Saved work.mlp"))
    person.program.session.project.discard_unsaved()
    person.drop(person.window, tmp_path / "work.mlp")
    person.wait(lambda: person.run.epoch == 20)
    person.wait_for(Phase.PAUSED)
    assert person.program.session.data.table.name == "made.csv"
    assert side.original == person.program.session.data.table.original


def test_that_work_can_be_saved_when_its_table_is_gone(
    person: Person, another: Person, table: Path, tmp_path: Path
) -> None:
    trained(person, table)
    table.rename(tmp_path / "moved.csv")
    step_tens(person, 1)
    save_as(person, tmp_path / "work.mlp")
    assert "made.csv is gone or has changed since it was opened" in person.sentence()
    another.drop(another.window, tmp_path / "work.mlp")
    another.answer("Choose the file…")
    another.type_file_name(tmp_path / "moved.csv")
    another.wait_for(Phase.PAUSED)
    assert another.run.epoch == 20


def test_that_a_save_says_when_its_table_has_changed_and_the_training_stays_in_the_file(
    person: Person, another: Person, table: Path, tmp_path: Path
) -> None:
    trained(person, table)
    before = table.read_text()
    table.write_text(before + "1,2,3,4\n")
    save_as(person, tmp_path / "work.mlp")
    assert "made.csv is gone or has changed since it was opened" in person.sentence()
    another.drop(another.window, tmp_path / "work.mlp")
    assert another.read_error() == "work.mlp was opened without its training."
    table.write_text(before)
    another.drop(another.window, tmp_path / "work.mlp")
    another.wait_for(Phase.PAUSED)
    assert another.run.epoch == 10


def test_that_a_table_that_was_only_written_again_is_the_same(person: Person, table: Path, tmp_path: Path) -> None:
    trained(person, table)
    table.write_text(table.read_text().replace("\n", "\n\n"))
    save_as(person, tmp_path / "work.mlp")
    assert "gone or has changed" not in person.sentence()
    before = person.program.session.data.table
    person.drop(person.window, tmp_path / "work.mlp")
    person.wait(lambda: person.program.session.data.table is not before)
    person.wait_for(Phase.PAUSED)
    assert person.run.epoch == 10


def test_that_a_project_opens_whatever_ending_its_name_has(
    person: Person, another: Person, table: Path, tmp_path: Path
) -> None:
    """A file dialog adds no .mlp to a name that seems to have an ending."""
    trained(person, table)
    save_as(person, tmp_path / "rate 0.5")
    another.drop(another.window, tmp_path / "rate 0.5")
    another.wait_for(Phase.PAUSED)
    assert another.run.epoch == 10
    assert another.window.windowTitle() == "rate 0.5[*] – mlp_gui"
