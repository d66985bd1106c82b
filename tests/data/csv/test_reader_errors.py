"""What is no table is refused with a reason; what is odd about one is said; no cell is lost or shifted silently."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.csv.reader import read_table


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"a,b,c\n", "names but no rows"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        (b"%PDF-1.4\n", "a PDF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xx", "Excel"),
        (b"<!DOCTYPE html><p>", "a web page"),
        (b'{"a": 1}', "a JSON document"),
        (b"a,b\nrow\x00x,1\n", "NUL bytes"),
        (b'a,b\n1,"never closed\n2,x\n3,y\n', "never closed"),
        (b"a,b,c\n1,2,3\n1,2,3,4,5\n1,2,3\n", "do not have one width"),
        (b"PK\x03\x04damaged", "damaged zip"),
        (b"\x1f\x8b\x08damaged", "damaged"),
    ],
)
def test_that_what_is_no_table_is_refused_in_words(read, content, reason):
    with pytest.raises(UserError) as refused:
        read(content)
    assert reason in str(refused.value)


def test_that_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(UserError, match="There is no file"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(UserError, match="is a folder"):
        read_table(tmp_path)


def test_that_a_refusal_names_the_line_and_both_counts(read):
    with pytest.raises(UserError) as refused:
        read("a,b,c\n1,2,3\n1,2,3,4,5\n1,2,3\n")
    assert "Line 3 has 5 cells where 3 are expected" in refused.value.detail


def test_that_few_rows_with_too_many_cells_are_left_out_counted_and_said(read):
    table = read("a,b\n" + "1,2\n" * 30 + "7,7,7\n" + "3,4\n" * 5)
    assert table.n_rows == 35
    assert table.left_out == (("has too many cells", 1),)
    assert any("line 32 with 3" in w for w in table.warnings)


def test_that_long_rows_can_be_kept_or_refused(read):
    text = "a,b\n" + "1,2\n" * 30 + "7,7,7\n" + "3,4\n" * 5
    kept = read(text, dialect=Dialect(long_rows="keep"))
    assert (kept.n_rows, kept.n_columns) == (36, 3)
    assert kept.frame.iloc[30].tolist() == [7, 7, 7]
    with pytest.raises(UserError, match="do not have one width"):
        read(text, dialect=Dialect(long_rows="refuse"))


def test_that_rows_that_are_to_be_kept_are_kept_however_many_they_are(read):
    text = "a,b\n" + "1,2\n" * 5 + "7,8,9\n" * 2 + "7,8,9,10\n" * 2
    with pytest.raises(UserError, match="do not have one width"):
        read(text, dialect=Dialect())
    table = read(text, dialect=Dialect(long_rows="keep"))
    assert table.column_names == ("a", "b", "extra_1", "extra_2")
    assert table.frame.sum().tolist() == [5 + 4 * 7, 10 + 4 * 8, 4 * 9, 2 * 10]
    assert (
        table.warnings[0]
        == "4 rows have more than 2 cells and were kept with extra columns; the first is line 7 with 3."
    )


def test_that_a_missing_file_is_named_once(tmp_path):
    path = tmp_path / "gone.csv"
    with pytest.raises(UserError) as refused:
        read_table(path)
    assert str(refused.value) == f"There is no file {path}. Check the name and the folder."


def test_that_short_rows_are_filled_with_missing_cells_and_said(read):
    table = read("a,b,c\n1,2,3\n4\n5,6,7\n8,9,1\n")
    assert table.frame.iloc[1].isna().tolist() == [False, True, True]
    assert any("line 3 with 1" in w for w in table.warnings)


def test_that_empty_rows_are_left_out_and_counted_unless_all_are(read):
    table = read("a,b\n1,2\n,\n3,4\n,\n")
    assert table.n_rows == 2
    assert table.left_out == (("are empty", 2),)
    assert read("a,b\n,\n,\n").n_rows == 2


@pytest.mark.parametrize("marker", ["", "NA", "N/A", "NaN", "null", "?", "#N/A", "-", ".", "None"])
def test_that_each_marker_means_missing_among_numbers(read, marker):
    table = read(f"a,b\n1.5,x\n{marker},y\n2.5,z\n")
    assert table.field("a").missing == 1
    assert table.field("a").sum == 4.0


def test_that_a_dash_among_texts_is_a_text_and_a_question_mark_is_not(read):
    table = read("a,b\nx,1\n-,2\n?,3\ny,4\n")
    assert table.frame["a"].tolist()[:2] == ["x", "-"]
    assert table.field("a").missing == 1


def test_that_a_type_is_decided_from_the_whole_column(read):
    table = read("a,b\n" + "".join(f"{i},1\n" for i in range(30_000)) + "x,2\n")
    assert table.frame["a"].iloc[0] == "0"
    assert "1 of 30,001 cells is not a number, first 'x' in line 30,002" in table.warnings[0]


def test_that_infinities_and_huge_numbers_are_said(read):
    table = read("a,b,c\n1,9007199254740993,12345678901234567890123\ninf,1,2\n1e400,2,3\n")
    assert table.field("a").missing == 2
    assert any(w.startswith("a: 2 infinite values") for w in table.warnings)
    assert any(w.startswith("b: Whole numbers beyond") for w in table.warnings)
    assert any(w.startswith("c: Whole numbers beyond") for w in table.warnings)


def test_that_lost_leading_zeros_are_said(read):
    assert any("01234 became 1234" in w for w in read("zip,v\n01234,1\n02345,2\n").warnings)


def test_that_dates_that_can_be_read_two_ways_are_said(read):
    assert any("day first" in w for w in read("d,v\n01/02/2020,1\n03/04/2021,2\n").warnings)
    assert read("d,v\n31/12/2020,1\n01/02/2021,2\n").field("d").date_format == "%d/%m/%Y"
    assert read("d,v\n12/31/2020,1\n01/02/2021,2\n").field("d").date_format == "%m/%d/%Y"


def test_that_nothing_is_shifted_into_an_index(read):
    table = read("a,b\n1,2,3,4\n5,6,7,8\n")
    assert table.n_columns == 4
    assert np.array_equal(table.frame.to_numpy(), [[1, 2, 3, 4], [5, 6, 7, 8]])


def test_that_reading_tells_its_progress_and_can_be_cancelled(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + "1,2\n" * 100)
    shares: list[float] = []
    read_table(path, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    with pytest.raises(Cancelled):
        read_table(path, cancelled=lambda: True)


def test_that_rows_that_repeat_the_header_are_left_out_and_said(read):
    table = read("a,b\n1,2\n3,4\na,b\n5,6\n")
    assert table.frame["a"].tolist() == [1, 3, 5]
    assert table.left_out == (("repeats the header", 1),)
    assert any("first in line 4" in w for w in table.warnings)
