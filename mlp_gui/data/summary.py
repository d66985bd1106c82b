"""Inspecting says what the reader found in a file, as plain data for the command line."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.format_inference import with_asked_kinds
from mlp_gui.data.columns.profile import FieldProfile, profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.open_table import open_with_header_lines


def summarize_file(path: str | Path, like: Dialect | None = None, header_lines: str = "") -> dict[str, Any]:
    """Describe what the reader found in a file, as `summarize_table` does.

    Parameters
    ----------
    path : str or Path
        A path, or "sample:NAME".
    like : Dialect, optional
        See `open_table`.
    header_lines : str
        What the lines of the header hold, as in `Dialect`; found out when omitted.

    Raises
    ------
    UserError
        If the file is refused.
    """
    return summarize_table(open_with_header_lines(path, like, header_lines), path)


def summarize_table(table: Table, source: str | Path) -> dict[str, Any]:
    """Describe what the reader found in a file, as plain data for the command line.

    Parameters
    ----------
    table : Table
    source : str or Path
        A path, or "sample:NAME".

    Returns
    -------
    dict
        file, rows, columns, encoding, separator, decimal, header, header_lines, missing, time_axis, fields, warnings;
        sheet, cells and query where these say which part of the file was read.
    """
    dialect = table.dialect
    fields = table.fields
    if not all(f.exact for f in fields):
        fields = with_asked_kinds(profile_frame(table.frame, True, table.formats), table.asked, table.formats)
    place = {name: getattr(dialect, name) for name in ("sheet", "cells", "query") if dialect and getattr(dialect, name)}
    return {
        "file": str(source),
        "rows": table.n_rows,
        "columns": table.n_columns,
        "encoding": dialect.encoding if dialect else "",
        "separator": dialect.separator if dialect else "",
        "decimal": dialect.decimal if dialect else ".",
        "header": dialect.header if dialect else True,
        "header_lines": dialect.header_lines if dialect else "names",
        "missing": sum(f.missing for f in fields),
        "time_axis": list(table.time_axis),
        "fields": [_field(f) for f in fields],
        "warnings": list(table.warnings),
    } | place


def _field(f: FieldProfile) -> dict[str, Any]:
    return ({"unit": f.unit} if f.unit else {}) | {
        "name": f.name,
        "kind": f.kind,
        "missing": f.missing,
        "distinct": f.distinct,
        "min": _number(f.minimum),
        "max": _number(f.maximum),
        "sum": _number(f.sum),
    }


def _number(value: float | None) -> float | int | None:
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) < 2**53 else value
