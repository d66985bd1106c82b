"""What a person types is read by one rule, whatever the system's locale."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_gui.core import number_format
from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Param
from mlp_gui.views.forms.number_parsing import parse_number, step_number

RATE = Param("Rate", low=0, low_open=True, high=10, scale="log", kind="float")
UNITS = Param("Units", low=1, high=100, kind="int")
BATCH = Param("Batch", low=1, scale="log", kind="int")
SHARE = Param("Share", low=0, high=1, high_open=True, kind="float")
PENALTY = Param("Penalty", low=0, high=1e6, kind="float")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.01", 0.01),
        ("0,01", 0.01),
        ("1e-4", 1e-4),
        ("1E-4", 1e-4),
        ("1,5e-3", 1.5e-3),
        (".5", 0.5),
        (",5", 0.5),
        ("-3", -3.0),
        ("−3", -3.0),
        (" 2 ", 2.0),
        ("1,234.5", 1234.5),
        ("1,234,567", 1234567.0),
        ("0,123", 0.123),
    ],
)
def test_that_a_number_is_read(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(("text", "value"), [("1,000", 1000), ("12", 12), ("1e3", 1000), ("10000000000", 10**10)])
def test_that_a_whole_number_is_read(text: str, value: int) -> None:
    assert parse_number(text, whole=True) == value


@pytest.mark.parametrize("text", ["", "abc", "1e", "--1", "1.2.3", "1,2,3", "nan", "inf", "1_000"])
def test_that_no_number_is_refused_in_words(text: str) -> None:
    with pytest.raises(UserError, match=r"\.$"):
        parse_number(text)


def test_that_a_number_which_could_be_two_is_refused() -> None:
    with pytest.raises(UserError, match="two ways"):
        parse_number("1,000")


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_that_what_a_field_writes_is_read_back_without_loss(value: float) -> None:
    text = number_format.format_setting(value)
    if "," in text and "." not in text:
        assert parse_number(text, whole=True) == value
    else:
        assert parse_number(text) == value


def test_that_a_log_scaled_number_walks_one_two_five() -> None:
    walk = [1e-4]
    for _ in range(6):
        walk.append(step_number(RATE, walk[-1], up=True))
    assert walk == [1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2]
    assert step_number(RATE, 0.003, up=True) == 0.005
    assert step_number(RATE, 0.003, up=False) == 0.002
    assert step_number(RATE, 0.003, up=True, large=True) == 0.03


@given(st.floats(min_value=1e-9, max_value=10))
def test_that_a_step_up_and_down_stays_within_the_bounds_and_moves(value: float) -> None:
    up, down = step_number(RATE, value, up=True), step_number(RATE, value, up=False)
    assert 0 < down < value <= up <= 10
    assert up > value or value == 10


def test_that_steps_stop_at_the_bounds() -> None:
    assert step_number(UNITS, 100, up=True) == 100
    assert step_number(UNITS, 95, up=True, large=True) == 100
    assert step_number(UNITS, 1, up=False) == 1
    assert step_number(SHARE, 0.995, up=True) == 0.995


def test_that_linear_steps_leave_no_rounding_dust() -> None:
    assert step_number(SHARE, 0.1, up=True) == 0.11
    assert step_number(SHARE, 0.3, up=False) == 0.29


def test_that_log_scaled_integers_double_and_halve() -> None:
    assert step_number(BATCH, 32, up=True) == 64
    assert step_number(BATCH, 32, up=False) == 16
    assert step_number(BATCH, 1, up=False) == 1


def test_that_a_step_from_zero_is_small_where_the_range_is_wide() -> None:
    assert step_number(PENALTY, 0.0, up=True) == 0.001
