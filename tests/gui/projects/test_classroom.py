"""A class by clicks: a pupil opens the class file, finds locks and tasks, trains, saves; the teacher checks it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QTreeWidget

from helpers.class_work import PLAN, class_file, handed_in, written_table
from helpers.person import Person
from helpers.project_steps import CTRL, save_as, step_tens, trained
from mlp_gui.export.project.class_file import read_class_file
from mlp_gui.export.project.hand_in import Honesty, check_hand_in
from mlp_gui.export.project.project import read_project
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.shell.class_dialog import ClassDialog
from mlp_gui.views.shell.hand_ins_dialog import HandInsDialog

pytestmark = pytest.mark.usefixtures("shared_person")


@pytest.fixture
def handed_out(tmp_path: Path) -> Path:
    path = tmp_path / "waves class.mlp"
    path.write_bytes(class_file(written_table(tmp_path)))
    return path


@pytest.fixture
def pupil(person: Person, handed_out: Path) -> Person:
    desk = person.program.session.class_desk
    before = desk.sheet  # of the test before
    person.drop(person.window, handed_out)
    person.wait(lambda: desk.sheet is not None and desk.sheet is not before)
    person.wait_ready()
    return person


def tasks(person: Person) -> list[tuple[str, str, str]]:
    card = person.program.classroom.card
    assert card.isVisible()
    return [tuple(label.text() for label in row) for row in card.rows]


def test_that_a_pupil_finds_tasks_locks_and_hidden_panels_and_work_without_a_file(pupil: Person) -> None:
    window, panel = pupil.window, pupil.window.experiment
    assert tasks(pupil) == [
        ("○", "Find the waves.", "R² (validation): at least 0.2"),
        ("○", "Stay small.", "At most 40 weights · now 4,417"),
    ]
    pupil.open_step(panel.training_step)
    rate, epochs = panel.training.editor("learning_rate"), panel.training.editor("max_epochs")
    assert (rate.isEnabled(), epochs.isEnabled()) == (False, True)
    assert "Your teacher has locked this in the class file." in rate.toolTip()
    assert not panel.data.form.isVisibleTo(panel) or not panel.data.target.editor.isEnabled()
    assert not window.workspace.panel_name_of("weights")
    hidden = window.findChild(object, "panel_weights")
    assert not hidden.isEnabled()
    assert hidden.toolTip() == "Your teacher has hidden this in the class file."
    assert "weights" not in [kind.name for kind in window.workspace.plot_types()]
    assert pupil.program.session.project.path == ""


def test_that_locks_stay_when_the_run_begins_and_nothing_else_goes_round_them(pupil: Person) -> None:
    step_tens(pupil, 1)
    panel = pupil.window.experiment
    pupil.open_step(panel.training_step)
    assert not panel.training.editor("learning_rate").isEnabled()  # a live setting, but for the lock
    assert panel.training.editor("max_epochs").isEnabled()
    config = pupil.run.config
    other = config.replace(network=config.network.replace(seed=7))
    pupil.program.session.undo_stack.set_config_anew(other)  # as "Reset with the next seed" does
    assert pupil.read_error() == "This class file locks: Seed of the weights."
    assert (pupil.run.config, pupil.run.epoch) == (config, 10)


def test_that_the_work_goes_to_a_file_of_its_own_with_tasks_and_is_honest(
    pupil: Person, another: Person, handed_out: Path, tmp_path: Path
) -> None:
    before = handed_out.read_bytes()
    step_tens(pupil, 5)
    pupil.wait(lambda: tasks(pupil)[0][0] == "✓")
    save_as(pupil, tmp_path / "ada.mlp")
    assert handed_out.read_bytes() == before
    found = check_hand_in((tmp_path / "ada.mlp").read_bytes(), "ada.mlp")
    assert (found.honesty, [state.reached for state in found.states]) == (Honesty.HONEST, [True, False])
    another.drop(another.window, tmp_path / "ada.mlp")
    another.wait_for(Phase.PAUSED)
    another.wait(lambda: [sign for sign, _, _ in tasks(another)] == ["✓", "○"])
    assert not another.window.experiment.training.editor("learning_rate").isEnabled()
    another.menu("File", "Check hand-ins")  # of the work that is open, at once
    dialog = another.dialog(HandInsDialog)
    another.wait(lambda: dialog.table.rowCount() == 1)
    assert dialog.table.item(0, 2).text().startswith("Honest, 1 of 2 tasks reached")
    another.click(dialog.close_button)
    step_tens(another, 1)  # a run that was saved and taken up again repeats as well
    another.press(Qt.Key.Key_S, CTRL)
    another.wait(lambda: not another.window.isWindowModified() and not another.program.session.project.saving)
    later = (tmp_path / "ada.mlp").read_bytes()
    assert len(read_project(later, "ada.mlp").run.history) == 60
    assert check_hand_in(later, "ada.mlp").honesty is Honesty.HONEST


def test_that_another_table_ends_the_class_and_brings_the_panels_back(pupil: Person) -> None:
    window = pupil.window
    pupil.program.open_sample("iris")
    pupil.wait(lambda: pupil.program.session.class_desk.sheet is None)
    pupil.wait_ready()
    assert not pupil.program.classroom.card.isVisible()
    assert window.experiment.training.editor("learning_rate").isEnabled()
    assert window.experiment.data.target.editor.isEnabled()
    assert window.findChild(object, "panel_weights").isEnabled()
    assert PLAN.hidden == ("weights",)
    assert window.workspace.panel_name_of("weights")


def tick(person: Person, tree: QTreeWidget, text: str) -> None:
    """Press the tick box before an entry."""
    item = tree.findItems(text, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)[0]
    tree.scrollToItem(item)
    box = tree.visualItemRect(item)
    person.click(tree.viewport(), QPoint(box.left() + 8, box.center().y()))


def test_that_a_teacher_prepares_a_class_file_without_a_solution_by_clicks(
    person: Person, table: Path, tmp_path: Path
) -> None:
    trained(person, table, tens=3)
    person.menu("File", "Prepare for a class")
    dialog = person.dialog(ClassDialog)
    person.fill(dialog.title, "<b>Group</b> B")
    person.fill(dialog.rows[0].words, "Find p and q.")
    person.choose(dialog.rows[0].subset, "test")
    person.fill(dialog.rows[0].bound, "0.5")
    person.click(dialog.add)
    person.choose(dialog.rows[1].measure, "Weights")
    person.fill(dialog.rows[1].bound, "33")
    tick(person, dialog.locks, "Batch size")
    tick(person, dialog.panels, "Find good settings…")
    tick(person, dialog.panels, "Gradients")
    person.click(dialog.save)
    person.type_file_name(tmp_path / "b.mlp")
    person.wait((tmp_path / "b.mlp").exists)
    person.wait(person.no_dialog)
    found = read_class_file((tmp_path / "b.mlp").read_bytes(), "b")
    assert found.original == table.read_bytes()
    assert [task.goal() for task in found.sheet.tasks] == ["R² (test): at least 0.5", "At most 33 weights"]
    assert found.sheet.locked == ("data", "training.batch_size")
    person.drop(person.window, tmp_path / "b.mlp")
    person.answer("Discard")
    person.wait(lambda: person.program.session.class_desk.sheet is not None)
    person.wait_ready()
    assert person.program.classroom.card.rows[0][1].text() == "Find p and q."
    assert not person.window.actions_["search"].isEnabled()
    assert not person.window.workspace.panel_name_of("gradients")
    assert not person.window.experiment.data.target.editor.isEnabled()
    assert not person.program.session.runs.runs
    assert person.program.session.undo_stack.why_not_undo()


def test_that_what_a_class_hands_in_is_checked_by_clicks(pupil: Person, handed_out: Path, tmp_path: Path) -> None:
    data = handed_out.read_bytes()
    (tmp_path / "ada.mlp").write_bytes(handed_in(data))
    (tmp_path / "bob.mlp").write_bytes(handed_in(data, theta=lambda theta: 0.9 * theta))
    pupil.menu("File", "Check hand-ins")
    dialog = pupil.dialog(HandInsDialog)
    pupil.click(dialog.choose)
    pupil.type_file_name(f'"{tmp_path / "ada.mlp"}" "{tmp_path / "bob.mlp"}"')
    pupil.wait(lambda: dialog.table.rowCount() == 2)
    verdicts = [dialog.table.item(row, 2).text() for row in range(2)]
    assert verdicts[0].startswith("Honest,")
    assert verdicts[1] == "Not honest. Its weights are not those that its run came to."
    assert dialog.table.item(1, 1).text() == "0 of 2"
    pupil.click(dialog.close_button)


def test_that_the_save_dialog_offers_the_table(person: Person, table: Path, tmp_path: Path) -> None:
    trained(person, table)
    for name, wanted in (("without.mlp", False), ("with.mlp", True)):
        person.menu("File", "Save as")
        box = person.dialog(QFileDialog).findChild(QCheckBox)
        assert (box.text(), box.isChecked()) == ("Include the table in the file", False)
        if wanted:
            person.click(box)
        person.type_file_name(tmp_path / name)
        person.wait(lambda name=name: person.program.session.project.path == str(tmp_path / name))
        original = read_project((tmp_path / name).read_bytes(), name).original
        assert original == (table.read_bytes() if wanted else None)
    assert person.window.actions_["embed"].isChecked()
