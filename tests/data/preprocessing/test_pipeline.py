"""Rows that the network has not seen: a cell that cannot be read costs its row the prediction and nothing else."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.prepare import Pipeline, prepare
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec, SplitConfig


def table_of(first_line: int = 0, **columns: object) -> Table:
    frame = pd.DataFrame(columns)
    return Table("t", None, frame, None, profile_frame(frame), first_line=first_line)


def fitted(missing: str = "drop") -> Pipeline:
    days = pd.date_range("2020-01-01", periods=40).strftime("%Y-%m-%d").astype(str)
    table = table_of(x=np.arange(40.0), day=days, y=np.arange(40.0) ** 2)
    columns = (
        ColumnSpec("x", missing=missing),
        ColumnSpec("day", encoding="days", missing=missing),
        ColumnSpec("y", role="target"),
    )
    return prepare(table, DataSpec(columns)).pipeline


@pytest.mark.parametrize("missing", ["drop", "mean"])
def test_that_a_text_among_numbers_costs_its_row_the_prediction(missing):
    pipeline = fitted(missing)
    new = table_of(first_line=2, x=["1.5", "tall", "3", "wide"], day=["2020-01-03"] * 4)
    x, report = pipeline.transform(new)
    good, _ = pipeline.transform(table_of(x=[1.5, 3.0], day=["2020-01-03"] * 2))
    assert np.array_equal(x[[0, 2]], good)
    assert report.usable.tolist() == [True, False, True, False]
    assert (report.missing, report.filled) == ({}, {})
    assert report.sentences(new.first_line) == (
        "2 cells of x are not what the network was trained on, first 'tall' in line 3. Their rows get no prediction.",
        "2 of 4 rows get no prediction.",
    )


def test_that_a_date_that_is_none_costs_its_row_the_prediction():
    _, report = fitted().transform(table_of(x=[1.0, 2.0, 3.0], day=["2020-01-03", "soon", "2020-01-05"]))
    assert report.usable.tolist() == [True, False, True]
    assert report.sentences()[0].startswith("1 cell of day is not what the network was trained on: 'soon' in row 2.")


def test_that_a_gap_beside_a_text_is_still_filled():
    pipeline = fitted("mean")
    x, report = pipeline.transform(table_of(x=["1.5", None, "tall"], day=["2020-01-03"] * 3))
    assert report.filled == {"x": 1}
    assert report.usable.tolist() == [True, True, False]
    train_mean = 0.0
    assert x[1, 0] == pytest.approx(train_mean, abs=1e-12)


def test_that_a_column_without_any_number_is_refused():
    with pytest.raises(UserError, match="The column x holds text where numbers are needed") as refused:
        fitted().transform(table_of(x=["low", "high"], day=["2020-01-03"] * 2))
    assert "row 1 holds 'low'" in refused.value.detail


def test_that_a_text_among_the_numbers_to_learn_from_is_refused_in_whichever_subset_it_is():
    table = table_of(x=["1", "2", "3", "4", "5", "6", "7", "8", "9", "tall"], y=np.arange(10.0))
    spec = DataSpec(
        (ColumnSpec("x", encoding="number"), ColumnSpec("y", role="target")), split=SplitConfig(method="file_order")
    )
    with pytest.raises(UserError, match="holds text where numbers are needed") as refused:
        prepare(table, spec)
    assert "row 10 holds 'tall'" in refused.value.detail


def test_that_one_row_is_refused_for_being_one():
    with pytest.raises(UserError, match="t has one row: nothing can be learned from it") as refused:
        prepare(table_of(x=[1.0], y=[2.0]), DataSpec((ColumnSpec("x"), ColumnSpec("y", role="target"))))
    assert "Open a table with more rows" in refused.value.hint


def test_that_a_table_whose_inputs_are_all_ignored_says_so_with_a_reason():
    columns = (
        ColumnSpec("a", role="ignored", reason="It holds dates; choose an encoding to use them."),
        ColumnSpec("b", role="ignored"),
        ColumnSpec("y", role="target"),
    )
    with pytest.raises(UserError, match="every column but the target is ignored") as refused:
        prepare(table_of(a=np.arange(9.0), b=np.arange(9.0), y=np.arange(9.0)), DataSpec(columns))
    assert refused.value.detail == "Ignored: a, b. a: It holds dates; choose an encoding to use them."
    assert "role input" in refused.value.hint


def test_that_empty_validation_says_what_follows():
    columns = (ColumnSpec("x"), ColumnSpec("y", role="target"))
    split = SplitConfig(train=1.0, validation=0.0, test=0.0)
    prepared = prepare(table_of(x=np.arange(9.0), y=np.arange(9.0) ** 2), DataSpec(columns, split=split))
    said = " ".join(prepared.notices)
    assert "The validation subset is empty" in said
    assert "early stopping that watches validation rows is off" in said
