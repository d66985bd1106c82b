"""Tables of very many columns: the first of them on request, and one sentence with ways out where nobody has asked."""

from __future__ import annotations

import io
import random
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from mlp_gui.data.columns.dialect import MOST_COLUMNS, Dialect
from mlp_gui.data.csv import chunked_reader, reader
from mlp_gui.data.csv.dialect_detection import UNASKED_COLUMNS, TooManyColumnsError
from mlp_gui.data.csv.reader import read_table


def write(path: Path, columns: int, rows: int = 3) -> Path:
    lines = [",".join(f"c{j}" for j in range(columns))]
    lines += [",".join(str(j % 89 + k) for j in range(columns)) for k in range(rows)]
    path.write_text("\n".join(lines) + "\n")
    return path


SHAPES = {
    "usual rows": "1,2,word,4,5\n6,7,other,8,9\n1,2,word,4,5\n6,7,other,8,9\n",
    "quotes beyond": '1,2,x,"a,b",5\n6,7,y,"two\nlines",9\n',
    "quotes before": '1,"2,5",x,4,5\n6,"a ""b""",y,4,5\n',
    "short rows": "1,2\n3,4,x\n5,6,y,7,8\n",
    "only short rows at first": "1\n" * 3 + "2,3,x,4,5\n" * 5,
    "truth and gaps": "True,,x,4,5\nFalse,,y,4,5\n,,z,4,5\n",
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_that_the_first_columns_are_those_of_the_whole_table(shape: str, n: int, tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("a,b,c,d,e\n" + SHAPES[shape])
    whole = read_table(path, Dialect())
    part = read_table(path, Dialect(first_columns=n))
    assert_frame_equal(part.frame, whole.frame.iloc[:, :n])
    assert f"The first {n} of 5 columns were read." in part.warnings
    assert part.left_out == whole.left_out


def test_that_rows_too_long_are_judged_by_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("a,b,c\n4,5,6,7\n" + "1,2,3\n" * 12)
    for long_rows, rows in (("leave_out", 12), ("keep", 13)):
        table = read_table(path, Dialect(first_columns=2, long_rows=long_rows))
        assert (table.n_rows, table.column_names) == (rows, ("a", "b"))


def test_that_more_than_there_are_means_all(tmp_path: Path) -> None:
    path = write(tmp_path / "f.csv", 4)
    for n in (0, 4, 5):
        table = read_table(path, Dialect(first_columns=n))
        assert table.n_columns == 4
        assert not any("columns were read" in said for said in table.warnings)


def test_that_the_fast_way_reads_the_same_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(1)
    path = tmp_path / "f.csv"
    frame = pd.DataFrame(chance.normal(size=(400, 12)), columns=[f"c{j}" for j in range(12)])
    frame.to_csv(path, index=False)
    found = []
    for smallest in (1 << 30, 1):
        monkeypatch.setattr(chunked_reader, "SMALLEST", smallest)
        monkeypatch.setattr(reader, "SMALLEST", smallest)
        found.append(read_table(path, Dialect(first_columns=5)).frame)
    assert_frame_equal(found[0], found[1])
    assert_frame_equal(found[1], pd.read_csv(io.StringIO(path.read_text()), usecols=range(5)))


def test_that_so_many_columns_are_offered_in_two_ways_which_both_open(tmp_path: Path) -> None:
    width = UNASKED_COLUMNS + 7
    path = write(tmp_path / "f.csv", width)
    with pytest.raises(TooManyColumnsError, match=f"has {width:,} columns") as caught:
        read_table(path)
    assert [read_table(path, way).n_columns for way in caught.value.dialects] == [UNASKED_COLUMNS, width]


def test_that_of_more_than_can_be_opened_the_first_are_offered(tmp_path: Path) -> None:
    path = write(tmp_path / "f.csv", MOST_COLUMNS + 1)
    for dialect in (None, Dialect()):
        with pytest.raises(TooManyColumnsError, match=f"{MOST_COLUMNS:,}") as caught:
            read_table(path, dialect)
        (way,) = caught.value.dialects
    table = read_table(path, way)
    assert table.n_columns == UNASKED_COLUMNS
    assert f"The first {UNASKED_COLUMNS:,} of {MOST_COLUMNS + 1:,} columns were read." in table.warnings


def test_that_nobody_is_asked_again_about_a_table_that_was_opened_before(tmp_path: Path) -> None:
    """A project's table, and one to predict with the network of such a table."""
    path = write(tmp_path / "f.csv", UNASKED_COLUMNS + 1)
    assert read_table(path, Dialect()).n_columns == UNASKED_COLUMNS + 1
    assert read_table(path, like=Dialect()).n_columns == UNASKED_COLUMNS + 1
    assert read_table(path, like=Dialect(first_columns=9)).n_columns == 9


@pytest.mark.parametrize("seed", range(20))
def test_that_random_tables_are_cut_and_nothing_else(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    width, n = chance.randint(2, 9), chance.randint(1, 6)
    cells = ["1", "2.5", "word", "", "true", '"a,b"', '"two\nlines"', "0x1", "1e3", "NA", "2020-01-02"]
    rows = [",".join(chance.choices(cells, k=chance.choice((width, width, width, chance.randint(1, width)))))
            for _ in range(30)]  # fmt: skip
    path = tmp_path / "f.csv"
    path.write_text(",".join(f"c{j}" for j in range(width)) + "\n" + "\n".join(rows) + "\n")
    whole = read_table(path, Dialect(separator=","))
    part = read_table(path, Dialect(separator=",", first_columns=n))
    assert_frame_equal(part.frame, whole.frame.iloc[:, :n])
