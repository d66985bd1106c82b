"""Program: the real window opens a sample and trains without an end; it prints each epoch it has shown.

Argument: a word for what stands in the way meanwhile: `nothing`, `dialog` (a question is open), `idle` (it does not
train, though work is unsaved) or `start` (it says so before it imports the window's parts).
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QMessageBox

from mlp_gui.app import startup
from mlp_gui.app.main import start
from mlp_gui.app.program import Program
from mlp_gui.session.training.phase import Phase


class Trainee(QObject):
    """Trains the program's run as soon as there is one, and tells how far it is."""

    def __init__(self, program: Program, manner: str) -> None:
        super().__init__(program)
        self._program, self._manner, self._box = program, manner, QMessageBox(program.window)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(50)

    @Slot()
    def _on_timeout(self) -> None:
        run = self._program.session.run
        if run.phase is Phase.READY and run.epoch == 0:
            training = run.config.training
            lasting = training.replace(max_epochs=10_000_000, stopping=training.stopping.replace(enabled=False))
            if run.config.training != lasting:
                run.set_config(run.config.replace(training=lasting))
            elif self._manner == "idle":
                run.step_epochs(20)
            else:
                run.train()
        elif run.epoch >= 20:
            if self._manner == "dialog" and not self._box.isVisible():
                self._box.open()
            print("epoch", run.epoch, flush=True)


def main(manner: str) -> int:
    really_open, really_begin = Program.open, startup.Startup.begin

    def open_and_train(self: Program, source: str) -> None:
        really_open(self, source)
        Trainee(self, manner)

    def begin(self: startup.Startup) -> None:
        if manner == "start":
            print("epoch 0", flush=True)
        really_begin(self)

    Program.open, startup.Startup.begin = open_and_train, begin  # type: ignore[method-assign]
    return start(["sample:xor"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
