"""The value before and that of last year, against pandas."""

from __future__ import annotations

import numpy as np
import pandas as pd

from mlp_gui.engine.baselines.previous import last_values, values_last_year

DAY = np.timedelta64(1, "D")


def days(index: pd.DatetimeIndex) -> np.ndarray:
    return np.asarray((index - pd.Timestamp("1970-01-01")) / pd.Timedelta(days=1), float)


def test_that_the_value_before_equals_pandas_shift(rng):
    index = pd.date_range("2020-01-01", periods=50, freq="6h")
    values = pd.DataFrame(rng.normal(size=(50, 2)), index=index)
    chance = rng.permutation(50)
    found = last_values(days(index)[chance], values.to_numpy()[chance])
    expected = values.shift(1).to_numpy()[chance]
    np.testing.assert_array_equal(found, expected)


def test_that_rows_of_one_time_have_the_same_row_before_them():
    found = last_values(np.array([1.0, 2.0, 2.0, 3.0]), np.array([[1.0], [2.0], [3.0], [4.0]]))
    np.testing.assert_array_equal(found[:, 0], [np.nan, 1, 1, 3])


def test_that_the_value_of_last_year_has_the_same_date_and_hour(rng):
    index = pd.date_range("2019-01-01", "2021-12-31 18:00", freq="6h")
    series = pd.Series(rng.normal(size=len(index)), index=index)
    found = values_last_year(days(index), series.to_numpy()[:, None])[:, 0]
    wanted = [series.get(moment - pd.DateOffset(years=1), np.nan) for moment in index]
    ordinary = ~((index.month == 2) & (index.day == 29))  # pandas goes back to the 28th, here it is 1 March
    np.testing.assert_array_equal(found[ordinary], np.array(wanted)[ordinary])
    leap = np.flatnonzero(~ordinary)
    np.testing.assert_array_equal(found[leap], series[index[leap] + DAY - pd.DateOffset(years=1)].to_numpy())


def test_that_a_year_before_that_was_not_measured_is_a_gap():
    index = pd.date_range("2019-01-01", "2021-12-31", freq="D").delete(slice(10, 40))
    found = values_last_year(days(index), np.arange(len(index), dtype=float)[:, None])[:, 0]
    asked = pd.Series(found, index=index)["2020-01-09":"2020-02-12"]
    assert asked["2020-01-11":"2020-02-09"].isna().all()
    assert asked.drop(asked["2020-01-11":"2020-02-09"].index).notna().all()
