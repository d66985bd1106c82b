"""The project keeper: saves the whole work to one file, opens it again, and keeps a side copy for a bad day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.byte_source import file_stamp
from mlp_gui.engine.training.state import State
from mlp_gui.export.common.atomic import cancellable
from mlp_gui.export.project.project import Project, read_project, save_project
from mlp_gui.export.project.run_format import read_bytes
from mlp_gui.export.project.run_list import NO_RUNS, RunRecord, RunRecords
from mlp_gui.export.project.table_reference import locate
from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.project.autosave import AutosaveFile
from mlp_gui.session.project.export_snapshot import ExportSnapshot, export_snapshot
from mlp_gui.session.tasks.background_task import BackgroundTask, Work
from mlp_gui.session.training.run import Run

AUTOSAVE_MS = 60_000
Extras = tuple[dict[str, str], RunRecords]


class ProjectFile(QObject):
    """Owns the project's path and whether anything is unsaved. Training goes on while it saves."""

    saved = Signal(str)  # a sentence that says what was saved and how it was proved
    loaded = Signal(object, str)  # Project, path
    restored = Signal(object)  # Project: its table is here, its run is being built
    data_missing = Signal(object, str, object)  # Project, path, UserError that says why
    changed = Signal()
    refused = Signal(object)
    crashed = Signal(str)

    def __init__(self, desk: DataState, run: Run, recovery: AutosaveFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._run, self.autosave_file = desk, run, recovery
        self.path = ""
        self._stamp: tuple[int, int] | None = None  # of that file as it was opened or saved here
        self.embeds_table = False
        # What belongs to a project besides the desk and the run: how the window is laid out, and the list of runs.
        self.window_layout: Callable[[], dict[str, str]] = dict
        self.run_records: Callable[[State], RunRecords] = lambda state: NO_RUNS
        self.run_edit_count: Callable[[], int] = lambda: 0  # how often a person has changed that list
        self.held_runs: Callable[[], frozenset[Any]] = frozenset  # those of the list that do not stand in the window
        self._held: frozenset[Any] = frozenset()  # those that a file holds, or that may be lost
        self._waiting: list[str] = []  # paths to write when the worker has handed out its state; "" is the side copy
        self._saves: list[tuple[Table | None, Work]] = []  # the table and its save; the first is being written
        self._settings: tuple[Any, ...] = ()
        self._copied: tuple[Any, ...] = ()  # what the side copy holds
        self._writer = BackgroundTask(self, mark("Saving the project"), writes=True)
        self._reader = BackgroundTask(self, mark("Opening the project"))
        self._side = BackgroundTask(self)
        for slot in (self._writer, self._reader):
            slot.refused.connect(self.refused)
            slot.crashed.connect(self.crashed)
        for failed in (self._writer.refused, self._writer.crashed):
            failed.connect(self._on_not_written)
        self._writer.cancelled_by_user.connect(self._on_given_up)
        self._writer.succeeded.connect(self._on_written)
        self._reader.succeeded.connect(self._on_read)
        self._side.refused.connect(self._on_side_refused)
        self._side.crashed.connect(self._on_side_crashed)
        desk.table_changed.connect(self._on_table)
        run.checkpointed.connect(self._on_checkpointed)
        run.phase_changed.connect(self._on_phase)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._autosave)
        self._timer.start(AUTOSAVE_MS)

    @property
    def modified(self) -> bool:
        """Training that no file holds; or, in a project with a file, settings or runs that the file does not hold."""
        if self._run.unsaved or len(self._saves) > 1 or self.unsaved_runs:
            return True
        return bool(self.path) and self._settings != self._now()

    @property
    def unsaved_runs(self) -> int:
        """How many runs of the list, besides the one in the window, no file holds."""
        return len(self.held_runs() - self._held)

    @property
    def changed_elsewhere(self) -> bool:
        """Whether someone else has written the project's file since it was opened or saved here."""
        busy = bool(self._saves) or any(self._waiting)
        return bool(self.path) and not busy and _stamp(self.path) not in (None, self._stamp)

    def save(self, path: str) -> None:
        """Write the whole work; `saved` or `refused` follows."""
        if self._desk.prepared is None or self._run.facts is None:
            self.refused.emit(
                UserError(tr("There is nothing to save yet."), hint=tr("Open a table and choose a target first."))
            )
            return
        self._waiting.append(path)
        self._run.request_checkpoint()

    def open(self, path: str) -> None:
        """Read a project; `loaded` follows, or `data_missing`, or `refused`."""
        self._reader.start(partial(_read, path))

    def mark_opened(self, path: str, project: Project | None = None) -> None:
        """The project stands on the desk as the file has it; without `project`, its training is lost."""
        if project is not None:
            self.restored.emit(project)
            self._held = frozenset(run_key(run) for run in project.runs.runs)
        self.path, self._stamp = path, _stamp(path)
        self._settings = self._now()
        self._run.unsaved = False
        self.changed.emit()

    def discard_unsaved(self) -> None:
        """What is unsaved may be lost: the person said so."""
        self._run.unsaved = False
        self._held |= self.held_runs()
        self.path = ""
        self._clear_copy()

    def set_autosave(self, seconds: int) -> None:
        """How often unsaved work is copied aside."""
        self._timer.setInterval(1000 * seconds)

    def close(self) -> None:
        self._timer.stop()
        for slot in (self._writer, self._reader, self._side):
            slot.close()
        self.autosave_file.clear()

    # --- inside ----------------------------------------------------------------------------------------------

    def _clear_copy(self) -> None:
        self.autosave_file.clear()
        self._copied = ()

    def _place(self) -> tuple[Any, ...]:
        """What a side copy holds, told from what it would hold later."""
        run = self._run
        return (*self._now(), run.facts, run.epoch, run.batch, run.stopped)

    def _now(self) -> tuple[Any, ...]:
        return (self._desk.spec, self._run.config, self.run_edit_count())

    @Slot(object)
    def _on_checkpointed(self, state: State) -> None:
        waiting, self._waiting = self._waiting, []
        if not waiting:  # someone else has asked
            return
        try:
            still = export_snapshot(self._desk, self._run)
        except UserError as error:
            self.refused.emit(error)
            return
        best = still.weights == "best"
        still = still.at_checkpoint(state, self._run.best_epoch if best else self._run.epoch)
        extras = dict(self.window_layout()), self.run_records(state)
        for path in waiting:
            if path:
                self._settings = self._now()
                self._run.unsaved = False
                self._held = frozenset(run_key(run) for run in extras[1].runs)
                self._saves.append((self._desk.table, partial(_write, still, state, path, extras, self.embeds_table)))
                self._write_next()
            else:
                self._copied = self._place()
                self._side.start(partial(_write, still, state, str(self.autosave_file.claim_path()), extras, False))

    def _write_next(self) -> None:
        """One after the other: of two threads that write the same file, the older version could come last."""
        if self._saves and not self._writer.busy:
            self._writer.start(self._saves[0][1])

    @Slot(object)
    def _on_written(self, written: tuple[str, str]) -> None:
        table, _ = self._saves.pop(0)
        path, sentence = written
        if table is self._desk.table:  # else another one has come meanwhile, which belongs to another file
            self.path, self._stamp = path, _stamp(path)
            self._clear_copy()
        self._write_next()
        self.changed.emit()
        if not self._saves:
            self.saved.emit(sentence)

    @Slot()
    def _on_not_written(self) -> None:
        """No file holds the work after all."""
        table, _ = self._saves.pop(0)
        self._held = frozenset()
        self._run.unsaved = self._run.unsaved or table is self._desk.table
        self._write_next()
        self.changed.emit()

    @Slot()
    def _on_table(self) -> None:
        """A save that the worker has not answered yet was of the table before; the person has let it go."""
        self._waiting = [path for path in self._waiting if not path]

    @Slot()
    def _on_given_up(self) -> None:
        self._on_not_written()
        self.refused.emit(UserError(tr("The project was not saved."), tr("You cancelled it; no file has changed.")))

    @Slot(object)
    def _on_read(self, found: tuple[Project, str, UserError | None]) -> None:
        project, path, problem = found
        if problem is not None:
            self.data_missing.emit(project, path, problem)
        else:
            self.loaded.emit(project, path)

    @Slot(object)
    def _on_side_refused(self, error: UserError) -> None:
        """Said once; a disk that cannot be written would otherwise be complained of every minute."""
        self._timer.stop()
        run_on = UserError(
            tr("Unsaved work is not being copied aside."), str(error), tr("Save the project yourself now and then.")
        )
        self.refused.emit(run_on)

    @Slot(str)
    def _on_side_crashed(self, details: str) -> None:
        """Said once, too."""
        self._timer.stop()
        self.crashed.emit(details)

    @Slot()
    def _on_phase(self) -> None:
        """At each stop a side copy is made at once."""
        if self._run.unsaved and self._run.phase.is_resting:
            self._autosave()

    @Slot()
    def _autosave(self) -> None:
        """Unless nothing has happened since the last copy."""
        if self._copied == self._place():
            return
        if self._run.unsaved and self._timer.isActive() and "" not in self._waiting and not self._side.busy:
            self._waiting.append("")
            self._run.request_checkpoint()


def _stamp(path: str) -> tuple[int, int] | None:
    """None when there is no such file."""
    try:
        return file_stamp(Path(path))
    except OSError:
        return None


def run_key(run: RunRecord) -> tuple[int, int]:
    """Tells a run of the list, and how far it has come."""
    return run.number, run.last_epoch


def _write(
    still: ExportSnapshot,
    state: State,
    path: str,
    extras: Extras,
    embed: bool,
    progress: object,
    cancelled: Callable[[], bool],
) -> tuple[str, str]:
    layout, runs = extras
    with cancellable(cancelled):
        return path, save_project(path, still.export_input(), state, layout, embed, runs)


def _read(path: str, progress: object, cancelled: object) -> tuple[Project, str, UserError | None]:
    project = read_project(read_bytes(path), Path(path).name)
    if project.original is not None:
        return project, path, None
    try:
        found = locate(project.reference, Path(path).parent)
    except UserError as error:
        return project, path, error
    if found is None:
        name = Path(project.reference.source).name
        problem = UserError(
            tr("{name} is not where it was when the project was saved.", name=name),
            tr("Looked for {source} and beside the project.", source=project.reference.source),
            tr("Choose where it is now."),
        )
        return project, path, problem
    return project.with_source(found), path, None
