"""The list of hidden layers: add, remove, reorder, and edit each layer in its line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from mlp_gui.engine.network.activations import Sigmoid, Tanh, activations
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig
from mlp_gui.views.forms.config_form import ConfigForm

LEFT = Qt.MouseButton.LeftButton
THREE = (LayerConfig(10, Tanh()), LayerConfig(5, Sigmoid()), LayerConfig(2, Tanh()))


class Layers:
    def __init__(self, qtbot) -> None:
        self.qtbot, self.emitted = qtbot, []
        self.form = ConfigForm(NetworkConfig)
        qtbot.addWidget(self.form)
        self.form.show_config(NetworkConfig(hidden=THREE))
        self.form.config_edited.connect(lambda config: self.emitted.append(config.hidden))
        self.form.resize(320, 500)
        with self.qtbot.waitExposed(self.form):
            self.form.show()

    @property
    def list(self):
        return self.form.editor("hidden")

    def press(self, button) -> None:
        self.qtbot.mouseClick(button, LEFT)


@pytest.fixture
def layers(qtbot):
    made = Layers(qtbot)
    yield made
    made.form.close()


def test_that_a_layer_is_added_like_the_last_one(layers) -> None:
    layers.press(layers.list.add_button)
    assert layers.emitted == [(*THREE, LayerConfig(2, Tanh()))]
    assert len(layers.list.rows()) == 4
    assert QApplication.focusWidget() is layers.list.rows()[3].count_editor


def test_that_tab_goes_from_layer_to_layer(layers) -> None:
    layers.press(layers.list.add_button)
    field = layers.list.rows()[2].count_editor
    field.setFocus()
    met = []
    for _ in range(7):
        met.append(QApplication.focusWidget())
        layers.qtbot.keyClick(met[-1], Qt.Key.Key_Tab)
    third, fourth = layers.list.rows()[2:]
    wanted = [third.count_editor, third.member_editor, third.up, third.down, third.remove, fourth.count_editor]
    assert met[:6] == wanted


def test_that_a_layer_is_removed(layers) -> None:
    layers.press(layers.list.rows()[1].remove)
    assert layers.emitted == [(THREE[0], THREE[2])]


def test_that_all_layers_may_go(layers) -> None:
    for _ in range(3):
        layers.press(layers.list.rows()[0].remove)
    assert layers.emitted[-1] == ()
    layers.press(layers.list.add_button)
    assert layers.emitted[-1] == (LayerConfig(),)


def test_that_layers_are_reordered_by_button_and_by_key(layers) -> None:
    layers.press(layers.list.rows()[0].down)
    assert layers.emitted[-1] == (THREE[1], THREE[0], THREE[2])
    field = layers.list.rows()[2].count_editor
    field.setFocus()
    layers.qtbot.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert layers.emitted[-1] == (THREE[1], THREE[2], THREE[0])
    assert QApplication.focusWidget() is layers.list.rows()[1].count_editor


def test_that_the_ends_cannot_be_moved_further(layers) -> None:
    rows = layers.list.rows()
    assert [row.up.isEnabled() for row in rows] == [False, True, True]
    assert [row.down.isEnabled() for row in rows] == [True, True, False]


def test_that_units_are_typed_and_stepped(layers) -> None:
    field = layers.list.rows()[0].count_editor
    layers.qtbot.mouseClick(field, LEFT, pos=QPoint(8, 8))
    field.selectAll()
    layers.qtbot.keyClicks(field, "64")
    layers.qtbot.keyClick(field, Qt.Key.Key_Return)
    layers.qtbot.keyClick(field, Qt.Key.Key_Up)
    assert [hidden[0].units for hidden in layers.emitted] == [64, 65]


def test_that_zero_units_are_refused_in_words(layers) -> None:
    field = layers.list.rows()[0].count_editor
    layers.qtbot.mouseClick(field, LEFT, pos=QPoint(8, 8))
    field.selectAll()
    layers.qtbot.keyClicks(field, "0")
    layers.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert layers.emitted == []
    assert "at least 1" in layers.form.row("hidden").problem.text()


def test_that_an_activation_is_chosen_for_one_layer_only(layers) -> None:
    combo = layers.list.rows()[1].member_editor
    combo.setFocus()
    layers.qtbot.keyClick(combo, Qt.Key.Key_Home)
    first = activations[activations.names()[0]]
    assert layers.emitted == [(THREE[0], LayerConfig(5, first()), THREE[2])]


@pytest.mark.parametrize("member", [m for m in activations], ids=lambda m: m.name)  # noqa: C416 (a registry is no list)
def test_that_every_activation_can_be_shown(member, layers) -> None:
    layers.form.show_config(NetworkConfig(hidden=(LayerConfig(4, member()),)))
    assert layers.list.rows()[0].member_editor.value() == member.name
    assert layers.emitted == []


def test_that_a_screen_reader_hears_which_layer_a_control_belongs_to(layers) -> None:
    row = layers.list.rows()[1]
    names = [w.accessibleName() for w in (row.count_editor, row.member_editor, row.up, row.down, row.remove)]
    assert all("layer 2" in name for name in names)


def test_that_the_shape_of_the_network_is_shown_with_the_list(layers) -> None:
    layers.list.show_shape("13 – 10 – 5 – 2 – 1 · 213 weights")
    assert layers.list.shape.isVisible()
    assert layers.list.shape.text().startswith("13 – 10")
