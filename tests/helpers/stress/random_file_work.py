"""A storm of errands with files, by clicks and keys on the real window.

Train, stop, step, go back, undo, save, open, export, and at the end close it with Save, Discard or Cancel, often in the
middle of training.

python -m helpers.stress.random_file_work FOLDER SEED
    One program, one storm; FOLDER gets the files and `kept.json`, which says what they must hold.
python -m helpers.stress.random_file_work --check FOLDER...
    Reads the files of storms in this clean process and compares.
"""

from __future__ import annotations

import faulthandler
import hashlib
import json
import os
import random
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # the offscreen platform complains about each dialog

import numpy as np
from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

import mlp_gui.session.project.project_io as keeper
from helpers.cleanup import running_threads, visible_widgets
from helpers.person import Person
from mlp_gui.app.program import Program
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.project.project import Project, read_project
from mlp_gui.export.project.table_reference import rows_digest
from mlp_gui.export.weights.json_format import read_json
from mlp_gui.export.weights.npz_format import read_npz
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.widgets.error_box import ErrorBox

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAMPLES = ("iris", "xor", "sine", "rings", "spirals")
ERRANDS = 14
KEPT = "kept.json"


def turn(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Clock:
    """Waits, as pytest-qt's bot does."""

    def wait(self, milliseconds: int) -> None:
        turn(milliseconds)

    def waitUntil(self, condition: Callable[[], bool], timeout: int) -> None:
        end = QDeadlineTimer(6 * timeout)
        while not condition():
            assert not end.hasExpired(), "waited in vain"
            turn(5)


class Storm(Person):
    """Seeded: the same seed runs the same errands in the same order, at its own moments."""

    def __init__(self, program: Program, seed: int, folder: Path) -> None:
        super().__init__(program, Clock())
        self.random, self.folder, self.done = random.Random(seed), folder, []
        self.kept: dict[str, object] = {}
        self._really_save = keeper.save_project
        keeper.save_project = self._save
        program.session.project.saved.connect(lambda sentence: self.done.append("saved"))
        program.session.exporter.exported.connect(lambda sentence: self.done.append("exported"))

    def _save(self, path: str, source: ExportInput, *rest: object) -> str:
        """What each project file must hold at the end, also when the window has closed while it was written."""
        said = self._really_save(path, source, *rest)
        if Path(path).parent == self.folder:
            digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
            self.kept[Path(path).name] = {"epochs": len(source.history), "sha256": digest}
        return said

    # --- errands ---------------------------------------------------------------------------------------------

    def blow(self) -> None:
        errands = (
            (self.train, 5), (self.step, 3), (self.go_back, 2), (self.undo, 2), (self.save, 4), (self.save_as, 2),
            (self.open_project, 3), (self.open_sample, 1), (self.export, 3), (self.close_and_stay, 1), (self.reset, 1),
        )  # fmt: skip
        names, weights = zip(*errands, strict=True)
        errand = self.random.choices(names, weights)[0]
        self.done.append(errand.__name__)
        self.come_forward()
        errand()
        turn(self.random.choice((0, 0, 5, 50)))
        self.answer_what_asks()

    def come_forward(self) -> None:
        """The window has the focus, and nothing asks: a refusal may come late, from another thread."""
        for _ in range(200):
            self.answer_what_asks()
            self.window.activateWindow()
            self.window.windowHandle().requestActivate()
            turn(5)
            if not self.window.isVisible():  # a save has ended, after which it was to close
                return
            if self.no_dialog() and QGuiApplication.focusWindow() is self.window.windowHandle():
                self.window.setFocus()
                return
        raise AssertionError("the window does not come forward")

    def train(self) -> None:
        """Train, or stop when it trains."""
        self.press(Qt.Key.Key_Space)
        turn(self.random.choice((0, 20, 200)))

    def step(self) -> None:
        self.press(Qt.Key.Key_Right, self.random.choice((Qt.KeyboardModifier.NoModifier, SHIFT, CONTROL)))

    def go_back(self) -> None:
        """To an earlier epoch; training from there is a fork."""
        self.press(Qt.Key.Key_Left)
        turn(20)
        self.press(Qt.Key.Key_Space)

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z, self.random.choice((CONTROL, CONTROL | SHIFT)))

    def reset(self) -> None:
        self.press(Qt.Key.Key_R, CONTROL)

    def save(self) -> None:
        self.press(Qt.Key.Key_S, CONTROL)
        turn(0)
        self.answer_what_asks()

    def save_as(self) -> None:
        self.press(Qt.Key.Key_S, CONTROL | SHIFT)
        turn(0)
        self.answer_what_asks()

    def open_project(self) -> None:
        names = sorted(path.name for path in self.folder.glob("*.mlp"))
        if names:
            self.drop(self.window, self.folder / self.random.choice(names))
            self.answer_what_asks()

    def open_sample(self) -> None:
        self.program.open_sample(self.random.choice(SAMPLES))
        self.answer_what_asks()

    def export(self) -> None:
        name = self.random.choice(("npz", "json", "report", "history"))
        desk = self.program.session.data
        if self.run.epoch and self.run.phase is not Phase.RUNNING and not desk.loading and not desk.preparing:
            button = self.take_away(name)
            if button.isEnabled() and button.isVisible():  # another table may have come meanwhile
                self.click(button)
                self.answer_what_asks()

    def close_and_stay(self) -> None:
        """Close the window and think better of it; a window without work would go."""
        if self.program.session.project.modified:
            self.press(Qt.Key.Key_Q, CONTROL)
            if not self.no_dialog():
                self.answer("Cancel")

    # --- questions -------------------------------------------------------------------------------------------

    def answer_what_asks(self) -> None:
        """Name files and answer questions until nothing asks."""
        for _ in range(200):
            turn(0)
            asking = [w for w in visible_widgets() if isinstance(w, QDialog)]
            active = next((w for w in asking if w.isActiveWindow()), None)
            if not asking:
                return
            if active is None:
                asking[-1].activateWindow()
                turn(20)
            elif isinstance(active, QFileDialog):
                self.name_a_file(active)
            elif isinstance(active, QMessageBox):
                self.answer(self.random.choice([b.text().replace("&", "") for b in active.buttons()]))
            elif isinstance(active, ErrorBox):
                self.done.append(f"refused: {active.title.text()}")
                self.click(active.close_button)
            else:
                self.press(Qt.Key.Key_Escape)
        raise AssertionError(f"questions without end: {asking}")

    def name_a_file(self, dialog: QFileDialog) -> None:
        suffix = f".{dialog.defaultSuffix()}" if dialog.defaultSuffix() else ".mlp"
        if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptOpen or self.random.random() < 0.15:
            self.press(Qt.Key.Key_Escape)
            return
        path = self.folder / f"{self.random.choice('abc')}{suffix}"
        self.type_file_name(path, replacing=path.exists())

    def writing(self) -> bool:
        return any(slot.writes and slot.busy for slot in self.program.findChildren(BackgroundTask))

    def end(self) -> None:
        """Close the window, in the middle of whatever goes on, until it is closed."""
        for _ in range(20):
            self.come_forward()
            if not self.window.isVisible():
                return
            self.press(Qt.Key.Key_Q, CONTROL)
            turn(20)
            self.answer_what_asks()
            self.wait(lambda: not self.writing())  # the window waits for a file and closes then
        assert not self.window.isVisible(), "the window does not close"


def weather(folder: Path, seed: int) -> Storm:
    """One program, one storm."""
    os.environ["MLP_GUI_SETTINGS"] = str(folder / "settings.ini")
    os.environ["XDG_DATA_HOME"] = str(folder / "local")
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    program = Program(app)
    program.window.resize(1280, 800)
    program.window.show()
    storm = Storm(program, seed, folder)
    storm.wait(program.window.isActiveWindow)
    storm.click(program.window.welcome.cards[storm.random.choice(SAMPLES)])
    storm.wait_ready()
    for _ in range(ERRANDS):
        storm.blow()
    if storm.random.random() < 0.5 and storm.run.phase in (Phase.READY, Phase.PAUSED):
        storm.train()
    storm.end()
    program.close()
    turn(1)
    assert not running_threads(), "a thread is left"
    assert not storm.crashes, storm.crashes[0]
    return storm


def check(folder: Path) -> int:
    """Every project that was saved is as it was then, opens, and its run can go on; every other file is whole."""
    kept = json.loads((folder / KEPT).read_text())
    assert sorted(kept) == sorted(path.name for path in folder.glob("*.mlp")), folder
    for name, told in kept.items():
        data = (folder / name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == told["sha256"], f"{name} is not what was saved last"
        project = read_project(data, name)
        assert len(project.run.history) == told["epochs"]
        prepared = _prepared(project)
        assert rows_digest(prepared.dataset) == project.reference.rows_sha256
        trainer = Trainer.from_state(project.run.model.config, prepared.dataset, project.state)
        assert np.array_equal(trainer.history.rows(), project.run.history.rows(), equal_nan=True)
        trainer.step_epoch()
    for path in folder.glob("*.npz"):
        read_npz(path.read_bytes(), path.name)
    for path in folder.glob("*.json"):
        if path.name != KEPT:
            read_json(path.read_bytes(), path.name)
    assert not list(folder.glob(".mlp_gui-*")), "a temporary file is left"
    return len(kept)


def _prepared(project: Project) -> Prepared:
    return prepare(open_table(project.reference.source), project.run.model.spec)


def main(folder: Path, seed: int) -> None:
    faulthandler.enable()
    try:
        storm = weather(folder, seed)
    except BaseException:  # the program has taken over sys.excepthook, and its threads would make Qt abort
        print(f"seed {seed}:", traceback.format_exc(), file=sys.stderr, flush=True)
        os._exit(1)
    (folder / KEPT).write_text(json.dumps(storm.kept))
    print(seed, len(storm.kept), *storm.done, sep=" | ", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "--check":
        print(sum(check(Path(name)) for name in sys.argv[2:]))
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]))
