"""A Parquet, Feather or Arrow file, opened by pyarrow and read a few columns at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.dialect import MOST_COLUMNS

_FREE_BYTES = 64 << 20
_MOST_RATIO = 200  # times the size of the file, of the numbers that it unpacks to
INSTALL = "python -m pip install pyarrow"


class ArrowFile:
    """A file of typed columns.

    Attributes
    ----------
    path : Path
    names : list of str
    n_rows : int
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with refusing(path):
            head = _head(path)
            if head == b"PARE":
                raise _locked(path)
            self._open(head == b"PAR1")
        self._refuse_too_large()

    def _open(self, is_parquet: bool) -> None:
        import pyarrow
        import pyarrow.feather
        import pyarrow.parquet

        self._parquet: Any = None
        self._table: Any = None
        if is_parquet:
            self._parquet = pyarrow.parquet.ParquetFile(self.path, memory_map=True)
            metadata = self._parquet.metadata
            self.names: list[str] = list(self._parquet.schema_arrow.names)
            self.n_rows: int = metadata.num_rows
        else:
            # Mapped into memory: what is not packed takes none.
            self._table = pyarrow.feather.read_table(self.path, memory_map=True)
            self.names, self.n_rows = list(self._table.column_names), self._table.num_rows

    def columns(self, first: int, end: int) -> list[Any]:
        """Return some of the columns as chunked arrays, each of which holds all rows.

        Parameters
        ----------
        first, end : int
            Positions of the first one and of the one after the last.
        """
        with refusing(self.path):
            if self._table is None and len(set(self.names)) < len(self.names):
                self._table = self._parquet.read()  # names that occur twice cannot be asked for
            if self._table is not None:
                return list(self._table.columns[first:end])
            return list(self._parquet.read(columns=self.names[first:end]).columns)

    def head(self, n: int) -> list[list[Any]]:
        """Return the first cells of each column, at most n."""
        with refusing(self.path):
            some = self._table.slice(0, n) if self._table is not None else next(self._parquet.iter_batches(n))
            return [column.slice(0, n).to_pylist() for column in some.columns]

    def _refuse_too_large(self) -> None:
        name, unpacked = self.path.name, 8 * self.n_rows * len(self.names)
        if len(self.names) > MOST_COLUMNS:
            title = tr("{name} has {n:,} columns.", name=name, n=len(self.names))
            raise UserError(title, tr("At most {most:,} can be opened.", most=MOST_COLUMNS))
        if unpacked > _FREE_BYTES + _MOST_RATIO * self.path.stat().st_size:
            raise UserError(
                tr("{name} would unpack to {n:,} MB, which no table of its size does.", name=name, n=unpacked >> 20),
                hint=tr("Get the file again."),
            )
        if not self.n_rows or not self.names:
            raise UserError(tr("{name} has names but no rows.", name=name), hint=tr("Choose another file."))


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Say in a sentence what pyarrow refuses, and how to get it where it is missing."""
    try:
        import pyarrow
    except ImportError:
        raise UserError(
            tr("{name} is {kind}; pyarrow, which reads it, is not installed.", name=path.name, kind=_kind(path)),
            hint=tr("Install it: {command}", command=INSTALL),
        ) from None
    try:
        yield
    except (pyarrow.ArrowException, OSError, ValueError, KeyError) as error:
        if "encrypt" in str(error).lower() or "decrypt" in str(error).lower():
            raise _locked(path) from None
        said = str(error).strip().splitlines()
        raise UserError(
            tr(
                "{name} is {kind} that is damaged, or written in a way that is not known here.",
                name=path.name,
                kind=_kind(path),
            ),
            tr("pyarrow says: {reason}.", reason=said[0].rstrip(".")[:200] if said else "-"),
            tr("Get the file again."),
        ) from None


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)


def _kind(path: Path) -> str:
    return tr("a Parquet file") if _head(path).startswith(b"PAR") else tr("an Arrow file")


def _locked(path: Path) -> UserError:
    title = tr("{name} is locked by a password.", name=path.name)
    return UserError(title, hint=tr("Save it without encryption where it comes from."))
