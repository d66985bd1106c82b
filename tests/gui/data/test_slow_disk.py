"""Disks that are slow, pipes that never answer: nothing of opening and saving waits for them in the window's thread."""

from __future__ import annotations

import builtins
import io
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from helpers.person import Person
from helpers.project_steps import CTRL, save_as, step_tens, trained
from mlp_gui.app.controllers.services import LOOK_FOR

DELAY = 0.02


class SlowDisk:
    """A folder in which each look at a file and each opening takes a while; counts what the window's thread asks."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.asked, self.waited = str(folder), 0, []
        for owner, name in ((os, "stat"), (os, "lstat"), (os, "access"), (io, "open"), (builtins, "open")):
            monkeypatch.setattr(owner, name, self._slow(getattr(owner, name), name))

    def _slow(self, function: Callable[..., Any], name: str) -> Callable[..., Any]:
        def slow(path: Any, *args: Any, **kwargs: Any) -> Any:
            if isinstance(path, str | os.PathLike) and os.fspath(path).startswith(self.folder):
                self.asked += 1
                if threading.current_thread() is threading.main_thread():
                    self.waited.append((name, os.fspath(path)))
                else:
                    time.sleep(DELAY)
            return function(path, *args, **kwargs)

        return slow


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SlowDisk:
    (tmp_path / "share").mkdir()
    return SlowDisk(tmp_path / "share", monkeypatch)


def test_that_the_window_never_waits_for_the_disk(person: Person, table: Path, tmp_path: Path, disk: SlowDisk) -> None:
    """Open, train, save, save again, save as another, read the file again, open the project under another name."""
    share = tmp_path / "share"
    slow = share / table.name
    slow.write_bytes(table.read_bytes())
    project = share / "work.mlp"
    del disk.waited[:]
    trained(person, slow)
    save_as(person, project)
    assert not disk.waited
    step_tens(person, 1)
    person.press(Qt.Key.Key_S, CTRL)
    person.wait(lambda: not person.window.isWindowModified())
    person.settle()
    assert not disk.waited
    person.press(Qt.Key.Key_F5)
    person.wait_ready()
    other = share / "work.dat"
    other.write_bytes(project.read_bytes())
    del disk.waited[:]
    person.drop(person.window, other)
    person.wait(lambda: person.program.session.project.path == str(other) and person.run.epoch == 20)
    person.settle()
    assert not disk.waited
    assert disk.asked > 20


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("name", ["pipe.csv", "pipe.mlp", "pipe", "device.csv"])
def test_that_a_pipe_and_a_device_are_refused_and_the_window_lives(shared_person: Person, name: str, tmp_path) -> None:
    person, path = shared_person, tmp_path / name
    if name.startswith("pipe"):
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    person.drop(person.window, path)
    said = person.read_error()
    assert name in said
    assert "file" in said
    assert not person.program.session.data.loading


def test_that_a_folder_that_does_not_answer_is_not_waited_for(shared_person: Person, monkeypatch) -> None:
    person, released = shared_person, threading.Event()
    person.program.session.preferences.remember("/share/gone/table.csv")
    isdir = os.path.isdir
    monkeypatch.setattr(os.path, "isdir", lambda path: released.wait(30) if "gone" in str(path) else isdir(path))
    start = time.monotonic()
    assert person.program.services.start_folder() == os.getcwd()
    assert time.monotonic() - start < LOOK_FOR + 60  # the thread that is stuck would hold it for ever
    released.set()
