"""Which units of a large layer are shown: those with the strongest weights, so that each can be told apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

MOST_UNITS = 16  # of a hidden layer

Units = NDArray[np.int64]


def strongest_units(sizes: tuple[int, ...], matrices: Sequence[NDArray], most: int = MOST_UNITS) -> list[Units]:
    """Return the units of every layer that are shown, those of a large hidden layer from the strongest on.

    A unit is as strong as the weights that lead to it and away from it, taken together.

    Parameters
    ----------
    sizes : tuple of int
        Units of every layer, the inputs first.
    matrices : sequence of ndarray
        One of shape (fan_in + 1, fan_out) for each layer of weights.
    most : int
    """
    shown = []
    for k, total in enumerate(sizes):
        if total <= most or k in (0, len(sizes) - 1):
            shown.append(np.arange(total))
            continue
        with np.errstate(all="ignore"):  # a run that diverged is still drawn
            arriving = np.abs(matrices[k - 1][:-1]).mean(axis=0)
            leaving = np.abs(matrices[k][:-1]).mean(axis=1)
            strength = np.nan_to_num(arriving * leaving)
        shown.append(np.argsort(-strength, kind="stable")[:most])
    return shown


def is_large(sizes: tuple[int, ...], most: int = MOST_UNITS) -> bool:
    """Return whether a hidden layer has more units than are shown.

    Parameters
    ----------
    sizes : tuple of int
        Units of every layer, the inputs first.
    most : int
    """
    return any(total > most for total in sizes[1:-1])
