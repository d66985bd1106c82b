"""Atomic writing: after any failure the old file is byte for byte what it was, and nothing else lies about."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.export.atomic import write_atomic


def test_that_a_new_file_appears_with_ordinary_permissions(tmp_path: Path) -> None:
    write_atomic(tmp_path / "a.bin", b"one")
    (tmp_path / "plain").write_bytes(b"")
    assert (tmp_path / "a.bin").read_bytes() == b"one"
    assert (tmp_path / "a.bin").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_that_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_that_a_link_keeps_pointing_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_atomic(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("call", ["fdopen", "fsync", "chmod", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_that_a_failing_call_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")

    def fail(*arguments: object, **keywords: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(UserError, match=r"a\.bin was not written"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.bin"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [("gone/a.bin", "does not exist"), ("n" * 300, "too long"), ("folder", "a folder of that name"), ("a\0b", "null")],
)
def test_that_an_impossible_path_is_refused_with_its_reason(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError, match=reason):
        write_atomic(tmp_path / name, b"x")


def test_that_a_write_cut_short_by_the_system_leaves_the_old_file(tmp_path: Path) -> None:
    """A real limit on the size of files, in a child process."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    code = f"from mlp_gui.export.atomic import write_atomic; write_atomic({str(path)!r}, b'x' * 100000)"
    done = subprocess.run([sys.executable, "-c", code], preexec_fn=limit, capture_output=True, text=True, check=False)
    assert "UserError" in done.stderr
    assert "larger than is allowed" in done.stderr
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.bin"]
