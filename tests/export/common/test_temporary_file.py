"""Saving where the file system knows little, modes of new files, and what killed savings leave behind."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.export.common.atomic import refuse_unwritable, write_atomic

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and locks as on Unix")


def refusing(code: int):
    def call(*arguments: object, **keywords: object) -> None:
        raise OSError(code, os.strerror(code))

    return call


@pytest.fixture
def mask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


@pytest.mark.parametrize("code", [errno.ENOTSUP, errno.EPERM, errno.EACCES, errno.ENOSYS, errno.EIO, errno.EINVAL])
@pytest.mark.parametrize("wanted", [None, 0o600, 0o640, 0o666])
def test_that_a_folder_that_refuses_modes_takes_new_files_and_replaces_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, wanted: int | None, mask: None
) -> None:
    path = tmp_path / "a.bin"
    if wanted is not None:
        path.write_bytes(b"old")
        path.chmod(wanted)
    for call in ("chmod", "fchmod", "lchmod"):
        monkeypatch.setattr(os, call, refusing(code), raising=False)
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    # Nobody may do more than before, and not more than the process gives.
    assert path.stat().st_mode & 0o777 == (0o640 if wanted is None else wanted & 0o750)
    assert os.listdir(tmp_path) == ["a.bin"]


@pytest.mark.parametrize("code", [errno.ENOTSUP, errno.ENOSYS, errno.EINVAL])
def test_that_a_file_system_without_flushing_and_locks_takes_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    import fcntl

    monkeypatch.setattr(os, "fsync", refusing(code))
    monkeypatch.setattr(fcntl, "flock", refusing(code))
    refuse_unwritable(tmp_path / "a.bin")
    write_atomic(tmp_path / "a.bin", b"new")
    assert (tmp_path / "a.bin").read_bytes() == b"new"


def test_that_the_mask_of_the_process_is_never_touched_and_threads_get_the_mode_it_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mask: None
) -> None:
    monkeypatch.setattr(os, "umask", refusing(errno.EPERM))

    def write(folder: Path) -> None:
        for i in range(60):
            write_atomic(folder / f"{i}.bin", b"new")

    folders = [tmp_path / name for name in "abc"]
    for folder in folders:
        folder.mkdir()
    threads = [threading.Thread(target=write, args=(folder,)) for folder in folders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    monkeypatch.undo()
    files = [path for folder in folders for path in folder.iterdir()]
    assert len(files) == 180
    assert {path.stat().st_mode & 0o777 for path in files} == {0o640}


def test_that_nobody_else_reads_a_private_file_while_it_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, seen, really_replace = tmp_path / "a.bin", [], os.replace
    path.write_bytes(b"old")
    path.chmod(0o600)

    def replace(source: str, target: Path) -> None:
        seen.append(os.stat(source).st_mode & 0o777)
        really_replace(source, target)

    monkeypatch.setattr(os, "replace", replace)
    write_atomic(path, b"new")
    assert seen == [0o600]


HELD = """
import os, sys
from mlp_gui.export.common import atomic, temporary_file
really = os.fsync
def fsync(handle):
    print("writing", flush=True)
    sys.stdin.readline()
    really(handle)
os.fsync = fsync
atomic.write_atomic(sys.argv[1], b"slow")
"""


@pytest.fixture
def slow_save(tmp_path: Path) -> Iterator[subprocess.Popen]:
    """Another program in the middle of saving slow.bin beside; a line on its stdin lets it go on."""
    command = [sys.executable, "-c", HELD, str(tmp_path / "slow.bin")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "writing\n"
        yield child
        child.kill()


def test_that_the_next_save_removes_what_a_killed_one_has_left(slow_save: subprocess.Popen, tmp_path: Path) -> None:
    slow_save.send_signal(signal.SIGKILL)
    slow_save.wait()
    left = [name for name in os.listdir(tmp_path) if name.endswith(".tmp")]
    assert len(left) == 1  # else nothing is proved
    (tmp_path / ".mlp_gui-x3k_9w.tmp").write_bytes(b"of an earlier version")
    (tmp_path / "mine.tmp").write_bytes(b"of another program")
    write_atomic(tmp_path / "a.bin", b"new")
    assert sorted(os.listdir(tmp_path)) == ["a.bin", "mine.tmp"]


def test_that_a_save_under_way_is_left_alone(slow_save: subprocess.Popen, tmp_path: Path) -> None:
    write_atomic(tmp_path / "a.bin", b"new")
    slow_save.communicate("\n")
    assert slow_save.returncode == 0
    assert (tmp_path / "slow.bin").read_bytes() == b"slow"
    assert sorted(os.listdir(tmp_path)) == ["a.bin", "slow.bin"]


def test_that_a_temporary_file_taken_away_before_it_gets_its_name_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program may take it for an abandoned one in the moment between closing and renaming."""
    really_replace, taken = os.replace, []

    def replace(source: str, target: Path) -> None:
        if not taken:
            taken.append(source)
            os.unlink(source)
        really_replace(source, target)

    monkeypatch.setattr(os, "replace", replace)
    write_atomic(tmp_path / "a.bin", b"new")
    assert taken
    assert (tmp_path / "a.bin").read_bytes() == b"new"


def test_that_a_folder_that_goes_while_saving_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    def replace(source: str, target: Path) -> None:
        os.unlink(source)
        folder.rmdir()
        raise FileNotFoundError(errno.ENOENT, "gone")

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(UserError, match="the folder does not exist"):
        write_atomic(folder / "a.bin", b"new")
