"""Any table written in any dialect is read back equal, by the fast way and by the careful way."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlp_gui.data.columns.cell_reader import DITTO
from mlp_gui.data.columns.dialect import MISSING_MARKERS, NUMERIC_MARKERS, Dialect
from mlp_gui.data.csv import chunked_reader, reader
from mlp_gui.data.csv.reader import read_table

RELAXED = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MARKERS = {m.strip().lower() for m in (*MISSING_MARKERS, *NUMERIC_MARKERS)} | DITTO
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=12)


def is_plain_word(word: str) -> bool:
    """A text that no rule reads as a number, a gap, a repetition or padding."""
    bare = word.strip()
    return bool(bare) and word == bare and not any(c.isdigit() for c in bare) and bare.lower() not in MARKERS


texts = WORDS.map(str.strip).filter(is_plain_word).filter(lambda w: not w.startswith(("#", "%", "/", "!", "\ufeff")))
finite = st.floats(allow_nan=False, allow_infinity=False)
integers = st.integers(-(2**53), 2**53)


@st.composite
def tables(draw: st.DrawFn) -> dict[str, list[object]]:
    rows = draw(st.integers(3, 12))
    kinds = draw(st.lists(st.sampled_from([finite, integers, texts]), min_size=1, max_size=5))
    columns = {f"col {chr(97 + i)}": draw(st.lists(k, min_size=rows, max_size=rows)) for i, k in enumerate(kinds)}
    return {"id": [f"row-{'abcdefghijklm'[i]}" for i in range(rows)], **columns}


def written(table: dict[str, list[object]], separator: str, quote: str, end: str, decimal: str, every: bool) -> str:
    out = io.StringIO()
    rows = csv.writer(
        out,
        delimiter=separator,
        quotechar=quote,
        lineterminator=end,
        quoting=csv.QUOTE_ALL if every else csv.QUOTE_MINIMAL,
    )
    rows.writerow(table)
    for cells in zip(*table.values(), strict=True):
        rows.writerow([repr(c).replace(".", decimal) if isinstance(c, float) else c for c in cells])
    return out.getvalue()


@RELAXED
@given(
    table=tables(),
    separator=st.sampled_from([",", ";", "\t", "|"]),
    quote=st.sampled_from(['"', "'"]),
    end=st.sampled_from(["\n", "\r\n"]),
    decimal=st.sampled_from([".", ","]),
    every=st.booleans(),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_that_a_table_is_read_back_equal_when_its_dialect_is_given(
    tmp_path, table, separator, quote, end, decimal, every, encoding
):
    path = tmp_path / "a.csv"
    path.write_bytes(written(table, separator, quote, end, decimal, every).encode(encoding))
    dialect = Dialect(encoding=encoding, separator=separator, quote=quote, decimal=decimal, thousands="")
    assert_equal(read_table(path, dialect).frame, table)


@RELAXED
@given(table=tables(), separator=st.sampled_from([",", ";", "\t", "|"]), end=st.sampled_from(["\n", "\r\n"]))
def test_that_a_fully_quoted_table_is_read_back_equal_without_any_help(tmp_path, table, separator, end):
    path = tmp_path / "a.csv"
    path.write_text(written(table, separator, '"', end, ".", True), encoding="utf-8", newline="")
    assert_equal(read_table(path).frame, table)


def assert_equal(frame: pd.DataFrame, table: dict[str, list[object]]) -> None:
    assert list(frame.columns) == list(table)
    for name, cells in table.items():
        assert frame[name].tolist() == cells


@RELAXED
@given(
    numbers=st.lists(st.lists(st.one_of(finite, st.none()), min_size=4, max_size=4), min_size=4, max_size=40),
    separator=st.sampled_from([",", ";", "\t", "|"]),
    piece=st.integers(8, 400),
    block=st.integers(3, 60),
    end=st.sampled_from(["\n", "\r\n"]),
    last=st.booleans(),
)
def test_that_the_fast_way_finds_what_the_careful_way_finds(tmp_path, numbers, separator, piece, block, end, last):
    rows = [separator.join("" if c is None else repr(c) for c in row) for row in numbers]
    path = tmp_path / "a.csv"
    path.write_text("a,b,c,d".replace(",", separator) + end + end.join(rows) + end * last, newline="")
    careful = read_table(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunked_reader, "SMALLEST", 0)
        patch.setattr(reader, "SMALLEST", 0)
        patch.setattr(chunked_reader, "_PIECE", piece)
        patch.setattr(chunked_reader, "_BLOCK", block)
        quick = read_table(path)
    pd.testing.assert_frame_equal(quick.frame, careful.frame)
    assert quick.fields == careful.fields
    assert quick.first_line == careful.first_line
    assert quick.warnings == careful.warnings


ODD_ROWS = ["1,2", "1,2,3,4", '"1,5",2,3', ",,", "", "1,2,\xff", "1\r,2,3", "x,2,3", "TRUE,2,3", "1,2\x1a,3"]


@pytest.mark.parametrize("odd", ODD_ROWS)
@pytest.mark.parametrize("at", [0, 17, 39])
def test_that_the_fast_way_gives_up_on_every_odd_row(tmp_path, monkeypatch, odd, at):
    rows = [f"{i},{i * 2},{i * 3}" for i in range(40)]
    rows.insert(at, odd)
    path = tmp_path / "a.csv"
    path.write_bytes(("a,b,c\n" + "\n".join(rows) + "\n").encode("latin-1"))
    careful = read_table(path)
    monkeypatch.setattr(chunked_reader, "SMALLEST", 0)
    monkeypatch.setattr(reader, "SMALLEST", 0)
    monkeypatch.setattr(chunked_reader, "_PIECE", 60)
    quick = read_table(path)
    pd.testing.assert_frame_equal(quick.frame, careful.frame)
    assert quick.warnings == careful.warnings
    assert quick.left_out == careful.left_out


def test_that_the_fast_way_is_taken_for_a_big_plain_file(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + "1.5,2\n" * 400)
    monkeypatch.setattr(chunked_reader, "SMALLEST", 0)
    monkeypatch.setattr(reader, "SMALLEST", 0)
    monkeypatch.setattr(reader, "read_records", None)  # the careful way would fail
    assert read_table(path).n_rows == 400


def test_that_shares_of_progress_rise_on_the_fast_way(tmp_path, monkeypatch):
    path = Path(tmp_path / "a.csv")
    path.write_text("a,b\n" + "1.5,2\n" * 400)
    monkeypatch.setattr(chunked_reader, "SMALLEST", 0)
    monkeypatch.setattr(reader, "SMALLEST", 0)
    monkeypatch.setattr(chunked_reader, "_PIECE", 100)
    shares: list[float] = []
    read_table(path, progress=shares.append)
    assert shares == sorted(shares)
    assert len(shares) > 20
    assert np.isclose(shares[-1], 1.0)
