"""The interval around a predicted number, and how many rows it held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from mlp_gui.core.dataset import Floats, Task
from mlp_gui.core.number_format import format_level, format_percent
from mlp_gui.core.subsets import Subset
from mlp_gui.core.transformation import Transformation
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.calibration.class_sets import ClassSets
from mlp_gui.engine.calibration.conformal import (
    ABSOLUTE,
    ConformalCalibration,
    check_level,
    class_codes,
    class_probabilities,
    in_transformed_units,
    too_few_rows,
)


@dataclass(frozen=True, eq=False)
class PredictionInterval:
    """Between which numbers a true value lies.

    Attributes
    ----------
    level : float
        The probability that it does.
    half_width : ndarray of shape (n_targets,)
        Of transformed targets in transformed units, where the interval is symmetric.
    transforms : tuple of Transformation
        Of the targets; empty where none is transformed.
    """

    level: float
    half_width: Floats
    transforms: tuple[Transformation, ...] = ()

    @np.errstate(invalid="ignore", over="ignore")
    def ends(self, outputs: Floats, difficulty: Floats | None = None) -> tuple[Floats, Floats]:
        """Return the lower and the upper ends.

        Those of transformed targets are kept within the limits that predictions are kept in.

        Parameters
        ----------
        outputs : ndarray of shape (n_rows, n_targets)
            Predictions in original units.
        difficulty : ndarray of shape (n_rows, n_targets), optional
            As it was given to `calibrate`.

        Returns
        -------
        low, high : ndarray of shape (n_rows, n_targets)
        """
        half = self.half_width if difficulty is None else self.half_width * difficulty
        centre = in_transformed_units(outputs, self.transforms)
        ends = centre - half, centre + half
        if not self.transforms:
            return ends
        low, high = (np.column_stack([t.predicted(e[:, k]) for k, t in enumerate(self.transforms)]) for e in ends)
        return low, high

    def ends_of(self, outputs: Floats, target: int) -> tuple[Floats, Floats]:
        """Return the ends of the intervals of one target.

        Parameters
        ----------
        outputs : ndarray of shape (n_rows,)
            Its predictions in original units.
        target : int
            Counted from 0.
        """
        at = slice(target, target + 1)
        low, high = replace(self, half_width=self.half_width[at], transforms=self.transforms[at]).ends(outputs[:, None])
        return low[:, 0], high[:, 0]


Promise = PredictionInterval | ClassSets


def promise(
    calibration: ConformalCalibration | None, level: float, transforms: tuple[Transformation, ...] = ()
) -> Promise:
    """Return what is promised about new rows: an interval for numbers, sets for classes.

    Parameters
    ----------
    calibration : ConformalCalibration or None
        None without any row.
    level : float
    transforms : tuple of Transformation

    Raises
    ------
    UserError
        If there are too few rows for the level.
    """
    if calibration is None:
        check_level(level)
        raise too_few_rows(0, Subset.VALIDATION, level)
    threshold = calibration.threshold(level)
    if calibration.rule == ABSOLUTE:
        # The ends are quantiles, which the smearing correction of a mean has no part in.
        return PredictionInterval(level, threshold, tuple(replace(t, smearing=()) for t in transforms))
    return ClassSets(level, calibration.rule, float(threshold[0]))


def possible_promise(
    calibration: ConformalCalibration | None, level: float, transforms: tuple[Transformation, ...] = ()
) -> Promise | None:
    """Return what is promised about new rows; None where the level is 0, or there are too few rows for it.

    Parameters
    ----------
    calibration : ConformalCalibration or None
    level : float
    transforms : tuple of Transformation
    """
    if not level or calibration is None or not calibration.is_enough_for(level):
        return None
    return promise(calibration, level, transforms)


@dataclass(frozen=True)
class Coverage:
    """How many rows held what was promised.

    Attributes
    ----------
    level : float
        The share that was promised.
    subset : str
        Which rows they are; "" for those of another table.
    rows : int
    held : tuple of int
        Rows whose true value lay within, for each target; or whose class was in the set.
    """

    level: float
    subset: str
    rows: int
    held: tuple[int, ...]

    def share(self, target: int = 0) -> float:
        """Return the share of the rows that held it."""
        return self.held[target] / self.rows

    def to_plain(self) -> dict[str, Any]:
        """Return what a file or a program needs of it."""
        return {"level": self.level, "subset": str(self.subset), "rows": self.rows, "held": list(self.held)}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Coverage:
        """Return what `to_plain` described.

        Raises
        ------
        ValueError, KeyError, TypeError
            If it is something else.
        """
        rows, held = int(plain["rows"]), tuple(int(n) for n in plain["held"])
        if rows < 1 or not held or not all(0 <= n <= rows for n in held):
            raise ValueError("a coverage counts more rows than there are")
        return cls(float(plain["level"]), str(plain["subset"]), rows, held)

    def sentence(self, target: int = 0) -> str:
        """Say it: "90 % promised, 88 % of 66 test rows held".

        Parameters
        ----------
        target : int
            Counted from 0.
        """
        said = {"level": format_level(self.level), "share": format_percent(self.share(target))}
        if not self.subset:
            return tr_n("{level} promised, {share} of {n:,} row held", "{level} promised, {share} of {n:,} rows held",
                        self.rows, **said)  # fmt: skip
        return tr_n("{level} promised, {share} of {n:,} {subset} row held",
                    "{level} promised, {share} of {n:,} {subset} rows held",
                    self.rows, subset=tr(self.subset), **said)  # fmt: skip


def measure_coverage(found: Promise, task: Task, truth: Floats, outputs: Floats, subset: str) -> Coverage | None:
    """Count the rows that hold a promise; None where there is no row to count.

    Parameters
    ----------
    found : PredictionInterval or ClassSets
    task : Task
    truth, outputs : ndarray of shape (n_rows, n_outputs)
        In original units, or classes and probabilities; rows without either do not count.
    subset : str
    """
    known = np.isfinite(truth).all(axis=1) & np.isfinite(outputs).all(axis=1)
    truth, outputs = truth[known], outputs[known]
    if not len(truth):
        return None
    if isinstance(found, ClassSets):
        members = found.members(class_probabilities(task, outputs))
        held = members[np.arange(len(truth)), class_codes(task, truth)].sum(keepdims=True)
    else:
        low, high = found.ends(outputs)
        held = ((truth >= low) & (truth <= high)).sum(axis=0)
    return Coverage(found.level, subset, len(truth), tuple(int(n) for n in held))
