"""The split at a glance adds up to the split itself, along time, groups and the file."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec
from mlp_gui.data.splits.left_out import LeftOut
from mlp_gui.data.splits.split_config import SplitConfig

N = 400


def prepared(split: SplitConfig, shuffled: bool = False, *left_out: LeftOut) -> Prepared:
    rng = np.random.default_rng(0)
    dates = pd.date_range("2001-01-01", periods=N).strftime("%Y-%m-%d").astype(str).to_numpy()
    frame = pd.DataFrame({
        "date": rng.permutation(dates) if shuffled else dates,
        "station": [f"s{k}" for k in rng.integers(0, 12, N)],
        "rain": rng.random(N), "flow": rng.random(N),
    })  # fmt: skip
    roles = (ColumnRole.IGNORED, ColumnRole.IGNORED, ColumnRole.INPUT, ColumnRole.TARGET)
    columns = tuple(ColumnSpec(n, role=r) for n, r in zip(frame.columns, roles, strict=True))
    table = Table("river", None, frame, None, profile_frame(frame))
    return prepare(table, DataSpec(columns, split=split, left_out=left_out))


@pytest.mark.parametrize("method", ["time_order", "periods", "grouped", "blocked", "file_order"])
def test_that_every_row_is_there_once_with_its_subset(method):
    column = {"grouped": "station", "time_order": "date", "periods": "date"}.get(method, "")
    made = prepared(SplitConfig(method, column=column, period="month"), False, LeftOut(rows="7"))
    overview = made.overview
    assert sorted(overview.rows) == list(range(N))
    assert (np.diff(overview.places) >= 0).all()
    for code, subset in enumerate(made.dataset.subsets.values()):
        assert set(overview.rows[overview.codes == code]) == set(subset.row_numbers)
    assert overview.counts(slice(0, N)) == (*made.ledger.used.values(), 1)
    assert overview.axis == ("groups" if method == "grouped" else "time")


def test_that_a_stretch_of_time_is_left_out_as_it_is_read():
    made = prepared(SplitConfig("time_order", column="date"), shuffled=True)
    overview = made.overview
    part = overview.between(overview.places[100], overview.places[149])
    assert (part.start, part.stop) == (100, 150)
    entry = overview.entry(part)
    assert set(np.flatnonzero(entry.matches(made.table))) == set(overview.rows[100:150])
    assert (entry.first, entry.last) == ("2001-04-11", "2001-05-30")
    assert overview.describe(overview.places[100]) == "2001-04-11"


def test_that_of_groups_whole_ones_are_taken():
    overview = prepared(SplitConfig("grouped", column="station")).overview
    part = overview.between(100.0, 101.0)
    names = set(overview.names[part])
    assert set(overview.names[: part.start]).isdisjoint(names)
    assert set(overview.names[part.stop :]).isdisjoint(names)
    assert sorted(overview.entry(part).matches(prepared(SplitConfig()).table).nonzero()[0]) == sorted(
        overview.rows[part]
    )
    assert (np.diff(overview.codes) >= 0).all()  # training groups first, the test last


def test_that_rows_divided_by_chance_have_a_strip_only_along_time():
    assert prepared(SplitConfig()).overview.axis == "time"
    assert prepared(SplitConfig(), shuffled=True).overview is None
    assert prepared(SplitConfig("blocked"), shuffled=True).overview.axis == "rows"
