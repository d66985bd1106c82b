"""`train` keeps what it has when a signal comes, writes now and then, and ends with the code of the signal."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from helpers.command_line import WITHOUT_DISPLAY, call
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.project.project import Project, read_project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as on Unix")
ENDLESS = ("train", "sample:xor", "--epochs", "10000000", "--no-early-stopping", "--schedule", "constant")
SECONDS = 240


@pytest.fixture
def started(tmp_path: Path) -> Iterator[list[subprocess.Popen]]:
    """Trainings in processes of their own, in the folder of the test."""
    processes: list[subprocess.Popen] = []
    yield processes
    for process in processes:
        process.kill()
        process.communicate()


def start(started: list[subprocess.Popen], folder: Path, *more: str) -> subprocess.Popen:
    command = [sys.executable, "-m", "mlp_gui", *ENDLESS, "--out", "run.mlp", "--history", "losses.csv", *more]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command, cwd=folder, text=True, env=WITHOUT_DISPLAY, **pipes)
    started.append(process)
    return process


def read(folder: Path) -> Project:
    return read_project((folder / "run.mlp").read_bytes(), "run.mlp")


def wait_for(path: Path, process: subprocess.Popen) -> None:
    end = time.monotonic() + SECONDS
    while not path.exists():
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 128 + 15), (signal.SIGHUP, 128 + 1)])
def test_that_a_signal_stops_the_training_and_what_it_has_is_saved(
    started: list[subprocess.Popen], tmp_path: Path, number: signal.Signals, code: int
) -> None:
    process = start(started, tmp_path, "--every", "0.1")
    wait_for(tmp_path / "losses.csv", process)
    before = len(read(tmp_path).run.history)
    process.send_signal(number)
    said, complaints = process.communicate(timeout=SECONDS)
    assert (process.returncode, complaints) == (code, "")
    assert "Interrupted." in said
    project = read(tmp_path)
    assert project.state is not None
    epochs = len(project.run.history)
    assert epochs >= before >= 1
    assert len((tmp_path / "losses.csv").read_text().splitlines()) == epochs + 1
    done = call("train", "--resume", "run.mlp", "--epochs", str(epochs + 2), "--out", "more.mlp", cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_that_a_killed_training_leaves_what_it_wrote_last_and_goes_on_from_there_exactly(
    started: list[subprocess.Popen], tmp_path: Path
) -> None:
    process = start(started, tmp_path, "--every", "0.1")
    wait_for(tmp_path / "losses.csv", process)
    process.kill()
    process.wait()
    project = read(tmp_path)
    epochs = len(project.run.history)
    total = str(epochs + 3)
    arguments = ("--resume", "run.mlp", "--epochs", total, "--out", "more.mlp")
    assert call("train", *arguments, cwd=tmp_path).returncode == 0
    whole = call(*ENDLESS, "--epochs", total, "--out", "whole.mlp", cwd=tmp_path)
    assert whole.returncode == 0, whole.stderr
    resumed, straight = (
        read_project((tmp_path / name).read_bytes(), name).run.history.rows() for name in ("more.mlp", "whole.mlp")
    )
    np.testing.assert_array_equal(resumed[:, :-1], straight[:, :-1])  # all but the seconds


def test_that_nothing_is_written_before_the_end_when_that_was_asked_for(tmp_path: Path, monkeypatch) -> None:
    seen: list[bool] = []
    really = Trainer.advance

    def advance(self: Trainer, seconds: float) -> object:
        seen.append((tmp_path / "run.mlp").exists())
        return really(self, 0)

    monkeypatch.setattr(Trainer, "advance", advance)
    arguments = ("train", "sample:xor", "--epochs", "30", "--out", "run.mlp")
    assert call(*arguments, "--every", "0", cwd=tmp_path).returncode == 0
    assert len(seen) > 10
    assert not any(seen)
    refused = call(*arguments, "--every=-1", cwd=tmp_path)
    assert refused.returncode == 2
    assert "--every" in refused.stderr


def test_that_a_save_that_fails_on_the_way_is_told_once_and_does_not_end_the_training(
    tmp_path: Path, monkeypatch
) -> None:
    """Where the disk is full for a while."""
    from mlp_gui.cli import train
    from mlp_gui.core.errors import UserError
    from mlp_gui.export.project.project import save_project

    calls: list[object] = []

    def failing(*arguments: object) -> str:
        calls.append(arguments)
        if len(calls) < 4:
            raise UserError("run.mlp was not written: the disk is full.")
        return save_project(*arguments)

    really = Trainer.advance
    monkeypatch.setattr(Trainer, "advance", lambda self, seconds: really(self, 0))
    monkeypatch.setattr(train, "save_project", failing)
    done = call(
        "train",
        "sample:xor",
        "--no-early-stopping",
        "--epochs",
        "300",
        "--every",
        "0.000001",
        "--out",
        "run.mlp",
        cwd=tmp_path,
    )
    assert done.returncode == 0
    assert done.stderr == "run.mlp was not written: the disk is full. The training goes on.\n"
    assert len(calls) >= 4
    assert len(read(tmp_path).run.history) == 300


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_that_a_signal_before_the_training_ends_in_a_word_and_its_code(monkeypatch, number: signal.Signals) -> None:
    from mlp_gui.cli import train

    before = signal.getsignal(number)
    monkeypatch.setattr(train, "prepare_training", lambda options: signal.raise_signal(number))
    done = call("train", "sample:xor")
    assert (done.returncode, done.stdout, done.stderr) == (128 + number, "", "Interrupted.\n")
    assert signal.getsignal(number) is before
