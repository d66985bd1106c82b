"""Windows over rows beside pandas: shift, rolling and ewm, in file order, by group and in the order of a column."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_gui.data.derived.derivation import derived_values
from mlp_gui.data.derived.derived_column import parse_all
from mlp_gui.data.derived.functions import FUNCTIONS
from mlp_gui.data.derived.source_column import SourceColumn

N = 400
RNG = np.random.default_rng(1)
RAIN = np.where(RNG.random(N) < 0.05, np.nan, RNG.gamma(0.4, 8, N))
FRAME = pd.DataFrame(
    {
        "rain": RAIN,
        "station": RNG.choice(["a", "b", "c"], N),
        "date": pd.date_range("2001-01-01", periods=N)[RNG.permutation(N)].strftime("%Y-%m-%d"),
    }
)
FRAME.loc[[3, 90], "station"] = None
FRAME.loc[[7, 200], "date"] = None
SOURCES = {
    "rain": SourceColumn("rain"),
    "station": SourceColumn("station", "words"),
    "date": SourceColumn("date", "date", "%Y-%m-%d"),
}


def derive(formula: str, frame: pd.DataFrame = FRAME) -> np.ndarray:
    return derived_values(frame, parse_all([f"x = {formula}"]), SOURCES)["x"]


def expected(function: str, n: Any, series: pd.Series[Any]) -> pd.Series[Any]:
    if function in ("lag", "lead"):
        return series.shift(n if function == "lag" else -n)
    if function == "difference":
        return series.diff(n)
    if function == "ewm":
        return series.ewm(span=n, adjust=True).mean()
    return getattr(series.rolling(n), function.removeprefix("rolling_"))()


COUNTED = tuple(name for name, function in FUNCTIONS.items() if function.count)
LEAST = {"ewm": 1.5}


@pytest.mark.parametrize("function", COUNTED)
@pytest.mark.parametrize("n", [1, 2, 3, 7, 30, 399, 400, 1000])
def test_that_rows_in_file_order_equal_pandas(function: str, n: float) -> None:
    n = max(n, LEAST.get(function, 1))
    np.testing.assert_allclose(derive(f"{function}(rain, {n})"), expected(function, n, FRAME["rain"]), rtol=1e-12)


@pytest.mark.parametrize("function", COUNTED)
@pytest.mark.parametrize("n", [1, 3, 30, 150])
@pytest.mark.parametrize("options", ["by=station", "order=date", "by=station, order=date"])
def test_that_groups_and_orders_equal_pandas(function: str, n: float, options: str) -> None:
    n = max(n, LEAST.get(function, 1))
    known = FRAME.dropna(subset=[part.partition("=")[2] for part in options.split(", ")])
    if "order" in options:
        known = known.sort_values("date", kind="stable")
    groups = known.groupby("station")["rain"] if "by" in options else [("all", known["rain"])]
    found = pd.concat([expected(function, n, series) for _, series in groups]).reindex(FRAME.index)
    np.testing.assert_allclose(derive(f"{function}(rain, {n}, {options})"), found, rtol=1e-12)


def test_that_time_since_an_event_is_counted_in_rows_and_in_days() -> None:
    ordered = FRAME.dropna().sort_values("date", kind="stable")
    days = pd.to_datetime(ordered["date"]).diff().dt.days.fillna(0).cumsum()
    last = days.where(ordered["rain"] > 10).ffill()
    whole = FRAME.where(FRAME["station"].notna() & FRAME["rain"].notna())
    found = derive("days_since(rain > 10, order=date)", whole)
    np.testing.assert_array_equal(found[ordered.index], (days - last).to_numpy())
    position = pd.Series(np.arange(N))
    np.testing.assert_array_equal(
        derive("rows_since(present(rain))"), position - position.where(FRAME["rain"].notna()).ffill()
    )


def test_that_windows_stand_in_formulas_and_formulas_in_windows() -> None:
    rain = FRAME["rain"]
    found = derive("lag(rolling_mean(rain, 3) - fill(rain, 0), 2) / 2 + difference(lag(rain, 1))")
    wanted = (rain.rolling(3).mean() - rain.fillna(0)).shift(2) / 2 + rain.shift(1).diff()
    np.testing.assert_allclose(found, wanted, rtol=1e-9, atol=1e-12)


def test_that_many_lags_of_a_column_are_views_of_one_copy() -> None:
    texts = [f"x{k} = lag(rain, {k})" for k in range(1, 33)]
    made = derived_values(FRAME, parse_all(texts), SOURCES)
    bases = {id(values.base) for values in made.values()}
    assert len(bases) == 1


BACKWARDS = [name for name, function in FUNCTIONS.items() if function.is_window and name != "lead"]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(BACKWARDS),
    st.integers(1, 12),
    st.sampled_from(["", ", by=station", ", order=date", ", by=station, order=date"]),
    st.integers(0, 59),
    st.integers(0, 2**32 - 1),
)
def test_that_what_the_future_holds_changes_nothing_before_it(
    function: str, n: int, options: str, now: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "rain": np.where(rng.random(60) < 0.1, np.nan, rng.normal(0, 5, 60)),
            "station": rng.choice(["a", "b"], 60),
            "date": pd.date_range("2001-01-01", periods=60).strftime("%Y-%m-%d"),
        }
    )
    if "order" in options:
        frame = frame.iloc[rng.permutation(60)].reset_index(drop=True)
    later = frame["date"].rank(method="first").to_numpy() > now + 1
    changed = frame.assign(rain=np.where(later, rng.normal(100, 50, 60), frame["rain"]))
    if function == "days_since":
        options = ", by=station, order=date"
    count = f", {max(n, LEAST.get(function, 1))}" if FUNCTIONS[function].count else ""
    value = "rain" if count else "rain > 1"
    formula = f"{function}({value}{count}{options}) * 2"
    np.testing.assert_array_equal(derive(formula, frame)[~later], derive(formula, changed)[~later])
