"""Suggestions come with reasons: targets by name or place, and columns that are better ignored."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.suggest import suggest_spec


def table_of(**columns: object) -> Table:
    frame = pd.DataFrame(columns)
    return Table("t", None, frame, None, profile_frame(frame))


@pytest.fixture
def house(rng) -> Table:
    n = 80
    size = rng.normal(100, 20, n)
    return table_of(
        id=np.arange(n) + 7,
        name=[f"house {i}" for i in range(n)],
        size=size,
        size_again=size,
        constant=np.ones(n),
        empty=np.full(n, np.nan),
        thin=np.where(np.arange(n) < 70, np.nan, size),
        built=[f"2020-01-{1 + i % 28:02d}" for i in range(n)],
        euros=size * 2000 + rng.normal(0, 30000, n) * 1.0,
        price=size * 3000,
        rooms=rng.integers(1, 9, n),
    )


def test_that_each_suggestion_names_its_reason(house):
    house = Table("t", None, house.frame.assign(price=house.frame["euros"] * 1.1), None, house.fields)
    spec = suggest_spec(house, ("price",))
    reasons = {c.name: c.reason for c in spec.columns if c.role == "ignored"}
    expected = {
        "id": "number or name the rows", "name": "number or name the rows", "size_again": "a copy of size",
        "constant": "same value in every row", "empty": "no values", "thin": "no value in 70 of 80 rows",
        "built": "dates", "euros": "give it away",
    }  # fmt: skip
    assert reasons.keys() == expected.keys()
    assert all(expected[n] in reasons[n] for n in expected)
    assert spec.inputs == ("size", "rooms")


def test_that_a_column_that_stands_for_the_classes_is_a_leak():
    table = table_of(a=np.arange(20.0) % 7, code=[0, 1] * 10, answer=["no", "yes"] * 10)
    spec = suggest_spec(table, ("answer",))
    assert "one to one" in spec.column("code").reason
    assert spec.split.method == "stratified"


def test_that_the_only_input_is_kept_even_if_it_gives_the_target_away():
    table = table_of(x=np.arange(30) * 0.5, y=np.arange(30) * 1.5 + 1)
    assert suggest_spec(table, ("y",)).inputs == ("x",)


@pytest.mark.parametrize(
    ("columns", "target"),
    [
        ({"a": [1.5, 2, 3, 4], "label": ["x", "y", "x", "y"], "b": [1.5, 2.5, 1, 2]}, "label"),
        ({"a": [1.5, 2, 3, 4], "b": [1.5, 2.5, 1, 2], "note": ["p", "q", "r", "s"]}, "b"),
        ({"a": [1.5, 2, 3, 4], "b": [3, 3, 3, 3]}, "a"),
    ],
)
def test_that_the_target_is_found_by_name_else_the_last_usable_column(columns, target):
    assert suggest_spec(table_of(**columns)).targets == (target,)


def test_that_ten_thousand_columns_are_described_within_seconds(rng):
    frame = pd.DataFrame(rng.normal(size=(20, 10_000)), columns=[f"g{i}" for i in range(10_000)])
    fields = profile_frame(frame)
    table = Table("wide", None, frame, None, fields)
    assert len(suggest_spec(table, ("g5",)).inputs) == 9_999
