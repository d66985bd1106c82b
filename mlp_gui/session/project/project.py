"""The project file: the whole work in one file, opened again later, and a side copy of it for a bad day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.columns.table import Table
from mlp_gui.engine.training.state import State
from mlp_gui.export.project.project import Project
from mlp_gui.export.project.run_list import RunRecords
from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.project.autosave import AutosaveFile
from mlp_gui.session.project.class_desk import ClassDesk
from mlp_gui.session.project.export_snapshot import export_snapshot
from mlp_gui.session.project.file_on_disk import FileOnDisk, Stamp
from mlp_gui.session.project.kept_runs import KeptRuns, run_key
from mlp_gui.session.project.project_io import write_project
from mlp_gui.session.project.project_reader import ProjectReader
from mlp_gui.session.project.side_copies import SideCopies
from mlp_gui.session.tasks.background_task import BackgroundTask, Work
from mlp_gui.session.training.run import Run


class ProjectFile(QObject):
    """Owns the project's path and whether anything is unsaved. Training goes on while it saves.

    Attributes
    ----------
    path : str
        "" while the work belongs to no file.
    autosave_file : AutosaveFile
    on_disk : FileOnDisk
    reader : ProjectReader
    embeds_table : bool
        Whether the table's bytes go into the file.

    Signals
    -------
    saved(str)
        A sentence that says what was saved and how it was verified.
    restored(Project)
        Its table is here, its run is being built.
    layout_requested
        It is about to be written: a direct connection may hand over the layout by `set_window_layout`.
    changed, refused(UserError), crashed(str)
    """

    saved = Signal(str)
    restored = Signal(object)
    layout_requested = Signal()
    changed = Signal()
    refused = Signal(object)
    crashed = Signal(str)

    def __init__(
        self,
        desk: DataState,
        run: Run,
        runs: KeptRuns,
        recovery: AutosaveFile,
        class_desk: ClassDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._class_desk = class_desk
        self._desk, self._run, self._runs, self.autosave_file = desk, run, runs, recovery
        self.path, self._left = "", False
        self.on_disk = FileOnDisk(self)
        self.embeds_table = False
        self._layout: dict[str, str] = {}
        self._held: frozenset[Any] = frozenset()  # those that a file holds, or that may be lost
        self._waiting: list[str] = []  # paths to write when the worker has handed out its state; "" is the side copy
        self._saves: list[tuple[Table | None, Work]] = []  # the table and its save; the first is being written
        self._settings: tuple[Any, ...] = ()
        self._writer = BackgroundTask(self, mark("Saving the project"), writes=True)
        self.reader = ProjectReader(self)
        self._copies = SideCopies(recovery, self)
        for slot in (self._writer, self.reader, self._copies):
            slot.refused.connect(self.refused)
            slot.crashed.connect(self.crashed)
        self._writer.refused.connect(self._on_not_written)
        self._writer.crashed.connect(self._on_not_written)
        self._writer.cancelled_by_user.connect(self._on_given_up)
        self._writer.succeeded.connect(self._on_written)
        self._copies.due.connect(self._autosave)
        self._copies.written.connect(self._on_phase)  # a stop while the copy was being written has none yet
        desk.table_changed.connect(self._on_table)
        run.checkpointed.connect(self._on_checkpointed)
        run.phase_changed.connect(self._on_phase)

    @property
    def name(self) -> str:
        """The project's file, or else the table's; "" when nothing is open."""
        table = self._desk.table
        return Path(self.path).name if self.path else table.name if table is not None else ""

    @property
    def modified(self) -> bool:
        """Training that no file holds; or, in a project with a file, settings or runs that the file does not hold."""
        if self._run.unsaved or len(self._saves) > 1 or self.unsaved_runs:
            return True
        return bool(self.path) and self._settings != self._now()

    @property
    def unsaved_runs(self) -> int:
        """How many runs of the list, besides the one in the window, no file holds."""
        return len(self._runs.held_keys() - self._held)

    @property
    def saving(self) -> bool:
        """Whether a file is being written, or will be."""
        return bool(self._saves) or any(self._waiting)

    def save(self, path: str) -> None:
        """Write the whole work to a file; `saved` or `refused` follows."""
        if self._desk.prepared is None or self._run.facts is None:
            self.refused.emit(
                UserError(tr("There is nothing to save yet."), hint=tr("Open a table and choose a target first."))
            )
            return
        self._waiting.append(path)
        self._run.request_checkpoint()

    def open(self, path: str) -> None:
        """Read a project; `reader` tells what follows."""
        self.reader.open(path)

    def mark_opened(self, path: str, project: Project | None = None) -> None:
        """Note that the project is open as its file has it.

        Parameters
        ----------
        path : str
            "" when the next save must not replace that file.
        project : Project, optional
            Omitted when its training could not be taken over.
        """
        if project is not None:
            self._runs.load(project.runs)
            self.restored.emit(project)
            self._held = frozenset(run_key(run) for run in project.runs.runs)
        self.path, self.on_disk.stamp = path, self.reader.stamp if path else None
        self._settings = self._now()
        self._run.mark_saved()
        self.changed.emit()

    def adopt_recovered(self, side_copy: Path) -> None:
        """Note that the open project is a side copy, so that no file holds this work yet."""
        self.autosave_file.adopt(side_copy)
        self.path = ""
        self._run.mark_unsaved()
        self.changed.emit()

    def embed_table(self, on: bool) -> None:
        """Choose whether the table's bytes go into the file."""
        self.embeds_table = on

    def set_window_layout(self, layout: dict[str, str]) -> None:
        """Take the layout of the window, each part a JSON object, into what is written next."""
        self._layout = dict(layout)

    def discard_unsaved(self) -> None:
        """Give up what is unsaved: the person said so."""
        self._run.mark_saved()
        self._held |= self._runs.held_keys()
        self.path = ""
        self._waiting = [path for path in self._waiting if path]
        self._copies.give_up()

    def set_autosave(self, seconds: int) -> None:
        """Set after how many seconds unsaved work is copied aside."""
        self._copies.set_interval(seconds)

    def close(self) -> None:
        """End the threads. A file that is being written is written to its end."""
        self._copies.finish()
        self._writer.finish()
        for slot in (self._writer, self.reader, self.on_disk):
            slot.close()

    def leave(self) -> None:
        """Leave unsaved work to the next start, once the run has ended; safe to call twice.

        Nobody may have been asked: the display can go, or the system end the program.
        """
        if self._left:
            return
        self._left = True
        if self.modified or self.saving:
            self._copies.leave(self._write_at_the_end)
        else:
            self._copies.give_up()

    # --- inside ----------------------------------------------------------------------------------------------

    def _place(self) -> tuple[Any, ...]:
        """Return what a side copy holds, told from what it would hold later."""
        return (*self._now(), self._run.facts, self._run.epoch, self._run.batch, self._run.stopped)

    def _now(self) -> tuple[Any, ...]:
        return (self._desk.spec, self._run.config, self._runs.edit_count)

    @Slot(object)
    def _on_checkpointed(self, state: State) -> None:
        waiting, self._waiting = self._waiting, []
        if not waiting:  # someone else has asked
            return
        try:
            write, runs = self._prepare_writing(state, self._run.epoch, self._run.best_epoch)
        except UserError as error:
            self.refused.emit(error)
            return
        for path in waiting:
            if path:
                self._settings = self._now()
                self._run.mark_saved()  # as of this state; a step while it is being written marks it unsaved again
                self._held = frozenset(run_key(run) for run in runs.runs)
                self._saves.append((self._desk.table, partial(write, path, embed=self.embeds_table)))
                self._write_next()
            elif self._run.unsaved:
                self._copies.begin(self._place(), write)

    def _prepare_writing(self, state: State, epoch: int, best_epoch: int) -> tuple[Callable[..., Any], RunRecords]:
        """Return what writes the work with this state to a path, and the runs that it writes."""
        snapshot = export_snapshot(self._desk, self._run)
        snapshot = snapshot.at_checkpoint(state, best_epoch if snapshot.weights == "best" else epoch)
        self.layout_requested.emit()
        runs = self._runs.saved_runs(state)
        sheet = self._class_desk.sheet
        return partial(write_project, snapshot, state, self._layout, runs, sheet), runs

    def _write_at_the_end(self, path: str, progress: object, cancelled: object) -> None:
        last = self._run.final_state()
        if last is not None:
            write, _ = self._prepare_writing(*last)
            write(path, progress, cancelled)

    def _write_next(self) -> None:
        """Write one after the other: of two threads that write the same file, the older version could come last."""
        if self._saves and not self._writer.busy:
            self._writer.start(self._saves[0][1])

    @Slot(object)
    def _on_written(self, written: tuple[str, str, Stamp]) -> None:
        table, _ = self._saves.pop(0)
        path, sentence, found = written
        if table is self._desk.table:  # else another one has come meanwhile, which belongs to another file
            self.path, self.on_disk.stamp = path, found
            self._waiting = [path for path in self._waiting if path]
            self._copies.give_up()
        self._write_next()
        self.changed.emit()
        if not self._saves:
            self.saved.emit(sentence)

    @Slot()
    def _on_not_written(self) -> None:
        """Count the work as unsaved, for no file holds it after all."""
        table, _ = self._saves.pop(0)
        self._held = frozenset()
        if table is self._desk.table:
            self._run.mark_unsaved()
        self._write_next()
        self.changed.emit()

    @Slot()
    def _on_table(self) -> None:
        """Leave the project that was open, for another table is no longer it; opening a project says so afterwards."""
        self.path = ""  # and a save that the worker has not answered yet is let go: it was of the table before
        self._waiting = [path for path in self._waiting if not path]

    @Slot()
    def _on_given_up(self) -> None:
        self._on_not_written()
        self.refused.emit(UserError(tr("The project was not saved."), tr("You cancelled it; no file has changed.")))

    @Slot()
    def _on_phase(self) -> None:
        """Make a side copy at once at each stop."""
        if self._run.unsaved and self._run.phase.is_resting:
            self._autosave()

    @Slot()
    def _autosave(self) -> None:
        """Make a side copy unless nothing has happened since the last one."""
        if self._run.unsaved and self._copies.need(self._place()):
            if "" not in self._waiting:
                self._waiting.append("")
            self._run.request_checkpoint()  # again, if the run that was asked is no more
