"""CV+ and jackknife+: intervals from the networks of a cross-validation, each of which never saw a part of the rows.

Where rows are exchangeable, an interval of the level p holds the truth with a probability of 2 p - 1 at least, and in
practice of about p [1]_. No row is lost to calibration. With as many folds as rows it is the jackknife+.

References
----------
.. [1] R. F. Barber, E. J. Candès, A. Ramdas and R. J. Tibshirani, "Predictive inference with the jackknife+", Annals of
   Statistics 49 (2021), 486-507.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Floats
from mlp_gui.core.subsets import OUT_OF_FOLD
from mlp_gui.core.transformation import Transformation
from mlp_gui.engine.calibration.conformal import check_level, in_transformed_units, too_few_rows

MOST_AT_ONCE = 4_000_000  # numbers that are sorted together


@dataclass(frozen=True, eq=False)
class CvPlus:
    """How far each row was off, and which network never saw it.

    Attributes
    ----------
    fold : ndarray of shape (n_rows,)
        Counted from 0.
    residuals : ndarray of shape (n_rows, n_targets)
        Absolute errors out of fold; of transformed targets in transformed units.
    transforms : tuple of Transformation
        Of the targets; empty where none is transformed.
    """

    fold: NDArray[np.int64]
    residuals: Floats
    transforms: tuple[Transformation, ...] = ()

    @classmethod
    @np.errstate(invalid="ignore", over="ignore")
    def learn(
        cls, truth: Floats, outputs: Floats, fold: NDArray[np.int64], transforms: tuple[Transformation, ...] = ()
    ) -> CvPlus:
        """Learn from predictions out of fold.

        Parameters
        ----------
        truth, outputs : ndarray of shape (n_rows, n_targets)
            In original units.
        fold : ndarray of shape (n_rows,)
        transforms : tuple of Transformation
        """
        # The ends are quantiles, which the smearing correction of a mean has no part in.
        plain = tuple(replace(t, smearing=()) for t in transforms)
        errors = np.abs(in_transformed_units(truth, plain) - in_transformed_units(outputs, plain))
        return cls(fold, np.where(np.isnan(errors), np.inf, errors), plain)

    @np.errstate(invalid="ignore", over="ignore")
    def ends(self, outputs: Floats, level: float) -> tuple[Floats, Floats]:
        """Return the lower and the upper ends for new rows.

        The lower one is the floor((1 - level) (n + 1))-th smallest of the answers of the networks that never saw row
        i, less the residual of row i; the upper one the ceil(level (n + 1))-th smallest of the sums.

        Parameters
        ----------
        outputs : ndarray of shape (n_folds, n_new, n_targets)
            What the network of each fold says of the new rows, in original units.
        level : float

        Returns
        -------
        low, high : ndarray of shape (n_new, n_targets)

        Raises
        ------
        UserError
            If the level is none, or there are too few rows for it.
        """
        check_level(level)
        n, (_, n_new, n_targets) = len(self.fold), outputs.shape
        upper = max(1, math.ceil(round((n + 1) * level, 9)))
        if upper > n:
            raise too_few_rows(n, OUT_OF_FOLD, level)
        lower = n + 1 - upper
        low, high = np.empty((n_new, n_targets)), np.empty((n_new, n_targets))
        step = max(1, MOST_AT_ONCE // n)
        for k in range(n_targets):
            transform = (self.transforms[k],) if self.transforms else ()
            centre = np.column_stack([in_transformed_units(each[:, k : k + 1], transform)[:, 0] for each in outputs])
            for start in range(0, n_new, step):
                at = slice(start, start + step)
                by_row = centre[at][:, self.fold]
                low[at, k] = np.partition(by_row - self.residuals[:, k], lower - 1, axis=1)[:, lower - 1]
                high[at, k] = np.partition(by_row + self.residuals[:, k], upper - 1, axis=1)[:, upper - 1]
        missing = np.isnan(outputs).any(axis=0)
        low[missing] = high[missing] = np.nan
        if not self.transforms:
            return low, high
        found = (np.column_stack([t.predicted(e[:, k]) for k, t in enumerate(self.transforms)]) for e in (low, high))
        low, high = found
        return low, high
