"""The side bar tells the story in four steps that fold, summarise and say what is missing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from helpers.settling import turns
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.samples.loader import read_sample, sample_spec
from mlp_gui.engine.network.activations import Sigmoid, Tanh
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, TrainingConfig
from mlp_gui.engine.training.stopping_config import StoppingConfig
from mlp_gui.export.registry import formats
from mlp_gui.views.training.experiment_panel import ExperimentPanel, activations, training_summary

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def busan():
    table = read_sample("busan_beach")
    return prepare(table, sample_spec("busan_beach", table))


@pytest.fixture
def panel(qtbot, busan):
    made = ExperimentPanel()
    qtbot.addWidget(made)
    made.emitted = []
    made.config_edited.connect(made.emitted.append)
    made.data.show_table(busan.table)
    made.data.show_spec(busan.spec)
    made.data.show_prepared(busan, None)
    made.show_ready(True)
    made.show_exportable(None)
    made.resize(320, 760)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def test_that_a_step_that_is_not_possible_says_what_is_missing(qtbot) -> None:
    panel = ExperimentPanel()
    qtbot.addWidget(panel)
    panel.show()
    for step in (panel.network_step, panel.training_step, panel.export_step):
        assert step.summary.text() == "Open a table and choose a target first."
        qtbot.mouseClick(step.header, LEFT)
        assert not step.content.isVisible()
    panel.close()


def test_that_a_step_folds_to_its_summary_by_click_and_by_key(panel, qtbot) -> None:
    step = panel.data_step
    assert step.content.isVisible()
    qtbot.mouseClick(step.header, LEFT)
    assert not step.content.isVisible()
    assert "13 inputs, target tetx_coppml" in step.summary.text()
    assert step.summary.isVisible()
    step.header.setFocus()
    qtbot.keyClick(step.header, Qt.Key.Key_Space)
    assert step.content.isVisible()
    assert panel.open_steps() == [1]


def test_that_the_summaries_tell_the_set_up_at_a_glance(panel) -> None:
    panel.show_config(
        RunConfig(
            NetworkConfig(hidden=(LayerConfig(10, Sigmoid()), LayerConfig(5, Sigmoid()))),
            TrainingConfig(optimizer=SGD(), learning_rate=0.001, batch_size=32, stopping=StoppingConfig(patience=50)),
        )
    )
    panel.show_shape("13 – 10 – 5 – 1 · 201 weights")
    assert panel.network_step.summary.text() == "13 – 10 – 5 – 1 · 201 weights\nSigmoid"
    assert (
        panel.training_step.summary.text()
        == "SGD 0.001, batch 32\nat most 1,000 epochs, stops after 50 epochs without improvement"
    )


def test_that_summaries_fit_networks_of_every_shape() -> None:
    assert activations(NetworkConfig(hidden=())) == "No hidden layer"
    mixed = NetworkConfig(hidden=(LayerConfig(3, Tanh()), LayerConfig(2, Sigmoid())))
    assert activations(mixed) == "Tanh, Sigmoid"
    assert "stop" not in training_summary(TrainingConfig(stopping=StoppingConfig(enabled=False)))


def test_that_edits_in_both_forms_meet_in_one_config(panel, qtbot) -> None:
    qtbot.mouseClick(panel.network_step.header, LEFT)
    qtbot.mouseClick(panel.training_step.header, LEFT)
    seed = panel.network.editor("seed")
    seed.setFocus()
    qtbot.keyClick(seed, Qt.Key.Key_Up)
    rate = panel.training.editor("learning_rate")
    rate.setFocus()
    qtbot.keyClick(rate, Qt.Key.Key_Up)
    assert panel.emitted[-1] == RunConfig(NetworkConfig(seed=1), TrainingConfig(learning_rate=0.002))


def test_that_a_started_run_keeps_only_live_settings_open(panel) -> None:
    panel.set_locked("live_only")
    assert panel.training.editor("learning_rate").isEnabled()
    assert panel.training.editor("stopping.patience").isEnabled()
    assert not panel.training.editor("batch_size").isEnabled()
    assert not panel.network.editor("hidden").isEnabled()
    assert not panel.data.target.editor.isEnabled()
    assert "it shapes the network" in panel.network.editor("seed").toolTip()


def test_that_every_export_format_has_a_button(panel, qtbot) -> None:
    qtbot.mouseClick(panel.export_step.header, LEFT)
    asked = []
    panel.export_requested.connect(asked.append)
    assert set(panel.export_panel.buttons) == set(formats.names())
    for button in panel.export_panel.buttons.values():
        qtbot.mouseClick(button, LEFT)
    assert asked == list(panel.export_panel.buttons)
    panel.show_exportable("The network has not been trained yet.")
    assert not any(button.isEnabled() for button in panel.export_panel.buttons.values())
    assert all("not been trained" in button.toolTip() for button in panel.export_panel.buttons.values())


def test_that_the_take_away_step_is_opened_and_brought_into_view(panel, qtbot) -> None:
    panel.set_open_steps([1, 2, 3])
    panel.open_export_panel()
    first = next(iter(panel.export_panel.buttons.values()))
    qtbot.waitUntil(first.hasFocus, timeout=20_000)
    assert not first.visibleRegion().isEmpty()


def test_that_the_content_keeps_its_width_when_the_scroll_bar_has_work(panel, qtbot) -> None:
    width = panel.side_bar.viewport().width()
    panel.set_open_steps([1, 2, 3, 4])
    qtbot.waitUntil(lambda: panel.side_bar.verticalScrollBar().maximum() > 0)
    turns(qtbot)
    assert panel.side_bar.viewport().width() == width
    assert panel.side_bar.verticalScrollBar().maximum() > 0
