"""The display goes or a signal comes while the window trains: it ends soon and in order, and keeps the work."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.processes import command, environment
from mlp_gui.export.project.project import read_project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as on Unix")
SECONDS = 60


class TrainingProgram:
    """The window in a process of its own, with settings and side copies of its own."""

    def __init__(self, folder: Path, manner: str, **more: str) -> None:
        self.folder = folder / "recovery"
        own = {"MLP_GUI_SETTINGS": str(folder / "settings.ini"), "XDG_DATA_HOME": str(folder), "OMP_NUM_THREADS": "1"}
        self.process = subprocess.Popen(
            command("training_program", manner),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment() | {"QT_QPA_PLATFORM": "offscreen"} | own | more,
        )
        self.epoch = 0

    def read_epochs(self, count: int = 3) -> None:
        assert self.process.stdout is not None
        for _ in range(count):
            line = self.process.stdout.readline()
            if not line.startswith("epoch "):
                raise AssertionError(line + self.process.communicate(timeout=SECONDS)[1])
            self.epoch = int(line.split()[1])

    def end(self) -> tuple[int, str]:
        """Return the exit code and what was said on stderr."""
        said, complaints = self.process.communicate(timeout=SECONDS)
        self.epoch = max(
            [self.epoch, *(int(line.split()[1]) for line in said.splitlines() if line.startswith("epoch"))]
        )
        return self.process.returncode, complaints

    def kept_epochs(self) -> int:
        """Return to which epoch the copy goes that is left for the next start."""
        (left,) = self.folder.glob("*.mlp")
        project = read_project(left.read_bytes(), left.name)
        assert project.state is not None
        return len(project.run.history)


@pytest.fixture
def started(tmp_path: Path) -> Iterator[list[TrainingProgram]]:
    programs: list[TrainingProgram] = []
    yield programs
    for program in programs:
        program.process.kill()
        program.process.communicate()


@pytest.mark.parametrize(
    ("number", "manner"),
    [(signal.SIGINT, "nothing"), (signal.SIGTERM, "dialog"), (signal.SIGHUP, "idle")],
    ids=["ctrl c while it trains", "terminated while it asks", "hung up while it rests"],
)
def test_that_a_signal_ends_the_window_and_leaves_the_work_to_the_next_start(
    started: list[TrainingProgram], tmp_path: Path, number: signal.Signals, manner: str
) -> None:
    program = TrainingProgram(tmp_path, manner)
    started.append(program)
    program.read_epochs()
    program.process.send_signal(number)
    code, complaints = program.end()
    assert code == 128 + number
    assert "Traceback" not in complaints
    assert program.kept_epochs() >= program.epoch >= 20


def test_that_a_signal_before_the_window_is_there_ends_it_too(started: list[TrainingProgram], tmp_path: Path) -> None:
    program = TrainingProgram(tmp_path, "start")
    started.append(program)
    program.read_epochs(1)
    program.process.send_signal(signal.SIGINT)
    code, complaints = program.end()
    assert code == 130
    assert "Traceback" not in complaints


def test_that_a_signal_that_was_to_be_ignored_is_ignored(started: list[TrainingProgram], tmp_path: Path) -> None:
    """As `nohup` asks for it."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        program = TrainingProgram(tmp_path, "nothing")
    finally:
        signal.signal(signal.SIGHUP, before)
    started.append(program)
    program.read_epochs()
    program.process.send_signal(signal.SIGHUP)
    program.read_epochs(10)
    program.process.send_signal(signal.SIGTERM)
    assert program.end()[0] == 128 + signal.SIGTERM


@pytest.fixture
def display() -> Iterator[tuple[str, subprocess.Popen]]:
    """An X server of its own, and its name."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as name:
        number = name.readline().strip()
    if not number:
        server.wait()
        pytest.skip("Xvfb does not start here")
    yield f":{number}", server
    server.kill()
    server.wait()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM], ids=["crashes", "is ended"])
def test_that_the_work_is_left_to_the_next_start_when_the_x_server_goes(
    started: list[TrainingProgram], display: tuple[str, subprocess.Popen], tmp_path: Path, number: signal.Signals
) -> None:
    name, server = display
    program = TrainingProgram(tmp_path, "nothing", QT_QPA_PLATFORM="xcb", DISPLAY=name)
    started.append(program)
    program.read_epochs()
    server.send_signal(number)
    code, complaints = program.end()
    assert code == 1
    assert "Traceback" not in complaints
    assert program.kept_epochs() >= program.epoch >= 20
