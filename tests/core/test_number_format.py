"""The same number looks the same everywhere."""

from __future__ import annotations

import math

import numpy as np
import pytest

from mlp_gui.core import number_format
from mlp_gui.core.translation import tr


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.80219, "0.8022"),
        (12.3, "12.30"),
        (1234.0, "1,234"),
        (123456.7, "123,457"),
        (999999.9, "1.000 million"),
        (24242424.0, "24.24 million"),
        (-999_960_000.0, "-1.000×10⁹"),
        (999_940_000.0, "999.9 million"),
        (0.0001, "0.0001000"),
        (0.00009999, "9.999×10⁻⁵"),
        (0.9999999, "1.000"),
        (-0.043, "-0.04300"),
        (1.5e300, "1.500×10³⁰⁰"),
        (0.0, "0"),
        (-0.0, "0"),
        (math.nan, "–"),
        (math.inf, "∞"),
        (-math.inf, "-∞"),
        (np.float64(2.5), "2.500"),
        (np.float32(2.5), "2.500"),
    ],
)
def test_that_a_measured_number_has_four_significant_digits(value: float, text: str) -> None:
    assert number_format.format_number(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.001, "0.001"), (1e-5, "1e-5"), (1000, "1,000"), (1000.0, "1,000"), (0.1, "0.1"), (0.0, "0")]
)
def test_that_a_chosen_number_is_written_as_short_as_it_can_be(value: float, text: str) -> None:
    assert number_format.format_setting(value) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (12.2, "0:12"), (59.6, "1:00"), (3725, "1:02:05"), (math.nan, "–")]
)
def test_that_a_duration_is_minutes_and_seconds(seconds: float, text: str) -> None:
    assert number_format.format_duration(seconds) == text


@pytest.mark.parametrize(
    ("template", "value", "text"),
    [
        ("{v:.1g}", 7e-6, "a rate of 7e-6."),
        ("{v:.4g}", 1.25e300, "a rate of 1.25e300."),
        ("{v:g}", 0.001, "a rate of 0.001."),
        ("{v:.0%}", 0.84, "a rate of 84 %."),
        ("{v}", "1e-06", "a rate of 1e-06."),  # a text is no number: it is not rewritten
    ],
)
def test_that_a_number_in_a_sentence_is_written_as_anywhere_else(template: str, value: object, text: str) -> None:
    assert tr(f"a rate of {template}.", v=value) == text


def test_that_a_share_is_written_alike_by_itself_and_in_a_sentence() -> None:
    assert number_format.format_percent(0.8493) == tr("{v:.1%}", v=0.8493) == "84.9 %"
    assert number_format.format_percent(math.nan) == number_format.DASH


@pytest.mark.parametrize(
    ("value", "text"),
    [(1e6, "10⁶"), (3e8, "3×10⁸"), (-1e-5, "-10⁻⁵"), (2.5e-7, "2.5×10⁻⁷"), (1500.0, "1,500"), (0.02, "0.02")],
)
def test_that_a_number_on_an_axis_is_short(value: float, text: str) -> None:
    assert number_format.format_compact(value) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (0.4412, 0.6681, "[0.44, 0.67]"),
        (5.278e6, 4.53e7, "[5, 45] million"),
        (2.785e14, 9.1e14, "[2.8, 9.1]×10¹⁴"),
        (1e-7, 2e-7, "[1.000×10⁻⁷, 2.000×10⁻⁷]"),
    ],
)
def test_that_the_ends_of_an_interval_share_their_power_of_ten(low: float, high: float, text: str) -> None:
    assert number_format.format_interval(low, high) == text
