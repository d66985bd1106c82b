"""Quotes where none belong, whole lines in quotes, names for fewer columns than there are, unquoted decimal commas."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table

PLAIN = "".join(f"{i},plain {i % 3},{i + 0.5}\n" for i in range(20))


def said_of_quotes(table: Table) -> list[str]:
    return [said for said in table.warnings if "quote sign inside a cell" in said]


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ('This "word" in', 'This "word" in'),
        ('"12"x', '"12"x'),
        ('12"', '12"'),
        ('"This "word" in, text"', 'This "word" in, text'),
        ('"a "quoted" word"', 'a "quoted" word'),
        ('"Smith" John', '"Smith" John'),
    ],
)
def test_that_a_stray_quote_belongs_to_its_cell_and_is_said(read, cell: str, meant: str):
    table = read(f"id,note,v\n{PLAIN}20,{cell},20.5\n21,last,21.5\n")
    assert table.frame["note"].tolist()[20:] == [meant, "last"]
    assert table.frame["v"].tolist() == [i + 0.5 for i in range(22)]
    assert said_of_quotes(table) == ["1 row has a quote sign inside a cell, which was kept, in line 22."]


def test_that_a_quote_that_is_never_closed_is_refused_with_its_line(read):
    with pytest.raises(UserError, match="record that begins in line 22"):
        read(f'id,note,v\n{PLAIN}20,"12,20.5\n21,last,21.5\n')


def test_that_two_stray_quotes_do_not_swallow_the_rows_between_them(read):
    table = read(f'id,size,v\n20,"6 inch,7\n{PLAIN}21,"9 inch,8\n')
    assert table.n_rows == 22
    assert table.frame["size"].tolist()[::21] == ['"6 inch', '"9 inch']
    assert said_of_quotes(table)


@pytest.mark.parametrize("cell", ['"a, b"', '"say ""yes"""', '"two\nlines"', '""', ' "blank before"', '"blank after" '])
def test_that_quotes_in_their_place_are_no_reason_for_a_word(read, cell: str):
    table = read(f"id,note,v\n{PLAIN}20,{cell},20.5\n")
    assert table.n_rows == 21
    assert not said_of_quotes(table)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("first", ["quoted", "bare"])
def test_that_lines_quoted_as_a_whole_hold_cells(read, separator: str, first: str):
    rows = [separator.join((str(i), f'""{chr(97 + i % 5)}, {i}""', f"{i}.5")) for i in range(20)]
    names = separator.join(("id", "note", "v"))
    table = read("\n".join([f'"{names}"' if first == "quoted" else names, *(f'"{row}"' for row in rows)]) + "\n")
    assert table.column_names == ("id", "note", "v")
    assert table.frame["v"].tolist() == [i + 0.5 for i in range(20)]
    assert table.frame["note"][6] == "b, 6"
    assert any("quoted as a whole" in said for said in table.warnings)


def test_that_one_column_of_quoted_texts_stays_one_column(read):
    table = read('name\n"Smith, John"\n"Doe, Jane"\n"Roe, Rick"\n')
    assert table.column_names == ("name",)
    assert table.frame["name"].tolist() == ["Smith, John", "Doe, Jane", "Roe, Rick"]


def test_that_names_for_all_but_the_last_column_stay_where_they_are(read):
    """The first column repeats its cells, so that it does not name the rows."""
    table = read("station,flow,temp\n" + "".join(f"{'AB'[i % 2]},{i}.5,{i}.25,x{i}\n" for i in range(12)))
    assert table.column_names == ("station", "flow", "temp", "column_4")
    assert table.frame["flow"].tolist() == [i + 0.5 for i in range(12)]
    assert any(said == "Line 1 has 3 names, most rows have 4 cells." for said in table.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "date,flow\n2021-01-01,3,5\n2021-01-02,4,25\n2021-01-03,4,75\n",
        "date,flow\n2021-01-01,3,5\n2021-01-02,4\n2021-01-03,4,75\n",
        "a,b\n1,2,5\n3,4,5\n5,6,25\n",
        "date,flow,temp\n2021-01-01,3,5,18,2\n2021-01-02,4,25,17,9\n2021-01-03,4,75,18,1\n",
    ],
)
def test_that_decimal_commas_among_commas_are_refused_with_the_line(read, text: str):
    with pytest.raises(UserError, match=r"decimal commas.*Line 2 has"):
        read(text)


def test_that_row_names_of_r_are_no_decimal_commas(read):
    assert read('"a","b"\n"one",2,5\n"two",4,5\n"three",6,25\n').column_names == ("row_name", "a", "b")
    assert read("a,b\n1,2,5\n2,4,5\n3,6,25\n").column_names == ("row_name", "a", "b")


LETTERS = st.text('ab", ;', max_size=7)


@settings(max_examples=80, deadline=None, phases=[Phase.generate])
@given(st.lists(LETTERS, min_size=1, max_size=6), st.sampled_from([",", ";"]))
def test_that_numbers_beside_stray_quotes_are_never_shifted(cells: list[str], separator: str):
    """Whatever stands in the second of three columns: a row keeps its numbers or is left out with a word."""
    rows = [f"{i}{separator}plain{separator}{i + 0.5}" for i in range(20)]
    rows += [f"{20 + i}{separator}{cell}{separator}{20 + i + 0.5}" for i, cell in enumerate(cells)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        lines = [f"id{separator}note{separator}v", *rows, f"99{separator}end{separator}99.5"]
        path.write_text("\n".join(lines) + "\n")
        try:
            table = read_table(path)
        except UserError:
            return
    assert set(table.column_names) >= {"id", "note", "v"}
    frame = table.frame
    right = [float(a) + 0.5 == float(b) for a, b in zip(frame["id"], frame["v"], strict=True) if a == a and b == b]
    assert (len(frame) == 21 + len(cells) and all(right)) or table.warnings
