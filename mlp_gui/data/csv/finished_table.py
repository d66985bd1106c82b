"""A finished table: what each of its columns is, and the sentences about what was met in its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.format_inference import describe_formats, with_asked_kinds, with_notes
from mlp_gui.data.columns.missing_markers import sentinel_remarks
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.byte_source import ByteSource
from mlp_gui.data.csv.column_names import ColumnLayout
from mlp_gui.data.csv.column_types import infer_column_types
from mlp_gui.data.csv.format_reading import Formats, asked_formats, learned_formats
from mlp_gui.data.csv.pandas_parser import Columns
from mlp_gui.data.csv.record_reader import ReadFindings

_SUFFIXES = {"gzip": (".gz", ".gzip", ".tgz"), "bzip2": (".bz2",), "xz": (".xz", ".lzma"), "zip": (".zip",)}


@dataclass(frozen=True, eq=False)
class ParsedTable:
    """The columns of a file as they were parsed, before anybody has decided what they are.

    path, stamps (`file_stamp` and `file_identity`): of the file. raw: see `infer_column_types`. said: sentences about
    the file. numbers: see `ByteSource`.
    """

    path: Path
    stamps: tuple[tuple[int, int], tuple[int, int]]
    dialect: Dialect
    layout: ColumnLayout
    columns: Columns
    raw: dict[int, NDArray[Any]]
    findings: ReadFindings
    said: tuple[str, ...] = ()
    numbers: frozenset[int] | None = None


def finish_table(parsed: ParsedTable, formats: Formats | None, progress: Callable[[float], None]) -> Table:
    """Decide what each column is, and describe it.

    Parameters
    ----------
    parsed : ParsedTable
    formats : mapping of str to ColumnFormat, optional
        See `read_table`.
    progress : callable
        Called with the share that is done.
    """
    progress(0.0)
    layout, findings = parsed.layout, parsed.findings
    first_line = findings.first_line if findings.in_step else 0
    learned, asked = learned_formats(formats, layout.names, parsed.numbers), asked_formats(formats, layout.names)
    typed = infer_column_types(parsed.columns, layout, parsed.dialect, first_line, learned, asked, parsed.raw)
    progress(0.65)
    fields = with_asked_kinds(profile_frame(typed.frame, formats=typed.formats), formats or {}, typed.formats)
    doubts = tuple(tr("{name}: {sentence}", name=f.name, sentence=s) for f in fields for s in f.suggestions)
    odd = sentinel_remarks(fields, first_line)
    said = (*parsed.said, *layout.warnings, *findings_messages(findings))
    said += (*(remark.sentence for remark in typed.remarks), *doubts, *(remark.sentence for remark in odd))
    fields = with_notes(fields, typed.notes)
    progress(1.0)
    return Table(
        parsed.path.name,
        parsed.path,
        typed.frame,
        typed.dialect,
        fields,
        said,
        _left_out(findings),
        first_line,
        parsed.stamps[0],
        formats=describe_formats(fields, typed.formats) | {n: f for n, f in (formats or {}).items() if f.is_learned},
        remarks=(*(remark for remark in typed.remarks if remark.ways_out), *odd),
        asked={name: form for name, form in (formats or {}).items() if form.asked},
        identity=parsed.stamps[1],
    )


def source_messages(source: ByteSource) -> tuple[str, ...]:
    """Return a sentence about the packing of a file, or none."""
    kind = source.compression.kind
    if not kind:
        return ()
    member = source.compression.member
    if source.path.suffix.lower() in _SUFFIXES[kind]:
        if not member:
            return (tr("The file is packed with {kind}; it was unpacked.", kind=kind),)
        return (
            tr(
                "The file is packed with {kind}, the file {member} in it was read; it was unpacked.",
                kind=kind,
                member=member,
            ),
        )
    if not member:
        return (tr("The file is packed with {kind}, although its name does not say so; it was unpacked.", kind=kind),)
    return (
        tr(
            "The file is packed with {kind}, although its name does not say so, the file {member} in it was read; it "
            "was unpacked.",
            kind=kind,
            member=member,
        ),
    )


def findings_messages(f: ReadFindings) -> tuple[str, ...]:
    """Return the sentences about what was met while reading."""
    said = []
    if f.long[0]:
        said.append(_long_rows(f))
    if f.short[0]:
        said.append(_short_rows(f))
    if f.notes:
        said.append(
            tr_n(
                "{n:,} line was left out as a note below the table, first “{note}”.",
                "{n:,} lines were left out as notes below the table, first “{note}”.",
                len(f.notes),
                note=f.notes[0].strip()[:40],
            )
        )
    if f.trailing[0]:
        said.append(tr("Empty cells beyond the last column were cut off, first in line {line:,}.", line=f.trailing[1]))
    return (*said, *_left_out_remarks(f), *_odd_remarks(f))


def _long_rows(f: ReadFindings) -> str:
    return tr_n(
        "{n:,} row was left out for having more than {width:,} cells; the first is line {line:,} with {cells:,}.",
        "{n:,} rows were left out for having more than {width:,} cells; the first is line {line:,} with {cells:,}.",
        f.long[0],
        width=f.width,
        line=f.long[1],
        cells=f.long[2],
    )


def long_rows_message(f: ReadFindings) -> str:
    """Return the sentence about rows with more cells than there are names, when the person wants to keep them."""
    return tr_n(
        "{n:,} row has more than {width:,} cells and was kept with extra columns; the first is line {line:,} with "
        "{cells:,}.",
        "{n:,} rows have more than {width:,} cells and were kept with extra columns; the first is line {line:,} with "
        "{cells:,}.",
        f.long[0],
        width=f.width,
        line=f.long[1],
        cells=f.long[2],
    )


def _short_rows(f: ReadFindings) -> str:
    return tr_n(
        "{n:,} row was filled up with missing cells for having fewer than {width:,}; the first is line {line:,} with "
        "{cells:,}.",
        "{n:,} rows were filled up with missing cells for having fewer than {width:,}; the first is line {line:,} with "
        "{cells:,}.",
        f.short[0],
        width=f.width,
        line=f.short[1],
        cells=f.short[2],
    )


def _left_out_remarks(f: ReadFindings) -> list[str]:
    said = []
    if f.empty:
        said.append(
            tr_n(
                "{n:,} row was left out for having only empty cells.",
                "{n:,} rows were left out for having only empty cells.",
                f.empty,
            )
        )
    if f.headers[0]:
        said.append(
            tr_n(
                "{n:,} row was left out for repeating the header, first in line {line:,}.",
                "{n:,} rows were left out for repeating the header, first in line {line:,}.",
                f.headers[0],
                line=f.headers[1],
            )
        )
    if f.first_inner_blank:
        said.append(tr("Blank lines between rows were left out, first line {line:,}.", line=f.first_inner_blank))
    if f.comments:
        said.append(tr_n("{n:,} line was left out as a comment.", "{n:,} lines were left out as comments.", f.comments))
    return said


def _odd_remarks(f: ReadFindings) -> list[str]:
    said = []
    if f.replaced:
        said.append(
            tr_n(
                "{n:,} byte is no letter in this encoding, shown as �.",
                "{n:,} bytes are no letters in this encoding, shown as �.",
                f.replaced,
            )
        )
    if f.long_line[0]:
        line, n = f.long_line
        said.append(tr("Line {line:,} is unusually long: {n:,} characters.", line=line, n=n))
    if f.stray[0]:
        said.append(
            tr_n(
                "{n:,} row has a quote sign inside a cell, which was kept, in line {line:,}.",
                "{n:,} rows have a quote sign inside a cell, which was kept, first in line {line:,}.",
                f.stray[0],
                line=f.stray[1],
            )
        )
    if f.long_record[0]:
        line, n = f.long_record
        said.append(
            tr(
                "A quoted cell that begins in line {line:,} runs over {n:,} lines; a quote may be missing.",
                line=line,
                n=n,
            )
        )
    return said


def refuse_ragged(f: ReadFindings, name: str, dialect: Dialect) -> None:
    """Check that rows are not wider than the header more often than the dialect allows.

    Parameters
    ----------
    f : ReadFindings
    name : str
        Of the file.
    dialect : Dialect

    Raises
    ------
    UserError
        If too many rows have more cells than the header, or any has and the dialect asks to refuse.
    """
    n, line, cells = f.long
    if n and (dialect.long_rows == "refuse" or n > 0.1 * (f.rows + n)):
        raise UserError(
            tr("The rows of {name} do not have one width.", name=name),
            tr_n(
                "Line {line:,} has {cells:,} cells where {width:,} are expected; {n:,} of {rows:,} rows has too many.",
                "Line {line:,} has {cells:,} cells where {width:,} are expected; {n:,} of {rows:,} rows have too many.",
                n,
                line=line,
                cells=cells,
                width=f.width,
                rows=f.rows + n,
            ),
            tr(
                "Another separator or quote sign may fit better. Otherwise keep these rows with extra columns, or "
                "correct them in the file."
            ),
        )


def _left_out(found: ReadFindings) -> tuple[tuple[str, int], ...]:
    long, empty, headers = found.long[0], found.empty, found.headers[0]
    reasons = (
        (tr_n("has too many cells", "have too many cells", long), long),
        (tr_n("is empty", "are empty", empty), empty),
        (tr_n("repeats the header", "repeat the header", headers), headers),
    )
    return tuple((reason, n) for reason, n in reasons if n)
