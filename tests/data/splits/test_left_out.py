"""Rows left out by hand: the ledger has them, and the others stay where the split has put them."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_gui.core.errors import UserError
from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec
from mlp_gui.data.splits.left_out import LeftOut, fit_to_table, read_row_numbers, write_row_numbers
from mlp_gui.data.splits.split_config import SplitConfig

N = 120
METHODS = {
    "random": SplitConfig(seed=3),
    "stratified": SplitConfig("stratified", seed=3),
    "grouped": SplitConfig("grouped", column="station", stratify=True),
    "blocked": SplitConfig("blocked", gap=2),
    "time_order": SplitConfig("time_order", column="date", gap=3),
    "periods": SplitConfig("periods", column="date", period="week"),
    "file_order": SplitConfig("file_order", gap=1),
}


def river() -> Table:
    rng = np.random.default_rng(0)
    frame = pd.DataFrame(
        {
            "date": pd.date_range("2001-01-01", periods=N).strftime("%d.%m.%Y").astype(str),
            "station": rng.integers(0, 12, N),
            "rain": rng.random(N),
            "flow": np.where(np.arange(N) % 17 == 4, np.nan, rng.random(N)),
        }
    )
    return Table("river", None, frame, None, profile_frame(frame))


def spec_of(split: SplitConfig, *left_out: LeftOut) -> DataSpec:
    roles = (ColumnRole.IGNORED, ColumnRole.IGNORED, ColumnRole.INPUT, ColumnRole.TARGET)
    names = ("date", "station", "rain", "flow")
    columns = tuple(ColumnSpec(n, role=r) for n, r in zip(names, roles, strict=True))
    return DataSpec(columns, split=split, left_out=left_out)


def subset_of_rows(prepared: Prepared) -> np.ndarray:
    found = np.full(N, -1)
    for code, subset in enumerate(prepared.dataset.subsets.values()):
        found[subset.row_numbers] = code
    return found


@settings(max_examples=15, deadline=None)
@given(rows=st.sets(st.integers(0, N - 1), min_size=1, max_size=40))
@pytest.mark.parametrize("method", METHODS)
def test_that_the_split_of_the_other_rows_is_unchanged(method, rows):
    table = river()
    before = subset_of_rows(prepare(table, spec_of(METHODS[method])))
    entry = LeftOut(rows=write_row_numbers(rows))
    prepared = prepare(table, spec_of(METHODS[method], entry))
    after = subset_of_rows(prepared)
    gone = np.isin(np.arange(N), list(rows))
    assert (after[gone] == -1).all()
    assert np.array_equal(after[~gone], before[~gone])
    ledger = prepared.ledger
    assert ledger.n_used + sum(n for _, n in ledger.dropped) == N
    said = sum(n for reason, n in ledger.dropped if "by hand" in reason)
    assert said == (before[gone] >= 0).sum()  # those without a flow stand under that reason


@given(rows=st.sets(st.integers(0, 10_000), min_size=1, max_size=60))
def test_that_row_numbers_are_read_as_they_are_written(rows):
    assert read_row_numbers(write_row_numbers(rows), 10_001).tolist() == sorted(rows)
    assert read_row_numbers(write_row_numbers(rows), 100).tolist() == sorted(row for row in rows if row < 100)


@pytest.mark.parametrize("text", ["1-99999999999", ", ".join(["1-100000000"] * 1000), "7, 2-999999999999"])
def test_that_billions_of_rows_are_named_without_being_written_out(text):
    """A hostile file's; each of its stretches was an array of up to 800 MB."""
    table = Table("t.csv", None, frame := pd.DataFrame({"x": range(9)}), None, profile_frame(frame))
    tracemalloc.start()
    entry = LeftOut(rows=text)
    assert entry.describe()
    with pytest.raises(UserError, match="There is no row"):
        entry.matches(table)
    assert fit_to_table((entry,), table)[0].matches(table)[-1]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.parametrize("text", ["9" * 5000, "1-" + "9" * 5000, "0", "5-3", "1-2-3", "", "one"])
def test_that_what_is_no_row_number_is_refused(text):
    with pytest.raises(UserError):
        LeftOut(rows=text)


def test_that_neighbours_are_written_as_a_stretch_and_counted_from_one():
    assert write_row_numbers([317, 399, 400, 401]) == "318, 400-402"


@pytest.mark.parametrize("text", ["0", "5-3", "a", "1,,2", "-4", "1.5"])
def test_that_what_names_no_rows_is_refused(text):
    with pytest.raises(UserError, match="names no rows"):
        LeftOut(rows=text)


def test_that_a_row_beyond_the_table_is_refused():
    with pytest.raises(UserError, match="no row 121"):
        prepare(river(), spec_of(SplitConfig(), LeftOut(rows="100-121")))


def test_that_a_stretch_of_time_goes_with_both_its_ends():
    entry = LeftOut(column="date", first="2001-01-10", last="20.01.2001")
    table = river()
    assert np.array_equal(np.flatnonzero(entry.matches(table)), np.arange(9, 20))
    prepared = prepare(table, spec_of(SplitConfig(), entry))
    assert ("are left out by hand (date 2001-01-10 to 20.01.2001)", 11) in prepared.ledger.dropped
    assert LeftOut(column="date", first="2001-04-01").matches(table).sum() == N - 90


def test_that_a_row_named_twice_counts_once_and_one_without_effect_is_said_so():
    one, two = LeftOut(rows="1-3"), LeftOut(rows="2")
    prepared = prepare(river(), spec_of(SplitConfig(), one, two))
    assert [n for reason, n in prepared.ledger.dropped if "by hand" in reason] == [3]
    assert any("no such row is used anyway" in notice for notice in prepared.notices)


def test_that_scaling_and_classes_know_nothing_of_rows_left_out():
    table = river()
    table.frame.loc[0, "rain"] = 1e6
    spec = spec_of(SplitConfig("file_order"), LeftOut(rows="1"))
    for fit_on in ("training", "used_rows", "all_rows"):
        prepared = prepare(table, spec.replace(fit_on=fit_on))
        assert np.abs(prepared.dataset.train.x).max() < 10


def test_that_files_hold_what_is_left_out_and_old_ones_need_not():
    spec = spec_of(SplitConfig(gap=4), LeftOut(rows="3"), LeftOut(column="date", last="2001-02-01"))
    plain = to_json(spec)
    assert from_json(DataSpec, plain) == spec
    assert plain["left_out"] == [{"rows": "3"}, {"column": "date", "last": "2001-02-01"}]
    untouched = to_json(spec_of(SplitConfig()))
    assert "left_out" not in untouched
    assert not {"gap", "stratify", "period", "test_from"} & set(untouched["split"])


def test_that_a_shorter_reading_of_the_table_keeps_what_it_still_has():
    entries = (LeftOut(rows="3, 100-200"), LeftOut(rows="500"), LeftOut(column="gone", first="2001"))
    assert fit_to_table(entries, river()) == (LeftOut(rows="3, 100-120"),)
