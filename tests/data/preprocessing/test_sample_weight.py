"""A column as row weight: it reaches the loss, replaces another, and a bad weight is said with its line."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.suggest import suggest_spec

ROWS = 24


def written(folder: Path, weights: list[object]) -> Table:
    rng = np.random.default_rng(1)
    lines = [
        f"{a:.3f},{b:.3f},{w},{a * 2 + b:.3f}" for (a, b), w in zip(rng.normal(size=(ROWS, 2)), weights, strict=True)
    ]
    path = folder / "t.csv"
    path.write_text("\n".join(["a,b,w,y", *lines]) + "\n")
    return read_table(path)


def weighed(table: Table) -> DataSpec:
    spec = suggest_spec(table, ("y",))
    return spec.with_columns(spec.column("w").replace(role="weight"))


def test_that_every_row_takes_its_weight_along(tmp_path: Path) -> None:
    weights = [0.5 + i for i in range(ROWS)]
    table = written(tmp_path, weights)
    prepared = prepare(table, weighed(table))
    assert prepared.pipeline.input_names == ("a", "b")
    for subset in prepared.dataset.subsets.values():
        np.testing.assert_array_equal(subset.weights, np.array(weights)[subset.row_numbers])


def test_that_a_row_without_a_weight_is_left_out_and_counted(tmp_path: Path) -> None:
    table = written(tmp_path, ["", *[1.5] * (ROWS - 1)])
    prepared = prepare(table, weighed(table))
    assert prepared.ledger.dropped == (("has no value in w", 1),)


@pytest.mark.parametrize(
    ("weights", "words"),
    [([1.5] * (ROWS - 1) + [-2.5], "holds -2.5"), ([0.0] * ROWS, "No training row counts")],
)
def test_that_a_weight_that_cannot_be_is_refused_in_words(tmp_path: Path, weights: list, words: str) -> None:
    table = written(tmp_path, weights)
    with pytest.raises(UserError) as caught:
        prepare(table, weighed(table))
    assert words in str(caught.value)


def test_that_without_the_role_all_rows_count_alike(tmp_path: Path) -> None:
    table = written(tmp_path, [1.5] * ROWS)
    assert prepare(table, suggest_spec(table, ("y",))).dataset.train.weights is None


def test_that_a_new_weight_column_replaces_the_old_one(tmp_path: Path) -> None:
    spec = weighed(written(tmp_path, [1.5] * ROWS))
    other = spec.with_columns(spec.column("b").replace(role="weight"))
    assert (other.weight, other.column("w").role) == ("b", "ignored")


def test_that_distinct_numbers_of_a_small_table_are_not_taken_for_the_answer(tmp_path: Path) -> None:
    table = written(tmp_path, [1.5] * (ROWS - 1) + [2.5])
    assert set(suggest_spec(table, ("y",)).inputs) == {"a", "b", "w"}
