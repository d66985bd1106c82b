"""Running what was exported where this program is not: other interpreters, compilers, and which of them are here."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

# An interpreter with torch, keras, scikit-learn, onnxruntime, formulas, ... (extra `bench`); this one otherwise.
BENCH = os.environ.get("MLP_GUI_BENCH_PYTHON", sys.executable)
TENSORFLOW = os.environ.get("MLP_GUI_TENSORFLOW_PYTHON", BENCH)  # it is large, and may live apart
_SCRIPTS = """
import json, runpy, sys
answers = []
for file, rows in json.load(sys.stdin):
    names = runpy.run_path(file)
    names["self_test"]()
    answers.append(names["predict"](rows, []).tolist())
print(json.dumps(answers))
"""


@functools.cache
def has(*packages: str, python: str = BENCH) -> bool:
    """Whether the interpreter for extras can import the packages."""
    code = f"import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, {packages!r})))"
    return subprocess.run([python, "-I", "-c", code], check=False).returncode == 0


def needs(*packages: str, python: str = BENCH) -> None:
    if not has(*packages, python=python):
        variable = "MLP_GUI_TENSORFLOW_PYTHON" if "tensorflow" in packages else "MLP_GUI_BENCH_PYTHON"
        pytest.skip(f"{' and '.join(packages)} not installed; set {variable} to a Python that has them")


def run_scripts(
    folder: Path, work: list[tuple[str, tuple]], python: str = sys.executable, keras: str = "torch"
) -> list[np.ndarray]:
    """`predict` of each script, all in one isolated process (-I) whose folder holds nothing but them.

    keras: the library that Keras computes with.
    """
    return [np.array(found, float) for found in json.loads(run(python, _SCRIPTS, folder, json.dumps(work), keras))]


def run(python: str, code: str, folder: Path, text: str, keras: str = "torch") -> str:
    environment = {"PATH": os.environ.get("PATH", ""), "KERAS_BACKEND": keras, "HOME": str(folder)}
    # -I would hide KERAS_BACKEND's sibling settings, not the environment itself.
    done = subprocess.run(
        [python, "-I", "-W", "ignore", "-c", code], input=text, cwd=folder, env=environment, capture_output=True,
        encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout
