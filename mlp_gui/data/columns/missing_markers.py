"""Missing markers of single columns: cells that mean no value there, chosen by a person, and the remarks that offer it.

Numbers are compared by their value, so that the marker 9999.9 is found in 9999.90, too; texts as they are written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.columns.cell_reader import number_word
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.format_inference import with_asked_kinds
from mlp_gui.data.columns.profile import FieldProfile, profile_column
from mlp_gui.data.columns.remark import Remark, WayOut
from mlp_gui.data.columns.sentinels import Sentinel
from mlp_gui.data.columns.table import Table, describe_row_location

TREAT, KEEP = mark("Treat as missing"), mark("Keep")
SEPARATOR = "; "


def split_markers(text: str) -> tuple[str, ...]:
    """Split "-999; 9999.9" into its markers; commas divide them where all that they divide are numbers.

    Parameters
    ----------
    text : str
    """
    found: list[str] = []
    for word in (part.strip() for part in text.split(";")):
        pieces = [piece.strip() for piece in word.split(",")]
        several = len(pieces) > 1 and _number(word) is None and all(_number(p) is not None for p in pieces)
        found += pieces if several else [word]
    return tuple(dict.fromkeys(filter(None, found)))


def _number(word: str) -> float | None:
    plain = word.replace("\N{MINUS SIGN}", "-")
    with suppress(ValueError):
        return float(plain)
    with suppress(ValueError):
        return float(plain.replace(",", "."))
    return None


def marker_numbers(markers: Sequence[str]) -> list[float]:
    """Return those of the markers that are numbers."""
    return [value for value in map(_number, markers) if value is not None]


def are_markers(values: NDArray[Any], markers: Sequence[str]) -> NDArray[np.bool_]:
    """Tell which numbers are markers.

    Parameters
    ----------
    values : ndarray of shape (n_rows,)
    markers : sequence of str
    """
    return np.isin(values, marker_numbers(markers))


def with_markers(table: Table, markers: Mapping[str, tuple[str, ...]]) -> Table:
    """Return a table in which the markers of some columns are gaps; the same one when they are so already.

    Parameters
    ----------
    table : Table
        It may have other markers, which are undone.
    markers : mapping of str to tuple of str
        Column -> cells that mean no value. Columns that the table does not have are passed over.
    """
    wanted = {name: cells for name, cells in markers.items() if cells and table.has(name)}
    if wanted == table.markers:
        return table
    read = table.unmarked or table
    if not wanted:
        return read
    columns = {name: _masked(read.frame[name], cells) for name, cells in wanted.items()}
    fields = tuple(_profiled(f, columns[f.name]) if f.name in columns else f for f in read.fields)
    formats = dict(read.formats)
    for name, cells in wanted.items():
        form = formats.get(name, ColumnFormat())
        formats[name] = replace(form, missing=tuple(dict.fromkeys((*form.missing, *map(_plain, cells)))))
    fields = with_asked_kinds(fields, read.asked, formats)
    before = sentinel_remarks(read.fields, read.first_line)
    now, gone = sentinel_remarks(fields, read.first_line, wanted), {r.sentence for r in before}
    return replace(
        read,
        frame=read.frame.assign(**columns),
        fields=fields,
        formats=formats,
        warnings=(*(w for w in read.warnings if w not in gone), *(r.sentence for r in now)),
        remarks=(*now, *(r for r in read.remarks if r not in before)),
        markers=wanted,
        unmarked=read,
    )


def _profiled(field: FieldProfile, series: pd.Series[Any]) -> FieldProfile:
    return replace(profile_column(field.name, series), suggestions=field.suggestions)


def _plain(marker: str) -> str:
    """Write a marker as formats have it: numbers in their shortest form."""
    value = _number(marker)
    return marker if value is None else number_word(value)


def _masked(series: pd.Series[Any], markers: tuple[str, ...]) -> pd.Series[Any]:
    if series.dtype.kind in "iuf":
        gone = are_markers(series.to_numpy(), markers)
        return series.astype(np.float64).mask(gone) if gone.any() else series
    return series.mask(series.str.strip().isin(markers))


def sentinel_remarks(
    fields: Sequence[FieldProfile], first_line: int = 0, markers: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[Remark, ...]:
    """Return what there is to say about numbers that may mean no value, each with its two ways out.

    Parameters
    ----------
    fields : sequence of FieldProfile
    first_line : int
        The line of the file in which row 0 stands; 0 when that is not known.
    markers : mapping of str to tuple of str, optional
        Column -> cells that count as missing already.
    """
    found = []
    for f in fields:
        if f.sentinels:
            said = tr("{name}: {sentence}", name=f.name, sentence=sentinel_sentence(f.sentinels, first_line))
            found.append(Remark(said, f.name, _ways_out(f.sentinels, (markers or {}).get(f.name, ()))))
    return tuple(found)


def field_notes(field: FieldProfile) -> tuple[str, ...]:
    """Return everything there is to look at in a column, in sentences."""
    return (*field.suggestions, *([sentinel_sentence(field.sentinels)] if field.sentinels else []))


def sentinel_sentence(sentinels: Sequence[Sentinel], first_line: int = 0) -> str:
    """Return the sentence about such numbers of one column, without its name.

    Parameters
    ----------
    sentinels : sequence of Sentinel
    first_line : int
        See `sentinel_remarks`.
    """
    n = sum(s.count for s in sentinels)
    if len(sentinels) == 1:
        return tr_n(
            "{n:,} cell holds {value}, far from all others, in {place}. If it means no value, treat it as missing.",
            "{n:,} cells hold {value}, far from all others, first in {place}. If it means no value, treat it as "
            "missing.",
            n,
            value=number_word(sentinels[0].value),
            place=describe_row_location(sentinels[0].row, first_line),
        )
    return tr_n(
        "{n:,} cell holds numbers far from all others: {values}. If they mean no value, treat them as missing.",
        "{n:,} cells hold numbers far from all others: {values}. If they mean no value, treat them as missing.",
        n,
        values=_listed(sentinels, first_line),
    )


def _listed(sentinels: Sequence[Sentinel], first_line: int) -> str:
    return ", ".join(
        tr_n(
            "{value} ({n:,} cell, in {place})",
            "{value} ({n:,} cells, first in {place})",
            s.count,
            value=number_word(s.value),
            place=describe_row_location(s.row, first_line),
        )
        for s in sentinels
    )


def _ways_out(sentinels: Sequence[Sentinel], markers: Sequence[str]) -> tuple[WayOut, ...]:
    words = [number_word(s.value) for s in sentinels]
    return (WayOut(TREAT, "markers", SEPARATOR.join((*markers, *words))), WayOut(KEEP, "kept", SEPARATOR.join(words)))
