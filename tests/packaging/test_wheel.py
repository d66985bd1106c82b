"""Wheel and sdist: built from this checkout, complete, and started from a folder that is not the checkout."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from helpers.paths import REPOSITORY

pytest.importorskip("hatchling", reason="hatchling is not installed: wheel and sdist cannot be built here")


def run(command: list[str], cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(kind: str, source: Path, folder: Path) -> Path:
    run([sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)], source)
    return next(iter(folder.glob("*.whl" if kind == "wheel" else "*.tar.gz")))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", REPOSITORY, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked, as pip would."""
    folder = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def test_that_the_wheel_holds_every_file_that_the_program_asks_for(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    asked = set()
    for module in (REPOSITORY / "mlp_gui").rglob("*.py"):
        asked |= set(re.findall(r'resource\("(\w+)"', module.read_text(encoding="utf-8")))
    assert {"samples", "icons", "help", "desktop", "export"} <= asked
    for folder in asked:
        kept = {str(p.relative_to(REPOSITORY)) for p in (REPOSITORY / "resources" / folder).rglob("*") if p.is_file()}
        assert {f"mlp_gui/{name}" for name in kept} <= set(names), folder


def test_that_the_wheel_holds_nothing_that_a_user_does_not_need(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert not [n for n in names if "/tests/" in n or n.startswith("tests") or "screenshots" in n or "packaging" in n]
    assert "mlp_gui/ARCHITECTURE.md" not in names
    assert wheel.stat().st_size < 2_500_000


def test_that_the_sdist_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    archive = built("sdist", REPOSITORY, tmp_path)
    with tarfile.open(archive) as tar:
        tar.extractall(tmp_path, filter="data")
    source = next(p for p in tmp_path.iterdir() if p.is_dir())
    assert (source / "tests").is_dir()
    again = built("wheel", source, tmp_path / "again")
    assert sorted(zipfile.ZipFile(again).namelist()) == sorted(zipfile.ZipFile(wheel).namelist())


def test_that_an_installed_program_finds_its_files_far_from_the_checkout(site: Path, tmp_path: Path) -> None:
    where = (
        "import mlp_gui, sys; from mlp_gui.core.resources import resource; print(mlp_gui.__file__, resource('samples'))"
    )
    found = run([sys.executable, "-c", where], tmp_path, PYTHONPATH=str(site))
    assert found.count(str(site)) == 2
    said = run([sys.executable, "-m", "mlp_gui", "inspect", "sample:iris", "--json"], tmp_path, PYTHONPATH=str(site))
    assert json.loads(said)["rows"] == 150


def test_that_the_installed_window_opens_trains_and_exports(site: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mlp_gui", "--self-test", str(tmp_path / "out")]
    data = str(tmp_path / "data")
    said = run(command, tmp_path, PYTHONPATH=str(site), QT_QPA_PLATFORM="offscreen", XDG_DATA_HOME=data)
    assert "60 epochs" in said
    assert (tmp_path / "out" / "run.mlp").stat().st_size > 1000
    assert (tmp_path / "out" / "window.png").stat().st_size > 1000


def test_that_the_installed_window_speaks_german_when_it_is_told_to(site: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings.ini"
    settings.write_text("[General]\nlanguage=de\n", encoding="utf-8")
    code = (
        "from PySide6.QtWidgets import QApplication, QMessageBox\n"
        "from mlp_gui.app import language\n"
        "from mlp_gui.session.settings.preferences import Preferences\n"
        "from mlp_gui.views.forms import help_pages\n"
        "from mlp_gui.views.shell.main_window import MainWindow\n"
        "app = QApplication([])\n"
        "language.install_language(Preferences().settings.language)\n"
        "window = MainWindow()\n"
        "box = QMessageBox(QMessageBox.Icon.NoIcon, '', '', QMessageBox.StandardButton.Cancel)\n"
        "print(window.actions_['open'].text(), box.buttons()[0].text(), help_pages.page_text('tour').splitlines()[0])\n"
    )
    environment = {"PYTHONPATH": str(site), "MLP_GUI_SETTINGS": str(settings), "QT_QPA_PLATFORM": "offscreen"}
    said = run([sys.executable, "-c", code], tmp_path, PYTHONUTF8="1", **environment)
    assert "Öffnen…" in said
    assert "Abbrechen" in said
    assert "Rundgang" in said
