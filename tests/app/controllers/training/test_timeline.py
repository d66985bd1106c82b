"""A person travels along a run: keys, the track, branches; everything shown follows, and the bits are the engine's."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from helpers.person import Person
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.session.training.phase import Phase

PLAIN, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def traveller(shared_person: Person) -> Person:
    """The tutorial, opened anew, has been trained to its stop at epoch 103."""
    person = shared_person
    person.program.session.project.discard_unsaved()
    person.menu("File", "Tutorial: ANN in numpy")
    person.wait_ready()
    person.click(person.window.control_bar.primary)
    person.wait_for(Phase.FINISHED)
    person.wait(lambda: person.program.session.timeline.facts.end.epoch == 103)
    person.come_forward()
    person.settle()
    return person


def theta(person: Person) -> np.ndarray:
    return person.run.weights.last.theta


def alone(person: Person, epoch: int, batch: int = 0) -> np.ndarray:
    """The weights of the same run without a window."""
    trainer = Trainer(person.run.config, person.run.dataset)
    while (trainer.epoch, trainer.batch) != (epoch, batch):
        trainer.step_batch()
    return trainer.network.theta


def go(person: Person, key: Qt.Key, modifiers: Qt.KeyboardModifier, place: tuple[int, int]) -> None:
    person.press(key, modifiers)
    person.wait(lambda: (person.run.epoch, person.run.batch) == place)
    person.settle()


def test_that_the_keys_walk_along_the_run_and_back(traveller: Person) -> None:
    end = theta(traveller).copy()
    go(traveller, Qt.Key.Key_Left, PLAIN, (102, 0))
    assert traveller.run.phase is Phase.PAUSED
    go(traveller, Qt.Key.Key_Left, CONTROL, (101, 4))
    assert np.array_equal(theta(traveller), alone(traveller, 101, 4))
    go(traveller, Qt.Key.Key_Right, CONTROL, (102, 0))
    go(traveller, Qt.Key.Key_Home, PLAIN, (0, 0))
    assert np.array_equal(theta(traveller), alone(traveller, 0))
    go(traveller, Qt.Key.Key_B, SHIFT, (52, 0))
    go(traveller, Qt.Key.Key_Right, SHIFT, (62, 0))
    go(traveller, Qt.Key.Key_End, PLAIN, (103, 0))
    assert traveller.run.phase is Phase.FINISHED
    assert np.array_equal(theta(traveller), end)
    assert len(traveller.run.history) == 103


def test_that_dragging_the_track_takes_everything_along(traveller: Person) -> None:
    window = traveller.window
    track = window.timeline.track
    traveller.click(track, QPoint(round(track.x_of(20)), track.height() // 2))
    traveller.wait(lambda: traveller.run.epoch == 20)
    traveller.settle()
    assert np.array_equal(theta(traveller), alone(traveller, 20))
    assert window.control_bar.counter.number.text() == "20"
    assert traveller.run.best_epoch == 20
    assert "epoch 20 of 103" in window.timeline.label.text()
    assert len(traveller.run.history) == 103


def test_that_going_on_from_the_past_repeats_the_run_bit_for_bit(traveller: Person) -> None:
    end = theta(traveller).copy()
    go(traveller, Qt.Key.Key_Home, PLAIN, (0, 0))
    traveller.click(traveller.window.control_bar.primary)
    traveller.wait_for(Phase.FINISHED)
    assert np.array_equal(theta(traveller), end)
    assert len(traveller.program.session.timeline.facts.branches) == 1


def test_that_a_fork_with_another_rate_keeps_the_old_future_as_a_branch(traveller: Person) -> None:
    end, machine = theta(traveller).copy(), traveller.program.session.timeline
    go(traveller, Qt.Key.Key_B, SHIFT, (52, 0))
    training = traveller.run.config.training
    traveller.run.set_config(traveller.run.config.replace(training=training.replace(learning_rate=0.01)))
    traveller.wait(lambda: len(machine.facts.branches) == 1 and machine.facts.end.epoch == 52)
    assert len(traveller.run.history) == 52
    traveller.click(traveller.window.control_bar.primary)
    traveller.wait_for(Phase.FINISHED)
    assert not np.array_equal(theta(traveller), end)
    branch = machine.facts.branches[0]
    assert (branch.left_at.epoch, branch.end.epoch) == (52, 103)
    machine.take_branch(branch.number)
    traveller.wait(lambda: np.array_equal(theta(traveller), end))
    assert traveller.run.config.training.learning_rate == 0.001


def test_that_a_reset_can_be_undone_by_its_branch(traveller: Person) -> None:
    end, machine = theta(traveller).copy(), traveller.program.session.timeline
    traveller.click(traveller.window.control_bar.reset)
    traveller.wait(lambda: traveller.run.phase is Phase.READY and bool(machine.facts.branches))
    machine.take_branch(machine.facts.branches[-1].number)
    traveller.wait(lambda: traveller.run.epoch == 103)
    assert np.array_equal(theta(traveller), end)


def test_that_the_microscope_in_the_past_shows_the_batch_of_then(traveller: Person) -> None:
    traveller.menu("Inspect", "Under the hood")
    microscope = traveller.program.inspector.inspector_window
    traveller.wait(lambda: microscope.trace is not None)
    traveller.program.session.timeline.go_to(7, 2)
    traveller.wait(lambda: microscope.trace is not None and (microscope.trace.epoch, microscope.trace.batch) == (7, 2))
    assert np.array_equal(microscope.trace.theta, alone(traveller, 7, 2))
    assert np.array_equal(microscope.trace.theta_after, alone(traveller, 7, 3))
    microscope.close()


def test_that_the_next_seed_begins_anew_with_other_weights(traveller: Person) -> None:
    before = alone(traveller, 0)
    traveller.menu("Train", "Reset with the next seed")
    traveller.answer("Cancel")
    assert traveller.run.epoch > 0
    traveller.menu("Train", "Reset with the next seed")
    traveller.answer("Discard")
    traveller.wait_for(Phase.READY)
    assert traveller.run.config.network.seed == 314
    assert not np.array_equal(theta(traveller), before)
    assert np.array_equal(theta(traveller), alone(traveller, 0))


def test_that_a_journey_that_leads_nowhere_says_why(traveller: Person) -> None:
    actions = traveller.window.actions_
    assert actions["go_to_best"].isEnabled()
    assert actions["last"].toolTip() == "The run stands at its last epoch."
    go(traveller, Qt.Key.Key_B, SHIFT, (52, 0))
    assert actions["go_to_best"].toolTip() == "The run stands at its best epoch."
    go(traveller, Qt.Key.Key_Home, PLAIN, (0, 0))
    assert actions["back"].toolTip() == "The run stands at its start."
