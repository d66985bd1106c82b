"""Files in which every fraction has three digits: points and commas are read consistently over the file, and named."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table

CASES = Path(__file__).parents[1] / "doubtful_cases"


def remarks_on(table: Table, name: str) -> list[str]:
    return [sentence for sentence in table.warnings if sentence.startswith(f"{name}: ")]


def test_that_semicolons_and_both_signs_mean_decimal_commas() -> None:
    table = read_table(CASES / "q01_german_three_decimals.csv")
    assert table.frame["load"].sum() == 296050
    assert table.frame["flow"].sum() == pytest.approx(2960.177)
    assert remarks_on(table, "load")
    assert remarks_on(table, "flow")


def test_that_numbers_without_a_sign_follow_the_file() -> None:
    table = read_table(CASES / "q01b_german_three_decimals_small.csv")
    assert (table.frame["load"].min(), table.frame["load"].max()) == (999, 8990)
    assert (table.frame["flow"].min(), table.frame["flow"].max()) == pytest.approx((9.990, 89.974))


PAIRS = st.lists(st.tuples(st.integers(1000, 999_999), st.integers(1000, 999_999)), min_size=3, max_size=30)


@given(PAIRS, st.booleans())
def test_that_one_proof_decides_the_whole_file(pairs: list[tuple[int, int]], proved: bool) -> None:
    lines = [f"{a:,}".replace(",", ".") + ";" + f"{b:,}" + (";0,5" if proved else ";x") for a, b in pairs]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_text("\n".join(["load;flow;other", *lines]))
        table = read_table(path)
    np.testing.assert_array_equal(table.frame["load"], [a for a, _ in pairs])
    np.testing.assert_allclose(table.frame["flow"], [b / 1000 for _, b in pairs], rtol=1e-12)
    assert remarks_on(table, "load")
