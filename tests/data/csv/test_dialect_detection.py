"""Every way of writing a table down is found by itself, and what was guessed is said."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile

import pytest

from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.csv.reader import read_table

TABLE = "name,size\nana,1.5\nbo,2.5\ncy,-3\n"
ROWS = [["ana", 1.5], ["bo", 2.5], ["cy", -3.0]]


def cells(table) -> list[list[object]]:
    return table.frame.values.tolist()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "^", "~"])
def test_that_each_separator_is_found(read, separator):
    table = read(TABLE.replace(",", separator))
    assert table.dialect.separator == separator
    assert cells(table) == ROWS
    assert table.warnings == ()


def test_that_blanks_in_any_number_separate(read):
    table = read("  x   y  kind\n 1.0 2.0 a\n10.0  20.0   b\n")
    assert table.column_names == ("x", "y", "kind")
    assert cells(table) == [[1.0, 2.0, "a"], [10.0, 20.0, "b"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_that_each_line_end_is_read(read, end):
    assert cells(read(TABLE.replace("\n", end))) == ROWS


def test_that_line_ends_may_be_mixed(read):
    assert cells(read("a,b\r\n1,2\n3,4\r\n")) == [[1, 2], [3, 4]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_that_each_encoding_is_found(read, encoding):
    table = read("name,price\nÉmile,1\nMüller,2\n".encode(encoding))
    assert table.frame["name"].tolist() == ["Émile", "Müller"]
    assert table.column_names[0] == "name"
    assert bool(table.warnings) == (encoding in ("cp1252", "utf-16-le"))  # only these are guesses


def test_that_one_bad_byte_does_not_change_the_encoding_of_a_utf8_file(read):
    good = "".join(f"señor {i},{i}\n" for i in range(60))
    table = read(("name,n\n" + good).encode() + b"bad \xff,1\n")
    assert table.dialect.encoding == "utf-8"
    assert table.frame["name"].iloc[0] == "señor 0"
    assert any("1 byte is no letter" in w for w in table.warnings)


def zipped(data: bytes, name: str = "inside.csv") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("pack", "suffix"), [(gzip.compress, ".gz"), (bz2.compress, ".bz2"), (lzma.compress, ".xz"), (zipped, ".zip")]
)
def test_that_packed_files_are_unpacked_and_that_it_is_said(read, pack, suffix):
    table = read(pack(TABLE.encode()), "a.csv" + suffix)
    assert cells(table) == ROWS
    assert "packed" in table.warnings[0]


def test_that_packing_is_found_whatever_the_name_says(read):
    assert "although its name does not say so" in read(gzip.compress(TABLE.encode()), "plain.csv").warnings[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a;b\n1,5;x\n-0,25;y\n", [1.5, -0.25]),
        ("v\n1,5\n2,25\n", [1.5, 2.25]),
        ("a;b\n0,435;x\n0,876;y\n", [0.435, 0.876]),
        ('a,b\n"1,234",x\n"2,345,678",y\n', [1234, 2345678]),
        ('a,b\n"1.234,56",x\n"12.345,00",y\n', [1234.56, 12345.0]),
        ("a;b\n1'234.50;x\n12'345.00;y\n", [1234.5, 12345.0]),
        ("a;b\n1 234,50;x\n12 345,00;y\n", [1234.5, 12345.0]),
        ("a;b\n1\u00a0234,50;x\n12\u202f345,00;y\n", [1234.5, 12345.0]),
        ('a,b\n+10,x\n"+1,234",y\n+1.23e2,z\n', [10, 1234, 123]),
        ("a,b\n−1.5,x\n3,y\n", [-1.5, 3]),
        ("a,b\n$1.50,x\n$1200,y\n", [1.5, 1200]),
        ("a;b\n1,5 %;x\n10 %;y\n", [1.5, 10]),
        ("a,b\n1e3,x\n-2.5E-4,y\n", [1000, -0.00025]),
    ],
)
def test_that_numbers_written_for_people_become_numbers(read, text, expected):
    assert read(text).frame.iloc[:, 0].tolist() == expected


def test_that_a_decimal_comma_is_never_taken_for_thousands_when_a_cell_says_otherwise(read):
    table = read("x;y\n0,435;1,234\n0,876;2,345\n1,111;3,456\n")
    assert table.frame["x"].sum() == pytest.approx(2.422)
    assert table.dialect.decimal == ","


def test_that_an_ambiguous_thousands_sign_is_said(read):
    table = read('a,b\n"1,234",x\n"5,678",y\n')
    assert table.frame["a"].tolist() == [1234, 5678]
    assert any("could also be a decimal comma" in w for w in table.warnings)


def test_that_semicolons_decide_what_three_digits_after_a_comma_are(read):
    """A gauge in metres: Excel writes semicolons where the comma is the decimal sign."""
    table = read("stage;flow\n1,001;2,125\n1,014;3,250\n")
    assert table.frame["stage"].tolist() == [1.001, 1.014]
    assert any("1,001 was read with a decimal comma; choose the point" in w for w in table.warnings)
    points = read("stage;flow\n1,001;2.5\n1,014;3.25\n")
    assert points.frame["stage"].tolist() == [1001, 1014]


def test_that_a_new_file_follows_the_table_it_is_compared_with(read, tmp_path):
    own = read("a\tb\n1,5\t-9999\n2,25\t3\n").dialect
    own = own.replace(missing=(*own.missing, "-9999"))
    (tmp_path / "new.csv").write_text("a\tb\n1,125\t-9999\n2,250\t7\n")
    alone, like = read_table(tmp_path / "new.csv"), read_table(tmp_path / "new.csv", like=own)
    assert alone.frame["a"].tolist() == [1125, 2250]
    assert like.frame["a"].tolist() == [1.125, 2.25]
    assert like.frame["b"].isna().tolist() == [True, False]
    assert "Cells '-9999' count as missing." in like.warnings
    fewer = own.replace(missing=("",))
    assert "Its missing markers are those of the table that the network was trained on." in (
        read_table(tmp_path / "new.csv", like=fewer).warnings
    )


def test_that_both_decimal_signs_may_stand_in_one_file(read):
    table = read("commas;periods\n1,1;1.1\n0,25;0.25\n-1,53e4;-1.53e4\n")
    assert table.frame["commas"].tolist() == table.frame["periods"].tolist() == [1.1, 0.25, -15300.0]


@pytest.mark.parametrize(
    ("text", "names", "rows"),
    [
        ("1,2\n3,4\n", ("column_1", "column_2"), 2),
        ("red,small\nblue,large\nred,large\n", ("column_1", "column_2"), 3),
        ("color,size\nred,small\nblue,large\nred,large\n", ("color", "size"), 3),
        ("country,1960,1961,1962\nA,1.5,2.5,3.5\nB,1.5,2,3\n", ("country", "1960", "1961", "1962"), 2),
        ("150,4,setosa,virginica\n5.1,3.5,1.4,0\n4.9,3.0,1.4,1\n", ("150", "4", "setosa", "virginica"), 2),
        ("id,100022,100025\nid1,TRUE,FALSE\nid2,FALSE,TRUE\n", ("id", "100022", "100025"), 2),
        ('"mpg","cyl"\n"Mazda",21,6\n"Datsun",22.8,4\n', ("row_name", "mpg", "cyl"), 2),
        (",a,b\n0,1,2\n1,3,4\n", ("column_1", "a", "b"), 2),
        ("a,a,b,a_2\n1,2,3,4\n5,6,7,8\n", ("a", "a_3", "b", "a_2"), 2),
        ("#id,value\n1,2\n3,4\n", ("id", "value"), 2),
        ("sep=;\na;b\n1;2\n3;4\n", ("a", "b"), 2),
        ("Report of 2020\nby me\n\nid,value\n1,2\n3,4\n5,6\n", ("id", "value"), 3),
        ("Report of 2020, by me\nid,value,c\n1,2,3\n3,4,5\n5,6,7\n", ("id", "value", "c"), 3),
        ("a,b,c\n1,2,3,\n4,5,6,\n", ("a", "b", "c"), 2),
        ("a,b,c\n1,2,3,,,,\n4,5,6,,,,\n", ("a", "b", "c"), 2),
        ("name,colour,n\nana,red,3,,,\nbo,blue,4,,,\ncy,red,4,,,\n", ("name", "colour", "n"), 3),
        ("one,two,three\nname,colour,n,,,\nana,red,3,,,\nbo,blue,4,,,\n", ("name", "colour", "n"), 2),
        ("  id \t, value \n1,10\n2,20\n", ("id", "value"), 2),
    ],
)
def test_that_header_titles_and_names_are_found(read, text, names, rows):
    table = read(text)
    assert table.column_names == names
    assert table.n_rows == rows


def test_that_lines_above_and_below_the_table_are_left_out_and_said(read):
    table = read("Title\n\nid,value\n1,2\n3,4\n5,6\nSource: WHO\n")
    assert table.frame["id"].tolist() == [1, 3, 5]
    assert any("last “Title”" in w for w in table.warnings)
    assert any("a note below the table, first “Source: WHO”" in w for w in table.warnings)


def test_that_a_note_between_rows_is_kept_as_a_short_row(read):
    table = read("id,value\n1,2\nnot a note: row\n3,4\n5,6\n")
    assert table.n_rows == 4
    assert any("fewer than 2" in w for w in table.warnings)


def test_that_comments_between_rows_are_left_out(read):
    table = read("a,b\n1,2\n# a comment here\n3,4\n")
    assert table.frame["a"].tolist() == [1, 3]
    assert any("1 line was left out as a comment" in w for w in table.warnings)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('a,b\n1,"x, y"\n', "x, y"),
        ('a,b\n1,"say ""hi"""\n', 'say "hi"'),
        ('a,b\n1,"two\nlines"\n', "two\nlines"),
        ("a,b\n1,'x, y'\n2,'z'\n", "x, y"),
        ('a,b\n1,5" pipe\n2,6" pipe\n', '5" pipe'),
        ("a,b\n1,O'Brien\n2,D'Arc\n", "O'Brien"),
        ("a,b\n1,x\\, y\n2,z\\, w\n", "x, y"),
        ("a; b\n1; x \n2; y \n", "x"),
    ],
)
def test_that_quotes_escapes_and_blanks_are_understood(read, text, cell):
    assert read(text).frame.iloc[0, 1] == cell


def test_that_a_correction_wins_over_the_guess(read):
    text = "a;b\n1,234;x\n5,678;y\n"
    table = read(text, dialect=Dialect(separator=";", decimal=".", thousands=","))
    assert table.frame["a"].tolist() == [1234, 5678]
    table = read(text, dialect=Dialect(separator=";", decimal=",", thousands=""))
    assert table.frame["a"].tolist() == [1.234, 5.678]
    table = read("1,2\n3,4\n", dialect=Dialect(header=True))
    assert table.column_names == ("1", "2")
