"""The work of a class: which sheet the open table came with, how far its tasks are, and the files around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.export.common.atomic import cancellable
from mlp_gui.export.project.class_file import ClassPlan, is_class_file, save_class_file
from mlp_gui.export.project.class_sheet import ClassSheet, TaskState
from mlp_gui.export.project.hand_in import SECONDS, HandIn, check_hand_in
from mlp_gui.export.project.run_format import read_bytes
from mlp_gui.model import Scores
from mlp_gui.presets import propose_config
from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.training.run import Run

PAUSE = 0.3  # seconds between two looks at the tasks while it trains
Refused = tuple[str, UserError]
Checked = tuple[HandIn | Refused, ...]


class ClassDesk(QObject):
    """Owns the sheet of the class file that the open table came from, and writes and checks the files of a class.

    Attributes
    ----------
    sheet : ClassSheet or None
    is_class_file : bool
        Whether the sheet was handed out, or else is what somebody's work says it began with.
    states : tuple of TaskState
        Of the weights that are shown.

    Signals
    -------
    changed
        Another sheet holds, or none any more.
    states_changed
    written(str)
        A sentence that says what was saved.
    checked(Checked)
        For each file what was found, or its name and why it was refused; empty when the person cancelled it.
    refused(UserError), crashed(str)
    """

    changed = Signal()
    states_changed = Signal()
    written = Signal(object)
    checked = Signal(object)
    refused = Signal(object)
    crashed = Signal(str)

    def __init__(self, data: DataState, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data, self._run = data, run
        self.sheet: ClassSheet | None = None
        self.states: tuple[TaskState, ...] = ()
        self.is_class_file = False
        self._next: tuple[ClassSheet | None, bool] = (None, False)  # of the table that is opened next
        self._coming: tuple[ClassSheet | None, bool] = (None, False)  # of the table that is being read
        self._looked = 0.0
        self._writer = BackgroundTask(self, mark("Preparing the class file"), writes=True)
        self._checker = BackgroundTask(self, mark("Checking what was handed in"))
        self._writer.succeeded.connect(self.written)
        self._checker.succeeded.connect(self.checked)
        self._checker.cancelled_by_user.connect(self._on_given_up)
        for task in (self._writer, self._checker):
            task.refused.connect(self.refused)
            task.crashed.connect(self.crashed)
        data.loading_started.connect(self._on_loading)
        data.table_changed.connect(self._on_table)
        run.built.connect(self._on_built)
        run.progressed.connect(self._on_progressed)

    def expect(self, sheet: ClassSheet | None, is_class_file: bool) -> None:
        """Note which sheet the table has that is opened next.

        Parameters
        ----------
        sheet : ClassSheet or None
        is_class_file : bool
            Whether it comes from a class file itself.
        """
        self._next = (sheet, is_class_file)

    def with_locks(self, config: RunConfig) -> RunConfig:
        """Return a configuration with the locked settings as they have to be."""
        return config if self.sheet is None else self.sheet.with_locks(config)

    def prepare(self, path: str, plan: ClassPlan, proposed: bool) -> None:
        """Write a class file of the present work; `written` or `refused` follows.

        Parameters
        ----------
        path : str
        plan : ClassPlan
        proposed : bool
            Whether settings that are not locked begin as the program proposes, or else as they are now.
        """
        prepared = self._data.prepared
        if prepared is None:
            self.refused.emit(UserError(tr("There is nothing to save yet."), hint=tr("Open a table first.")))
            return
        self._writer.start(partial(_written, path, prepared, self._run.config, plan, proposed))

    def check(self, paths: Sequence[str]) -> None:
        """Check work that was handed in against the open class file, or each by itself; `checked` follows."""
        self._checker.start(partial(_checked, tuple(paths), self.sheet if self.is_class_file else None))

    def close(self) -> None:
        """End the threads that may be at work."""
        self._writer.close()
        self._checker.close()

    @Slot(object)
    def take_scores(self, scores: Scores) -> None:
        """Measure the tasks by the scores of the weights that are shown."""
        if self.sheet is None:
            return
        facts, before = self._run.facts, self.states
        self.states = self.sheet.states(scores, facts.n_parameters if facts is not None else 0, self._run.epoch)
        if str(self.states) != str(before):  # nan is no other than nan
            self.states_changed.emit()

    @Slot()
    def _on_given_up(self) -> None:
        self.checked.emit(())

    @Slot()
    def _on_loading(self) -> None:
        self._coming, self._next = self._next, (None, False)

    @Slot()
    def _on_table(self) -> None:
        before, (self.sheet, self.is_class_file), self._coming = self.sheet, self._coming, (None, False)
        lock = None if self.sheet is None else self.sheet.refusal
        self._run.config_lock = lock
        self._data.locked = self.sheet is not None and self.sheet.locks_data
        self.states = ()
        if self.sheet is not before:
            self.changed.emit()
        self.take_scores({})

    @Slot()
    def _on_built(self) -> None:
        self.take_scores({})

    @Slot()
    def _on_progressed(self) -> None:
        """Look at the tasks while it trains, where scores are cheap; at rest the scores of all rows come anyway."""
        if self.sheet is None or self._run.phase is not Phase.RUNNING or monotonic() - self._looked < PAUSE:
            return
        cache = self._run.prediction_cache
        if cache is not None and cache.has_live_scores:
            self._looked = monotonic()
            self.take_scores(cache.scores())


def _written(
    path: str,
    prepared: Prepared,
    config: RunConfig,
    plan: ClassPlan,
    proposed: bool,
    progress: object,
    cancelled: Callable[[], bool],
) -> str:
    if proposed:  # what the teacher has found out is no place to begin
        mine = ClassSheet(plan.title, (), plan.locked, (), config, prepared.spec)
        config = mine.with_locks(propose_config(prepared.dataset))
    with cancellable(cancelled):
        return save_class_file(path, prepared, config, plan)


def _checked(
    paths: tuple[str, ...],
    sheet: ClassSheet | None,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> Checked:
    found: list[HandIn | Refused] = []
    for i, path in enumerate(paths):
        name = Path(path).name
        try:
            data = read_bytes(path)
            if is_class_file(data):
                raise UserError(tr("{file} is a class file, with nobody's work in it.", file=name))
            share = partial(_report, progress, i, len(paths))
            found.append(check_hand_in(data, name, sheet, SECONDS, share, cancelled))
        except UserError as error:
            found.append((name, error))
    return tuple(found)


def _report(progress: Callable[[float], None], i: int, count: int, share: float) -> None:
    progress((i + share) / count)
