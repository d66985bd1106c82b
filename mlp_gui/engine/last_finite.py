"""What a run that diverges goes back to: copies of its arrays from the end of the last epoch with finite numbers."""

from __future__ import annotations

import numpy as np

from mlp_gui.engine.tape import Array, Call, run


class LastFinite:
    """arrays: what belongs to the run; kept: their copies, in the same order. Nothing is allocated after the start."""

    def __init__(self, *arrays: Array | None) -> None:
        self.arrays = tuple(array for array in arrays if array is not None)
        self.kept = tuple(array.copy() for array in self.arrays)
        self._keep: list[Call] = [
            (np.copyto, pair) for pair in zip(self.kept, self.arrays, strict=True) if pair[0].size
        ]

    def keep(self) -> None:
        """The epoch ended with finite numbers."""
        run(self._keep)

    def go_back(self) -> None:
        for kept, now in zip(self.kept, self.arrays, strict=True):
            np.copyto(now, kept)
