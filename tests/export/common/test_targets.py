"""Devices and pipes are written through, never replaced; what is write-protected or open is refused and unharmed."""

from __future__ import annotations

import os
import select
import socket
import stat
import threading
from pathlib import Path

import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.export.common.atomic import refuse_unwritable, write_atomic
from mlp_gui.export.common.targets import protect_files

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only Unix has pipes with names")


def test_that_a_device_stays_a_device(tmp_path: Path) -> None:
    before = os.stat("/dev/null")
    write_atomic("/dev/null", b"x" * 100_000)
    refuse_unwritable("/dev/null")
    (tmp_path / "link").symlink_to("/dev/null")
    write_atomic(tmp_path / "link", b"x")
    assert (os.stat("/dev/null").st_ino, os.stat("/dev/null").st_mode) == (before.st_ino, before.st_mode)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_that_a_full_device_says_so() -> None:
    with pytest.raises(UserError, match="the disk is full"):
        write_atomic("/dev/full", b"x")
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)


def test_that_a_pipe_gets_every_byte_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe, data, read = tmp_path / "pipe", os.urandom(300_000), []
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="nobody reads from that pipe"):
        write_atomic(pipe, data)
    handle = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)  # somebody reads from here on
    os.set_blocking(handle, True)

    def follow() -> None:
        select.select([handle], [], [], 30)  # before the writer is there, a read would find the end at once
        while piece := os.read(handle, 65536):
            read.append(piece)

    reader = threading.Thread(target=follow)
    write = threading.Thread(target=write_atomic, args=(pipe, data))
    write.start()
    reader.start()
    write.join(30)
    reader.join(30)
    os.close(handle)
    assert b"".join(read) == data
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_that_a_stream_of_the_shell_is_written_to(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with open(path, "wb") as file:
        write_atomic(f"/proc/self/fd/{file.fileno()}", b"data")
        assert os.fstat(file.fileno()).st_ino == path.stat().st_ino
    assert path.read_bytes() == b"data"


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_that_a_write_protected_file_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "kept.csv"
    path.write_bytes(b"kept")
    path.chmod(mode)
    for refused in (lambda: write_atomic(path, b"new"), lambda: refuse_unwritable(path)):
        with pytest.raises(UserError, match="write-protected"):
            refused()
    assert path.read_bytes() == b"kept"
    assert path.stat().st_mode & 0o777 == mode


def test_that_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s")
        with pytest.raises(UserError, match="something other than a file"):
            write_atomic("s", b"x")
    assert stat.S_ISSOCK(os.stat("s").st_mode)


class Holder:
    def __init__(self, *paths: Path | None) -> None:
        self.paths = paths

    def in_use(self) -> tuple[Path | None, ...]:
        return self.paths


def test_that_an_open_table_is_never_written_over_by_whatever_name(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_bytes(b"a,b\n")
    holder = Holder(None, table)
    protect_files(holder.in_use)
    (tmp_path / "soft.csv").symlink_to(table)
    os.link(table, tmp_path / "hard.csv")
    for name in ("table.csv", "soft.csv", "hard.csv", "../" + tmp_path.name + "/table.csv"):
        for refused in (
            lambda name=name: write_atomic(tmp_path / name, b"x"),
            lambda n=name: refuse_unwritable(tmp_path / n),
        ):
            with pytest.raises(UserError, match="it is the table that is open"):
                refused()
    assert table.read_bytes() == b"a,b\n"
    write_atomic(tmp_path / "other.csv", b"x")
    holder.paths = ()
    write_atomic(table, b"closed")
    assert table.read_bytes() == b"closed"
    holder.paths = (table,)
    del holder
    write_atomic(table, b"gone")
    assert table.read_bytes() == b"gone"
