"""The network as circles and lines, with what the chosen number depends on drawn out: a unit's inputs, or a path."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.engine.network.tape import OpKind, Stage
from mlp_gui.engine.tracing.paths import GradientPath, strongest_path
from mlp_gui.engine.tracing.trace import Trace, TraceStep
from mlp_gui.views.inspector.panels import cell_colours
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours
from mlp_gui.views.theme.plain_text import set_tip

MAX_UNITS = 14  # of a layer; of larger ones the first ones and the last one are drawn


@dataclass(frozen=True)
class NetworkMarks:
    """Parts of the network that are highlighted.

    Attributes
    ----------
    edges : frozenset of tuple
        (layer, source, unit); layers count from 1.
    nodes : frozenset of tuple
        (layer, unit); the inputs are layer 0.
    changed_edges, changed_nodes : frozenset of tuple
        What an edit has changed.
    """

    edges: frozenset[tuple[int, int, int]] = frozenset()
    nodes: frozenset[tuple[int, int]] = frozenset()
    changed_edges: frozenset[tuple[int, int, int]] = frozenset()
    changed_nodes: frozenset[tuple[int, int]] = frozenset()


class NetworkPicture(QWidget):
    """Picture of the network with the numbers of one row.

    Attributes
    ----------
    marks : NetworkMarks
        What is drawn out.

    Signals
    -------
    unit_chosen(int, int)
        Layer and unit of the circle that was clicked.
    """

    unit_chosen = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Picture of the network"))
        set_tip(self, tr("Colours are the values of the chosen row. Click a unit to see its sum."))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(style.px(120), style.px(110))
        self._trace: Trace | None = None
        self._row = 0
        self.marks = NetworkMarks()

    def sizeHint(self) -> QSize:
        return QSize(style.px(260), style.px(130))

    def show_row(self, trace: Trace | None, row: int, marks: NetworkMarks) -> None:
        self._trace, self._row, self.marks = trace, row, marks
        self.update()

    # --- places ----------------------------------------------------------------------------------------------

    def shown_units(self, layer: int) -> list[int]:
        """Return which units of a layer are drawn."""
        assert self._trace is not None
        count = self._trace.names.sizes[layer]
        return list(range(count)) if count <= MAX_UNITS else [*range(MAX_UNITS - 2), count - 1]

    def place(self, layer: int, unit: int) -> QPointF | None:
        """Return the centre of a unit's circle; None when it is not drawn."""
        if self._trace is None:
            return None
        units, layers = self.shown_units(layer), len(self._trace.names.sizes)
        if unit not in units:
            return None
        # One place more, for the dots that stand for the units that are left out.
        rows = len(units) + (1 if self._trace.names.sizes[layer] > MAX_UNITS else 0)
        at = units.index(unit) + (1 if rows > len(units) and unit == units[-1] else 0)
        edge = style.px(16)
        across = (self.width() - 2 * edge) / max(1, layers - 1)
        down = min((self.height() - 2 * edge) / max(1, rows - 1), style.px(26)) if rows > 1 else 0
        top = self.height() / 2 - down * (rows - 1) / 2
        return QPointF(edge + across * layer, top + down * at)

    def _places(self, layer: int) -> list[tuple[int, QPointF]]:
        """Return the units of a layer that are drawn, each with its place."""
        places = ((unit, self.place(layer, unit)) for unit in self.shown_units(layer))
        return [(unit, place) for unit, place in places if place is not None]

    def _radius(self) -> float:
        assert self._trace is not None
        most = max(min(size, MAX_UNITS + 1) for size in self._trace.names.sizes)
        return max(2.5, min(style.px(8), (self.height() - style.px(32)) / max(1, most) * 0.42))

    # --- painting --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._trace is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for layer in range(1, len(self._trace.names.sizes)):
            self._paint_edges(painter, layer)
        for layer in range(len(self._trace.names.sizes)):
            self._paint_nodes(painter, layer)
        painter.end()

    def _paint_edges(self, painter: QPainter, layer: int) -> None:
        assert self._trace is not None
        weights = self._trace.find(OpKind.SUM, layer).operands["W"]
        limit, palette = cell_colours.colour_limit(weights.values), style.current()
        marked: list[tuple[QPointF, QPointF, QColor]] = []
        sources, units = self._places(layer - 1), self._places(layer)
        for source, a in sources:
            for unit, b in units:
                colour = palette.positive if weights[source, unit] > 0 else palette.negative
                share = min(1.0, abs(weights[source, unit]) / limit)
                if (layer, source, unit) in self.marks.edges:
                    marked.append((a, b, QColor(mix_colours(palette.neutral, colour, 0.4 + 0.6 * share))))
                    continue
                painter.setPen(QPen(QColor(mix_colours(palette.panel, colour, 0.08 + 0.30 * share)), 1))
                painter.drawLine(a, b)
        for a, b, colour_ in marked:  # above all others
            painter.setPen(QPen(colour_, style.px(3)))
            painter.drawLine(a, b)
        painter.setPen(QPen(QColor(palette.accent), style.px(2), Qt.PenStyle.DashLine))
        for source, a in sources:
            for unit, b in units:
                if (layer, source, unit) in self.marks.changed_edges:
                    painter.drawLine(a, b)

    def _paint_nodes(self, painter: QPainter, layer: int) -> None:
        assert self._trace is not None
        palette, radius = style.current(), self._radius()
        values = self._values(layer)
        limit = cell_colours.colour_limit(values)
        for unit, place in self._places(layer):
            lit = (layer, unit) in self.marks.nodes
            painter.setPen(QPen(QColor(palette.text if lit else palette.muted), 2.5 if lit else 1))
            painter.setBrush(cell_colours.cell_colour(float(values[self._row, unit]), limit))
            painter.drawEllipse(place, radius, radius)
            if (layer, unit) in self.marks.changed_nodes:
                painter.setPen(QPen(QColor(palette.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(place, radius + 3, radius + 3)
        if self._trace.names.sizes[layer] > MAX_UNITS:
            last = self.place(layer, self.shown_units(layer)[-2])
            if last is not None:
                painter.setPen(QColor(palette.muted))
                painter.drawText(
                    QRectF(last.x() - 10, last.y() + radius, 20, 2 * radius + 8), Qt.AlignmentFlag.AlignCenter, "⋮"
                )

    def _values(self, layer: int):
        assert self._trace is not None
        trace = self._trace
        if layer == 0:
            return trace.x.values
        last = len(trace.names.sizes) - 1
        return trace.find(OpKind.OUTPUT if layer == last else OpKind.ACTIVATION, layer).result.values

    # --- pointer ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._trace is None:
            return
        for layer in range(1, len(self._trace.names.sizes)):
            for unit, place in self._places(layer):
                if (place - event.position()).manhattanLength() <= 2 * self._radius() + 4:
                    self.unit_chosen.emit(layer, unit)
                    return

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event):
            self.update()


Cell = tuple[int, int]


def weight_path(trace: Trace, step: TraceStep, cell: Cell, row: int) -> GradientPath | None:
    """Return the chain rule of the chosen weight for a row of the batch; None when no weight is chosen.

    Parameters
    ----------
    trace : Trace
    step : TraceStep
    cell : Cell
        Row and column of the weight.
    row : int
        Of the batch, from 0; the last one when there are fewer.
    """
    of_weights = step.kind is OpKind.GRADIENT or step.kind.stage in (Stage.PENALTY, Stage.UPDATE)
    if not of_weights or step.layer == 0:
        return None
    return strongest_path(trace, step.layer, cell[0], cell[1], min(row, trace.x.shape[0] - 1))


def network_marks(trace: Trace, step: TraceStep, cell: Cell, path: GradientPath | None) -> NetworkMarks:
    """Return which edges and units to highlight.

    Parameters
    ----------
    trace : Trace
    step : TraceStep
    cell : Cell
        Row and column of the chosen number in the step's result.
    path : GradientPath or None
        The path to highlight instead, when a weight is chosen.
    """
    k, sizes = step.layer, trace.names.sizes
    if path is not None:
        return _marks_of_path(path, k, cell)
    unit = cell[1]
    if step.kind is OpKind.SUM:
        sources = range(sizes[k - 1])
        return NetworkMarks(
            frozenset((k, i, unit) for i in sources), frozenset({(k, unit), *((k - 1, i) for i in sources)})
        )
    if step.kind is OpKind.DELTA:
        targets = range(sizes[k + 1])
        return NetworkMarks(
            frozenset((k + 1, unit, m) for m in targets), frozenset({(k, unit), *((k + 1, m) for m in targets)})
        )
    return NetworkMarks(frozenset(), frozenset({(k, unit)}))


def _marks_of_path(path: GradientPath, layer: int, cell: Cell) -> NetworkMarks:
    nodes = {(layer - 1 + at, unit) for at, unit in enumerate(path.units) if unit >= 0}
    edges = {
        (layer + at, a, b)
        for at, (a, b) in enumerate(zip(path.units, path.units[1:], strict=False))
        if a >= 0 and b >= 0
    }
    return NetworkMarks(frozenset(edges), frozenset(nodes))
