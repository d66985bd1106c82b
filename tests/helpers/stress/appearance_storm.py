"""Program: dialogs, theme, text size, language and presenting in turn, while a run trains and threads leave garbage.

python -m helpers.stress.appearance_storm ROUNDS

Prints as JSON how many rounds were survived, how many collections there were, and how many of them elsewhere than in
the GUI thread between two events of its own loop.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import sys
import tempfile
import threading
from itertools import cycle

from PySide6.QtCore import QEvent, QEventLoop, QObject, QThread, QTimer, Slot
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from mlp_gui.app.interpreter_tuning import freeze_garbage_collector
from mlp_gui.app.language import install_language
from mlp_gui.app.program import Program
from mlp_gui.session.training.phase import Phase


class Cycle(QWidget):
    """Only the cycle collector can free it; it allocates while Qt styles it."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self
        layout = QVBoxLayout(self)
        for i in range(5):
            layout.addWidget(QLabel(str(i)))

    def changeEvent(self, event: QEvent) -> None:
        Storm.depth += 1
        if event.type() == QEvent.Type.StyleChange:
            knot()
        super().changeEvent(event)
        Storm.depth -= 1


def knot() -> None:
    """Leave garbage that makes Python want to collect."""
    tied: list[object] = [[] for _ in range(200)]
    tied.append(tied)


def allocate(ended: threading.Event) -> None:
    while not ended.wait(0.002):
        knot()


class Storm(QObject):
    """One change of what is seen after the other, each in an event of its own."""

    depth = 0  # of handlers inside which nothing may be collected

    def __init__(self, program: Program, rounds: int) -> None:
        super().__init__()
        self.program, self.left, self.collections, self.wrong = program, rounds, 0, 0
        self.ways = cycle((self.dialog, self.theme, self.size, self.present, self.language, self.nested))
        self.themes, self.sizes = cycle(("dark", "light")), cycle(("larger", "smaller"))
        self.languages = cycle(("de", "en"))
        self.kept = [Cycle() for _ in range(5)]
        gc.callbacks.append(self.on_collection)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.step)
        self.timer.start(20)

    def on_collection(self, phase: str, facts: dict[str, int]) -> None:
        if phase == "start":
            self.collections += 1
            elsewhere = threading.current_thread() is not threading.main_thread()
            self.wrong += elsewhere or Storm.depth > 0 or QThread.currentThread().loopLevel() > 1

    @Slot()
    def step(self) -> None:
        run = self.program.session.run
        if run.phase is Phase.READY:
            run.train()
        for _ in range(3):
            Cycle()
        Storm.depth += 1
        next(self.ways)()
        Storm.depth -= 1
        self.left -= 1
        if not self.left:
            self.timer.stop()
            QApplication.exit(0)

    def act(self, name: str) -> None:
        self.program.window.actions_[name].trigger()

    def dialog(self) -> None:
        self.act("settings")
        settings = self.program.application_menu.settings.dialog
        assert settings is not None
        settings.close()

    def theme(self) -> None:
        self.act(f"theme_{next(self.themes)}")

    def size(self) -> None:
        self.act(next(self.sizes))

    def present(self) -> None:
        self.act("present")

    def language(self) -> None:
        install_language(next(self.languages))

    def nested(self) -> None:
        """As a menu or a drag runs a loop of its own inside a call of Qt."""
        loop = QEventLoop()
        QTimer.singleShot(250, loop.quit)
        loop.exec()


def main(rounds: int) -> None:
    faulthandler.enable()
    gc.disable()  # as at the program's own start: nothing may switch it on again before the end
    folder = tempfile.mkdtemp(prefix="storm-")
    settings = os.path.join(folder, "settings.ini")
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "MLP_GUI_SETTINGS": settings, "XDG_DATA_HOME": folder}
    app, ended = QApplication([]), threading.Event()
    app.setQuitOnLastWindowClosed(False)
    program = Program(app)
    freeze_garbage_collector()
    gc.set_threshold(60, 2, 2)
    program.window.show()
    program.open("sample:xor")
    threads = [threading.Thread(target=allocate, args=(ended,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    storm = Storm(program, rounds)
    app.exec()
    ended.set()
    for thread in threads:
        thread.join()
    gc.callbacks.remove(storm.on_collection)
    print(json.dumps({"left": storm.left, "collections": storm.collections, "wrong": storm.wrong}), flush=True)
    program.session.project.discard_unsaved()
    program.close()
    os._exit(0)  # what this program is about has ended


if __name__ == "__main__":
    main(int(sys.argv[1]))
