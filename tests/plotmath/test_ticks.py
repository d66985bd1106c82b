"""Numbers on axes: round, few, and equal to their places."""

from __future__ import annotations

import math
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_gui.core.number_format import format_exact
from mlp_gui.plotmath.date_ticks import date_text
from mlp_gui.plotmath.stable_range import StableRange
from mlp_gui.plotmath.ticks import log_labels, log_ticks, nice_ceiling, nice_range, tick_labels, ticks

numbers = st.floats(-1e9, 1e9, allow_nan=False)


@given(numbers, st.floats(1e-6, 1e9))
def test_that_a_nice_range_holds_the_data_with_air_and_little_waste(low: float, span: float):
    high = low + span
    if high - low < 1e-9 * abs(low):
        return
    bottom, top = nice_range(low, high)
    assert bottom <= low
    assert top >= high
    assert top - bottom <= 1.6 * (high - low)


@pytest.mark.parametrize("value", [0.0, 5.0, -3.0, 1e-30])
def test_that_a_single_value_gets_a_range_around_it(value: float):
    bottom, top = nice_range(value, value)
    assert bottom <= value <= top
    assert top > bottom


def test_that_losses_which_are_positive_never_show_negative_numbers():
    assert nice_range(0.001, 1.0)[0] == 0


def test_that_an_empty_range_is_harmless():
    assert nice_range(math.inf, -math.inf) == (0, 1)
    assert ticks(1, 1, 5) == []
    assert log_ticks(1, 1, 5) == []
    assert tick_labels([]) == []


@given(numbers, st.floats(1e-3, 1e6), st.integers(2, 12))
def test_that_there_are_never_more_ticks_than_asked_for_and_all_are_inside(low: float, span: float, most: int):
    found = ticks(low, low + span, most)
    assert len(found) <= most + 1
    assert all(low - 1e-6 * span <= v <= low + span * (1 + 1e-6) for v in found)


@given(st.floats(1e-9, 1e9))
def test_that_a_nice_ceiling_is_close_above(value: float):
    assert value * (1 - 1e-9) <= nice_ceiling(value) <= value * 1.34


def test_that_labels_of_one_axis_have_equal_decimals():
    assert tick_labels([0.0, 0.25, 0.5]) == ["0.00", "0.25", "0.50"]
    assert tick_labels([0, 500, 1000]) == ["0", "500", "1,000"]
    assert tick_labels([-0.1, 0.0, 0.1]) == ["-0.1", "0.0", "0.1"]
    assert tick_labels([0, 1e8, 2e8]) == ["0", "10⁸", "2×10⁸"]
    assert tick_labels([0, 2.5e-6]) == ["0", "2.5×10⁻⁶"]


def test_that_log_ticks_are_decades_and_finer_when_there_is_room():
    assert log_ticks(-2, 2, 4) == [-2, -1, 0, 1, 2]
    assert log_labels(log_ticks(-1, 1, 8)) == ["0.1", "0.2", "0.5", "1", "2", "5", "10"]
    assert len(log_ticks(-30, 30, 5)) <= 6


def test_that_a_log_axis_narrower_than_a_decade_has_numbers_too():
    found = log_ticks(math.log10(0.81), math.log10(0.86), 5)
    assert len(found) >= 3
    assert all(math.log10(0.81) <= v <= math.log10(0.86) for v in found)


def test_that_a_steady_range_grows_at_once_and_shrinks_late():
    steady = StableRange()
    first = steady.update_range(0, 1)
    assert steady.update_range(0, 5)[1] >= 5
    for _ in range(StableRange.PATIENCE - 1):
        assert steady.update_range(0, 1)[1] >= 5
    assert steady.update_range(0, 1) == first
    assert steady.update_range(math.inf, -math.inf) == first
    steady.update_range(0, 5)
    assert steady.shrink_now(0, 1)
    assert steady.range == first
    assert not steady.shrink_now(math.inf, -math.inf)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.802187324, "0.80218732"),
        (1446.5, "1,446.5"),
        (-12345678.0, "-12,345,678"),
        (1.5e-9, "1.5e-9"),
        (math.nan, "–"),
        (-math.inf, "-∞"),
        (-0.25, "-0.25"),
    ],
)
def test_that_numbers_are_read_out_in_full(value: float, text: str):
    assert format_exact(value) == text


def test_that_a_power_beyond_all_numbers_has_no_label() -> None:
    assert log_labels([0.0, 400.0, -1000.0]) == ["1", "", ""]


@given(st.datetimes(datetime(1000, 1, 1), datetime(9999, 12, 31)))
def test_that_dates_are_read_out_in_full(moment: datetime) -> None:
    seconds = (moment.replace(microsecond=0) - datetime(1970, 1, 1)).total_seconds()
    assert date_text(seconds) == moment.strftime("%Y-%m-%d %H:%M:%S").removesuffix(" 00:00:00")


def test_that_dates_beyond_the_year_9999_have_a_text() -> None:
    of_400_years = 146_097 * 86_400.0
    assert date_text(25 * of_400_years) == "11970-01-01"
    assert date_text(25 * of_400_years + 90.0) == "11970-01-01 00:01:30"
    assert date_text(math.nan) == date_text(math.inf) == date_text(1e300) == "–"
