"""Remarks are the sentences about what was met in a file, each with its count and first line."""

from __future__ import annotations

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.csv.byte_source import ByteSource
from mlp_gui.data.csv.record_reader import ReadFindings

_SUFFIXES = {"gzip": (".gz", ".gzip", ".tgz"), "bzip2": (".bz2",), "xz": (".xz", ".lzma"), "zip": (".zip",)}


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
