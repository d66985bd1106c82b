"""Numbers near the ends of the double range: steps between them are infinite, and nobody is warned of an overflow."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.leakage.find_leaks import find_leaks
from mlp_gui.data.splits.row_times import periods_of
from mlp_gui.data.suggest import suggest_spec


@pytest.fixture
def table(rng: np.random.Generator) -> Table:
    ends = rng.choice(np.array([1e308, -1e308, 1.7e308, 5e-324, 0.0]), (60, 3))
    frame = pd.DataFrame({"a": ends[:, 0], "b": ends[:, 1], "y": ends[:, 2], "x": rng.normal(size=60)})
    frame["copy"] = frame["y"] / 2
    return Table("t.csv", None, frame, None, profile_frame(frame))


@pytest.mark.parametrize("target", ["y", "x"])
def test_that_leaks_are_looked_for_without_a_warning(table: Table, target: str) -> None:
    spec = suggest_spec(table, (target,))
    rows = np.arange(60)
    inputs = tuple(name for name in table.column_names if name != target)
    leaks = find_leaks(table, inputs, (target,), (rows[:40], rows[40:50], rows[50:]), by_chance=True)
    assert ("copy" in str([leak.sentence for leak in leaks])) is (target == "y")
    assert spec.targets == (target,)


def test_that_numbers_too_large_for_a_time_are_put_into_the_last_period() -> None:
    found = periods_of(np.array([0.0, 3.0, 1e300, np.nan]), "year", are_days=False)
    assert found.tolist() == [0, 3, 2**53, -1]
