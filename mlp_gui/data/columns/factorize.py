"""Texts of a whole column looked up piece by piece: pandas keeps the interpreter to itself while it hashes objects.

A million texts take 100 ms, in which no other thread, the window's neither, gets a turn.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

PIECE = 100_000
Codes = NDArray[np.int64]


def factorize_values(values: NDArray[Any]) -> tuple[Codes, list[Any]]:
    """Give each different value of a column a number.

    Returns
    -------
    codes : ndarray of shape (n_rows,)
        Position of each value among the different ones, -1 where missing.
    values : list
        The different ones, in order of appearance.
    """
    places: dict[Any, int] = {}
    codes = np.empty(len(values), np.int64)
    for at in range(0, len(values), PIECE):
        own, unique = pd.factorize(values[at : at + PIECE])
        known = np.fromiter((places.setdefault(word, len(places)) for word in unique), np.int64, len(unique))
        codes[at : at + PIECE] = np.append(known, -1)[own]
    return codes, list(places)


def category_codes(words: pd.Series[Any], categories: tuple[str, ...]) -> Codes:
    """Return the position of each text among the categories, -1 where it is none of them or missing.

    Parameters
    ----------
    words : Series of shape (n_rows,)
    categories : tuple of str
    """
    index = pd.Index(categories, dtype=str)
    pieces = (words.iloc[at : at + PIECE] for at in range(0, len(words), PIECE))
    found = [index.get_indexer(pd.Index(piece, dtype=str)) for piece in pieces]
    return np.concatenate(found).astype(np.int64) if found else np.zeros(0, np.int64)


def rank_texts(words: pd.Series[Any]) -> Codes:
    """Return a number for each text, of shape (n_rows,), such that the numbers are ordered as the texts."""
    codes, unique = factorize_values(words.to_numpy(dtype=object))
    order = np.argsort(np.array([str(word) for word in unique]), kind="stable")
    ranks = np.empty(len(unique) + 1, np.int64)
    ranks[order], ranks[-1] = np.arange(len(unique)), -1
    return ranks[codes]
