"""Step 2 offers the network that predicts best and a small one to look into, each with its reason."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt

from helpers.person import Person
from mlp_gui.engine.network.network import Network

CONTROL = Qt.KeyboardModifier.ControlModifier


def units(person: Person) -> list[int]:
    return [layer.units for layer in person.run.config.network.hidden]


def test_that_a_small_network_is_one_click_and_one_undo_away(shared_person: Person) -> None:
    person, window = shared_person, shared_person.window
    person.program.open("sample:iris")
    person.wait_ready()
    panel = window.experiment
    person.open_step(panel.network_step)
    buttons = panel.network_size.buttons
    assert units(person) == [64, 64]
    assert buttons["accurate"].isChecked()
    person.click(buttons["small"])
    person.wait(lambda: units(person) == [8])
    person.wait_ready()
    assert buttons["small"].isChecked()
    assert not buttons["accurate"].isChecked()
    config, dataset = person.run.config, person.run.dataset
    made = Network.from_config(config.network, config.training.loss, dataset.n_features, dataset.n_outputs)
    assert f"8 units, {made.n_parameters} weights" in buttons["small"].accessibleDescription()
    window.setFocus()
    person.press(Qt.Key.Key_Z, CONTROL)
    person.wait(lambda: units(person) == [64, 64])
    person.wait_ready()
    assert buttons["accurate"].isChecked()
    person.menu("Train", "One epoch")
    person.wait(lambda: person.run.epoch == 1)
    person.wait(lambda: not buttons["small"].isEnabled())
    assert "Reset the run" in buttons["small"].toolTip()


def test_that_layers_of_a_persons_own_check_neither(shared_person: Person) -> None:
    person = shared_person
    person.click(person.window.control_bar.reset)
    person.wait_ready()
    config = person.run.config
    layers = (config.network.hidden[0].replace(units=20),)
    person.window.experiment.config_edited.emit(config.replace(network=config.network.replace(hidden=layers)))
    person.wait(lambda: units(person) == [20])
    buttons = person.window.experiment.network_size.buttons
    person.wait(lambda: not any(button.isChecked() for button in buttons.values()))


def test_that_pieces_go_and_come_with_the_size_of_the_network(shared_person: Person, tmp_path: Path) -> None:
    person, rng = shared_person, np.random.default_rng(0)
    path = tmp_path / "plant.csv"
    path.write_text("load,heat\n" + "".join(f"{x},{x * x}\n" for x in rng.normal(size=3000)), encoding="utf-8")
    person.program.session.project.discard_unsaved()
    person.program.open(str(path))
    person.wait_ready()
    buttons = person.window.experiment.network_size.buttons
    person.open_step(person.window.experiment.network_step)

    def shown() -> tuple[list[int], int, list[str]]:
        person.wait_ready()
        dataset = person.run.dataset
        assert dataset is not None
        return units(person), dataset.n_features, [name for name, button in buttons.items() if button.isChecked()]

    assert shown() == ([64, 64], 17, ["accurate"])
    person.click(buttons["small"])
    assert shown() == ([8], 1, ["small"])
    assert "numbers in 16 pieces" in buttons["accurate"].accessibleDescription()
    person.window.setFocus()
    person.press(Qt.Key.Key_Z, CONTROL)
    assert shown() == ([64, 64], 17, ["accurate"])
    person.program.session.undo_stack.redo()
    assert shown() == ([8], 1, ["small"])
    person.click(buttons["accurate"])
    assert shown() == ([64, 64], 17, ["accurate"])
