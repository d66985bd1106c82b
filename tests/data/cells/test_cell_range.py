"""Ranges are read as spreadsheets write them."""

from __future__ import annotations

import pytest
from xlsxwriter.utility import xl_col_to_name, xl_range, xl_range_abs

from mlp_gui.data.cells.cell_range import CellRange, column_number, parse_cell_range


@pytest.mark.parametrize("corners", [(0, 0, 1, 0), (2, 1, 199, 5), (9, 26, 1_048_575, 16_383)])
def test_that_a_range_is_what_another_library_writes(corners):
    top, left, bottom, right = corners
    expected = CellRange(top, bottom + 1, left, right + 1)
    assert parse_cell_range(xl_range(*corners)) == parse_cell_range(xl_range_abs(*corners)) == expected


def test_that_an_open_end_is_the_whole_sheet():
    assert parse_cell_range("  ") == CellRange()
    assert parse_cell_range("b:f") == CellRange(first_column=1, end_column=6)
    assert parse_cell_range("3:200") == CellRange(first_row=2, end_row=200)
    assert parse_cell_range("C5:") == CellRange(first_row=4, first_column=2)


def test_that_columns_count_as_another_library_counts_them():
    for number in (0, 25, 26, 701, 702, 16_383):
        assert column_number(xl_col_to_name(number)) == number
