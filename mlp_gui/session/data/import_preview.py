"""The importer reads one file again and again, each time as the person says, and keeps what came of the last time."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.columns.table_reader import FilePreview
from mlp_gui.data.open_table import find_reader, open_file
from mlp_gui.session.tasks.background_task import BackgroundTask

# What decides which lines of a file are shown.
_PART = ("sheet", "cells", "query")
_PLACE = ("encoding", *_PART)


class ImportPreview(QObject):
    """A file read again and again, each time as the person says.

    Attributes
    ----------
    path : Path
    preview : FilePreview or None
    dialect : Dialect or None
    table : Table or None
        What came of the last reading; None while reading and after a refusal.
    problem : UserError or None
        Why there is no table.

    Signals
    -------
    changed
        One of the attributes is new.
    progressed(float), crashed(str)
    """

    changed = Signal()
    progressed = Signal(float)
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = Path()
        self.preview: FilePreview | None = None
        self.dialect: Dialect | None = None
        self.table: Table | None = None
        self.problem: UserError | None = None
        self._anew = False  # another part of the file was chosen
        self._part: dict[str, str] = {}  # which one is read unasked
        self._peeker, self._reader = BackgroundTask(self), BackgroundTask(self)
        self._peeker.succeeded.connect(self._on_peeked)
        self._reader.succeeded.connect(self._on_read)
        self._reader.progressed.connect(self.progressed)
        for slot in (self._peeker, self._reader):
            slot.refused.connect(self._on_refused)
            slot.crashed.connect(self.crashed)

    @property
    def reading(self) -> bool:
        """Whether the file is being read."""
        return self._reader.busy or self._peeker.busy

    def load(self, path: str, dialect: Dialect | None) -> None:
        """Begin with a file.

        Parameters
        ----------
        path : str
        dialect : Dialect or None
            How to read it first; None begins with the guess.
        """
        self.path, self.dialect, self._part = Path(path), dialect, {}
        self.preview = self.table = self.problem = None
        self._reader.cancel()
        self._peeker.start(partial(_peek, self.path, dialect))
        self.changed.emit()

    def set_dialect(self, dialect: Dialect) -> None:
        """Read the file in another dialect; a table that is chosen takes the place of a query."""
        before = self.dialect
        if before is not None and dialect.sheet != before.sheet:
            dialect = dialect.replace(query="")
        self.dialect = dialect
        self.table = self.problem = None
        if before is None or any(getattr(dialect, name) != getattr(before, name) for name in _PLACE):
            self._reader.cancel()
            if before is not None and dialect.encoding == before.encoding:
                self._anew = True
            self._peeker.start(partial(_peek, self.path, dialect))
        else:
            self._read()
        self.changed.emit()

    def cancel(self) -> None:
        """Stop reading."""
        self._peeker.cancel()
        self._reader.cancel()
        self.table = None

    def close(self) -> None:
        """End the threads that may be at work."""
        self._peeker.close()
        self._reader.close()

    def _read(self) -> None:
        # Bound now: the person may choose another dialect while the thread is reading.
        path, dialect = self.path, self.dialect
        self._reader.start(lambda progress, cancelled: open_file(path, dialect, progress, cancelled))

    @Slot(object)
    def _on_peeked(self, peek: FilePreview) -> None:
        if self.dialect is None:
            self.dialect = peek.guess
            self._part = {name: getattr(peek.guess, name) for name in _PART}
        elif not self._part:
            self._part = {"sheet": "".join(peek.parts[:1]), "cells": "", "query": ""}
        self.preview = replace(peek, guess=peek.guess.replace(**self._part))
        if self._anew:  # another sheet has its header elsewhere; what counts as missing is the person's
            kept = {name: getattr(self.dialect, name) for name in ("missing", "numeric_missing")}
            self.dialect = peek.guess.replace(**kept)
        self._anew = False
        self._read()
        self.changed.emit()

    @Slot(object)
    def _on_read(self, table: Table) -> None:
        self.table, self.problem = table, None
        self.changed.emit()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self.table, self.problem = None, error
        self.changed.emit()


def _peek(path: Path, chosen: Dialect | None, progress: object, cancelled: object) -> FilePreview:
    reader = find_reader(path)
    return replace(reader.preview(path, chosen), settings=reader.settings)
