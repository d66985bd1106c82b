"""Codes that become equal numbers and NA among codes of two letters are named, each with its way out."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table


def read(cells: list[str], header: str = "c", **asked: ColumnFormat) -> Table:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_text("\n".join([f"{header},y", *(f"{cell},{i}" for i, cell in enumerate(cells))]) + "\n")
        return read_table(path, formats=asked)


def ways(table: Table) -> list[tuple[str, str]]:
    return [(way.setting, way.value) for r in table.remarks if r.column == "c" for way in r.ways_out]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["1.1", "1.10", "1.1", "1.2"], "1.1 (2×), 1.10 (1×) are all 1.1."),
        (["1", "01", "2", "02", "02"], "02 (2×), 2 (1×) are all 2."),
        (["2E1", "20", "3", "20"], "20 (2×), 2E1 (1×) are all 20."),
        (["007", "7", "8", "9"], "007 (1×), 7 (1×) are all 7."),
    ],
)
def test_that_codes_which_become_equal_numbers_are_named(cells: list[str], said: str) -> None:
    table = read(cells)
    assert any(said in w for w in table.warnings), table.warnings
    assert ("read_as", "text") in ways(table)
    assert read(cells, c=ColumnFormat("text", asked=True)).frame["c"].tolist() == cells


@settings(deadline=None)
@given(st.lists(st.sampled_from(["1", "01", "1.1", "1.10", "10", "1E1", "2", "002"]), min_size=2, max_size=30))
def test_that_nothing_merges_silently(cells: list[str]) -> None:
    """Where two codes became one number, something is said; read as text, each stays itself."""
    table = read(cells)
    merged = table.frame["c"].nunique() < len(set(cells))
    assert not merged or ("read_as", "text") in ways(table)
    assert read(cells, c=ColumnFormat("text", asked=True)).frame["c"].tolist() == cells


@pytest.mark.parametrize(
    "cells",
    [
        ["1.10", "2.50", "3.00", "1.10"], ["1", "2.0", "3.", "2"], ["+1", "-1", "1", "0"],
        ["0.5", "0.25", "0.125", "1"],
        ["1e-3", "2e-3", "0.5", "0.25"], ["0", "-0", "1", "2"],
    ],
)  # fmt: skip
def test_that_plain_numbers_are_no_codes(cells: list[str]) -> None:
    assert not read(cells * 3).remarks


def test_that_codes_far_down_a_big_file_are_named(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    rows = 900_000
    lines = ["c,y", *(f"1.{i % 9 + 1},{i}.25" for i in range(rows))]
    for i in range(rows // 2, rows, 7):
        lines[i] = f"1.10,{i}.25"
    path.write_text("\n".join(lines) + "\n")
    assert path.stat().st_size > 9 << 20
    assert any("1.1 (" in w and "1.10 (" in w for w in read_table(path).warnings)


def test_that_na_among_codes_of_two_letters_may_be_one() -> None:
    cells = ["NA", "DE", "FR", "IT", "NA", "DE", "FR"]
    table = read(cells)
    assert (
        "c: 2 cells hold NA and count as missing; among codes of two letters it may be one of them." in table.warnings
    )
    assert ways(table) == [("gap_words", "words"), ("gap_words", "missing")]
    assert read(cells, c=ColumnFormat(kept=("na",), asked=True)).frame["c"].tolist() == cells


@pytest.mark.parametrize("cells", [["NA", "yes", "no", "yes"], ["NA", "1", "2", "3"], ["NA", "north", "south", "east"]])
def test_that_na_elsewhere_is_a_gap(cells: list[str]) -> None:
    table = read(cells)
    assert table.field("c").missing == 1
    assert not table.remarks


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(("one", "other"), [("1", "01"), ("1,5", "1,50"), ("20", "2E1"), ("3", "03")])
def test_that_codes_are_named_wherever_they_stand(separator: str, one: str, other: str, tmp_path: Path) -> None:
    if separator == "," and "," in one:
        return
    path = tmp_path / "t.csv"
    lines = [separator.join(("a", cell, "x")) for cell in (one, other, "2", "2,5" if separator == ";" else "2")]
    path.write_text("\n".join([separator.join(("k", "c", "z")), *lines]) + "\n")
    assert ("read_as", "text") in ways(read_table(path))
