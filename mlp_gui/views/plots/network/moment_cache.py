"""A table that grows with what is recorded: a row is worked out once and kept while its moment is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from mlp_gui.engine.diagnostics.layer_record import LayerRecord


class MomentCache:
    """One row of numbers for each moment."""

    def __init__(self) -> None:
        self._rows: dict[LayerRecord, NDArray] = {}
        self._key: object = None

    def extend(self, moments: Sequence[LayerRecord], key: object, make: Callable[[LayerRecord], NDArray]) -> NDArray:
        """Return the numbers of all moments, computed for those that are new.

        Parameters
        ----------
        moments : sequence of LayerRecord
        key : object
            What the numbers depend on beside the moment; another key computes every row anew.
        make : callable
            From a moment to its numbers (n_numbers,).

        Returns
        -------
        ndarray of shape (n_moments, n_numbers)
        """
        known = self._rows if key == self._key else {}
        self._key = key
        # Only of the given moments: rows of those that the history has thinned out go with them.
        self._rows = {moment: known[moment] if moment in known else make(moment) for moment in moments}
        return np.array(list(self._rows.values()))
