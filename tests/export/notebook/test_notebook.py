"""The notebook loads the network, repeats the run to the last bit, and draws; names from the data stay data."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import numpy as np
import pandas as pd
import pytest

import mlp_gui
from helpers.export_inputs import TASK_CASES, Case, named_source, source_of
from helpers.external_runners import BENCH, needs
from helpers.paths import REPOSITORY
from mlp_gui.core.errors import UserError
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.notebook.notebook_file import code_of, literal_markdown
from mlp_gui.export.registry import formats

EXAMPLES = sorted((REPOSITORY / "resources" / "examples").glob("*.ipynb"))
NAMES = ["'''", '"""\nraise SystemExit\n"""', "@TABLE@", "$x$", "<script>alert(1)</script>", "# a\n# b", "\\", "{x!r}"]


def encoded(source: ExportInput) -> bytes:
    chosen = formats.create("notebook")
    data = chosen.encode(source)
    assert "read back from the notebook" in chosen.verify(data, source)
    return data


def executed(data: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, Any], MagicMock]:
    """Run every cell of code; return the names that they leave, and the axes on which they drew."""
    axes, library, pyplot = MagicMock(), MagicMock(), MagicMock()
    pyplot.subplots.side_effect = lambda *sizes, **options: (MagicMock(), axes)
    pyplot.rcParams = {}
    library.pyplot = pyplot
    monkeypatch.setitem(sys.modules, "matplotlib", library)
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", pyplot)
    names: dict[str, Any] = {"__name__": "__main__"}
    for code in code_of(data):
        exec(compile(code, "cell", "exec"), names)
    return names, axes


@pytest.mark.parametrize("case", TASK_CASES, ids=str)
def test_that_it_is_a_notebook_of_version_4(case: Case, tmp_path: Path) -> None:
    plain = json.loads(encoded(source_of(case, tmp_path)))
    assert (plain["nbformat"], plain["nbformat_minor"]) == (4, 5)
    assert plain["metadata"]["kernelspec"]["name"] == "python3"
    ids = [cell["id"] for cell in plain["cells"]]
    assert len(set(ids)) == len(ids)
    for cell in plain["cells"]:
        code = cell["cell_type"] == "code"
        assert set(cell) == {"cell_type", "id", "metadata", "source"} | (
            {"execution_count", "outputs"} if code else set()
        )
        assert all(line.endswith("\n") for line in cell["source"][:-1])


def river(n: int = 160) -> pd.DataFrame:
    rng = np.random.default_rng(8)
    rain = rng.gamma(0.6, 5, n).round(2)
    frame = pd.DataFrame({"rain": rain, "zone": rng.choice(["a", "b"], n), "flow": pd.Series(rain).ewm(span=5).mean()})
    frame["state"] = np.where(frame["flow"] > 3, "high", "low")
    frame.loc[5, "rain"] = np.nan
    return frame


SETTINGS = {"hidden": (5,), "epochs": 25, "seed": 4, "derive": ["before = lag(rain, 1)"], "missing": -999}


@pytest.mark.parametrize("target", ["flow", "state"])
def test_that_it_repeats_the_run_to_the_last_bit(target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    river().to_csv(tmp_path / "river $1.csv", index=False)
    other = {"state", "flow"} - {target}
    inputs = ["rain", "zone", "before"]
    model = mlp_gui.fit(tmp_path / "river $1.csv", target=target, inputs=inputs, **SETTINGS)
    assert not other & set(model.inputs)
    model.export(tmp_path / "run.ipynb", "notebook")
    # The folder moves as a whole: the table is found beside the notebook.
    (tmp_path / "moved").mkdir()
    for name in ("run.ipynb", "river $1.csv"):
        (tmp_path / name).rename(tmp_path / "moved" / name)
    monkeypatch.chdir(tmp_path / "moved")
    names, axes = executed(Path("run.ipynb").read_bytes(), monkeypatch)
    assert names["differences"] == {"train_loss": 0.0, "validation_loss": 0.0}
    np.testing.assert_array_equal(names["again"].predict(river()), model.predict(river()))
    assert names["again"].scores == model.scores == names["saved"].scores
    assert axes.plot.call_count >= 4
    assert axes.barh.call_count == 2
    assert axes.imshow.call_count == (target == "state")
    assert axes.scatter.call_count == 3 * (target == "flow")


def test_that_the_predictions_are_those_of_the_runs_rows(tmp_path: Path) -> None:
    river().to_csv(tmp_path / "river.csv", index=False)
    model = mlp_gui.fit(tmp_path / "river.csv", target="flow", inputs=["rain", "zone"], hidden=(4,), epochs=5)
    model.save(tmp_path / "run.mlp")
    found = model.predictions()
    pd.testing.assert_frame_equal(found, mlp_gui.load(tmp_path / "run.mlp").predictions())
    kept = river().loc[found.index]
    np.testing.assert_allclose(found["true flow"], kept["flow"], rtol=1e-12)  # scaled and back
    np.testing.assert_allclose(found["predicted flow"], model.predict(kept), rtol=1e-12)
    for subset, part in found.groupby("subset"):
        error = (part["true flow"] - part["predicted flow"]) ** 2
        assert error.mean() == pytest.approx(model.scores[subset]["mse"])


@pytest.mark.parametrize("classes", [(), tuple(NAMES[:2]), tuple(NAMES[:4])], ids=str)
def test_that_hostile_names_are_literals(classes: tuple[str, ...]) -> None:
    data = encoded(named_source(NAMES, classes))
    plain = encoded(named_source([f"column {k}" for k in range(len(NAMES))], tuple("abcd"[: len(classes)])))

    def shape(notebook: bytes) -> list[set[str]]:
        trees = [ast.parse(code) for code in code_of(notebook)]
        return [{type(n).__name__ for n in ast.walk(tree) if not isinstance(n, ast.Constant)} for tree in trees]

    assert shape(data) == shape(plain)
    words = "".join("".join(c["source"]) for c in json.loads(data)["cells"] if c["cell_type"] == "markdown")
    assert "<script>" not in words
    assert data.isascii()


def test_that_markdown_shows_a_text_as_it_stands() -> None:
    assert literal_markdown("a_b\n# *c* <d>") == r"a\_b \# \*c\* \<d\>"


def test_that_a_damaged_notebook_is_noticed(tmp_path: Path) -> None:
    source = source_of(Case("one"), tmp_path)
    data = encoded(source)
    with pytest.raises(UserError, match="would not run"):
        formats.create("notebook").verify(data.replace(b"import mlp_gui", b"import mlp_gui ("), source)


_CLIENT = """
import sys, nbformat
from nbclient import NotebookClient
for path in sys.argv[1:]:
    notebook = nbformat.read(path, 4)
    nbformat.validate(notebook)
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": "."}}).execute()
    kinds = [o["output_type"] for c in notebook.cells if c.cell_type == "code" for o in c.outputs]
    data = [o.get("data", {}) for c in notebook.cells if c.cell_type == "code" for o in c.outputs]
    assert "error" not in kinds and sum("image/png" in each for each in data) >= 2, (path, kinds)
"""


def run_in_jupyter(folder: Path, *names: str) -> None:
    needs("nbclient", "nbformat", "ipykernel", "matplotlib", "pandas")
    environment = {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    }
    done = subprocess.run(
        [BENCH, "-c", _CLIENT, *names],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]


def test_that_jupyter_runs_it(tmp_path: Path) -> None:
    river().to_csv(tmp_path / "river.csv", index=False)
    for target in ("flow", "state"):
        model = mlp_gui.fit(tmp_path / "river.csv", target=target, inputs=["rain", "zone"], hidden=(4,), epochs=8)
        model.export(tmp_path / f"{target}.ipynb", "notebook")
    run_in_jupyter(tmp_path, "flow.ipynb", "state.ipynb")


def test_that_there_are_three_examples() -> None:
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_that_an_example_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names, axes = executed(path.read_bytes(), monkeypatch)
    assert isinstance(names["model"], mlp_gui.Model)
    assert axes.method_calls


def test_that_jupyter_runs_the_examples(tmp_path: Path) -> None:
    for path in EXAMPLES:
        shutil.copy(path, tmp_path)
    run_in_jupyter(tmp_path, *(path.name for path in EXAMPLES))
