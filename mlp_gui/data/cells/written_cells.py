"""Typed cells are written down as comma separated text, and read as any table is: then both give the same columns."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.byte_source import ByteSource, Compression, file_identity, file_stamp
from mlp_gui.data.csv.dialect_detection import detect_dialect
from mlp_gui.data.csv.reader import read_source
from mlp_gui.data.csv.writer import write_exact_rows

_EVERY = 5_000  # rows between two questions whether the work was withdrawn
_WRITING = 0.4  # the share of the work that writing is

Progress = Callable[[float], None]


@dataclass(frozen=True)
class HowToRead:
    """What is said about a table before it is read; see `csv.reader.read_table`."""

    dialect: Dialect | None = None
    progress: Progress | None = None
    cancelled: Callable[[], bool] | None = None
    like: Dialect | None = None
    formats: Mapping[str, ColumnFormat] | None = None


class WrittenSource(ByteSource):
    """Typed cells that the program wrote down itself: as UTF-8, with commas, double quotes and decimal points.

    Parameters
    ----------
    path : Path
    numbers : frozenset of int
        Positions of columns with typed numbers.
    """

    def __init__(self, path: Path, numbers: frozenset[int], named: bool) -> None:
        super().__init__(path)
        # Whatever the first cell begins with.
        self.compression = Compression()
        self.numbers, self.is_named = numbers, named


class NamedCells:
    """Rows of cells under known names, and what was met in them.

    Parameters
    ----------
    names : tuple of str
    records : iterable of sequence
        Texts, numbers, truth values, bytes and None.

    Attributes
    ----------
    numbers : set of int
        Positions of columns in which there are numbers, as far as the rows were taken.
    blobs : int
        How many cells of bytes there were, which count as missing.
    """

    def __init__(self, names: tuple[str, ...], records: Iterable[Sequence[Any]]) -> None:
        self._names, self._records = names, records
        self.numbers: set[int] = set()
        self.blobs = 0

    def rows(self) -> Iterator[Sequence[Any]]:
        """Yield the names and then the rows; once only."""
        yield self._names
        unknown = [*range(len(self._names))]
        for record in self._records:
            found = [j for j in unknown if type(record[j]) in (int, float)]
            if found:
                self.numbers |= {*found}
                unknown = [j for j in unknown if j not in self.numbers]
            if bytes in map(type, record):
                self.blobs += sum(isinstance(cell, bytes) for cell in record)
                record = ["" if isinstance(cell, bytes) else cell for cell in record]
            yield record


def read_cells(
    path: Path, rows: Iterable[Sequence[Any]], numbers: AbstractSet[int], how: HowToRead, named: bool = False
) -> Table:
    """Read rows of cells as the table of a file.

    Parameters
    ----------
    path : Path
        The file that they come from.
    rows : iterable of sequence
        Texts and numbers; all of one length, or empty for a blank line.
    numbers : set of int
        Positions of the columns in which there are typed numbers; known when all rows were taken.
    how : HowToRead
    named : bool
        Whether the first row is known to hold the names.

    Raises
    ------
    UserError
        If they make no table.
    Cancelled
        If the work was withdrawn.
    """
    stamp, identity = file_stamp(path), file_identity(path)
    with _written(path, rows, numbers, named) as source:
        dialect, progress = _as_written(how.dialect, named), _later(how.progress)
        table = read_source(source, dialect, progress, how.cancelled, how.like, how.formats)
    return replace(table, path=path, stamp=stamp, identity=identity)


def guess_dialect(path: Path, rows: Iterable[Sequence[Any]], numbers: AbstractSet[int]) -> Dialect:
    """Find the header among the first rows of cells.

    Parameters
    ----------
    path, rows, numbers
        See `read_cells`.
    """
    with _written(path, rows, numbers, named=False) as source:
        return detect_dialect(source).dialect


@contextmanager
def _written(
    path: Path, rows: Iterable[Sequence[Any]], numbers: AbstractSet[int], named: bool
) -> Iterator[WrittenSource]:
    """Write cells into a file for as long as it is read."""
    with tempfile.TemporaryDirectory(prefix="mlp_gui-") as folder:
        # Of the same name: messages say it.
        written = Path(folder) / path.name
        try:
            with written.open("w", encoding="utf-8", errors="replace", newline="") as file:
                write_exact_rows(cancellable_loop(rows, _EVERY), file)
        except OSError as error:
            raise UserError(
                tr("{name} cannot be read: its cells find no place on the disk.", name=path.name),
                f"{error.strerror or error}.",
                tr("Make room for temporary files."),
            ) from None
        yield WrittenSource(written, frozenset(numbers), named)


def preview_lines(rows: Iterable[Sequence[Any]]) -> tuple[str, ...]:
    """Return rows as lines with tabs between the cells; what is written in a cell stays in its line."""
    return tuple("\t".join("" if c is None else " ".join(str(c).split())[:200] for c in row) for row in rows)


def _as_written(dialect: Dialect | None, named: bool) -> Dialect | None:
    """Return a dialect, which may be another file's, with the signs that cells are written with here."""
    if dialect is None:
        return None
    dialect = dialect.replace(encoding="utf-8", separator=",", quote='"', escape="", wrapped=False, decimal=".")
    return dialect.replace(header=True, header_lines="names", skip=0, comment="") if named else dialect


def _later(progress: Progress | None) -> Progress | None:
    """Return what tells the progress of reading as that of the second part of the work."""
    if progress is None:
        return None
    return lambda share: progress(_WRITING + (1 - _WRITING) * share)


def first_part(progress: Progress | None) -> Progress:
    """Return what tells the progress of getting the cells as that of the first part of the work."""
    told = 0.0

    def tell(share: float) -> None:
        nonlocal told
        told = max(told, _WRITING * share)  # a second sheet does not count backwards
        if progress is not None:
            progress(told)

    return tell
