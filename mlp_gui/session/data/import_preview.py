"""The importer reads one file again and again, each time as the person says, and keeps what came of the last time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.byte_source import ByteSource
from mlp_gui.data.csv.dialect_detection import detect_dialect, sample_text
from mlp_gui.data.open_table import open_file
from mlp_gui.session.tasks.background_task import BackgroundTask

LINES = 200
LONGEST_LINE = 2000


@dataclass(frozen=True)
class FilePreview:
    """The first lines of a file as they are decoded.

    Attributes
    ----------
    guess : Dialect
        The dialect that the file seems to have.
    encoding : str
        The encoding of the lines.
    lines : tuple of str
    """

    guess: Dialect
    encoding: str
    lines: tuple[str, ...]


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
        self.path, self.dialect = Path(path), dialect
        self.preview = self.table = self.problem = None
        self._reader.cancel()
        self._peeker.start(partial(_peek, self.path, dialect.encoding if dialect is not None else ""))
        self.changed.emit()

    def set_dialect(self, dialect: Dialect) -> None:
        """Read the file in another dialect."""
        before, self.dialect = self.dialect, dialect
        self.table = self.problem = None
        # Of all settings only the encoding changes what the first lines look like.
        if before is None or dialect.encoding != before.encoding:
            self._reader.cancel()
            self._peeker.start(partial(_peek, self.path, dialect.encoding))
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
        self.preview = peek
        self.dialect = self.dialect or peek.guess
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


def _peek(path: Path, encoding: str, progress: object, cancelled: object) -> FilePreview:
    source = ByteSource(path)
    source.refuse_other_formats()
    found = detect_dialect(source).dialect
    shown = encoding or found.encoding
    lines = sample_text(source, shown).split("\n", LINES)[:LINES]
    return FilePreview(found, shown, tuple(line[:LONGEST_LINE] for line in lines))
