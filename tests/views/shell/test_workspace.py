"""The workspace: plots are made when they come to the front, move between places, and layouts remember."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from mlp_gui.core.dataset import Task
from mlp_gui.views.shell.tab_strip import MIME
from mlp_gui.views.shell.workspace import Workspace
from mlp_gui.views.shell.workspace_layouts import LAYOUTS, PLACES
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import LIGHT


@pytest.fixture
def workspace(qtbot):
    made = Workspace(QLabel("scores"))
    qtbot.addWidget(made)
    made.resize(960, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def visible(workspace):
    return {plot.name for plot in workspace.existing_plots() if plot.isVisible()}


def test_that_only_the_plots_in_front_are_made_and_seen(workspace):
    assert visible(workspace) == {"loss", "fit", "weights", "gradients"}
    assert {plot.name for plot in workspace.existing_plots()} == visible(workspace)


def test_that_another_layout_makes_no_plot_that_was_never_in_front(workspace):
    seen = visible(workspace)
    for layout in LAYOUTS:
        workspace.show_layout(layout.name)
        seen |= visible(workspace)
    workspace.restore(workspace.state())
    assert {plot.name for plot in workspace.existing_plots()} == seen


def test_that_a_tab_brings_its_plot_to_the_front(workspace, qtbot):
    strip = workspace.panels["top_left"].strip
    at = strip.tabs.names().index("curves")
    qtbot.mouseClick(strip.tabs, Qt.MouseButton.LeftButton, pos=strip.tabs.tabRect(at).center())
    assert visible(workspace) == {"curves", "fit", "weights", "gradients"}
    assert strip.isVisible()
    assert strip.window() is workspace.window()


def test_that_opening_moves_a_plot_and_closing_hides_the_empty_place(workspace):
    workspace.open_at("bottom_left", "loss")
    assert workspace.panel_name_of("loss") == "bottom_left"
    assert "loss" in visible(workspace)
    for name in list(workspace.panels["top_right"].names):
        workspace.close_plot(name)
    assert workspace.panels["top_right"].isHidden()
    workspace.open("fit")
    assert workspace.panel_name_of("fit") == "top_right"
    assert "fit" in visible(workspace)


def test_that_dropping_a_dragged_tab_moves_its_plot(workspace):
    data = QMimeData()
    data.setData(MIME, b"weights")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    workspace.panels["top_right"].dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, data, buttons, keys))
    assert workspace.panel_name_of("weights") == "top_right"
    assert "weights" in visible(workspace)


def test_that_tabs_suit_the_task(workspace):
    workspace.show_layout("evaluate")
    workspace.show_task(Task.BINARY)
    assert visible(workspace) == {"fit", "roc", "probabilities", "calibration"}
    workspace.show_task(Task.REGRESSION)
    assert visible(workspace) == {"fit", "residuals", "errors", "series"}
    assert not {"roc", "calibration"} & {k.name for k in workspace.plot_types()}


@pytest.mark.parametrize("layout", [one.name for one in LAYOUTS])
def test_that_every_layout_shows_something_for_every_task(workspace, layout):
    for task in Task:
        workspace.show_task(task)
        workspace.show_layout(layout)
        assert len(visible(workspace)) == sum(1 for names in workspace.layout_.tabs.values() if names)
        assert workspace.scores.isVisible() == workspace.layout_.scores


def test_that_a_layout_remembers_its_changes_and_can_be_reset(workspace):
    workspace.open("network")
    workspace.show_layout("evaluate")
    workspace.show_layout("training")
    assert "network" in visible(workspace)
    workspace.reset_layout()
    assert visible(workspace) == {"loss", "fit", "weights", "gradients"}


def test_that_the_state_survives_a_restart_and_rubbish_does_not_break_it(workspace, qtbot):
    workspace.open_at("top_left", "strip")
    workspace.show_scores(False)
    state = workspace.state()
    again = Workspace(QLabel())
    qtbot.addWidget(again)
    again.restore(state)
    assert again.panel_name_of("strip") == "top_left"
    assert again.panels["top_left"].current == "strip"
    assert not again.scores_shown
    for rubbish in ("", "{}", "[1]", json.dumps({"layout": 3, "changed": {"training": {"tabs": {"top_left": ["x"]}}}})):
        again.restore(rubbish)
        assert all(again.panels[name].isEnabled() for name in PLACES)


def test_that_maximising_hides_all_others_and_comes_back(workspace):
    plot = workspace.plot("fit")
    plot.maximise_action.trigger()
    assert visible(workspace) == {"fit"}
    assert not workspace.scores.isVisible()
    plot.maximise_action.trigger()
    assert visible(workspace) == {"loss", "fit", "weights", "gradients"}


def test_that_a_presentation_shows_only_what_it_was_told_to(workspace):
    before = workspace.front_plots()
    workspace.show_only(["loss", "network"])
    assert visible(workspace) == {"loss", "network"}
    workspace.show_only(before)
    assert set(before) <= visible(workspace) | {"gradients"}


def test_that_the_menu_of_a_place_offers_the_other_plots(workspace, qtbot):
    workspace.show_task(Task.REGRESSION)
    place = workspace.panels["top_left"]
    place.add_requested.emit(QPoint(0, 0))
    menu = QApplication.activePopupWidget()
    texts = [a.text() for a in menu.actions()]
    assert "Residuals" in texts
    assert "ROC and precision-recall" not in texts
    next(a for a in menu.actions() if a.text() == "Residuals").trigger()
    menu.close()
    assert place.current == "residuals"


def test_that_large_text_has_fewer_panes_and_tabs_for_the_plots_behind(workspace, qtbot, qapp):
    workspace.resize(880, 420)
    state, before = json.loads(workspace.state()), visible(workspace)
    try:
        style.apply(qapp, LIGHT, 1.5)
        qtbot.waitUntil(lambda: visible(workspace) == {"loss", "fit"})
        assert all(workspace.plot(name).height() > 300 for name in ("loss", "fit"))
        tabs = workspace.panels["top_left"].strip.tabs
        assert tabs.names() == ["loss", "curves", "runs", "weights", "layers"]
        at = tabs.tabRect(tabs.names().index("weights")).center()
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=at)
        assert visible(workspace) == {"weights", "fit"}
        loss, weights = workspace.panels["top_left"].strip.tabs, workspace.panels["bottom_left"].strip.tabs
        assert weights.names() == loss.names()
        assert weights.tabData(weights.currentIndex()) == "weights"
        assert weights.hasFocus()
        assert workspace.plot("weights").mapTo(workspace, QPoint()).y() == 0
        weights.setCurrentIndex(0)
        assert visible(workspace) == {"loss", "fit"}
    finally:
        style.apply(qapp, LIGHT)
    qtbot.waitUntil(lambda: visible(workspace) == before)
    assert json.loads(workspace.state())["changed"]["training"]["tabs"] == state["changed"]["training"]["tabs"]
    rows = [kept["changed"]["training"]["sizes"]["rows"] for kept in (state, json.loads(workspace.state()))]
    assert rows[0] == pytest.approx(rows[1], abs=12)


def test_that_very_large_text_has_a_single_pane_for_all_plots(workspace, qtbot, qapp):
    workspace.resize(700, 420)
    try:
        style.apply(qapp, LIGHT, 2.0)
        qtbot.waitUntil(lambda: visible(workspace) == {"loss"})
        names = workspace.panels["top_left"].strip.tabs.names()
        assert {"loss", "fit", "weights", "gradients"} <= set(names)
        workspace.open("gradients")
        assert visible(workspace) == {"gradients"}
    finally:
        style.apply(qapp, LIGHT)
    qtbot.waitUntil(lambda: visible(workspace) == {"loss", "fit", "weights", "gradients"})
