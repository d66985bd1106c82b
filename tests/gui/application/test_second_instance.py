"""A second start with a file is a window of its own: settings are shared, recovery files are not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHILD = """
import sys
from PySide6.QtCore import QTimer
from mlp_gui.app import startup
from mlp_gui.session.training.phase import Phase
built = startup.Startup._open_what_was_asked

def then(self, program):
    built(self, program)
    timer = QTimer(program)
    seconds = [0.0]

    def side_file():
        return program.session.project.autosave_file.claim_path()

    def look():
        seconds[0] += 0.1
        run, table = program.session.run, program.session.data.table
        if run.phase is Phase.READY:
            run.step_epochs(1)
        elif run.phase is Phase.PAUSED and run.epoch == 1 and side_file().exists():
            print(table.name, side_file(), flush=True)
            timer.stop()
            QTimer.singleShot(0, wait_for_word)
        elif seconds[0] > 60:
            print("nothing happened:", run.phase, program.window.status.sentence(), flush=True)
            program.quit()

    def wait_for_word():
        sys.stdin.readline()
        program.quit()

    timer.timeout.connect(look)
    timer.start(100)

startup.Startup._open_what_was_asked = then
from mlp_gui.app.main import start
sys.exit(start(sys.argv[1:]))
"""


def started(table: Path, folder: Path) -> subprocess.Popen:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "MLP_GUI_SETTINGS": str(folder / "settings.ini"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_RUNTIME_DIR": str(folder),
    }
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(table)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip


def test_that_two_windows_do_not_disturb_each_other(tmp_path: Path) -> None:
    tables = []
    for name in ("first", "second"):
        tables.append(tmp_path / f"{name}.csv")
        tables[-1].write_text("a,b\n" + "".join(f"{i},{i % 9}\n" for i in range(60)), encoding="utf-8")
    one = started(tables[0], tmp_path)
    two = None
    try:
        said_one = one.stdout.readline().split()
        two = started(tables[1], tmp_path)
        said_two = two.stdout.readline().split()
        assert (said_one[0], said_two[0]) == ("first.csv", "second.csv"), (said_one, said_two)
        copies = Path(said_one[1]), Path(said_two[1])
        assert copies[0] != copies[1]
        assert all(copy.exists() for copy in copies)
        two.communicate("enough\n", timeout=240)
        assert two.returncode == 0
        assert one.poll() is None  # the first goes on, and its copy is still there
        assert copies[0].exists()
        one.communicate("enough\n", timeout=240)
        assert one.returncode == 0
        recent = (tmp_path / "settings.ini").read_text(encoding="utf-8")
        assert "first.csv" in recent
        assert "second.csv" in recent
    finally:
        for process in (one, two):
            if process is not None and process.poll() is None:
                process.kill()
                process.communicate()
