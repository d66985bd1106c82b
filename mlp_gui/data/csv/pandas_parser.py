"""Parsing turns whole records of UTF-8 text into columns, with the C engine of pandas and everything said to it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.parallel import parallel_map
from mlp_gui.data.columns.table import column_arrays

Column = NDArray[Any]
Columns = list[Column]
_WIDE = 200
_WORDS = {True: "True", False: "False"}
_NOTHING = "\x1f"  # a separator that no text has, for files of one column


class TextSource(Protocol):
    """What the parser reads from; it takes UTF-8 bytes as well as text."""

    def read(self, size: int = -1, /) -> bytes: ...

    def __iter__(self) -> Iterator[bytes]: ...


def parse_records(
    data: bytes | TextSource,
    width: int,
    dialect: Dialect,
    as_text: Sequence[int] = (),
    raw: bool = False,
    first: int = 0,
) -> pd.DataFrame:
    """Parse complete records without a header into columns 0 .. width - 1.

    Parameters
    ----------
    data : bytes or TextSource
    width : int
    dialect : Dialect
    as_text : sequence of int
        When given, these columns alone, unconverted.
    raw : bool
        Whether only empty cells count as missing.
    first : int
        When given, so many columns from the first one on.

    Raises
    ------
    ValueError
        If a record is wider than `width`. The first is not looked at; the caller has done that.
    """
    if as_text:
        options: dict[str, Any] = {"usecols": list(as_text), "dtype": dict.fromkeys(as_text, str)}
        if len(as_text) == width:
            options = {"dtype": str}  # a list of ten thousand takes a second
        if not isinstance(data, bytes):
            return _parse(data, width, dialect, raw, options)
        # A column that no record of the piece reaches cannot be chosen: it is asked for with a record that is full.
        data = data + b"\n" * (not data.endswith(b"\n")) + _full_record(width, dialect)
        return _parse(data, width, dialect, raw, options).iloc[:-1]
    if first and isinstance(data, bytes):
        # Every record of such data was judged; with a choice of columns the parser passes over cells too many.
        with suppress(ValueError):  # no record of the piece reaches the last of them
            return _parse(data, width, dialect, raw, {"usecols": list(range(first))})
    frame = _parse(data, width, dialect, raw, {})
    return frame.iloc[:, :first] if first else frame


def _parse(data: bytes | TextSource, width: int, dialect: Dialect, raw: bool, options: dict[str, Any]) -> pd.DataFrame:
    # All is said, nothing guessed: with sep=None pandas invents columns, leaves "1,5" as text and is ten times slower.
    frame: pd.DataFrame = pd.read_csv(  # type: ignore[call-overload]  # options are a dict
        io.BytesIO(data) if isinstance(data, bytes) else data,
        encoding="utf-8",
        encoding_errors="replace",
        sep=r"\s+" if dialect.separator == " " else dialect.separator or _NOTHING,
        header=None,
        names=range(width),
        index_col=False,  # or surplus cells silently make the first columns an index
        engine="c",
        low_memory=False,  # one type for the whole of a column
        keep_default_na=False,  # the dialect says what is missing
        na_values=[""] if raw else list(dialect.missing),
        decimal=dialect.decimal if dialect.decimal != dialect.separator else ".",
        quotechar=dialect.quote or '"',
        quoting=csv.QUOTE_MINIMAL if dialect.quote else csv.QUOTE_NONE,
        escapechar=dialect.escape or None,
        skipinitialspace=isinstance(data, bytes) and _blank_before_quote(data, dialect),
        **options,
    )
    return frame


def _full_record(width: int, dialect: Dialect) -> bytes:
    """Write a record with a cell for each column."""
    separator = dialect.separator or _NOTHING
    return separator.join("0" * width).encode() + b"\n"


def _blank_before_quote(data: bytes, dialect: Dialect) -> bool:
    """Blanks after separators are skipped only where a quoted cell follows; elsewhere they are kept."""
    return bool(dialect.quote) and f"{dialect.separator or _NOTHING} {dialect.quote}".encode() in data


def join_chunks(pieces: list[pd.DataFrame], width: int) -> tuple[Columns, list[int]]:
    """Join the columns of consecutive chunks, and forget the chunks meanwhile: both at once would double the memory.

    Parameters
    ----------
    pieces : list of DataFrame
        Empty afterwards.
    width : int

    Returns
    -------
    columns : list of ndarray
    mixed : list of int
        Positions of columns that the chunks read in different ways.
    """
    streams = [
        iter(column_arrays(p)) if width > _WIDE else (c.to_numpy() for _, c in p.items())
        for p in cancellable_loop(pieces)
    ]
    parts = [[next(stream) for stream in streams] for _ in cancellable_loop(range(width), 100)]
    kinds = [{_family(p) for p in column} - {"empty"} for column in parts]
    mixed = [j for j, found in enumerate(kinds) if len(found) > 1]
    rows = sum(map(len, pieces))
    pieces.clear()
    streams.clear()

    def joined(j: int) -> Column:
        column, parts[j] = parts[j], []  # the parser left each column its own memory, which is free when this returns
        return _joined(column, kinds[j])

    return parallel_map(joined, range(width), width, rows * width), mixed


def _family(values: Column) -> str:
    if values.dtype.kind in "iu":
        return "number"
    if values.dtype.kind == "f":
        return "empty" if np.isnan(values[:1]).all() and np.isnan(values).all() else "number"
    return "truth" if values.dtype.kind == "b" or _is_truth(values) else "text"


def _is_truth(values: Column) -> bool:
    """Say whether the values are True and False; with gaps they come as Python objects."""
    return any(v is True or v is False for v in values[:1000]) and all(  # a quick no to texts
        v is True or v is False or v != v for v in values
    )


def _joined(parts: list[Column], kinds: set[str]) -> Column:
    if kinds == {"truth"}:
        parts = [_truth_words(p) for p in parts]
    elif not kinds <= {"number"}:
        parts = [p.astype(object) for p in parts]
    if len(parts) == 1:
        return np.ascontiguousarray(parts[0])
    out = np.empty(sum(map(len, parts)), np.result_type(*parts) if parts[0].dtype != object else object)
    at = 0
    for part in parts:
        out[at : at + len(part)] = part
        at += len(part)
    return out


def _truth_words(values: Column) -> Column:
    return np.array([_WORDS.get(v, np.nan) if v == v else np.nan for v in values.tolist()], dtype=object)
