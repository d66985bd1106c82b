"""The training doctor in the real window: it speaks after early stopping, and each cure is one click and one undo."""

from __future__ import annotations

import numpy as np
import pandas as pd
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.session.training.phase import Phase


def train(person) -> None:
    person.window.control_bar.train_requested.emit()
    person.wait_for(Phase.FINISHED)
    person.wait(lambda: person.program.session.judge.assessment is not None)
    person.settle()


def press(person, offer: str) -> None:
    """Open the doctor's card and take what it offers."""
    button = person.window.status.diagnostics_button
    person.wait(button.isVisible)
    person.click(button)
    offers = {b.text(): b for b in button.card.buttons}
    assert offer in offers
    QTest.mouseClick(offers[offer], Qt.MouseButton.LeftButton)
    person.settle()
    person.wait_ready()


def test_that_the_doctor_says_that_the_tutorials_run_is_no_better_than_the_mean(shared_person) -> None:
    person = shared_person
    person.program.session.project.discard_unsaved()
    person.program.open_preset("tutorial")
    person.wait_ready()
    train(person)
    assert person.window.status.diagnostics_button.text().strip().startswith("It is no better than the mean")
    before = person.run.config
    press(person, "Use the proposed settings")
    assert person.run.config != before
    person.program.session.undo_stack.undo()
    person.wait_ready()
    assert person.run.config == before


def test_that_lost_rows_and_few_validation_rows_are_cured_by_a_click_each(shared_person, tmp_path) -> None:
    person = shared_person
    rng = np.random.default_rng(0)
    x = rng.normal(size=(90, 2))
    frame = pd.DataFrame({"a": x[:, 0], "b": x[:, 1], "y": x[:, 0] - x[:, 1] + 0.1 * rng.normal(size=90)}).round(3)
    frame.loc[::4, "b"] = np.nan
    frame.to_csv(tmp_path / "gaps.csv", index=False)
    person.program.session.project.discard_unsaved()
    person.program.open(str(tmp_path / "gaps.csv"))
    person.wait_ready()
    desk = person.program.session.data
    dropping = desk.spec.with_columns(desk.spec.column("b").replace(missing="drop"))
    desk.set_spec(dropping)
    person.wait_ready()
    assert desk.prepared.ledger.n_used == 67
    press(person, "Fill the gaps and keep the rows (begins a new run)")
    assert desk.prepared.ledger.n_used == 90
    filled = desk.spec
    train(person)
    assert len(person.run.dataset.validation) == 13
    press(person, "Validate with 22 % of the rows (begins a new run)")
    assert len(person.run.dataset.validation) == 20
    desk.undo()
    person.wait_ready()
    assert desk.spec == filled
    desk.undo()
    person.wait_ready()
    assert desk.spec == dropping


def test_that_the_doctor_knows_the_lottery_of_seeds_and_its_cure_is_a_click(shared_person, tmp_path) -> None:
    """Two units seldom solve XOR: the seed decides."""
    person = shared_person
    person.program.session.project.discard_unsaved()
    person.program.open("sample:xor")
    person.wait_ready()
    run, undo = person.run, person.program.session.undo_stack
    layers = tuple(layer.replace(units=2) for layer in run.config.network.hidden[:1])
    network = run.config.network.replace(hidden=layers)
    training = run.config.training.replace(max_epochs=60)

    def lowest(seed: int) -> float:
        config = run.config.replace(network=network.replace(seed=seed), training=training)
        return min(report.validation_loss for report in Trainer(config, run.dataset).epochs())

    losses = {seed: lowest(seed) for seed in range(6)}
    lucky, unlucky = min(losses, key=losses.__getitem__), max(losses, key=losses.__getitem__)
    assert losses[unlucky] > 1.3 * losses[lucky]
    for seed in (lucky, unlucky):
        config = run.config.replace(network=network.replace(seed=seed), training=training)
        undo.set_config_anew(config)
        person.wait(lambda config=config: run.config == config)
        person.wait_ready()
        train(person)
        person.wait_idle()
    number = person.program.session.runs.current - 1
    press(person, f"Use the seed of run {number} (begins a new run)")
    assert run.config.network.seed == lucky
    undo.undo()
    person.wait_ready()
    assert run.config.network.seed == unlucky
