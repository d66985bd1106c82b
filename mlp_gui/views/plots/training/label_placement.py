"""Where labels beside upright lines go: near their line, not over one another, and not over a curve if that can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

GAP = 3.0  # pixels between a line and its label
Crossed = Callable[[QRectF], bool]  # whether a curve runs through a box


class Label(NamedTuple):
    """x: of its line; widths: of its text and of shorter ones; height: of a row; at_foot: rows count from below."""

    x: float
    widths: Sequence[float]
    height: float
    at_foot: bool = False


class LabelSpot(NamedTuple):
    """Where a label goes, and which of its texts fits there."""

    box: QRectF
    text: int


def place_label(label: Label, room: QRectF, taken: Sequence[QRectF], crossed: Crossed, rows: int) -> LabelSpot | None:
    """The first free place in `rows` rows, right of the line before left of it; the full text before a shorter one.

    Labels at the foot and shorter texts are only put where no curve runs. Otherwise, when a curve is everywhere, the
    first place without another label. None: there is no room.
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
