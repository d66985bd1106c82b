"""Texts of a whole column looked up piece by piece: pandas keeps the interpreter to itself while it hashes objects.

A million texts take 100 ms, in which no other thread, the window's neither, gets a turn.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.cancellation import cancellable_loop

PIECE = 100_000
FEW = 500  # values that a dictionary has numbered before pandas begins
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
    if len(values) <= FEW:
        found = [places.setdefault(word, len(places)) if word == word else -1 for word in values.tolist()]
        return np.array(found, np.int64), list(places)
    codes = np.empty(len(values), np.int64)
    for at in cancellable_loop(range(0, len(values), PIECE)):
        own, unique = pd.factorize(values[at : at + PIECE])
        known = np.fromiter((places.setdefault(word, len(places)) for word in unique), np.int64, len(unique))
        codes[at : at + PIECE] = np.append(known, -1)[own]
    return codes, list(places)


def category_codes(words: pd.Series[Any] | NDArray[Any], categories: tuple[str, ...]) -> Codes:
    """Return the position of each text among the categories, -1 where it is none of them or missing.

    Parameters
    ----------
    words : Series or ndarray of shape (n_rows,)
    categories : tuple of str
    """
    if len(words) <= FEW:
        places = {category: k for k, category in enumerate(categories)}
        return np.array([places.get(word, -1) for word in words.tolist()], np.int64)
    index = pd.Index(categories, dtype=str)
    pieces = (words[at : at + PIECE] for at in cancellable_loop(range(0, len(words), PIECE)))
    found = [index.get_indexer(pd.Index(piece, dtype=str)) for piece in pieces]
    return np.concatenate(found).astype(np.int64) if found else np.zeros(0, np.int64)


def rank_texts(words: pd.Series[Any]) -> Codes:
    """Return a number for each text, of shape (n_rows,), such that the numbers are ordered as the texts."""
    codes, unique = factorize_values(words.to_numpy(dtype=object))
    order = np.argsort(np.array([str(word) for word in unique]), kind="stable")
    ranks = np.empty(len(unique) + 1, np.int64)
    ranks[order], ranks[-1] = np.arange(len(unique)), -1
    return ranks[codes]
