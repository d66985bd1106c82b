"""Reading a new file's columns as another table's columns were: which to take as raw text, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.cell_reader import LIMIT, PERCENT, decimal_of, repeat_above
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.formatted_cells import MISSING_WORDS, ReadCells, read_numbers
from mlp_gui.data.columns.missing_markers import are_markers
from mlp_gui.data.csv.pandas_parser import Columns

Formats = Mapping[str, ColumnFormat]


def learned_formats(
    formats: Formats | None, names: tuple[str, ...], numbers: frozenset[int] | None = None
) -> dict[int, ColumnFormat]:
    """Return the formats of the columns of a file by their positions; none for those that are read as they look.

    Parameters
    ----------
    formats : mapping of str to ColumnFormat, optional
    names : sequence of str
        The columns of the file.
    numbers : frozenset of int, optional
        Positions of columns with typed numbers: these are written with a point, however the learned ones were.
    """
    given = formats or {}
    found = {j: given[name] for j, name in enumerate(names) if name in given and given[name].is_learned}
    typed = {j: replace(found[j], decimal=".") for j in numbers or () if j in found and found[j].decimal}
    return found | typed


def asked_formats(formats: Formats | None, names: tuple[str, ...]) -> dict[int, ColumnFormat]:
    """Return what a person asked for by the positions of the columns of a file.

    Parameters
    ----------
    formats : mapping of str to ColumnFormat, optional
    names : sequence of str
        The columns of the file.
    """
    given = formats or {}
    return {j: given[name] for j, name in enumerate(names) if name in given and given[name].asked}


def with_learned_decimal(dialect: Dialect, formats: Formats | None) -> Dialect:
    """Return the dialect with the decimal sign that all learned columns of numbers share, if they do.

    Parameters
    ----------
    dialect : Dialect
    formats : mapping of str to ColumnFormat, optional
    """
    learned = [form for form in (formats or {}).values() if form.is_learned]
    signs = {form.decimal for form in learned if form.kind == "number" and form.decimal}
    return dialect.replace(decimal=signs.pop()) if len(signs) == 1 else dialect


def needs_raw_text(values: NDArray[Any], form: ColumnFormat, dialect: Dialect) -> bool:
    """Tell whether the parser may have changed cells: 01 into 1, TRUE into True, 1.234 into a fraction.

    Parameters
    ----------
    values : ndarray of shape (n_rows,)
    form : ColumnFormat
    dialect : Dialect
    """
    if form.kept:
        return True  # NA in every cell came as a column without values
    if form.asked and values.dtype.kind != "O":
        return form.kind in ("text", "datetime", "boolean")
    if values.dtype.kind == "O":
        return any(v is True or v is False or v in ("True", "False") for v in values[:1000])
    if form.kind != "number":
        return not (values.dtype.kind == "f" and bool(np.isnan(values).all()))
    parsed = dialect.decimal if dialect.decimal != dialect.separator else "."
    if values.dtype.kind in "iu":
        return False
    return values.dtype.kind != "f" or form.decimal not in ("", parsed) or (not form.decimal and _may_be_groups(values))


def _may_be_groups(values: NDArray[Any]) -> bool:
    """Where nobody knows the decimal sign, all cells together tell it, so all of them are needed as they stand."""
    return bool(np.isfinite(values).any())


def read_as_learned(
    columns: Columns, names: tuple[str, ...], formats: dict[int, ColumnFormat], dialect: Dialect
) -> tuple[dict[int, NDArray[Any]], Dialect, list[str]]:
    """Return the columns that have a format, the dialect with the decimal sign of the file, and remarks.

    Columns of numbers of which every cell can be read become numbers; the others stay texts, with NaN in the gaps.
    """
    unknown = [j for j, form in formats.items() if form.kind == "number" and not form.decimal]
    said: list[str] = []
    if unknown:
        proved = decimal_of([_texts(columns[j]) for j in unknown if columns[j].dtype == object], dialect.separator)
        dialect = dialect.replace(decimal=proved or ".")
    done: dict[int, NDArray[Any]] = {}
    for j, form in formats.items():
        values = np.array(repeat_above(columns[j].tolist()), dtype=object) if form.ditto else columns[j]
        if form.kind == "number":
            form = form if form.decimal else replace(form, decimal=dialect.decimal)
            done[j], remarks = _numbers(values, form)
            said += [tr("{name}: {sentence}", name=names[j], sentence=s) for s in remarks]
        else:
            done[j] = _words(values, form, dialect.trim)
    return done, dialect, said


def _texts(values: NDArray[Any]) -> list[str]:
    return [v for v in values.tolist() if isinstance(v, str)]


def _numbers(values: NDArray[Any], form: ColumnFormat) -> tuple[NDArray[Any], list[str]]:
    if values.dtype != object:
        gone = are_markers(values, form.missing) if form.missing else np.zeros(len(values), bool)
        if values.dtype.kind == "f":
            gone |= np.isinf(values)
        return (np.where(gone, np.nan, values) if gone.any() else values), []
    found = read_numbers(values, form)
    remarks = _percent_remark(values, found) + _limit_remark(values, found)
    return (values if found.unread.any() else found.values), remarks


def _percent_remark(values: NDArray[Any], found: ReadCells) -> list[str]:
    n, cell, number = _example(values, found, PERCENT)
    said = tr_n(
        "{n:,} cell is written in percent and was read as a share, as in the training: {cell} is {number:g}.",
        "{n:,} cells are written in percent and were read as shares, as in the training: {cell} is {number:g}.",
        n,
        cell=cell,
        number=number,
    )
    return [said] if n else []


def _limit_remark(values: NDArray[Any], found: ReadCells) -> list[str]:
    n, cell, number = _example(values, found, LIMIT)
    said = tr_n(
        "{n:,} cell is a limit and counts as in the training: {cell} is {number:g}.",
        "{n:,} cells are limits and count as in the training: {cell} is {number:g}.",
        n,
        cell=cell,
        number=number,
    )
    return [said] if n else []


def _example(values: NDArray[Any], found: ReadCells, how: str) -> tuple[int, str, float]:
    """Return how many cells were read in a way, and the first of them with its number."""
    these = np.flatnonzero(found.said == how)
    if not len(these):
        return 0, "", np.nan
    return len(these), str(values[these[0]]).strip(), float(found.values[these[0]])


def _words(values: NDArray[Any], form: ColumnFormat, trim: bool) -> NDArray[Any]:
    if values.dtype != object:
        return np.full(len(values), np.nan, dtype=object)  # only an empty column comes as numbers
    words = pd.Series(values, dtype=object)
    stripped = words.str.strip()
    gaps = stripped.isin(MISSING_WORDS - _kept(form)) | stripped.isin(form.missing) | stripped.isna()
    if "" in form.false_words:
        gaps &= stripped != ""
    return (stripped if trim else words).where(~gaps, np.nan).to_numpy(dtype=object)


def _kept(form: ColumnFormat) -> set[str]:
    return {marker for marker in MISSING_WORDS if marker.lower() in form.kept}
