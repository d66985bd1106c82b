"""The menu entry, the icons in three formats, and the bundle's recipe."""

from __future__ import annotations

import configparser
import shutil
import struct
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeDatabase
from PySide6.QtGui import QFileOpenEvent, QGuiApplication, QImage

from mlp_gui.app.application import Application
from mlp_gui.app.desktop import menu_entry
from mlp_gui.app.desktop.icon_files import ICNS_TYPES, ICO_SIZES, icns, ico, png
from mlp_gui.app.main import start
from mlp_gui.core.resources import resource

REPOSITORY = Path(__file__).resolve().parent.parent.parent


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


@pytest.mark.parametrize("size", [16, 48, 256])
def test_that_the_icon_is_drawn_at_every_size(size: int) -> None:
    image = QImage.fromData(png(size))
    assert (image.width(), image.height()) == (size, size)
    assert any(image.pixelColor(x, size // 2).alpha() for x in range(size))
    assert image.pixelColor(0, 0).alpha() < 255


def test_that_the_windows_icon_holds_all_sizes() -> None:
    data = ico()
    reserved, kind, count = struct.unpack("<HHH", data[:6])
    assert (reserved, kind, count) == (0, 1, len(ICO_SIZES))
    for i, size in enumerate(ICO_SIZES):
        *_, length, at = struct.unpack("<BBBBHHII", data[6 + 16 * i : 22 + 16 * i])
        assert QImage.fromData(data[at : at + length]).width() == size
    assert QImage.fromData(data, "ICO").width() in ICO_SIZES


def test_that_the_mac_icon_holds_all_sizes() -> None:
    data = icns()
    assert data[:4] == b"icns"
    assert struct.unpack(">I", data[4:8])[0] == len(data)
    at, found = 8, {}
    while at < len(data):
        kind, length = data[at : at + 4], struct.unpack(">I", data[at + 4 : at + 8])[0]
        found[kind] = QImage.fromData(data[at + 8 : at + length]).width()
        at += length
    assert found == ICNS_TYPES
    assert not QImage.fromData(data, "ICNS").isNull()


def test_that_a_file_which_the_system_hands_over_is_opened(qapp) -> None:
    asked: list[str] = []

    class Listener:
        waiting = ""
        file_requested = type("Signal", (), {"emit": staticmethod(asked.append)})

    event = QFileOpenEvent("/data/a.csv")
    listener = Listener()
    assert Application.event(listener, event) is True  # type: ignore[arg-type]  # a stand-in
    assert asked == ["/data/a.csv"]
    assert listener.waiting == "/data/a.csv"
    assert QGuiApplication.instance() is qapp
