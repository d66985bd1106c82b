"""`train --resume` finds the table of a project that has moved, from any working folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from helpers.command_line import call


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with a project and its table, which was named from the folder above."""
    folder = tmp_path / "a"
    (folder / "data").mkdir(parents=True)
    rows = "".join(f"{i * 0.37},{(5 * i) % 17},{i % 13 + 0.5}\n" for i in range(60))
    (folder / "data" / "t.csv").write_text("a,b,y\n" + rows, encoding="utf-8")
    done = call("train", "a/data/t.csv", "--epochs", "5", "--out", "a/run.mlp", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return folder


def resumed(project: Path, cwd: Path, epochs: int = 8) -> dict:
    done = call("train", "--resume", str(project), "--epochs", str(epochs), "--json", cwd=cwd)
    assert done.returncode == 0, done.stdout
    return json.loads(done.stdout)


def test_that_a_folder_that_moved_goes_on(work: Path, tmp_path: Path) -> None:
    work.rename(tmp_path / "b")
    assert resumed(Path("b/run.mlp"), tmp_path)["epochs"] == 8


def test_that_another_working_folder_does_not_matter(work: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    assert resumed(work / "run.mlp", tmp_path / "elsewhere")["epochs"] == 8
    assert resumed(Path("run.mlp"), work)["epochs"] == 8


def test_that_a_project_that_went_on_elsewhere_finds_its_table_again(work: Path, tmp_path: Path) -> None:
    """The second file is written into another folder: its way to the table is another one."""
    (tmp_path / "out").mkdir()
    done = call("train", "--resume", "a/run.mlp", "--epochs", "7", "--out", "out/more.mlp", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (tmp_path / "all").mkdir()
    for name in ("a", "out"):
        shutil.move(tmp_path / name, tmp_path / "all" / name)
    assert resumed(tmp_path / "all" / "out" / "more.mlp", Path("/"), 9)["epochs"] == 9


def test_that_a_table_that_is_gone_is_asked_for(work: Path, tmp_path: Path) -> None:
    (work / "data" / "t.csv").unlink()
    done = call("train", "--resume", str(work / "run.mlp"), "--epochs", "8", cwd=tmp_path)
    assert done.returncode == 2
    assert "t.csv is not where it was when the run was saved." in done.stderr
    assert str(work / "data" / "t.csv") in done.stderr
