"""Headers of several lines: names and units, names in two levels, and the four lines of loggers."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from helpers.paths import TESTS
from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.csv.reader import read_table

CASES = TESTS / "data" / "cases" / "headers"
ROWS = "".join(f"2021-03-{day:02d},{day * 1.5},{day % 7},{day * 0.25},{day % 3 + 10}\n" for day in range(1, 29))


def kinds(table) -> list[str]:
    return [field.kind for field in table.fields]


def test_names_units_and_places_of_a_plant():
    table = read_table(CASES / "r01_three_header_lines.csv")
    assert table.column_names == ("TIME", "PBH", "PBH_2", "RATE")
    assert kinds(table) == ["datetime", "real", "real", "real"]
    assert table.n_rows == 40
    assert table.units == {"PBH": "BARS", "PBH_2": "BARS", "RATE": "SM3/DAY"}
    assert any("1 line below the names was left out, line 3" in said for said in table.warnings)
    assert table.first_line == 4


def test_the_four_lines_of_a_logger():
    table = read_table(CASES / "r02_logger_four_header_lines.dat")
    assert table.column_names == ("TIMESTAMP", "RECORD", "AirT", "RH", "WS", "Rn", "Ts")
    assert kinds(table) == ["datetime", "integer", *["real"] * 5]
    assert table.n_rows == 60
    assert table.units["Rn"] == "W/m^2"
    assert table.time_axis == ("TIMESTAMP",)


def test_a_logger_whose_first_line_is_as_wide_as_its_rows(read):
    head = '"TOA5","site","CR6","77"\n"TIMESTAMP","RECORD","AirT","RH"\n"TS","RN","Deg C","%"\n"","","Avg","Smp"\n'
    rows = "".join(f'"2021-03-01 {h:02d}:00:00",{h},{h}.5,{h + 40}\n' for h in range(24))
    table = read(head + rows)
    assert table.column_names == ("TIMESTAMP", "RECORD", "AirT", "RH")
    assert table.units == {"AirT": "Deg C", "RH": "%"}
    assert table.n_rows == 24


def test_that_quoted_blanks_stand_for_no_unit():
    table = read_table(CASES / "r03_unit_row.csv")
    assert table.n_rows == 40
    assert table.units == {"Temperature": "oC", "Oxygen": "umol/kg"}
    assert all(field.is_number for field in table.fields)


@pytest.mark.parametrize(
    ("head", "names"),
    [
        (",t,t,rain,rain\n,mean,max,mean,max\n", ("column_1", "t mean", "t max", "rain mean", "rain max")),
        (",t,t,rain,rain\n,mean,max,mean,max\nday,,,,\n", ("day", "t mean", "t max", "rain mean", "rain max")),
        ("kind,t,t,rain,rain\nof,mean,max,mean,max\nday,,,,\n", ("day", "t mean", "t max", "rain mean", "rain max")),
        ("day,t,,rain,\n,mean,max,mean,max\n", ("day", "t mean", "t max", "rain mean", "rain max")),
    ],
)
def test_that_names_in_two_levels_are_joined(read, head, names):
    table = read(head + ROWS)
    assert table.column_names == names
    assert table.n_rows == 28
    assert kinds(table) == ["datetime", "real", "integer", "real", "integer"]
    assert any("joined from the lines" in said for said in table.warnings)


def test_that_a_line_of_widths_is_left_out(read):
    """As the United States Geological Survey hands out its tables."""
    head = "# a comment\nagency_cd\tsite_no\tdatetime\tflow\n5s\t15s\t20d\t14n\n"
    table = read(head + "".join(f"USGS\t01646500\t2021-03-{day:02d}\t{day * 10}\n" for day in range(1, 29)))
    assert table.n_rows == 28
    assert table.field("datetime").kind == "datetime"
    assert table.frame["flow"].sum() == 10 * 28 * 29 / 2
    assert any("line 3: “5s 15s 20d 14n”" in said for said in table.warnings)


def test_that_a_line_of_kinds_is_left_out_and_counted(read):
    table = read("day,a,b,c,d\ndate,float,int,float,int\n" + ROWS)
    assert table.column_names == ("day", "a", "b", "c", "d")
    assert table.n_rows == 28
    assert any("line 2: “date float int float int”" in said for said in table.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "name,age\nbob,unknown\ntim,12\nann,44\nkim,31\n",
        "a,b,c\nerror,error,error\n1,2,3\n4,5,6\n7,8,9\n",
        "a,b,c\nNA,-,?\n1,2,3\n4,5,6\n7,8,9\n",
        "where,a,b\nwall,low,high\npond,1,low\nhill,2,3\npond,4,5\npond,4,5\npond,4,5\npond,4,5\n",
        "a,b\n<5,54.4 kg\n1,2\n3,4\n5,6\n",
        "a,b\nx,y\nz,w\nu,v\n",
    ],
)
def test_that_a_row_of_words_is_no_header_line(read, text):
    assert read(text).n_rows == text.count("\n") - 1


def test_that_a_person_says_what_the_lines_hold(read):
    text = "day,a,b,c,d\nread by,Ann,Bob,Ann,Bob\n-,m,s,kg,K\n" + ROWS
    table = read(text, dialect=Dialect(header_lines="names, skip, units"))
    assert table.n_rows == 28
    assert table.units == {"a": "m", "b": "s", "c": "kg", "d": "K"}
    joined = read(text, dialect=Dialect(header_lines="names,names,skip"))
    assert joined.column_names[1] == "a Ann"
    with pytest.raises(UserError, match="not known"):
        Dialect(header_lines="names, colours")


UNITS = st.sampled_from(
    ["m", "mm", "m/s", "kg", "%", "°C", "deg C", "W/m^2", "[hPa]", "(mm)", "µg/m³", "mg/l", "m3/s", "-"]
)
NAMES = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=9)


@settings(max_examples=60, deadline=None, phases=[Phase.generate])
@given(st.data())
def test_that_rows_below_a_line_of_units_are_all_there(data):
    """Whatever the units are, no row of numbers is lost, and none but the line of units is left out."""
    width, rows = data.draw(st.integers(2, 6)), data.draw(st.integers(3, 12))
    names = data.draw(st.lists(NAMES, min_size=width, max_size=width, unique=True))
    units = data.draw(st.lists(UNITS, min_size=width, max_size=width).filter(lambda found: set(found) != {"-"}))
    numbers = [[round(0.5 + i * 1.25 + j, 2) for j in range(width)] for i in range(rows)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        lines = [names, units, *[[str(v) for v in row] for row in numbers]]
        path.write_text("".join(";".join(cells) + "\n" for cells in lines), encoding="utf-8")
        table = read_table(path)
    assert table.column_names == tuple(names)
    assert table.frame.to_numpy().tolist() == numbers
    assert table.units == {n: u.strip("[]()") for n, u in zip(names, units, strict=True) if u != "-"}
