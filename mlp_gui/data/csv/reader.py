"""Reading turns a file into a table; whatever was guessed, left out or converted is said in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.core.regular_file import refuse_other_than_file
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.byte_source import ByteSource
from mlp_gui.data.csv.chunked_reader import SMALLEST, FallbackNeeded, is_plain, read_chunks
from mlp_gui.data.csv.column_names import ColumnLayout, find_column_layout
from mlp_gui.data.csv.decimal_commas import refuse_decimal_commas
from mlp_gui.data.csv.dialect_detection import (
    DialectGuess,
    detect_dialect,
    dialect_sample,
    most_common_width,
    refuse_too_wide,
)
from mlp_gui.data.csv.finished_table import (
    ParsedTable,
    finish_table,
    long_rows_message,
    refuse_ragged,
    source_messages,
)
from mlp_gui.data.csv.format_reading import (
    Formats,
    asked_formats,
    learned_formats,
    needs_raw_text,
    with_learned_decimal,
)
from mlp_gui.data.csv.hidden_meanings import telling_columns
from mlp_gui.data.csv.pandas_parser import Columns, join_chunks, parse_records
from mlp_gui.data.csv.record_reader import ReadFindings, ReadPlan, read_records

Progress = Callable[[float], None]
Raw = dict[int, np.ndarray[Any, Any]]
_READING = 0.85  # the share of the work that reading is; converting and describing are the rest


def read_table(
    path: str | Path,
    dialect: Dialect | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    like: Dialect | None = None,
    formats: Formats | None = None,
) -> Table:
    """Read a delimited text file into a table.

    Parameters
    ----------
    path : str or Path
    dialect : Dialect, optional
        How the file is written. Detected from its content when omitted.
    progress : callable, optional
        Called with the share of the work that is done, 0 to 1.
    cancelled : callable, optional
        Polled between blocks; reading stops when it returns True.
    like : Dialect, optional
        Dialect of a table with the same columns. Its missing markers apply here too, and its decimal sign decides
        where no
        cell does.
    formats : mapping of str to ColumnFormat, optional
        Column to how it is to be read, as a network learned it.

    Raises
    ------
    UserError
        If the file cannot be read as a table.
    Cancelled
        If `cancelled` returned True.
    """
    refuse_other_than_file(path)
    source = ByteSource(Path(path))
    source.refuse_other_formats()
    return read_source(source, dialect, progress, cancelled, like, formats)


def read_source(
    source: ByteSource,
    dialect: Dialect | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    like: Dialect | None = None,
    formats: Formats | None = None,
) -> Table:
    """Read text that is known to be no other kind of file into a table.

    Parameters
    ----------
    source : ByteSource
    dialect, progress, cancelled, like, formats
        See `read_table`.
    """
    step = _Step(source, progress, cancelled)
    return _table(source, partial(_look, source, dialect, like, formats), step, formats)


def _table(source: ByteSource, look: Callable[[bool], DialectGuess], step: _Step, formats: Formats | None) -> Table:
    found, layout, columns, findings, raw = _read(source, look, step, formats)
    parsed = ParsedTable(
        source.path,
        (source.stamp, source.identity),
        found.dialect,
        layout,
        columns,
        raw,
        findings,
        (*found.warnings, *source_messages(source)),
        source.numbers,
    )
    return finish_table(parsed, formats, lambda share: step.at(_READING + share * (1 - _READING)))


class _Step:
    """Tells the progress and raises Cancelled when asked to stop."""

    def __init__(self, source: ByteSource, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._source, self._progress, self._cancelled = source, progress, cancelled
        self._told = 0.0

    def __call__(self) -> None:
        self.at(self._source.done * _READING)

    def at(self, share: float) -> None:
        """Report the share done, and raise `Cancelled` when asked to stop."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        self._told = max(self._told, share)  # a second way through the file does not count backwards
        if self._progress is not None:
            self._progress(self._told)


def _read(
    source: ByteSource, look: Callable[[bool], DialectGuess], step: _Step, formats: Formats | None
) -> tuple[DialectGuess, ColumnLayout, Columns, ReadFindings, Raw]:
    """Read the fast way when the file is big and plain; else, or when in doubt, the careful way after a closer look."""
    step.at(0.0)
    found = look(source.size >= SMALLEST)
    layout = _layout(source, found)
    if is_plain(source, found.dialect):
        with suppress(FallbackNeeded):
            columns, findings = _read_fast(source, found, layout, step)
            if _raw_positions(columns, layout, source, found.dialect, formats):
                raise FallbackNeeded
            if _telling(columns, source, found.dialect, layout, formats, quick=True):
                raise FallbackNeeded
            return found, layout, columns, findings, {}
    if source.size >= SMALLEST:
        found = look(False)
        layout = _layout(source, found)
    columns, findings, layout, raw = _read_carefully(source, found, layout, step, formats)
    return found, layout, columns, findings, raw


def _layout(source: ByteSource, found: DialectGuess) -> ColumnLayout:
    text, dialect = dialect_sample(source, found.dialect), found.dialect
    return find_column_layout(text, dialect, found.width, source.path.name).narrowed(dialect.first_columns)


def _look(
    source: ByteSource, dialect: Dialect | None, like: Dialect | None, formats: Formats | None, quick: bool
) -> DialectGuess:
    if dialect is None:
        found = detect_dialect(source, quick, like)
        refuse_too_wide(found.dialect, found.width, source.path.name, unasked=like is None)
        if source.numbers is not None:
            return found
        refuse_decimal_commas(dialect_sample(source, found.dialect), found.dialect, source.path.name)
        return replace(found, dialect=with_learned_decimal(found.dialect, formats))
    text = dialect_sample(source, dialect)
    width = most_common_width(text, dialect.separator, dialect.quote, dialect.escape, dialect.skip)
    refuse_too_wide(dialect, width, source.path.name, unasked=False)
    return DialectGuess(dialect, width)


def _read_fast(
    source: ByteSource, found: DialectGuess, layout: ColumnLayout, step: _Step
) -> tuple[Columns, ReadFindings]:
    width, first = layout.width, layout.data_line
    file_width, parsed = layout.file_width, width if layout.unread else 0
    pieces = read_chunks(source.path, found.dialect, file_width, first, lambda share: step.at(share * _READING), parsed)
    columns, mixed = join_chunks(pieces, width)
    if mixed:
        raise FallbackNeeded
    return columns, ReadFindings(file_width, len(columns[0]), first_line=first + 1)


def _read_carefully(
    source: ByteSource, found: DialectGuess, layout: ColumnLayout, step: _Step, formats: Formats | None
) -> tuple[Columns, ReadFindings, ColumnLayout, Raw]:
    parsed = layout.width if layout.unread else 0
    plan = ReadPlan(found.dialect, layout.file_width, layout.data_line, header=layout.header, parsed=parsed)
    findings, pieces = _walk(source, plan, step)
    if findings.long[0] and found.dialect.long_rows == "keep":
        if not layout.unread:  # else nobody wants what stands beyond
            layout = layout.widened(findings.widest, long_rows_message(findings))
        plan = replace(plan, width=findings.widest)
        findings, pieces = _walk(source, plan, step)
    if not findings.rows and findings.empty:
        plan = replace(plan, keep_empty=True)
        findings, pieces = _walk(source, plan, step)
    refuse_ragged(findings, source.path.name, found.dialect)
    if not pieces:
        raise UserError(tr("{name} has names but no rows.", name=source.path.name), hint=tr("Choose another file."))
    columns, mixed = join_chunks(pieces, layout.width)
    raw = _raw_positions(columns, layout, source, found.dialect, formats)
    for positions, is_raw in ((sorted({*mixed} - {*raw}), False), (raw, True)):
        for j, cells in _cells(source, plan, step, positions, is_raw).items():
            columns[j] = cells
    telling = _telling(columns, source, found.dialect, layout, formats)
    return columns, findings, layout, _cells(source, plan, step, telling, True)


def _cells(source: ByteSource, plan: ReadPlan, step: _Step, positions: list[int], raw: bool) -> Raw:
    """Columns as texts; raw: with all that counts as missing."""
    pieces = _walk(source, plan, step, tuple(positions), raw)[1] if positions else []
    streams = [iter(piece.to_numpy(dtype=object).T) for piece in pieces]
    return {j: np.concatenate([next(stream) for stream in streams]) for j in cancellable_loop(positions)}


def _telling(
    columns: Columns,
    source: ByteSource,
    dialect: Dialect,
    layout: ColumnLayout,
    formats: Formats | None,
    quick: bool = False,
) -> list[int]:
    """Columns that nobody has decided on, and whose cells may say more than their numbers."""
    found = telling_columns(columns, source.path, dialect, layout.data_line, layout.file_width, quick)
    return [j for j in found if layout.names[j] not in (formats or {})]


def _raw_positions(
    columns: Columns, layout: ColumnLayout, source: ByteSource, dialect: Dialect, formats: Formats | None
) -> list[int]:
    """Columns of which the text of each cell is needed, because their format reads it in its own way."""
    wanted = learned_formats(formats, layout.names, source.numbers) | asked_formats(formats, layout.names)
    return [j for j, form in sorted(wanted.items()) if needs_raw_text(columns[j], form, dialect)]


def _walk(
    source: ByteSource, plan: ReadPlan, step: _Step, as_text: tuple[int, ...] = (), raw: bool = False
) -> tuple[ReadFindings, list[Any]]:
    found, pieces = ReadFindings(plan.width), []
    for data in read_records(source, plan, found, step):
        try:
            pieces.append(parse_records(data, plan.width, plan.dialect, as_text, raw, plan.parsed))
        except ValueError as error:
            said = tr("{name} cannot be read as a table.", name=source.path.name)
            raise UserError(said, f"{error}.", tr("Choose another dialect.")) from None
    return found, pieces
