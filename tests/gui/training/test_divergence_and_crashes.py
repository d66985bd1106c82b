"""When a run diverges or the program itself fails, the window says so plainly and goes on."""

from __future__ import annotations

import logging

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mlp_gui.engine.training.config import LayerConfig
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.widgets.error_box import ErrorBox

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


@pytest.fixture
def diverged(person):
    """The tutorial with a learning rate of a million: plain gradient descent explodes."""
    person.menu("File", "Tutorial: ANN in numpy")
    person.come_forward()
    person.wait_ready()
    person.fill(person.setting("training.learning_rate"), "1e6")
    person.wait_ready()
    person.window.setFocus()
    person.click(person.window.control_bar.primary)
    person.wait_for(Phase.FAILED)
    return person


def test_that_a_run_that_diverges_says_at_which_epoch_and_what_to_try(diverged) -> None:
    sentence = diverged.sentence()
    epoch = diverged.run.stopped.epoch
    assert f"epoch {epoch}" in sentence
    assert "diverged" in sentence.lower()
    assert "learning rate" in sentence
    assert diverged.window.control_bar.state.text() == "Failed"
    assert np.isfinite(diverged.run.displayed.theta).all()


def test_that_the_plots_stay_usable_after_a_divergence(diverged) -> None:
    for plot in diverged.window.plots:
        assert plot.isVisible()
        assert not plot.grab().isNull()
        QTest.mouseMove(plot, QPoint(plot.width() // 2, plot.height() // 2))
        QApplication.processEvents()


def test_that_lowering_the_rate_goes_on_from_the_last_finite_weights(diverged) -> None:
    finite, epoch = diverged.run.weights.last.theta.copy(), diverged.run.epoch
    diverged.fill(diverged.setting("training.learning_rate"), "1e-4")
    diverged.wait(lambda: diverged.run.config.training.learning_rate == 1e-4)
    diverged.window.setFocus()
    np.testing.assert_array_equal(diverged.run.weights.last.theta, finite)
    diverged.press(Qt.Key.Key_Right)
    diverged.wait(lambda: diverged.run.epoch == epoch + 1)
    diverged.wait_for(Phase.PAUSED)
    assert np.isfinite(diverged.run.history[-1].train_loss)
    assert diverged.run.history[-1].learning_rate == 1e-4


def test_that_a_reset_leads_out_of_a_divergence(diverged) -> None:
    diverged.click(diverged.window.control_bar.reset)
    diverged.wait_for(Phase.READY)
    assert len(diverged.run.history) == 0


def test_that_an_exception_in_a_slot_is_a_plain_sentence_and_a_log_entry(fresh_person, tmp_path) -> None:
    person = fresh_person  # whose program has put itself in the place of pytest-qt, which takes what slots raise

    def broken() -> None:
        raise ZeroDivisionError("a slot that fails")

    QTimer.singleShot(0, broken)
    box = person.dialog(ErrorBox)
    assert box.title.text() == "Something in the program went wrong."
    assert not box.details.isVisible()
    person.click(box.unfold)
    person.wait(box.details.isVisible)
    assert "a slot that fails" in box.details.toPlainText()
    assert person.crashes.pop().count("ZeroDivisionError")
    said = " ".join(label.text() for label in box.sentences)
    person.read_error()
    for handler in logging.getLogger("mlp_gui").handlers:
        handler.flush()
    log = next(tmp_path.rglob("mlp_gui.log"))
    assert "ZeroDivisionError: a slot that fails" in log.read_text(encoding="utf-8")
    assert str(log) in said
    person.click(person.window.welcome.cards["iris"])
    person.wait_ready()


def test_that_a_crash_in_the_worker_is_shown_and_the_run_can_be_reset(person, monkeypatch) -> None:
    from mlp_gui.engine.training.trainer import Trainer

    person.click(person.window.welcome.cards["xor"])
    person.wait_ready()

    def broken(*_: object) -> None:
        raise MemoryError("the engine fails")

    monkeypatch.setattr(Trainer, "advance", broken)
    person.click(person.window.control_bar.primary)
    assert person.read_error() == "Something in the program went wrong."
    assert "MemoryError" in person.crashes.pop()
    assert person.run.phase is not Phase.RUNNING
    monkeypatch.undo()
    person.press(Qt.Key.Key_Right)
    person.wait(lambda: person.run.epoch >= 1)
    person.wait_for(Phase.PAUSED)


def test_that_a_network_too_large_for_the_memory_leaves_its_form_open_and_a_smaller_one_trains(person) -> None:
    person.click(person.window.welcome.cards["iris"])
    person.wait_ready()
    small, undo = person.run.config, person.program.session.undo_stack
    large = small.network.replace(hidden=(LayerConfig(100_000), LayerConfig(100_000)))
    undo.set_config(small.replace(network=large))
    box = person.dialog(ErrorBox)
    assert "GB are free" in box.sentences[0].text()
    person.press(Qt.Key.Key_Escape)
    bar, steps = person.window.control_bar, person.window.experiment.side_bar.steps
    assert "too large for the memory" in person.sentence()
    assert (bar.state.text(), bar.primary.isEnabled(), steps[1].header.isEnabled()) == ("Not built", False, True)
    assert "too large for the memory" in bar.primary.toolTip()
    undo.set_config(small)
    person.wait_ready()
    assert (bar.state.text(), bar.primary.isEnabled()) == ("Ready", True)
    person.run.step_epochs(3)
    person.wait(lambda: person.run.epoch == 3)
    person.wait_for(Phase.PAUSED)
