"""What the program changes about the interpreter."""

from __future__ import annotations

import builtins
import importlib
import linecache
from pathlib import Path

import pytest

from mlp_gui.app.interpreter_tuning import import_without_inspection


@pytest.fixture
def importable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module that was never imported, and an importer that is put back."""
    path = tmp_path / "never_seen_before.py"
    path.write_text("VALUE = 3\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)
    return path


def test_that_nobody_reads_the_source_of_what_is_imported(importable: Path, qapp) -> None:
    import_without_inspection()
    imported = builtins.__import__(importable.stem)
    assert imported.VALUE == 3
    assert str(importable) not in linecache.cache


def test_that_it_may_be_called_where_nothing_was_put_before_imports(monkeypatch, importable: Path) -> None:
    monkeypatch.delattr(builtins, "__orig_import__", raising=False)
    before = builtins.__import__
    import_without_inspection()
    assert builtins.__import__ is before
    assert importlib.import_module(importable.stem).VALUE == 3
