"""Numbers with signs around them: what a small grammar writes is read as it is meant, or stays text and is named."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table


def read(cells: list[str], **asked: ColumnFormat) -> Table:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        quoted = ('"' + cell.replace('"', '""') + '"' for cell in cells)
        path.write_text("\n".join(["c;y", *(f"{cell};{i}.5" for i, cell in enumerate(quoted))]), encoding="utf-8")
        return read_table(path, formats=asked)


UNITS = ["kg", "%", "€", "°C", "mg/l", "m³/s", "km", "hours", "mmHg", "m2"]


@st.composite
def quantities(draw: st.DrawFn) -> tuple[list[str], list[float], str]:
    """Cells of one unit as people write them, and what they mean."""
    unit, decimal = draw(st.sampled_from(UNITS)), draw(st.sampled_from([".", ","]))
    blank = draw(st.sampled_from(["", " ", "\u00a0"]))
    before = unit == "€" and draw(st.booleans())
    numbers = draw(st.lists(st.integers(-9999, 9999), min_size=4, max_size=30, unique=True))
    cells, values = [], []
    for n in numbers:
        text = f"{abs(n) / 100:.2f}".replace(".", decimal)
        sign = draw(st.sampled_from(["-", "−"])) if n < 0 else ""
        bare = unit != "%" and draw(st.integers(0, 4)) == 0
        cells.append(sign + text if bare else f"{sign}{unit}{blank}{text}" if before else f"{sign}{text}{blank}{unit}")
        values.append(n / 100)
    assume(any(unit in cell for cell in cells))
    return cells, values, unit


@settings(deadline=None)
@given(quantities())
def test_that_one_unit_is_learned_and_each_number_is_read(case: tuple[list[str], list[float], str]) -> None:
    cells, values, unit = case
    table = read(cells)
    np.testing.assert_allclose(table.frame["c"].to_numpy(float), values, rtol=1e-12)
    assert table.formats["c"].unit == table.field("c").unit == unit
    assert any(w.startswith("c: ") and "left out" in w for w in table.warnings)


@settings(deadline=None)
@given(quantities(), st.integers(0, 3))
def test_that_two_units_are_never_mixed(case: tuple[list[str], list[float], str], at: int) -> None:
    cells, values, unit = case
    other = "g" if unit != "g" else "m"
    assume(any(unit in cell for i, cell in enumerate(cells) if i != at))
    cells[at] = f"{abs(values[at]):.2f} {other}"
    column = read(cells).frame["c"]
    if column.dtype.kind == "f":
        assert np.isnan(column.iloc[at])
        rest = np.delete(np.arange(len(values)), at)
        np.testing.assert_allclose(column.to_numpy()[rest], np.array(values)[rest], rtol=1e-12)
    else:
        assert column.tolist() == [cell.strip().replace("\u00a0", "\u00a0") for cell in cells]


def test_that_several_units_are_named() -> None:
    table = read(["54 m", "1.2 km", "60 m", "2 km", "70 m"])
    assert table.frame["c"].tolist()[1] == "1.2 km"
    assert table.warnings == ("c: It is text, because its numbers carry several units: m in 3, km in 2.",)


def test_that_two_currencies_are_two_units() -> None:
    table = read(["€ 5.50", "$ 6.50", "€ 7.50", "$ 8.50", "€ 9.50"])
    assert "c: It is text, because its numbers carry several units: € in 3, $ in 2." in table.warnings


def test_that_a_few_cells_in_another_unit_count_as_missing() -> None:
    table = read([f"{i} m" for i in range(30)] + ["2 km"])
    assert table.field("c").missing == 1
    assert any("1 cell carries another unit and counts as missing, first 2 km in line 32." in w for w in table.warnings)


def test_that_shares_and_percents_are_one_quantity() -> None:
    table = read(["0.12", "13 %", "0.5", "99%"])
    assert table.frame["c"].tolist() == [0.12, 0.13, 0.5, 0.99]


@pytest.mark.parametrize(("rule", "value"), [("", 0.05), ("limit", 0.05), ("half", 0.025), ("missing", np.nan)])
def test_that_a_limit_counts_as_was_chosen(rule: str, value: float) -> None:
    cells = ["<0.05", "0.3", "0.41", "0.5", "< 0.05", ">9", "2"]
    asked = {"c": ColumnFormat(limit=rule, asked=True)} if rule else {}
    table = read(cells, **asked)
    above = np.nan if rule == "missing" else 9
    np.testing.assert_array_equal(table.frame["c"], [value, 0.3, 0.41, 0.5, value, above, 2])
    assert table.formats["c"].limit == (rule or "limit")
    assert any(w.startswith("c: 3 values") for w in table.warnings)


def test_that_a_trace_is_nothing_measured() -> None:
    table = read(["T", "0.3", "1.2", "0", "T", "4"])
    assert table.frame["c"].tolist() == [0, 0.3, 1.2, 0, 0, 4]
    assert "c: 2 cells hold a trace and count as 0: T." in table.warnings


def test_that_ditto_marks_repeat_the_cell_above() -> None:
    assert read(["4", "〃", "5", "〃", "do."]).frame["c"].tolist() == [4, 4, 5, 5, 5]
    table = read(["red", "〃", "blue", "〃", "red"])
    assert table.frame["c"].tolist() == ["red", "red", "blue", "blue", "red"]
    assert "c: 2 ditto marks repeat the cells above them." in table.warnings


CODES = [
    ["12A", "12B", "12C", "13A", "14D"], ["Q1", "Q2", "Q3", "Q4"], ["A1", "B2", "C3"], ["<18", "18-30", ">30"],
    [">50K", "<=50K", ">50K", "<=50K"], ["#1", "#2", "#3"], ["1st", "2nd", "3rd"], ["5 Main St", "12 Oak Ave", "7 Elm"],
    ["10:30", "11:45", "12:00"], ["3x4", "4x5", "6x6"], ["v1.2", "v1.3", "v1.10"], ["5'11", "6'1", "5'9"],
    ["0x1F", "0x2A", "0x3B"], ["1/2", "3/4", "1/8"], ["2-3", "4-5", "6-7"], ["T", "F", "T"], ["1 (good)", "2 (bad)"],
]  # fmt: skip


@pytest.mark.parametrize("cells", CODES)
def test_that_codes_and_words_stay_what_they_are(cells: list[str]) -> None:
    table = read([*cells, *cells])
    assert table.frame["c"].tolist() == [*cells, *cells]
    assert not [w for w in table.warnings if "unit" in w]


@settings(deadline=None)
@given(st.lists(st.text("0123456789abkgm<>%€.,- ", min_size=1, max_size=8), min_size=3, max_size=20))
def test_that_whatever_stands_in_the_cells_a_number_means_its_digits(cells: list[str]) -> None:
    """Either the column stays text as it stands, or each number that it became can be found in its cell."""
    column = read(cells).frame["c"]
    if column.dtype.kind not in "if" or column.isna().all():
        return
    for cell, value in zip(cells, column.tolist(), strict=True):
        if value == value:
            digits = "".join(ch for ch in cell if ch.isdigit()).lstrip("0")
            shown = "".join(ch for ch in f"{Decimal(repr(abs(value))):f}" if ch.isdigit()).lstrip("0")
            assert digits.rstrip("0")[:15] == shown.rstrip("0")[:15] or "." in cell or "%" in cell or "e" in cell
