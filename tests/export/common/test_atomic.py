"""Atomic writing: after any failure the old file is byte for byte what it was, and nothing else lies about."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from helpers.export_inputs import Case, source_of
from mlp_gui.core.errors import UserError
from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.export.common.base import export
from mlp_gui.export.registry import formats


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


@pytest.mark.parametrize("call", ["open", "fdopen", "fsync", "replace"])
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


class FailingCalls:
    """Every call that touches the disk is counted; the n-th fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, n: int) -> None:
        self.left, self.failed = n, ""
        for name in ("open", "fsync", "chmod", "replace"):
            monkeypatch.setattr(os, name, self.counted(getattr(os, name), name))
        real = os.fdopen

        def fdopen(handle: int, mode: str) -> object:
            file = real(handle, mode, buffering=0)
            wrapper = mock.MagicMock(wraps=file)
            wrapper.__enter__.return_value, wrapper.fileno = wrapper, file.fileno
            wrapper.__exit__.side_effect = lambda *_: file.close()
            wrapper.write, wrapper.flush = self.counted(file.write, "write"), self.counted(file.flush, "flush")
            return wrapper

        monkeypatch.setattr(os, "fdopen", fdopen)

    def counted(self, real: Callable, name: str) -> Callable:
        def call(*arguments: object, **keywords: object) -> object:
            self.left -= 1
            if self.left == 0:
                self.failed = name
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*arguments, **keywords)

        return call


def test_that_whichever_call_fails_the_old_file_is_whole_until_the_new_one_is(tmp_path: Path) -> None:
    path, failed = tmp_path / "a.bin", []
    for n in range(1, 100):
        path.write_bytes(b"old")
        path.chmod(0o666)  # more than the mask gives
        with pytest.MonkeyPatch.context() as patch:
            calls, said, expected = FailingCalls(patch, n), "", b"new" * 1000
            try:
                write_atomic(path, b"new" * 1000)
            except UserError as error:
                said, expected = str(error), b"old"
        assert not said or "the disk is full" in said
        assert path.read_bytes() == expected
        assert os.listdir(tmp_path) == ["a.bin"]
        if not calls.failed:
            break
        failed.append((calls.failed, expected == b"old"))
    assert [name for name, old in failed if old] == ["open", "write", "flush", "fsync", "replace"]
    # A mode that cannot be set is no reason to write nothing. The folder's own fsync comes last: by then the new file
    # stands, and a failure is no loss.
    assert [name for name, old in failed if not old] == ["chmod", "open", "fsync"]


@pytest.mark.parametrize("name", formats.names())
def test_that_no_format_harms_the_old_file_when_it_cannot_be_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name == "onnx":
        pytest.importorskip("onnx", reason="onnx is not installed (extra onnx)")
    if name.endswith("_pdf"):
        pytest.skip("registered by the window")
    source, path = source_of(Case("one"), tmp_path), tmp_path / "old"
    path.write_bytes(b"old")

    def fail(*arguments: object) -> None:
        raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(UserError, match="your disk quota is used up"):
        export(source, name, path)
    assert path.read_bytes() == b"old"
    assert sorted(os.listdir(tmp_path)) == ["houses.csv", "old"]


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

    code = f"from mlp_gui.export.common.atomic import write_atomic; write_atomic({str(path)!r}, b'x' * 100000)"
    done = subprocess.run([sys.executable, "-c", code], preexec_fn=limit, capture_output=True, text=True, check=False)
    assert "UserError" in done.stderr
    assert "larger than is allowed" in done.stderr
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.bin"]
