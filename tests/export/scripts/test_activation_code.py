"""The table of activations: nothing is missing without a reason, and one row carries a new activation everywhere."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from helpers.external_runners import BENCH, needs, run_scripts
from mlp_gui.engine.network.activations import Activation, activations
from mlp_gui.export.registry import formats
from mlp_gui.export.scripts.activation_code import (
    ACTIVATION_CODES,
    ActivationCode,
    NoCounterpart,
    activation_source,
    activations_in,
)
from mlp_gui.export.xlsx.formula_evaluator import WorkbookEvaluator
from mlp_gui.export.xlsx.layout import FIRST
from mlp_gui.export.xlsx.workbook import read_workbook

LANGUAGES = [field.name for field in dataclasses.fields(ActivationCode)]


@pytest.mark.parametrize("activation", list(activations), ids=lambda activation: activation.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_activation_has_a_cell_or_a_reason(activation: type[Activation], language: str) -> None:
    cell = getattr(ACTIVATION_CODES[activation.name], language)
    if isinstance(cell, NoCounterpart):
        assert len(cell.reason.split()) > 3
    else:
        assert callable(cell) if language == "onnx" else cell.strip()


def test_that_the_table_knows_no_activation_that_the_program_does_not() -> None:
    assert list(ACTIVATION_CODES) == list(activations.names())


@pytest.mark.parametrize("activation", list(activations), ids=lambda activation: activation.name)
def test_that_every_activation_says_itself_in_numpy(activation: type[Activation]) -> None:
    assert "{z}" in activation.code
    assert "{a}" in activation.slope_code or "{z}" in activation.slope_code


def test_that_settings_and_constants_are_written_as_numbers() -> None:
    leaky = activations.create("leaky_relu", alpha=0.25)
    assert activation_source(leaky, "pytorch") == "torch.nn.LeakyReLU(0.25)"
    assert activation_source(leaky, "spreadsheet", z="B5", alpha="$A$2") == "MAX(B5,$A$2*B5)"
    assert activation_source(activations.create("elu", alpha=2.5), "c", f="f") == (
        "v > 0 ? v : (mlp_real)2.5 * expm1f(v)"
    )


def test_that_a_language_says_which_activations_it_has() -> None:
    assert activations_in("sklearn") == ("identity", "sigmoid", "tanh", "relu")
    assert activation_source(activations.create("gelu"), "sklearn") is None


# --- a new activation ----------------------------------------------------------------------------------------

# Softsign (Glorot & Bengio 2010) is not one of ours. It is registered in a process of its own: a registry keeps what
# it has, and other tests go through it.
_NEW_ACTIVATION = '''
import json, sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mlp_gui.engine.network.activations import Activation, activations
from mlp_gui.export.scripts.activation_code import ACTIVATION_CODES, ActivationCode, NoCounterpart


@activations.register("softsign", "Softsign")
@dataclass(frozen=True)
class Softsign(Activation):
    """a = z / (1 + |z|), slope (1 - |a|)^2."""

    equation, slope_equation = "z / (1 + |z|)", "(1 - |a|)^2"
    code, slope_code = "{z} / (1 + np.abs({z}))", "(1 - np.abs({a})) ** 2"
    keeps_z = True

    def forward(self, z, a, work):
        return [(np.abs, (z, a)), (np.add, (a, work.number(1), a)), (np.divide, (z, a, a))]

    def slope(self, z, a, s, work):
        return [(np.abs, (a, s)), (np.subtract, (work.number(1), s, s)), (np.multiply, (s, s, s))]


if "row" in sys.argv:
    ACTIVATION_CODES["softsign"] = ActivationCode(
        c="v / (1 + fabs{f}(v))",
        keras='"softsign"',
        pytorch="torch.nn.Softsign()",
        sklearn=NoCounterpart("scikit-learn has no functions of others."),
        spreadsheet="{z}/(1+ABS({z}))",
        onnx=lambda graph, z, own: graph.op("Div", z, graph.op("Add", graph.op("Abs", z), 1.0)),
    )

from helpers.export_inputs import Case, source_of
from mlp_gui.core.errors import UserError
from mlp_gui.export.common.base import export
from mlp_gui.export.registry import formats

folder = Path(sys.argv[1])
source = source_of(Case("one", "softsign"), folder)
model, said = source.model, {}
for name in sys.argv[2].split(","):
    try:
        said[name] = export(source, name, folder / f"model_{name}{formats[name].suffix}")
    except UserError as error:
        said[name] = "refused: " + str(error)
frame = source.prepared.table.frame[list(model.checks.columns)].iloc[: len(model.checks.rows)]
x, _ = model.pipeline.transform_frame(frame)
layers = [[model.network.weights(k).tolist(), model.network.biases(k).tolist()] for k in range(3)]
scaling = [float(model.pipeline.target_shift[0]), float(model.pipeline.target_scale[0])]
answer = {"said": said, "x": x.tolist(), "layers": layers, "scaling": scaling, "rows": model.checks.rows}
print(json.dumps(answer))
'''


FORMATS = ("python", "pytorch", "keras", "sklearn", "c", "excel", "onnx")


@dataclasses.dataclass
class Exported:
    """A network with softsign in every format that computes.

    said: of each format, what was saved or why not; parts: rows, encoded rows and weights as plain data.
    """

    folder: Path
    said: dict[str, str]
    parts: dict

    @property
    def rows(self) -> list[list]:
        return self.parts["rows"]

    def expected(self) -> np.ndarray:
        """(rows, 1): the forward pass in numpy, in original units."""
        a = np.array(self.parts["x"])
        for k, (weights, biases) in enumerate(self.parts["layers"]):
            z = a @ np.array(weights) + np.array(biases)
            a = z / (1 + np.abs(z)) if k < 2 else z
        shift, scale = self.parts["scaling"]
        return a * scale + shift

    def file(self, name: str) -> Path:
        return self.folder / f"model_{name}{formats[name].suffix}"


def export_new_activation(folder: Path, *options: str) -> Exported:
    (folder / "register.py").write_text(_NEW_ACTIVATION, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "register.py", str(folder), ",".join(FORMATS), *options]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    parts = json.loads(done.stdout)
    return Exported(folder, parts.pop("said"), parts)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    return export_new_activation(tmp_path_factory.mktemp("softsign"), "row")


def test_that_one_row_is_enough_for_every_format(exported: Exported) -> None:
    refused = {name for name, said in exported.said.items() if said.startswith("refused")}
    assert refused - {"onnx"} == {"sklearn"}
    assert "scikit-learn has no counterpart of the activation Softsign of hidden layer 1." in exported.said["sklearn"]
    assert "onnx" not in refused or "not installed" in exported.said["onnx"]
    assert np.std(exported.expected()) > 1


@pytest.mark.parametrize(
    ("name", "packages", "limit"),
    [("python", (), 1e-12), ("pytorch", ("torch",), 1e-12), ("keras", ("keras", "torch"), 1e-5)],
)
def test_that_a_script_computes_a_new_activation(
    name: str, packages: tuple[str, ...], limit: float, exported: Exported, tmp_path: Path
) -> None:
    needs(*packages)
    shutil.copy(exported.file(name), tmp_path / "model.py")
    (found,) = run_scripts(tmp_path, [("model.py", exported.rows)], BENCH if packages else sys.executable)
    np.testing.assert_allclose(found, exported.expected(), rtol=limit)


@pytest.mark.skipif(shutil.which("gcc") is None, reason="gcc is not here")
def test_that_c_computes_a_new_activation(exported: Exported, tmp_path: Path) -> None:
    """The header's self-test holds the saved outputs, which must be those of the forward pass in numpy."""
    text = exported.file("c").read_text()
    outputs = text.split("mlp_check_outputs[] = {")[1].split("}")[0]
    np.testing.assert_allclose(np.array(outputs.split(","), float), exported.expected()[:, 0], rtol=1e-12)
    (tmp_path / "test.c").write_text(f'#define MLP_SELF_TEST\n#include "{exported.file("c")}"\n')
    subprocess.run(["gcc", "-std=c99", "-Werror", "test.c", "-o", "test", "-lm"], cwd=tmp_path, check=True)
    assert "5 check rows" in subprocess.run(["./test"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout


def test_that_a_workbook_computes_a_new_activation(exported: Exported) -> None:
    book = WorkbookEvaluator(read_workbook(exported.file("excel").read_bytes()))
    column = len(exported.rows[0]) + 2
    found = [book.value("Predict", column, FIRST + i) for i in range(len(exported.rows))]
    np.testing.assert_allclose(found, exported.expected()[:, 0], rtol=1e-9)


def test_that_onnx_computes_a_new_activation(exported: Exported) -> None:
    """A file is saved only when onnxruntime computed the model's own outputs with it."""
    pytest.importorskip("onnx", reason="onnx is not installed (extra onnx)")
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed (extra onnx)")
    ran = re.search(r"run by onnxruntime on (\d+) rows", exported.said["onnx"])
    assert ran is not None
    assert int(ran[1]) > len(exported.rows), "the check rows, and rows beyond them"


def test_that_without_a_row_every_other_format_refuses_in_a_sentence(tmp_path: Path) -> None:
    said = export_new_activation(tmp_path).said
    assert said.pop("python").startswith("Saved ")
    for name, sentence in said.items():
        assert sentence.startswith("refused: "), name
        assert "activation Softsign" in sentence or "not installed" in sentence
