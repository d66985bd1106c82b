"""Intervals and sets of classes of every format equal the program's, also of transformed and smeared targets."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from helpers.export_inputs import Case, rows_to_test, source_of
from mlp_gui.engine.calibration.class_sets import ClassSets
from mlp_gui.engine.calibration.conformal import class_probabilities
from mlp_gui.engine.calibration.promised_columns import promised_columns
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.onnx.onnx_format import input_feeds
from mlp_gui.export.registry import formats
from mlp_gui.export.scripts.c_format import numeric_cells
from mlp_gui.export.xlsx.formula_evaluator import WorkbookEvaluator
from mlp_gui.export.xlsx.layout import FIRST
from mlp_gui.export.xlsx.workbook import read_workbook
from mlp_gui.export.xlsx.xlsx_format import raw_cells

LEVEL = 0.7
KINDS = ["two", "transformed", "smeared", "binary lac", "binary aps", "multiclass lac", "multiclass aps"]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ExportInput]:
    folder, made = tmp_path_factory.mktemp("promises"), {}
    for kind in KINDS:
        name, _, sets = kind.partition(" ")
        source = source_of(Case(name), folder)
        config = source.model.config
        config = config.replace(uncertainty=config.uncertainty.replace(level=LEVEL, sets=sets or "lac"))
        model = replace(source.model, config=config).calibrated(source.prepared.dataset)
        made[kind] = replace(source, model=model)
    return made


def expected(source: ExportInput) -> list[list]:
    """Each promised column of the rows to test, as the program gives them."""
    pipeline, outputs = source.model.pipeline, rows_to_test(source).outputs
    promise = source.model.promise()
    assert promise is not None
    columns = promised_columns(promise, outputs, pipeline.target_names, pipeline.class_names)[0]
    return [list(values) for values in columns.values()]


def members(source: ExportInput) -> np.ndarray:
    promise = source.model.promise()
    assert isinstance(promise, ClassSets)
    return promise.members(class_probabilities(source.model.task, rows_to_test(source).outputs))


def assert_same(found: list[list], source: ExportInput) -> None:
    for one, other in zip(found, expected(source), strict=True):
        if isinstance(other[0], str):
            assert list(one) == list(other)
        else:
            np.testing.assert_allclose(np.array(one, float), np.array(other, float), rtol=1e-9, equal_nan=True)


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_script_says_what_the_program_promises(kind: str, sources: dict[str, ExportInput]) -> None:
    source = sources[kind]
    names: dict = {"__name__": "model"}
    exec(compile(formats.create("python").encode(source), "model.py", "exec"), names)
    assert "passed" in names["self_test"]()
    columns = names["answers"](rows_to_test(source).rows, [])
    assert_same([columns[heading] for pair in names["PROMISE"]["headings"] for heading in pair], source)


_MAIN = """
#include <stdio.h>
#include "model.h"
int main(void)
{
    double raw[MLP_INPUTS], out[MLP_OUTPUTS], low[MLP_OUTPUTS], high[MLP_OUTPUTS];
    int i, in_set[64];
    (void)low; (void)high; (void)in_set;
    for (;;) {
        for (i = 0; i < MLP_INPUTS; i++) {
            if (scanf("%lf", raw + i) != 1) {
                return 0;
            }
        }
        mlp_predict(raw, out);
        @
        printf("\\n");
    }
}
"""
_NUMBERS = 'mlp_interval(out, low, high);\nfor (i = 0; i < MLP_OUTPUTS; i++) printf("%.17g %.17g ", low[i], high[i]);'
_CLASSES = 'mlp_classes(out, in_set);\nfor (i = 0; i < N; i++) printf("%d ", in_set[i]);'


@pytest.mark.skipif(shutil.which("gcc") is None, reason="gcc is not here")
@pytest.mark.parametrize("kind", KINDS)
def test_that_compiled_c_says_what_the_program_promises(
    kind: str, sources: dict[str, ExportInput], tmp_path: Path
) -> None:
    source = sources[kind]
    classes = len(source.model.pipeline.class_names)
    (tmp_path / "model.h").write_bytes(formats.create("c").encode(source))
    body = _CLASSES.replace("N", str(classes)) if classes else _NUMBERS
    (tmp_path / "main.c").write_text(_MAIN.replace("@", body))
    flags = ["-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", "-O0"]
    subprocess.run(["gcc", *flags, "main.c", "-o", "main", "-lm"], cwd=tmp_path, check=True)
    cells = numeric_cells(source.model, rows_to_test(source))
    text = "\n".join(" ".join(map(repr, row)) for row in cells.tolist())
    done = subprocess.run(["./main"], cwd=tmp_path, input=text, capture_output=True, text=True, check=True)
    found = np.array([line.split() for line in done.stdout.splitlines()], float)
    if classes:
        known = members(source).any(axis=1) | ~np.isnan(rows_to_test(source).outputs).any(axis=1)
        np.testing.assert_array_equal(found[known] == 1, members(source)[known])
    else:
        assert_same(found.T.tolist(), source)


@pytest.mark.parametrize("kind", KINDS)
def test_that_onnx_says_what_the_program_promises(kind: str, sources: dict[str, ExportInput]) -> None:
    pytest.importorskip("onnx", reason="onnx is not installed (extra onnx)")
    runtime = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed (extra onnx)")
    source = sources[kind]
    data = formats.create("onnx").encode(source)
    formats.create("onnx").verify(data, source)
    session = runtime.InferenceSession(data, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    found = dict(zip(names, session.run(None, input_feeds(source.model, rows_to_test(source))), strict=True))
    if source.model.pipeline.class_names:
        np.testing.assert_array_equal(found["in_set"], members(source))
    else:
        columns = [found[side][:, k].tolist() for k in range(found["lower"].shape[1]) for side in ("lower", "upper")]
        assert_same(columns, source)


@pytest.mark.parametrize("kind", ["smeared", "binary lac", "multiclass aps"])
def test_that_the_workbook_says_what_the_program_promises(kind: str, sources: dict[str, ExportInput]) -> None:
    source = sources[kind]
    sheets = read_workbook(formats.create("excel").encode(source))
    book, model, rows = WorkbookEvaluator(sheets), source.model, rows_to_test(source)
    heads = {value: column for (column, row), (value, _) in sheets[0].cells.items() if row == FIRST - 1}
    sets = isinstance(model.promise(), ClassSets)
    wanted = [head for head in heads if isinstance(head, str) and ("end of" in head or "classes of" in head)]
    found: list[list] = []
    for cells in raw_cells(model, rows):
        for column, value in enumerate(cells, 1):
            book.set("Predict", column, FIRST, value)
        found.append([book.shown("Predict", heads[head], FIRST) for head in wanted])
    values = np.array([[np.nan if cell is None else cell for cell in row] for row in found], float)
    if sets:
        known = ~np.isnan(rows.outputs).any(axis=1)
        np.testing.assert_array_equal(values[known] == 1, members(source)[known])
    else:
        assert_same(values.T.tolist(), source)
