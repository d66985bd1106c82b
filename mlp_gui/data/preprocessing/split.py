"""A split divides the used rows into training, validation and test, by chance, by class, by order or by a column."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.preprocessing.spec import SplitConfig

Rows = NDArray[np.int64]
# What follows from an empty subset.
_EMPTY = {
    Subset.VALIDATION: mark(
        "The validation subset is empty: nothing shows overfitting, no best epoch is kept, and early stopping that "
        "watches validation rows is off, so training ends at the last epoch."
    ),
    Subset.TEST: mark("The test subset is empty: no score comes from rows that had no part in training or stopping."),
}
_WORDS = {
    **dict.fromkeys(("train", "training", "tr", "learn", "learning", "fit"), 0),
    **dict.fromkeys(("validation", "valid", "val", "dev", "development", "tune"), 1),
    **dict.fromkeys(("test", "testing", "te", "holdout", "hold-out", "eval", "evaluation"), 2),
}


def cut_points(n: int, split: SplitConfig) -> tuple[int, int]:
    """Where the training rows end and where the validation rows end among n rows (see SplitConfig)."""
    first = int(np.floor(split.train * n + 1e-9))
    second = int(np.floor((split.train + split.validation) * n + 1e-9))
    return min(first, n), min(max(second, first), n)


def split_rows(
    rows: Rows, split: SplitConfig, strata: NDArray[Any] | None = None, words: pd.Series[Any] | None = None
) -> tuple[Rows, Rows, Rows]:
    """Training, validation and test rows, each in file order.

    rows: the used rows (positions in the table). strata: (rows,) class of each, for "stratified".
    words: (rows,) cells of the split column, for "column".
    """
    if split.method == "column":
        assert words is not None
        return _by_words(rows, split, words)
    cuts = cut_points(len(rows), split)
    order = _order(len(rows), cuts, split, strata)
    parts = np.split(order, cuts)
    return tuple(rows[np.sort(part)] for part in parts)  # type: ignore[return-value]  # three parts


def _order(n: int, cuts: tuple[int, int], split: SplitConfig, strata: NDArray[Any] | None) -> Rows:
    if split.method == "file_order":
        return np.arange(n)
    chance = np.random.default_rng(split.seed).permutation(n)
    if split.method == "random" or strata is None:
        return chance
    _, codes, counts = np.unique(strata[chance], return_inverse=True, return_counts=True)
    validation = _apportioned(cuts[1] - cuts[0], counts, counts)
    test = _apportioned(n - cuts[1], counts, counts - validation)
    shares = np.column_stack([counts - validation - test, validation, test])
    by_class = np.split(chance[np.argsort(codes, kind="stable")], np.cumsum(counts)[:-1])
    pieces = [np.split(members, np.cumsum(share)[:-1]) for members, share in zip(by_class, shares, strict=True)]
    return np.concatenate([piece[subset] for subset in range(3) for piece in pieces])


def _apportioned(total: int, counts: Rows, room: Rows) -> Rows:
    """`total` rows shared among classes in proportion to `counts`, by largest remainders, at most `room` from each."""
    ideal = counts * (total / max(int(counts.sum()), 1))
    given: Rows = np.minimum(np.floor(ideal).astype(np.int64), room)
    while given.sum() < total:
        wanting = np.where(given < room, ideal - given, -np.inf)
        given[int(np.argmax(wanting))] += 1
    return given


def _by_words(rows: Rows, split: SplitConfig, words: pd.Series[Any]) -> tuple[Rows, Rows, Rows]:
    found = words.str.strip().str.lower().map(_WORDS) if words.dtype.kind not in "iufb" else words.map(lambda _: None)
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
    subset = found.to_numpy(dtype=np.int64)
    return rows[subset == 0], rows[subset == 1], rows[subset == 2]


def make_strata(y: NDArray[Any], is_classification: bool) -> NDArray[Any]:
    """What a stratified split keeps in proportion: the class, or the tenth of the range of ranks for numbers."""
    if is_classification:
        return y
    ranks = np.argsort(np.argsort(y, kind="stable"), kind="stable")
    return ranks * 10 // max(len(y), 1)


def split_notices(parts: tuple[Rows, Rows, Rows], classes: dict[str, NDArray[np.bool_]] | None) -> tuple[str, ...]:
    """Sentences about empty subsets and about classes that are absent from the training rows or from a subset.

    classes: class name -> mask over all rows of the table, or None for regression.
    """
    said = [tr(_EMPTY[name]) for name, part in zip(Subset, parts, strict=True) if name in _EMPTY and not len(part)]
    for name, members in (classes or {}).items():
        inside = [int(members[part].sum()) for part in parts]
        absent = [s for s, n, part in zip(Subset, inside, parts, strict=True) if not n and len(part)]
        if absent:
            said.append(
                tr_n(
                    "The class {name} has {n:,} row, none of them in {subsets}.",
                    "The class {name} has {n:,} rows, none of them in {subsets}.",
                    sum(inside),
                    name=name,
                    subsets=" + ".join(map(tr, absent)),
                )
            )
    return tuple(said)
