"""Where labels beside upright lines go: near their line, not over one another, and not over a curve if that can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

GAP = 3.0  # pixels between a line and its label
Crossed = Callable[[QRectF], bool]  # whether a curve runs through a box


class Label(NamedTuple):
    """Label beside an upright line, in pixels.

    Attributes
    ----------
    x : float
        Of the line.
    widths : sequence of float
        Of the full text, then of shorter ones.
    height : float
        Of a row.
    at_foot : bool
        Whether rows count from below.
    """

    x: float
    widths: Sequence[float]
    height: float
    at_foot: bool = False


class LabelSpot(NamedTuple):
    """Where a label goes.

    Attributes
    ----------
    box : QRectF
    text : int
        Which of its texts fits there; 0 is the full one.
    """

    box: QRectF
    text: int


def place_label(label: Label, room: QRectF, taken: Sequence[QRectF], crossed: Crossed, rows: int) -> LabelSpot | None:
    """Find the first free place: right of the line before left of it, the full text before a shorter one.

    Labels at the foot and shorter texts are only put where no curve runs. Otherwise, when a curve is everywhere, the
    first place without another label is taken.

    Parameters
    ----------
    label : Label
    room : QRectF
        Where labels may be.
    taken : sequence of QRectF
        Other labels.
    crossed : callable
        Whether a curve runs through a box.
    rows : int
        How many rows may be filled, from above or from below.

    Returns
    -------
    LabelSpot or None
        None when there is no room.
    """
    spots = [spot for spot in _spots(label, room, rows) if not any(spot.box.intersects(box) for box in taken)]
    free = next((spot for spot in spots if not crossed(spot.box)), None)
    return free if free is not None or label.at_foot else next(iter(spots), None)


def _spots(label: Label, room: QRectF, rows: int) -> list[LabelSpot]:
    found = []
    for text, width in enumerate(label.widths):
        steps = [2 + row * (label.height + 1) for row in range(rows)]
        above, below = [room.top() + step for step in steps], [room.bottom() - step - label.height for step in steps]
        for top in below if label.at_foot else above + below[1:]:  # the last row is for what stands at the foot
            for left in (label.x + GAP, label.x - GAP - width):
                box = QRectF(left, top, width, label.height)
                if room.contains(box):
                    found.append(LabelSpot(box, text))
    return found
