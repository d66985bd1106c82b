"""The run of the tests itself: it ends at once when a test kills its process, and after a while when one is stuck."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers.patient_qtbot import PatientQtBot
from helpers.processes import environment

DIES = """
import os

def test_that_dies():
    os.abort()
"""
DIES_BEFORE = """
import os, time
if os.environ["PYTEST_XDIST_WORKER"] == "gw1":
    os.abort()

def test_that_lives():
    pass
"""
HANGS = """
import threading

def test_that_hangs():
    threading.Event().wait()
"""
TICKS = 400
OTHER = f"""
import time, pytest

@pytest.mark.parametrize("tick", range({TICKS}))
def test_that_takes_a_moment(tick):
    time.sleep(0.1)
"""


CASES = {
    "dies": (DIES, ()),
    "dies before": (DIES_BEFORE, ()),
    "hangs": (HANGS, ("-o", "faulthandler_timeout=1")),
}


@dataclass
class Run:
    code: int
    output: str

    @property
    def passed(self) -> int:
        counted = re.search(r"(\d+) passed", self.output)
        return int(counted.group(1)) if counted else 0


@pytest.fixture(scope="module")
def runs(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """Runs of pytest in two processes: each of a case's file and a long one; all at once."""
    settings = f"[pytest]\nfaulthandler_exit_on_timeout = {pytestconfig.getini('faulthandler_exit_on_timeout')}\n"
    children = {name: started(tmp_path_factory.mktemp("run"), settings, *case) for name, case in CASES.items()}
    ended = {name: child.communicate(timeout=120) for name, child in children.items()}
    return {name: Run(child.returncode, "".join(ended[name])) for name, child in children.items()}


def started(folder: Path, settings: str, text: str, options: tuple[str, ...]) -> subprocess.Popen[str]:
    for name, content in {"pytest.ini": settings, "test_first.py": text, "test_other.py": OTHER}.items():
        (folder / name).write_text(content, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "xdist", "-p", "helpers.steady", "-n", "2"]
    command += ["--dist", "loadfile", "--basetemp", str(folder / "temporary"), *options]
    pipe = subprocess.PIPE
    few_plugins = environment() | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""}
    return subprocess.Popen(command, cwd=folder, env=few_plugins, stdout=pipe, stderr=pipe, text=True)


def test_that_a_test_that_kills_its_process_ends_the_run_with_its_name(runs: dict[str, Run]) -> None:
    run = runs["dies"]
    assert run.code == pytest.ExitCode.TESTS_FAILED, run.output
    assert re.search(r"gw\d died in test_first.py::test_that_dies", run.output), run.output
    assert "FAILED test_first.py::test_that_dies" in run.output
    assert "in test_that_dies" in run.output  # the line of the stack
    assert run.passed < TICKS


def test_that_a_process_that_dies_before_its_first_test_ends_the_run(runs: dict[str, Run]) -> None:
    run = runs["dies before"]
    assert run.code == pytest.ExitCode.TESTS_FAILED, run.output
    assert "gw1 died outside a test" in run.output
    assert run.passed < TICKS


def test_that_a_test_that_is_stuck_ends_the_run_with_its_stack(runs: dict[str, Run]) -> None:
    run = runs["hangs"]
    assert run.code == pytest.ExitCode.TESTS_FAILED, run.output
    assert re.search(r"gw\d died in test_first.py::test_that_hangs", run.output), run.output
    assert "Timeout (0:00:01)!" in run.output
    assert "in test_that_hangs" in run.output
    assert run.passed < TICKS


def test_that_this_run_is_such_a_run(pytestconfig: pytest.Config) -> None:
    assert pytestconfig.pluginmanager.has_plugin("helpers.steady")
    assert 60 < float(pytestconfig.getini("faulthandler_timeout")) <= 600


def test_that_a_wait_has_a_minute(qtbot) -> None:
    assert isinstance(qtbot, PatientQtBot)
