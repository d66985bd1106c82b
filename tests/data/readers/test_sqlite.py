"""A table of a database gives what its CSV gives; nothing but a SELECT runs; bad files are refused."""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from mlp_gui.cli.main import run
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.open_table import find_reader, open_table


def frame_of(n: int = 50) -> pd.DataFrame:
    rng = np.random.default_rng(3)
    gaps = np.where(rng.random(n) < 0.2, np.nan, rng.normal(size=n))
    words = rng.choice(["up, north", 'the "old" mill', "Süd"], n)
    days = pd.date_range("2024-01-01", periods=n).strftime("%Y-%m-%d")
    return pd.DataFrame(
        {"count": rng.integers(-5, 5, n), "flow": gaps, "whole": np.arange(n) * 1.0, "zone": words, "day": days}
    )


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "river.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE void (a)")
        frame_of().to_sql("flows", connection, index=False)
        pd.DataFrame({"zone": ["Süd"], "area": [2.5]}).to_sql("the zones", connection, index=False)
        connection.execute("CREATE VIEW wet AS SELECT * FROM flows WHERE flow > 0")
    connection.close()
    return path


def test_that_a_table_gives_what_its_csv_gives(tmp_path, database):
    frame_of().to_csv(tmp_path / "same.csv", index=False)
    table, expected = open_table(database), open_table(tmp_path / "same.csv")
    assert table.frame.equals(expected.frame)
    assert [(f.kind, f.sum, f.missing) for f in table.fields] == [(f.kind, f.sum, f.missing) for f in expected.fields]
    assert dict(table.formats) == dict(expected.formats)
    assert table.dialect.sheet == "flows", "the first table with rows"
    assert table.warnings[0] == "The table flows was read; there are also void, the zones, wet."


def test_that_a_table_a_view_or_a_query_is_chosen(database):
    assert find_reader(database).parts(database) == ("void", "flows", "the zones", "wet")
    assert open_table(database, like=Dialect(sheet="the zones")).column_names == ("zone", "area")
    wet = open_table(database, like=Dialect(sheet="wet"))
    assert wet.n_rows == int((frame_of()["flow"] > 0).sum())
    query = 'SELECT f.flow, z.area * 2 AS twice FROM flows f JOIN "the zones" z USING (zone) ORDER BY f.flow'
    joined = open_table(database, dialect=Dialect(query=query))
    assert joined.column_names == ("flow", "twice")
    assert set(joined.frame["twice"]) == {5.0}
    again = open_table(database, dialect=joined.dialect)
    assert again.frame.equals(joined.frame)
    with pytest.raises(UserError, match="has no table there"):
        open_table(database, dialect=Dialect(sheet="there"))


FORBIDDEN = [
    "DELETE FROM flows",
    "INSERT INTO flows VALUES (1, 2, 3, 4, 5)",
    "DROP TABLE flows",
    "ATTACH 'other.db' AS o",
    "PRAGMA writable_schema = 1",
    "SELECT * FROM pragma_database_list",
    "SELECT load_extension('x')",
    "SELECT zeroblob(4000000000)",
    "SELECT 1; DELETE FROM flows",
    "WITH a AS (SELECT 1) DELETE FROM flows",
    "VACUUM INTO 'copy.db'",
    "CREATE TABLE t AS SELECT 1",
    "no SQL",
    "",
]


@pytest.mark.parametrize("query", FORBIDDEN)
def test_that_nothing_but_a_select_runs(database, query, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before, files = database.read_bytes(), sorted(tmp_path.iterdir())
    if query:
        with pytest.raises(UserError, match="The query is not run"):
            open_table(database, dialect=Dialect(query=query))
    else:
        open_table(database)
    assert database.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == files


def test_that_an_endless_query_is_cancelled(database):
    endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c"
    began = time.monotonic()
    with pytest.raises(Cancelled):
        open_table(database, dialect=Dialect(query=endless), cancelled=lambda: time.monotonic() > began + 0.3)
    assert time.monotonic() - began < 10


def test_that_the_command_line_takes_a_table_or_a_query(database, capsys, tmp_path):
    assert run(["inspect", str(database), "--sheet", "wet", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sheet"] == "wet"
    query = ["--query", "SELECT count, whole FROM flows"]
    model = str(tmp_path / "m.mlp")
    assert run(["train", str(database), *query, "--target", "whole", "--epochs", "2", "--out", model]) == 0
    assert run(["predict", model, str(database), "--out", str(tmp_path / "p.csv")]) == 0
    assert len((tmp_path / "p.csv").read_text().splitlines()) == 51
    capsys.readouterr()
    assert run(["inspect", str(database), "--sheet", "dry"]) == 2
    assert "river.db has no sheet dry" in capsys.readouterr().err


def test_that_cells_of_bytes_are_counted(tmp_path):
    with sqlite3.connect(tmp_path / "b.db") as connection:
        connection.execute("CREATE TABLE t (a, b)")
        connection.executemany("INSERT INTO t VALUES (?, ?)", [(1, b"\x00\x01"), (2, "x"), (3, None)])
    connection.close()
    table = open_table(tmp_path / "b.db")
    assert table.field("b").missing == 2
    assert table.warnings == ("1 cell of bytes counts as missing.",)


@pytest.mark.parametrize("damage", ["cut", "overwritten", "a head only", "no rows"])
def test_that_a_damaged_database_is_refused_in_a_sentence_and_soon(database, damage, tmp_path):
    data = database.read_bytes()
    path = tmp_path / "bad.csv"
    if damage == "no rows":
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE a (x)")
        connection.close()
    else:
        cut = {"cut": data[: len(data) // 2], "overwritten": data[:200] + b"\xff" * (len(data) - 200)}
        path.write_bytes(cut.get(damage, data[:60]))
    began = time.process_time()
    with pytest.raises(UserError, match=r"cannot be read as a database|has no table with rows"):
        open_table(path)
    assert time.process_time() - began < 2
