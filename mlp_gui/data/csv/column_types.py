"""Finishing decides from the whole column what it is: numbers, or text and what kept it from being numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.column_reading import AS_NUMBER, AS_TEXT, NO_NUMBER, NO_TEXT, Said, read_text_column
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.format_inference import native_format, with_header_unit
from mlp_gui.data.columns.number_parsing import ParsedColumn
from mlp_gui.data.columns.remark import Remark
from mlp_gui.data.columns.table import describe_row_location
from mlp_gui.data.csv.column_names import ColumnLayout
from mlp_gui.data.csv.date_columns import DateColumn, find_date_column
from mlp_gui.data.csv.format_reading import read_as_learned
from mlp_gui.data.csv.hidden_meanings import hidden_meanings
from mlp_gui.data.csv.pandas_parser import Columns

_WIDE = 200
_EXACT = 2**53
_SHOWN = 20


@dataclass(frozen=True, eq=False)
class TypedColumns:
    """The frame, the remarks, and how each column was read.

    dialect: with the decimal sign that the file turned out to have. formats: column -> what its cells told. notes:
    column -> sentences about what may be meant otherwise.
    """

    frame: pd.DataFrame
    remarks: list[Remark]
    dialect: Dialect
    formats: dict[str, ColumnFormat]
    notes: dict[str, tuple[str, ...]]


def infer_column_types(
    columns: Columns,
    layout: ColumnLayout,
    dialect: Dialect,
    first_line: int,
    learned: dict[int, ColumnFormat] | None = None,
    asked: dict[int, ColumnFormat] | None = None,
    raw: Mapping[int, NDArray[Any]] | None = None,
) -> TypedColumns:
    """Convert columns to numbers or texts.

    Parameters
    ----------
    columns : list of ndarray
        As the parser left them.
    layout : ColumnLayout
    dialect : Dialect
    first_line : int
        The line of row 0; 0 when rows and lines do not run in step.
    learned : dict, optional
        Position of a column to the format that another table's column was learned with.
    asked : dict, optional
        Position of a column to what a person asked for.
    raw : mapping, optional
        Position of a column to its cells as they stand in the file, where these may say more than its numbers.
    """
    done: dict[str, Any] = {}
    given, dialect, sentences = read_as_learned(columns, layout.names, learned or {}, dialect)
    remarks = [Remark(sentence) for sentence in sentences]
    place = partial(describe_row_location, first_line=first_line)
    notes: dict[str, tuple[str, ...]] = {}
    formats = {layout.names[j]: form for j, form in (learned or {}).items()}
    dates: DateColumn | None = None
    triples = cancellable_loop(zip(layout.names, columns, (*layout.names[1:], ""), strict=True))
    for j, (name, column, following) in enumerate(triples):
        if j in given:
            done[name], dates = given[j], None
            continue
        wish = (asked or {}).get(j, ColumnFormat())
        find = partial(find_date_column, name, before=dates, first_line=first_line, following=following)
        values, said, formats[name], dates = _column_or_dates(column, dialect, wish, place, find)
        if dates is None:
            said += _told_by_file(values, layout.leading_zeros.get(j, ""), (raw or {}).get(j), dialect)
            formats[name] = with_header_unit(formats[name], values, layout.units[j : j + 1])
        said = [(s, () if j in (asked or {}) else ways) for s, ways in said]
        done[name] = values
        notes[name] = tuple(sentence for sentence, ways in said if ways)
        remarks += [Remark(tr("{name}: {sentence}", name=name, sentence=s), name, ways) for s, ways in said]
    remarks += [Remark(sentence) for sentence in _doubtful_fractions(done, formats, dialect)]
    if dialect.header:
        remarks += [Remark(sentence) for sentence in _drop_nameless(done)]
    typed = {n: pd.array(v, dtype="str") if v.dtype == object else v for n, v in done.items()}
    return TypedColumns(pd.DataFrame(typed, copy=len(typed) > _WIDE), _shortened(remarks), dialect, formats, notes)


def _column_or_dates(
    column: NDArray[Any],
    dialect: Dialect,
    wish: ColumnFormat,
    place: Callable[[int], str],
    find: Callable[[NDArray[Any]], DateColumn | None],
) -> tuple[NDArray[Any], Said, ColumnFormat, DateColumn | None]:
    """Texts are dates before they may be numbers with units, which are looked for longer; numbers may be dates, too."""
    auto, is_text = wish.kind == "auto", column.dtype == object
    dates = find(column) if auto and is_text else None
    if dates is None:
        values, said, form = _column(column, dialect, wish, place)
        dates = find(values) if auto and values.dtype != object else None
        if dates is None:
            return values, said, form, None
        is_text = False
    ways = NO_TEXT if is_text else NO_NUMBER
    return dates.values, [(sentence, ways) for sentence in dates.remarks], dates.form, dates


def _told_by_file(values: NDArray[Any], zeros: str, raw: NDArray[Any] | None, dialect: Dialect) -> Said:
    """Return what is said of cells that say more in the file than as numbers."""
    hidden = hidden_meanings(raw, values, dialect) if raw is not None else []
    return hidden or (_lost_zeros(zeros) if values.dtype != object else [])


def _lost_zeros(cell: str) -> Said:
    """Return what is said of a column of numbers with such a cell; nothing when there is none."""
    if not cell:
        return []
    said = tr("Its leading zeros are lost: {zeros} became {number}.", zeros=cell, number=cell.lstrip("0") or "0")
    return [(said, AS_TEXT)]


def _doubtful_fractions(done: dict[str, Any], formats: dict[str, ColumnFormat], dialect: Dialect) -> list[str]:
    """Where all points of a file were taken to group digits, its commas may have done so instead."""
    if dialect.decimal != "," or dialect.separator != ";":
        return []
    written = {n: done[n] for n, f in formats.items() if f.decimal == "," and done[n].dtype.kind in "iuf"}
    grouped = {n for n, values in written.items() if _all_whole(values)}
    names = [n for n in written if n not in grouped]
    if not grouped or not all(_in_thousandths(written[n]) for n in names):
        return []  # no doubt, or one of them proves the sign
    said = tr("Its commas were read as decimal signs, as in the whole file; correct the decimal sign if it is a point.")
    return [tr("{name}: {sentence}", name=n, sentence=said) for n in names]


def _all_whole(values: NDArray[Any]) -> bool:
    return values.dtype.kind in "if" and bool((np.isnan(values) | (values == np.floor(values))).all())


def _in_thousandths(values: NDArray[Any]) -> bool:
    """Whether every number may have been written with one to three digits, a sign and three more."""
    present = np.abs(values[~np.isnan(values)])
    return bool(((present >= 1) & (present < 1000) & np.isclose(present * 1000, np.round(present * 1000))).all())


def _drop_nameless(done: dict[str, Any]) -> list[str]:
    """Columns without name and value come from separators at the ends of lines."""
    nameless = [n for i, n in enumerate(done) if n == f"column_{i + 1}" and pd.isna(done[n]).all()]
    if not nameless or len(nameless) == len(done):
        return []
    for name in nameless:
        del done[name]
    return [
        tr_n(
            "{n:,} column without name and value was left out.",
            "{n:,} columns without name and value were left out.",
            len(nameless),
        )
    ]


def _shortened(remarks: list[Remark]) -> list[Remark]:
    if len(remarks) <= _SHOWN:
        return remarks
    more = tr_n(
        "{n:,} more column has remarks of this kind.",
        "{n:,} more columns have remarks of this kind.",
        len(remarks) - _SHOWN,
    )
    return [*remarks[:_SHOWN], Remark(more)]


def _column(
    values: NDArray[Any], dialect: Dialect, asked: ColumnFormat, place: Callable[[int], str]
) -> tuple[NDArray[Any], Said, ColumnFormat]:
    if values.dtype.kind in "iuf":
        numbers, sentences = _numbers(values, dialect)
        return numbers, [(s, ()) for s in sentences], native_format(values, dialect)
    found = read_text_column(values, dialect, asked, place)
    reading, said = found.parsed, list(found.said)
    if reading.values.dtype.kind in "if":
        numbers, sentences = _numbers(reading.values, dialect)
        return numbers, said + [(s, ()) for s in sentences], reading.format
    if reading.rejected:
        said.append((_kept_remark(reading, place), AS_NUMBER))
    return reading.values, said, reading.format


def _numbers(values: NDArray[Any], dialect: Dialect) -> tuple[NDArray[Any], list[str]]:
    """Cells that are equal to a marker count as missing however they are written: as -999, -999.00 or with blanks."""
    markers = _numeric_markers(tuple(dialect.missing), dialect.decimal)
    gone = np.isin(values, markers) if markers else np.zeros(0, bool)
    if gone.any():
        values = np.where(gone, np.nan, values)
    return _reals(values) if values.dtype.kind == "f" else _integers(values)


@cache  # of ten thousand columns each asks
def _numeric_markers(missing: tuple[str, ...], decimal: str) -> list[float]:
    """Those of the missing markers that are numbers."""
    found = []
    for marker in missing:
        with suppress(ValueError):
            found.append(float(marker.replace(decimal, ".")))
    return [number for number in found if np.isfinite(number)]


def _integers(values: NDArray[Any]) -> tuple[NDArray[Any], list[str]]:
    said = []
    if len(values) and (values.max() > _EXACT or values.min() < -_EXACT):
        said.append(tr("Whole numbers beyond {largest:,} count with 16 digits only.", largest=_EXACT))
        if values.dtype.kind == "u":
            return values.astype(np.float64), said
    return (values.astype(np.int64) if values.dtype.kind == "u" else values), said


def _reals(values: NDArray[Any]) -> tuple[NDArray[Any], list[str]]:
    with np.errstate(all="ignore"):
        if np.isfinite(values.sum()):
            return values, []
    infinite = np.isinf(values)
    if not infinite.any():
        return values, []
    said = tr_n(
        "{n:,} infinite value counts as missing, first in row {row:,}.",
        "{n:,} infinite values count as missing, first in row {row:,}.",
        int(infinite.sum()),
        row=int(infinite.argmax()) + 1,
    )
    return np.where(infinite, np.nan, values), [said]


def _kept_remark(reading: ParsedColumn, place: Callable[[int], str]) -> str:
    assert reading.rejected is not None
    n, odd, row, word = reading.rejected
    shown = word if len(word) <= 30 else word[:29] + "…"
    return tr_n(
        "It is text, because {n:,} of {cells:,} cells is not a number, first {word!r} in {place}.",
        "It is text, because {n:,} of {cells:,} cells are not numbers, first {word!r} in {place}.",
        odd,
        cells=n + odd,
        word=shown,
        place=place(row),
    )
