"""Remarks are the sentences about what was met in a file, each with its count and first line."""

from __future__ import annotations

from mlp_gui.core.errors import UserError
from mlp_gui.data.careful import Findings
from mlp_gui.data.dialect import Dialect
from mlp_gui.data.source import Source

_SUFFIXES = {"gzip": (".gz", ".gzip", ".tgz"), "bzip2": (".bz2",), "xz": (".xz", ".lzma"), "zip": (".zip",)}


def source_remarks(source: Source) -> tuple[str, ...]:
    kind = source.packing.kind
    if not kind:
        return ()
    inside = f", the file {source.packing.member} in it was read" if source.packing.member else ""
    if source.path.suffix.lower() not in _SUFFIXES[kind]:
        return (f"The file is packed with {kind}, although its name does not say so{inside}; it was unpacked.",)
    return (f"The file is packed with {kind}{inside}; it was unpacked.",)


def findings_remarks(f: Findings) -> tuple[str, ...]:
    said = []
    if f.long[0]:
        said.append(
            f"{_rows(f.long[0])} left out for having more than {f.width:,} cells; the first is line {f.long[1]:,} with "
            f"{f.long[2]:,}."
        )
    if f.short[0]:
        said.append(
            f"{_rows(f.short[0])} filled up with missing cells for having fewer than {f.width:,}; the first is line "
            f"{f.short[1]:,} with {f.short[2]:,}."
        )
    if f.notes:
        said.append(f"{_lines(len(f.notes))} left out as notes below the table, first “{f.notes[0].strip()[:40]}”.")
    if f.trailing[0]:
        said.append(f"Empty cells beyond the last column were cut off, first in line {f.trailing[1]:,}.")
    if f.empty:
        said.append(f"{_rows(f.empty)} left out for having only empty cells.")
    if f.headers[0]:
        said.append(f"{_rows(f.headers[0])} left out for repeating the header, first in line {f.headers[1]:,}.")
    if f.first_inner_blank:
        said.append(f"Blank lines between rows were left out, first line {f.first_inner_blank:,}.")
    if f.comments:
        said.append(f"{_lines(f.comments)} left out as comments.")
    if f.replaced:
        what = "1 byte is no letter" if f.replaced == 1 else f"{f.replaced:,} bytes are no letters"
        said.append(f"{what} in this encoding, shown as �.")
    if f.long_line[0]:
        said.append(f"Line {f.long_line[0]:,} is unusually long: {f.long_line[1]:,} characters.")
    if f.long_record[0]:
        line, lines = f.long_record
        said.append(f"A quoted cell that begins in line {line:,} runs over {lines:,} lines; a quote may be missing.")
    return tuple(said)


def refuse_ragged(f: Findings, name: str, dialect: Dialect) -> None:
    """UserError when too many rows have more cells than the header, or any has and the dialect asks to refuse."""
    n, line, cells = f.long
    if n and (dialect.long_rows == "refuse" or n > 0.1 * (f.rows + n)):
        raise UserError(
            f"The rows of {name} do not have one width.",
            f"Line {line:,} has {cells:,} cells where {f.width:,} are expected; {n:,} of {f.rows + n:,} rows "
            f"{'has' if n == 1 else 'have'} too many.",
            "Another separator or quote sign may fit better; or correct these lines in the file.",
        )


def _rows(n: int) -> str:
    return "1 row was" if n == 1 else f"{n:,} rows were"


def _lines(n: int) -> str:
    return "1 line was" if n == 1 else f"{n:,} lines were"
