"""The help: complete, true to the program, and F1 finds the page about what is meant."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor

from mlp_gui.app.controllers.application.help import TOPICS, help_topic
from mlp_gui.core.resources import resource
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.views.forms import help_pages, tooltips
from mlp_gui.views.plots import all_plots
from mlp_gui.views.shell.help import HelpWindow, plots_page, settings_page, show_help

SETTINGS = help_pages.declared_settings(RunConfig)


@pytest.mark.parametrize("label", SETTINGS)
def test_that_every_setting_says_what_it_is_and_when_to_change_it(label: str) -> None:
    assert SETTINGS[label].help
    assert len(help_pages.advice(label)) > 20
    assert help_pages.advice(label).replace("*", "").split(".")[0] in tooltips.setting_tooltip(SETTINGS[label]).replace(
        "&#x27;", "'"
    )


def test_that_the_page_of_settings_has_no_setting_that_is_gone() -> None:
    assert set(help_pages.sections("settings")) - {""} == set(SETTINGS)
    assert all(f"## {label}\n" in settings_page() for label in SETTINGS)


def test_that_the_page_of_plots_has_every_plot_and_none_that_is_gone() -> None:
    kinds = {kind.label for kind in all_plots()}
    assert set(help_pages.sections("plots")) - {"", "Scores"} <= kinds
    assert all(f"## {label}\n" in plots_page() for label in kinds)


@pytest.mark.parametrize("where", [*TOPICS.values(), ("hood", "Forward")])
def test_that_every_topic_leads_to_a_heading(where: tuple[str, str]) -> None:
    page, section = where
    assert section in help_pages.sections(page)


def test_that_the_help_needs_no_network() -> None:
    for path in resource("help").glob("*.md"):
        assert not re.search(r"https?://|!\[", path.read_text(encoding="utf-8")), path.name


def test_that_the_names_of_other_programs_are_those_of_scikit_learn() -> None:
    """The scikit-learn names that settings claim are parameters of its networks, or of its other classifiers."""
    neural, linear = (pytest.importorskip(f"sklearn.{name}") for name in ("neural_network", "linear_model"))
    known = neural.MLPRegressor().get_params() | linear.LogisticRegression().get_params()
    claimed = []
    for p in SETTINGS.values():
        claimed += re.findall(r"scikit-learn (\w+)", p.also_called)
    assert len(claimed) >= 8
    assert set(claimed) - {"and"} <= set(known)


def test_that_a_page_turns_to_its_section(person) -> None:
    window = show_help(person.window, "settings", "Dropout")
    person.settle()
    assert window.section() == "Dropout"
    assert 0 <= window.text.cursorRect().top() < 40
    assert show_help(person.window, "plots", "Weights") is window
    person.settle()
    assert window.section() == "Weights"
    window.close()


def f1(person, widget) -> HelpWindow:
    person.reveal(widget)
    person.settle()
    QCursor.setPos(widget.mapToGlobal(widget.rect().center()))
    person.press(Qt.Key.Key_F1)
    return person.window.findChild(HelpWindow)


def test_that_f1_is_about_what_lies_under_the_pointer(person) -> None:
    person.program.open_sample("iris")
    person.wait_ready()
    field = person.setting("training.learning_rate")
    window = f1(person, field)
    assert window.section() == "Learning rate"
    window.close()
    person.settle()
    window = f1(person, person.window.loss_plot.header)
    assert window.section() == "Loss"
    window.close()


def test_that_everything_in_the_window_has_a_topic(person) -> None:
    window = person.window
    expected = {
        window.experiment.data: "Data",
        window.experiment.export_panel: "Export",
        window.experiment.network_step.header: "Network",
        window.control_bar.primary: "Control bar",
        window.scores.table: "Scores",
        window.gradients_plot: "Gradients",
        window.experiment.training.editor("stopping.patience"): "Patience",
    }
    for widget, section in expected.items():
        found = help_topic(widget)
        assert found is not None
        assert found[1] == section
        assert section in help_pages.sections(found[0])
