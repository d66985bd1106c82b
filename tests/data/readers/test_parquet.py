"""Typed columns give what their CSV gives; where pyarrow is missing, a sentence says how to get it."""

from __future__ import annotations

import sys
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.table import Table
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.export.project.table_reference import rows_digest
from mlp_gui.presets import suggested_spec


@pytest.fixture
def arrow():
    return pytest.importorskip("pyarrow", reason="pyarrow writes and reads the files, and is not installed")


def frame_of(rng: np.random.Generator, n: int = 300) -> pd.DataFrame:
    gaps = rng.random(n) < 0.1
    flow = rng.normal(size=n) * 10.0 ** rng.integers(-30, 30, n)
    words = rng.choice(["up, north", 'the "old" mill', "Süd", "NA", ""], n)
    moments = pd.Timestamp("2024-01-01") + pd.to_timedelta(rng.integers(0, 10**7, n), unit="s")
    return pd.DataFrame(
        {
            "count": rng.integers(-5, 2**40, n),
            "small": rng.integers(0, 9, n).astype(np.int8),
            "flow [m3/s]": flow,
            "single": rng.normal(size=n).astype(np.float32),
            "tiny": np.where(gaps, np.nan, rng.normal(size=n) * 1e-30).astype(np.float32),
            "gaps": np.where(gaps, np.nan, flow),
            "maybe": pd.array(np.where(gaps, None, rng.integers(0, 99, n)), dtype="Int64"),
            "wet": rng.random(n) < 0.5,
            "zone": words,
            "kind": pd.Categorical(rng.choice(["b", "a"], n)),
            "code": [f"{i % 7:03}" for i in range(n)],
            "text number": [f"{i / 8}" for i in range(n)],
            "day": pd.date_range("2024-01-01", periods=n),
            "moment": moments,
        }
    )


def write(path: Path, frame: pd.DataFrame) -> None:
    frame.to_parquet(path, index=False) if path.suffix == ".parquet" else frame.to_feather(path)


def assert_same(found: Table, expected: Table) -> None:
    assert found.column_names == expected.column_names
    for name in expected.column_names:
        assert found.frame[name].equals(expected.frame[name]), name
    assert found.frame.dtypes.tolist() == expected.frame.dtypes.tolist()
    assert found.fields == expected.fields
    assert dict(found.formats) == dict(expected.formats)


@pytest.mark.parametrize("suffix", [".parquet", ".feather"])
def test_that_typed_columns_give_what_their_csv_gives(arrow, tmp_path, rng, suffix):
    frame = frame_of(rng)
    write(tmp_path / f"t{suffix}", frame)
    frame.to_csv(tmp_path / "t.csv", index=False)
    table, expected = open_table(tmp_path / f"t{suffix}"), open_table(tmp_path / "t.csv")
    assert_same(table, expected)
    digests = [rows_digest(prepare(t, suggested_spec("", t, ("gaps",))).dataset) for t in (table, expected)]
    assert digests[0] == digests[1]
    assert table.units == expected.units
    assert not table.first_line, "rows have no lines"


def test_that_rows_without_a_cell_are_left_out_as_of_text(arrow, tmp_path):
    frame = pd.DataFrame({"a": [1.5, np.nan, 3.25, np.nan], "b": ["x", None, None, "y"]})
    write(tmp_path / "t.parquet", frame)
    frame.to_csv(tmp_path / "t.csv", index=False)
    table, expected = open_table(tmp_path / "t.parquet"), open_table(tmp_path / "t.csv")
    assert_same(table, expected)
    assert table.n_rows == 3
    assert table.left_out == expected.left_out


def test_that_other_types_are_read_as_they_are_written(arrow, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    columns = {
        "price": arrow.array([Decimal("1.50"), None, Decimal("20.25")]),
        "day": arrow.array([date(2024, 1, 31), None, date(2024, 2, 1)]),
        "bytes": arrow.array([b"\x00", None, b"\x01"], arrow.binary()),
        "list": arrow.array([[1, 2], None, []]),
        "nothing": arrow.nulls(3),
        "half": arrow.array(np.array([0.1, 2.5, 1000], np.float16)),
    }
    parquet.write_table(arrow.table(columns), tmp_path / "t.parquet")
    table = open_table(tmp_path / "t.parquet")
    assert table.frame["price"].tolist()[::2] == [1.5, 20.25]
    assert table.frame["day"][2] == "2024-02-01"
    assert table.frame["list"][0] == "[1, 2]"
    assert table.field("nothing").kind == table.field("bytes").kind == "empty"
    assert table.frame["half"].tolist() == [0.1, 2.5, 1000.0]
    assert "2 cells of bytes count as missing." in table.warnings


def test_that_columns_are_read_as_asked_and_as_learned(arrow, tmp_path):
    frame = pd.DataFrame({"zone": [1.0, 2.0, 1.0], "flow": [1.125, 2.5, 3.75]})
    write(tmp_path / "t.parquet", frame)
    table = open_table(tmp_path / "t.parquet", formats={"zone": ColumnFormat(kind="text", asked=True)})
    assert table.frame["zone"].tolist() == ["1.0", "2.0", "1.0"]
    (tmp_path / "german.csv").write_text("flow;zone\n" + "".join(f"{i},{i}25;a\n" for i in range(1, 30)))
    learned = open_table(tmp_path / "german.csv")
    again = open_table(tmp_path / "t.parquet", like=learned.dialect, formats=learned.formats)
    assert again.frame["flow"].tolist() == [1.125, 2.5, 3.75]


def test_that_reading_tells_how_far_it_is_and_can_be_cancelled(arrow, tmp_path, rng):
    write(tmp_path / "t.parquet", frame_of(rng, 50))
    shares: list[float] = []
    open_table(tmp_path / "t.parquet", shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    with pytest.raises(Cancelled):
        open_table(tmp_path / "t.parquet", cancelled=lambda: True)


@pytest.mark.parametrize("damage", ["cut", "changed", "a head only", "a bomb", "no rows", "locked"])
def test_that_a_damaged_file_is_refused_in_a_sentence_and_soon(arrow, tmp_path, rng, damage):
    path = tmp_path / "t.dat"
    write(tmp_path / "t.parquet", frame_of(rng) if damage != "no rows" else pd.DataFrame({"a": []}))
    if damage == "a bomb":
        arrow.parquet.write_table(
            arrow.table({"a": arrow.array(np.zeros(20_000_000, np.int8))}), tmp_path / "t.parquet"
        )
    data = (tmp_path / "t.parquet").read_bytes()
    middle = len(data) // 2
    ways = {"cut": data[:-200], "changed": data[:middle] + bytes(400) + data[middle + 400 :], "a head only": data[:6]}
    path.write_bytes(b"PARE" + data[4:] if damage == "locked" else ways.get(damage, data))
    began = time.process_time()
    with pytest.raises(UserError, match=r"that is damaged|would unpack|no rows|password"):
        open_table(path)
    assert time.process_time() - began < 2


def test_that_a_missing_library_is_said_with_the_line_that_installs_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "t.parquet").write_bytes(b"PAR1" + bytes(40))
    with pytest.raises(UserError) as refused:
        open_table(tmp_path / "t.parquet")
    assert str(refused.value) == (
        "t.parquet is a Parquet file; pyarrow, which reads it, is not installed. "
        "Install it: python -m pip install pyarrow"
    )
