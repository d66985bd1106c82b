"""Parsing turns whole records of UTF-8 text into columns, with the C engine of pandas and everything said to it."""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from mlp_gui.data.dialect import Dialect

Columns = list["pd.Series[Any]"]
_NOTHING = "\x1f"


def parse_records(data: bytes, width: int, dialect: Dialect, as_text: Sequence[int] = ()) -> pd.DataFrame:
    """Columns 0 .. width - 1 of complete records without a header; those in `as_text` alone and unconverted when given.

    ValueError or pandas' ParserError when a record is wider than `width`.
    """
    options: dict[str, Any] = {}
    if as_text:
        options = {"usecols": list(as_text), "dtype": dict.fromkeys(as_text, str)}
    with warnings.catch_warnings():
        # A row wider than the names is reported by this warning and cut; it must not pass.
        warnings.simplefilter("error", pd.errors.ParserWarning)
        return pd.read_csv(
            io.BytesIO(data),
            sep=r"\s+" if dialect.separator == " " else dialect.separator or _NOTHING,
            header=None,
            names=range(width),
            index_col=False,
            engine="c",
            low_memory=False,
            keep_default_na=False,
            na_values=list(dialect.missing),
            decimal=dialect.decimal if dialect.decimal != dialect.separator else ".",
            quotechar=dialect.quote or '"',
            quoting=csv.QUOTE_MINIMAL if dialect.quote else csv.QUOTE_NONE,
            escapechar=dialect.escape or None,
            skipinitialspace=True,
            encoding="utf-8",
            encoding_errors="replace",
            **options,
        )


def join_pieces(pieces: list[pd.DataFrame], width: int) -> tuple[Columns, list[int]]:
    """The columns of consecutive pieces, and the positions of those that some pieces read as numbers, others as text."""
    columns: Columns = []
    mixed = []
    for j in range(width):
        parts = [p.iloc[:, j] for p in pieces]
        kinds = {_family(s) for s in parts} - {"empty"}
        if len(kinds) > 1:
            mixed.append(j)
        columns.append(_joined(parts, kinds))
    return columns, mixed


def _family(series: pd.Series[Any]) -> str:
    if series.dtype.kind in "iu":
        return "number"
    if series.dtype.kind == "f":
        return "number" if series.notna().any() else "empty"
    if series.dtype.kind == "b" or _is_truth(series):
        return "truth"
    return "text"


def _is_truth(series: pd.Series[Any]) -> bool:
    """True and False with gaps come as a column of Python objects."""
    return series.dtype == object and bool(series.dropna().map(lambda v: isinstance(v, bool)).all())


def _joined(parts: list[pd.Series[Any]], kinds: set[str]) -> pd.Series[Any]:
    if kinds <= {"number"}:
        return pd.Series(np.concatenate([p.to_numpy() for p in parts]) if len(parts) > 1 else parts[0].to_numpy())
    if kinds == {"truth"}:
        parts = [_truth_words(p) for p in parts]
    return pd.concat([p.astype(object) for p in parts], ignore_index=True).astype("str")


def _truth_words(series: pd.Series[Any]) -> pd.Series[Any]:
    return series.map({True: "True", False: "False"}, na_action="ignore")
