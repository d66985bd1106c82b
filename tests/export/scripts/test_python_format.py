"""The Python script as a person meets it: readable, alone, with a command line, and refused when it is wrong."""

from __future__ import annotations

import ast
import csv
import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from helpers.export_inputs import TASK_CASES, Case, source_of
from mlp_gui.core.errors import UserError
from mlp_gui.data.csv.reader import read_table
from mlp_gui.export.common.base import export
from mlp_gui.export.registry import formats
from mlp_gui.export.scripts import script_runner
from mlp_gui.export.tables.predictions import predicted_frame


def call(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "model.py", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("case", TASK_CASES, ids=str)
def test_that_its_command_line_predicts_a_file_as_the_program_does(case: Case, tmp_path: Path) -> None:
    source = source_of(case, tmp_path)
    export(source, "python", tmp_path / "model.py")
    done = call(tmp_path, "houses.csv")
    assert done.returncode == 0, done.stderr
    assert "Self-test passed: 5 check rows" in done.stderr
    found = list(csv.DictReader(io.StringIO(done.stdout)))
    expected, _ = predicted_frame(source.model, read_table(tmp_path / "houses.csv"))
    assert len(found) == len(expected)
    for name in expected.columns[source.prepared.table.n_columns :]:
        cells = [row[name] for row in found]
        if expected[name].dtype.kind == "f":
            np.testing.assert_allclose([float(cell or "nan") for cell in cells], expected[name], rtol=1e-9, atol=1e-12)
        else:
            assert cells == expected[name].tolist()


def test_that_decimal_commas_and_an_output_file_are_understood(tmp_path: Path) -> None:
    source = source_of(Case("one"), tmp_path)
    export(source, "python", tmp_path / "model.py")
    plain = call(tmp_path, "houses.csv").stdout
    rows = list(csv.reader((tmp_path / "houses.csv").read_text(encoding="utf-8").splitlines()))
    numbers = [rows[0].index(name) for name in ("size", "weight")]
    for row in rows[1:]:
        for i in numbers:
            row[i] = row[i].replace(".", ",")
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    (tmp_path / "german.csv").write_text("\ufeff" + text.getvalue(), encoding="utf-8")
    done = call(tmp_path, "german.csv", "--separator", ";", "--decimal", ",", "--out", "out.csv")
    assert done.returncode == 0, done.stderr
    found = (tmp_path / "out.csv").read_text(encoding="utf-8")
    answers = [[row["predicted price"] for row in csv.DictReader(io.StringIO(text))] for text in (plain, found)]
    assert answers[0] == answers[1]


def test_that_bad_input_is_one_line_and_never_a_traceback(tmp_path: Path) -> None:
    export(source_of(Case("one"), tmp_path), "python", tmp_path / "model.py")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    text = (tmp_path / "houses.csv").read_text(encoding="utf-8")
    (tmp_path / "words.csv").write_text(text.replace("\n", "\nword", 1), encoding="utf-8")
    (tmp_path / "empty.csv").write_text("")
    for name, said in [("other.csv", "lacks the columns"), ("none.csv", "No such file"),
                       ("empty.csv", "lacks the columns")]:  # fmt: skip
        done = call(tmp_path, name)
        assert done.returncode == 2
        assert said in done.stderr
        assert "Traceback" not in done.stderr
    done = call(tmp_path, "words.csv")
    assert done.returncode == 0
    assert "where a number is needed; 1 of 60 rows get no prediction" in done.stderr
    found = [row["predicted price"] for row in csv.DictReader(io.StringIO(done.stdout))]
    assert [not cell for cell in found[:3]] == [True, False, False]


def test_that_small_weights_are_readable_and_large_ones_packed(tmp_path: Path) -> None:
    small, large = source_of(Case("one"), tmp_path), source_of(Case("one"), tmp_path, (60, 60))
    first = repr(float(small.model.network.weights(0)[0, 0]))
    assert first in formats.create("python").encode(small).decode()
    data = formats.create("python").encode(large)
    assert b"b64decode" in data
    assert repr(float(large.model.network.weights(0)[0, 0])) not in data.decode()
    assert len(data) < 16 * large.model.network.n_parameters + 35_000
    assert "run and checked on 8 rows" in formats.create("python").verify(data, large)
    assert max(map(len, data.decode().splitlines())) < 200


@pytest.mark.parametrize("name", ["python", "pytorch", "keras", "sklearn"])
@pytest.mark.parametrize("hidden", [(3,), (60, 60)])
def test_that_it_imports_what_it_uses_and_nothing_else(name: str, hidden: tuple[int, ...], tmp_path: Path) -> None:
    tree = ast.parse(formats.create(name).encode(source_of(Case("two"), tmp_path, hidden)))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    bound = {alias.asname or alias.name.split(".")[0] for node in imports for alias in node.names}
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert bound <= used


def test_that_it_needs_numpy_and_no_other_package(tmp_path: Path) -> None:
    text = formats.create("python").encode(source_of(Case("two", "gelu"), tmp_path)).decode()
    imported = {line.split()[1] for line in text.splitlines() if line.startswith(("import ", "from "))}
    assert imported <= {"argparse", "base64", "csv", "math", "re", "sys", "datetime", "numpy"}


@pytest.mark.parametrize("frozen", [False, True])
@pytest.mark.parametrize("name", ["python", "pytorch"])
def test_that_a_script_with_another_weight_is_refused(
    name: str, frozen: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    source = source_of(Case("one"), tmp_path)
    data = formats.create(name).encode(source)
    formats.create(name).verify(data, source)
    weight = repr(float(source.model.network.weights(0)[0, 0]))
    wrong = data.replace(weight.encode(), repr(float(weight) + 0.01).encode())
    assert wrong != data
    with pytest.raises(UserError, match="was not saved"):
        formats.create(name).verify(wrong, source)


def test_that_a_script_that_does_not_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script_runner, "SECONDS", 0.5)
    source = source_of(Case("one"), tmp_path)
    data = formats.create("python").encode(source) + b"\nwhile True:\n    pass\n"
    with pytest.raises(UserError, match="could not be run"):
        formats.create("python").verify(data, source)
