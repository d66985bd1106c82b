"""A split is proposed where the evidence is strong, and only there."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.stats import f_oneway, rankdata

from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.leakage.split_proposal import propose_split, way_to_random
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.samples.catalogue import samples
from mlp_gui.data.samples.loader import sample_spec
from mlp_gui.data.splits.split_config import SplitConfig
from mlp_gui.data.suggest import suggest_spec

N = 300
DAYS = pd.date_range("2020-01-01", periods=N).strftime("%Y-%m-%d").astype(str)
USUAL = SplitConfig()


def table_of(**columns) -> Table:
    frame = pd.DataFrame(columns)
    return Table("t", None, frame, None, profile_frame(frame))


def series(rng, memory: float) -> np.ndarray:
    y = rng.normal(size=N)
    for t in range(1, N):
        y[t] += memory * y[t - 1]
    return y


@pytest.mark.parametrize("descending", [False, True])
def test_that_daily_rows_with_memory_are_proposed_in_order_of_time(rng, descending):
    order = np.arange(N)[::-1] if descending else np.arange(N)
    table = table_of(day=DAYS[order], x=rng.normal(size=N), y=series(rng, 0.9)[order])
    spec = suggest_spec(table)
    assert (spec.split.method, spec.split.column) == ("time_order", "day")
    assert "(day)" in spec.split.reason
    prepared = prepare(table, spec)
    assert spec.split.reason in prepared.notices
    test = prepared.dataset.test.row_numbers
    assert set(DAYS[order][test]) == set(DAYS[-len(test) :])
    random = spec.cured(way_to_random(spec.split, has_classes=False))
    assert random.split == USUAL
    assert any(leak.kind == "order" for leak in prepare(table, random).leaks)


@pytest.mark.parametrize(
    "columns",
    [
        lambda rng: {"day": DAYS, "x": rng.normal(size=N), "y": rng.normal(size=N)},  # no memory
        lambda rng: {"day": rng.permutation(DAYS), "x": rng.normal(size=N), "y": series(rng, 0.9)},  # in no order
        lambda rng: {"born": DAYS, "x": rng.normal(size=N), "y": series(rng, 0.1)},
        lambda rng: {"x": rng.normal(size=N), "y": series(rng, 0.9)},  # no dates
        lambda rng: {"day": DAYS[:40], "x": rng.normal(size=40), "y": series(rng, 0.9)[:40]},  # few rows
        lambda rng: {"station": rng.integers(0, 20, N), "x": rng.normal(size=N), "y": rng.normal(size=N)},
        lambda rng: {"station": np.arange(N) % 5, "x": rng.normal(size=N), "y": np.arange(N) % 5 + 0.1 * DAYS.size},
        lambda rng: {"colour": rng.integers(0, 20, N), "x": rng.normal(size=N), "y": rng.normal(size=N)},
    ],
)
def test_that_without_strong_evidence_the_split_is_random(rng, columns):
    assert propose_split(table_of(**columns(rng)), "y", USUAL) is USUAL


def test_that_rows_of_stations_are_proposed_by_group_as_an_analysis_of_variance_says(rng):
    station = rng.integers(0, 20, N)
    effect = rng.normal(size=20)
    y = effect[station] + rng.normal(size=N)
    ranks = rankdata(y)
    oracle = f_oneway(*(ranks[station == k] for k in range(20)))
    table = table_of(station=[f"s{k}" for k in station], x=rng.normal(size=N), y=y)
    spec = suggest_spec(table)
    assert oracle.pvalue < 1e-6
    assert (spec.split.method, spec.split.column) == ("grouped", "station")
    assert spec.inputs == ("x",)
    sizes = np.bincount(station)
    size = (N - (sizes**2).sum() / N) / 19
    share = (oracle.statistic - 1) / (oracle.statistic - 1 + size)
    assert f"({100 * share:.0f}" in spec.split.reason


def test_that_classes_keep_their_shares_when_a_proposal_is_taken_back(rng):
    label = np.where(series(rng, 0.9) > 0, "wet", "dry")
    spec = suggest_spec(table_of(day=DAYS, x=rng.normal(size=N), y=label))
    assert spec.split.method == "time_order"
    assert spec.cured(way_to_random(spec.split, has_classes=True)).split.method == "stratified"


def test_that_of_the_bundled_samples_only_the_daily_series_has_a_proposal():
    assert [s.name for s in samples() if sample_spec(s.name).split.reason] == ["catchment"]  # daily, with a memory
