"""Workers, windows, commands and schedulers of a study are killed at random moments: nothing that was finished is lost.

python tests/benchmarks/study_kills.py workers|command|window|scheduler N
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
STUDY = ("study", "sample:iris", "--epochs", "60", "--repeats", "24", "--json")
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"}
WINDOW = """
import sys
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QTimer
from mlp_gui.studies.plan import StudyPlan

def main():
    from mlp_gui.app.program import Program
    app = QApplication([])
    program = Program(app)
    program.window.show()
    session = program.session
    session.run.built.connect(lambda: QTimer.singleShot(0, program.window, begin))
    def begin():
        if session.run.dataset is not None and not session.study.busy:
            training = session.run.config.training.replace(max_epochs=60)
            session.study.start(StudyPlan(repeats=24), session.run.config.replace(training=training))
    program.open_sample("iris")
    app.exec()

if __name__ == "__main__":
    main()
"""


def finished(path: Path) -> list[dict]:
    """The whole lines of results in a study's file."""
    data = path.read_bytes() if path.exists() else b""
    return [json.loads(line) for line in data[: data.rfind(b"\n") + 1].splitlines()[1:]]


def told(command: tuple[str, ...]) -> dict:
    done = subprocess.run(
        [sys.executable, "-m", "mlp_gui", *command], env=ENVIRONMENT, capture_output=True, check=False
    )
    return json.loads(done.stdout) if done.stdout else {}


def scores(answer: dict) -> list:
    return [(run["seed"], run["scores"]) for run in answer["runs"]]


def wait_for(path: Path, lines: int, process: subprocess.Popen) -> None:
    began = time.monotonic()
    while len(finished(path)) < lines and process.poll() is None and time.monotonic() < began + 60:
        time.sleep(0.01)


def kill_command(folder: Path, chance: random.Random, whole: bool) -> str:
    path = folder / "study.json"
    path.unlink(missing_ok=True)
    command = (*STUDY, "--jobs", "2", "--out", str(path))
    process = subprocess.Popen(
        [sys.executable, "-m", "mlp_gui", *command], env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    wait_for(path, chance.randrange(1, 12), process)
    time.sleep(chance.random() * 0.05)
    if whole:
        process.kill()
    else:
        workers = [p for p in psutil.Process(process.pid).children(recursive=True) if "spawn_main" in str(p.cmdline())]
        chance.choice(workers or [psutil.Process(process.pid)]).kill()
    process.communicate()
    kept = finished(path)
    answer = told(command)
    assert scores(answer) == scores(told(STUDY)), "other networks than without a death"
    assert [k for k in finished(path) if k in kept] == kept, "a finished network was trained again or lost"
    return f"{len(kept)} of 24 were finished"


def kill_window(folder: Path, chance: random.Random) -> str:
    own = folder / f"window{chance.random()}"
    own.mkdir()
    environment = ENVIRONMENT | {"MLP_GUI_SETTINGS": str(own / "settings.ini")}
    script = own / "window.py"
    script.write_text(WINDOW)
    process = subprocess.Popen([sys.executable, str(script)], env=environment, stderr=subprocess.DEVNULL)
    began = time.monotonic()
    while not list((own / "studies").glob("*.json")) and time.monotonic() < began + 60:
        time.sleep(0.02)
    path = next((own / "studies").glob("*.json"))
    wait_for(path, chance.randrange(1, 12), process)
    children = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.wait()
    _, alive = psutil.wait_procs(children, timeout=20)
    assert not alive, "workers outlive the window"
    kept = finished(path)
    plain = json.loads(path.read_bytes().splitlines()[0])
    assert plain["source"] == "sample:iris"
    assert all(one["scores"] for one in kept)
    return f"{len(kept)} of 24 were kept"


def kill_scheduler(folder: Path, chance: random.Random) -> str:
    import distributed  # noqa: F401  # says at once that it is not installed

    file, path = folder / f"scheduler{chance.random()}.json", folder / "cluster.json"
    path.unlink(missing_ok=True)
    begin = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard"]
    scheduler = subprocess.Popen(
        [*begin, "--scheduler-file", str(file)], env=ENVIRONMENT, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    workers = [
        subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(file), "--nthreads", "1",
             "--no-dashboard", "--death-timeout", "20"],
            env=ENVIRONMENT, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd=folder,
        )
        for _ in range(2)
    ]  # fmt: skip
    try:
        command = (*STUDY, "--out", str(path))
        began = time.monotonic()
        while not file.exists() and time.monotonic() < began + 30:
            time.sleep(0.1)
        time.sleep(6)  # the workers join
        process = subprocess.Popen(
            [sys.executable, "-m", "mlp_gui", *command, "--cluster", str(file)],
            env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        wait_for(path, chance.randrange(1, 8), process)
        scheduler.send_signal(signal.SIGKILL)
        out, said = process.communicate(timeout=120)
        kept = finished(path)
        state = json.loads(out).get("state") if out else said.decode()[:200]
        assert kept, said.decode()[-300:]
        assert scores(told(command)) == scores(told(STUDY))
        assert [k for k in finished(path) if k in kept] == kept
        return f"{state}: {len(kept)} of 24 were finished"
    finally:
        for each in (scheduler, *workers):
            each.kill()
            each.wait()


KINDS = {
    "workers": partial(kill_command, whole=False),
    "command": partial(kill_command, whole=True),
    "window": kill_window,
    "scheduler": kill_scheduler,
}


def main(kind: str, count: int) -> None:
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        for k in range(count):
            print(f"{kind} {k + 1}: {KINDS[kind](Path(folder), chance)}; nothing lost", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
