"""A table from an old archive, whose file name is no UTF-8, is trained, saved, exported and found again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from helpers.command_line import call, start
from helpers.export_inputs import raw_text
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.base import ExportInput, export
from mlp_gui.export.project.project import read_project, save_project
from mlp_gui.export.project.table_reference import locate
from mlp_gui.export.registry import formats
from mlp_gui.model import TrainedModel
from mlp_gui.presets import suggested_spec

NAME = os.fsdecode(b"Me\xdfwerte \xfc.csv")  # Latin-1: "Meßwerte ü.csv"
SHOWN = "Me\ufffdwerte \ufffd.csv"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    folder = tmp_path / os.fsdecode(b"m\xe4rz")
    try:
        folder.mkdir()
        (folder / NAME).write_text(raw_text(), encoding="utf-8")
    except (OSError, UnicodeEncodeError):
        pytest.skip("this file system takes no such name")
    return folder / NAME


@pytest.fixture
def source(table: Path) -> tuple[ExportInput, Trainer]:
    opened = open_table(str(table))
    prepared = prepare(opened, suggested_spec(str(table), opened, ("price",)))
    trainer = Trainer(RunConfig(network=NetworkConfig(hidden=(LayerConfig(4),))), prepared.dataset)
    trainer.step_epoch()
    model = TrainedModel.from_run(prepared, trainer.config, trainer.network, 1, "last")
    return ExportInput(model, trainer.history, prepared), trainer


def is_text(text: str) -> bool:
    """Whether it can be shown and written anywhere."""
    return text.encode("utf-8", "replace").decode() == text


def test_that_every_format_carries_the_model(source: tuple[ExportInput, Trainer], table: Path) -> None:
    for name in formats.names():
        if name == "onnx" or name.endswith("_pdf"):  # an extra; registered by the window
            continue
        place = table.parent / (os.fsdecode(b"k\xf6nig.") + name)
        said = export(source[0], name, place)
        assert place.stat().st_size > 0
        assert is_text(said), name
        if name in ("report", "python", "json", "c", "history"):
            assert is_text(place.read_text(encoding="utf-8"))


def test_that_a_project_keeps_the_true_name_and_finds_the_table_again(
    source: tuple[ExportInput, Trainer], table: Path
) -> None:
    path = table.parent / os.fsdecode(b"l\xe4uft.mlp")
    said = save_project(path, source[0], source[1].state())
    assert is_text(said)
    project = read_project(path.read_bytes(), path.name)
    assert locate(project.reference, path.parent) == str(table)
    assert project.reference.name == SHOWN
    assert open_table(project.reference.source).name == SHOWN


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are Unicode there")
def test_that_the_command_line_trains_goes_on_predicts_and_exports(table: Path) -> None:
    run, more = os.fsdecode(b"l\xe4uft.mlp"), os.fsdecode(b"w\xe4hrt.mlp")
    folder = table.parent
    for arguments in (
        ("inspect", NAME),
        ("inspect", NAME, "--json"),
        ("train", NAME, "--target", "price", "--epochs", "3", "--out", run, "--history", os.fsdecode(b"\xe4.csv")),
        ("train", "--resume", run, "--epochs", "5", "--out", more, "--json"),
        ("predict", more, NAME, "--out", os.fsdecode(b"\xf6.csv"), "--json"),
        ("export", more, "--format", "report", "--out", os.fsdecode(b"\xfc.html")),
        ("export", more, "--format", "nonsense", "--out", os.fsdecode(b"\xfc.html")),
        ("train", os.fsdecode(b"n\xefrgends.csv")),
    ):
        done = call(*arguments, cwd=folder)
        assert done.returncode == (2 if arguments[-1].endswith("ends.csv") or "nonsense" in arguments else 0), done
        assert "surrogate" not in done.stderr
    done = start("train", NAME, "--target", "price", "--epochs", "3", "--out", run, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert start("inspect", NAME, "--json", cwd=folder, encoding="ascii").returncode == 0
    assert start("inspect", os.fsdecode(b"n\xefrgends.csv"), cwd=folder).stderr.count("\n") == 1
