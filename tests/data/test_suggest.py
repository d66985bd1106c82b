"""Suggestions come with reasons: targets by name or place, and columns that are better ignored."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.suggest import propose_pieces, suggest_spec


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


def inputs_of(table: Table, target: str) -> tuple[str, ...]:
    return suggest_spec(table, (target,)).inputs


def test_that_real_inputs_are_not_dropped_for_their_names_or_their_steps(rng) -> None:
    n = 40
    table = table_of(
        x=rng.permutation(np.arange(n) * 3),
        NO=rng.permutation(np.arange(n) * 7 + 2),
        heat_index=rng.permutation(np.arange(n) * 2),
        celsius=np.arange(20, 20 + n),
        y=rng.normal(size=n),
    )
    assert inputs_of(table, "y") == ("x", "NO", "heat_index", "celsius")


@pytest.mark.parametrize(
    "column",
    [
        np.arange(1, 41),  # counts the rows
        np.arange(40),
        [f"guest {k}" for k in range(39)] + ["guest 0"],  # names, one of them twice
        np.arange(40) * 7919 + 4_006_381_333_931,  # article numbers of 13 digits
    ],
    ids=["from 1", "from 0", "names", "article numbers"],
)
def test_that_what_numbers_or_names_the_rows_is_ignored(rng, column: object) -> None:
    table = table_of(a=rng.normal(size=40), column=column, y=rng.normal(size=40))
    assert inputs_of(table, "y") == ("a",)


def test_that_row_weights_are_recognised_and_the_weight_of_a_car_is_an_input(rng) -> None:
    weights = rng.uniform(0.5, 1.5, 40)
    table = table_of(a=rng.normal(size=40), sample_weight=weights * 3, weight=rng.uniform(900, 2000, 40), y=weights)
    spec = suggest_spec(table, ("y",))
    assert (spec.weight, spec.inputs) == ("sample_weight", ("a", "weight"))
    normalised = table_of(a=rng.normal(size=40), weight=weights / weights.mean(), y=rng.normal(size=40))
    assert suggest_spec(normalised, ("y",)).weight == "weight"


def test_that_a_column_of_subset_names_divides_the_rows(rng) -> None:
    table = table_of(a=rng.normal(size=40), part=["Train"] * 30 + ["test"] * 10, y=rng.normal(size=40))
    spec = suggest_spec(table, ("y",))
    assert (spec.split.method, spec.split.column, spec.inputs) == ("column", "part", ("a",))
    only_training = table_of(a=rng.normal(size=40), part=["fit", "tr"] * 20, y=rng.normal(size=40))
    assert suggest_spec(only_training, ("y",)).split.method == "random"


def test_that_a_handful_of_rows_is_all_for_training() -> None:
    spec = suggest_spec(table_of(a=[0, 0, 1, 1], b=[0, 1, 0, 1], y=[0, 1, 1, 0]), ("y",))
    assert (spec.split.train, spec.split.validation, spec.split.test) == (1.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("name", "values", "task"),
    [
        ("quality", [3, 4, 5, 6, 7, 8], "regression"),
        ("grade", [1, 2, 3, 4, 5], "multiclass"),
        ("y", [0.0, 1.0, 2.0], "multiclass"),
        ("digit", list(range(10)), "multiclass"),
        ("y", [1, 2, 3, 5, 6, 7], "multiclass"),  # with a gap they are rather names
    ],
)
def test_that_whole_numbers_in_many_steps_are_a_scale_and_few_are_classes(rng, name, values, task) -> None:
    table = table_of(a=rng.normal(size=120), **{name: (values * 120)[:120]})
    assert prepare(table, suggest_spec(table, (name,))).task.value == task


def test_that_an_input_that_is_constant_in_the_training_rows_only_is_said(rng) -> None:
    table = table_of(a=rng.normal(size=40), sensor=[0.0] * 30 + [50.0] * 10, y=rng.normal(size=40))
    spec = suggest_spec(table, ("y",))
    said = prepare(table, spec.replace(split=spec.split.replace(method="file_order"))).notices
    assert any(s.startswith("sensor is 0 in all training rows and differs in 10 rows") for s in said)
    assert not prepare(table, spec).notices  # by chance both values are among the training rows


def test_that_pieces_are_proposed_for_many_rows_that_chance_divides(rng):
    n = 3000
    size = rng.normal(size=n)
    table = table_of(size=size, few=rng.integers(0, 9, n), y=size + rng.normal(size=n))
    spec = suggest_spec(table)
    assert spec.pieces == 16
    assert [len(i.edges) for i in prepare(table, spec).pipeline.inputs] == [17, 0]
    for method in ("time_order", "file_order", "grouped", "blocked", "periods"):
        assert propose_pieces(table, spec.replace(split=spec.split.replace(method=method))) == 0
    assert propose_pieces(table, spec.with_roles(("few",), ("y",))) == 0
    gaps = table_of(size=size, y=np.where(np.arange(n) < 1, np.nan, size + rng.normal(size=n)))
    assert suggest_spec(gaps).pieces == 0  # of 2,999 rows with a target


def test_that_no_pieces_are_proposed_where_they_would_fill_the_memory(rng):
    n = 3000
    wide = {f"x{k}": rng.normal(size=n) for k in range(126)}
    assert suggest_spec(table_of(**wide, y=rng.normal(size=n))).pieces == 0  # 16 * 126 > 2,000 inputs
    narrow = dict(list(wide.items())[:125])
    assert suggest_spec(table_of(**narrow, y=rng.normal(size=n))).pieces == 16
