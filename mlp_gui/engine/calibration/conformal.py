"""Split conformal prediction: the errors of rows that were held back, and what they promise about new rows.

Where the rows are exchangeable, an interval or a set holds the truth with at least the probability of its level [1]_.

References
----------
.. [1] A. N. Angelopoulos and S. Bates, "Conformal prediction: a gentle introduction", Foundations and Trends in Machine
   Learning 16 (2023), 494-591.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Floats, Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.number_format import format_level
from mlp_gui.core.subsets import Subset
from mlp_gui.core.transformation import Transformation
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.calibration.class_sets import class_scores
from mlp_gui.engine.metrics.metric import both_classes

MOST_KEPT = 1_000  # scores that are kept of more rows; an interval is then wider by a thousandth of the rows at most
ABSOLUTE = "absolute"  # the rule for numbers; those for classes are choices of `UncertaintyConfig.sets`


@dataclass(frozen=True, eq=False)
class ConformalCalibration:
    """How far predictions of rows that the network did not learn from were off.

    Attributes
    ----------
    rule : str
        "absolute" for numbers, "lac" or "aps" for classes.
    subset : str
        Which rows they are.
    n_rows : int
    ranks : ndarray of shape (n_kept,)
        Of the kept scores among those of all rows, ascending, from 1 to n_rows.
    scores : ndarray of shape (n_kept, n_columns)
        Ascending; a column for each target, or one for classes. Of transformed targets in transformed units.
    """

    rule: str
    subset: str
    n_rows: int
    ranks: NDArray[np.int64]
    scores: Floats

    def is_enough_for(self, level: float) -> bool:
        """Return whether there are rows enough for a level."""
        return rank_of(level, self.n_rows) <= self.n_rows

    def threshold(self, level: float) -> Floats:
        """Return the score that the share of new rows which the level says does not exceed, of shape (n_columns,).

        Parameters
        ----------
        level : float
            Between 0 and 1.

        Raises
        ------
        UserError
            If the level is none, or there are too few rows for it.
        """
        check_level(level)
        if not self.is_enough_for(level):
            raise too_few_rows(self.n_rows, self.subset, level)
        at = int(np.searchsorted(self.ranks, rank_of(level, self.n_rows)))
        return np.asarray(self.scores[at])


def rank_of(level: float, n: int) -> int:
    """Return which of n sorted scores bounds that of a new row with the probability of the level.

    Parameters
    ----------
    level : float
    n : int
    """
    return max(1, math.ceil(round((n + 1) * level, 9)))  # 50 times 0.14 is a little more than 7


def check_level(level: float) -> None:
    """Raise a UserError for what is no probability."""
    if not 0 < level < 1:
        raise UserError(tr("The level cannot be {level!r}.", level=level), tr("It must be between 0 and 1."))


def too_few_rows(n: int, subset: str, level: float) -> UserError:
    """Return the refusal of an interval.

    Parameters
    ----------
    n : int
        Rows that there are.
    subset : str
    level : float
    """
    needed = math.ceil(round(level / (1 - level), 9))
    return UserError(
        tr_n(
            "{n:,} {subset} row is too few for intervals of {level}.",
            "{n:,} {subset} rows are too few for intervals of {level}.",
            n,
            subset=tr(subset),
            level=format_level(level),
        ),
        tr_n("{n:,} row is needed at least.", "{n:,} rows are needed at least.", needed),
        tr("Keep more rows for validation, or choose a lower level."),
    )


def class_probabilities(task: Task, outputs: Floats) -> Floats:
    """Return the probability of each class, of shape (n_rows, n_classes).

    Parameters
    ----------
    task : Task
    outputs : ndarray of shape (n_rows, n_outputs)
    """
    return np.asarray(both_classes(outputs[:, 0]) if task is Task.BINARY else outputs)


def class_codes(task: Task, truth: Floats) -> NDArray[np.int64]:
    """Return the number of each row's class, of shape (n_rows,).

    Parameters
    ----------
    task : Task
    truth : ndarray of shape (n_rows, n_outputs)
    """
    return np.asarray(truth[:, 0] if task is Task.BINARY else truth.argmax(axis=1), np.int64)


def in_transformed_units(values: Floats, transforms: tuple[Transformation, ...]) -> Floats:
    """Return numbers of original units as the network sees them before it scales them.

    Parameters
    ----------
    values : ndarray of shape (n_rows, n_outputs)
    transforms : tuple of Transformation
        Empty where no target is transformed.
    """
    if not transforms:
        return values
    return np.column_stack([t.forward(values[:, k]) for k, t in enumerate(transforms)])


@np.errstate(invalid="ignore", over="ignore")
def calibrate(
    task: Task,
    truth: Floats,
    outputs: Floats,
    transforms: tuple[Transformation, ...] = (),
    sets: str = "lac",
    subset: str = Subset.VALIDATION,
    difficulty: Floats | None = None,
) -> ConformalCalibration | None:
    """Learn from rows that were held back how far predictions are off.

    Parameters
    ----------
    task : Task
    truth, outputs : ndarray of shape (n_rows, n_outputs)
        In original units, or classes and probabilities.
    transforms : tuple of Transformation
        Of the targets; empty where none is transformed.
    sets : {"lac", "aps"}
        The rule for classes.
    subset : str
        Which rows they are, for sentences.
    difficulty : ndarray of shape (n_rows, n_outputs), optional
        How far a row may be expected to be off, such as the spread of the members of an ensemble: errors are divided by
        it, and `PredictionInterval.ends` is to be given that of its rows.

    Returns
    -------
    ConformalCalibration or None
        None without rows.
    """
    if not len(truth):
        return None
    if task.is_classification:
        rule, scores = sets, class_scores(class_probabilities(task, outputs), class_codes(task, truth), sets)[:, None]
    else:
        rule = ABSOLUTE
        scores = np.abs(in_transformed_units(truth, transforms) - in_transformed_units(outputs, transforms))
        scores = scores if difficulty is None else scores / difficulty
    scores = np.sort(np.where(np.isnan(scores), np.inf, scores), axis=0)  # what has no error promises nothing
    n = len(scores)
    ranks = np.arange(1, n + 1) if n <= MOST_KEPT else np.unique(np.linspace(1, n, MOST_KEPT).round().astype(np.int64))
    return ConformalCalibration(rule, str(subset), n, ranks.astype(np.int64), np.asarray(scores[ranks - 1], np.float64))
