"""Exports and scores are made in the background: a large table takes a while, and the window goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.export import registry as _registry  # noqa: F401 (registers the formats)
from mlp_gui.export.common.atomic import cancellable
from mlp_gui.export.common.base import export as write
from mlp_gui.model import Scores
from mlp_gui.session.project.export_snapshot import ExportSnapshot
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.prediction_cache import PredictionCache
from mlp_gui.session.training.shared_scores import SharedScores


class Exporter(QObject):
    """Writes one file at a time, in the background.

    Signals
    -------
    started(str)
        What is being written.
    exported(str)
        A sentence that says what was saved and how it was verified.
    refused(UserError), crashed(str)
    """

    started = Signal(str)  # what is being written
    exported = Signal(object)  # the sentence that says what was saved and how it was proved
    refused = Signal(object)
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slot = BackgroundTask(self, mark("Writing the file"), writes=True)
        self._slot.succeeded.connect(self.exported)
        self._slot.cancelled_by_user.connect(self._on_given_up)
        self._slot.refused.connect(self.refused)
        self._slot.crashed.connect(self.crashed)

    def export(self, still: ExportSnapshot, name: str, path: str) -> None:
        """Write a file; `exported`, `refused` or `crashed` follows.

        Parameters
        ----------
        still : ExportSnapshot
        name : str
            Of the format.
        path : str
        """
        if self._slot.busy:
            self.refused.emit(
                UserError(tr("Another file is still being written."), hint=tr("Try again when it is done."))
            )
            return
        self.started.emit(path)
        self._slot.start(partial(_export, still, name, path))

    def close(self) -> None:
        """End the thread that may be at work."""
        self._slot.close()

    @Slot()
    def _on_given_up(self) -> None:
        self.exported.emit(tr("Nothing was written."))


def _export(still: ExportSnapshot, name: str, path: str, progress: object, cancelled: Callable[[], bool]) -> str:
    with cancellable(cancelled):
        return write(still.export_input(), name, path)


class Scorer(QObject):
    """Scores all rows: at once when that is cheap, else in the background; a newer request replaces an older one.

    Signals
    -------
    scored(dict)
        Subset -> metric -> number.
    crashed(str)
    """

    scored = Signal(object)  # subset -> metric -> number
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slot = BackgroundTask(self, mark("Scoring all rows"))
        self._slot.succeeded.connect(self.scored)
        self._slot.crashed.connect(self.crashed)

    @Slot(object)
    def request(self, lens: PredictionCache) -> None:
        """Compute the scores of the weights that are displayed; `scored` follows."""
        if lens.is_cheap:
            self._slot.cancel()
            self.scored.emit(lens.scores())
        else:
            # Shared: an export that begins meanwhile waits for these scores instead of computing them again.
            self._slot.start(partial(_score, lens.shared_scores()))

    def close(self) -> None:
        """End the thread that may be at work."""
        self._slot.close()


def _score(scores: SharedScores, progress: object, cancelled: object) -> Scores:
    return scores()
