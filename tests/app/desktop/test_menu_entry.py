"""The menu entry and the type of project files, as the desktop's specifications ask for them."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from PySide6.QtCore import QMimeDatabase

from mlp_gui.app.desktop import menu_entry
from mlp_gui.app.main import start
from mlp_gui.core.resources import resource


def entry(home: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment]  # keeps capitals
    parser.read(home / "applications" / "mlp_gui.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_that_the_menu_entry_starts_this_program_with_a_file(tmp_path: Path) -> None:
    menu_entry.install(tmp_path)
    found = entry(tmp_path)
    program, place = found["Exec"].rsplit(" ", 1)
    assert place == "%f"
    assert Path(program.split(" -m ")[0].strip('"')).exists()
    assert {"text/csv", "application/x-mlp-gui-project"} <= set(found["MimeType"].split(";"))
    assert found["Icon"] == "mlp_gui"
    checker = shutil.which("desktop-file-validate")
    if checker:
        done = subprocess.run([checker, str(tmp_path / "applications/mlp_gui.desktop")], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


def test_that_an_installed_entry_can_be_removed_without_a_trace(tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(menu_entry, "_refresh", lambda home: None)
    assert start(["--install-desktop"]) == 0
    assert "opens .csv and .mlp files" in capsys.readouterr().out
    assert (tmp_path / "icons/hicolor/scalable/apps/mlp_gui.svg").exists()
    assert start(["--remove-desktop"]) == 0
    assert not [p for p in tmp_path.rglob("*") if p.is_file()]


def test_that_other_systems_are_told_what_to_do_instead(monkeypatch, capsys) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert start(["--install-desktop"]) == 2
    assert "no menu entry to install" in capsys.readouterr().err


def test_that_a_path_with_blanks_is_quoted_as_the_specification_says() -> None:
    assert menu_entry.quoted("/opt/a b/mlp-gui") == '"/opt/a b/mlp-gui"'
    assert menu_entry.quoted("/opt/mlp-gui") == "/opt/mlp-gui"


def test_that_the_file_type_is_a_zip_and_knows_its_suffix() -> None:
    root = ElementTree.parse(resource("desktop", "mlp_gui.xml")).getroot()
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = root.find("m:mime-type", space)
    assert kind is not None
    assert kind.get("type") == "application/x-mlp-gui-project"
    assert kind.find("m:glob", space).get("pattern") == "*.mlp"
    assert QMimeDatabase().mimeTypeForName(kind.find("m:sub-class-of", space).get("type")).isValid()


def test_that_a_folder_that_refuses_is_named_in_a_sentence(tmp_path: Path, capsys, monkeypatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file" / "share"))
    assert start(["--install-desktop"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("The menu entry was not written: Not a directory.")
    assert str(tmp_path) in said


def test_that_a_percent_sign_in_the_path_begins_no_field() -> None:
    assert menu_entry.quoted("/opt/50%off/mlp-gui") == "/opt/50%%off/mlp-gui"
    assert menu_entry.quoted("/opt/50% off/mlp-gui") == '"/opt/50%% off/mlp-gui"'
