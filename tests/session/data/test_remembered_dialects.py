"""How files were read is remembered with their paths, and used the next time as long as it fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.session.data.remembered_dialects import (
    MAX_FILES,
    RememberedDialect,
    RememberedDialects,
    open_with_remembered_dialect,
)
from mlp_gui.session.settings.preferences import Preferences


@pytest.fixture
def readings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RememberedDialects:
    monkeypatch.setenv("MLP_GUI_SETTINGS", str(tmp_path / "own.ini"))
    return RememberedDialects(Preferences())


def test_that_a_reading_is_remembered_with_its_path(readings, tmp_path) -> None:
    chosen = RememberedDialect.from_choice(Dialect(separator=";", decimal=","), Dialect())
    readings.remember("/a.csv", chosen)
    assert chosen.parts == ("Separator", "Decimal sign")
    assert RememberedDialects(Preferences()).find("/a.csv") == chosen
    assert readings.find("/b.csv") is None


def test_that_taking_the_guess_again_forgets_the_reading(readings) -> None:
    readings.remember("/a.csv", RememberedDialect.from_choice(Dialect(separator=";"), Dialect()))
    readings.remember("/a.csv", RememberedDialect.from_choice(Dialect(), Dialect()))
    assert readings.find("/a.csv") is None


def test_that_only_the_latest_files_are_remembered(readings) -> None:
    for i in range(MAX_FILES + 5):
        readings.remember(f"/{i}.csv", RememberedDialect.from_choice(Dialect(separator=";"), Dialect()))
    assert readings.find("/0.csv") is None
    assert readings.find(f"/{MAX_FILES + 4}.csv") is not None


def test_that_a_spoilt_memory_is_no_memory(readings) -> None:
    preferences = Preferences()
    for text in ("no json", "[1]", '{"/a.csv": 3}', '{"/a.csv": {"dialect": {"separator": "!"}, "parts": []}}'):
        preferences.set_text("readings", text)
        assert RememberedDialects(preferences).find("/a.csv") is None


def test_that_a_remembered_reading_is_used_and_said(tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("10.5,20.5\n11.5,21.5\n12.5,22.5\n", encoding="utf-8")
    table = open_with_remembered_dialect(
        str(path), RememberedDialect.from_choice(Dialect(header=True), Dialect(header=False))
    )
    assert table.column_names == ("10.5", "20.5")
    assert table.warnings[0] == "Read as you chose for this file before: first row holds the names."


def test_that_a_reading_that_no_longer_fits_gives_way_to_the_guess(tmp_path) -> None:
    fits = tmp_path / "b.csv"
    fits.write_text("a b;c\n1 2;3\n4 5;6\n7 8;9\n", encoding="utf-8")
    wrong = RememberedDialect(Dialect(encoding="utf-8", separator=";", skip=9_000), ("Lines before the table",))
    table = open_with_remembered_dialect(str(fits), wrong)
    assert table.n_rows == 3
    assert "no longer fits" in table.warnings[0]
