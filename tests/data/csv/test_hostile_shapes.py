"""Shapes that took minutes or gigabytes: a sentence or the table soon, in little memory, and Cancel at any time."""

from __future__ import annotations

import random
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.data.csv import record_reader
from mlp_gui.data.csv.byte_source import ByteSource, decoded_blocks
from mlp_gui.data.csv.column_names import unique_names
from mlp_gui.data.csv.dialect_detection import UNASKED_COLUMNS
from mlp_gui.data.csv.other_formats import LONGEST_LINE
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.csv.record_reader import LONGEST_RECORD
from mlp_gui.data.csv.separator_detection import are_plain_records
from mlp_gui.data.open_table import open_table

ROWS = "123456,246912\n" * (LONGEST_RECORD // 6)


def wide(columns: int, name: str = "") -> str:
    rows = "\n".join(",".join(str(i % 97 + j) for i in range(columns)) for j in range(3))
    return ",".join(name or f"c{i}" for i in range(columns)) + "\n" + rows + "\n"


def test_that_twenty_thousand_columns_of_one_name_are_numbered_in_a_moment() -> None:
    """Counting anew for each took the square of their number: 47 s."""
    start = time.process_time()
    names, said = unique_names(["a"] * 20_000)
    assert time.process_time() - start < 1
    assert names == ("a", *(f"a_{k}" for k in range(2, 20_001)))
    assert len(said) == 1


def test_that_names_are_numbered_around_those_that_are_there() -> None:
    assert unique_names(["a", "a_2", "a", "a", "b", "a_4", "b"])[0] == ("a", "a_2", "a_3", "a_5", "b", "a_4", "b_2")


def test_that_the_time_for_columns_grows_with_their_number_only(tmp_path: Path) -> None:
    """With 16 times the columns, what takes the square of their number takes 256 times as long."""
    seconds = []
    for columns in (500, 8_000):
        path = tmp_path / f"{columns}.csv"
        path.write_text(wide(columns))
        start = time.process_time()
        table = read_table(path)
        seconds.append(time.process_time() - start)
        assert table.n_columns == columns
    assert seconds[1] < 48 * seconds[0] + 0.5


SENTENCES = {
    "one line": ("1," * LONGEST_LINE, "too long for a row"),
    "a line below rows": ("a,b\n1,2\n" + "1," * LONGEST_LINE, "Line 3 of"),
    "a line without cells": ("x" * 2 * LONGEST_LINE, "too long for a row"),
    "a line without line ends of its own": ("a;b\r1;2\r" + ";" * 2 * LONGEST_LINE, "Line 3 of"),
    "more columns than are read unasked": (wide(UNASKED_COLUMNS + 1), f"has {UNASKED_COLUMNS + 1:,} columns"),
    "a hundred thousand columns": (wide(100_000, "a").replace(",", "\t"), "has 100,000 columns"),
    "a quote that opens in a row": ('a,b\n1,"2\n' + ROWS, "begins in line 2"),
    "a quote that opens among the names": ('"a,b\n' + ROWS, "begins in line 1"),
    "two quotes among the names": ('a"b,"c\n' + ROWS, "begins in line 1"),
}


@pytest.mark.parametrize("shape", SENTENCES)
def test_that_a_shape_that_is_no_table_is_refused_soon_in_little_memory(shape: str, tmp_path: Path) -> None:
    text, said = SENTENCES[shape]
    path = tmp_path / "f.csv"
    path.write_text(text, newline="")
    start = time.process_time()
    with pytest.raises(UserError) as caught:
        open_table(path)
    assert time.process_time() - start < 5
    assert said in str(caught.value)
    assert "Only line" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_that_no_line_is_held_in_memory_before_it_is_known_to_end(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    with path.open("wb") as file:
        file.write(b"a,b\n1,2\n")
        for _ in range(100):
            file.write(b"1," * 500_000)
    tracemalloc.start()
    with pytest.raises(UserError, match="Line 3"):
        open_table(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40_000_000


def test_that_lines_as_long_as_allowed_are_read(tmp_path: Path) -> None:
    """The sentence about a single line must not come from a sample that ends too soon."""
    path = tmp_path / "f.csv"
    half = LONGEST_LINE // 2 + 1_000
    path.write_text("a" * half + ",b\n" + "x" * half + ",1\n" + "y" * half + ",2\n")
    table = open_table(path)
    assert (table.n_rows, table.n_columns) == (2, 2)
    assert [len(cell) for cell in table.frame.iloc[:, 0]] == [half, half]


def test_that_names_below_a_remark_are_not_called_the_only_line(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("# no rows\na,b\n")
    with pytest.raises(UserError, match="below the names in line 2"):
        open_table(path)


def test_that_cancel_is_asked_for_between_columns_and_between_blocks(tmp_path: Path) -> None:
    """A wide table is cancelled after a column, a packed one while it is looked through for its encoding."""
    asked: list[int] = []

    def withdrawn() -> bool:
        asked.append(0)
        return len(asked) > most

    most = 2_000
    path = tmp_path / "wide.csv"
    path.write_text(wide(3_000))
    with pytest.raises(Cancelled):
        open_table(path, cancelled=withdrawn)
    path = tmp_path / "quote.csv"
    path.write_text('a,b\n1,"2\n' + ROWS)
    del asked[:]
    most = 1_000_000
    with pytest.raises(UserError):
        open_table(path, cancelled=withdrawn)
    assert len(asked) > path.stat().st_size // (1 << 20)


WIDE = 20_000
COST = """
import resource, sys, time
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.open_table import open_table
from mlp_gui.data.suggest import suggest_spec
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
table = open_table(sys.argv[1], like=Dialect())
suggest_spec(table)
seconds, after = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(table.n_columns, seconds, (after - before) / 1024)
"""


@pytest.mark.parametrize("rows", [1, 60])
def test_that_a_wide_table_opens_in_seconds_and_little_memory(rows: int, tmp_path: Path) -> None:
    """It took 11 s for numbers, half of it to make frames of pieces, and 20 s where many columns had to be ignored."""
    cells = [(str(j % 7), ("red", "blue", "")[j % 5 % 3], f"{j % 97 / 8 - 3}") for j in range(WIDE // 3)]
    line = ",".join(",".join(cell) for cell in cells)
    path = tmp_path / "wide.csv"
    names = ",".join(f"c{j}" for j in range(3 * len(cells)))
    path.write_text(names + "\n" + "\n".join(f"{k}{line}" for k in range(rows)) + "\n")
    # Memory is measured in a process of its own.
    done = subprocess.run(
        [sys.executable, "-c", COST, str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    columns, seconds, megabytes = map(float, done.stdout.split())
    assert columns == 3 * len(cells)
    assert seconds < 20  # 5 on a machine that does nothing else; busy neighbours make seconds of a processor longer
    assert megabytes < 300


def test_that_a_quote_left_open_at_the_end_of_a_long_file_is_found_soon(tmp_path: Path) -> None:
    """Rows were looked at one by one: 7 s for 60 MB."""
    path = tmp_path / "f.csv"
    path.write_text("a,b,c\n" + "1.25,word,9\n" * 1_500_000 + '1,"2,3\n1,2,3\n')
    start = time.process_time()
    with pytest.raises(UserError, match="begins in line 1,500,002"):
        read_table(path)
    assert time.process_time() - start < 3


CELLS = ["1", "2.5", "word", "", " ", "Ä", "\u00a0", '"q"', '"a,b"', '"two\nlines"', "a", "#"]


@pytest.mark.parametrize("seed", range(40))
def test_that_blocks_taken_as_a_whole_are_read_as_record_by_record(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    rows = [chance.choices(CELLS[: 3 if k < 25 else chance.choice((3, 4, 6, 12))], k=3) for k in range(40)]
    if seed % 4 == 0:
        rows[chance.randrange(40)] = ["a", "b", "c"]
        rows[chance.randrange(40)] = ["1"]
    path = tmp_path / "f.csv"
    path.write_text("a,b,c\n1,2,word\n" + "".join(",".join(row) + "\n" for row in rows), newline="")
    found, taken = [], []

    def blocks(source: ByteSource, encoding: str) -> Iterator[bytes]:
        data = b"".join(decoded_blocks(source, encoding))
        yield from (data[at : at + 64] for at in range(0, len(data), 64))

    def at_once(*arguments: Any) -> bool:
        taken.append(are_plain_records(*arguments))
        return taken[-1]

    monkeypatch.setattr(record_reader, "_BLOCK", 1)
    monkeypatch.setattr(record_reader, "decoded_blocks", blocks)
    for judge in (at_once, lambda *_: False):
        monkeypatch.setattr(record_reader, "are_plain_records", judge)
        table = read_table(path)
        found.append((table.frame.to_csv(), table.warnings, table.left_out, table.first_line))
    assert found[0] == found[1]
    assert any(taken)


DIGITS = "9" * 5_000  # more than Python makes a number of
LONG_CELLS = "0{0} {0} -{0} 0.{0} 1e{0} {0}% <{0} {0}kg 2020-01-{0} {0}:00 2020-01-01T00:00:00+{0} 01.{0}"


@pytest.mark.parametrize("cell", LONG_CELLS.split())
def test_that_a_cell_of_thousands_of_digits_is_read_or_refused(cell: str, tmp_path: Path) -> None:
    path, cell = tmp_path / "f.csv", cell.format(DIGITS)
    for rows in (f"{cell},1\n01,2\n3,4\n", f"01,2\n02,4\n{cell},1\n"):
        path.write_text(f"a,b\n{rows}")
        table = read_table(path)
        assert table.n_rows == 3
        assert all(len(said) < 1_500 for said in table.warnings)


def test_that_cancel_is_heard_while_one_big_piece_is_parsed(tmp_path: Path) -> None:
    """Between pieces alone it was heard, and one of a wide table takes seconds."""
    path = tmp_path / "f.csv"
    line = ",".join(f"{j % 97 / 8}" for j in range(1_600))
    path.write_text(",".join(f"c{j}" for j in range(1_600)) + "\n" + f"{line}\n" * 2_500)
    asked: list[float] = []

    def cancelled() -> bool:
        asked.append(time.perf_counter())
        return len(asked) > 4

    with pytest.raises(Cancelled):
        read_table(path, cancelled=cancelled)
    assert time.perf_counter() - asked[4] < 1
