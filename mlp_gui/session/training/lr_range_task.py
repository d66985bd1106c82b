"""The learning-rate range test in the background: it trains a network of its own and never touches the run."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.lr_range_test import LRRangeResult, lr_range_test
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.run import Run


class LRRangeTask(QObject):
    """Tries learning rates on a network of its own, one test at a time.

    Signals
    -------
    range_found(LRRangeResult)
    refused(UserError), cancelled_by_user, crashed(str)
    """

    range_found = Signal(object)
    refused = Signal(object)
    crashed = Signal(str)
    cancelled_by_user = Signal()

    def __init__(self, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._slot = BackgroundTask(self, mark("Trying learning rates"))
        self._slot.succeeded.connect(self.range_found)
        self._slot.refused.connect(self.refused)
        self._slot.cancelled_by_user.connect(self.cancelled_by_user)
        self._slot.crashed.connect(self.crashed)

    def start(self) -> None:
        """Test with the run's present settings and data."""
        if self._run.dataset is None:
            self.refused.emit(
                UserError(tr("There is nothing to try yet."), hint=tr("Open a table and choose a target first."))
            )
            return
        self._slot.start(partial(_search, self._run.config, self._run.dataset))

    def cancel(self) -> None:
        """Withdraw the test."""
        self._slot.cancel()

    def close(self) -> None:
        """End the thread that may be at work."""
        self._slot.close()


def _search(
    config: RunConfig, dataset: Dataset, progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> LRRangeResult:
    return lr_range_test(config, dataset, progress=progress, cancelled=cancelled)
