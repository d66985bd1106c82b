"""How a save and a window end when they are ended from outside: what survives, is lost, hangs or crashes.

python tests/benchmarks/kills.py saves 1000     kill -9 at a random moment of a save, and after each one another save
python tests/benchmarks/kills.py calls          every call of a save fails once, with each of six errors
python tests/benchmarks/kills.py signals 36     the window trains: SIGINT, SIGTERM, SIGHUP, one or two of them
python tests/benchmarks/kills.py display 12     the window trains on an X server that is killed
"""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from mlp_gui.core.errors import UserError
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.project.project import read_project, save_project
from mlp_gui.model import TrainedModel
from mlp_gui.presets import propose_config, suggested_spec

CALLS = ("open", "fsync", "chmod", "replace", "fdopen", "close")
ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO, errno.ENOTSUP, errno.EDQUOT, errno.EPERM)


class Work:
    """A run that is saved again and again, an epoch further each time."""

    def __init__(self) -> None:
        table = open_table("sample:xor")
        self.prepared = prepare(table, suggested_spec("sample:xor", table))
        self.trainer = Trainer(propose_config(self.prepared.dataset), self.prepared.dataset)

    def save(self, path: Path) -> None:
        trainer = self.trainer
        trainer.step_epoch()
        model = TrainedModel.from_run(self.prepared, trainer.config, trainer.network, trainer.epoch, "last")
        save_project(path, ExportInput(model, trainer.history, self.prepared), trainer.state())


def epochs_in(path: Path) -> int:
    return len(read_project(path.read_bytes(), path.name).run.history)


def kill_saves(count: int, folder: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    chance, work, path = random.Random(20), Work(), folder / "work.mlp"
    work.save(path)
    for i in range(count):
        known, data = epochs_in(path), path.read_bytes()
        child = os.fork()
        if child == 0:
            while True:  # whole saves, most of which is making the file, and writing alone
                work.save(path) if i % 2 else write_atomic(path, data)
        time.sleep(chance.random() * 0.15)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found["killed"] += 1
        found["in the middle of writing"] += len(os.listdir(folder)) > 1
        try:
            found["survived" if epochs_in(path) >= known else "lost"] += 1
        except UserError:
            found["lost"] += 1
        work.save(path)
        found["temporary files that stayed after the next save"] += len(os.listdir(folder)) - 1
    return found


def fail_calls(folder: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    work, path = Work(), folder / "work.mlp"
    work.save(path)
    for name in CALLS:
        really = getattr(os, name)
        for code in ERRORS:
            for n in range(1, 12):
                before, calls = path.read_bytes(), [0]

                def failing(*arguments: object, calls=calls, n=n, code=code, really=really, **more: object) -> object:
                    calls[0] += 1
                    if calls[0] == n:
                        raise OSError(code, os.strerror(code))
                    return really(*arguments, **more)

                setattr(os, name, failing)
                try:
                    work.save(path)
                    found["saved all the same" if calls[0] >= n else "not reached"] += 1
                except UserError:
                    found["refused with the old file whole" if path.read_bytes() == before else "lost"] += 1
                except OSError:
                    found["traceback"] += 1
                finally:
                    setattr(os, name, really)
                epochs_in(path)
                if calls[0] < n:
                    break
    found["temporary files left"] = len(os.listdir(folder)) - 1
    return found


def started(folder: Path, **more: str) -> subprocess.Popen:
    tests = Path(__file__).resolve().parents[1]
    own = {"MLP_GUI_SETTINGS": str(folder / "settings.ini"), "XDG_DATA_HOME": str(folder), "OMP_NUM_THREADS": "1"}
    own |= {"PYTHONPATH": os.pathsep.join(map(str, (tests, tests.parent))), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "helpers.training_program", "nothing"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | own | more,
    )


def judge(program: subprocess.Popen, folder: Path, codes: set[int], found: Counter[str]) -> None:
    """Count how a program ended that was told to, and what is left for the next start."""
    try:
        said, _ = program.communicate(timeout=90)
    except subprocess.TimeoutExpired:
        program.kill()
        program.communicate()
        found["hung"] += 1
        return
    seen = max((int(line.split()[1]) for line in said.splitlines() if line.startswith("epoch")), default=0)
    found["crashed"] += program.returncode < 0
    found["another exit code"] += program.returncode >= 0 and program.returncode not in codes
    left = list((folder / "recovery").glob("*.mlp"))
    found["survived" if left and epochs_in(left[0]) >= seen else "lost"] += 1


def signal_windows(count: int, folder: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    chance = random.Random(20)
    for i in range(count):
        home = folder / str(i)
        home.mkdir()
        program = started(home)
        assert program.stdout is not None
        for _ in range(chance.randint(1, 6)):
            program.stdout.readline()
        time.sleep(chance.random() * 0.1)
        numbers = chance.choices((signal.SIGINT, signal.SIGTERM, signal.SIGHUP), k=chance.choice((1, 1, 2)))
        for number in numbers:
            program.send_signal(number)
        found["tried"] += 1
        judge(program, home, {128 + number for number in numbers}, found)
    return found


def end_displays(count: int, folder: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    chance = random.Random(20)
    for i in range(count):
        home = folder / str(i)
        home.mkdir()
        reading, writing = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
        )
        os.close(writing)
        with os.fdopen(reading) as name:
            program = started(home, QT_QPA_PLATFORM="xcb", DISPLAY=f":{name.readline().strip()}")
        assert program.stdout is not None
        for _ in range(chance.randint(1, 6)):
            program.stdout.readline()
        time.sleep(chance.random() * 0.1)
        server.kill()
        server.wait()
        found["tried"] += 1
        judge(program, home, {1}, found)
    return found


def main(kind: str, count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        ways = {"saves": kill_saves, "signals": signal_windows, "display": end_displays}
        found = fail_calls(place) if kind == "calls" else ways[kind](count, place)
    print(kind, dict(found))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1)
