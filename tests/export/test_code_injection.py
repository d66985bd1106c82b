"""Names from the data are data everywhere: in code, HTML, spreadsheets, C and file names. No canary may sing."""

from __future__ import annotations

import ast
import csv
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from helpers.export_inputs import named_source
from helpers.external_runners import run_scripts
from mlp_gui.core.errors import UserError
from mlp_gui.export.common.atomic import file_stem
from mlp_gui.export.common.base import ExportInput, export
from mlp_gui.export.registry import formats
from mlp_gui.export.xlsx.workbook import Formula, read_workbook

SING = "open('CANARY', 'w').close()"
NAMES = [
    "=1+1", '=HYPERLINK("http://canary","x")', "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1",
    "'", '"', "'''", '"""', "\\", "\\'", '\\"', "\n", "\r\n#", f"\n{SING}\n", f"'+{SING}+'", f"'''\n{SING}\n'''",
    f'"""\n{SING}\n"""', f"{{{SING}}}", "{0}", "{x!r}", "{", "}", "%s", "%n", "$(touch CANARY)", "`touch CANARY`",
    "<script>open('CANARY')</script>", "<img src=x onerror=alert(1)>", "</svg></style><b>", "&lt;", "]]>", "<!--",
    "*/ int canary; /*", "\\\n", "??/", '"; system("touch CANARY"); "', "#include <canary>", "../../canary",
    "/etc/passwd", "C:\\canary", "CON", "", " ", "a" * 10_000, "\U0001f600\U0001f468\u200d\U0001f469",
    "\u05e9\u05dc\u05d5\u05dd",
    "\u202egnp.exe", "a\u2028b", "\x00", "\x07\x1b[31m", "_x0041_", "\ufeff", "e\u0301", "=\u200bx",
    "__metadata__", "label", "probabilities", "node_0",
]  # fmt: skip
CLASSES = ("'''", "<b>\"'", f"\n{SING}\n", "=1+1", "*/")
EXPORTED = [f.name for f in formats if f.__module__.startswith("mlp_gui.export.") and f.name != "predictions"]
EXPORTED = [name for name in EXPORTED if not name.endswith("_training")]  # they need a table: test_training_scripts


@pytest.fixture(scope="module")
def hostile() -> ExportInput:
    return named_source(NAMES, CLASSES)


def encoded(name: str, source: ExportInput) -> bytes:
    """The file, proved; formats whose packages are absent are skipped."""
    if name == "onnx":
        pytest.importorskip("onnx", reason="onnx is not installed (extra onnx)")
        pytest.importorskip("onnxruntime", reason="onnxruntime is not installed (extra onnx)")
    chosen = formats.create(name)
    data = chosen.encode(source)
    assert chosen.verify(data, source)
    return data


@pytest.mark.parametrize("name", EXPORTED)
@pytest.mark.parametrize("classes", [(), CLASSES[:2], CLASSES], ids=["regression", "binary", "multiclass"])
def test_that_every_format_carries_every_name(
    name: str, classes: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    encoded(name, named_source(NAMES, classes, may_be_empty=name != "onnx"))
    assert list(tmp_path.iterdir()) == []


def test_that_names_are_literals_in_the_script(hostile: ExportInput, tmp_path: Path) -> None:
    export(hostile, "python", tmp_path / "model.py")
    rows = hostile.model.checks.rows
    (found,) = run_scripts(tmp_path, [("model.py", rows)])
    np.testing.assert_allclose(found, hostile.model.checks.outputs, atol=1e-12)
    done = subprocess.run([sys.executable, "-I", "model.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir() if path.name != "__pycache__"] == ["model.py"]
    tree = ast.parse((tmp_path / "model.py").read_text(encoding="utf-8"))
    model = next(n.value for n in tree.body if isinstance(n, ast.Assign) and n.targets[0].id == "MODEL")
    assert [column["name"] for column in ast.literal_eval(model)["inputs"]] == NAMES
    assert "\u202e" not in (tmp_path / "model.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["pytorch", "keras", "sklearn"])
def test_that_other_scripts_hold_names_as_literals_only(name: str, hostile: ExportInput) -> None:
    """The syntax tree of a script with hostile names is that of one with plain names, literals apart."""
    plain = named_source([f"column {i}" for i in range(len(NAMES))], ("a", "b", "c", "d", "e"))

    def shape(source: ExportInput) -> list[str]:
        tree = ast.parse(formats.create(name).encode(source))
        return [type(n).__name__ for n in ast.walk(tree) if not isinstance(n, ast.Constant | ast.Dict | ast.List)]

    assert set(shape(hostile)) == set(shape(plain))
    calls = [n for n in ast.walk(ast.parse(formats.create(name).encode(hostile))) if isinstance(n, ast.Call)]
    assert not any(
        isinstance(call.func, ast.Name) and call.func.id == "open" and "CANARY" in ast.dump(call) for call in calls
    )


@pytest.mark.skipif(shutil.which("gcc") is None, reason="gcc is not here")
def test_that_names_are_strings_in_c(hostile: ExportInput, tmp_path: Path) -> None:
    export(hostile, "c", tmp_path / "model.h")
    (tmp_path / "test.c").write_text('#define MLP_SELF_TEST\n#include "model.h"\n')
    subprocess.run(
        ["gcc", "-std=c99", "-trigraphs", "-Wall", "-Werror", "test.c", "-o", "t", "-lm"], cwd=tmp_path, check=True
    )
    said = subprocess.run(["./t"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert "passed" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model.h", "t", "test.c"]
    assert re.search(rb"[^\x20-\x7e\n]", (tmp_path / "model.h").read_bytes()) is None


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_that_names_show_literally_in_the_report(hostile: ExportInput) -> None:
    page = _Texts()
    page.feed(encoded("report", hostile).decode("utf-8"))
    assert not page.tags & {"script", "img", "b", "iframe", "a", "link"}
    for name in ("<script>open('CANARY')</script>", "&lt;", "{x!r}", "\u05e9\u05dc\u05d5\u05dd", "</svg></style><b>"):
        assert name in page.texts
    assert any(text.startswith("aaa") and text.endswith("…") and len(text) == 300 for text in page.texts)


def test_that_names_are_no_formulas_in_the_workbook(hostile: ExportInput) -> None:
    data = encoded("excel", hostile)
    sheets = {sheet.name: sheet for sheet in read_workbook(data)}
    heads = [sheets["Predict"].cells[i, 4][0] for i in range(1, len(NAMES) + 1)]
    assert heads == NAMES
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            for source in re.findall(rb"<f>(.*?)</f>", archive.read(name), re.DOTALL):
                assert not any(bad in source for bad in (b"HYPERLINK", b"cmd", b"CANARY", b"SUM(A1)")), source
    for sheet in sheets.values():
        for (column, row), (value, _) in sheet.cells.items():
            if isinstance(value, Formula):
                assert row >= 5, (sheet.name, column, row)


def test_that_names_are_no_formulas_in_csv(hostile: ExportInput, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(encoded("csv", hostile))) as archive:
        assert archive.namelist() == ["layer_1.csv", "layer_2.csv", "model.json"]
        text = archive.read("layer_1.csv").decode("utf-8") + archive.read("layer_2.csv").decode("utf-8")
    for row in csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            assert not cell.startswith(("=", "@", "+", "\t")), cell
            assert not cell.startswith("-") or float(cell) <= 0


def test_that_every_name_comes_back_from_json_and_npz(hostile: ExportInput) -> None:
    plain = json.loads(encoded("json", hostile))
    assert [column["name"] for column in plain["pipeline"]["inputs"]] == NAMES
    assert tuple(plain["pipeline"]["class_names"]) == CLASSES


def test_that_a_proposed_file_name_stays_in_its_folder() -> None:
    for name in NAMES:
        stem = file_stem(name)
        assert 0 < len(stem) <= 80
        assert re.fullmatch(r"[\w .()\-]+", stem), stem
        assert not stem.startswith((".", " "))
        assert stem.lower() != "con"
    assert file_stem("busan_beach 2.0") == "busan_beach 2.0"
    assert file_stem("Größe (m)") == "Größe (m)"


def test_that_a_text_that_no_file_can_hold_is_refused_when_read() -> None:
    from mlp_gui.export.weights.json_format import read_json

    data = formats.create("json").encode(named_source(["a", "b"])).replace(b'"b"', b'"\\ud800"')
    with pytest.raises(UserError, match="damaged"):
        read_json(data, "f.json")
