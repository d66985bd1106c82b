"""Unexpected errors are written to the log and told; the way Python handled them before comes back at the end."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from mlp_gui.app import crash_handler


@pytest.fixture
def catcher(qapp, monkeypatch):
    before = sys.excepthook
    catcher = crash_handler.CrashHandler()
    yield catcher
    catcher.release()
    assert sys.excepthook is before


def raised(error: BaseException) -> tuple:
    try:
        raise error
    except BaseException:
        return sys.exc_info()


def test_that_an_exception_is_told_with_its_traceback_and_logged(catcher, caplog) -> None:
    told = []
    catcher.crashed.connect(told.append)
    with caplog.at_level(logging.ERROR, "mlp_gui"):
        sys.excepthook(*raised(ZeroDivisionError("in a slot")))
    assert "ZeroDivisionError: in a slot" in told[0]
    assert "Traceback" in caplog.text


def test_that_an_interruption_by_the_keyboard_is_left_to_python(catcher, monkeypatch) -> None:
    told, handed_on = [], []
    catcher.crashed.connect(told.append)
    monkeypatch.setattr(sys, "__excepthook__", lambda *what: handed_on.append(what[0]))
    sys.excepthook(*raised(KeyboardInterrupt()))
    assert told == []
    assert handed_on == [KeyboardInterrupt]


def test_that_a_log_that_cannot_be_written_does_not_keep_the_program_from_starting(qapp, tmp_path, monkeypatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(crash_handler, "log_path", lambda: Path(tmp_path / "file" / "mlp_gui.log"))
    before = list(crash_handler.log.handlers)
    assert crash_handler.start_log() is None
    assert crash_handler.log.handlers == before
