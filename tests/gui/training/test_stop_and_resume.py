"""Stopping, stepping and resuming in the window lose nothing: every comparison is with the engine walked alone."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from helpers.reference_run import assert_same, fresh, walk
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.training.run import Run

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def beach(person):
    """The Busan beach sample with its proposed Adam and shuffled mini-batches, no early stopping, at one rate."""
    person.click(person.window.welcome.cards["busan_beach"])
    person.wait_ready()
    person.choose(person.setting("training.schedule"), "Constant")
    person.wait_ready()
    person.window.setFocus()
    training = person.run.config.training
    assert training.shuffle
    assert isinstance(training.optimizer, Adam)
    assert not training.stopping.enabled
    return person


def set_epochs(person, epochs: int) -> None:
    person.fill(person.setting("training.max_epochs"), str(epochs))
    person.wait(lambda: person.run.config.training.max_epochs == epochs)
    person.settle()


def step(person, key: Qt.Key, modifiers: Qt.KeyboardModifier, place: tuple[int, int]) -> None:
    person.press(key, modifiers)
    person.wait(lambda: (person.run.epoch, person.run.batch) == place and person.run.phase is not Phase.RUNNING)


def test_that_seven_epoch_steps_and_the_43_others_equal_fifty_at_once(beach) -> None:
    set_epochs(beach, 50)
    beach.window.setFocus()
    for epoch in range(1, 8):
        step(beach, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, (epoch, 0))
    assert beach.run.phase is Phase.PAUSED
    beach.press(Qt.Key.Key_Space)
    beach.wait_for(Phase.FINISHED)
    assert beach.run.epoch == 50
    assert_same(beach.run, walk(fresh(beach), 50))


def test_that_stopping_and_resuming_equals_never_having_stopped(beach) -> None:
    set_epochs(beach, 100_000)  # more than are trained until the fourth stop, however fast and busy the machine is
    button, stops = beach.window.control_bar.primary, []
    beach.click(button)
    beach.window.setFocus()
    for _ in range(4):
        start = beach.run.epoch
        beach.wait(lambda start=start: beach.run.epoch > start + 20)
        assert button.text() == "Stop"
        beach.press(Qt.Key.Key_Space)  # the button takes no click yet, and the run would end before it does
        beach.wait_for(Phase.PAUSED)
        stops.append(beach.run.epoch)
        assert button.text() == "Resume"
        if len(stops) < 4:
            beach.click(button)
    epochs = stops[-1] + 30
    set_epochs(beach, epochs)
    beach.click(button)
    beach.wait_for(Phase.FINISHED)
    assert stops == sorted(set(stops))
    assert_same(beach.run, walk(fresh(beach), epochs))


def test_that_batches_can_be_stepped_and_the_epoch_then_completed(beach) -> None:
    beach.window.setFocus()
    trainer = fresh(beach)
    for batch in (1, 2, 3):
        step(beach, Qt.Key.Key_Right, CONTROL, (0, batch))
        trainer.step_batch()
    assert_same(beach.run, trainer)
    batches = trainer.batches_per_epoch
    beach.wait(lambda: beach.window.control_bar.progress.place.text() == f"batch 3 of {batches}")
    assert beach.sentence() == f"Paused after batch 3 of {batches} in epoch 1."
    step(beach, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, (1, 0))
    step(beach, Qt.Key.Key_Right, SHIFT, (11, 0))
    assert_same(beach.run, walk(trainer, 11))


def test_that_the_step_menu_takes_a_batch_ten_or_a_hundred_epochs(beach) -> None:
    bar = beach.window.control_bar
    for entry, place in (("One batch", (0, 1)), ("Ten epochs", (10, 0)), ("100 epochs", (110, 0))):
        beach.drop_down(bar.step, entry)
        beach.wait(lambda place=place: (beach.run.epoch, beach.run.batch) == place)
        beach.wait_for(Phase.PAUSED)
    beach.click(bar.step)
    beach.wait(lambda: beach.run.epoch == 111)
    beach.wait_for(Phase.PAUSED)
    assert_same(beach.run, walk(fresh(beach), 111))


def test_that_training_after_a_reset_is_the_first_run_again(beach) -> None:
    set_epochs(beach, 300)
    bar = beach.window.control_bar
    beach.click(bar.primary)
    beach.wait_for(Phase.FINISHED)
    first, weights = beach.run.history.rows(), beach.run.weights.last.theta
    beach.click(bar.reset)
    beach.wait_for(Phase.READY)
    assert (beach.run.epoch, len(beach.run.history)) == (0, 0)
    np.testing.assert_array_equal(beach.run.weights.last.theta, fresh(beach).snapshot().theta)
    beach.click(bar.primary)
    beach.wait_for(Phase.FINISHED)
    seconds = -1  # the last column is the time it took
    np.testing.assert_array_equal(beach.run.history.rows()[:, :seconds], first[:, :seconds])
    np.testing.assert_array_equal(beach.run.weights.last.theta, weights)


def test_that_the_learning_rate_can_be_changed_in_a_pause(beach) -> None:
    beach.window.setFocus()
    trainer = walk(fresh(beach), 10)
    step(beach, Qt.Key.Key_Right, SHIFT, (10, 0))
    beach.fill(beach.setting("training.learning_rate"), "0,05")
    beach.wait(lambda: beach.run.config.training.learning_rate == 0.05)
    trainer.retune(beach.run.config)
    beach.window.setFocus()
    step(beach, Qt.Key.Key_Right, SHIFT, (20, 0))
    assert_same(beach.run, walk(trainer, 10))


def test_that_the_learning_rate_can_be_changed_while_it_trains(beach) -> None:
    set_epochs(beach, 100_000)
    before = beach.run.config
    field = beach.setting("training.learning_rate")
    beach.click(beach.window.control_bar.primary)
    beach.wait(lambda: beach.run.epoch > 50)
    beach.fill(field, "1e-4")
    beach.wait(lambda: beach.run.history.learning_rate[-1] == 1e-4)
    beach.click(beach.window.control_bar.primary)
    beach.wait_for(Phase.PAUSED)
    beach.window.setFocus()
    step(beach, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, (beach.run.epoch + 1, 0))
    rates = beach.run.history.learning_rate
    changed = int(np.flatnonzero(rates == 1e-4)[0])
    assert changed > 0
    assert set(rates[:changed]) == {before.training.learning_rate}
    assert set(rates[changed:]) == {1e-4}
    # On a busy machine even a short epoch may be cut: then its last batches are the first with the new rate.
    batches = range(Trainer(before, beach.run.dataset).batches_per_epoch)
    tried = (changed_after(before, beach.run, changed, batch) for batch in batches)
    theta = beach.run.weights.last.theta
    assert_same(beach.run, next(trainer for trainer in tried if np.array_equal(trainer.snapshot().theta, theta)))


def changed_after(before: RunConfig, run: Run, epochs: int, batches: int) -> Trainer:
    """The whole run, with the change of settings after those epochs and batches."""
    trainer = walk(Trainer(before, run.dataset), epochs)
    for _ in range(batches):
        trainer.step_batch()
    trainer.retune(run.config)
    return walk(trainer, run.epoch - epochs)


def test_that_a_raised_limit_lets_a_finished_run_go_on(beach) -> None:
    set_epochs(beach, 20)
    beach.click(beach.window.control_bar.primary)
    beach.wait_for(Phase.FINISHED)
    action = beach.window.actions_["train"]
    assert not action.isEnabled()
    assert "All 20 epochs are done" in action.toolTip()
    beach.settle()
    assert beach.window.loss_plot.axes.events.stop is None  # it has done all, nothing has stopped it
    set_epochs(beach, 30)
    beach.wait(action.isEnabled)
    beach.window.setFocus()
    beach.wait(lambda: beach.window.control_bar.is_settled)
    beach.press(Qt.Key.Key_Space)
    beach.wait(lambda: beach.run.epoch == 30)
    beach.wait_for(Phase.FINISHED)
    assert_same(beach.run, walk(fresh(beach), 30))


def test_that_settings_that_need_a_reset_are_locked_and_say_why(beach) -> None:
    beach.press(Qt.Key.Key_Right)
    beach.wait_for(Phase.PAUSED)
    frozen = ("network.hidden", "network.initializer", "network.seed", "training.optimizer", "training.batch_size")
    for path in frozen:
        editor = beach.setting(path)
        assert not editor.isEnabled(), path
        assert "Reset the run to change this" in editor.toolTip(), path
    for path in ("training.learning_rate", "training.max_epochs", "training.stopping.enabled"):
        assert beach.setting(path).isEnabled(), path
    target = beach.window.experiment.data.target.editor
    assert not target.isEnabled()
    assert "Reset the run" in target.toolTip()
    before = beach.run.config
    batch_size = beach.setting("training.batch_size")
    beach.click(batch_size)
    beach.type("7")
    assert beach.run.config == before
    beach.click(beach.window.control_bar.reset)
    beach.wait_for(Phase.READY)
    assert batch_size.isEnabled()
    assert "Reset the run" not in batch_size.toolTip()
