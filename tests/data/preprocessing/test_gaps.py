"""Gaps are filled and rows are kept: the proposal, what becomes of it in training, and in every table after it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.paths import TESTS
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec, SplitConfig
from mlp_gui.data.suggest import suggest_spec

PASSENGERS = TESTS / "data" / "cases" / "gaps" / "passengers.csv"
IN_ORDER = SplitConfig(method="file_order")


@pytest.fixture
def passengers() -> Table:
    return read_table(PASSENGERS)


def in_order(table: Table, *targets: str, **encodings: str) -> DataSpec:
    spec = suggest_spec(table, targets).replace(split=IN_ORDER)
    return spec.with_columns(*(spec.column(n).replace(role="input", encoding=e) for n, e in encodings.items()))


def test_the_proposal_for_each_kind_of_column(passengers):
    spec = suggest_spec(passengers, ("y",))
    found = {c.name: (c.role, c.missing, c.fill) for c in spec.columns}
    assert found == {
        "age": ("input", "flagged", ""),
        "fare": ("input", "median", ""),
        "deck": ("input", "flagged", ""),
        "member": ("input", "constant", "no"),
        "subscribed": ("input", "constant", "0"),
        "when": ("ignored", "flagged", ""),
        "y": ("target", "median", ""),
    }


def test_that_only_rows_without_target_are_left_out(passengers):
    prepared = prepare(passengers, in_order(passengers, "y", when="day_and_hour"))
    assert dict(prepared.ledger.dropped) == {"have no value in y": 4}
    raw = passengers.frame[passengers.frame["y"].notna()]
    assert prepared.ledger.n_used == len(raw) == 76
    gaps = {n: int(raw[n].isna().sum()) for n in ("age", "deck", "member", "subscribed", "when")}
    assert prepared.ledger.filled == gaps
    assert any("age (" in line for line in prepared.ledger.sentences())


def test_what_a_filled_cell_becomes(passengers):
    prepared = prepare(passengers, in_order(passengers, "y", when="days"))
    pipeline, train = prepared.pipeline, prepared.dataset.train
    rows = passengers.frame.iloc[train.row_numbers]
    names = list(pipeline.feature_names)
    assert names == [
        "age", "age was empty", "fare", "deck = A", "deck = B", "deck = C", "deck = empty", "member = x", "subscribed",
        "when", "when was empty",
    ]  # fmt: skip
    empty = rows["age"].isna().to_numpy()
    np.testing.assert_array_equal(train.x[:, 1], empty)
    fitted = pipeline.inputs[0]
    assert fitted.fill == rows["age"].median()
    np.testing.assert_allclose(train.x[empty, 0] * fitted.scale[0] + fitted.shift[0], rows["age"].median())
    np.testing.assert_array_equal(train.x[:, names.index("deck = empty")], rows["deck"].isna())
    np.testing.assert_array_equal(train.x[:, names.index("member = x")], rows["member"].notna())
    subscribed = pipeline.inputs[4]
    np.testing.assert_array_equal(
        train.x[:, names.index("subscribed")] * subscribed.scale[0] + subscribed.shift[0], rows["subscribed"].notna()
    )


def test_that_every_row_of_a_new_table_is_usable_unless_a_cell_cannot_be_read(passengers, tmp_path):
    pipeline = prepare(passengers, in_order(passengers, "y")).pipeline
    new = tmp_path / "new.csv"
    new.write_text("age,fare,deck,member,subscribed\n,,A,,\n30,,A,x,1\nold,1,B,,0\n,5,Z,no,\n", encoding="utf-8")
    x, report = pipeline.transform(open_table(new, formats=pipeline.formats))
    np.testing.assert_array_equal(report.usable, [True, True, False, True])
    assert report.filled["fare"] == 2, "it had no gap in the training, and is filled with the median"
    assert "2 empty cells of fare were filled." in report.sentences()
    assert list(report.unread) == ["age"]
    member = pipeline.feature_names.index("member = x")
    np.testing.assert_array_equal(x[[0, 1, 3], member], [0, 1, 0])


def test_that_a_gap_means_nothing_that_no_training_row_has(passengers):
    """Without an empty cell in the training rows there is nothing to learn, so that there is no input for it."""
    frame = passengers.frame.assign(age=np.arange(80.0))
    frame.loc[70:, "age"] = np.nan
    frame.loc[70:, "deck"] = np.nan
    frame.loc[:69, "deck"] = ["A", "B", "B"] * 23 + ["A"]
    table = Table("t", None, frame, None, profile_frame(frame))
    pipeline = prepare(table, in_order(table, "y")).pipeline
    assert "age was empty" not in pipeline.feature_names
    assert "deck = empty" not in pipeline.feature_names
    assert {f.name: f.fill for f in pipeline.inputs}["deck"] == "B"


def test_that_a_few_gaps_get_no_input_of_their_own():
    frame = pd.DataFrame({"a": np.arange(500.0), "b": np.arange(500.0) ** 2, "y": np.arange(500.0) % 7})
    frame.loc[:8, "a"] = np.nan
    frame.loc[:9, "b"] = np.nan
    spec = suggest_spec(Table("t", None, frame, None, profile_frame(frame)), ("y",))
    assert (spec.column("a").missing, spec.column("b").missing) == ("median", "flagged")


def test_that_a_ticked_target_has_two_classes(passengers):
    prepared = prepare(passengers, in_order(passengers, "member"))
    assert prepared.pipeline.class_names == ("no", "x")
    assert prepared.ledger.n_used == 80
    rows = passengers.frame["member"].iloc[prepared.dataset.train.row_numbers]
    np.testing.assert_array_equal(prepared.dataset.train.y[:, 0], rows.notna())
    assert prepared.table.field("member").missing == 53, "the table itself is as it was read"


def test_that_dropping_the_row_stays_a_choice(passengers):
    spec = in_order(passengers, "y")
    spec = spec.with_columns(spec.column("age").replace(missing="drop"))
    assert dict(prepare(passengers, spec).ledger.dropped)["have no value in age"] == 20


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), n=st.integers(20, 120), share=st.floats(0.0, 0.45))
def test_that_no_row_is_lost_whatever_is_missing(seed, n, share):
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "a": rng.normal(size=n),
            "b": rng.integers(0, 50, n).astype(float),
            "c": pd.array(rng.choice(["u", "v", "w", "empty"], n), dtype="str"),
            "y": rng.normal(size=n),
        }
    )
    for name in ("a", "b", "c"):
        frame[name] = frame[name].mask(rng.random(n) < share)
    table = Table("t", None, frame, None, profile_frame(frame))
    spec = suggest_spec(table, ("y",))
    prepared = prepare(table, spec.with_columns(*(ColumnSpec(c, missing=spec.column(c).missing) for c in "abc")))
    assert prepared.ledger.n_used == n
    x, report = prepared.pipeline.transform(table)
    assert report.usable.all()
    assert np.isfinite(x).all()
    again = Pipeline.from_json(prepared.pipeline.to_json())
    assert again == prepared.pipeline
    np.testing.assert_array_equal(again.transform(table)[0], x)
