"""Splits along time: dates, gaps and periods, beside scikit-learn's rules and pandas' calendar."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.model_selection import StratifiedGroupKFold, TimeSeriesSplit

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.leakage.split_proposal import complete_split
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec
from mlp_gui.data.splits.row_times import RowTimes, periods_of, read_moment, write_moment
from mlp_gui.data.splits.split import split_rows
from mlp_gui.data.splits.split_config import SplitConfig

DAY_0 = np.datetime64("1970-01-01")


def daily(n: int, start: str = "2001-01-01", **columns) -> Table:
    rng = np.random.default_rng(0)
    dates = pd.date_range(start, periods=n).strftime("%Y-%m-%d").astype(str)
    frame = pd.DataFrame({"date": dates, "rain": rng.random(n), **columns, "flow": rng.random(n)})
    return Table("river", None, frame, None, profile_frame(frame))


def spec_of(split: SplitConfig, *others: str, **settings) -> DataSpec:
    roles = {"date": ColumnRole.IGNORED, "rain": ColumnRole.INPUT, "flow": ColumnRole.TARGET}
    roles |= dict.fromkeys(others, ColumnRole.IGNORED)
    return DataSpec(tuple(ColumnSpec(n, role=r) for n, r in roles.items()), split=split, **settings)


def rows_of(prepared) -> list[np.ndarray]:
    return [subset.row_numbers for subset in prepared.dataset.subsets.values()]


@given(n=st.integers(20, 300), gap=st.integers(0, 9), seed=st.integers(0, 30))
@pytest.mark.parametrize("method", ["blocked", "file_order", "time_order", "periods"])
def test_that_rows_of_two_subsets_have_the_gap_between_them(method, n, gap, seed):
    rng = np.random.default_rng(seed)
    moments = rng.permutation(n).astype(float)
    times = RowTimes(moments, periods=periods_of(moments, "day", are_days=False) // 7)
    split = SplitConfig(method, gap=gap, seed=seed, blocks=7, column="t")
    by_place = method in ("blocked", "file_order")
    times = None if by_place else times
    parts = split_rows(np.arange(n), split, times=times)
    place = np.arange(n) if by_place else moments
    subset = np.full(n, -1)
    for code, part in enumerate(parts):
        subset[place[part].astype(int)] = code
    used = np.flatnonzero(subset >= 0)
    apart = np.diff(used)[np.diff(subset[used]) != 0]
    assert (apart > gap).all()
    without = split_rows(np.arange(n), split.replace(gap=0), times=times)
    assert all(set(part) <= set(whole) for part, whole in zip(parts, without, strict=True))


@pytest.mark.parametrize("gap", [0, 3, 10])
def test_that_the_gap_before_the_test_is_that_of_scikit_learn(gap):
    n = 100
    split = SplitConfig("time_order", train=0.8, validation=0.0, test=0.2, gap=gap, column="t")
    train, _, test = split_rows(np.arange(n), split, times=RowTimes(np.arange(n, dtype=float)))
    theirs = list(TimeSeriesSplit(n_splits=4, test_size=20, gap=gap).split(np.arange(n)))[-1]
    assert np.array_equal(train, theirs[0])
    assert np.array_equal(test, theirs[1])


def test_that_all_rows_of_a_moment_are_in_the_gap_or_none():
    moments = np.repeat(np.arange(20.0), 3)  # three stations
    split = SplitConfig("time_order", train=0.5, validation=0.0, test=0.5, gap=4, column="t")
    train, _, test = split_rows(np.arange(60), split, times=RowTimes(moments))
    assert np.array_equal(train, np.arange(24))  # two moments go, six rows
    assert np.array_equal(test, np.arange(30, 60))


def test_that_dates_decide_where_validation_and_test_begin():
    table = daily(1000)
    split = SplitConfig("time_order", column="date", validation_from="2002-06-01", test_from="01.01.2003", gap=5)
    made = prepare(table, spec_of(split))
    dates = pd.to_datetime(table.frame["date"])
    train, validation, test = (dates.iloc[rows] for rows in rows_of(made))
    assert train.max() == pd.Timestamp("2002-05-26")
    assert (validation.min(), validation.max()) == (pd.Timestamp("2002-06-01"), pd.Timestamp("2002-12-26"))
    assert (test.min(), test.max()) == (pd.Timestamp("2003-01-01"), dates.max())
    assert ("are in the gaps between two subsets", 10) in made.ledger.dropped
    assert sum(n for _, n in made.ledger.dropped) + made.ledger.n_used == 1000


def test_that_one_date_leaves_the_other_border_to_the_shares():
    split = SplitConfig("time_order", train=0.6, validation=0.2, test=0.2, column="date", test_from="2001-03-31")
    train, validation, test = rows_of(prepare(daily(100), spec_of(split)))
    assert (len(train), len(validation), len(test)) == (66, 23, 11)  # 89 days before, three quarters of them to train
    later = split.replace(validation_from="2001-03-02", test_from="")
    assert list(map(len, rows_of(prepare(daily(100), spec_of(later))))) == [60, 20, 20]


def test_that_dates_the_wrong_way_round_and_no_dates_are_refused():
    with pytest.raises(UserError, match="begins before"):
        prepare(
            daily(50),
            spec_of(SplitConfig("time_order", column="date", validation_from="2001-02-01", test_from="2001-01-20")),
        )
    with pytest.raises(UserError, match="no date"):
        prepare(daily(50), spec_of(SplitConfig("time_order", column="date", test_from="soon")))


@pytest.mark.parametrize(("period", "alias"), [("year", "Y"), ("quarter", "Q"), ("month", "M"), ("week", "W")])
def test_that_periods_are_those_of_the_calendar(period, alias):
    dates = pd.date_range("1968-11-03 05:00", periods=900, freq="37h")
    moments = (dates.to_numpy() - DAY_0) / np.timedelta64(1, "D")
    ours = periods_of(moments, period, are_days=True)
    theirs = dates.to_period(alias)
    assert np.array_equal(ours, (theirs - theirs[0]).map(lambda step: step.n))


def test_that_every_third_year_is_for_the_test():
    table = daily(9 * 365 + 2)
    split = SplitConfig("periods", column="date", test_every=3, validation_every=3)
    train, validation, test = rows_of(prepare(table, spec_of(split)))
    years = pd.to_datetime(table.frame["date"]).dt.year.to_numpy()
    assert (set(years[test]), set(years[validation])) == ({2003, 2006, 2009}, {2004, 2008})
    assert set(years[train]) == {2001, 2002, 2005, 2007}
    none = prepare(table, spec_of(split.replace(validation_every=0)))
    assert len(rows_of(none)[1]) == 0


def test_that_periods_are_as_long_as_leaves_some_for_the_test():
    asked = SplitConfig("periods")
    for rows, period in ((3 * 365, "year"), (400, "quarter"), (70, "month"), (20, "week"), (9, "day")):
        found = complete_split(asked, daily(rows, "2001-01-01"), ("flow",))
        assert (found.column, found.period) == ("date", period)
        assert len(rows_of(prepare(daily(rows), spec_of(found)))[2])
    grouped = complete_split(SplitConfig("grouped"), daily(90, station=np.arange(90) // 9), ("flow",))
    assert grouped.column == "station"


def test_that_each_whole_number_of_a_column_of_years_is_a_period():
    years = np.repeat(np.arange(1990, 2002), 5)
    table = daily(60, year=years)
    _, _, test = rows_of(prepare(table, spec_of(SplitConfig("periods", column="year", test_every=4), "year")))
    assert set(years[test]) == {1993, 1997, 2001}


def test_that_a_moment_is_read_as_it_is_written():
    profile = daily(5).field("date")
    for text in ("2009-12-31", "2009-12-31 18:00", "2009-12-31 18:00:30"):
        assert write_moment(read_moment(text, profile), profile) == text
    assert read_moment("2009", profile) == read_moment("2009-01-01", profile)


@given(seed=st.integers(0, 40))
def test_that_stratified_groups_are_whole_and_nearer_to_the_shares_of_low_and_high_targets(seed):
    rng = np.random.default_rng(seed)
    groups = rng.integers(0, 60, 600)
    level = rng.normal(size=60)[groups]
    tenths = np.argsort(np.argsort(level, kind="stable")) * 10 // 600
    split = SplitConfig("grouped", train=0.75, validation=0.0, test=0.25, seed=seed, column="g")
    words = pd.Series(groups)
    parts = split_rows(np.arange(600), split, strata=tenths, words=words)
    assert not set(groups[parts[0]]) & set(groups[parts[2]])
    folds = StratifiedGroupKFold(n_splits=4, shuffle=True, random_state=seed).split(groups, tenths, groups)

    def badness(test: np.ndarray) -> float:
        return float(np.abs(np.bincount(tenths[test], minlength=10) - 15).sum())

    assert badness(parts[2]) <= max(badness(test) for _, test in folds) + 10
