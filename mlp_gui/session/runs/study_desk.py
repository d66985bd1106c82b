"""What a study does to the run in the window: opens its table again, or trains the network that its folds were for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.runs.run_list import RunList
from mlp_gui.session.training.phase import RunCommand
from mlp_gui.session.training.run import Run
from mlp_gui.session.training.study_task import StudyTask
from mlp_gui.studies.final_run import final_config, final_spec
from mlp_gui.studies.journal import Journal, StudyHeader, read_header
from mlp_gui.studies.study import Study


class StudyDesk(QObject):
    """Changes the data and the run, and waits until a run stands there.

    Signals
    -------
    restored(bool)
        A study was taken up from its file; True for a search.
    refused(UserError)
    """

    restored = Signal(bool)
    refused = Signal(object)

    def __init__(
        self, data: DataState, run: Run, runs: RunList, tasks: tuple[StudyTask, StudyTask], parent: QObject | None
    ) -> None:
        """Make one.

        Parameters
        ----------
        data : DataState
        run : Run
        runs : RunList
        tasks : tuple of StudyTask
            Of many networks, and of a search.
        parent : QObject, optional
        """
        super().__init__(parent)
        self._data, self._run, self._runs, self._tasks = data, run, runs, tasks
        self._then: Callable[[], None] | None = None  # when a run stands there
        run.built.connect(self._on_built)
        data.refused.connect(self._on_refused)

    def train_final(self) -> None:
        """Train one network on all rows, for as many epochs as the folds have found."""
        task = self._tasks[0]
        if task.study is None or not task.has_folds or self._data.spec is None:
            return
        reason = self._run.why_not(RunCommand.OPEN)
        if reason is not None:
            self.refused.emit(UserError(reason))
            return
        config, spec = final_config(task.study, task.results), final_spec(task.study.spec)
        if self._run.dataset is not None and spec.gives_same_data(self._data.spec):
            self._begin(config)
            return
        self._then = lambda: self._begin(config)
        self._runs.carry_over()
        self._data.set_spec(spec)

    def _begin(self, config: RunConfig) -> None:
        self._then = self._run.train
        self._run.set_dataset(self._run.dataset, config)

    def open(self, path: str) -> None:
        """Open the file of a study: its table as it was read, its settings, and the networks that are finished.

        Parameters
        ----------
        path : str
        """
        try:
            header = read_header(path)
            if not header.source:
                raise UserError(
                    tr("{name} does not say where its table is.", name=Path(path).name),
                    hint=tr("Start the study again with mlp-gui study and the same file: it goes on."),
                )
        except UserError as error:
            self.refused.emit(error)
            return
        self._then = lambda: self._restore(header, path)
        self._data.open(header.source, lambda table: header.spec, header.dialect)

    def _restore(self, header: StudyHeader, path: str) -> None:
        assert self._data.prepared is not None
        self._run.set_dataset(self._run.dataset, header.config)
        study = Study(self._data.prepared.table, header.spec, header.config, header.plan)
        task = self._tasks[header.plan.search.is_wanted]
        try:
            journal = Journal(path, study)
            journal.close()
            task.restore(study, path, journal.kept)
        except UserError as error:
            self.refused.emit(error)
            return
        self.restored.emit(header.plan.search.is_wanted)

    @Slot()
    def _on_built(self) -> None:
        data, run = self._data, self._run
        if self._then is None or data.loading or data.preparing or data.prepared is None or run.facts is None:
            return  # a run on the table before may come late
        if run.dataset is data.prepared.dataset:
            then, self._then = self._then, None
            then()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._then = None
