"""The self-test: the real window loads the sample, trains, exports and is photographed; the exit code says how it went.

CI runs it under Xvfb; a packaged build runs it once before it is handed out.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mlp_gui.app.crash_handler import CrashHandler
from mlp_gui.presets import preset
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.shell.main_window import MainWindow

EPOCHS = 60
LIMIT_MS = 60_000


class SmokeRun(QObject):
    """Walks through open, train, export, photograph; any refusal or crash on the way is the result.

    Attributes
    ----------
    code : int
        Exit code: 0 when all went well.

    Signals
    -------
    finished
        The program may end.
    """

    finished = Signal()

    def __init__(self, session: Session, window: MainWindow, crashes: CrashHandler, folder: str) -> None:
        """Prepare the walk.

        Parameters
        ----------
        session : Session
        window : MainWindow
            What is photographed.
        crashes : CrashHandler
        folder : str
            Where the picture and the export go.
        """
        super().__init__()
        self.code = 1
        self._session, self._window, self._crashes, self._folder = session, window, crashes, Path(folder)
        self._watchdog = QTimer(self)
        self._watchdog.setSingleShot(True)
        self._watchdog.timeout.connect(self._on_timeout)

    @Slot()
    def start(self) -> None:
        """Begin the walk."""
        started = os.environ.get("MLP_GUI_STARTED")  # seconds since 1970, from whoever measures the start
        if started and sys.stdout is not None:
            wall = time.time() - float(started)
            print(f"self-test: window after {wall:.2f} s, processor {time.process_time():.2f} s")
        self._watchdog.start(LIMIT_MS)
        session = self._session
        session.refused.connect(self._on_refused)
        session.crashed.connect(self._on_crashed)
        self._crashes.crashed.connect(self._on_crashed)
        session.run.built.connect(self._on_built)
        session.run.phase_changed.connect(self._on_phase)
        session.open_preset(preset("tutorial"))

    @Slot()
    def _on_built(self) -> None:
        if self._session.run.phase is Phase.READY:
            self._session.run.step_epochs(EPOCHS)

    @Slot()
    def _on_phase(self) -> None:
        if self._session.run.phase is Phase.PAUSED:
            QTimer.singleShot(200, self, self._finish)  # until the last frame is painted

    @Slot()
    def _finish(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._window.grab().save(str(self._folder / "window.png"))
        self._session.exporter.exported.connect(self._on_exported)
        self._session.export("mlp", str(self._folder / "run.mlp"))

    @Slot(object)
    def _on_exported(self, said: str) -> None:
        run = self._session.run
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
        self.finished.emit()
