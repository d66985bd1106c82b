"""Typed cells are written so that nothing of them is lost."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from mlp_gui.data.cells.cell_text import column_texts, holds_numbers


def test_that_every_number_is_the_same_when_it_is_read_again():
    numbers = [random.Random(1).uniform(-1, 1) * 10.0**k for k in range(-300, 300, 7)] + [
        0.1 + 0.2,
        2.0**53,
        1e17,
        1e300,
    ]
    assert [float(str(cell)) for cell in column_texts(numbers)] == numbers


def test_that_whole_numbers_have_no_fraction():
    assert list(map(str, column_texts([1.0, -7.0, 2.5, 12345678901234567.0]))) == [
        "1",
        "-7",
        "2.5",
        "12345678901234568",
    ]


def test_that_all_dates_of_a_column_are_written_in_one_way():
    assert column_texts(["day", date(2024, 1, 31), datetime(2024, 2, 1)]) == ["day", "2024-01-31", "2024-02-01"]
    with_time = column_texts([date(2024, 1, 31), datetime(2024, 2, 1, 5, 6, 7)])
    assert with_time == ["2024-01-31 00:00:00", "2024-02-01 05:06:07"]
    exact = column_texts([datetime(2024, 2, 1, 5, 6, 7, 250_000), date(2024, 1, 31)])
    assert exact == ["2024-02-01 05:06:07.250000", "2024-01-31 00:00:00.000000"]


def test_that_times_durations_and_truth_values_are_written_out():
    cells = [time(1, 2, 3), timedelta(hours=26, minutes=5), timedelta(seconds=-90), True, "", "x"]
    assert column_texts(cells) == ["01:02:03", "26:05:00", "-0:01:30", "True", "", "x"]


def test_that_truth_values_are_no_numbers():
    assert not holds_numbers([True, "1", None, date(2024, 1, 1)])
    assert holds_numbers(["x", 1.5])
