"""What is remembered comes back as what it was, although QSettings gives back texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from mlp_gui.session.settings.preferences import RECENT_FILES, Preferences
from mlp_gui.session.settings.settings import Settings


@pytest.fixture(autouse=True)
def _own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MLP_GUI_SETTINGS", str(tmp_path / "settings.ini"))


def restarted(before: Preferences) -> Preferences:
    before.flush()
    return Preferences()


def test_that_a_fresh_start_has_defaults() -> None:
    preferences = Preferences()
    assert preferences.recent == []
    assert preferences.settings == Settings()
    assert preferences.text("anything") == ""
    assert preferences.bytes("geometry").isEmpty()


def test_that_everything_survives_a_restart() -> None:
    preferences = Preferences()
    settings = Settings(theme="dark", text_size=115, series="tol", autosave=90)
    preferences.settings = settings
    preferences.set_bytes("geometry", QByteArray(b"\x00\x01\xff"))
    for name in ("/a/one.csv", "/b/two, with a comma.csv", "/c/drei ä.csv"):
        preferences.remember(name)
    again = restarted(preferences)
    assert again.settings == settings
    assert again.bytes("geometry").data() == b"\x00\x01\xff"
    assert again.recent == ["/c/drei ä.csv", "/b/two, with a comma.csv", "/a/one.csv"]


def test_that_a_single_recent_file_comes_back_as_a_list() -> None:
    preferences = Preferences()
    preferences.remember("/only/one.csv")
    assert restarted(preferences).recent == ["/only/one.csv"]


def test_that_the_latest_file_is_first_once_and_the_list_is_short() -> None:
    preferences = Preferences()
    for i in range(RECENT_FILES + 3):
        preferences.remember(f"/data/{i}.csv")
    preferences.remember("/data/5.csv")
    recent = restarted(preferences).recent
    assert recent[0] == "/data/5.csv"
    assert len(recent) == len(set(recent)) == RECENT_FILES
    preferences.forget("/data/5.csv")
    assert "/data/5.csv" not in restarted(preferences).recent


@pytest.mark.parametrize("written", ["huge", "99999", "-3", ""])
def test_that_a_damaged_setting_is_its_default(tmp_path, written) -> None:
    (tmp_path / "settings.ini").write_text(f"[General]\ntext_size={written}\ntheme=purple\n", encoding="utf-8")
    assert Preferences().settings == Settings()
