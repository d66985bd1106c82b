"""Pytest plugin: Python's cycle collector runs between tests, never within one that has widgets.

A collection that begins while Qt styles all widgets frees some of them under its hands and ends the process. What a
test leaves is collected after it, and everything after its module, so that no test meets the widgets of another.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest

FRESH = 1  # the generation that holds what a test has made


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Import all tests without a collection, which takes a seventh of it: hardly anything becomes garbage."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """Take what the imports made out of every later collection."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    has_widgets = "qapp" in getattr(item, "fixturenames", ())
    if has_widgets:
        gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        if nextitem is None or nextitem.path != item.path:
            _collect(2)
        elif has_widgets:
            _collect(FRESH)


def _collect(generation: int) -> None:
    """Collect, and delete the widgets that wait for the event loop to do so."""
    gc.collect(generation)
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
