"""Shapes that took minutes or gigabytes: a sentence or the table soon, in little memory, and Cancel at any time."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest

from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.data.csv.column_names import unique_names
from mlp_gui.data.csv.other_formats import LONGEST_LINE
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.csv.record_reader import LONGEST_RECORD
from mlp_gui.data.csv.separator_detection import MOST_COLUMNS
from mlp_gui.data.open_table import open_table

ROWS = "".join(f"{i},{i * 2}\n" for i in range(LONGEST_RECORD // 6))


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
    "more columns than a network takes": (wide(MOST_COLUMNS + 1), f"more than {MOST_COLUMNS:,} columns"),
    "a hundred thousand columns": (wide(100_000, "a").replace(",", "\t"), f"more than {MOST_COLUMNS:,} columns"),
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
