"""Side copies go on after one has failed, go when the work is saved or given up, and stay when the program is ended."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.export.common import atomic
from mlp_gui.export.project.project import read_project
from mlp_gui.session.project.autosave import AutosaveFile
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase


@pytest.fixture
def session(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot) -> Iterator[Session]:
    monkeypatch.setenv("MLP_GUI_SETTINGS", str(tmp_path / "settings.ini"))
    session = Session()
    session.open("sample:xor")
    qtbot.waitUntil(lambda: session.run.phase is Phase.READY)
    yield session
    session.project.discard_unsaved()
    session.close()


def copies(session: Session) -> list[Path]:
    """What a program that starts now would offer, once this one is gone."""
    return sorted(session.project.autosave_file.claim_path().parent.glob("*.mlp"))


def step(session: Session, qtbot) -> None:
    epoch = session.run.epoch
    session.run.step_epochs(1)
    qtbot.waitUntil(lambda: session.run.epoch == epoch + 1 and session.run.phase is Phase.PAUSED)


class FullDisk:
    """Writing fails while it is full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full, self.failed, self._really = False, 0, os.fsync
        monkeypatch.setattr(os, "fsync", self.fsync)

    def fsync(self, handle: int) -> None:
        if self.is_full:
            self.failed += 1
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._really(handle)


def test_that_copies_go_on_when_the_disk_was_full_for_a_while(session: Session, qtbot, monkeypatch) -> None:
    disk, said = FullDisk(monkeypatch), []
    session.refused.connect(said.append)
    side = session.project.autosave_file.claim_path()
    for outage in (1, 2):
        disk.is_full, disk.failed = True, 0
        step(session, qtbot)
        qtbot.waitUntil(lambda: disk.failed >= 1)
        step(session, qtbot)
        qtbot.waitUntil(lambda: disk.failed >= 2)
        qtbot.waitUntil(lambda outage=outage: len(said) == outage)  # once for each time
        disk.is_full = False
        session.project.set_autosave(0)  # the next one, without the minute
        qtbot.waitUntil(side.exists)
        qtbot.waitUntil(lambda: len(read_project(side.read_bytes(), "side").run.history) == session.run.epoch)
        session.project.set_autosave(60)
    assert [str(error).split(".")[0] for error in said] == ["Unsaved work is not being copied aside"] * 2


class Gate:
    """Holds the copy aside just before it gets its name, or just after."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, after: bool) -> None:
        self.arrived, self.open = threading.Event(), threading.Event()
        really = os.replace

        def replace(source: str, target: Path) -> None:
            if Path(target).parent.name != "recovery":
                really(source, target)
                return
            if after:
                really(source, target)
            self.arrived.set()
            self.open.wait(60)
            if not after:
                really(source, target)

        monkeypatch.setattr(os, "replace", replace)


@pytest.mark.parametrize("after", [False, True], ids=["before it has its name", "after"])
@pytest.mark.parametrize("way", ["saved", "discarded"])
def test_that_a_copy_that_is_being_written_while_the_work_is_saved_or_given_up_does_not_stay(
    session: Session, qtbot, monkeypatch, tmp_path: Path, after: bool, way: str
) -> None:
    gate = Gate(monkeypatch, after)
    step(session, qtbot)
    qtbot.waitUntil(gate.arrived.is_set)
    if way == "saved":
        session.project.save(str(tmp_path / "work.mlp"))
        qtbot.waitUntil(lambda: session.project.path == str(tmp_path / "work.mlp"))
    else:
        session.project.discard_unsaved()
    gate.open.set()
    session.close()  # ends the thread
    assert copies(session) == []


def test_that_work_that_nobody_has_saved_stays_when_the_program_is_ended(session: Session, qtbot) -> None:
    step(session, qtbot)
    session.run.train()
    qtbot.waitUntil(lambda: session.run.epoch > 20)
    seen = session.run.epoch
    session.close()  # without a question, as when the display has gone
    (left,) = AutosaveFile().find_orphans()
    project = read_project(left.read_bytes(), "left")
    assert project.state is not None
    assert len(project.run.history) == len(project.state["history"]) >= seen
    left.unlink()


@pytest.mark.parametrize("fails", [False, True], ids=["written", "refused"])
def test_that_a_save_that_is_under_way_when_the_program_is_ended_comes_to_its_end(
    session: Session, qtbot, monkeypatch, tmp_path: Path, fails: bool
) -> None:
    step(session, qtbot)
    qtbot.waitUntil(lambda: len(copies(session)) == 1)
    begun, really = threading.Event(), atomic.os.replace

    def replace(source: str, target: Path) -> None:
        if Path(target).name == "work.mlp":
            begun.set()
            threading.Event().wait(0.2)  # the program is being ended meanwhile
            if fails:
                raise OSError(errno.EIO, "broken")
        really(source, target)

    monkeypatch.setattr(os, "replace", replace)
    session.project.save(str(tmp_path / "work.mlp"))
    qtbot.waitUntil(begun.is_set)
    session.close()
    assert (tmp_path / "work.mlp").exists() is not fails
    left = AutosaveFile().find_orphans()
    assert len(left) == fails  # offered at the next start only when it is in no file
    for path in left:
        assert len(read_project(path.read_bytes(), "left").run.history) == 1
        path.unlink()


def test_that_a_saved_or_discarded_session_leaves_nothing(session: Session, qtbot, tmp_path: Path) -> None:
    step(session, qtbot)
    session.project.save(str(tmp_path / "work.mlp"))
    qtbot.waitUntil(lambda: session.project.path != "")
    assert not session.project.modified
    session.close()
    assert list((tmp_path / "recovery").iterdir()) == []


def test_that_a_copy_is_asked_for_again_when_the_run_that_was_asked_is_no_more(
    session: Session, qtbot, monkeypatch
) -> None:
    """Its answer never comes."""
    with monkeypatch.context() as patch:
        patch.setattr(session.run, "request_checkpoint", lambda: None)
        step(session, qtbot)
    side = session.project.autosave_file.claim_path()
    assert not side.exists()
    step(session, qtbot)
    qtbot.waitUntil(side.exists)


def test_that_a_copy_that_cannot_be_written_at_the_end_leaves_the_one_before(
    session: Session, qtbot, monkeypatch
) -> None:
    step(session, qtbot)
    qtbot.waitUntil(lambda: len(copies(session)) == 1)
    disk = FullDisk(monkeypatch)
    disk.is_full = True
    session.run.step_epochs(1)
    qtbot.waitUntil(lambda: session.run.epoch == 2)
    session.close()
    (left,) = AutosaveFile().find_orphans()
    assert len(read_project(left.read_bytes(), "left").run.history) == 1
    left.unlink()


def test_that_a_refusal_names_the_reason(session: Session, qtbot, monkeypatch) -> None:
    said: list[UserError] = []
    session.refused.connect(said.append)
    FullDisk(monkeypatch).is_full = True
    step(session, qtbot)
    qtbot.waitUntil(lambda: bool(said))
    assert "the disk is full" in str(said[0])
