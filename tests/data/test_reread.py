"""A person says what a column is: it is read so from the file, and roles, projects and new tables keep to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.reread import read_as_asked_for
from mlp_gui.data.suggest import suggest_spec

ROWS = "".join(f"{['1.1', '1.10', '2.0', '02'][i % 4]},2024010{i % 9 + 1},{i % 2},{i * 0.5}\n" for i in range(40))


@pytest.fixture
def table(tmp_path: Path) -> Table:
    path = tmp_path / "t.csv"
    path.write_text("zone,day,on,y\n" + ROWS)
    return read_table(path)


def asked(table: Table, **kinds: str) -> tuple[Table, DataSpec]:
    spec = suggest_spec(table, ("y",))
    spec = spec.with_columns(*(spec.column(name).replace(read_as=kind) for name, kind in kinds.items()))
    return read_as_asked_for(table, spec), spec


def test_that_codes_read_as_text_stay_as_they_are_written(table: Table) -> None:
    again, spec = asked(table, zone="text")
    assert sorted(again.frame["zone"].unique()) == ["02", "1.1", "1.10", "2.0"]
    assert prepare(again, spec).pipeline.inputs[0].categories == ("1.1", "1.10", "2.0", "02")
    assert again.column_names == table.column_names
    assert not [r for r in again.remarks if r.column == "zone"]


def test_that_whole_numbers_may_be_days(table: Table) -> None:
    again, spec = asked(table, day="datetime")
    assert again.field("day").kind == "datetime"
    column = spec.column("day").replace(encoding="days", role="input")
    first = prepare(again, spec.with_columns(column)).pipeline.inputs
    assert [f.encoding for f in first if f.name == "day"] == ["days"]


def test_that_one_and_zero_may_be_yes_and_no(table: Table) -> None:
    again, spec = asked(table, on="boolean")
    assert again.field("on").kind == "boolean"
    assert next(f for f in prepare(again, spec).pipeline.inputs if f.name == "on").categories == ("0", "1")


def test_that_nothing_is_read_again_without_need(table: Table) -> None:
    again, spec = asked(table, zone="text")
    assert read_as_asked_for(again, spec) is again
    assert read_as_asked_for(table, suggest_spec(table)) is table
    back, _ = asked(again, zone="auto")
    assert back.frame["zone"].tolist() == table.frame["zone"].tolist()


def test_that_the_choice_is_saved(table: Table) -> None:
    _, spec = asked(table, zone="text")
    assert from_json(DataSpec, to_json(spec)) == spec
    old: dict[str, Any] = to_json(spec)
    for column in old["columns"]:
        for name in ("read_as", "below_limit", "spelling", "gap_words"):
            column.pop(name, None)  # as earlier versions wrote it
    assert from_json(DataSpec, old).column("zone").read_as == "auto"


def test_that_a_table_inside_a_project_is_read_again_from_its_bytes(table: Table) -> None:
    assert table.path is not None
    inside = replace(table, path=None, original=table.path.read_bytes())
    again, _ = asked(inside, zone="text")
    assert again.frame["zone"].iloc[1] == "1.10"
    assert (again.path, again.original) == (None, inside.original)


def test_that_a_sample_can_be_read_as_text() -> None:
    for name, column in (("iris", "petal_width"), ("xor", "x1")):
        sample = open_table(f"sample:{name}")
        column = column if sample.has(column) else sample.column_names[0]
        spec = suggest_spec(sample)
        again = read_as_asked_for(sample, spec.with_columns(spec.column(column).replace(read_as="text")))
        assert not again.field(column).is_number
        assert again.n_rows == sample.n_rows


def test_that_a_new_table_is_read_as_was_asked_for(table: Table, tmp_path: Path) -> None:
    again, spec = asked(table, zone="text")
    pipeline = prepare(again, spec).pipeline
    path = tmp_path / "new.csv"
    path.write_text("zone,day,on\n1.10,20240101,0\n1.1,20240102,1\n")
    assert read_table(path, formats=pipeline.formats).frame["zone"].tolist() == ["1.10", "1.1"]


def test_that_what_cannot_be_read_as_asked_counts_as_missing_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("when,level,y\n2020-01-01,1,1\n2020-01-02,low,2\nlater,2.5,3\n2020-01-04,3,4\n")
    again, _ = asked(read_table(path), when="datetime", level="number")
    assert again.field("when").missing == again.field("level").missing == 1
    assert "when: 1 cell cannot be read as a date and counts as missing, first 'later' in line 4." in again.warnings
    assert any(w.startswith("level: 1 cell cannot be read as a number") and "'low'" in w for w in again.warnings)
