"""Texts that a spreadsheet would run are written as texts; numbers stay numbers, however they are stored."""

from __future__ import annotations

import pandas as pd
import pytest

from mlp_gui.data.csv.writer import read_back, safe_text, to_csv


@pytest.mark.parametrize(
    "text", ["=1+1", "@sum", "-cmd", "+1+2", "-3+A1", "-2-1", "+", "-", "-inf", "\t=1", "--3", "-3 a"]
)
def test_that_what_a_spreadsheet_could_run_is_made_a_text(text):
    assert safe_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-3", "+4.5", "-.5", "-1e-5", "+2E10", "-1,234.5", "-3,5", "-7."])
def test_that_a_number_that_is_stored_as_text_stays_a_number(text):
    assert safe_text(text) == text


def test_that_a_column_of_texts_and_numbers_is_read_back_as_it_was_but_for_formulas():
    frame = pd.DataFrame({"note": ["-3", "+4.5", "=1+1", "fine"], "x": [-1.5, 2.0, float("nan"), 4.0]})
    read = read_back(to_csv(frame))
    assert read["note"].tolist() == ["-3", "+4.5", "'=1+1", "fine"]
    assert read["x"].tolist() == ["-1.5", "2.0", "", "4.0"]
