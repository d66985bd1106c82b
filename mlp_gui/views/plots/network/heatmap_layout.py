"""Where the heatmaps of the layers lie: side by side in one or more lines, each with its head, cells, bias and bar."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

HEAD, BAR, GAP, BIAS_GAP, MARGIN = 18, 20, 14, 3, 12
NARROWEST, LOWEST, TALLEST_CELL, WIDEST_CELL = 64, 84, 40, 56


@dataclass(frozen=True)
class LayerBox:
    """Rectangles of one layer, in pixels.

    Attributes
    ----------
    layer : int
        From 0.
    fan_in, fan_out : int
        Rows and columns of `cells`.
    head : QRectF
        Where the name of the layer stands.
    cells : QRectF
        The weights.
    bias : QRectF
        One row below the cells, after a gap.
    bar : QRectF
        The colour scale.
    """

    layer: int
    fan_in: int
    fan_out: int
    head: QRectF
    cells: QRectF
    bias: QRectF
    bar: QRectF

    @property
    def row_height(self) -> float:
        return self.cells.height() / self.fan_in

    @property
    def column_width(self) -> float:
        return self.cells.width() / self.fan_out

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return row and column under a place; row fan_in is the bias."""
        if not self.cells.left() <= x < self.cells.right():
            return None
        column = int((x - self.cells.left()) / self.column_width)
        if self.cells.top() <= y < self.cells.bottom():
            return int((y - self.cells.top()) / self.row_height), column
        return (self.fan_in, column) if self.bias.top() <= y < self.bias.bottom() else None


def boxes(
    sizes: tuple[int, ...], width: float, height: float, left: float, foot: float, scale: float
) -> list[LayerBox]:
    """Lay the boxes of all layers out within (width, height).

    Layers get widths by their number of units, none less than what its head needs; when they do not fit side by side
    they fill more than one line.

    Parameters
    ----------
    sizes : tuple of int
        Units of every layer, the inputs first.
    width, height : float
        In pixels.
    left, foot : float
        Pixels for the names of the inputs, and of the outputs.
    scale : float
        Of the texts.
    """
    layers = len(sizes) - 1
    fitting = max(1, int((width - left - MARGIN + GAP) / (NARROWEST * scale + GAP)))
    lines = min(-(-layers // fitting), max(1, int(height / (LOWEST * scale))))
    per_line = -(-layers // lines)  # rounded up
    narrowest = min(NARROWEST * scale, (width - left - MARGIN + GAP) / per_line - GAP)
    line_height = height / lines
    found: list[LayerBox] = []
    for line in range(lines):
        members = range(line * per_line, min(layers, (line + 1) * per_line))
        start = left if line == 0 else float(MARGIN)
        widths = _widths([sizes[k + 1] for k in members], width - start - MARGIN, narrowest)
        x = start
        for k, wide in zip(members, widths, strict=True):
            place = QRectF(x, line * line_height, wide, line_height)
            found.append(_box(k, sizes[k], sizes[k + 1], place, foot if line == lines - 1 else 0.0, scale))
            x += wide + GAP
    return found


def _widths(units: list[int], total: float, narrowest: float) -> list[float]:
    """Share a line by the square root of the units: wide layers get more, narrow ones stay readable."""
    room = total - GAP * (len(units) - 1)
    spare = max(0.0, room - narrowest * len(units))
    roots = [count**0.5 for count in units]
    return [narrowest + spare * root / sum(roots) for root in roots]


def _box(layer: int, fan_in: int, fan_out: int, place: QRectF, foot: float, scale: float) -> LayerBox:
    head, bar = HEAD * scale, BAR * scale
    room = max(8.0, place.height() - head - bar - foot - BIAS_GAP - 4)
    cell = min(room / (fan_in + 1), TALLEST_CELL)
    bias = max(cell, min(6.0, room / 4))  # seen even where the other rows are thinner than a pixel
    cell = min((room - bias) / fan_in, TALLEST_CELL)
    wide = min(place.width(), WIDEST_CELL * fan_out)
    top = place.top() + head
    cells = QRectF(place.left(), top, wide, cell * fan_in)
    return LayerBox(
        layer,
        fan_in,
        fan_out,
        QRectF(place.left(), place.top(), place.width(), head),
        cells,
        QRectF(place.left(), cells.bottom() + BIAS_GAP, wide, bias),
        QRectF(place.left(), place.bottom() - bar, place.width(), bar),
    )
