"""Tables of several stations: what tells them apart, the lags that are offered, the split that is proposed."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.derived.derivation import as_declared
from mlp_gui.data.derived.lag_proposal import propose_lags
from mlp_gui.data.derived.parallel_series import find_parallel_series
from mlp_gui.data.suggest import suggest_spec

N = 200


def stations(arranged: str, rng: np.random.Generator) -> pd.DataFrame:
    days = pd.date_range("2015-01-01", periods=N).strftime("%Y-%m-%d")
    parts = []
    for name, start in (("A", 2.0), ("B", 5.0), ("C", 9.0)):
        flow = start + np.cumsum(rng.normal(0, 0.3, N))
        parts.append(pd.DataFrame({"date": days, "station": name, "rain": rng.integers(0, 30, N), "flow": flow}))
    frame = pd.concat(parts, ignore_index=True)
    if arranged == "day by day":
        return frame.sort_values(["date", "station"], ignore_index=True)
    if arranged == "numbered":
        return frame.assign(station=frame["station"].map({"A": 1001, "B": 2002, "C": 3003}))
    return frame.iloc[::-1].reset_index(drop=True) if arranged == "latest first" else frame


def table_of(frame: pd.DataFrame) -> Table:
    return Table("stations", None, frame, None, profile_frame(frame))


@pytest.mark.parametrize("arranged", ["one after the other", "day by day", "numbered", "latest first"])
def test_that_lags_stay_within_their_station(arranged: str, rng: np.random.Generator) -> None:
    frame = stations(arranged, rng)
    table = table_of(frame)
    found = find_parallel_series(table)
    assert found is not None
    assert (found.by, found.date, len(found.names)) == ("station", "date", 3)
    assert found.is_ordered == (arranged != "latest first")
    offered = propose_lags(table, ("rain",), ("flow",))
    assert offered is not None
    assert "day by day (date) for each station" in offered.reason
    made = as_declared(table, {}, offered.texts).frame
    ordered = frame.sort_values("date", kind="stable")
    for back in (1, 7):
        expected = ordered.groupby("station")["flow"].shift(back).reindex(frame.index)
        np.testing.assert_array_equal(made[f"flow_lag{back}"], expected)


@pytest.mark.parametrize("arranged", ["one after the other", "day by day", "numbered"])
def test_that_the_latest_days_of_every_station_are_proposed_for_the_test(
    arranged: str, rng: np.random.Generator
) -> None:
    spec = suggest_spec(table_of(stations(arranged, rng)), ("flow",))
    assert (spec.split.method, spec.split.column) == ("time_order", "date")
    assert "neighbours are alike" in spec.split.reason


def test_that_one_series_and_mere_repetitions_are_no_parallel_series(rng: np.random.Generator) -> None:
    one = stations("one after the other", rng).iloc[:N]
    assert find_parallel_series(table_of(one)) is None, "dates do not repeat"
    visits = pd.DataFrame(
        {"date": rng.choice(one["date"], 400), "clinic": rng.choice(["x", "y"], 400), "y": rng.random(400)}
    )
    assert find_parallel_series(table_of(visits)) is None, "a clinic has several visits a day"
    assert find_parallel_series(table_of(one.drop(columns="date"))) is None
