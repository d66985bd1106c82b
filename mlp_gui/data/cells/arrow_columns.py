"""Typed columns as the parser of text would have left them: numbers as they are, all else by its different cells."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_gui.data.cells.cell_text import column_texts
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.csv.pandas_parser import join_chunks, parse_records
from mlp_gui.data.csv.writer import write_exact_rows

# Bytes of a number -> digits, from as many as are always right to as many as are always enough.
_DIGITS = {2: (3, 4, 5), 4: (6, 7, 8, 9)}
_EXACT_POWER = 22  # 10**22 is the last power of ten that is a double


@dataclass(frozen=True, eq=False)
class ArrowCells:
    """The cells of one column.

    Attributes
    ----------
    values : ndarray of shape (n_rows,)
        Numbers, or texts with NaN in the gaps, as `pandas_parser` would leave them.
    texts : ndarray of shape (n_rows,) or None
        The cells as they stand in the file; None for numbers.
    is_number : bool
    blobs : int
        Cells of bytes, which count as missing.
    """

    values: NDArray[Any]
    texts: NDArray[Any] | None = None
    is_number: bool = False
    blobs: int = 0


def read_arrow_column(column: Any, dialect: Dialect) -> ArrowCells:
    """Return the cells of a column.

    Parameters
    ----------
    column : pyarrow.ChunkedArray
    dialect : Dialect
        Says which texts mean no value.
    """
    import pyarrow.types as types

    kind = column.type
    if types.is_integer(kind) or types.is_floating(kind):
        return ArrowCells(_numbers(column), is_number=True)
    if types.is_null(kind):
        return ArrowCells(np.full(len(column), np.nan))
    if types.is_binary(kind) or types.is_large_binary(kind) or types.is_fixed_size_binary(kind):
        return ArrowCells(np.full(len(column), np.nan), blobs=len(column) - column.null_count)
    codes, cells = _different(column)
    words = [_word(cell) for cell in column_texts(cells)]
    texts = np.array([*words, ""], dtype=object)[codes]
    if (codes < 0).any():
        words.append("")
    if not words:
        return ArrowCells(np.full(len(column), np.nan))
    # What the parser makes of a column hangs on its different cells only.
    return ArrowCells(_parsed(words, dialect)[codes], np.where(texts == "", np.nan, texts))


def as_texts(cells: ArrowCells) -> NDArray[Any]:
    """Return the cells of a column of numbers as their CSV holds them, with NaN in the gaps."""
    if cells.texts is not None:
        return cells.texts
    written = [repr(value) if value == value else np.nan for value in cells.values.tolist()]
    return np.array(written, dtype=object)


def _different(column: Any) -> tuple[NDArray[Any], list[Any]]:
    """Return the code of each cell, -1 for a gap, and the different cells; a text cell that is empty is a gap."""
    import pyarrow
    import pyarrow.types as types

    kind = column.type
    if types.is_dictionary(kind):
        column = column.cast(kind.value_type)
        kind = column.type
    if types.is_timestamp(kind):
        column = column.cast(pyarrow.timestamp("us", kind.tz), safe=False)
    elif types.is_decimal(kind):
        column = column.cast(pyarrow.string())
    elif types.is_nested(kind):
        column = pyarrow.chunked_array([pyarrow.array(_as_json(column), pyarrow.string())])
    encoded = column.combine_chunks().dictionary_encode()
    if isinstance(encoded, pyarrow.ChunkedArray):
        encoded = encoded.combine_chunks()
    codes = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    return codes, encoded.dictionary.to_pylist()


def _as_json(column: Any) -> list[str | None]:
    return [None if cell is None else json.dumps(cell, ensure_ascii=False, default=str) for cell in column.to_pylist()]


def _word(cell: object) -> str:
    return cell if isinstance(cell, str) else "" if cell is None else str(cell)


def _parsed(words: list[str], dialect: Dialect) -> NDArray[Any]:
    text = io.StringIO(newline="")
    write_exact_rows(([word] for word in words), text)
    frame = parse_records(text.getvalue().encode("utf-8", "replace"), 1, dialect)
    columns, _ = join_chunks([frame], 1)
    return columns[0]


def _numbers(column: Any) -> NDArray[Any]:
    values: NDArray[Any] = column.to_numpy()
    if values.dtype.kind in "iu":
        is_large = values.dtype == np.uint64 and len(values) and values.max() > np.iinfo(np.int64).max
        return values if is_large else values.astype(np.int64)
    if values.dtype.itemsize < 8:
        return _shortest(values)
    return values


def _shortest(values: NDArray[Any]) -> NDArray[np.float64]:
    """Return half or single precision as the doubles that are written with the fewest digits that tell them apart: 0.1.

    So it is in the CSV of such a column, and not 0.10000000149011612.
    """
    wide = values.astype(np.float64)
    with np.errstate(all="ignore"):
        power = np.floor(np.log10(np.abs(wide)))
        found, open_ = wide.copy(), np.isfinite(wide) & (wide != 0)
        for digits in _DIGITS[values.dtype.itemsize]:
            shift = digits - 1 - power
            scale = 10.0 ** np.abs(shift)
            whole = np.rint(np.where(shift >= 0, wide * scale, wide / scale))
            near = np.where(shift >= 0, whole / scale, whole * scale)
            done = open_ & (near.astype(values.dtype) == values) & (np.abs(shift) <= _EXACT_POWER)
            found[done] = near[done]
            open_ &= ~done
    for i in np.flatnonzero(open_).tolist():  # beyond the powers that are exact
        found[i] = float(str(values[i]))
    return found
