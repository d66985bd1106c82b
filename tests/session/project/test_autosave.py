"""Side copies that a program left behind, whatever number its process had."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QLockFile

from mlp_gui.session.project.autosave import AutosaveFile


def left_by_the_same_number(folder: Path) -> Path:
    """As after a crash in a container or before a new start of the machine, where processes have the same numbers."""
    path = folder / f"{os.getpid()}.mlp"
    path.write_bytes(b"the work of an earlier program")
    lock = QLockFile(str(path.with_suffix(".lock")))
    assert lock.tryLock(0)
    text = path.with_suffix(".lock").read_text()
    lock.unlock()
    path.with_suffix(".lock").write_text(text)
    os.utime(path.with_suffix(".lock"), (1e9, 1e9))
    return path


def test_that_the_copy_of_an_earlier_process_with_the_same_number_is_found_and_not_written_over(tmp_path: Path) -> None:
    left = left_by_the_same_number(tmp_path)
    recovery = AutosaveFile(tmp_path)
    side = recovery.claim_path()
    assert side != left
    side.write_bytes(b"new work")
    assert recovery.find_orphans() == [left]
    recovery.clear()
    assert list(tmp_path.iterdir()) == [left]
    assert left.read_bytes() == b"the work of an earlier program"


def test_that_the_copy_of_a_living_program_is_nobody_elses(tmp_path: Path) -> None:
    one, other = AutosaveFile(tmp_path), AutosaveFile(tmp_path)
    one.claim_path().write_bytes(b"one")
    assert other.claim_path() != one.claim_path()
    other.claim_path().write_bytes(b"other")
    assert one.find_orphans() == other.find_orphans() == []
    one.clear()
    other.clear()
    assert not list(tmp_path.iterdir())
