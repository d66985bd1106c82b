"""A split divides the used rows into training, validation and test: by chance, class, group, order or a column."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.splits.row_times import Codes, RowTimes
from mlp_gui.data.splits.split_config import WITH_GAP, SplitConfig
from mlp_gui.data.splits.split_groups import blocks_of, divide_groups
from mlp_gui.data.splits.time_order import divide_at, divide_in_order, divide_periods, with_gaps

Rows = NDArray[np.int64]
_WORDS = {
    **dict.fromkeys(("train", "training", "tr", "learn", "learning", "fit"), 0),
    **dict.fromkeys(("validation", "valid", "val", "dev", "development", "tune"), 1),
    **dict.fromkeys(("test", "testing", "te", "holdout", "hold-out", "eval", "evaluation"), 2),
}


def cut_points(n: int, split: SplitConfig) -> tuple[int, int]:
    """Return where the training rows end and where the validation rows end.

    Parameters
    ----------
    n : int
        Number of rows.
    split : SplitConfig
        Gives the shares, and how they are rounded.
    """
    first = int(np.floor(split.train * n + 1e-9))
    second = int(np.floor((split.train + split.validation) * n + 1e-9))
    return min(first, n), min(max(second, first), n)


def split_rows(
    rows: Rows,
    split: SplitConfig,
    strata: NDArray[Any] | None = None,
    words: pd.Series[Any] | None = None,
    times: RowTimes | None = None,
) -> tuple[Rows, Rows, Rows]:
    """Divide rows into training, validation and test, each in file order; those in a gap are in none of them.

    Parameters
    ----------
    rows : ndarray of shape (n_used,)
        The used rows, as positions in the table.
    split : SplitConfig
    strata : ndarray of shape (n_used,), optional
        The class of each, for "stratified"; "grouped" keeps their shares as far as the groups allow.
    words : Series of shape (n_used,), optional
        The cells of the split column, for "column" and "grouped".
    times : RowTimes, optional
        When each row was, for "time_order" and "periods".

    Raises
    ------
    UserError
        If the column does not say train, validation or test everywhere.
    """
    subset = _subsets(rows, split, strata, words, times)
    if split.gap and split.method in WITH_GAP:
        subset = with_gaps(subset, np.arange(len(rows), dtype=float) if times is None else times.moments, split.gap)
    return rows[subset == 0], rows[subset == 1], rows[subset == 2]


def _subsets(
    rows: Rows, split: SplitConfig, strata: NDArray[Any] | None, words: pd.Series[Any] | None, times: RowTimes | None
) -> Codes:
    """Return the subset of each row, 0 to 2, of shape (n_used,)."""
    cuts, shares = cut_points(len(rows), split), (split.train, split.validation, split.test)
    if split.method == "column":
        assert words is not None
        return _by_words(split, words)
    if split.method == "grouped":
        assert words is not None
        classes = None if strata is None else np.unique(strata, return_inverse=True)[1].astype(np.int64)
        return divide_groups(pd.factorize(words)[0].astype(np.int64), shares, split.seed, classes)
    if split.method == "blocked":
        return divide_groups(blocks_of(len(rows), split.blocks), shares, split.seed)
    if split.method == "periods":
        assert times is not None
        assert times.periods is not None
        return divide_periods(times.periods, split.test_every, split.validation_every)
    if split.method == "time_order":
        assert times is not None
        if np.isfinite(times.borders).any():
            return divide_at(times.moments, times.borders, shares)
        return divide_in_order(times.moments, cuts)
    subset = np.empty(len(rows), np.int64)
    subset[_order(len(rows), cuts, split, strata)] = np.repeat(np.arange(3), np.diff([0, *cuts, len(rows)]))
    return subset


def _order(n: int, cuts: tuple[int, int], split: SplitConfig, strata: NDArray[Any] | None) -> Rows:
    if split.method == "file_order":
        return np.arange(n)
    chance = np.random.default_rng(split.seed).permutation(n)
    if split.method == "random" or strata is None:
        return chance
    _, codes, counts = np.unique(strata[chance], return_inverse=True, return_counts=True)
    sizes = (cuts[0], cuts[1] - cuts[0], n - cuts[1])
    shares = _shares_of_classes(sizes, counts, split)
    by_class = np.split(chance[np.argsort(codes, kind="stable")], np.cumsum(counts)[:-1])
    pieces = [np.split(members, np.cumsum(share)[:-1]) for members, share in zip(by_class, shares, strict=True)]
    return np.concatenate([piece[subset] for subset in range(3) for piece in pieces])


def _shares_of_classes(sizes: tuple[int, int, int], counts: Rows, split: SplitConfig) -> Rows:
    """(classes, 3) rows that each class gives to training, validation and test.

    Sources: largest remainders as in scikit-learn's StratifiedShuffleSplit, whose ties are broken by chance, too.
    """
    if split.ties == "first":
        validation = _apportioned(sizes[1], counts, counts)
        test = _apportioned(sizes[2], counts, counts - validation)
        return np.column_stack([counts - validation - test, validation, test])
    rng = np.random.default_rng([split.seed, len(counts)])
    training = _apportioned_by_chance(sizes[0], counts, rng, least=1)
    rest = counts - training
    validation = _apportioned_by_chance(sizes[1], rest, rng)
    return np.column_stack([training, validation, rest - validation])


def _apportioned_by_chance(total: int, counts: Rows, rng: np.random.Generator, least: int = 0) -> Rows:
    """`total` rows shared among classes in proportion to `counts`, by largest remainders.

    Of equal remainders those go first that leave a row of their class for the other subsets, then chance decides.
    least: rows that every class gives, however small it is, as long as `total` allows it.
    """
    ideal = counts * (total / max(int(counts.sum()), 1))
    given: Rows = np.floor(ideal + 1e-9).astype(np.int64)
    if least and total >= len(counts):
        given = np.maximum(given, np.minimum(counts, least))
    while given.sum() > total:  # `least` took more than there is: the largest classes give it back
        given[int(np.argmax(given - ideal - np.where(given > least, 0.0, np.inf)))] -= 1
    while given.sum() < total:
        remainder = np.where(given < counts, np.round(ideal - given, 9), -np.inf)
        leaves_one = given + 1 < counts
        given[int(np.lexsort((rng.random(len(counts)), leaves_one, remainder))[-1])] += 1
    return given


def _apportioned(total: int, counts: Rows, room: Rows) -> Rows:
    """`total` rows shared among classes in proportion to `counts`; of equal remainders the first class goes first."""
    ideal = counts * (total / max(int(counts.sum()), 1))
    given: Rows = np.minimum(np.floor(ideal).astype(np.int64), room)
    while given.sum() < total:
        wanting = np.where(given < room, ideal - given, -np.inf)
        given[int(np.argmax(wanting))] += 1
    return given


def divides_rows(words: pd.Series[Any]) -> bool:
    """Return whether every cell says train, validation or test, with training rows and others among them."""
    if words.dtype.kind in "iufb" or not len(words) or str(words.iloc[0]).strip().lower() not in _WORDS:
        return False  # as nearly all of ten thousand columns
    subset = _subset_numbers(words)
    return bool(subset.notna().all() and (subset == 0).any() and (subset > 0).any())


def _subset_numbers(words: pd.Series[Any]) -> pd.Series[Any]:
    """0, 1 or 2 for a cell that says train, validation or test; missing for any other."""
    return words.str.strip().str.lower().map(_WORDS) if words.dtype.kind not in "iufb" else words.map(lambda _: None)


def _by_words(split: SplitConfig, words: pd.Series[Any]) -> Codes:
    found = _subset_numbers(words)
    strange = words[found.isna()]
    if len(strange):
        raise UserError(
            tr("The column {name} cannot say which rows are for training.", name=split.column),
            tr_n(
                "Its cells must be train, validation or test; {n:,} is not: {cell!r}.",
                "Its cells must be train, validation or test; {n:,} are not, for example {cell!r}.",
                len(strange),
                cell=strange.iloc[0],
            ),
            tr("Choose another column or another way to split."),
        )
    return found.to_numpy(dtype=np.int64)


def make_strata(y: NDArray[Any], is_classification: bool) -> NDArray[Any]:
    """Return what a stratified split keeps in proportion: the class, or the tenth of the range of ranks for numbers.

    Parameters
    ----------
    y : ndarray of shape (n_rows,)
    is_classification : bool
    """
    if is_classification:
        return y
    ranks = np.argsort(np.argsort(y, kind="stable"), kind="stable")
    return ranks * 10 // max(len(y), 1)
