"""A workbook of binary records is read in a process of its own: the program outlives what the library dies of."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from helpers.typed_files import csv_of, write_xls
from helpers.xlsb_file import write_xlsb
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.data.cells.workbook_process import SERVE, WorkbookProcess
from mlp_gui.data.open_table import open_table

ROWS = [("station", "flow", "is wet"), *((f"S{i % 3}", 1.5 * i, i % 2 == 0) for i in range(40))]
CELLS = {(i, j): cell for i, row in enumerate(ROWS) for j, cell in enumerate(row)}


def test_that_binary_records_give_what_their_csv_gives(tmp_path):
    write_xlsb(tmp_path / "book.xlsb", CELLS)
    (tmp_path / "same.csv").write_text(csv_of(ROWS), encoding="utf-8")
    found, expected = open_table(tmp_path / "book.xlsb"), open_table(tmp_path / "same.csv")
    assert found.frame.equals(expected.frame)
    assert [field.kind for field in found.fields] == [field.kind for field in expected.fields]


def far_apart(path: Path) -> None:
    write_xlsb(path, CELLS | {(1_048_575, 16_383): 1.0})  # the library asks for 512 GB


def far_apart_in_97(path: Path) -> None:
    write_xls(
        path, {"Data": [*ROWS, *[()] * (65_535 - len(ROWS)), (*[None] * 255, 1.0)]}
    )  # 17,000,000 cells around 124


@pytest.mark.parametrize(("name", "write"), [("book.xlsb", far_apart), ("book.xls", far_apart_in_97)])
def test_that_a_workbook_that_wants_all_memory_is_refused_in_a_sentence(tmp_path, name, write):
    write(tmp_path / name)
    with pytest.raises(
        UserError, match=f"{name} cannot be read as a workbook. It is damaged, or has cells so far apart"
    ):
        open_table(tmp_path / name)


def test_that_withdrawn_reading_leaves_no_process(tmp_path, monkeypatch):
    write_xls(tmp_path / "book.xls", {"Data": ROWS})
    ended: list[WorkbookProcess] = []
    close = WorkbookProcess.close
    monkeypatch.setattr(WorkbookProcess, "close", lambda self: (close(self), ended.append(self)))
    with pytest.raises(Cancelled):
        open_table(tmp_path / "book.xls", cancelled=lambda: True)
    assert len(ended) == 1


def test_that_the_bundled_program_serves_a_workbook_too(tmp_path):
    write_xls(tmp_path / "book.xls", {"Data": ROWS})
    command = [sys.executable, "-m", "mlp_gui", SERVE, str(tmp_path / "book.xls")]
    served = subprocess.run(command, input=b"", capture_output=True, check=True)
    assert b"Data" in served.stdout
    assert not served.stderr
