"""Waiting for what shows that something is over, instead of for some milliseconds."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from mlp_gui.session.tasks.background_task import TaskThread


def turns(qtbot: Any, count: int = 3) -> None:
    """Let the event loop go round, so that all that was posted, and what that posts, is delivered."""
    for _ in range(count):
        qtbot.wait(0)
        QApplication.processEvents()


def wait_for_threads(qtbot: Any, owner: QObject) -> None:
    """Until no background work of the owner runs any more, what it withdrew included, and its ends are delivered."""
    turns(qtbot)
    qtbot.waitUntil(lambda: not owner.findChildren(TaskThread))
    turns(qtbot)


def remaining(qtbot: Any, check: Callable[[], list[str]], seconds: float = 5.0) -> list[str]:
    """Return what a check still finds when all parts have had the time to find their places."""
    with suppress(qtbot.TimeoutError):  # what is left then is returned
        qtbot.waitUntil(lambda: not check(), timeout=round(1000 * seconds))
    return check()
