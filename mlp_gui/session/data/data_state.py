"""The desk: the table that is open, what its columns are for, and the dataset that follows from both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.derived.derivation import as_declared
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.reread import read_as_asked_for
from mlp_gui.data.samples.catalogue import PREFIX
from mlp_gui.session.data.remembered_dialects import RememberedDialect, open_with_remembered_dialect
from mlp_gui.session.data.table_reading import (
    FoundProject,
    OpenedTable,
    Read,
    RefusedTable,
    open_and_suggest,
)
from mlp_gui.session.tasks.background_task import BackgroundTask

DEPTH = 100


class SpecHistory:
    """The specs before and after the present one, of the table that is open.

    Attributes
    ----------
    past, future : list of DataSpec
        What can be undone, and what can be made again; the nearest is the last one.
    """

    def __init__(self) -> None:
        self.past: list[DataSpec] = []
        self.future: list[DataSpec] = []

    def clear(self) -> None:
        """Forget everything: another table is open."""
        self.past, self.future = [], []

    def record(self, replaced: DataSpec) -> None:
        """Keep a spec that was replaced by a new one, and forget what was undone."""
        self.past = [*self.past, replaced][-DEPTH:]
        self.future = []

    def undo(self, present: DataSpec) -> DataSpec | None:
        """Return the spec before the present one, or None."""
        if not self.past:
            return None
        self.future.append(present)
        return self.past.pop()

    def redo(self, present: DataSpec) -> DataSpec | None:
        """Return the spec that was undone last, or None."""
        if not self.future:
            return None
        self.past.append(present)
        return self.future.pop()


class DataState(QObject):
    """Owns the table and what its columns are for. A table that cannot be read leaves the one before in place.

    Attributes
    ----------
    table : Table or None
    spec : DataSpec or None
        What the columns are for.
    prepared : Prepared or None
        The dataset that follows from both; None while it is being made or cannot be.
    problem : UserError or None
        Why there is no dataset.
    loading : str
        Name of what is being read; "" when nothing is.
    requested_source : str
        What was asked for last.
    refused_file : str
        The same when it could not be read, but may be in another dialect; else "".
    history : SpecHistory
    locked : bool
        Whether a class file locks what the columns are for.

    Signals
    -------
    loading_started(str), loading_progressed(float), loading_ended
        Name of what is read, share that is done.
    table_changed, spec_changed, prepared_changed
    table_amended
        The same table was read in another way, or other cells of it count as missing; what its columns are for has not
        changed.
    project_found(str)
        What was asked for as a table is a project.
    refused(UserError), crashed(str)
    """

    loading_started = Signal(str)
    loading_progressed = Signal(float)
    loading_ended = Signal()
    table_changed = Signal()
    table_amended = Signal()
    spec_changed = Signal()
    prepared_changed = Signal()
    project_found = Signal(str)
    refused = Signal(object)
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: Table | None = None
        self.spec: DataSpec | None = None
        self.prepared: Prepared | None = None
        self.problem: UserError | None = None
        self.loading = self.requested_source = self.refused_file = ""
        self.history, self.locked = SpecHistory(), False
        self._reader = BackgroundTask(self)
        self._reader.progressed.connect(self.loading_progressed)
        self._reader.succeeded.connect(self._on_read)
        self._reader.refused.connect(self._on_refused)
        self._reader.cancelled.connect(self._on_withdrawn)
        self._reader.crashed.connect(self._on_crashed)
        self._preparer = BackgroundTask(self, mark("Making the table ready"))
        self._preparer.cancelled_by_user.connect(self._on_given_up)
        self._preparer.succeeded.connect(self._on_prepared)
        self._preparer.refused.connect(self._on_problem)
        self._preparer.crashed.connect(self.crashed)

    @property
    def preparing(self) -> bool:
        """Whether the dataset is being made."""
        return self._preparer.busy

    def open(
        self,
        source: str,
        spec_for: Callable[[Table], DataSpec],
        dialect: Dialect | None = None,
        name: str = "",
        remembered: RememberedDialect | None = None,
        read: Read | None = None,
    ) -> None:
        """Read a table in the background.

        Parameters
        ----------
        source : str
            A path or `sample:NAME`.
        spec_for : callable
            Returns what the columns of the table are for.
        dialect : Dialect, optional
            How the file is to be read. Detected from its content when omitted.
        name : str
            What to call it meanwhile, if not by its source.
        remembered : RememberedDialect, optional
            How the person had it read before; counts if no dialect is given.
        read : callable, optional
            Reads the table in place of all this.
        """
        self.requested_source = source
        self.loading = name or (source.removeprefix(PREFIX) if source.startswith(PREFIX) else Path(source).name)
        self.loading_started.emit(self.loading)
        self.refused_file = ""
        if read is None:
            read = (
                partial(open_with_remembered_dialect, source, remembered)
                if dialect is None
                else partial(open_table, source, dialect=dialect)
            )
        self._reader.start(partial(open_and_suggest, source, read, spec_for))

    @Slot()
    def cancel(self) -> None:
        """Stop reading; the table before stays."""
        self._reader.cancel()

    def set_spec(self, spec: DataSpec) -> None:
        """Use the columns in another way; the dataset follows in the background."""
        if self.table is None or spec == self.spec:
            return
        if self.locked and self.spec is not None and not spec.gives_same_data(self.spec):
            self.refused.emit(UserError(tr("This class file locks the columns, the split and the rows.")))
            self.spec_changed.emit()  # a form that shows the refused value takes it back
            return
        if self.spec is not None:
            self.history.record(self.spec)
        self._take_spec(spec)

    @Slot()
    def undo(self) -> None:
        """Take back the last choice about the columns."""
        if self.spec is not None and (spec := self.history.undo(self.spec)) is not None:
            self._take_spec(spec)

    @Slot()
    def redo(self) -> None:
        """Make the choice again that was taken back last."""
        if self.spec is not None and (spec := self.history.redo(self.spec)) is not None:
            self._take_spec(spec)

    def _take_spec(self, spec: DataSpec) -> None:
        table, before = self.table, self.spec
        assert table is not None
        self.spec = spec
        self.spec_changed.emit()
        if self.prepared is not None and before is not None and not self.preparing and spec.gives_same_data(before):
            self.prepared = replace(self.prepared, spec=spec)  # a run may go on with it
            return
        self._preparer.start(partial(_prepared, table, spec))

    def close(self) -> None:
        """End the threads that may be at work."""
        self._reader.close()
        self._preparer.close()

    @Slot(object)
    def _on_read(self, found: OpenedTable | FoundProject | RefusedTable) -> None:
        if isinstance(found, FoundProject):
            self._end_loading()
            self.project_found.emit(found.path)
            return
        if isinstance(found, RefusedTable):
            self.refused_file = self.requested_source if found.has_dialect else ""
            self._on_refused(found.error)
            return
        table, spec = found.table, found.spec
        # Without a spec, so that the first one of a table replaces nothing that could be undone.
        self.table, self.spec, self.prepared, self.problem = table, None, None, None
        self.history.clear()
        self._end_loading()
        self.table_changed.emit()
        if isinstance(spec, UserError):
            self._on_problem(spec)
        else:
            self.set_spec(spec)

    @Slot(object)
    def _on_prepared(self, result: tuple[Table, Prepared | UserError]) -> None:
        table, prepared = result
        if isinstance(prepared, Prepared):
            table = prepared.table
        # The spec may want other cells to count as missing, or columns read in another way: it is still the same file.
        if table is not self.table:
            self.table = table
            self.table_amended.emit()
        if isinstance(prepared, UserError):
            self._on_problem(prepared)
            return
        self.prepared, self.problem = prepared, None
        self.prepared_changed.emit()

    @Slot()
    def _on_given_up(self) -> None:
        again = tr("Change a column or the split to make it ready after all.")
        self._on_problem(UserError(tr("Making the table ready was cancelled."), hint=again))

    @Slot(object)
    def _on_problem(self, error: UserError) -> None:
        self.prepared, self.problem = None, error
        self.prepared_changed.emit()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._end_loading()
        self.refused.emit(error)

    @Slot()
    def _on_withdrawn(self) -> None:
        if self.loading:
            self._end_loading()

    @Slot(str)
    def _on_crashed(self, details: str) -> None:
        self._end_loading()
        self.crashed.emit(details)

    def _end_loading(self) -> None:
        self.loading = ""
        self.loading_ended.emit()


def _prepared(
    table: Table, spec: DataSpec, progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> tuple[Table, Prepared | UserError]:
    """Return the table, read again where the spec wants its columns read in another way, and what was made of it."""
    table = read_as_asked_for(table, spec, progress, cancelled)
    try:
        table = as_declared(table, spec.markers, spec.derived)
        return table, prepare(table, spec)
    except UserError as error:
        return table, error
