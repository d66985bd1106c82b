"""Every format, run where this program is not, equals it: each task, activation, encoding, gap and precision."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from helpers.export_inputs import CASES, SMEARED, TASK_CASES, TRANSFORMED, Case, rows_to_test, source_of
from helpers.external_runners import BENCH, TENSORFLOW, needs, run, run_scripts
from mlp_gui.core.errors import UserError
from mlp_gui.export.common.base import ExportInput, export
from mlp_gui.export.common.self_check import comparison_scale
from mlp_gui.export.onnx.onnx_format import input_feeds
from mlp_gui.export.registry import formats
from mlp_gui.export.scripts.c_format import numeric_cells
from mlp_gui.export.xlsx.xlsx_format import raw_cells

EXACT, SINGLE = 1e-9, 1e-6


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[Case, ExportInput]:
    folder = tmp_path_factory.mktemp("sources")
    return {case: source_of(case, folder) for case in CASES}


def assert_equal(found: np.ndarray, source: ExportInput, case: Case, limit: float = 0.0) -> None:
    """Relative to the target's scale, and gaps in the same places."""
    expected = rows_to_test(source).outputs
    limit = max(limit, EXACT if case.dtype == "float64" else SINGLE)
    np.testing.assert_array_equal(np.isnan(found), np.isnan(expected), err_msg=str(case))
    worst = np.nanmax(np.abs(found - expected)) / comparison_scale(source.model, expected)
    assert worst <= limit, f"{case}: {worst}"


def test_that_the_rows_to_test_have_answers_gaps_and_variety(sources: dict[Case, ExportInput]) -> None:
    for source in sources.values():
        outputs = rows_to_test(source).outputs
        assert 0 < np.isnan(outputs).any(axis=1).sum() < 5
        assert np.nanstd(outputs[:, 0]) > 0.01 * comparison_scale(source.model, outputs) / 4


SCRIPTS = {
    "python": ((), EXACT),
    "pytorch": (("torch",), EXACT),
    "keras": (("keras", "torch"), SINGLE),
    "sklearn": (("sklearn",), EXACT),
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_that_a_script_in_a_clean_process_equals_the_program(
    name: str, sources: dict[Case, ExportInput], tmp_path: Path
) -> None:
    packages, limit = SCRIPTS[name]
    needs(*packages)
    work, cases = [], []
    for case, source in sources.items():
        if name == "sklearn" and case.activation not in ("identity", "sigmoid", "tanh", "relu"):
            continue
        export(source, name, tmp_path / f"{case}.py")
        work.append((f"{case}.py", rows_to_test(source).rows))
        cases.append(case)
    for case, found in zip(cases, run_scripts(tmp_path, work, BENCH), strict=True):
        assert_equal(found, sources[case], case, limit)
    assert len(cases) >= 7


def test_that_the_keras_script_on_tensorflow_equals_the_program(
    sources: dict[Case, ExportInput], tmp_path: Path
) -> None:
    needs("keras", "tensorflow", python=TENSORFLOW)
    for case, source in sources.items():
        export(source, "keras", tmp_path / f"{case}.py")
    work = [(f"{case}.py", rows_to_test(source).rows) for case, source in sources.items()]
    for case, found in zip(sources, run_scripts(tmp_path, work, TENSORFLOW, "tensorflow"), strict=True):
        assert_equal(found, sources[case], case, SINGLE)


def test_that_scikit_learn_refuses_what_it_cannot_carry(sources: dict[Case, ExportInput]) -> None:
    with pytest.raises(UserError, match=r"no counterpart of the activation ELU of hidden layer 1.*Python script"):
        formats.create("sklearn").encode(sources[Case("one", "elu")])


_ONNX = """
import json, sys, numpy, onnx, onnxruntime
answers = []
for file, columns in json.load(sys.stdin):
    onnx.checker.check_model(onnx.load(file), full_check=True)
    session = onnxruntime.InferenceSession(file)
    kinds = {i.name: object if "string" in i.type else float for i in session.get_inputs()}
    feeds = {name: numpy.array(columns[name], kind) for name, kind in kinds.items()}
    found = session.run(None, feeds)
    answers.append([found[-1].tolist(), found[0].tolist()])
print(json.dumps(answers))
"""


def test_that_onnx_in_a_clean_process_equals_the_program(sources: dict[Case, ExportInput], tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="onnx is not installed (extra onnx)")
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed (extra onnx)")
    work = []
    for case, source in sources.items():
        export(source, "onnx", tmp_path / f"{case}.onnx")
        inputs = {name: column.tolist() for name, column in input_feeds(source.model, rows_to_test(source)).items()}
        work.append((f"{case}.onnx", inputs))
    answers = json.loads(run(BENCH, _ONNX, tmp_path, json.dumps(work)))
    for (case, source), (values, labels) in zip(sources.items(), answers, strict=True):
        found = np.array(values, float)
        assert_equal(found[:, 1:] if case.kind == "binary" else found, source, case)
        if source.model.pipeline.class_names:
            outputs = rows_to_test(source).outputs
            usable = ~np.isnan(outputs).any(axis=1)
            expected = np.full(len(outputs), "", object)
            expected[usable] = source.model.pipeline.labels(outputs[usable])
            assert [row[0] for row in labels] == expected.tolist()


def test_that_onnx_without_its_packages_says_what_to_install(
    sources: dict[Case, ExportInput], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "onnx", None)
    with pytest.raises(UserError, match=r"not installed.*pip install onnx onnxruntime"):
        formats.create("onnx").encode(sources[Case("one")])


_MAIN = """
#include <stdio.h>
int main(void)
{
    double raw[MLP_INPUTS], out[MLP_OUTPUTS];
    int i;
    for (;;) {
        for (i = 0; i < MLP_INPUTS; i++) {
            if (scanf("%lf", raw + i) != 1) {
                return 0;
            }
        }
        mlp_predict(raw, out);
        for (i = 0; i < MLP_OUTPUTS; i++) {
            printf("%.17g ", out[i]);
        }
        printf("\\n");
    }
}
"""
COMPILE = ["-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", "-O0"]


@pytest.mark.skipif(shutil.which("gcc") is None, reason="gcc is not here")
@pytest.mark.parametrize("case", CASES, ids=str)
def test_that_compiled_c_equals_the_program(case: Case, sources: dict[Case, ExportInput], tmp_path: Path) -> None:
    source = sources[case]
    export(source, "c", tmp_path / "model.h")
    (tmp_path / "main.c").write_text(f'#include "model.h"\n{_MAIN}')
    subprocess.run(["gcc", *COMPILE, "main.c", "-o", "main", "-lm"], cwd=tmp_path, check=True)
    cells = numeric_cells(source.model, rows_to_test(source))
    text = "\n".join(" ".join(map(repr, row)) for row in cells.tolist())
    done = subprocess.run(["./main"], cwd=tmp_path, input=text, capture_output=True, text=True, check=True)
    assert_equal(np.array([line.split() for line in done.stdout.splitlines()], float), source, case)


@pytest.mark.skipif(shutil.which("gcc") is None, reason="gcc is not here")
@pytest.mark.parametrize("case", TASK_CASES, ids=str)
def test_that_the_header_tests_itself(case: Case, sources: dict[Case, ExportInput], tmp_path: Path) -> None:
    export(sources[case], "c", tmp_path / "model.h")
    (tmp_path / "test.c").write_text('#define MLP_SELF_TEST\n#include "model.h"\n')
    subprocess.run(["gcc", *COMPILE, "test.c", "-o", "test", "-lm"], cwd=tmp_path, check=True)
    assert "5 check rows" in subprocess.run(["./test"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout


_EXCEL = """
import json, sys, formulas, openpyxl
answers = []
for file, rows, first, count in json.load(sys.stdin):
    found = []
    for start in range(0, len(rows), 5):
        book = openpyxl.load_workbook(file)
        sheet = book["Predict"]
        for i, row in enumerate(rows[start : start + 5]):
            for j, cell in enumerate(row):
                sheet.cell(5 + i, 1 + j).value = cell
        book.save("typed.xlsx")
        solution = formulas.ExcelModel().loads("typed.xlsx").finish().calculate()
        for i in range(len(rows[start : start + 5])):
            places = [f"'[typed.xlsx]PREDICT'!{sheet.cell(5 + i, first + j).coordinate}" for j in range(count)]
            values = [solution[place].value[0, 0] for place in places]
            found.append([float("nan") if "#" in str(value) else float(value) for value in values])
    answers.append(found)
print("\\n" + json.dumps(answers))
"""


def test_that_the_workbook_in_a_formula_engine_equals_the_program(
    sources: dict[Case, ExportInput], tmp_path: Path
) -> None:
    needs("formulas", "openpyxl")
    work = []
    for case in CASES:
        source, model = sources[case], sources[case].model
        export(source, "excel", tmp_path / f"{case}.xlsx")
        rows = raw_cells(model, rows_to_test(source))
        rows = (
            [*rows[:3], *rows[-9:]] if case in (*TASK_CASES, TRANSFORMED) else rows[:1]
        )  # the engine takes seconds for a workbook
        skipped = {"one": 2, "two": 2, "binary": 4, "multiclass": 3}.get(case.kind, 2)
        work.append((f"{case}.xlsx", rows, len(model.pipeline.inputs) + skipped, model.network.sizes[-1]))
    answers = json.loads(run(BENCH, _EXCEL, tmp_path, json.dumps(work)).splitlines()[-1])
    for case, found in zip(CASES, answers, strict=True):
        outputs = rows_to_test(sources[case]).outputs
        expected = np.concatenate([outputs[:3], outputs[-9:]]) if case in (*TASK_CASES, TRANSFORMED) else outputs[:1]
        np.testing.assert_array_equal(np.isnan(found), np.isnan(expected))
        limit = EXACT if case.dtype == "float64" else SINGLE
        assert np.nanmax(np.abs(np.array(found) - expected)) / comparison_scale(sources[case].model, expected) <= limit


_SAFETENSORS = """
import json, sys, numpy
from safetensors import safe_open
with safe_open("model.safetensors", "np") as file:
    texts = file.metadata()
    print(json.dumps([texts["mlp_gui"], {name: file.get_tensor(name).tolist() for name in file.keys()}]))
"""


def test_that_the_safetensors_package_reads_the_weights(sources: dict[Case, ExportInput], tmp_path: Path) -> None:
    needs("safetensors")
    source = sources[Case("two")]
    export(source, "safetensors", tmp_path / "model.safetensors")
    text, arrays = json.loads(run(BENCH, _SAFETENSORS, tmp_path, ""))
    assert json.loads(text)["check_rows"]["columns"] == list(source.model.pipeline.input_names)
    network = source.model.network
    for k in range(network.n_layers):
        np.testing.assert_array_equal(arrays[f"W{k + 1}"], network.weights(k))
        np.testing.assert_array_equal(arrays[f"b{k + 1}"], network.biases(k))


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("name", ["npz", "json", "mlp", "safetensors", "csv", "excel"])
def test_that_reading_back_finds_the_same_model(name: str, case: Case, sources: dict[Case, ExportInput]) -> None:
    chosen = formats.create(name)
    rows = 6 if case.kind in (TRANSFORMED.kind, SMEARED.kind) else 8
    assert f"checked on {rows} rows" in chosen.verify(chosen.encode(sources[case]), sources[case])
