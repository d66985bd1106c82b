"""Every test runs offscreen, with settings of its own, and leaves no window and no thread behind."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Tests start a hundred processes; each would compile the whole program anew, which takes as long as half its imports.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

import signal
import sys
import threading
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import HealthCheck, settings

from mlp_gui.core import translation

# Each process of pytest-xdist would rewrite the assertions of all tests, which is half of what collecting them takes.
sys.dont_write_bytecode = False
pytest.register_assert_rewrite("helpers")
pytest_plugins = ["helpers.patient_qtbot", "helpers.slow", "helpers.steady", "helpers.tidy"]


# How long an example takes is the machine's affair: under load, any would be a failure, and its shrinking take minutes.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
# A run that was started with nohup or in the background ignores these, and so would the processes that it tests.
for _number, _handler in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
    if signal.getsignal(getattr(signal, _number, signal.SIGTERM)) is signal.SIG_IGN:
        signal.signal(getattr(signal, _number), _handler)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: windows are waited for, and processes that tests start."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def _settings_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = str(tmp_path_factory.mktemp("settings"))
    os.environ["MLP_GUI_SETTINGS"] = os.path.join(folder, "settings.ini")


@pytest.fixture(autouse=True)
def _nothing_left_behind():
    """Fail a test that leaves a Python thread or a visible window; one that tests share was there before."""
    before, shared = set(threading.enumerate()), {window.winId() for window in _visible_windows()}
    yield
    left = [t.name for t in threading.enumerate() if t not in before and not t.name.startswith("Dummy")]
    assert not left, f"threads left behind: {left}"
    widgets = [window for window in _visible_windows() if window.winId() not in shared]
    for window in widgets:
        window.close()
    assert not widgets, f"windows left open: {widgets}"


def _visible_windows() -> list:
    """By the platform's windows: all top-level widgets would include Qt's own popups, which Qt deletes at will."""
    if "PySide6.QtGui" not in sys.modules:
        return []
    from PySide6.QtGui import QGuiApplication

    return [] if QGuiApplication.instance() is None else [w for w in QGuiApplication.topLevelWindows() if w.isVisible()]


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20261124)


@pytest.fixture
def comma() -> Iterator[None]:
    """A reader who writes 1.234,5 and reads English."""
    translation.set_language(None, translation.COMMA)
    yield
    translation.set_language(None)
