"""How long the window does not answer while big files are opened, edited, read again and predicted.

    python tests/benchmarks/big_files.py                     all scenes, a table of the longest gaps
    python tests/benchmarks/big_files.py roles import        some scenes

Each scene runs the real program in a process of its own, offscreen. A timer ticks every 10 ms in a real event loop
(QTest.qWait would serve events in another way); a gap is the time between two ticks. For the longest gap of a scene:

wall    milliseconds that passed. Other programs on the machine make it longer.
window  milliseconds of processor time of the window's thread in its busiest gap. Other programs do not change it.
others  milliseconds of processor time of the other threads of the program in the gap that was longest by the clock:
        when it is nearly all of `wall`, one of them kept the interpreter to itself.

No gap may be longer than 100 ms.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

LONGEST = 100.0  # ms


def write_rows(folder: Path) -> Path:
    return _numbers(folder / "rows.csv", 2_000_000, 5)


def write_columns(folder: Path) -> Path:
    return _numbers(folder / "columns.csv", 200, 10_000)


def write_texts(folder: Path) -> Path:
    path, rng = folder / "texts.csv", np.random.default_rng(0)
    if not path.exists():
        words = [f'"{w}, {n}"' for w, n in zip(rng.choice(["red", "blue", "green"], 999), range(999), strict=True)]
        x, y = rng.normal(size=(2, 1_000_000)).round(4)
        lines = (f"{words[i % 999]},{a},{b}\n" for i, (a, b) in enumerate(zip(x.tolist(), y.tolist(), strict=True)))
        path.write_text("colour,x,y\n" + "".join(lines), encoding="utf-8")
    return path


def _numbers(path: Path, rows: int, columns: int) -> Path:
    if not path.exists():
        rng, names = np.random.default_rng(0), ",".join(f"c{i}" for i in range(columns))
        with path.open("w", encoding="utf-8") as f:
            f.write(names + "\n")
            for at in range(0, rows, 100_000):
                block = rng.normal(size=(min(100_000, rows - at), columns)).round(5).tolist()
                f.writelines(",".join(map(str, row)) + "\n" for row in block)
    return path


class Ticks:
    """Gaps between the ticks of a 10 ms timer in the thread that makes it."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.gaps: list[tuple[float, float, float]] = []
        self._mark()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def begin(self) -> None:
        """What was before does not count."""
        self.gaps = []
        self._mark()

    def worst(self) -> dict[str, float]:
        wall, _, all_threads = max(self.gaps)
        own = next(g[1] for g in self.gaps if g[0] == wall)
        busiest = max(g[1] for g in self.gaps)
        return {"wall": 1000 * wall, "window": 1000 * busiest, "others": 1000 * (all_threads - own)}

    def _mark(self) -> None:
        self._last = time.perf_counter(), time.thread_time(), time.process_time()

    def _tick(self) -> None:
        wall, own, every = self._last
        self._mark()
        self.gaps.append((self._last[0] - wall, self._last[1] - own, self._last[2] - every))


class Stage:
    """The program, and how a scene makes it do something and waits."""

    def __init__(self) -> None:
        from PySide6.QtWidgets import QApplication

        from mlp_gui.app.interpreter_tuning import freeze_garbage_collector, shorten_switch_interval
        from mlp_gui.app.program import Program

        self.app = QApplication([])
        self.program = Program(self.app)
        sys.excepthook = sys.__excepthook__
        self.window, self.session = self.program.window, self.program.session
        shorten_switch_interval()  # as when the program opens
        freeze_garbage_collector()
        self.window.resize(1280, 800)
        self.window.show()
        self.pause(1000)
        self.ticks = Ticks()

    def pause(self, milliseconds: int) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, condition: Callable[[], bool]) -> None:
        """Waits, and then a little longer for what follows."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop, timer = QEventLoop(), QTimer()
        timer.setInterval(20)
        timer.timeout.connect(lambda: loop.quit() if condition() else None)
        timer.start()
        loop.exec()
        timer.stop()
        self.pause(700)

    def ready(self) -> bool:
        desk = self.session.data
        return (
            not desk.loading
            and not desk.preparing
            and desk.prepared is not None
            and self.session.run.prediction_cache is not None
        )

    def open(self, path: Path) -> None:
        self.program.open(str(path))
        self.pause(50)
        self.until(self.ready)


def scene_open(stage: Stage, path: Path) -> None:
    stage.ticks.begin()
    stage.open(path)


def scene_table(stage: Stage, path: Path) -> None:
    """The table page, ordered by a column."""
    stage.open(path)
    stage.ticks.begin()
    stage.program.data_pages.open_table()
    stage.pause(500)
    page = stage.program.data_pages.table.page
    page.order_requested.emit(stage.session.data.table.column_names[0], False)
    stage.until(lambda: page.view.table_model.order is not None)


def scene_roles(stage: Stage, path: Path) -> None:
    """All columns ignored, made inputs again and scaled in another way, in the column desk."""
    stage.open(path)
    stage.ticks.begin()
    stage.program.data_pages.open_columns()
    stage.pause(500)
    page = stage.program.data_pages.columns.page
    page.table.selectAll()
    stage.pause(300)
    for name, value in (("scaling", "minmax"), ("role", "ignored"), ("role", "input")):
        page.editor.edited.emit(name, value)
        stage.pause(300)
        stage.until(lambda: not stage.session.data.preparing)


def scene_import(stage: Stage, path: Path) -> None:
    """The import page, read again with another decimal sign and as it was."""
    stage.open(path)
    stage.ticks.begin()
    stage.program.data_pages.open_import()
    wiring = stage.program.data_pages.import_
    stage.until(lambda: stage.session.import_preview.table is not None)
    for sign in (",", "."):
        wiring.page.form.rows["decimal"].edited.emit(sign)
        stage.until(lambda: stage.session.import_preview.table is not None)


def scene_predict(stage: Stage, path: Path) -> None:
    """A step of training, then the same file as a table to predict."""
    from mlp_gui.session.training.phase import RunCommand

    stage.open(path)
    stage.session.run.step_epochs(1)
    stage.until(lambda: stage.session.run.why_not(RunCommand.PREDICT) is None)
    stage.ticks.begin()
    stage.program.data_pages.open_predict()
    predictor = stage.program.session.predictor
    stage.program.data_pages.predict.open(str(path))
    stage.until(lambda: not predictor.busy)
    assert predictor.result is not None


SCENES = {
    "rows": ("opening 2,000,000 x 5 numbers", write_rows, scene_open),
    "texts": ("opening 1,000,000 rows of quoted texts", write_texts, scene_open),
    "columns": ("opening 200 x 10,000 numbers", write_columns, scene_open),
    "table": ("the table page of 2,000,000 rows, ordered", write_rows, scene_table),
    "roles": ("editing 10,000 columns at once", write_columns, scene_roles),
    "import": ("reading 10,000 columns again", write_columns, scene_import),
    "predict": ("predicting a table of 10,000 columns", write_columns, scene_predict),
}


def play(name: str, path: str) -> None:
    """In a process of its own: one scene, its gaps as JSON on the standard output."""
    stage = Stage()
    SCENES[name][2](stage, Path(path))
    found = stage.ticks.worst()
    print(json.dumps(found), flush=True)
    os._exit(0)


def main(names: list[str]) -> int:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(os.environ.get("BIG_FILES", temporary))
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "MLP_GUI_SETTINGS": f"{temporary}/settings.ini",
            "XDG_DATA_HOME": temporary,
        }
        print(f"{'':44} {'wall':>8} {'window':>8} {'others':>8}   ms in the longest gap")
        longest = 0.0
        for name in names or list(SCENES):
            title, write, _ = SCENES[name]
            command = [sys.executable, __file__, "--play", name, str(write(folder))]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment, check=True)
            found = json.loads(done.stdout.splitlines()[-1])
            longest = max(longest, found["wall"])
            print(f"{title:44} {found['wall']:8.0f} {found['window']:8.0f} {found['others']:8.0f}", flush=True)
    return int(longest > LONGEST)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--play"]:
        play(*sys.argv[2:4])
    sys.exit(main(sys.argv[1:]))
