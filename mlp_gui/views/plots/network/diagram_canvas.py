"""Paints the network: edges by sign and size, units with their names and what they give; it can be zoomed and moved."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_gui.core.number_format import format_compact
from mlp_gui.core.translation import tr
from mlp_gui.views.charts import colour_scale, overlay
from mlp_gui.views.plots.network.diagram_layout import DiagramEdges, DrawnLayer, unit_positions
from mlp_gui.views.plots.network.unit_tiles import paint_tile
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours
from mlp_gui.views.theme.style import caption, caption_metrics

STEPS = 12  # shades and widths of the edges
TOP, FOOT = 16.0, 46.0
LEAST_TILE, MOST_TILE = 5.0, 18.0  # half the side of a unit's picture, in pixels: smaller ones are plain circles


@dataclass(frozen=True, eq=False)
class DiagramContents:
    """What is painted.

    Attributes
    ----------
    columns : list of DrawnLayer
    names : list of list of str
        Of the drawn units.
    edges : list of DiagramEdges
        Between neighbouring layers.
    limit : float
        Magnitude of the weight that gets the strongest edge.
    values : list of ndarray or None
        What the drawn units give for a row.
    tiles : list of list of QImage, or None
        What each drawn unit gives over two inputs.
    spot : tuple of float, or None
        Where a row lies in the tiles, from the left and from the top.
    """

    columns: list[DrawnLayer]
    names: list[list[str]]
    edges: list[DiagramEdges]
    limit: float
    values: list[NDArray] | None = None
    tiles: list[list[QImage]] | None = None
    spot: tuple[float, float] | None = None


class DiagramCanvas(QWidget):
    """Paints a diagram that can be zoomed and moved.

    Attributes
    ----------
    contents : DiagramContents or None
        As last shown.

    Signals
    -------
    pointed(tuple or None)
        ("unit", layer, position) or ("edge", layer, edge) under the pointer.
    """

    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.contents: DiagramContents | None = None
        self._zoom, self._shift = 1.0, QPointF(0, 0)
        self._dragged: QPointF | None = None
        self._found: tuple[str, int, int] | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # paintEvent fills every pixel
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_contents(self, contents: DiagramContents | None) -> None:
        self.contents = contents
        self.update()

    def reset_view(self) -> None:
        self._zoom, self._shift = 1.0, QPointF(0, 0)
        self.update()

    # --- places ----------------------------------------------------------------------------------------------

    def places(self) -> list[NDArray]:
        """Return where the drawn units are, in pixels of the widget."""
        assert self.contents is not None
        names, wide = self.contents.names, self.width()
        left, right = _room(names[0], 0.26 * wide), _room(names[-1], 0.2 * wide)
        width = max(40.0, self.width() - left - right - 60)
        height = max(20.0, self.height() - style.px(TOP + FOOT))
        made = unit_positions(self.contents.columns, width, height)
        corner = np.array([left + 26, style.px(TOP)])
        shift = np.array([self._shift.x(), self._shift.y()])
        return [(p + corner) * self._zoom + shift for p in made]

    def radius(self, spots: list[NDArray]) -> float:
        gaps = [abs(p[1, 1] - p[0, 1]) for p in spots if len(p) > 1]
        share, most = (0.43, MOST_TILE) if self.contents is not None and self.contents.tiles else (0.36, 9.0)
        return float(np.clip(share * min(gaps, default=2 * most), 2.0, most * self._zoom))

    def shows_tiles(self) -> bool:
        """Return whether units are large enough for pictures of what they give."""
        has = self.contents is not None and self.contents.tiles is not None
        return has and self.radius(self.places()) >= LEAST_TILE

    # --- painting --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(style.current().panel))
        if self.contents is None:
            overlay.centred(painter, QRectF(self.rect()), tr("There is no network yet."))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(caption())
        spots = self.places()
        for k, edges in enumerate(self.contents.edges):
            self._paint_edges(painter, edges, spots[k], spots[k + 1])
        self._paint_found_edge(painter, spots)
        for k in range(len(spots)):
            self._paint_units(painter, k, spots[k], self.radius(spots))
        self._paint_legend(painter)

    def _paint_edges(self, painter: QPainter, edges: DiagramEdges, before: NDArray, after: NDArray) -> None:
        """Paint edges in a few shades, the weakest first, so that the strongest lie on top."""
        assert self.contents is not None
        share = np.abs(edges.weight) / self.contents.limit if self.contents.limit > 0 else edges.weight * 0
        steps = np.clip((share * STEPS).astype(int), 0, STEPS - 1)
        starts, ends = before[edges.source], after[edges.target]
        faded = self._found is not None
        for step in range(STEPS):
            for positive in (False, True):
                mine = np.flatnonzero((steps == step) & ((edges.weight > 0) == positive))
                if not len(mine):
                    continue
                painter.setPen(_edge_pen((step + 0.5) / STEPS, positive, self._zoom, faded))
                lines = np.hstack([starts[mine], ends[mine]]).tolist()
                painter.drawLines([QLineF(*line) for line in lines])

    def _paint_found_edge(self, painter: QPainter, spots: list[NDArray]) -> None:
        """Paint in full colour all edges of the unit under the pointer, or the one edge under it."""
        if self._found is None or self.contents is None:
            return
        what, layer, at = self._found
        for k, edges in enumerate(self.contents.edges):
            if what == "edge":
                mine = np.array([at]) if k == layer else np.zeros(0, int)
            else:
                ends = (k == layer - 1, k == layer)
                mine = np.flatnonzero((ends[0] & (edges.target == at)) | (ends[1] & (edges.source == at)))
            for e in mine.tolist():
                share = min(1.0, abs(float(edges.weight[e])) / max(self.contents.limit, 1e-300))
                painter.setPen(_edge_pen(share, edges.weight[e] > 0, self._zoom, False, 0.35))
                a, b = spots[k][edges.source[e]], spots[k + 1][edges.target[e]]
                painter.drawLine(QPointF(*a.tolist()), QPointF(*b.tolist()))

    def _paint_units(self, painter: QPainter, k: int, spots: NDArray, radius: float) -> None:
        assert self.contents is not None
        palette, contents, metrics = style.current(), self.contents, caption_metrics()
        values = contents.values[k] if contents.values is not None else None
        # A layer of one unit has room for its name in any case.
        spacing = abs(float(spots[1, 1] - spots[0, 1])) if len(spots) > 1 else 1e3
        every = max(1, int(np.ceil(0.9 * metrics.height() / max(spacing, 0.1))))  # names that would meet are left out
        for at, (x, y) in enumerate(spots.tolist()):
            painter.setPen(QPen(QColor(palette.muted), 1.2))
            painter.setBrush(QColor(_shade(values, at) if values is not None else palette.raised))
            if contents.tiles is not None and radius >= LEAST_TILE:
                box = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
                paint_tile(painter, contents.tiles[k][at], box, contents.spot)
            else:
                painter.drawEllipse(QPointF(x, y), radius, radius)
            name = contents.names[k][at]
            if name and at % every == 0:
                self._paint_name(painter, k, QPointF(x, y), radius, name)
        column = contents.columns[k]
        if len(column.units) < column.total and len(spots):
            painter.setPen(QColor(palette.muted))
            text = tr("{some:,} of {all:,}", some=len(column.units), all=column.total)
            centre = Qt.AlignmentFlag.AlignCenter
            painter.drawText(QRectF(spots[0, 0] - 60, spots[-1, 1] + radius + 1, 120, metrics.height()), centre, text)

    def _paint_name(self, painter: QPainter, k: int, at: QPointF, radius: float, name: str) -> None:
        metrics, wide = caption_metrics(), 0.3 * self.width()
        painter.setPen(QColor(style.current().text))
        text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, wide)
        first = k == 0
        left = at.x() - radius - 6 - wide if first else at.x() + radius + 6
        side = Qt.AlignmentFlag.AlignRight if first else Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, at.y() - 9, wide, 18), side | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_legend(self, painter: QPainter) -> None:
        """Paint three edges of each sign with their weights."""
        assert self.contents is not None
        palette, y, x = style.current(), self.height() - style.px(12), 14.0
        painter.fillRect(QRectF(0, y - style.px(12), self.width(), style.px(24)), QColor(palette.panel))
        for share in (-1.0, -0.5, -0.1, 0.1, 0.5, 1.0):
            painter.setPen(_edge_pen(abs(share), share > 0, 1.0, False))
            painter.drawLine(QPointF(x, y), QPointF(x + 22, y))
            text = format_compact(share * self.contents.limit)
            painter.setPen(QColor(palette.muted))
            painter.drawText(QPointF(x + 27, y + 4), text)
            x += 27 + caption_metrics().horizontalAdvance(text) + 14
            if x > self.width() - 40:
                break

    # --- pointer ---------------------------------------------------------------------------------------------

    def item_at(self, place: QPointF) -> tuple[str, int, int] | None:
        """Return ("unit", layer, position) or ("edge", layer, edge) at a place."""
        if self.contents is None:
            return None
        spots, at = self.places(), np.array([place.x(), place.y()])
        for k, p in enumerate(spots):
            distance = np.hypot(*(p - at).T)
            if len(p) and distance.min() <= self.radius(spots) + 3:
                return "unit", k, int(distance.argmin())
        best, found = 4.0, None
        for k, edges in enumerate(self.contents.edges):
            a, b = spots[k][edges.source], spots[k + 1][edges.target]
            length = np.maximum(((b - a) ** 2).sum(axis=1), 1e-9)
            share = np.clip(((at - a) * (b - a)).sum(axis=1) / length, 0, 1)
            distance = np.hypot(*(a + share[:, None] * (b - a) - at).T)
            if len(distance) and distance.min() < best:
                # Of several at the same distance the last one, which is painted on top of the others.
                best, found = float(distance.min()), ("edge", k, int(len(distance) - 1 - distance[::-1].argmin()))
        return found

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self._shift += event.position() - self._dragged
            self._dragged = event.position()
            self.update()
            return
        self._point(self.item_at(event.position()))
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragged = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.reset_view()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A notch of the wheel is 120, thus about 20 %.
        factor = float(np.clip(self._zoom * 1.0015 ** event.angleDelta().y(), 0.5, 12)) / self._zoom
        # What is under the pointer stays there.
        self._shift = event.position() + (self._shift - event.position()) * factor
        self._zoom *= factor
        self.update()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)
        super().leaveEvent(event)

    def _point(self, found: tuple[str, int, int] | None) -> None:
        if found != self._found:
            self._found = found
            self.pointed.emit(found)
            self.update()


def _edge_pen(share: float, positive: bool, zoom: float, faded: bool, least: float = 0.16) -> QPen:
    palette = style.current()
    strength = least + (1 - least) * share
    colour = mix_colours(
        palette.panel, palette.positive if positive else palette.negative, strength * (0.25 if faded else 1)
    )
    pen = QPen(QColor(colour), (0.6 + 3.0 * share) * min(zoom, 2.0))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _shade(values: NDArray, at: int) -> str:
    """Return the colour of what a unit gives, on a scale of its layer."""
    limit = max(1.0, colour_scale.largest_magnitude(values))
    table = colour_scale.colour_table(style.current())
    return f"#{int(table[colour_scale.colour_indices(np.array([values[at]]), limit)[0]]) & 0xFFFFFF:06x}"


def _room(names: list[str], most: float) -> float:
    """Return the pixels for the longest name."""
    return min(max((caption_metrics().horizontalAdvance(name) for name in names), default=0.0), most)
