"""What the text of one cell means as a date or a time: compared with strptime, and by hand where that knows none."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_gui.data.dates.date_reader import day_of

EPOCH = datetime(1970, 1, 1)
WRITTEN = ("%d.%m.%Y", "%Y-%m-%d", "%m/%d/%Y", "%Y/%m/%d", "%d %b %Y", "%b %d, %Y", "%d. %B %Y", "%Y%m%d")
CLOCKS = ("", " %H:%M", " %H:%M:%S", "T%H:%M:%S")


def days_of(*moments: datetime) -> list[float]:
    return [(moment - EPOCH) / timedelta(days=1) for moment in moments]


@given(
    st.datetimes(datetime(1000, 1, 1), datetime(2500, 1, 1)),
    st.sampled_from([d + c for d in (*WRITTEN, "%y-%m-%d", "%Y-%m") for c in CLOCKS]),
)
def test_that_a_cell_means_what_strptime_says(moment, date_format):
    word = moment.strftime(date_format)
    assert day_of(word, date_format) == pytest.approx(days_of(datetime.strptime(word, date_format))[0], abs=1e-8)


@pytest.mark.parametrize(
    ("cell", "date_format", "expected"),
    [
        ("24:00", "%H:%M", 1.0),
        ("5", "%H%M", 5 / 1440),
        ("2400", "%H%M", 1.0),
        ("12:04 am", "%I:%M %p", 4 / 1440),
        ("3:04 PM", "%I:%M %p", (15 * 60 + 4) / 1440),
        ("01.03.2021 24:00", "%d.%m.%Y %H:%M", days_of(datetime(2021, 3, 2))[0]),
        ("1. März 2021", "%d. %B %Y", days_of(datetime(2021, 3, 1))[0]),
        ("2021-W09", "%G-W%V", days_of(datetime(2021, 3, 1))[0]),
        ("20210301.0", "%Y%m%d", days_of(datetime(2021, 3, 1))[0]),
        ("01/01/50", "%m/%d/%y", days_of(datetime(2050, 1, 1))[0]),
    ],
)
def test_what_single_cells_mean(cell, date_format, expected):
    assert day_of(cell, date_format) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("cell", "date_format"),
    [
        ("31.02.2021", "%d.%m.%Y"),
        ("24:01", "%H:%M"),
        ("25:00", "%H:%M"),
        ("13:00 pm", "%I:%M %p"),
        ("2021-03-01 10:00", "%Y-%m-%d"),
        ("2021-03-01 10:00", "%Y-%m-%d %H:%M%z"),
        ("2021-13-01", "%Y-%m-%d"),
        ("1 Marble 2021", "%d %b %Y"),
        ("2021366", "%Y%m%d"),
        ("2021-366", "%Y-%j"),
    ],
)
def test_what_is_no_date(cell, date_format):
    assert np.isnan(day_of(cell, date_format))


def test_that_a_century_is_kept_for_new_cells():
    assert day_of("01/01/49", "%m/%d/%y", 1950) == (date(2049, 1, 1) - EPOCH.date()).days
    assert day_of("01/01/50", "%m/%d/%y", 1950) == (date(1950, 1, 1) - EPOCH.date()).days
