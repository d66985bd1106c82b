"""Weights from a file of any origin become the run's first weights: to look at, or to train on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTimer, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.dataset import Floats
from mlp_gui.core.translation import tr_n
from mlp_gui.export.weights.importing import READERS, read_weights
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.widgets.dialogs import ask_import


class WeightImportController(QObject):
    """Only before the first step: the epochs of a run belong to the weights that it began with."""

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window, self._services = session, window, services
        self._theta: Floats = np.zeros(0)
        self._said = ""  # what the status line says when the weights are in place
        self._session.run.progressed.connect(self._on_progressed)
        self._window.actions_["import_weights"].triggered.connect(self._on_asked)

    @Slot()
    def _on_asked(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in READERS)
        ask_import(self._window, self._services.start_folder(), kinds, self._read)

    def _read(self, path: str) -> None:
        self._services.attempt(lambda: self._take(path))

    def _take(self, path: str) -> None:
        run = self._session.run
        if run.phase is Phase.READY and run.prediction_cache is not None:
            theta = read_weights(path, run.prediction_cache.trained)
            self._said = tr_n(
                "The run begins with the {n:,} weight of {name}.",
                "The run begins with the {n:,} weights of {name}.",
                len(theta),
                name=Path(path).name,
            )
            self._theta = theta
            self._session.inspector.set_weights(tuple(theta.tolist()))

    @Slot()
    def _on_progressed(self) -> None:
        """Say so when the run stands with the new weights, and not before."""
        # The network may keep its weights in 32 bits, in which the file's numbers are compared with them.
        last = self._session.run.weights.last
        if self._said and last is not None and np.array_equal(last.theta, self._theta.astype(last.theta.dtype)):
            # In a turn of its own, after the run's own sentence.
            QTimer.singleShot(0, self, self._say)

    def _say(self) -> None:
        said, self._said = self._said, ""
        if said:
            self._window.status.show_sentence(said, "good")
