"""The language of formulas: what it computes, beside Python's own arithmetic, and what it refuses at which position."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_gui.core.errors import UserError
from mlp_gui.data.derived.derivation import derived_values
from mlp_gui.data.derived.derived_column import parse_all, parse_derived
from mlp_gui.data.derived.source_column import SourceColumn
from mlp_gui.data.derived.tokens import FormulaError

A, B = np.array([1.5, -2.0, 0.0, 7.25]), np.array([2.0, 3.0, -1.0, 0.5])
FRAME = pd.DataFrame({"a": A, "b": B, "flow, m3/s": A * 2, 'odd "`name': B * 3})
SOURCES = {name: SourceColumn(name) for name in FRAME}


def value(formula: str) -> np.ndarray:
    return derived_values(FRAME, parse_all([f"x = {formula}"]), SOURCES)["x"]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("1 + 2 * 3 - 4 / 8", 6.5),
        ("-2 ^ 2", -4.0),
        ("2 ^ -1", 0.5),
        ("2 ^ 3 ^ 2", 512.0),
        ("2 ** 3", 8.0),
        ("8 - 4 - 2", 2.0),
        ("8 / 4 / 2", 1.0),
        ("(1 + 2) * -3", -9.0),
        ("--3", 3.0),
        (".5e1 + 1.", 6.0),
        ("a + b", A + B),
        ("a * b - a / b", A * B - A / B),
        ("`flow, m3/s` / 2", A),
        ('"flow, m3/s" / 2', A),
        ('`odd "``name` / 3', B),
        ("a > b", (A > B) * 1.0),
        ("a + 1 <= b * 2", (A + 1 <= B * 2) * 1.0),
        ("a == 0", (A == 0) * 1.0),
        ("a != 0", (A != 0) * 1.0),
        ("if(a > 0, a, -1)", np.where(A > 0, A, -1.0)),
        ("min(a, b, 1)", np.minimum(np.minimum(A, B), 1.0)),
        ("max(a, b)", np.maximum(A, B)),
        ("exp(a) + sin(b) * cos(a)", np.exp(A) + np.sin(B) * np.cos(A)),
        ("abs(a) + floor(b)", np.abs(A) + np.floor(B)),
        ("log1p(abs(a))", np.log1p(np.abs(A))),
        ("present(log(a))", (A > 0) * 1.0),
        ("fill(log(a), 0)", np.where(A > 0, np.log(np.where(A > 0, A, 1)), 0.0)),
    ],
)
def test_that_a_formula_gives_what_numpy_gives(formula: str, expected: np.ndarray | float) -> None:
    np.testing.assert_allclose(value(formula), np.broadcast_to(expected, 4), rtol=1e-15, atol=0)


@pytest.mark.parametrize(
    ("formula", "gaps"),
    [("log(a)", A <= 0), ("sqrt(a)", A < 0), ("1 / a", A == 0), ("a ^ 0.5", A < 0), ("exp(a * 1000)", A > 0)],
)
def test_that_what_is_not_defined_is_a_gap(formula: str, gaps: np.ndarray) -> None:
    np.testing.assert_array_equal(np.isnan(value(formula)), gaps)
    np.testing.assert_array_equal(np.isnan(value(f"0 * ({formula})")), gaps)


NUMBERS = st.floats(0.125, 64).map(lambda v: round(v, 3))
TREES = st.recursive(
    NUMBERS.map(lambda v: f"{v!r}"),
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
    max_leaves=12,
)


@given(TREES)
def test_that_arithmetic_is_pythons(formula: str) -> None:
    try:
        expected = eval(formula)
    except ZeroDivisionError:
        expected = math.nan
    np.testing.assert_allclose(value(formula)[0], expected, rtol=1e-12)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("x = 1 +", 8),
        ("x = (1 + 2", 11),
        ("x = 1 2", 7),
        ("x = a b", 7),
        ("x = sine(a)", 5),
        ("x = a $ b", 7),
        ("x = log(0,5)", 5),
        ("x = lag(a, 0)", 12),
        ("x = lag(a, -1)", 12),
        ("x = lag(a, 1.5)", 12),
        ("x = lag(a, b)", 12),
        ("x = lag(a, 20000)", 12),
        ("x = ewm(a, 0.5)", 12),
        ("x = a = b", 7),
        ("x = 1 < a < 2", 11),
        ("x = 'red' == a", 5),
        ("x = `red == a", 5),
        ("x = min(a, by=b)", 12),
        ("x = lag(a, 1, by=3)", 18),
        ("x = lag(a, 1, by=b, by=b)", 21),
        ("x = lag(a, by=b, 1)", 18),
        ("x = days_since(a > 1)", 5),
        ("x = 1e999", 5),
        ("lag(a, 1)", 1),
        ("3 = a", 1),
        ("", 1),
        ("x = __import__('os')", 16),
        ("x = a.__class__()", 5),
        ("x = [a]", 5),
        ("x = lambda: 1", 11),
    ],
)
def test_that_what_cannot_be_read_is_refused_with_its_position(text: str, position: int) -> None:
    with pytest.raises(FormulaError) as refused:
        parse_derived(text)
    assert refused.value.position == position
    assert f"Position {position}:" in refused.value.detail


@pytest.mark.parametrize("text", ["x = " + "(" * 5000 + "1", "x = " + "(" * 900 + "1" + ")" * 900, "x = " + "-" * 1900,
                                  "x = " + "+".join("a" * 900), "x = " + "^".join("a" * 900),
                                  "x = " + "abs(" * 400 + "a" + ")" * 400])  # fmt: skip
def test_that_endless_formulas_are_refused_and_end_nothing(text: str) -> None:
    with pytest.raises(UserError):
        parse_derived(text)


def test_that_a_column_uses_only_those_before_it() -> None:
    assert [c.name for c in parse_all(["x = a", "y = x + 1"])] == ["x", "y"]
    with pytest.raises(UserError, match="before it is made"):
        parse_all(["y = x + 1", "x = a"])
    with pytest.raises(UserError, match="before it is made"):
        parse_all(["x = x + 1"])
    with pytest.raises(UserError, match="twice"):
        parse_all(["x = a", "x = b"])
