"""How desirable several answers are together: a desirability from 0 to 1 for each, and their geometric mean.

G. Derringer and R. Suich, "Simultaneous optimization of several response variables", Journal of Quality Technology 12
(1980), 214-219.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mlp_gui.core.dataset import Floats

MAXIMIZE, MINIMIZE, REACH = "maximize", "minimize", "reach"


@dataclass(frozen=True)
class Goal:
    """What is wanted of one output.

    Attributes
    ----------
    kind : {"maximize", "minimize", "reach"}
    low, high : float
        To maximize: nothing is gained at `low` or below, everything at `high`; to minimize the other way round. To
        reach a value: nothing is gained at either end or beyond. low < high.
    value : float
        To be reached, between both ends.
    power : float
        Of the desirability: above 1 only answers near the goal count, below 1 any progress does (the r, s and t of
        Derringer and Suich).
    """

    kind: str
    low: float
    high: float
    value: float = 0.0
    power: float = 1.0

    def share(self, answers: Floats) -> Floats:
        """Return how much of the way is gone before it is limited to 0 to 1 and raised to the power.

        Parameters
        ----------
        answers : ndarray, shape (n_rows,)
        """
        answers = np.asarray(answers, float)
        width = self.high - self.low
        if self.kind == MAXIMIZE:
            return np.asarray((answers - self.low) / width)
        if self.kind == MINIMIZE:
            return np.asarray((self.high - answers) / width)
        below = (answers - self.low) / max(self.value - self.low, 1e-300)
        above = (self.high - answers) / max(self.high - self.value, 1e-300)
        return np.asarray(np.where(answers <= self.value, below, above))

    def desirability(self, answers: Floats) -> Floats:
        """Return the desirability of answers, 0 to 1.

        Parameters
        ----------
        answers : ndarray, shape (n_rows,)
        """
        return np.asarray(np.clip(self.share(answers), 0.0, 1.0) ** self.power)


def overall_desirability(goals: Sequence[Goal | None], answers: Floats) -> Floats:
    """Return the geometric mean of the desirabilities: 0 as soon as one of them is.

    Parameters
    ----------
    goals : sequence of Goal or None
        One for each output; None where anything will do.
    answers : ndarray, shape (n_rows, n_outputs)

    Returns
    -------
    ndarray, shape (n_rows,)
    """
    wanted = [goal.desirability(answers[:, k]) for k, goal in enumerate(goals) if goal is not None]
    if not wanted:
        return np.ones(len(answers))
    return np.asarray(np.prod(wanted, axis=0) ** (1.0 / len(wanted)))


def search_score(goals: Sequence[Goal | None], answers: Floats) -> Floats:
    """Return what a search climbs: the overall desirability; where that is 0, what is missing to any, below 0.

    Parameters
    ----------
    goals : sequence of Goal or None
    answers : ndarray, shape (n_rows, n_outputs)

    Returns
    -------
    ndarray, shape (n_rows,)
    """
    shares = [goal.share(answers[:, k]) for k, goal in enumerate(goals) if goal is not None]
    short = np.sum([np.minimum(share, 0.0) for share in shares], axis=0) if shares else np.zeros(len(answers))
    return np.asarray(overall_desirability(goals, answers) + short)
