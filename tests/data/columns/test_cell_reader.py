"""Cells against a small grammar: what a number written for people means, and what must never be read as one."""

from __future__ import annotations

import math
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_gui.core.resources import resource
from mlp_gui.data.columns import cell_reader
from mlp_gui.data.columns.cell_reader import GAP, LIMIT, PERCENT, READ, UNREAD, read_category, read_number
from mlp_gui.data.dates import date_reader

GROUPS = {".": [",", " ", "\u00a0", "\u202f", "'", "’"], ",": [".", " ", "\u00a0", "\u202f", "'", "’"]}


@st.composite
def written(draw: st.DrawFn, decimal: str) -> tuple[str, float]:
    """A number as somebody writes it with this decimal sign, and which number it is."""
    whole = draw(st.integers(0, 10**9))
    fraction = draw(st.sampled_from(["", "0", "5", "25", "125", "000", "0625"]))
    digits = str(whole)
    if draw(st.booleans()):
        digits = f"{whole:,}".replace(",", draw(st.sampled_from(GROUPS[decimal])))
    sign = draw(st.sampled_from(["", "-", "+", "−"]))
    value = float(f"{whole}.{fraction or 0}") * (-1 if sign in ("-", "−") else 1)
    return f"{sign}{digits}{decimal + fraction if fraction else ''}", value


@st.composite
def cells(draw: st.DrawFn) -> tuple[str, dict[str, str], float]:
    decimal = draw(st.sampled_from([".", ","]))
    text, value = draw(written(decimal))
    unit = draw(st.sampled_from(["", "kg", "€", "%", "m3/s", "°C", "km²"]))
    if unit and draw(st.booleans()):
        blank = draw(st.sampled_from(["", " ", "\u00a0"]))
        text = f"{text}{blank}{unit.upper() if draw(st.booleans()) else unit}"
    return draw(st.sampled_from(["", " "])) + text, {"kind": "number", "decimal": decimal, "unit": unit}, value


@given(cells())
def test_that_a_number_means_what_the_grammar_says(case: tuple[str, dict[str, str], float]) -> None:
    text, form, value = case
    assert read_number(text, form) == (pytest.approx(value, rel=1e-15, abs=0), READ)


@given(cells(), st.sampled_from(["g", "m", "$", "km", "mg/l"]))
def test_that_another_unit_is_never_read(case: tuple[str, dict[str, str], float], other: str) -> None:
    text, form, _ = case
    bare, _ = text.strip(), form["unit"]
    bare = bare.casefold().removesuffix(form["unit"].casefold()).strip()
    number, said = read_number(f"{bare} {other}", form)
    assert said == UNREAD
    assert math.isnan(number)


@given(st.integers(1, 999_999), st.integers(1, 99), st.sampled_from([(".", ","), (",", ".")]))
def test_that_the_other_decimal_sign_is_never_read(whole: int, fraction: int, signs: tuple[str, str]) -> None:
    ours, other = signs
    assert read_number(f"{whole}{other}{fraction:02d}", {"decimal": ours})[1] == UNREAD


@given(st.text(max_size=12))
def test_that_any_text_is_read_unread_or_a_gap(text: str) -> None:
    number, said = read_number(text, {"decimal": ","}, frozenset({"", "na"}))
    assert (said == READ) == math.isfinite(number)
    assert said in (READ, UNREAD, GAP)


@pytest.mark.parametrize(
    ("cell", "form", "expected"),
    [
        ("1.234", {"decimal": ","}, 1234.0),
        ("12.345.678,9", {"decimal": ","}, 12345678.9),
        ("1,234", {"decimal": ","}, 1.234),
        ("1,234", {"decimal": "."}, 1234.0),
        ("€ 5", {"unit": "€"}, 5.0),
        ("-$5", {"unit": "$"}, -5.0),
        ("$-5", {"unit": "$"}, -5.0),
        ("1E2", {}, 100.0),
        ("YES", {"truth": True}, 1.0),
        ("45", {"unit": "%"}, 45.0),
    ],
)
def test_what_single_cells_mean(cell: str, form: dict[str, object], expected: float) -> None:
    assert read_number(cell, form) == (expected, READ)


@pytest.mark.parametrize(
    "cell", ["12.5", "0.123", "1.23", "1.2345", "1.234.56", "3-4", "12:30", "1.2.2020", "yes", "5 kg", "45%"]
)
def test_what_is_no_number_where_the_comma_is_the_decimal_sign(cell: str) -> None:
    assert read_number(cell, {"decimal": ","})[1] == UNREAD


def test_that_percent_is_a_share_only_where_shares_were_learned() -> None:
    assert read_number("45 %", {"share": True}) == (0.45, PERCENT)
    assert read_number("45 %", {})[1] == UNREAD
    assert read_number("45", {"share": True}) == (45.0, READ)


@pytest.mark.parametrize(("rule", "expected"), [("limit", (0.05, LIMIT)), ("half", (0.025, LIMIT))])
def test_that_a_value_below_a_limit_counts_as_was_chosen(rule: str, expected: tuple[float, str]) -> None:
    assert read_number("<0.05", {"limit": rule}) == expected
    assert read_number("< 0.05", {"limit": "missing"})[1] == GAP
    assert read_number("<0.05", {})[1] == UNREAD


@pytest.mark.parametrize("code", ["01", "1.0", "10%", "$5", "1E2", "+1", "007", "12", "NA"])
def test_that_codes_stay_codes(code: str) -> None:
    known = {c: i for i, c in enumerate(["01", "1.0", "10%", "$5", "1E2", "+1", "007", "12", "NA"])}
    form = {"kind": "text"}
    assert read_category(f" {code} ", form, known, frozenset({"", "NA"})) == (code, READ)
    del known[code]
    assert read_category(code, form, known, frozenset({""})) == (code, UNREAD)


@pytest.mark.parametrize("word", ["True", "1", "yes", "JA", "x", "on", "1.0", " TRUE ", "✓"])
def test_that_yes_and_no_are_known_in_other_words(word: str) -> None:
    for pair in (("no", "yes"), ("False", "True"), ("f", "t")):
        known = {c: i for i, c in enumerate(pair)}
        assert read_category(word, {"kind": "boolean"}, known) == (pair[1], READ)
        assert read_category("0", {"kind": "boolean"}, known) == (pair[0], READ)
        assert read_category("perhaps", {"kind": "boolean"}, known) == ("perhaps", UNREAD)


def test_that_categories_of_numbers_are_compared_by_value() -> None:
    known = {"1": 0, "2.5": 1}
    form = {"kind": "number", "decimal": ","}
    assert read_category("1,0", form, known)[0] == "1"
    assert read_category("2,50", form, known)[0] == "2.5"
    assert read_category("3", form, known) == ("3", UNREAD)


@pytest.mark.parametrize(("module", "name"), [(cell_reader, "cells"), (date_reader, "dates")])
def test_that_scripts_hold_the_same_readers(module: ModuleType, name: str) -> None:
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    assert source.endswith(resource("export", f"{name}.py.txt").read_text(encoding="utf-8"))
