"""What lies outside of the training rows is found cell by cell, to the last bit, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import SplitConfig
from mlp_gui.data.preprocessing.training_range import OutsideRows, outside_rows
from mlp_gui.data.preprocessing.transform_report import TransformReport
from mlp_gui.data.suggest import suggest_spec

ALL = SplitConfig(method="file_order", train=1.0, validation=0.0, test=0.0)


def table_of(path: Path, frame: pd.DataFrame) -> Table:
    frame.to_csv(path, index=False)
    return read_table(path)


def fitted_on(table: Table, split: SplitConfig = ALL, **changes: object) -> Pipeline:
    return prepare(table, suggest_spec(table, ("y",)).replace(split=split, task="regression", **changes)).pipeline


def found_in(pipeline: Pipeline, table: Table) -> OutsideRows:
    x, report = pipeline.transform(table)
    return outside_rows(pipeline, x, report)


numbers = st.floats(-1e6, 1e6, allow_nan=False).map(lambda v: float(repr(round(v, 6))))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(numbers, min_size=12, max_size=30, unique=True),
    st.lists(numbers, min_size=1, max_size=20),
    st.sampled_from(["standard", "minmax", "robust", "none"]),
)
def test_that_a_number_is_outside_exactly_when_no_training_row_reaches_it(
    tmp_path_factory: pytest.TempPathFactory, trained: list[float], new: list[float], scaling: str
) -> None:
    folder = tmp_path_factory.mktemp("range")
    low, high = min(trained), max(trained)
    cells = [*new, low, high, np.nextafter(low, -np.inf), np.nextafter(high, np.inf)]
    pipeline = fitted_on(
        table_of(folder / "a.csv", pd.DataFrame({"a": trained, "y": [(7 * i) % 5 + 0.5 for i in range(len(trained))]})),
        scaling=scaling,
    )
    found = found_in(pipeline, table_of(folder / "b.csv", pd.DataFrame({"a": cells})))
    said = found.words()
    assert "" not in found.words()[-2:].tolist() or scaling != "none", "without scaling no digit is lost"
    for cell, word in zip(cells[:-2], said[:-2], strict=True):
        assert word == ("a below" if cell < low else "a above" if cell > high else ""), cell
    assert found.count == sum(word != "" for word in said)


def test_that_only_training_rows_count_whatever_the_scaling_is_fitted_on(tmp_path: Path) -> None:
    frame = pd.DataFrame({"a": [float(i) + 0.5 for i in range(40)], "y": [(7 * i) % 11 + 0.25 for i in range(40)]})
    split = SplitConfig(method="file_order", train=0.5, validation=0.25, test=0.25)
    for fit_on in ("training", "used_rows", "all_rows"):
        table = table_of(tmp_path / "a.csv", frame)
        found = found_in(fitted_on(table, split, fit_on=fit_on), table)
        assert found.words().tolist() == [""] * 20 + ["a above"] * 20, fit_on
        assert found.sentences() == (
            "20 of 40 rows lie outside of what the training rows held, so their predictions are guesses.",
            "20 cells of a lie outside of 0.5000 to 19.50, the range of the training rows.",
        )


def test_that_dates_categories_and_numbers_are_named_row_by_row(tmp_path: Path) -> None:
    days = pd.date_range("2021-03-01", periods=30).strftime("%Y-%m-%d")
    frame = pd.DataFrame(
        {
            "when": days,
            "zone": ["north", "south", "west"] * 10,
            "depth": [(3 * i) % 7 + 0.5 for i in range(30)],
            "y": [(7 * i) % 11 + 0.25 for i in range(30)],
        }
    )
    table = table_of(tmp_path / "a.csv", frame)
    spec = suggest_spec(table, ("y",)).replace(split=ALL)
    spec = spec.with_columns(spec.column("when").replace(role="input", encoding="days", reason=""))
    new = pd.DataFrame(
        {
            "zone": ["north", "east", "east", "south"],
            "depth": [3.5, 99.0, 2.5, None],
            "when": ["2021-03-05", "2022-01-01", "2021-03-30", "1999-01-01"],
        }
    )
    spec = spec.with_columns(spec.column("depth").replace(missing="drop"))
    found = found_in(prepare(table, spec).pipeline, table_of(tmp_path / "b.csv", new))
    assert found.words().tolist() == ["", "when above; zone unseen; depth above", "zone unseen", ""]
    assert found.count == 2, "a row without a prediction is no guess"
    assert (
        "1 cell of when lies outside of 2021-03-01 to 2021-03-30, the range of the training rows." in found.sentences()
    )


def test_that_an_empty_cell_that_is_filled_lies_inside(tmp_path: Path) -> None:
    cells = [float(i) + 0.5 if i % 4 else None for i in range(40)]
    table = table_of(tmp_path / "a.csv", pd.DataFrame({"a": cells, "y": [(7 * i) % 11 + 0.25 for i in range(40)]}))
    for missing in ("mean", "median", "most_frequent", "constant"):
        spec = suggest_spec(table, ("y",)).replace(split=ALL, task="regression")
        spec = spec.with_columns(spec.column("a").replace(missing=missing, fill="0"))
        assert found_in(prepare(table, spec).pipeline, table).count == 0, missing


def test_that_many_inputs_are_counted_not_all_named(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    frame = pd.DataFrame(rng.normal(size=(30, 12)).round(3), columns=[f"c{i}" for i in range(12)])
    frame["y"] = rng.normal(size=30).round(3)
    pipeline = fitted_on(table_of(tmp_path / "a.csv", frame))
    found = found_in(pipeline, table_of(tmp_path / "b.csv", frame + 100))
    said = "Cells outside of the range of the training rows: c0 (30), c1 (30), c2 (30), c3 (30) and 8 more."
    assert found.sentences()[1:] == (said,)


def test_that_lags_without_a_value_are_one_sentence_the_largest_first() -> None:
    missing = {f"lag{k}": k for k in range(1, 15)}
    report = TransformReport(np.arange(100) >= 14, missing, {}, {}, ())
    assert report.sentences() == (
        "Rows without a value: lag14 (14), lag13 (13), lag12 (12), lag11 (11) and 10 more.",
        "14 of 100 rows get no prediction.",
    )
    few = TransformReport(np.arange(100) >= 2, {"a": 1, "b": 2}, {}, {}, ())
    assert few.sentences()[:2] == ("1 row has no value in a.", "2 rows have no value in b.")
    filled = TransformReport(np.ones(5, bool), {}, dict.fromkeys("abcde", 2), {}, ())
    assert filled.sentences() == ("Empty cells that were filled: a (2), b (2), c (2), d (2) and 1 more.",)


def test_that_the_range_travels_in_files_and_older_ones_know_none(tmp_path: Path) -> None:
    table = table_of(
        tmp_path / "a.csv",
        pd.DataFrame({"a": [1.5, 2.5, 3.5] * 7, "z": list("uvw") * 7, "y": [(7 * i) % 11 + 0.25 for i in range(21)]}),
    )
    pipeline = fitted_on(table)
    plain = pipeline.to_json()
    assert Pipeline.from_json(plain) == pipeline
    assert "low" not in plain["inputs"][1], "categories have no range"
    for entry in plain["inputs"]:
        entry.pop("low", None)
        entry.pop("high", None)
    older = Pipeline.from_json(plain)
    new = table_of(tmp_path / "b.csv", pd.DataFrame({"a": [99.0, 2.0], "z": ["u", "x"]}))
    assert found_in(older, new).words().tolist() == ["", ""], "a flag here would say that the other rows lie inside"
    assert found_in(pipeline, new).words().tolist() == ["a above", "z unseen"]
