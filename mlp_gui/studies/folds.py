"""Folds: how the used rows of a table are divided for cross-validation, by the rules of the split that is declared."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.data.splits.row_times import periods_of
from mlp_gui.data.splits.split import make_strata
from mlp_gui.data.splits.split_groups import divide_groups
from mlp_gui.data.splits.time_order import divide_in_order

Rows = NDArray[np.int64]
Parts = tuple[Rows, Rows, Rows]
ALONG_TIME = ("time_order", "file_order", "blocked")


@dataclass(frozen=True, eq=False)
class FoldRows:
    """The used rows, with what decides which of them stay together.

    Attributes
    ----------
    rows : ndarray of shape (n_used,)
        Positions in the table, ascending.
    classes, groups : ndarray of shape (n_used,), optional
        Codes from 0: what is kept in proportion, and what stays together.
    times : ndarray of shape (n_used,), optional
        Where given, folds are blocks of time.
    gap : int
        Rows beside a block that are in no part.
    validation : float
        Share of a fold's other rows that are for validation.
    seed : int
    """

    rows: Rows
    classes: Rows | None
    groups: Rows | None
    times: NDArray[np.float64] | None
    gap: int
    validation: float
    seed: int

    @classmethod
    def of(cls, prepared: Prepared, gap: int = 0, with_test: bool = True) -> FoldRows:
        """Take them from a prepared table, whatever subset its split put them in.

        Parameters
        ----------
        prepared : Prepared
        gap : int
            Rows beside a block of time that are in no part.
        with_test : bool
            Whether the rows for test are among them.
        """
        data, split = prepared.dataset, prepared.spec.split
        subsets = [subset for name, subset in data.subsets.items() if with_test or name != Subset.TEST]
        rows = np.concatenate([subset.row_numbers for subset in subsets])
        order = np.argsort(rows)
        rows, y = rows[order], np.concatenate([subset.y for subset in subsets])[order]
        classes = groups = times = None
        if split.method == "grouped":
            groups = pd.factorize(prepared.table.frame[split.column].iloc[rows])[0].astype(np.int64)
        elif split.method == "periods":
            moments = prepared.table.moments(split.column)[rows]
            is_date = not prepared.table.field(split.column).is_number
            groups = np.unique(periods_of(moments, split.period, is_date), return_inverse=True)[1].astype(np.int64)
        elif split.method == "time_order":
            times = prepared.table.moments(split.column)[rows]
        elif split.method in ALONG_TIME:
            times = np.arange(len(rows), dtype=float)
        is_class = prepared.task.is_classification
        if times is None and (is_class or split.method == "stratified" or (groups is not None and split.stratify)):
            values = (y.argmax(axis=1) if y.shape[1] > 1 else y[:, 0]) if is_class else y[:, 0]
            classes = np.unique(make_strata(values, is_class), return_inverse=True)[1].astype(np.int64)
        learned = len(data.train) + len(data.validation)
        share = len(data.validation) / learned
        return cls(rows, classes, groups, times, gap, share, split.seed)

    def assign(self, n_folds: int, repeat: int = 0) -> Rows:
        """Return the fold of each row, of shape (n_used,).

        Sources: the properties of scikit-learn's KFold, StratifiedKFold, GroupKFold and StratifiedGroupKFold; blocks
        of time are those of a KFold without shuffling.

        Parameters
        ----------
        n_folds : int
        repeat : int
            Another one is another chance.

        Raises
        ------
        UserError
            If there are too few rows, groups, times or members of a class.
        """
        self._refuse_too_many(n_folds, repeat)
        n = len(self.rows)
        if self.times is not None:
            order = np.argsort(self.times, kind="stable")
            ordered, fold = self.times[order], np.empty(n, np.int64)
            # Rows of one time go together, with the first of them.
            fold[order] = np.searchsorted(ordered, ordered, side="left") * n_folds // n
            if len(np.unique(fold)) < n_folds:
                raise UserError(tr("{n} folds leave one of them without rows: too many rows have the same time.",
                                   n=n_folds))  # fmt: skip
            return fold
        if self.groups is not None:
            return divide_groups(self.groups, (1 / n_folds,) * n_folds, self.seed + repeat, self.classes)
        chance = np.random.default_rng([self.seed, repeat]).permutation(n)
        if self.classes is not None:
            chance = chance[np.argsort(self.classes[chance], kind="stable")]
        fold = np.empty(n, np.int64)
        fold[chance] = np.arange(n) % n_folds  # dealt like cards: sizes, and those of each class, differ by one at most
        return fold

    def _refuse_too_many(self, n_folds: int, repeat: int) -> None:
        fewer = tr("Choose fewer folds.")
        if 2 * n_folds > len(self.rows):
            said = tr("{rows:,} rows are too few for {n} folds: each needs two.", rows=len(self.rows), n=n_folds)
            raise UserError(said, hint=fewer)
        if repeat and self.times is not None:
            raise UserError(
                tr("Blocks of time cannot be divided anew."), hint=tr("Repeat the seeds instead of the folds.")
            )
        if self.groups is not None:
            n = int(self.groups.max()) + 1
            if n < n_folds:
                said = tr_n("{n:,} group cannot make {k} folds.", "{n:,} groups cannot make {k} folds.", n, k=n_folds)
                raise UserError(said, hint=fewer)
        elif self.classes is not None:
            least = int(np.bincount(self.classes).min())
            if least < n_folds:
                raise UserError(
                    tr_n("The smallest class has {n:,} row, which cannot be in each of {folds} folds.",
                         "The smallest class has {n:,} rows, which cannot be in each of {folds} folds.",
                         least, folds=n_folds), hint=fewer)  # fmt: skip

    def parts(self, n_folds: int, repeat: int, fold: int) -> Parts:
        """Return the training and validation rows of a fold, and those that it is scored on, each ascending.

        Parameters
        ----------
        n_folds, repeat, fold : int
            Repeat and fold count from 0.
        """
        codes = self.assign(n_folds, repeat)
        held = codes == fold
        others = np.flatnonzero(~held & ~self._beside(held))
        if not len(others):
            raise UserError(tr("The gap of {gap:,} rows leaves nothing to learn from.", gap=self.gap))
        is_validation = self._validation_of(others, [self.seed, repeat, fold])
        return self.rows[others[~is_validation]], self.rows[others[is_validation]], self.rows[held]

    def limited(self, training: Rows, n: int) -> Rows:
        """Return so many of the training rows, ascending; fewer are always among more.

        Along time they are the latest, else chance chooses, each class in proportion.

        Parameters
        ----------
        training : ndarray of shape (n_training,)
            Positions in the table.
        n : int

        Raises
        ------
        UserError
            If there are not so many.
        """
        if n > len(training):
            said = tr("A network cannot learn from {n:,} rows.", n=n)
            raise UserError(said, tr_n("{n:,} row is for training.", "{n:,} rows are for training.", len(training)))
        at = np.searchsorted(self.rows, training)
        if self.times is not None:
            order = np.argsort(-self.times[at], kind="stable")
        else:
            order = np.random.default_rng([self.seed, len(at)]).permutation(len(at))
            order = order if self.classes is None else in_proportion(self.classes[at], order)
        return np.sort(training[order[:n]])

    def _beside(self, held: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return which rows lie within the gap on either side of a block of time."""
        beside = np.zeros(len(held), bool)
        if self.times is None or not self.gap:
            return beside
        order = np.argsort(self.times, kind="stable")
        at = np.flatnonzero(held[order])
        beside[order[max(at[0] - self.gap, 0) : at[0]]] = True
        beside[order[at[-1] + 1 : at[-1] + 1 + self.gap]] = True
        return beside

    def _validation_of(self, others: Rows, seed: list[int]) -> NDArray[np.bool_]:
        n = len(others)
        n_validation = min(round(self.validation * n), n - 1)
        chosen = np.zeros(n, bool)
        if not n_validation:
            return chosen
        if self.times is not None:
            times = self.times[others]
            late = divide_in_order(times, (n - n_validation, n)) > 0
            order = np.argsort(times, kind="stable")
            return late if not late.all() else np.isin(np.arange(n), order[n - n_validation :])
        if self.groups is not None:
            codes = np.unique(self.groups[others], return_inverse=True)[1].astype(np.int64)
            if codes.max() == 0:  # a single group cannot be divided
                return chosen
            classes = None if self.classes is None else self.classes[others]
            subset = divide_groups(codes, (1 - self.validation, self.validation), seed[0] + seed[2], classes)
            return np.asarray(subset == 1)
        order = np.random.default_rng(seed).permutation(n)
        if self.classes is not None:
            order = in_proportion(self.classes[others], order)
        chosen[order[:n_validation]] = True
        return chosen


def in_proportion(classes: Rows, order: Rows) -> Rows:
    """Return an order of rows of which every beginning holds the classes in proportion.

    Parameters
    ----------
    classes : ndarray of shape (n_rows,)
        Codes from 0.
    order : ndarray of shape (n_rows,)
        The order within each class.
    """
    ordered = classes[order]
    counts = np.bincount(ordered)
    by_class = np.argsort(ordered, kind="stable")
    place = np.empty(len(order))
    first = np.cumsum(counts) - counts
    place[by_class] = (np.arange(len(order)) - first[ordered[by_class]] + 0.5) / counts[ordered[by_class]]
    return order[np.argsort(place, kind="stable")]
