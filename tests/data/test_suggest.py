"""Suggestions come with reasons: targets by name or place, and columns that are better ignored."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.profile import histogram, profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.samples.catalogue import sample, samples
from mlp_gui.data.samples.loader import open_table, read_sample, sample_spec
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


@pytest.mark.parametrize("found", samples(), ids=lambda s: s.name)
def test_that_every_sample_opens_with_its_target_and_task(found):
    table = open_table(f"sample:{found.name}")
    spec = sample_spec(found.name, table)
    assert spec.targets == found.targets
    assert spec.inputs
    assert not table.warnings
    assert found.title
    assert found.sentence.endswith(".")
    assert found.source


def test_that_generated_samples_are_always_the_same():
    assert read_sample("spirals").frame.equals(read_sample("spirals").frame)
    assert read_sample("xor").frame["x1"].iloc[0] == pytest.approx(float(read_sample("xor").frame["x1"].iloc[0]))


def test_that_an_unknown_sample_lists_the_known_ones():
    with pytest.raises(UserError) as refused:
        sample("nothing")
    assert "busan_beach" in refused.value.hint


def test_that_profiles_agree_with_pandas(rng):
    values = rng.normal(size=500)
    values[::7] = np.nan
    table = table_of(v=values, w=rng.integers(0, 9, 500), t=rng.choice(["a", "b"], 500))
    v, w, t = table.fields
    series = table.frame["v"]
    assert (v.kind, v.missing, v.distinct) == ("real", int(series.isna().sum()), series.nunique())
    assert [v.sum, v.mean, v.median, v.minimum, v.maximum] == pytest.approx(
        [series.sum(), series.mean(), series.median(), series.min(), series.max()]
    )
    assert (w.kind, t.kind, t.distinct) == ("integer", "category", 2)
    assert histogram(table.frame["v"], v).sum() == v.present
    assert histogram(table.frame["t"], t).sum() == 500


def test_that_big_columns_are_estimated_and_say_so(rng):
    frame = pd.DataFrame({"v": rng.normal(size=300_000), "k": rng.integers(0, 5, 300_000)})
    v, k = profile_frame(frame)
    assert not v.exact
    assert v.distinct == pytest.approx(300_000, rel=0.01)
    assert v.median == pytest.approx(float(frame["v"].median()), abs=0.05)
    assert (k.exact, k.distinct) == (True, 5)
    assert profile_frame(frame, exact=True)[0].distinct == frame["v"].nunique()
