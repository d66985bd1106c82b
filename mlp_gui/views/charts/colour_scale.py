"""From signed numbers to colours: a scale around zero that does not flicker, and matrices shrunk to their extremes."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from mlp_gui.plotmath.ticks import nice_ceiling
from mlp_gui.views.theme.palette import Palette, mix_colours

CENTRE, NOT_FINITE = 128, 0  # colour indices; 1 to 255 run from the most negative to the most positive value


class StableColourScale:
    """The value that gets the strongest colour: a round number that grows at once and shrinks after a while.

    Attributes
    ----------
    limit : float
        That value; 0 as long as everything was 0.
    """

    PATIENCE = 20  # frames

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self.limit = 0.0
        self._low_frames = 0
        self._recent = 0.0

    def update_limit(self, largest: float) -> float:
        """Take the largest magnitude of this frame into account and return the limit."""
        if not np.isfinite(largest) or largest <= 0:
            return self.limit
        needed = nice_ceiling(largest)
        if needed >= self.limit:
            self.limit, self._low_frames, self._recent = needed, 0, 0.0
        # Between 60 and 100 % the scale stands still, or it would jump whenever the largest value wavers.
        elif largest < 0.6 * self.limit:
            self._low_frames += 1
            self._recent = max(self._recent, needed)
            if self._low_frames >= self.PATIENCE:
                self.limit, self._low_frames, self._recent = self._recent, 0, 0.0
        else:
            self._low_frames, self._recent = 0, 0.0
        return self.limit

    def shrink_now(self, largest: float) -> bool:
        """Take the limit that fits the numbers at rest, and return whether that changed it."""
        before = self.limit
        if np.isfinite(largest) and largest > 0:
            self.limit, self._low_frames, self._recent = nice_ceiling(largest), 0, 0.0
        return self.limit != before


def largest_magnitude(values: NDArray) -> float:
    """Return the largest finite magnitude; 0 when there is none."""
    if not values.size:
        return 0.0
    # Two reductions make no temporary array; the copy below is for the rare case.
    low, high = float(values.min()), float(values.max())
    if not (np.isfinite(low) and np.isfinite(high)):
        finite = np.abs(values[np.isfinite(values)])
        return float(finite.max()) if finite.size else 0.0
    return max(-low, high)


def colour_indices(values: NDArray, limit: float) -> NDArray[np.uint8]:
    """Return indices into `colour_table`: 128 is zero, 1 is -limit, 255 is +limit, 0 a value that is not finite.

    Parameters
    ----------
    values : array of any shape
    limit : float
        Larger magnitudes get the strongest colour; with 0 every finite value gets the colour of zero.
    """
    scaled = values * (127.0 / limit) if limit > 0 else np.zeros(values.shape)
    np.rint(scaled, out=scaled)
    np.clip(scaled, -127, 127, out=scaled)
    scaled += CENTRE
    # Clipping has made infinities look like large numbers, so the values themselves are asked as well.
    if not np.isfinite(scaled).all() or (limit > 0 and not np.isfinite(values).all()):
        scaled[~np.isfinite(values)] = NOT_FINITE
    return scaled.astype(np.uint8)


def shrink_by_magnitude(values: NDArray, rows: int, columns: int) -> NDArray:
    """Shrink a matrix so that every cell holds the value of largest magnitude of its block.

    Parameters
    ----------
    values : array of shape (n_rows, n_columns)
    rows, columns : int
        Size that the result does not exceed. A smaller matrix is returned as it is.
    """
    down, across = -(-values.shape[0] // rows), -(-values.shape[1] // columns)
    if down == 1 and across == 1:
        return values
    row_starts = np.arange(0, values.shape[0], down)
    column_starts = np.arange(0, values.shape[1], across)
    low = np.minimum.reduceat(np.minimum.reduceat(values, row_starts, axis=0), column_starts, axis=1)
    high = np.maximum.reduceat(np.maximum.reduceat(values, row_starts, axis=0), column_starts, axis=1)
    return np.where(-low > high, low, high)


# 255 mixtures that every picture of every frame looks up; palettes are frozen, so they can be keys.
@lru_cache(maxsize=4)
def colour_table(palette: Palette) -> NDArray[np.uint32]:
    """Return the colours of `colour_indices` as 0xffrrggbb, of shape (256,)."""
    shades = [palette.bad]
    for k in range(1, 256):
        share = abs(k - CENTRE) / 127
        shades.append(mix_colours(palette.neutral, palette.negative if k < CENTRE else palette.positive, share))
    return np.array([0xFF000000 | int(shade[1:], 16) for shade in shades], np.uint32)
