"""Browsing answers what a person asks of a whole table: its order, where a text stands, why a row is left out.

All of it works in short pieces, so that another thread (the window's) gets its turn between them.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.errors import Cancelled
from mlp_gui.core.translation import decimal_sign, tr
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import DataSpec

PIECE = 20_000  # rows at a time: some 10 ms of texts

Order = NDArray[np.int64]
Asked = Callable[[], bool]


def never_cancelled() -> bool:
    """Return False: the answer of somebody who never cancels."""
    return False


def order_by(values: pd.Series[Any], descending: bool = False, cancelled: Asked = never_cancelled) -> Order:
    """Return the positions of rows in the order of values; equal ones stay in file order, missing ones come last.

    Texts are ordered without regard to case.

    Parameters
    ----------
    values : Series of shape (n_rows,)
    descending : bool
    cancelled : callable
        Polled between pieces.

    Raises
    ------
    Cancelled
        If `cancelled` returned True.
    """
    if values.dtype.kind in "iufb":
        keys: NDArray[Any] = values.to_numpy()
        gone = np.isnan(keys) if values.dtype.kind == "f" else np.zeros(len(keys), bool)
    else:
        keys = _ranks(values, cancelled)
        gone = keys < 0
    present = np.flatnonzero(~gone)
    keys = keys[present]
    if descending:
        # A stable sort of the reversed rows, reversed again, keeps file order among equals.
        order = present[::-1][np.argsort(keys[::-1], kind="stable")[::-1]]
    else:
        order = present[np.argsort(keys, kind="stable")]
    return np.concatenate([order, np.flatnonzero(gone)]).astype(np.int64)


def _ranks(values: pd.Series[Any], cancelled: Asked) -> Order:
    """(rows,) a number for each text such that the numbers are ordered as the texts; -1 where missing."""
    distinct: set[Any] = set()
    for piece in _pieces(values, cancelled):
        distinct.update(piece)
    words = [w for w in distinct if isinstance(w, str)]
    runs = [sorted(words[at : at + PIECE], key=_key) for at in range(0, len(words), PIECE)]
    rank = {word: k for k, word in enumerate(heapq.merge(*runs, key=_key))}
    ranks = np.empty(len(values), np.int64)
    at = 0
    for piece in _pieces(values, cancelled):
        ranks[at : at + len(piece)] = [rank.get(word, -1) for word in piece]
        at += len(piece)
    return ranks


def _key(word: str) -> tuple[str, str]:
    return word.casefold(), word


def _pieces(values: pd.Series[Any], cancelled: Asked) -> Iterator[list[Any]]:
    for at in range(0, len(values), PIECE):
        if cancelled():
            raise Cancelled
        yield values.iloc[at : at + PIECE].tolist()


def find_cell(
    frame: pd.DataFrame,
    wanted: str,
    start: tuple[int, int],
    backwards: bool = False,
    order: Order | None = None,
    cancelled: Asked = never_cancelled,
) -> tuple[int, int] | None:
    """Find the next cell that holds a text, without regard to case, or is a number; None when there is none.

    The search goes on at the other end.

    Parameters
    ----------
    frame : DataFrame
    wanted : str
    start : tuple of int
        Shown row and column to begin after.
    backwards : bool
    order : ndarray of shape (n_rows,), optional
        Positions of the shown rows; file order when omitted.
    cancelled : callable
        Polled between pieces; `Cancelled` is raised when it returns True.
    """
    wanted = wanted.strip()
    if not wanted or not len(frame):
        return None
    numbers, text = _as_numbers(wanted), wanted.casefold()
    for rows, limit in _stretches(len(frame), start, backwards):
        if cancelled():
            raise Cancelled
        hits = _hits(frame, rows if order is None else order[rows], numbers, text)
        if limit is not None:
            _clear(hits, rows, *limit)
        if hits.any():
            row, column = np.argwhere(hits)[-1 if backwards else 0].tolist()
            return int(rows[row]), int(column)
    return None


def _stretches(n: int, start: tuple[int, int], backwards: bool) -> Iterator[tuple[Order, Any]]:
    """Shown rows from the start to the end and on from the other end, in pieces; the start's own row twice, halved."""
    row, column = min(max(start[0], 0), n - 1), start[1]
    here = np.array([row])
    yield here, (column, backwards)
    spans: Iterable[range]
    spans = (range(row - 1, -1, -1), range(n - 1, row, -1)) if backwards else (range(row + 1, n), range(row))
    for span in spans:
        for at in range(0, len(span), PIECE):
            part = np.array(span[at : at + PIECE], dtype=np.int64)
            yield np.sort(part), None
    yield here, None


def _clear(hits: NDArray[np.bool_], rows: Order, column: int, backwards: bool) -> None:
    """In the row where the search begins, only the cells beyond the start count."""
    if backwards:
        hits[:, max(column, 0) :] = False
    else:
        hits[:, : column + 1] = False


def _as_numbers(text: str) -> list[float]:
    """Return what the text can mean: a number with the reader's own signs, and one with a point as files have it."""
    ways = [text.replace(",", "")] if decimal_sign() == "." or "," not in text else []
    if decimal_sign() == ",":
        ways.append(text.replace(".", "").replace(",", "."))
    found = []
    for way in ways:
        with suppress(ValueError):
            found.append(float(way))
    return found


def _hits(frame: pd.DataFrame, rows: Order, numbers: list[float], text: str) -> NDArray[np.bool_]:
    hits = np.zeros((len(rows), frame.shape[1]), bool)
    for j in range(frame.shape[1]):
        column = frame.iloc[:, j].array
        if column.dtype.kind in "iufb":
            for number in numbers:
                hits[:, j] |= column[rows].to_numpy() == number
        else:
            hits[:, j] = [isinstance(cell, str) and text in cell.casefold() for cell in column[rows]]
    return hits


def why_left_out(table: Table, spec: DataSpec, row: int) -> str:
    """Explain why a row is in no subset; "" when nothing explains it.

    Parameters
    ----------
    table : Table
    spec : DataSpec
    row : int
        Counted from 0.
    """
    needed = [*spec.targets, *(n for n in spec.inputs if spec.column(n).missing == "drop")]
    for name in needed:
        if table.field(name).missing and pd.isna(table.frame[name].iloc[row]):
            return tr("Not used: it has no value in {name}.", name=name)
    for entry in spec.left_out:
        if entry.matches(table)[row]:
            return tr("Not used: it is left out by hand ({what}).", what=entry.describe())
    return tr("Not used: it is in the gap between two subsets.") if spec.split.gap else ""
