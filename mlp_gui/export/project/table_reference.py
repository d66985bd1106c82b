"""The table of a project: where its file is, how to know it again, and its bytes when it travels inside."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any

import numpy as np

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.file_names import path_from_text, path_to_text
from mlp_gui.core.regular_file import refuse_other_than_file
from mlp_gui.core.serialization import to_json
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.byte_source import file_stamp
from mlp_gui.data.open_table import open_file
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.samples.catalogue import PREFIX


@dataclass(frozen=True)
class DataReference:
    """Where the table came from and how to know it again.

    Attributes
    ----------
    name : str
    source : str
        An absolute path or sample:NAME. Earlier versions wrote the path as it was typed.
    size, sha256 : int, str
        Of the file's bytes; 0 and empty for samples, and for a file that was gone or another one when the project was
        saved.
    dialect : dict or None
        How the file was read, as plain data.
    rows_sha256 : str
        Of the numbers that the network was trained on.
    relative : str
        The path from the project's folder, with slashes; "" where there is none, and in files of earlier versions.
    """

    name: str
    source: str
    size: int = 0
    sha256: str = ""
    dialect: dict[str, Any] | None = None
    rows_sha256: str = ""
    relative: str = ""

    def to_plain(self) -> dict[str, Any]:
        """Return what `from_plain` reads, as JSON can hold it."""
        return asdict(self) | {"source": path_to_text(self.source), "relative": path_to_text(self.relative)}

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> DataReference:
        """Read it from plain data that nobody has vouched for; TypeError for unknown entries."""
        reference = cls(**plain)
        if not isinstance(reference.source, str) or not isinstance(reference.relative, str):
            raise TypeError("a text was expected in the data reference")
        return replace(reference, source=path_from_text(reference.source), relative=path_from_text(reference.relative))

    def read_dialect(self) -> Dialect | None:
        """Return how the file was read; None when nobody said. UserError when the plain data are no dialect."""
        return None if self.dialect is None else Dialect.from_stored(self.dialect)


def make_reference(
    table: Table, dataset: Dataset, data: bytes | None, project_folder: Path | None = None
) -> DataReference:
    """Describe a table that was read and the numbers that were made from it.

    Parameters
    ----------
    table : Table
    dataset : Dataset
    data : bytes or None
        The file's bytes: see `read_original`.
    project_folder : Path, optional
        Where the project's file will be.
    """
    rows = rows_digest(dataset)
    if is_sample(table):
        return DataReference(table.name, PREFIX + table.name, rows_sha256=rows)
    source = table.name if table.path is None else os.path.abspath(table.path)
    relative = "" if table.path is None or project_folder is None else _relative(source, project_folder)
    dialect = None if table.dialect is None else to_json(table.dialect)
    size, sha256 = (0, "") if data is None else (len(data), hashlib.sha256(data).hexdigest())
    return DataReference(table.name, source, size, sha256, dialect, rows, relative)


def _relative(source: str, folder: Path) -> str:
    """Return the way from a folder to a file, with slashes; "" on another drive."""
    try:
        return Path(os.path.relpath(source, os.path.abspath(folder))).as_posix()
    except ValueError:
        return ""


def is_sample(table: Table) -> bool:
    """Tell whether the table comes with the program or was made, rather than read from a file."""
    return table.path is None and table.original is None


def read_original(prepared: Prepared) -> bytes | None:
    """Read the bytes of the table's file again; None for a sample, and when it is gone or another one now."""
    table = prepared.table
    if table.path is None:
        return table.original
    try:
        refuse_other_than_file(table.path)
        data = table.path.read_bytes()
        same = file_stamp(table.path) == table.stamp or _gives_the_same(prepared, table.path)
    except (OSError, UserError):
        return None
    return data if same else None


def _gives_the_same(prepared: Prepared, path: Path) -> bool:
    """Tell whether a file that was written since still gives the same rows."""
    table = open_file(path, prepared.table.dialect, formats=prepared.table.asked)
    again = prepare(table, prepared.spec)
    return rows_digest(again.dataset) == rows_digest(prepared.dataset)


def rows_digest(dataset: Dataset) -> str:
    """Return a digest that two datasets share only with the same numbers in the same rows of the same subsets."""
    digest = hashlib.sha256()
    for subset in dataset.subsets.values():
        for array in (subset.x, subset.y, subset.row_numbers):
            # The shape too, since the same bytes could be other rows.
            digest.update(str(array.shape).encode())
            digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()


def locate(reference: DataReference, project_folder: Path) -> str | None:
    """Find the file of a table again: where it was as seen from the project, where it was, or beside the project.

    Parameters
    ----------
    reference : DataReference
    project_folder : Path

    Returns
    -------
    str or None
        An absolute path or sample:NAME; None when it is at none of these places.

    Raises
    ------
    UserError
        If a file of that name is there but holds other bytes.
    """
    if reference.source.startswith(PREFIX):
        return reference.source
    changed = None
    for path in _places(reference, Path(os.path.abspath(project_folder))):
        if path.is_file():
            if not reference.sha256:
                return str(path)  # its rows will tell whether it is the one
            # The cheap test first: a file of another size need not be read.
            same_size = path.stat().st_size == reference.size
            if same_size and hashlib.sha256(path.read_bytes()).hexdigest() == reference.sha256:
                return str(path)
            changed = changed or path
    if changed is not None:
        raise UserError(
            tr("{file} has changed since the project was saved.", file=changed.name),
            tr(
                "It had {before:,} bytes and has {now:,} now; the run would see other rows.",
                before=reference.size,
                now=changed.stat().st_size,
            ),
            tr("Choose the original file, or open the changed one as a new table."),
        )
    return None


def _places(reference: DataReference, folder: Path) -> Iterator[Path]:
    """Every place where the table may be, the likeliest first; `folder` is absolute.

    A folder that moved as a whole is why the way from the project comes first. Files of earlier versions know only the
    path as it was typed: relative to a folder that nobody knows, most likely one above the project's.
    """
    if reference.relative:
        yield Path(os.path.normpath(folder / reference.relative))
    source = _pure(reference.source)
    if source.is_absolute() or reference.relative:
        yield Path(reference.source)
    names = [part for part in source.parts if part != source.anchor]
    if not reference.relative:
        for above in (folder, *folder.parents) if not source.is_absolute() else ():
            yield Path(os.path.normpath(above.joinpath(*names)))
        for start in range(1, len(names) - 1):
            yield folder.joinpath(*names[start:])
        if not source.is_absolute():
            yield Path(os.path.abspath(reference.source))
    yield folder / source.name


def _pure(source: str) -> PurePath:
    """Return a path of any system, whichever system this is."""
    windows = PureWindowsPath(source)
    return windows if windows.drive or ("\\" in source and "/" not in source) else PurePosixPath(source)


def embedded_table(
    reference: DataReference,
    original: bytes,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Table:
    """Read the table that travelled inside a project; it keeps the bytes, so that it can travel on.

    Parameters
    ----------
    reference : DataReference
    original : bytes
        The table's file.
    progress : callable, optional
        Called with the share of the file that is done, 0 to 1.
    cancelled : callable, optional
        Polled between blocks; reading stops when it returns True.
    """
    # The name comes from a file that nobody has vouched for: only a plain suffix gets into the path.
    suffix = "".join(ch for ch in Path(reference.source).suffix if ch.isalnum() or ch == ".")[:10]
    with tempfile.TemporaryDirectory(prefix="mlp_gui-") as folder:
        path = Path(folder) / f"table{suffix or '.csv'}"
        path.write_bytes(original)
        table = open_file(path, reference.read_dialect(), progress, cancelled)
    return replace(table, name=reference.name, path=None, original=original)
