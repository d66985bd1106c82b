"""Texts that a spreadsheet would run are written as texts; numbers stay numbers, however they are stored."""

from __future__ import annotations

import csv
import io
import random
import re

import pandas as pd
import pytest

from mlp_gui.data.csv.writer import csv_text, read_back, safe_text, to_csv

LIVE = re.compile(r"[\s\"\x00-\x1f\ufeff\u200b\u202e]*[=+\-@\uff1d]")
NUMBER = re.compile(r"[+-](\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?")


def cells_of_a_spreadsheet(text: str, separator: str) -> list[str]:
    """What Excel and LibreOffice may see where a country separates so: quotes count at the start of a cell only."""
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    bare = [cell for line in re.split(r"[\r\n]", text) for cell in line.split(separator)] if separator != "," else []
    return [cell for line in lines for cell in line] + bare


def live_cells(text: str) -> list[str]:
    cells = [cell for separator in ",;\t|" for cell in cells_of_a_spreadsheet(text, separator)]
    return [cell for cell in cells if LIVE.match(cell) and not NUMBER.fullmatch(cell.rstrip('\r"')) and not mere(cell)]


def mere(cell: str) -> bool:
    """A line that begins with a number, in a country with a decimal comma: no call is in it but in quotes."""
    number = re.match(r'[\s"]*[+-][\d.,]+"?,', cell)
    return number is not None and not re.match(
        r"(?s)\s*[\d*/^&<>%eE].*[|(]", re.sub(r'"[^"]*"', "", cell[number.end() :])
    )


RUN = ("=1+1", "@sum", "-cmd", "+1+2", "-3+A1", "-2-1", "+", "-", "-inf", "\t=1", "--3", "-3 a")
HIDDEN = (
    " =1",
    '"=1"',
    "\u200b=1",
    "\ufeff@a",
    "\uff1d1+1",
    "\n=1",
    "sep=;",
    "\x0b=1",
    "\x0c@a",
    "\u3000=1",
    "\u2007-a",
    "\xad=1",
)


@pytest.mark.parametrize("text", [*RUN, *HIDDEN])
def test_that_what_a_spreadsheet_could_run_is_made_a_text(text):
    assert str(safe_text(text)).startswith(f"'{text[:1]}")
    assert live_cells(csv_text([[text]])) == []


@pytest.mark.parametrize("text", ["-3", "+4.5", "-.5", "-1e-5", "+2E10", "-1,234.5", "-3,5", "-7.", "a;-5", "a-b; c=d"])
def test_that_a_number_that_is_stored_as_text_stays_a_number(text):
    assert safe_text(text) == text


@pytest.mark.parametrize(
    "text", ["a;=1+1", "a|@x", "a\n=1", "a\r=1", "a\t-x", 'a;"=1+1"', "a; =1", "a;-5;=2", "a;-5-1"]
)
def test_that_what_another_country_splits_off_is_no_formula_either(text):
    for written in (
        csv_text([["x", text], [text, "y"]]),
        to_csv(pd.DataFrame({text: [text, "b"], "x": [1, 2]})).decode(),
    ):
        assert live_cells(written) == []


def test_that_a_text_does_not_go_on_with_the_number_before_it():
    assert live_cells(csv_text([[-1.5, "2+cmd|' /C calc'!A0"]])) == []
    assert live_cells(to_csv(pd.DataFrame({"a": [-1.5], "b": ["2+WEBSERVICE(A1)"]})).decode()) == []


def test_that_no_mix_of_signs_gets_a_formula_through():
    signs, dice = (
        ["=", "+", "-", "@", ";", "|", "\t", "\n", "\r", '"', "'", " ", ",", "a", "1", "(", "\u200b", "\uff1d"],
        random.Random(0),
    )
    for _ in range(3000):
        rows = [["".join(dice.choices(signs, k=dice.randrange(1, 9))) for _ in range(2)] for _ in range(2)]
        assert live_cells(csv_text(rows)) == [], rows


def test_that_a_column_of_texts_and_numbers_is_read_back_as_it_was_but_for_formulas():
    frame = pd.DataFrame({"note": ["-3", "+4.5", "=1+1", "fine"], "x": [-1.5, 2.0, float("nan"), 4.0]})
    read = read_back(to_csv(frame))
    assert read["note"].tolist() == ["-3", "+4.5", "'=1+1", "fine"]
    assert read["x"].tolist() == ["-1.5", "2.0", "", "4.0"]


def test_that_a_carriage_return_stays_inside_its_cell():
    frame = pd.DataFrame({"note": ["a\rb", "c"], "x": [1.5, 2.5]})
    for written in (to_csv(frame).decode(), csv_text([list(frame.columns), *frame.itertuples(index=False)])):
        assert list(csv.reader(io.StringIO(written, newline=""))) == [["note", "x"], ["a\rb", "1.5"], ["c", "2.5"]]
