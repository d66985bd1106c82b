"""Opening a table from whatever names one: a file of any kind that has a reader, or "sample:NAME".

Light to import: pandas is loaded by the first table, not by those who only ask which kinds of files there are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from mlp_gui.core.cancellation import cancelled_by
from mlp_gui.core.errors import UserError
from mlp_gui.core.registry import Registry
from mlp_gui.core.regular_file import is_regular_file, refuse_other_than_file
from mlp_gui.core.translation import join_names, tr
from mlp_gui.data import readers
from mlp_gui.data.columns.table_reader import OtherFormatError, ReadsFormats, TableReader, table_readers
from mlp_gui.data.samples.catalogue import PREFIX

if TYPE_CHECKING:
    from mlp_gui.data.columns.column_format import ColumnFormat
    from mlp_gui.data.columns.dialect import Dialect
    from mlp_gui.data.columns.table import Table

_FALLBACK = "delimited_text"  # has no first bytes of its own; tells in words what a file is when it is no table
_HEAD_BYTES = 512


def all_readers() -> Registry[TableReader]:
    """Return the registry with the readers of all kinds of table files in it."""
    _import_readers()
    return table_readers


@cache
def _import_readers() -> None:
    for module in iter_modules(readers.__path__, f"{readers.__name__}."):
        import_module(module.name)


def find_reader(path: str | Path) -> TableReader:
    """Return the reader for a file: the one that recognizes its first bytes or its suffix, else that of text."""
    path = Path(path)
    try:
        head = b""
        if is_regular_file(path):
            with path.open("rb") as file:
                head = file.read(_HEAD_BYTES)
    except OSError:
        return all_readers().create(_FALLBACK)  # which says what is wrong with it
    for reader in (member() for member in all_readers() if member.name != _FALLBACK):
        if reader.recognizes(path, head):
            return reader
    return table_readers.create(_FALLBACK)


def open_file(
    path: str | Path,
    dialect: Dialect | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    like: Dialect | None = None,
    formats: Mapping[str, ColumnFormat] | None = None,
) -> Table:
    """Read a file of any kind that has a reader.

    Parameters
    ----------
    path : str or Path
    dialect, progress, cancelled, like, formats
        See `open_table`.

    Raises
    ------
    UserError
        If the file cannot be read as a table.
    Cancelled
        If `cancelled` returned True.
    """
    path = Path(path)
    refuse_other_than_file(path)
    try:
        with cancelled_by(cancelled):
            reader = find_reader(path)
            if formats and isinstance(reader, ReadsFormats):
                return reader.open_as(path, formats, dialect, progress, cancelled, like)
            return reader.open(path, dialect, progress, cancelled, like)
    except OtherFormatError as error:
        if len(table_readers) == 1:
            raise
        # What refuses here is the reader of text, which knows of no other kinds.
        hint = tr("Choose {tables}.", tables=describe_table_kinds())
        raise UserError(error.title, error.detail, hint) from None


def open_table(
    source: str | Path,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    dialect: Dialect | None = None,
    like: Dialect | None = None,
    formats: Mapping[str, ColumnFormat] | None = None,
) -> Table:
    """Open the table that a text names.

    Parameters
    ----------
    source : str or Path
        A path, or "sample:NAME".
    progress : callable, optional
        Called with the share of the file that is done, 0 to 1.
    cancelled : callable, optional
        Polled while reading.
    dialect : Dialect, optional
        How the file is written. Detected when omitted.
    like : Dialect, optional
        Dialect of a table with the same columns, which settles what the file leaves open.
    formats : mapping of str to ColumnFormat, optional
        Column -> how to read it, as a network learned it; cells that cannot be read so stay text.

    Raises
    ------
    UserError
        If there is no such sample or file, or if the file cannot be read as a table.
    Cancelled
        If `cancelled` returned True.
    """
    if str(source).startswith(PREFIX):
        from mlp_gui.data.samples.loader import read_sample

        return read_sample(str(source).removeprefix(PREFIX), formats)
    return open_file(source, dialect, progress, cancelled, like, formats)


def open_with_header_lines(
    source: str | Path, like: Dialect | None, header_lines: str, formats: Mapping[str, ColumnFormat] | None = None
) -> Table:
    """Open a table whose header a person has described; the rest of its dialect is detected.

    Parameters
    ----------
    source : str or Path
    like : Dialect or None
        See `open_table`.
    header_lines : str
        As in `Dialect`; "" when nobody has said anything.
    formats : mapping of str to ColumnFormat, optional
        See `open_table`.

    Raises
    ------
    UserError
        If there is no such sample or file, or if the file cannot be read as a table.
    """
    table = open_table(source, like=like, formats=formats)
    if not header_lines or table.dialect is None:
        return table
    return open_table(source, dialect=table.dialect.replace(header=True, header_lines=header_lines), formats=formats)


def with_part(source: str | Path, like: Dialect | None, part: Mapping[str, str]) -> Dialect | None:
    """Return an example dialect that also says which part of a file is to be read.

    Parameters
    ----------
    source : str or Path
    like : Dialect or None
        See `open_table`.
    part : mapping
        "sheet", "cells" and "query" as in `Dialect`; "" for what nobody has said anything about.

    Raises
    ------
    UserError
        If the file has no such part.
    """
    chosen = {name: text for name, text in part.items() if text}
    if not chosen:
        return like
    path = Path(source)
    refuse_other_than_file(path)
    reader = find_reader(path)
    for name in chosen:
        if name not in reader.settings:
            title = tr("{name} has no sheets to choose from.", name=path.name)
            raise UserError(title, hint=tr("Leave it out, or choose {kinds}.", kinds=describe_table_kinds()))
    parts = reader.parts(path)
    if "sheet" in chosen and chosen["sheet"] not in parts:
        raise UserError(
            tr("{name} has no sheet {sheet}.", name=path.name, sheet=chosen["sheet"]),
            hint=tr("Its sheets: {names}.", names=join_names(parts, 12)),
        )
    from mlp_gui.data.columns.dialect import Dialect

    return (like or Dialect()).replace(**chosen)


def table_patterns() -> str:
    """Return the name patterns of all table files, as a file dialog wants them: "*.csv *.tsv ..."."""
    return " ".join(_patterns(reader) for reader in _listed())


def table_filters() -> tuple[tuple[str, str], ...]:
    """Return (label, name patterns) of each kind of table file; empty when there is one kind only."""
    kinds = tuple((tr(reader.label), _patterns(reader)) for reader in _listed())
    return kinds if len(kinds) > 1 else ()


def describe_table_kinds() -> str:
    """Return what may be opened, for a sentence: "a CSV file", "a CSV file or a Parquet file"."""
    *others, last = [tr(reader.kind) for reader in _listed()]
    return tr("{names} or {last}", names=", ".join(others), last=last) if others else last


def table_mime_types() -> tuple[str, ...]:
    """Return the media types of all kinds of table files."""
    return tuple(kind for reader in _listed() for kind in reader.mime_types)


def _patterns(reader: type[TableReader]) -> str:
    return " ".join(f"*{suffix}" for suffix in reader.suffixes)


def _listed() -> list[type[TableReader]]:
    """Return the readers in one order, whichever of their modules was imported first."""
    return sorted(all_readers(), key=lambda reader: reader.__module__)
