"""The self-test: the real window loads the sample, trains, exports and is photographed; the exit code says how it went.

CI runs it under Xvfb; a packaged build runs it once before it is handed out.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from mlp_gui.session.training.phase import Phase

if TYPE_CHECKING:
    from mlp_gui.app.program import Program

EPOCHS = 60
LIMIT_MS = 60_000


class SmokeRun(QObject):
    """Walks through open, train, export, photograph; any refusal or crash on the way is the result."""

    def __init__(self, program: Program, folder: str) -> None:
        super().__init__(program)
        self.code = 1
        self._program, self._folder = program, Path(folder)
        self._watchdog = QTimer(self)
        self._watchdog.setSingleShot(True)
        self._watchdog.timeout.connect(self._on_timeout)

    @Slot()
    def start(self) -> None:
        started = os.environ.get("MLP_GUI_STARTED")  # seconds since 1970, from whoever measures the start
        if started and sys.stdout is not None:
            wall = time.time() - float(started)
            print(f"self-test: window after {wall:.2f} s, processor {time.process_time():.2f} s")
        self._watchdog.start(LIMIT_MS)
        session = self._program.session
        session.refused.connect(self._on_refused)
        session.crashed.connect(self._on_crashed)
        self._program.crashes.crashed.connect(self._on_crashed)
        session.run.built.connect(self._on_built)
        session.run.phase_changed.connect(self._on_phase)
        self._program.open_preset("tutorial")

    @Slot()
    def _on_built(self) -> None:
        if self._program.session.run.phase is Phase.READY:
            self._program.session.run.step_epochs(EPOCHS)

    @Slot()
    def _on_phase(self) -> None:
        if self._program.session.run.phase is Phase.PAUSED:
            QTimer.singleShot(200, self._finish)

    @Slot()
    def _finish(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._program.window.grab().save(str(self._folder / "window.png"))
        self._program.session.exporter.exported.connect(self._on_exported)
        self._program.export("mlp", str(self._folder / "run.mlp"))

    @Slot(object)
    def _on_exported(self, said: str) -> None:
        run = self._program.session.run
        done = run.epoch == EPOCHS and (self._folder / "run.mlp").exists()
        self._end(0 if done else 1, f"self-test: {run.epoch} epochs, loss {run.history.train_loss[-1]:.4f}. {said}")

    @Slot()
    def _on_timeout(self) -> None:
        self._end(1, f"self-test: nothing more happened within {LIMIT_MS // 1000} s.")

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self._end(1, f"self-test: {error}")

    @Slot(str)
    def _on_crashed(self, details: str) -> None:
        self._end(1, f"self-test: {details}")

    def _end(self, code: int, sentence: str) -> None:
        self._watchdog.stop()
        self.code = code
        if sys.stdout is not None:
            print(sentence)
        self._program.quit()
