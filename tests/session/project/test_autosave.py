"""Side copies that a program left behind, whatever number its process had."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from mlp_gui.session.project.autosave import AutosaveFile, describe_moment, kept_when


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


def write_foreign_lock(path: Path, host: str, pid: int) -> None:
    """The lock of a program that has died, as Qt writes it: number, name, machine's name, machine, start of it."""
    path.with_suffix(".lock").write_text(f"{pid}\nmlp_gui\n{host}\nanother machine\nanother start\n")


def test_that_work_is_found_whatever_the_machine_was_called_and_whoever_has_the_number_now(tmp_path: Path) -> None:
    for name, host, pid in (("a", "renamed", 999_999), ("b", os.uname().nodename, os.getpid()), ("c", "renamed", 1)):
        (tmp_path / f"{name}.mlp").write_bytes(b"work")
        write_foreign_lock(tmp_path / f"{name}.mlp", host, pid)
    assert {path.name for path in AutosaveFile(tmp_path).find_orphans()} == {"a.mlp", "b.mlp", "c.mlp"}


def test_that_a_living_program_keeps_its_copy_when_the_machine_is_renamed(tmp_path: Path) -> None:
    one, other = AutosaveFile(tmp_path), AutosaveFile(tmp_path)
    one.claim_path().write_bytes(b"one")
    lock = one.claim_path().with_suffix(".lock")
    text = lock.read_text().split("\n")
    lock.write_text("\n".join([text[0], text[1], "renamed", *text[3:]]))
    assert other.find_orphans() == []
    assert not other.discard(one.claim_path())
    assert one.claim_path().read_bytes() == b"one"


def test_that_recovered_work_belongs_to_one_program_until_it_ends(tmp_path: Path) -> None:
    left = tmp_path / "1.mlp"
    left.write_bytes(b"work")
    one, other = AutosaveFile(tmp_path), AutosaveFile(tmp_path)
    assert one.hold(left)
    assert other.find_orphans() == []
    assert not other.hold(left)
    assert not other.discard(left)
    assert left.exists()
    one.put_back(left)  # "Later"
    assert other.find_orphans() == [left]
    assert one.hold(left)
    one.adopt(left)
    assert one.claim_path() == left  # the next copy of that work takes its place
    assert other.find_orphans() == []
    one.leave()
    assert other.find_orphans() == [left]
    one.hold(left)
    one.adopt(left)
    one.clear()
    assert not list(tmp_path.iterdir())


def test_that_what_killed_programs_leave_beside_is_removed(tmp_path: Path) -> None:
    living = AutosaveFile(tmp_path)
    lock = living.claim_path().with_suffix(".lock")
    (tmp_path / ".mlp_gui-0123.tmp").write_bytes(b"half a copy")
    write_foreign_lock(tmp_path / "5.mlp", "somewhere", 5)
    assert AutosaveFile(tmp_path).find_orphans() == []
    assert list(tmp_path.iterdir()) == [lock]


def test_that_a_path_that_was_given_up_is_not_used_again(tmp_path: Path) -> None:
    """A thread that was withdrawn too late may still write there, and then removes the file."""
    file = AutosaveFile(tmp_path)
    first = file.claim_path()
    file.clear()
    assert file.claim_path() != first


@pytest.mark.parametrize("seconds", [253402387200.0, 1e12, 4.6e18, 1e30, -1e12, -9e18, float("inf"), float("nan")])
def test_that_a_moment_in_no_calendar_is_no_moment(seconds: float) -> None:
    assert describe_moment(seconds) == ""


@pytest.mark.parametrize("seconds", [0.0, -86_400.0, 1e9, 4_102_444_800.0, 253370764800.0])
def test_that_a_moment_is_said_in_local_time(seconds: float) -> None:
    assert datetime.strptime(describe_moment(seconds), "%Y-%m-%d %H:%M").timestamp() == pytest.approx(seconds, abs=60)


def test_that_nobody_knows_the_time_of_a_copy_that_is_gone(tmp_path: Path) -> None:
    assert kept_when(tmp_path / "gone.mlp") == ""
