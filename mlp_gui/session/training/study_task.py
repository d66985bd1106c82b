"""A study in the background: networks of their own in other processes, which never touch the run in the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.run import Run
from mlp_gui.session.training.study_keeper import StudyKeeper
from mlp_gui.session.training.study_work import (
    StudyTellers,
    StudyWork,
    save_average,
    save_out_of_fold,
    save_study,
)
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.studies.study import JobResult, Study
from mlp_gui.studies.summary import StudySummary, summarize

STUDY_TITLES = (mark("Training many networks"), mark("Searching good settings"))  # what a person is told is going on


class StudyTask(QObject):
    """Trains the networks of a plan with the run's present settings and data, one study at a time.

    Attributes
    ----------
    study : Study or None
        The one that was started last.
    results : list of JobResult
        Those of its networks that are finished.
    keeper : StudyKeeper
        Their file.
    cluster : str
        Address of a Dask scheduler, or its scheduler file; "" for processes of this computer.

    Signals
    -------
    started
    network_finished
        There is one more result.
    ended
        All networks are finished, or the person wanted no more of them.
    saved(str)
        A sentence about the file.
    cluster_changed(str, str)
        "off", "waiting", "on" or "lost", and a sentence.
    not_kept(UserError)
        Results are no longer written to the file; the study goes on.
    refused(UserError), crashed(str)
    """

    started = Signal()
    network_finished = Signal()
    ended = Signal()
    saved = Signal(str)
    cluster_changed = Signal(str, str)
    not_kept = Signal(object)
    refused = Signal(object)
    crashed = Signal(str)
    _arrived = Signal(object, object)

    def __init__(self, data: DataState, run: Run, title: str, parent: QObject | None = None) -> None:
        """Make one that waits.

        Parameters
        ----------
        data : DataState
        run : Run
        title : str
            One of `STUDY_TITLES`.
        parent : QObject, optional
        """
        super().__init__(parent)
        self._data, self._run = data, run
        self._is_whole = self._trains_when_built = False
        run.built.connect(self._on_built)
        self.study: Study | None = None
        self.results: list[JobResult] = []
        self._summarized: tuple[Study, list[JobResult], list[StudySummary]] | None = None  # and of what
        self._dataset: Dataset | None = None
        self._slot = BackgroundTask(self, title)
        self.keeper, self.cluster = StudyKeeper(), ""
        self._saver = BackgroundTask(self, mark("Saving what the study has found"), writes=True)
        self._saver.succeeded.connect(self._on_saved)
        self._saver.refused.connect(self.refused)
        self._saver.crashed.connect(self.crashed)
        self._slot.succeeded.connect(self._on_whole)
        self._slot.cancelled.connect(self.ended)
        self._slot.refused.connect(self.refused)
        self._slot.crashed.connect(self.crashed)
        self._arrived.connect(self._on_arrived)  # emitted in the task's thread, so Qt queues the call

    @property
    def busy(self) -> bool:
        """Whether networks are being trained."""
        return self._slot.busy

    @property
    def summaries(self) -> list[StudySummary]:
        """What is known of the networks that are finished; each of them is added once, whoever asks."""
        study, results = self.study, self.results
        if study is None or not results:
            return []
        if self._summarized is None or self._summarized[0] is not study or self._summarized[1] is not results:
            self._summarized = study, results, summarize(study, results)
        return self._summarized[2]

    def can_go_on(self, plan: StudyPlan, config: RunConfig | None = None) -> bool:
        """Return whether the last study was of this plan, these settings and these rows, and is not whole.

        Parameters
        ----------
        plan : StudyPlan
        config : RunConfig, optional
            Instead of the run's own settings.
        """
        study, config = self.study, config or self._run.config
        if study is None or self._is_whole or not self.results or self._run.dataset is not self._dataset:
            return False
        return study.plan == plan and study.config == config

    def start(self, plan: StudyPlan, config: RunConfig | None = None) -> None:
        """Train the networks of a plan; one that was stopped goes on, what another study found is forgotten.

        Parameters
        ----------
        plan : StudyPlan
        config : RunConfig, optional
            Instead of the run's own settings.
        """
        prepared, dataset = self._data.prepared, self._run.dataset
        if prepared is None or dataset is None:
            said = UserError(
                tr("There is nothing to train on yet."), hint=tr("Open a table and choose a target first.")
            )
            self.refused.emit(said)
            return
        if not self.can_go_on(plan, config):
            self._dataset, self.results = dataset, []
            self.keeper.forget()
            self.study = Study(prepared.table, prepared.spec, config or self._run.config, plan)
        assert self.study is not None
        self._is_whole = False
        tellers = StudyTellers(self._arrived.emit, self.cluster_changed.emit, self.not_kept.emit)
        self._slot.start(StudyWork(self.study, tuple(self.results), self.cluster, self.keeper, tellers))
        self.started.emit()

    def restore(self, study: Study, path: str, results: list[JobResult]) -> None:
        """Take up a study from its file, in place of the last one.

        Parameters
        ----------
        study : Study
            Of the table that the run in the window has.
        path : str
        results : list of JobResult
            What the file holds.
        """
        self.cancel()
        self.keeper.forget()
        self.keeper.keep_in(path, study, ())
        self.study, self._dataset = study, self._run.dataset
        self.results = results if study.plan.search.is_wanted else sorted(results, key=lambda r: study.places[r.job])
        self._is_whole = not study.plan.search.is_wanted and len(results) == study.plan.n_jobs
        self.ended.emit()

    def cancel(self) -> None:
        """Withdraw the study; what is finished is kept."""
        self._slot.cancel()

    def close(self) -> None:
        """End the thread and the processes that may be at work."""
        self._slot.close()
        self._saver.close()
        self.keeper.forget()

    @property
    def has_average(self) -> bool:
        """Whether all networks are finished, and are two or more of the same rows and settings."""
        plan = self.study.plan if self.study is not None else None
        return (
            plan is not None
            and not self.busy
            and not plan.folds
            and not plan.search.is_wanted
            and not plan.race
            and not plan.rows
            and len(self.results) > 1
        )

    @property
    def has_folds(self) -> bool:
        """Whether the networks predict every row out of its fold, and all are finished."""
        plan = self.study.plan if self.study is not None else None
        return plan is not None and bool(plan.folds) and self._is_whole and not (plan.search.is_wanted or plan.race)

    def save(self, path: str) -> None:
        """Keep the study in a file of its own from now on."""
        if self.study is not None:
            self._saver.start(partial(save_study, self.keeper, self.study, list(self.results), path))

    def save_out_of_fold(self, path: str) -> None:
        """Save the table with what each row was given by networks that never saw it."""
        if self.study is not None and self.has_folds:
            self._saver.start(partial(save_out_of_fold, self.study, list(self.results), path))

    def save_average(self, path: str) -> None:
        """Save the average of the networks that are finished as one file, to predict with and to export."""
        study, results = self.study, list(self.results)
        if study is not None and self.has_average:
            self._saver.start(partial(save_average, study, results, path))

    def can_open(self, result: JobResult) -> bool:
        """Return whether a network can stand in the window: it has learned from the rows that the run has."""
        same = result.job.fold < 0 and not result.job.rows and bool(result.scores)
        return same and self._run.dataset is self._dataset

    def open(self, result: JobResult) -> None:
        """Put a network into the window as a run; the run that was there stays in the list of runs.

        One that comes from a file has its weights only: it is trained again, to the same bits.
        """
        if self.study is not None and self.can_open(result):
            self._run.set_dataset(self._run.dataset, self.study.config_of(result.job), result.state)
            self._trains_when_built = result.state is None

    @Slot()
    def _on_built(self) -> None:
        if self._trains_when_built:
            self._trains_when_built = False
            self._run.train()

    @Slot()
    def _on_whole(self) -> None:
        self._is_whole = True
        self.ended.emit()

    @Slot(object)
    def _on_saved(self, sentence: str) -> None:
        self.saved.emit(sentence)

    @Slot(object, object)
    def _on_arrived(self, study: Study, result: JobResult) -> None:
        # A study that was stopped and goes on trains what is still on its way here again.
        if study is self.study and result.job not in [one.job for one in self.results]:
            self.results = [*self.results, result]
            if not study.plan.search.is_wanted:
                self.results.sort(key=lambda one: study.places[one.job])
            self.network_finished.emit()
