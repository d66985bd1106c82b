"""The session: owns all state of the program, and makes a run of a dataset that was prepared."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.resources import is_bundled
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.reread import pasted_table
from mlp_gui.engine.network.thread_limits import one_thread_beside_runs
from mlp_gui.export.common.targets import protect_files
from mlp_gui.export.project.class_file import ClassFile
from mlp_gui.export.project.project import Project
from mlp_gui.export.project.table_reference import embedded_table, rows_digest
from mlp_gui.presets import Preset, suggested_spec
from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.data.import_preview import ImportPreview
from mlp_gui.session.data.remembered_dialects import RememberedDialects
from mlp_gui.session.data.spec_adaptation import is_read_again, opened_spec, read_again_spec
from mlp_gui.session.elsewhere.interpreter_search import InterpreterSearch
from mlp_gui.session.elsewhere.library_training import LibraryTraining
from mlp_gui.session.evaluation.evaluation import Evaluation
from mlp_gui.session.evaluation.judge import Judge
from mlp_gui.session.evaluation.prediction import Predictor
from mlp_gui.session.inspector.cross_checker import CrossChecker
from mlp_gui.session.inspector.gradient_check import GradientChecker
from mlp_gui.session.inspector.inspector import Inspector
from mlp_gui.session.inspector.loss_landscape import LandscapeComputation
from mlp_gui.session.lessons.player import LessonPlayer
from mlp_gui.session.project.autosave import AutosaveFile
from mlp_gui.session.project.class_desk import ClassDesk
from mlp_gui.session.project.export_snapshot import export_snapshot
from mlp_gui.session.project.exporter import Exporter, Scorer
from mlp_gui.session.project.project import ProjectFile
from mlp_gui.session.runs.run_list import RunList
from mlp_gui.session.runs.run_pasts import RunPasts, line_past
from mlp_gui.session.runs.study_desk import StudyDesk
from mlp_gui.session.settings.preferences import Preferences
from mlp_gui.session.tasks.pending_calls import withdraw_calls
from mlp_gui.session.timeline.event_log import EventLog
from mlp_gui.session.timeline.time_machine import TimeMachine
from mlp_gui.session.training.lr_range_task import LRRangeTask
from mlp_gui.session.training.phase import RunCommand
from mlp_gui.session.training.proposed_settings import ProposedSettings
from mlp_gui.session.training.run import Run
from mlp_gui.session.training.study_task import STUDY_TITLES, StudyTask
from mlp_gui.session.training.undo_stack import UndoStack


class Session(QObject):
    """Everything the window shows belongs to one of the owners below. It needs no window.

    Attributes
    ----------
    preferences : Preferences
        What is remembered between starts.
    remembered_dialects : RememberedDialects
    data : DataState
    import_preview : ImportPreview
    run : Run
    undo_stack : UndoStack
        Edits of columns and settings.
    timeline : TimeMachine
        Moves the run along its recorded line.
    event_log : EventLog
    runs : RunList
    evaluation : Evaluation
        What plots show of the run.
    scorer : Scorer
    judge : Judge
        Compares the network with reference models.
    predictor : Predictor
    lr_range_test : LRRangeTask
    study, search : StudyTask
    study_desk : StudyDesk
    inspector : Inspector
    gradient_checker : GradientChecker
    cross_checker : CrossChecker
    interpreters : InterpreterSearch
    library_training : LibraryTraining
    loss_landscape : LandscapeComputation
    lessons : LessonPlayer
    class_desk : ClassDesk
    project : ProjectFile
    exporter : Exporter

    Signals
    -------
    refused(UserError)
        Any of the owners refused what a person asked for, and shows the reason nowhere else.
    crashed(str)
        An unexpected error in any of them, as a traceback.
    """

    refused = Signal(object)
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        one_thread_beside_runs()
        # In the order of need: an owner is handed those that stand above it.
        self.preferences = Preferences()
        self.remembered_dialects = RememberedDialects(self.preferences)
        self.data = DataState(self)
        self.import_preview = ImportPreview(self)
        self.run = run = Run(self)
        self.undo_stack = UndoStack(self.data, run, self)
        self.timeline = TimeMachine(run)
        self.event_log = EventLog(run)
        self.evaluation = Evaluation(self.data, run, self)
        self.runs = RunList(run, self.timeline, RunPasts(run, self.timeline, self.event_log, self.evaluation))
        self.scorer, self.judge = Scorer(self), Judge(self.data, run, self)
        self.predictor = Predictor(self.data, run, self)
        self.lr_range_test = LRRangeTask(run, self)
        self.study, self.search = (StudyTask(self.data, run, title, self) for title in STUDY_TITLES)
        self.study_desk = StudyDesk(self.data, run, self.runs, (self.study, self.search), self)
        self.inspector = Inspector(run, self.timeline)
        self.gradient_checker, self.cross_checker = GradientChecker(self), CrossChecker(self)
        self.interpreters, self.library_training = InterpreterSearch(self), LibraryTraining(self)
        self.loss_landscape = LandscapeComputation(run, self.timeline, self)
        self.lessons = LessonPlayer(self.data, run, self.timeline, self.inspector, self.open_preset, self)
        self.class_desk = ClassDesk(self.data, run, self)
        self.project = ProjectFile(self.data, run, self.runs, AutosaveFile(), self.class_desk, self)
        self.exporter = Exporter(self)
        helpers = (self.import_preview, self.scorer, self.judge, self.predictor, self.lr_range_test, self.study)
        more = (self.search, self.cross_checker, self.interpreters, self.library_training, self.runs.comparer)
        self._helpers = (*helpers, *more, self.loss_landscape, self.exporter, self.class_desk)
        self._preset: Preset | None = None
        self._project: tuple[Project, str] | None = None
        self._proposed = ProposedSettings()
        self._table: Table | None = None  # the one that the run is of
        self._join()

    def _tables_in_use(self) -> tuple[Path | None, ...]:
        answers = self.predictor.result
        return tuple(table.path for table in (self.data.table, answers.table if answers else None) if table)

    def _join(self) -> None:
        """Connect what one owner says to what another one does."""
        protect_files(self._tables_in_use)
        asked = (self.data, self.run, self.timeline, self.predictor, self.lr_range_test, self.project, self.exporter)
        for owner in (*asked, self.study_desk, self.class_desk):
            owner.refused.connect(self.refused)
        for worker in (self.data, self.run, self.project, *self._helpers):
            worker.crashed.connect(self.crashed)
        self.data.table_changed.connect(self._on_table)
        self.data.project_found.connect(self.project.open)
        self.data.prepared_changed.connect(self._on_prepared)
        self.run.changing.connect(self.event_log.note_changes)
        self.run.built.connect(self.lr_range_test.cancel)
        self.run.built.connect(self.predictor.clear)
        self.scorer.scored.connect(self.runs.add_scores)
        self.scorer.scored.connect(self.judge.judge_displayed)
        self.scorer.scored.connect(self.class_desk.take_scores)
        self.runs.changed.connect(self._mark_fork)
        self.runs.changed.connect(self.project.changed)  # they belong to it
        self.run.phase_changed.connect(self._mark_fork)
        self.project.reader.loaded.connect(self.restore_project)
        self.project.reader.class_file_loaded.connect(self.open_class_file)

    def open(self, source: str) -> None:
        """Open a file or `sample:NAME`; the settings that suit it are proposed.

        The file that is open already may have grown: what was chosen for its columns and the settings are kept.
        """
        self._preset = self._project = None
        spec_for = partial(opened_spec, self.data.spec, self.data.table, source, suggested_spec)
        self.data.open(source, spec_for, remembered=self.remembered_dialects.find(source))

    def paste(self, cells: str) -> None:
        """Open cells that were copied; the project that is saved holds them."""
        self._preset = self._project = None
        name = tr("Pasted table")
        self.data.open(name, partial(suggested_spec, name), read=partial(pasted_table, cells, name))

    def read_again(self, path: str, dialect: Dialect) -> None:
        """Open a file in the dialect that a person chose; what was chosen for its columns is kept as far as it fits.

        Parameters
        ----------
        path : str
        dialect : Dialect
        """
        self._preset = self._project = None
        self.data.open(path, partial(read_again_spec, self.data.spec, self.data.table, path), dialect)

    @Slot(object)
    def answer_remark(self, spec: DataSpec) -> None:
        """Take a way out of a remark, which gives this spec: a new run begins, and the list keeps the one before."""
        if self.run.why_not(RunCommand.OPEN) is not None:
            return
        if self.data.spec is not None and not spec.gives_same_data(self.data.spec):
            self.runs.carry_over()
        self.data.set_spec(spec)

    def open_preset(self, preset: Preset) -> None:
        """Open a preset's data with its columns and settings."""
        self._preset, self._project = preset, None
        self.data.open(preset.source, preset.spec_for)

    @Slot(object)
    def open_class_file(self, found: ClassFile) -> None:
        """Open a class file: its table as it was read, its columns, and the settings to begin with."""
        sheet, self._project = found.sheet, None
        self._preset = Preset("", sheet.title, "", sheet.source, lambda table: sheet.spec, sheet.config)
        self._open_again(found, sheet.spec)

    @Slot(object, str)
    def restore_project(self, project: Project, path: str) -> None:
        """Open a project: its table as it was read, its columns, its settings, its run where it stood.

        Parameters
        ----------
        project : Project
        path : str
        """
        self._preset, self._project = None, (project, path)
        self._open_again(project, project.run.model.spec)

    def _open_again(self, found: Project | ClassFile, spec: DataSpec) -> None:
        reference, original = found.reference, found.original
        inside = None if original is None else partial(embedded_table, reference, original)
        self.class_desk.expect(found.sheet, isinstance(found, ClassFile))
        self.data.open(reference.source, lambda table: spec, reference.read_dialect(), reference.name, read=inside)

    def export(self, name: str, path: str) -> None:
        """Write the displayed weights, the history or the predictions in the background.

        Parameters
        ----------
        name : str
            Of the format.
        path : str
        """
        try:
            self.exporter.export(export_snapshot(self.data, self.run, with_average=True), name, path)
        except UserError as error:
            self.refused.emit(error)

    def close(self) -> None:
        """End all threads, and leave a copy of unsaved work to the next start; safe to call twice."""
        for owner in (self.project, *self._helpers, self.data, self.run):
            owner.close()
        withdraw_calls(self)
        self.project.leave()
        self.preferences.flush()

    @Slot()
    def _mark_fork(self) -> None:
        self.event_log.set_fork(*self.runs.fork())

    @Slot()
    def _on_table(self) -> None:
        table = self.data.table
        if table is not None and table.path is not None and not is_bundled(table.path):
            self.preferences.remember(str(table.path))
        was, self._table = self._table, table
        if self._preset is None and self._project is None and is_read_again(was, table):
            self.runs.carry_over()
        else:
            self._proposed.begin_anew()
        self.run.set_dataset(None)

    @Slot()
    def _on_prepared(self) -> None:
        prepared = self.data.prepared
        if prepared is None:
            self.run.set_dataset(None)
            return
        dataset = prepared.dataset
        if self._project is not None:
            self._go_on(*self._project, dataset)
            return
        preset = None if self._preset is None else self._preset.config
        config = self._proposed.config_for(dataset, self.run.config, preset)
        self.run.set_dataset(dataset, self.class_desk.with_locks(config))

    def _go_on(self, project: Project, path: str, dataset: Dataset) -> None:
        """Go on with the run from its state, if its rows are still the same numbers."""
        self._project = None
        config, state = project.run.model.config, project.state
        if rows_digest(dataset) != project.reference.rows_sha256:
            state = None
            title = tr("{file} was opened without its training.", file=Path(path).name)
            why = tr("Its table gives other numbers than when it was saved, so the run cannot go on from there.")
            hint = tr("Train afresh, or open it again with the table as it was. The project's file has not changed.")
            self.refused.emit(UserError(title, why, hint))
            path = ""  # else the next save would replace the training that only that file holds
        self._proposed.set_aside(dataset)
        past = None if state is None else line_past(project.runs.runs, project.runs.current)
        self.run.set_dataset(dataset, config, state, past)
        self.project.mark_opened(path, project if state is not None else None)
