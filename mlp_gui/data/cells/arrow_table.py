"""A table of typed columns: numbers go straight to where a text file's would be after it was parsed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.cancellation import cancelled_by, raise_if_cancelled
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.cells.arrow_columns import ArrowCells, as_texts, read_arrow_column
from mlp_gui.data.cells.arrow_file import ArrowFile
from mlp_gui.data.cells.cell_text import column_texts
from mlp_gui.data.cells.written_cells import HowToRead, first_part, preview_lines
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.columns.table_reader import FilePreview
from mlp_gui.data.csv.byte_source import file_identity, file_stamp
from mlp_gui.data.csv.column_names import ColumnLayout, find_column_layout
from mlp_gui.data.csv.finished_table import ParsedTable, finish_table
from mlp_gui.data.csv.format_reading import asked_formats, learned_formats
from mlp_gui.data.csv.hidden_meanings import suspicious_columns
from mlp_gui.data.csv.record_reader import ReadFindings
from mlp_gui.data.csv.writer import write_exact_rows

_AT_ONCE = 4  # columns, so that a large table is never held twice
_SAMPLE = 200  # rows
_READING = 0.6


def read_arrow(path: Path, how: HowToRead) -> Table:
    """Read a file of typed columns into a table.

    Parameters
    ----------
    path : Path
    how : HowToRead

    Raises
    ------
    UserError
        If pyarrow is missing, or cannot read the file.
    Cancelled
        If the work was withdrawn.
    """
    stamps = file_stamp(path), file_identity(path)
    with cancelled_by(how.cancelled):
        file, dialect = ArrowFile(path), _dialect(how)
        cells = _cells(file, dialect, how)
        layout = _layout(file, dialect)
        cells, findings = _without_empty_rows(cells, path.name)
        numbers = frozenset(j for j, column in enumerate(cells) if column.is_number)
        columns = [column.values for column in cells]
        raw = _raw(cells, layout, how, columns)
        blobs = sum(column.blobs for column in cells)
        cells.clear()
        said = (_blobs(blobs),) if blobs else ()
        parsed = ParsedTable(path, stamps, dialect, layout, columns, raw, findings, said, numbers)
        return finish_table(parsed, how.formats, _rest(how))


def preview_arrow(path: Path) -> FilePreview:
    """Return the first rows of a file as text."""
    file = ArrowFile(path)
    shown = map(column_texts, file.head(_SAMPLE))
    return FilePreview(Dialect(), "utf-8", preview_lines([file.names, *zip(*shown, strict=True)]))


def _dialect(how: HowToRead) -> Dialect:
    """Return what of a dialect counts where names, types and decimal signs are known."""
    given = how.dialect or how.like or Dialect()
    return Dialect(
        missing=given.missing, numeric_missing=given.numeric_missing, trim=given.trim, thousands=given.thousands
    )


def _cells(file: ArrowFile, dialect: Dialect, how: HowToRead) -> list[ArrowCells]:
    tell = first_part(how.progress)
    found: list[ArrowCells] = []
    for first in range(0, len(file.names), _AT_ONCE):
        raise_if_cancelled()
        some = file.columns(first, first + _AT_ONCE)
        while some:
            found.append(read_arrow_column(some.pop(0), dialect))
        tell(len(found) / len(file.names))
    return found


def _layout(file: ArrowFile, dialect: Dialect) -> ColumnLayout:
    """Take the names as those of a text file are taken, with units in them and leading zeros below them."""
    text = io.StringIO(newline="")
    shown = map(column_texts, file.head(_SAMPLE))
    write_exact_rows([file.names, *zip(*shown, strict=True)], text)
    layout = find_column_layout(text.getvalue(), dialect, len(file.names), file.path.name)
    return replace(layout, data_line=1)


def _without_empty_rows(cells: list[ArrowCells], name: str) -> tuple[list[ArrowCells], ReadFindings]:
    """Leave out rows without a single cell, as of a text file."""
    n = len(cells[0].values)
    gone = np.ones(n, bool)
    for column in cells:
        gone &= column.values != column.values
        if not gone.any():
            return cells, ReadFindings(len(cells), n, in_step=False)
    if gone.all():
        raise UserError(tr("{name} has no cells.", name=name), hint=tr("Choose another file."))
    kept = ~gone
    fewer = [replace(c, values=c.values[kept], texts=c.texts[kept] if c.texts is not None else None) for c in cells]
    return fewer, ReadFindings(len(cells), int(kept.sum()), empty=int(gone.sum()), in_step=False)


def _raw(
    cells: Sequence[ArrowCells], layout: ColumnLayout, how: HowToRead, columns: list[NDArray[Any]]
) -> dict[int, NDArray[Any]]:
    """Return the cells that may say more than their values; where a format reads texts, put these in their place."""
    wanted = learned_formats(how.formats, layout.names) | asked_formats(how.formats, layout.names)
    for j, form in wanted.items():
        if form.kept or not (cells[j].is_number and form.kind in ("number", "auto")):
            columns[j] = as_texts(cells[j])
    told = [j for j in suspicious_columns([column.values for column in cells]) if j not in wanted]
    return {j: texts for j in told if (texts := cells[j].texts) is not None}


def _rest(how: HowToRead) -> Any:
    progress = how.progress
    if progress is None:
        return lambda share: None
    return lambda share: progress(0.4 + 0.6 * share)


def _blobs(n: int) -> str:
    return tr_n("{n:,} cell of bytes counts as missing.", "{n:,} cells of bytes count as missing.", n)
