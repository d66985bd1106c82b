"""Two networks compared row by row on the same rows, and how likely other rows would turn their order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_gui.core.dataset import Floats
from mlp_gui.engine.metrics.bootstrap import Estimate, resampled_sums
from mlp_gui.verdict.row_losses import Skill, skill


@dataclass(frozen=True)
class PairedComparison:
    """What one network is beside another.

    Attributes
    ----------
    skill : Estimate
        How much lower the measure of the first one is; below 0 where it is higher.
    chance_of_turning : float
        Share of resamples of the rows in which the other one is better; ties count half.
    """

    skill: Estimate
    chance_of_turning: float


def compare_paired(measure: str, first: Floats, second: Floats, block: int = 1) -> PairedComparison:
    """Compare two networks by the losses of the same rows.

    Parameters
    ----------
    measure : {"rmse", "mae", "log_loss"}
    first, second : ndarray, shape (n_rows,)
        Of `row_losses`, row by row.
    block : int
        Length of the blocks of neighbouring rows that are drawn together.

    Raises
    ------
    ValueError
        If they are not of as many rows.
    """
    if first.shape != second.shape:
        raise ValueError(f"losses of {len(first)} and of {len(second)} rows cannot be paired")
    observed = skill(measure, first, second, block)
    with np.errstate(all="ignore"):
        drawn = Skill(measure)(resampled_sums(np.column_stack([first, second]), block))
    side = np.sign(observed.value) or 1.0
    turned = np.where(drawn == 0, 0.5, (np.sign(drawn) == -side).astype(float))
    return PairedComparison(observed, float(turned.mean()))
