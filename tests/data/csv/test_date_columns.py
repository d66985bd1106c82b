"""Columns of dates with odd cells, times of day, whole numbers as dates, two-digit years and zones."""

from __future__ import annotations

import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from helpers.paths import TESTS
from mlp_gui.data.columns.table import Table
from mlp_gui.data.columns.time_axis import time_of_rows
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.dates.date_reader import day_of

CASES = TESTS / "data" / "cases" / "dates"
EPOCH = datetime(1970, 1, 1)


def days_of_column(table: Table, name: str) -> np.ndarray:
    form = table.formats[name]
    cells = table.frame[name]
    return np.array([day_of(c, form.date_format, form.century) if isinstance(c, str) else np.nan for c in cells])


def days_of(*moments: datetime) -> list[float]:
    return [(moment - EPOCH) / timedelta(days=1) for moment in moments]


def table_of(cells: list[str], name: str = "when") -> Table:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_text("\n".join([f"{name};v", *(f'"{cell}";{i * 7 % 5}.5' for i, cell in enumerate(cells))]))
        return read_table(path)


def test_that_two_digits_of_a_year_keep_an_ordered_table_in_order():
    table = read_table(CASES / "r26_two_digit_years.csv")
    days = days_of_column(table, "date")
    assert (days.min(), days.max()) == (-7305, 10926)
    assert days.mean() == pytest.approx(1810, abs=1)
    assert table.formats["date"].century == 1950
    assert any("1950 to 1999" in said for said in table.warnings)
    assert table.time_axis == ("date",)


def test_that_24_oclock_is_the_end_of_the_day():
    table = read_table(CASES / "r27_hour_24.csv")
    days = days_of_column(table, "time")
    np.testing.assert_allclose(np.diff(days), 1 / 24, atol=1e-9)
    assert table.field("time").missing == 0
    assert table.time_axis == ("time",)


def test_that_a_date_without_a_time_is_midnight_and_counted():
    table = read_table(CASES / "r28_midnight_without_time.csv")
    np.testing.assert_allclose(np.diff(days_of_column(table, "time")), 1 / 24, atol=1e-9)
    assert any(said.startswith("time: 20 dates have no time of day") for said in table.warnings)


def test_that_an_odd_cell_is_named_and_missing(read):
    lines = [f"{i:02d}.03.2021,{i % 4}" for i in range(1, 31)]
    lines[11] = "not known,3"
    table = read("when,v\n" + "\n".join(lines) + "\n")
    assert table.field("when").kind == "datetime"
    assert table.field("when").missing == 1
    assert table.frame["when"].isna()[11]
    said = "when: 1 cell is no date and counts as missing: 'not known' in line 13."
    assert said in table.warnings


def test_that_dates_with_day_and_month_in_both_orders_stay_text(read):
    rows = ["13/02/2021", "02/13/2021", "14/02/2021", "02/03/2021", "15/02/2021", "16/02/2021"] * 5
    table = read("when,v\n" + "".join(f"{cell},1\n" for cell in rows))
    assert table.field("when").kind != "datetime"


def test_that_words_are_no_dates_because_some_cells_are(read):
    table = read("note,v\n" + "".join(f"{'2021-03-01' if i % 3 else 'none yet'},{i % 4}\n" for i in range(30)))
    assert table.field("note").kind == "category"
    assert table.field("note").missing == 0


def test_that_whole_numbers_are_dates_and_times_of_day(read):
    rows = [f"{d},{hm},{i % 3}.5" for i, (d, hm) in enumerate((d, hm) for d in range(20210227, 20210229)
                                                           for hm in (0, 30, 600, 1230, 2359))]  # fmt: skip
    table = read("date,hm,v\n" + "\n".join(rows) + "\n")
    assert [f.kind for f in table.fields] == ["datetime", "datetime", "real"]
    assert table.time_axis == ("date", "hm")
    times = time_of_rows(table.frame, table.fields, table.time_axis)
    expected = [datetime(2021, 2, d) + timedelta(hours=hm // 100, minutes=hm % 100) for d in (27, 28)
                for hm in (0, 30, 600, 1230, 2359)]  # fmt: skip
    np.testing.assert_allclose(times, days_of(*expected), atol=1e-8)
    assert any("20210227 is 2021-02-27" in said for said in table.warnings)


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("code", [20210001, 20210002, 20210003, 20210004]),  # the month 00
        ("area", [19000101, 21999999, 20001530, 18650412]),
        ("load", [100, 200, 230, 2300, 1200]),  # beside no date
        ("time", [0, 100, 200, 300, 400]),  # seconds of an experiment
    ],
)
def test_that_other_whole_numbers_stay_numbers(read, name, cells):
    table = read(f"{name},v\n" + "".join(f"{cell},{i % 3}.5\n" for i, cell in enumerate(cells)))
    assert table.field(name).kind == "integer"


def test_that_counts_beside_a_date_stay_numbers(read):
    rows = "".join(f"2021-03-{i:02d},{n}\n" for i, n in enumerate((5, 130, 20, 1200, 59, 330), start=1))
    assert read("date,cars\n" + rows).field("cars").kind == "integer"


def test_that_a_clock_is_a_time_of_day(read):
    table = read("start,v\n" + "".join(f"{h:02d}:{m},{h}\n" for h in range(24) for m in (15, 45)))
    assert table.formats["start"].date_format == "%H:%M"
    assert days_of_column(table, "start")[1] == pytest.approx(0.75 / 24)
    assert table.time_axis == ()


def test_that_durations_beyond_a_day_are_no_clock(read):
    table = read("took,v\n" + "".join(f"{h}:30,{h}\n" for h in range(0, 60, 5)))
    assert table.field("took").kind != "datetime"


@pytest.mark.parametrize("joint", ["T", " "])
def test_that_times_with_zones_are_read_as_utc(read, joint):
    cells = [f"2021-03-01{joint}12:00:00+09:00", f"2021-03-01{joint}12:00:00Z", f"2021-03-01{joint}12:00:00-0130"]
    table = read("at,v\n" + "".join(f"{cell},{i}\n" for i, cell in enumerate(cells)))
    expected = days_of(datetime(2021, 3, 1, 3), datetime(2021, 3, 1, 12), datetime(2021, 3, 1, 13, 30))
    np.testing.assert_allclose(days_of_column(table, "at"), expected, atol=1e-9)
    assert any("read as UTC" in said and "2021-03-01 03:00" in said for said in table.warnings)


@pytest.mark.parametrize(
    ("cells", "first", "last"),
    [
        (["01.01.30", "01.06.45", "01.02.68"], 1930, 1968),  # never beyond today
        (["31.12.75", "01.06.60", "01.02.51"], 1951, 1975),  # the latest row first
        (["01.01.97", "01.06.99", "01.02.04"], 1997, 2004),
        (["01.01.60", "01.01.75", "01.01.80", "01.01.60", "01.01.70", "01.01.79"] * 20, 1960, 1980),  # two stations
    ],
)
def test_which_hundred_years_two_digits_mean(cells, first, last):
    table = table_of(cells)
    years = [(EPOCH + timedelta(days=d)).year for d in days_of_column(table, "when")]
    assert (min(years), max(years)) == (first, last)


WRITTEN = ("%d.%m.%Y", "%Y-%m-%d", "%m/%d/%Y", "%Y/%m/%d", "%d %b %Y", "%b %d, %Y", "%d. %B %Y", "%Y%m%d")
CLOCKS = ("", " %H:%M", " %H:%M:%S", "T%H:%M:%S")
ODD = ("", "unknown", "n/a", "31.02.2021", "0000-00-00", "x", "?")


@settings(max_examples=60, deadline=None, phases=[Phase.generate])  # shrinking reads a file each time
@given(
    st.lists(st.datetimes(datetime(1800, 1, 1), datetime(2100, 1, 1)), min_size=14, max_size=18, unique=True),
    st.sampled_from(WRITTEN),
    st.sampled_from(CLOCKS),
    st.sampled_from(ODD),
    st.integers(0, 13),
)
def test_that_dates_are_read_as_they_were_written_or_not_at_all(moments, day, clock, odd, place):
    """A column of dates with one odd cell: each cell is the moment that was written, or missing; never another."""
    moments = [m.replace(microsecond=0, second=m.second if "S" in clock else 0) for m in moments]
    if not clock:
        moments = [datetime(m.year, m.month, m.day) for m in moments]
    elif "M" in clock and "S" not in clock:
        moments = [m.replace(second=0) for m in moments]
    clock = "" if day == "%Y%m%d" else clock
    if day == "%Y%m%d":
        moments = [datetime(m.year, m.month, m.day) for m in moments]
    cells = [m.strftime(day + clock) for m in moments]
    if day == "%m/%d/%Y":  # one cell proves the order
        moments[0], cells[0] = datetime(2020, 12, 31), datetime(2020, 12, 31).strftime(day + clock)
        place = max(place, 1)
    cells[place] = odd
    table = table_of(cells, "date")
    assert table.field("date").kind == "datetime"
    expected = days_of(*moments)
    expected[place] = np.nan
    np.testing.assert_allclose(days_of_column(table, "date"), expected, atol=2e-8)


@pytest.mark.parametrize("name", ["month", "when", "t"])
def test_that_months_with_years_are_no_fractions(read, name):
    cells = [f"{m:02d}.{y}" for y in (2018, 2019) for m in range(1, 13)]
    table = read(f"{name},v\n" + "".join(f"{cell},{i % 3}.5\n" for i, cell in enumerate(cells)))
    expected = [datetime(y, m, 1) for y in (2018, 2019) for m in range(1, 13)]
    assert days_of_column(table, name).tolist() == days_of(*expected)
    assert table.time_axis == (name,)
    assert f"{name}: Its numbers were read as months: 01.2018 is 2018-01." in table.warnings


@pytest.mark.parametrize(
    "cells",
    [
        [f"{m}.2" for m in range(1, 12)],
        [f"{i}.20{17 + i % 3}" for i in (5, 3, 9, 1, 2, 7, 6)],
        ["1.2018", "2.2018", "3.22", "4.2018", "5.2018", "6.2018", "7.2018"],
        ["0.2018", "1.2018", "2.2018", "3.2018", "4.2018", "5.2018"],
    ],
)
def test_that_other_fractions_stay_numbers(read, cells):
    table = read("x,v\n" + "".join(f"{cell},{i % 3}.5\n" for i, cell in enumerate(cells)))
    assert table.field("x").kind == "real"


@pytest.mark.parametrize("odd", ["2020-13-45T00:00:00+01:00", "0001-01-01T00:00:00+05:00", "9999-12-31T23:59:59-05:00"])
def test_that_a_first_moment_that_is_none_does_not_keep_the_table_closed(odd: str) -> None:
    """It was shown as an example of what became of the time zone: a traceback."""
    table = table_of([odd, *(f"2020-01-{day:02d}T00:00:00+05:00" for day in range(1, 29))])
    assert table.fields[0].kind == "datetime"
    assert any("2020-01-01T00:00:00+05:00 is 2019-12-31 19:00" in said for said in table.warnings)
