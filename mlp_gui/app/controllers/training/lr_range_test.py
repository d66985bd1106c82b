"""The learning-rate range test: asked for in the Train menu, answered with a curve and a rate to take."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.translation import tr
from mlp_gui.engine.training.lr_range_test import LRRangeResult
from mlp_gui.session.session import Session
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.training.lr_range_dialog import LRRangeDialog


class LRRangeTestController(QObject):
    """The suggestion becomes the run's learning rate only when the person takes it."""

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._run, self._task, self._window = session.run, session.lr_range_test, window
        self._task.range_found.connect(self._on_found)
        self._task.cancelled_by_user.connect(self._on_given_up)
        window.actions_["find_rate"].triggered.connect(self._on_asked)

    @Slot()
    def _on_asked(self) -> None:
        self._window.status.show_sentence(tr("Trying learning rates on a network of its own."))
        self._task.start()

    @Slot()
    def _on_given_up(self) -> None:
        self._window.status.show_sentence(self._run.status_text)

    @Slot(object)
    def _on_found(self, finding: LRRangeResult) -> None:
        self._window.status.show_sentence(finding.sentence, "good" if finding.suggestion else "warning")
        dialog = LRRangeDialog(finding, self._window)
        dialog.rate_chosen.connect(self._on_chosen)
        dialog.open()

    @Slot(float)
    def _on_chosen(self, rate: float) -> None:
        config = self._run.config
        self._run.set_config(config.replace(training=config.training.replace(learning_rate=rate)))
