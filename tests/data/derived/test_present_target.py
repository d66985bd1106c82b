"""Derived columns that hold what nobody knows when a prediction is made are named, or refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.derived.derived_column import parse_all
from mlp_gui.data.derived.reach import columns_with_target
from mlp_gui.data.derived_choices import with_derived, with_horizon
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.suggest import suggest_spec


@pytest.mark.parametrize(
    ("formula", "target", "known"),
    [
        ("rolling_mean(flow, 7)", "flow", False),
        ("lag(rolling_mean(flow, 7), 1)", "flow", True),
        ("lag(flow, 1) * 2 + rain", "flow", True),
        ("difference(flow)", "flow", False),
        ("difference(lag(flow, 2))", "flow", True),
        ("log(flow)", "flow", False),
        ("rolling_mean(flow, 7)", "ahead", True),
        ("flow + 1", "ahead", True),
        ("past + flow", "flow", False),
        ("past", "flow", True),
        ("flow + 1", "level", False),
    ],
)
def test_that_the_present_value_of_the_target_is_found(formula: str, target: str, known: bool) -> None:
    columns = parse_all(["ahead = lead(flow, 1)", "past = lag(flow, 1)", "level = sqrt(flow)", f"x = {formula}"])
    assert (columns_with_target(columns, ("x", "rain"), (target,)) == {}) is known


def river(path: Path, step: int = 1) -> Table:
    rng = np.random.default_rng(0)
    rain = rng.gamma(0.5, 5, 90).round(2)
    frame = pd.DataFrame({"date": pd.date_range("2001-01-01", periods=90).strftime("%Y-%m-%d"), "rain": rain})
    frame["flow"] = (pd.Series(rain).ewm(span=5).mean() + rng.normal(size=90)).round(4)
    frame[::step].to_csv(path, index=False)
    return read_table(path)


def test_that_such_an_input_is_a_leak_with_a_cure(tmp_path: Path) -> None:
    table = river(tmp_path / "t.csv")
    spec = with_derived(suggest_spec(table, ("flow",)), "m = rolling_mean(flow, 3)", "l = lag(flow, 1)")
    leaks = [leak for leak in prepare(table, spec).leaks if leak.kind == "giveaway"]
    assert [leak.sentence.partition(" ")[0] for leak in leaks] == ["m"]
    cured = spec.cured(leaks[0].cures[0])
    assert "m" not in cured.inputs
    assert not [leak for leak in prepare(table, cured).leaks if leak.kind == "giveaway"]
    ahead = with_horizon(spec, "1")
    assert not [leak for leak in prepare(table, ahead).leaks if leak.sentence.startswith("m ")]


def test_that_rows_from_late_to_early_need_an_order(tmp_path: Path) -> None:
    late, early = river(tmp_path / "l.csv", -1), river(tmp_path / "e.csv")
    spec = suggest_spec(late, ("flow",))
    with pytest.raises(UserError, match="from late to early"):
        prepare(late, with_derived(spec, "r = lag(rain, 1)"))
    ordered = prepare(late, with_derived(spec, "r = lag(rain, 1, order=date)")).table.frame["r"].to_numpy()
    np.testing.assert_array_equal(ordered[::-1], early.frame["rain"].shift(1))
    found = prepare(early, with_derived(suggest_spec(early, ("flow",)), "r = lag(rain, 1)"))
    with pytest.raises(UserError, match="from late to early"):
        found.pipeline.derivation.table_with(late)
