"""Scores of all rows are dear: at a stop the score board, the plots, the side copy and a save share one computation."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

import mlp_gui.model
import mlp_gui.session.training.prediction_cache
import mlp_gui.session.training.shared_scores
from helpers.person import Person
from mlp_gui.engine.network.network import Network
from mlp_gui.export.project.run_format import read_run
from mlp_gui.session.training.phase import Phase

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


@pytest.fixture
def scored(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The weights of each computation, which is slow enough for several threads to ask at once."""
    found: list[bytes] = []

    def counted(real: Callable[[Network, object], object]) -> Callable[[Network, object], object]:
        def count(network: Network, dataset: object) -> object:
            found.append(network.theta.tobytes())
            time.sleep(0.1)
            return real(network, dataset)

        return count

    monkeypatch.setattr(mlp_gui.model, "compute_scores", counted(mlp_gui.model.compute_scores))
    monkeypatch.setattr(
        mlp_gui.session.training.shared_scores,
        "compute_predictions",
        counted(mlp_gui.session.training.shared_scores.compute_predictions),
    )
    return found


@pytest.mark.parametrize("cost", [0.0, 4e6], ids=["in the background", "at once"])
def test_that_no_weights_are_scored_twice(
    person: Person, scored: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cost: float
) -> None:
    monkeypatch.setattr(mlp_gui.session.training.prediction_cache, "LIVE_COST", cost)
    person.click(person.window.welcome.cards["iris"])
    person.wait_ready()
    for epoch in (1, 2, 3):
        person.press(Qt.Key.Key_Right)
        person.wait(lambda epoch=epoch: person.run.epoch == epoch)
        person.wait_for(Phase.PAUSED)
        side = person.program.session.project.autosave_file.claim_path()
        person.wait(lambda epoch=epoch, side=side: side.exists() and len(read_run(side).history) == epoch)
    person.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    person.type_file_name(tmp_path / "work.mlp")
    person.wait((tmp_path / "work.mlp").exists)
    shown = person.run.displayed.theta.tobytes()
    assert shown in scored
    assert len(scored) == len(set(scored)), f"{len(scored)} computations for {len(set(scored))} sets of weights"
    saved = read_run(tmp_path / "work.mlp").model.provenance["scores"]
    assert saved == person.run.prediction_cache.scores()
