"""A study in the background: networks of their own in other processes, which never touch the run in the window."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.run import Run
from mlp_gui.studies.executors import opening, run_jobs
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.studies.study import JobResult, Study

MOST_WORKERS = 8


class StudyTask(QObject):
    """Trains the networks of a plan with the run's present settings and data, one study at a time.

    Attributes
    ----------
    study : Study or None
        The one that was started last.
    results : list of JobResult
        Those of its networks that are finished.

    Signals
    -------
    network_finished
        There is one more result.
    ended
        All networks are finished, or the person wanted no more of them.
    refused(UserError), crashed(str)
    """

    network_finished = Signal()
    ended = Signal()
    refused = Signal(object)
    crashed = Signal(str)
    _arrived = Signal(object, object)

    def __init__(self, data: DataState, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data, self._run = data, run
        self.study: Study | None = None
        self.results: list[JobResult] = []
        self._dataset: Dataset | None = None
        self._slot = BackgroundTask(self, mark("Training many networks"))
        self._slot.succeeded.connect(self.ended)
        self._slot.cancelled.connect(self.ended)
        self._slot.refused.connect(self.refused)
        self._slot.crashed.connect(self.crashed)
        self._arrived.connect(self._on_arrived)  # emitted in the task's thread, so Qt queues the call

    @property
    def busy(self) -> bool:
        """Whether networks are being trained."""
        return self._slot.busy

    def start(self, plan: StudyPlan) -> None:
        """Train the networks of a plan; what an earlier study found is forgotten."""
        prepared, dataset = self._data.prepared, self._run.dataset
        if prepared is None or dataset is None:
            said = UserError(
                tr("There is nothing to train on yet."), hint=tr("Open a table and choose a target first.")
            )
            self.refused.emit(said)
            return
        self._dataset, self.results = dataset, []
        self.study = Study(prepared.table, prepared.spec, self._run.config, plan)
        self._slot.start(partial(_train, self.study, self._arrived.emit))

    def cancel(self) -> None:
        """Withdraw the study; what is finished is kept."""
        self._slot.cancel()

    def close(self) -> None:
        """End the thread and the processes that may be at work."""
        self._slot.close()

    def can_open(self, result: JobResult) -> bool:
        """Return whether a network can stand in the window: it has learned from the rows that the run has."""
        return result.state is not None and self._run.dataset is self._dataset

    def open(self, result: JobResult) -> None:
        """Put a network into the window as a run; the run that was there stays in the list of runs."""
        if self.study is not None and self.can_open(result):
            self._run.set_dataset(self._run.dataset, self.study.config_of(result.job), result.state)

    @Slot(object, object)
    def _on_arrived(self, study: Study, result: JobResult) -> None:
        if study is self.study:
            self.results = sorted([*self.results, result], key=lambda one: (one.job.division, one.job.seed))
            self.network_finished.emit()


def _train(
    study: Study,
    tell: Callable[[Study, JobResult], None],
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> None:
    study.check()
    total = study.plan.n_jobs
    # One processor is left to the window.
    workers = max(1, min((os.cpu_count() or 2) - 1, MOST_WORKERS, total))
    keeps_states = not study.plan.folds
    results = run_jobs(study.plan.jobs(), opening(study, workers, cancelled, keeps_states), cancelled)
    for done, result in enumerate(results, 1):
        tell(study, result)
        progress(done / total)
