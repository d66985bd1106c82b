"""Columns with signs in their names that markup has, too."""

from __future__ import annotations

from helpers.paths import TESTS
from mlp_gui.session.training.phase import Phase


def test_that_the_fit_plot_names_its_target_as_the_file_does(person) -> None:
    person.drop(person.window, TESTS / "data" / "cases" / "names" / "less_than.csv")
    person.wait_ready()
    assert person.program.session.data.spec.targets == ("T<5 cm",)
    person.run.step_epochs(30)
    person.wait(lambda: person.run.epoch == 30)
    person.wait_for(Phase.PAUSED)
    axis = person.window.predicted_vs_true_plot.points.bottom
    person.wait(lambda: axis.label.toPlainText() == "true T<5 cm")
