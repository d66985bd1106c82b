"""Leaks in the real window: named before the first epoch, cured by one click, taken back by one undo."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtWidgets import QPushButton

from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.data.preprocessing.spec import DataSpec


@pytest.fixture
def gauges(tmp_path: Path) -> Path:
    """Ten gauges in an order of their own, with a column that holds the flow of the next row."""
    rng = np.random.default_rng(3)
    gauge = rng.integers(0, 10, 300)
    flow = np.round(gauge + rng.normal(size=300), 3)
    columns = {"gauge": [f"g{k}" for k in gauge], "rain": np.round(rng.normal(size=300), 3)}
    frame = pd.DataFrame({**columns, "next_flow": pd.Series(flow).shift(-1), "flow": flow})
    path = tmp_path / "gauges.csv"
    frame.to_csv(path, index=False)
    return path


def shown(person) -> list[str]:
    return [n.headline.text() for n in person.window.experiment.data.leaks.notices if n.isVisible()]


def press(person, label: str) -> None:
    notices = person.window.experiment.data.leaks.notices
    buttons = [b for n in notices if n.isVisible() for b in n.findChildren(QPushButton) if b.isVisible()]
    person.click(next(b for b in buttons if b.text() == label))
    person.wait_ready()


def test_that_leaks_are_named_cured_by_a_click_and_come_back_with_undo(person, gauges) -> None:
    person.drop(person.window, gauges)
    person.wait_ready()
    desk, panel = person.program.session.data, person.window.experiment.data
    assert [said.split()[0] for said in shown(person)] == ["next_flow"]
    assert (desk.spec.split.method, desk.spec.split.column) == ("grouped", "gauge")  # proposed, with its reason
    assert "no group is in two subsets" in panel.notes.proposal.headline.text()
    assert panel.notes.proposal.isVisible()
    person.click(panel.notes.proposal.buttons[0])
    person.wait_ready()
    assert not panel.notes.proposal.isVisible()
    assert (desk.spec.split.method, desk.spec.split.reason) == ("random", "")
    assert [said.split()[0] for said in shown(person)] == ["next_flow", "10"]
    before = desk.spec
    press(person, "Leave it out")
    assert [said.split()[0] for said in shown(person)] == ["10"]
    assert "next row" in desk.spec.column("next_flow").reason
    press(person, "Keep groups together")
    assert not shown(person)
    assert (desk.spec.split.method, desk.spec.inputs) == ("grouped", ("rain",))
    assert panel.split.column_row.isVisibleTo(panel.split)
    assert panel.split.column_row.editor.currentText() == "gauge"
    for _ in range(2):
        person.menu("Edit", "Undo")
        person.wait_ready()
    assert desk.spec == before
    assert [said.split()[0] for said in shown(person)] == ["next_flow", "10"]


def test_that_a_dismissed_leak_stays_away_until_it_is_undone(person, gauges, tmp_path) -> None:
    person.drop(person.window, gauges)
    person.wait_ready()
    desk = person.program.session.data
    before, dataset = desk.spec, person.run.dataset
    first, *rest = shown(person)
    press(person, "Dismiss")
    assert shown(person) == rest, "only the one that was dismissed goes"
    assert person.run.dataset is dataset, "looking away changes no row"
    # It is remembered in what is saved, whatever numbers the sentence has by then.
    again = from_json(DataSpec, json.loads(json.dumps(to_json(desk.spec))))
    assert again.dismissed == desk.spec.dismissed != ()
    desk.set_spec(desk.spec.replace(split=desk.spec.split.replace(seed=9)))
    person.wait_ready()
    assert first not in shown(person)
    for _ in range(2):
        person.menu("Edit", "Undo")
        person.wait_ready()
    assert desk.spec == before
    assert shown(person) == [first, *rest]
