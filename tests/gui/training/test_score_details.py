"""Intervals beside the scores, and the groups of a column, as they stand in the window."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.core.number_format import format_interval
from mlp_gui.engine.metrics.metric_intervals import metric_intervals
from mlp_gui.model import compute_predictions
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.training.score_cells import INTERVAL


def cells(table, role) -> dict[str, dict[str, str]]:
    """The score board by row and column, whichever way it runs."""
    heads = [table.horizontalHeaderItem(c).text() for c in range(1, table.columnCount())]
    found = {
        table.item(r, 0).text(): {head: table.item(r, c + 1).data(role) or "" for c, head in enumerate(heads)}
        for r in range(table.rowCount())
    }
    if "R²" in found:
        return {head: {metric: line[head] for metric, line in found.items()} for head in heads}
    return found


@pytest.fixture
def tables(tmp_path):
    rng = np.random.default_rng(4)
    x = rng.normal(size=(300, 2))
    site = rng.choice(["hill", "valley"], 300)
    noise = np.where(site == "hill", 1.5, 0.1)
    frame = pd.DataFrame({"a": x[:, 0], "b": x[:, 1], "site": site, "y": x[:, 0] + noise * rng.normal(size=300)})
    frame.to_csv(tmp_path / "sites.csv", index=False)
    return tmp_path / "sites.csv"


def test_that_scores_get_intervals_at_rest_and_a_column_gives_groups(shared_person, tables):
    person, window = shared_person, shared_person.window
    person.program.session.project.discard_unsaved()
    person.program.open(str(tables))
    person.wait_ready()
    board, session = window.scores, person.program.session
    person.program.session.timeline.step_epochs(20)
    person.wait_for(Phase.PAUSED)
    person.wait(lambda: any(cells(board.table, INTERVAL)["test"].values()))
    dataset, block = person.run.dataset, session.judge.assessment.verdict.block
    pairs = compute_predictions(person.run.prediction_cache.network, dataset)
    shown = cells(board.table, INTERVAL)
    for subset, pair in pairs.items():
        ours = metric_intervals(dataset.task, *pair, block)[0]
        assert shown[subset]["RMSE"] == format_interval(*ours["rmse"])
        assert shown[subset]["R²"] == format_interval(*ours["r2"])
    assert shown["test: linear model"]["RMSE"].startswith("["), "the references have intervals, too"
    # The groups of a column, chosen by a person.
    assert [board.by.itemText(i) for i in range(2)] == ["All rows", "By site"]
    person.choose(board.by, "By site")
    person.wait(lambda: any("hill" in name for name in cells(board.table, 0)))
    rows = cells(board.table, 0)
    test = dataset.test.row_numbers
    site = session.data.prepared.table.frame["site"].to_numpy()[test]
    names = {kind: f"test, {kind} ({(site == kind).sum()} rows)" for kind in ("hill", "valley")}
    assert set(rows) == {"test", *names.values()}
    assert float(rows[names["hill"]]["RMSE"]) > 3 * float(rows[names["valley"]]["RMSE"])
    assert cells(board.table, INTERVAL)[names["hill"]]["RMSE"].startswith("[")
    # While it trains nobody draws rows: what was known of other weights goes, its place stays.
    window.control_bar.train_requested.emit()
    person.wait(lambda: person.run.phase is Phase.RUNNING)
    person.wait(lambda: not any(cells(board.table, INTERVAL)["test"].values()))
    assert set(cells(board.table, 0)) == {"test", *names.values()}
    person.run.stop()
    person.wait_for(Phase.PAUSED, Phase.FINISHED)
    person.wait(lambda: cells(board.table, INTERVAL)[names["hill"]]["RMSE"].startswith("["))
    person.choose(board.by, "All rows")
    person.wait(lambda: "training" in cells(board.table, 0))
    person.wait(lambda: any(cells(board.table, INTERVAL)["test"].values()))
    again = cells(board.table, INTERVAL)
    assert again["test"] != shown["test"], "the network has other weights"
    assert again["test: linear model"] == shown["test: linear model"]
