"""The reasons of the proposed configuration, as the window shows them."""

from __future__ import annotations


def test_that_the_window_shows_the_reasons_and_takes_them_back(person) -> None:
    person.program.open_sample("iris")
    person.wait_ready()
    panel = person.window.experiment
    person.open_step(panel.training_step)
    assert panel.training_reasons.isVisible()
    assert "Batches of 32: 4 updates in an epoch of 105 training rows." in panel.training_reasons.details.text()
    person.fill(person.setting("training.batch_size"), "9")
    person.settle()
    assert "Batches of" not in panel.training_reasons.details.text()
