"""A class by clicks: a pupil opens the class file, finds locks and tasks, trains, saves; the teacher checks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.class_work import PLAN, class_file, written_table
from helpers.person import Person
from helpers.project_steps import save_as, step_tens
from mlp_gui.export.project.hand_in import Honesty, check_hand_in
from mlp_gui.session.training.phase import Phase

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
