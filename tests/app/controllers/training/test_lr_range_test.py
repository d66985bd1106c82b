"""The learning-rate range test: asked for in the menu, taken with a click, and the run is not touched by looking."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from helpers.person import Person
from mlp_gui.core.number_format import format_setting
from mlp_gui.engine.training.lr_range_test import lr_range_test
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.training.lr_range_dialog import LRRangeDialog, rounded

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


def test_that_the_suggested_rate_is_taken_with_a_click(person: Person) -> None:
    person.program.open_sample("sine")
    person.wait_ready()
    before = person.run.config.training.learning_rate
    expected = lr_range_test(person.run.config, person.run.dataset)
    person.menu("Train", "Find a learning rate…")
    dialog = person.dialog(LRRangeDialog)
    x, y = dialog.curve.getOriginalDataset()
    assert list(x) == list(expected.rates)
    assert list(y) == list(expected.losses)
    assert dialog.take.text() == f"Use {format_setting(rounded(expected.suggestion))}"
    axis = dialog.curve.getViewBox().parentItem().getAxis("bottom")
    written = axis.tickStrings(axis.tick_values(), 1.0, 1.0)
    assert {"10⁻⁵", "0.01"} <= set(written)  # as on every other logarithmic axis
    assert person.run.config.training.learning_rate == before
    person.click(dialog.take)
    person.wait(person.no_dialog)
    assert person.run.config.training.learning_rate == rounded(expected.suggestion)


def test_that_looking_for_a_rate_leaves_a_paused_run_as_it_is(person: Person) -> None:
    person.program.open_sample("sine")
    person.wait_ready()
    person.press(Qt.Key.Key_Right)
    person.wait_for(Phase.PAUSED)
    theta = person.run.weights.last.theta.copy()
    person.menu("Train", "Find a learning rate…")
    dialog = person.dialog(LRRangeDialog)
    dialog.reject()
    person.wait(person.no_dialog)
    assert (person.run.weights.last.theta == theta).all()
    assert person.run.epoch == 1
