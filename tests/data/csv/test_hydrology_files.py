"""Tables as gauges, offices and laboratories hand them out: titles, R's row names, German gaps among numbers."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.dialect import MISSING_MARKERS, Dialect
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec

DAYS = [f"{1 + i:02d}.01.2020" for i in range(30)]


@pytest.mark.parametrize("names", ["Q P T", '"Q" "P" "T"', "Q,P,T", "Q;t;n"])
def test_that_row_names_without_a_heading_leave_the_heading_where_it_is(read, names: str):
    """As write.table of R writes them; T is a temperature, not a truth value."""
    separator = names.replace('"', "")[1]
    rows = "".join(separator.join((f"{i + 1}", f"{i * 1.5}", f"{i % 7}.5", f"{i % 4}.25")) + "\n" for i in range(30))
    table = read(f"{names}\n{rows}")
    assert list(table.frame.columns) == ["row_name", *names.replace('"', "").split(separator)]
    assert table.frame["Q"].tolist() == [i * 1.5 for i in range(30)]
    assert any("Line 1 has 3 names, the rows have 4 cells." in w for w in table.warnings)


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Pegel Köln;;\nMesswerte 2020;;\n;;\n", "Datum;W;Q"),
        ("Pegel Köln;;\n", "Datum;W;Q"),
        ("Pegel Köln;;;;;\n\n", "Datum;W;Q;A;B;C"),
    ],
)
def test_that_titles_padded_by_a_spreadsheet_are_no_names(read, title: str, names: str):
    width = names.count(";") + 1
    rows = [";".join((day, str(i), *[f"{i % 9},5"] * (width - 2))) for i, day in enumerate(DAYS)]
    table = read(title + names + "\n" + "\n".join(rows) + "\n")
    assert list(table.frame.columns) == names.split(";")
    assert table.n_rows == 30
    assert any("Pegel Köln" in w or "not part of the table" in w for w in table.warnings)


def test_that_one_name_above_the_first_column_is_still_a_name(read):
    table = read("station;;\n" + "".join(f"S{i};{i};{i * 2}\n" for i in range(9)))
    assert list(table.frame.columns) == ["station", "column_2", "column_3"]
    assert table.n_rows == 9


@pytest.mark.parametrize("gap", ["k.A.", "k. A.", "#NV", "#WERT!", "#BEZUG!"])
def test_that_german_gaps_among_numbers_are_gaps(read, gap: str):
    table = read("Q;y\n1,5;1\n" + gap + ";2\n2,25;3\n")
    assert table.frame["Q"].tolist()[::2] == [1.5, 2.25]
    assert np.isnan(table.frame["Q"][1])


def test_that_a_word_among_decimal_commas_is_said(read):
    table = read("Q;y\n" + "".join(f"{i},5;{i}\n" for i in range(9)) + "trocken;3\n")
    said = "Q: It is text, because 1 of 10 cells is not a number, first 'trocken' in line 11."
    assert said in table.warnings


def test_that_a_word_among_decimal_commas_costs_only_its_own_row(read):
    spec = DataSpec((ColumnSpec("Q"), ColumnSpec("y", role="target")))
    pipeline = prepare(read("Q;y\n" + "".join(f"{i},5;{i * i},25\n" for i in range(20))), spec).pipeline
    x, report = pipeline.transform(read("Q;y\n1,5;\ntrocken;\n2,5;\n", name="new.csv"))
    good, _ = pipeline.transform(read("Q;y\n1,5;\n2,5;\n", name="good.csv"))
    assert np.array_equal(x[[0, 2]], good)
    assert report.unread == {"Q": (1, 1, "trocken")}


def test_that_training_names_the_word_and_not_the_first_number(read):
    table = read("Q;y\n" + "".join(f"{i},5;{i * i},25\n" for i in range(20)) + "trocken;3\n")
    spec = DataSpec((ColumnSpec("Q", encoding="number"), ColumnSpec("y", role="target")))
    with pytest.raises(UserError) as refusal:
        prepare(table, spec)
    assert "'trocken'" in refusal.value.detail
    assert refusal.value.detail.startswith("1 of ")


DWD = "ID;   Q;   P;form\n" + "".join(
    f"44;{(i % 7 if i % 5 else -999):8d};{(i % 3 + 0.5 if i % 4 else -999):8.3f};   {i % 2}\n" for i in range(40)
)


def test_that_a_lonely_minus_999_is_pointed_out(read):
    said = [w for w in read(DWD).warnings if "-999" in w]
    assert said == [
        "Q: 8 cells hold -999, far from all others, first in line 2. If it means no value, treat it as missing.",
        "P: 10 cells hold -999, far from all others, first in line 2. If it means no value, treat it as missing.",
    ]
    assert not read("a,b\n-999,-99\n-998,-80\n-600,-60\n").warnings


@pytest.mark.parametrize("marker", ["-999", "-999.0", "-999.000"])
def test_that_a_number_as_marker_counts_however_it_is_written(read, marker: str):
    """Pandas compares the texts of whole numbers: with blanks before it, a marker did nothing."""
    table = read(DWD, dialect=Dialect(separator=";", missing=(*MISSING_MARKERS, marker)))
    assert [table.frame[n].isna().sum() for n in table.frame] == [0, 8, 10, 0]
    assert table.frame["Q"].min() == 0
    assert table.frame["P"].min() == 0.5


def test_that_a_marker_with_a_decimal_comma_counts(read):
    text = "Q;y\n" + "".join(f"{'-99,9' if i % 5 == 0 else f'{i},5'};{i}\n" for i in range(20))
    table = read(text, dialect=Dialect(separator=";", decimal=",", missing=("", "-99,9")))
    assert table.frame["Q"].isna().sum() == 4
