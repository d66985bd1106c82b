"""A dense curve as an image: every column of pixels filled from its highest to its lowest value, with soft ends."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from mlp_gui.plotmath.min_max_blocks import Envelope
from mlp_gui.views.charts.markers import DASH_ON, DASH_PERIOD

STEEP = 6.0  # pixels: what rises more within the gap of a dash is drawn
PATTERNS = {"dash": (DASH_PERIOD, DASH_ON, STEEP), "dot": (4.5, 2.0, STEEP)}  # pixels, by the style of a line


class DashPattern(NamedTuple):
    """Dashes at fixed places along a curve. All lengths are in pixels.

    Attributes
    ----------
    begin : int
        Place of the image's first column in the pattern.
    period, on : float
        Length of a dash with its gap, and of the dash.
    steep : float
        Columns in a gap are drawn where the curve rises or falls by more than this: a gap hides no spike.
    """

    begin: int
    period: float
    on: float
    steep: float


def render_columns(
    found: Envelope, columns: int, height: int, width: float, colour: str, dashes: DashPattern | None = None
) -> QImage:
    """Draw a curve column by column as an image that is transparent where there is no curve.

    Each column reaches to where the one before it ended, unless there is a gap between them.

    Parameters
    ----------
    found : Envelope
        In pixels from the top, so that `low` is the upper end of a column and `high` its lower one.
    columns, height : int
        Size of the image in pixels.
    width : float
        Of the line, in pixels.
    colour : str
        "#rrggbb".
    dashes : DashPattern, optional
        The curve is solid when omitted.
    """
    found = _bridged(found)
    upper, lower = _joined(found)
    steep = lower - upper
    upper, lower = np.clip(upper - width / 2, -1, height), np.clip(lower + width / 2, -1, height)
    shown = np.isfinite(upper) & (lower > 0) & (upper < height)
    if dashes is not None:
        in_gap = np.mod(found.column + dashes.begin + 0.5, dashes.period) >= dashes.on
        shown &= ~in_gap | (steep > dashes.steep)
    alpha = np.zeros((height, columns), np.uint8)
    alpha[:, found.column[shown]] = _filled(upper[shown], lower[shown], height)
    pixels = _shades(colour)[alpha]
    image = QImage(pixels.data, columns, height, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()  # the copy owns its pixels


def _bridged(found: Envelope) -> Envelope:
    """Add the columns between others that hold no point, as on a logarithmic axis: the line runs on."""
    if not len(found.column) or len(found.column) == found.column[-1] - found.column[0] + 1:
        return found
    every = np.arange(found.column[0], found.column[-1] + 1)
    last = np.interp(every, found.column, found.last)
    at = found.column - every[0]
    low, high, bad = last.copy(), last.copy(), np.zeros(len(every), bool)
    last[at], low[at], high[at], bad[at] = found.last, found.low, found.high, found.bad
    return Envelope(every, last, low, high, bad)


def _joined(found: Envelope) -> tuple[NDArray, NDArray]:
    """Return the upper and lower end of every column, stretched to the end of the one before it."""
    upper, lower = found.low.copy(), found.high.copy()
    before = found.last[:-1]
    if len(before):
        # fmin and fmax skip NaN: a column after a gap keeps its ends, an empty one stays empty.
        np.fmin(upper[1:], np.where(np.isfinite(upper[1:]), before, np.nan), out=upper[1:])
        np.fmax(lower[1:], np.where(np.isfinite(lower[1:]), before, np.nan), out=lower[1:])
    return upper, lower


def _filled(upper: NDArray, lower: NDArray, height: int) -> NDArray[np.uint8]:
    """Return the opacity, (height, columns): whole pixels between the ends, the covered share at them."""
    top, bottom = np.floor(upper).astype(np.int32), np.floor(lower).astype(np.int32)
    rows = np.arange(height, dtype=np.int32)[:, None]
    alpha = ((rows > top) & (rows < bottom)).astype(np.uint8) * np.uint8(255)
    across = np.arange(len(top))
    for row, share in ((top, 1 - (upper - top)), (bottom, lower - bottom)):
        inside = (row >= 0) & (row < height)
        alpha[row[inside], across[inside]] = np.round(255 * share[inside])
    return alpha


def _shades(colour: str) -> NDArray[np.uint32]:
    """Return the premultiplied colours of each opacity, of shape (256,)."""
    c, share = QColor(colour), np.arange(256) / 255
    red, green, blue = (np.round(part * share).astype(np.uint32) for part in (c.red(), c.green(), c.blue()))
    opacity = np.arange(256, dtype=np.uint32) << 24
    return np.asarray(opacity | (red << 16) | (green << 8) | blue, np.uint32)
