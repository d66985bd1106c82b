"""The formats of a fresh table: what was found while its columns were read, and what their profiles add."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.profile import FieldProfile, as_words

_KINDS = {"boolean": "boolean", "category": "text", "text": "text", "datetime": "datetime"}
_FEW = 1_000


def native_format(values: NDArray[Any], dialect: Dialect) -> ColumnFormat:
    """Return the format of numbers that the parser read by itself. A fraction proves the decimal sign.

    Parameters
    ----------
    values : ndarray of shape (n_rows,)
    dialect : Dialect
    """
    sign = dialect.decimal if dialect.decimal != dialect.separator else "."
    with_fraction = values.dtype.kind == "f" and (_has_fraction(values[:_FEW]) or _has_fraction(values))
    return ColumnFormat("number", decimal=sign if with_fraction else "")


def _has_fraction(values: NDArray[Any]) -> bool:
    with np.errstate(invalid="ignore"):
        return bool(((values != np.floor(values)) & (values == values)).any())


def with_header_unit(form: ColumnFormat, values: NDArray[Any], units: Sequence[str]) -> ColumnFormat:
    """Return the format of numbers with the unit that the header names, unless the cells hold one themselves.

    Parameters
    ----------
    form : ColumnFormat
    values : ndarray of shape (n_rows,)
        Numbers, or texts, which have no unit.
    units : sequence of str
        The unit, or nothing.
    """
    known = values.dtype != object and bool(units) and bool(units[0]) and not form.unit
    return replace(form, unit=units[0]) if known else form


def describe_formats(fields: tuple[FieldProfile, ...], found: Mapping[str, ColumnFormat]) -> dict[str, ColumnFormat]:
    """Return the format of every column. A sign that one column proves counts for those of the file that prove none.

    Parameters
    ----------
    fields : tuple of FieldProfile
    found : mapping of str to ColumnFormat
        What reading found out.
    """
    signs = Counter(form.decimal for form in found.values() if form.decimal)
    common = signs.most_common(1)[0][0] if signs else ""
    return {field.name: _described(field, found.get(field.name, ColumnFormat()), common) for field in fields}


def with_asked_kinds(
    fields: tuple[FieldProfile, ...], asked: Mapping[str, ColumnFormat], found: Mapping[str, ColumnFormat]
) -> tuple[FieldProfile, ...]:
    """Return the profiles with the kinds that a person asked for, and with the units of the columns.

    Parameters
    ----------
    fields : tuple of FieldProfile
    asked, found : mapping of str to ColumnFormat
        What was asked for, and what reading found out.
    """
    return tuple(
        _of_kind(f, asked[f.name], found[f.name]) if f.name in asked and asked[f.name].asked else _with_unit(f, found)
        for f in fields
    )


def with_notes(fields: tuple[FieldProfile, ...], notes: Mapping[str, tuple[str, ...]]) -> tuple[FieldProfile, ...]:
    """Return the profiles with what there is to look at in their columns.

    Parameters
    ----------
    fields : tuple of FieldProfile
    notes : mapping of str to tuple of str
        Column to sentences.
    """
    if not any(notes.values()):
        return fields
    return tuple(replace(f, suggestions=(*f.suggestions, *notes[f.name])) if notes.get(f.name) else f for f in fields)


def _with_unit(field: FieldProfile, found: Mapping[str, ColumnFormat]) -> FieldProfile:
    unit = found[field.name].unit if field.name in found and field.is_number else ""
    return replace(field, unit=unit) if unit else field


def _of_kind(field: FieldProfile, asked: ColumnFormat, found: ColumnFormat) -> FieldProfile:
    if field.kind == "empty" or field.is_number:
        return _with_unit(field, {field.name: found})
    if asked.kind == "datetime":
        return replace(field, kind="datetime", date_format=found.date_format, century=found.century)
    if asked.kind == "boolean":
        return replace(field, kind="boolean")
    return as_words(field) if asked.kind == "text" else field


def _described(field: FieldProfile, form: ColumnFormat, decimal: str) -> ColumnFormat:
    if field.is_number and form.kind in ("auto", "number"):
        low, high = field.minimum, field.maximum
        within = low is not None and high is not None and low >= 0 and high <= 1 and not form.unit
        share, truth = within and field.kind == "real", within and field.kind == "integer"
        return replace(form, kind="number", decimal=form.decimal or decimal, share=share, truth=truth)
    if field.kind == "datetime":
        if form.kind == "datetime" and form.date_format:
            return form
        return ColumnFormat("datetime", date_format=field.date_format)
    return replace(form, kind=_KINDS[field.kind]) if field.kind in _KINDS else form
