"""Browsing a table: its order by a column, finding cells, and why a row is left out."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.core.errors import Cancelled
from mlp_gui.data import table_search
from mlp_gui.data.samples.loader import read_sample, sample_spec
from mlp_gui.data.table_search import find_cell, order_by, why_left_out


@pytest.mark.parametrize("descending", [False, True])
def test_that_numbers_are_ordered_as_pandas_orders_them(rng, descending) -> None:
    values = pd.Series(rng.integers(0, 40, 500).astype(float))
    values[rng.integers(0, 500, 60)] = np.nan
    expected = values.sort_values(ascending=not descending, kind="stable", na_position="last").index.to_numpy()
    assert np.array_equal(order_by(values, descending), expected)


@pytest.mark.parametrize("descending", [False, True])
def test_that_texts_are_ordered_without_case_and_gaps_come_last(monkeypatch, rng, descending) -> None:
    monkeypatch.setattr(table_search, "PIECE", 7)
    words = np.array(["b", "A", "a", "C", "Zug", "zug", "äpfel", "10", "9"], dtype=object)
    values = pd.Series(words[rng.integers(0, len(words), 200)], dtype="str")
    values[rng.integers(0, 200, 30)] = None
    got = values.iloc[order_by(values, descending)]
    present = got.dropna().tolist()
    assert got.isna().to_numpy()[len(present) :].all()
    assert present == sorted(present, key=lambda w: (w.casefold(), w), reverse=descending)
    for word in set(present):
        rows = got.index[got == word].tolist()
        assert rows == sorted(rows), "equal texts stay in file order"


def test_that_int64_beyond_float_precision_is_ordered_exactly() -> None:
    values = pd.Series([2**60 + 1, 2**60, 2**60 + 2])
    assert order_by(values).tolist() == [1, 0, 2]
    assert order_by(values, descending=True).tolist() == [2, 0, 1]


def test_that_sorting_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        order_by(pd.Series(["a", "b"], dtype="str"), cancelled=lambda: True)


@pytest.fixture
def frame() -> pd.DataFrame:
    return pd.DataFrame({"x": [1.5, 2.0, np.nan, 2.0], "name": ["Anna", "bert", None, "hanna"]})


def test_that_finding_goes_on_cell_by_cell_and_round_the_end(frame) -> None:
    at, seen = (0, -1), []
    for _ in range(3):
        found = find_cell(frame, "ann", at)
        assert found is not None
        at = found
        seen.append(found)
    assert seen == [(0, 1), (3, 1), (0, 1)]


def test_that_finding_backwards_visits_the_same_cells_in_reverse(frame) -> None:
    assert find_cell(frame, "ANN", (0, 1), backwards=True) == (3, 1)
    assert find_cell(frame, "ANN", (3, 1), backwards=True) == (0, 1)


def test_that_a_number_is_found_by_its_value_in_the_order_that_is_shown(frame) -> None:
    order = np.array([3, 2, 1, 0])
    assert find_cell(frame, "2", (0, 0), order=order) == (2, 0)
    assert find_cell(frame, "2.00", (2, 0), order=order) == (0, 0)
    assert find_cell(frame, "7", (0, 0)) is None


def test_that_a_number_is_found_as_it_is_shown_and_as_files_have_it(comma) -> None:
    frame = pd.DataFrame({"x": [162416.0, 162.416, 1446.0, 1.446]})
    assert find_cell(frame, "162,416", (3, 0)) == (1, 0)
    assert find_cell(frame, "162.416", (0, 0)) == (1, 0)
    assert find_cell(frame, "1.446", (1, 0)) == (2, 0)
    assert find_cell(frame, "1.446", (2, 0)) == (3, 0)


@pytest.mark.parametrize("backwards", [False, True])
def test_that_every_hit_is_visited_once_in_a_round(monkeypatch, rng, backwards) -> None:
    monkeypatch.setattr(table_search, "PIECE", 5)
    frame = pd.DataFrame({c: rng.integers(0, 3, 33) for c in "abc"})
    hits = [tuple(h) for h in np.argwhere((frame == 1).to_numpy()).tolist()]
    at, seen = (10, 1), []
    for _ in hits:
        at = find_cell(frame, "1", at, backwards)
        seen.append(at)
    later = [h for h in hits if h > (10, 1)]
    earlier = [h for h in hits if h <= (10, 1)]
    expected = later + earlier
    if backwards:
        before = [h for h in hits if h < (10, 1)]
        after = [h for h in hits if h >= (10, 1)]
        expected = before[::-1] + after[::-1]
    assert seen == expected


def test_that_a_row_without_a_target_says_so() -> None:
    table = read_sample("busan_beach")
    spec = sample_spec("busan_beach", table)
    row = int(np.flatnonzero(table.frame["tetx_coppml"].isna())[0])
    assert why_left_out(table, spec, row) == "Not used: it has no value in tetx_coppml."
    used = int(np.flatnonzero(table.frame["tetx_coppml"].notna())[0])
    assert why_left_out(table, spec, used) == ""
