"""A table that grows with what is recorded: a row is worked out once and kept while its moment is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.layer_history import LayerRecord


class MomentCache:
    """One row of numbers for each moment."""

    def __init__(self) -> None:
        self._rows: dict[LayerRecord, NDArray] = {}
        self._key: object = None

    def extend(self, moments: Sequence[LayerRecord], key: object, make: Callable[[LayerRecord], NDArray]) -> NDArray:
        """(moments, numbers). make: moment -> (numbers,); another key: every row is worked out anew."""
        known = self._rows if key == self._key else {}
        self._key = key
        self._rows = {moment: known[moment] if moment in known else make(moment) for moment in moments}
        return np.array(list(self._rows.values()))
