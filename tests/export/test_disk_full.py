"""A disk that is really full: every writer keeps the old file byte for byte and says that the disk is full."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.export_inputs import Case, source_of
from helpers.small_disk import fill, small_disk
from mlp_gui.core.errors import UserError
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.export.common.base import ExportInput, export
from mlp_gui.export.project.project import read_project, save_project
from mlp_gui.export.registry import formats
from mlp_gui.export.tables.predictions import write_predictions

OLD = b"what was there before" * 10


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk") as folder:
        yield folder


@pytest.fixture
def source(tmp_path: Path) -> ExportInput:
    return source_of(Case("one"), tmp_path)


@pytest.mark.parametrize("left", [0, 4096], ids=["no room", "room for a page"])
@pytest.mark.parametrize("name", [name for name in formats.names() if not name.endswith("_pdf")])
def test_that_an_export_keeps_the_old_file(name: str, left: int, disk: Path, source: ExportInput) -> None:
    if name == "onnx":
        pytest.importorskip("onnx", reason="onnx is not installed (extra onnx)")
    path = disk / "old"
    path.write_bytes(OLD)
    fill(disk, left)
    if len(formats.create(name).encode(source)) <= left:
        pytest.skip("the file is smaller than what is left")
    with pytest.raises(UserError, match=r"^old was not written: the disk is full\. .*Free some space"):
        export(source, name, path)
    assert path.read_bytes() == OLD
    assert sorted(os.listdir(disk)) == ["filler", "old"]
    (disk / "filler").unlink()
    assert "Saved old" in export(source, name, path)


def test_that_predictions_of_the_command_line_keep_the_old_file(disk: Path, source: ExportInput) -> None:
    path = disk / "old.csv"
    path.write_bytes(OLD)
    fill(disk)
    with pytest.raises(UserError, match="the disk is full"):
        write_predictions(source.model, source.prepared.table, path)
    assert path.read_bytes() == OLD


def test_that_a_project_keeps_its_last_version(disk: Path, source: ExportInput) -> None:
    path = disk / "work.mlp"
    trainer = Trainer(source.model.config, source.prepared.dataset)
    save_project(path, source, trainer.state())
    old = path.read_bytes()
    trainer.step_epoch()
    for left in (0, 4096, 8192):
        fill(disk, left)
        with pytest.raises(UserError, match=r"work\.mlp was not written: the disk is full"):
            save_project(path, source, trainer.state())
        assert path.read_bytes() == old
        assert sorted(os.listdir(disk)) == ["filler", "work.mlp"]
    (disk / "filler").unlink()
    save_project(path, source, trainer.state())
    assert read_project(path.read_bytes(), "work.mlp").state is not None
    assert path.read_bytes() != old


def test_that_a_large_file_that_does_not_fit_is_taken_away_again(disk: Path) -> None:
    with pytest.raises(UserError, match="the disk is full"):
        write_atomic(disk / "new", bytes(2_000_000))
    assert os.listdir(disk) == []


_PREFERENCES = """
import sys
from PySide6.QtCore import QCoreApplication
from mlp_gui.session.settings.preferences import Preferences
app = QCoreApplication([])
preferences = Preferences()
for i in range(8):
    preferences.remember("/a/much/longer/path/" + "x" * 2000 + str(i))
preferences.flush()
"""


def test_that_preferences_keep_their_last_version(disk: Path) -> None:
    path = disk / "settings.ini"
    path.write_bytes(b"[General]\nrecent=/home/a.csv\n")
    old = path.read_bytes()
    fill(disk)
    environment = os.environ | {"MLP_GUI_SETTINGS": str(path)}
    done = subprocess.run([sys.executable, "-c", _PREFERENCES], env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert path.read_bytes() == old
