"""The workbook in LibreOffice: its formulas, computed there anew, give what the program gives."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import numpy as np
import pytest

from helpers.export_inputs import CASES, TASK_CASES, Case, rows_to_test, source_of
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.common.self_check import comparison_scale, rows_to_frame
from mlp_gui.export.registry import formats
from mlp_gui.export.xlsx.layout import FIRST, ROWS
from mlp_gui.export.xlsx.workbook import read_workbook, write_workbook
from mlp_gui.export.xlsx.xlsx_format import raw_cells

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice Calc is not installed (libreoffice-calc)")
AS_NUMBERS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false"  # every digit, not as the cell shows it
_SAVED = re.compile(rb"(</f>)<v>[^<]*</v>")
LIMIT = {"float64": 1e-9, "float32": 1e-6}


def typed(data: bytes, rows: list[list[object]]) -> bytes:
    """The workbook with other inputs and without any saved answer, so that what is shown was computed."""
    sheets = read_workbook(data)
    for i in range(ROWS):
        for column in range(1, len(rows[0]) + 1):
            sheets[0].put(column, FIRST + i, rows[i][column - 1] if i < len(rows) else None)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write_workbook(sheets))) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, _SAVED.sub(rb"\1", old.read(name)))
    return buffer.getvalue()


def computed(folder: Path, books: dict[str, bytes]) -> dict[str, list[list[str]]]:
    """The first sheet of each workbook as LibreOffice computes it."""
    for name, data in books.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    files = [f"{name}.xlsx" for name in books]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", AS_NUMBERS, "--outdir", "out", *files]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    tables = {}
    for name in books:
        text = (folder / "out" / f"{name}.csv").read_text(encoding="utf-8")
        tables[name] = list(csv.reader(io.StringIO(text)))
    return tables


def answers(table: list[list[str]], source: ExportInput, count: int) -> np.ndarray:
    """(rows, outputs) of the live cells, NaN for #N/A."""
    model = source.model
    units, classes = model.network.sizes[-1], model.pipeline.class_names
    first = len(model.pipeline.inputs) + 1 + bool(classes) + (len(classes) == 2)
    cells = [row[first : first + units] for row in table[FIRST - 1 : FIRST - 1 + count]]
    return np.array([[np.nan if cell.startswith(("#", "Err:")) else float(cell) for cell in row] for row in cells])


def test_that_libreoffice_computes_what_the_program_computes(tmp_path: Path) -> None:
    sources = {case: source_of(case, tmp_path) for case in CASES}
    books, sizes = {}, {}
    for case, source in sources.items():
        rows = raw_cells(source.model, rows_to_test(source))
        rows = rows if case in TASK_CASES else [*rows[:2], *rows[-3:]]
        data = formats.create("excel").encode(source)
        for start in range(0, len(rows), ROWS):
            part = rows[start : start + ROWS]
            books[f"{case}_{start}"], sizes[f"{case}_{start}"] = typed(data, part), len(part)
    tables = computed(tmp_path, books)
    for case, source in sources.items():
        names = [name for name in books if name.startswith(f"{case}_")]
        found = np.concatenate([answers(tables[name], source, sizes[name]) for name in names])
        outputs = rows_to_test(source).outputs
        expected = outputs if case in TASK_CASES else np.concatenate([outputs[:2], outputs[-3:]])
        np.testing.assert_array_equal(np.isnan(found), np.isnan(expected), err_msg=str(case))
        worst = np.nanmax(np.abs(found - expected)) / comparison_scale(source.model, expected)
        assert worst <= LIMIT[case.dtype], f"{case}: {worst}"


def test_that_a_changed_input_changes_its_own_answer_in_libreoffice(tmp_path: Path) -> None:
    source = source_of(Case("one"), tmp_path)
    model, data = source.model, formats.create("excel").encode(source)
    raw = [list(row) for row in model.checks.rows[:ROWS]]
    before = raw_cells(model, model.checks)[:ROWS]
    after = [list(row) for row in before]
    place = model.checks.columns.index("size")
    after[1][place] = raw[1][place] = float(raw[1][place]) + 7.5
    tables = computed(tmp_path, {"as saved": data, "before": typed(data, before), "after": typed(data, after)})
    saved, old, new = (answers(tables[name], source, ROWS)[:, 0] for name in ("as saved", "before", "after"))
    np.testing.assert_allclose(old, saved, rtol=1e-9)
    expected = model.outputs(rows_to_frame(model.checks.columns, raw))[:, 0]
    np.testing.assert_allclose(new, expected, rtol=1e-9)
    assert np.flatnonzero(np.abs(new - old) > 1e-6 * np.abs(old)).tolist() == [1]
