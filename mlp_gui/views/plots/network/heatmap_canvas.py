"""Paints the matrices of all layers: names and frames once, the coloured cells in every frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_gui.core.number_format import format_compact
from mlp_gui.core.translation import tr
from mlp_gui.views.charts import colour_scale, overlay
from mlp_gui.views.plots.network import heatmap_labels
from mlp_gui.views.plots.network.heatmap_layout import LayerBox, boxes
from mlp_gui.views.theme import style

MAX_RECTANGLES = 5000  # cells that an SVG holds one by one


@dataclass(frozen=True)
class HeatmapLabels:
    """What the rows of the first layer and the columns of the last one are called.

    Attributes
    ----------
    sizes : tuple of int
        Units of every layer, the inputs first.
    inputs, outputs : tuple of str
        Empty when they have no names.
    totals : tuple of int
        How many units every layer has, where not all of them are shown; empty where they are.
    blocks : tuple of slice
        The inputs that belong to one column; empty where each is one.
    """

    sizes: tuple[int, ...] = ()
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    totals: tuple[int, ...] = ()
    blocks: tuple[slice, ...] = ()


class HeatmapCanvas(QWidget):
    """One heatmap for each layer. Colour index images are kept; a frame only fills and draws them.

    Attributes
    ----------
    empty_text : str
        Shown while there is no network.
    vector : bool
        Whether it is painted for a vector file.

    Signals
    -------
    pointed(tuple or None)
        (layer, row, column) of the cell under the pointer.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = HeatmapLabels()
        self._boxes: list[LayerBox] = []
        self._scenery: QPixmap | None = None
        self._images: list[QImage] = []
        self._buffers: list[NDArray[np.uint32]] = []
        self._limits: tuple[float, ...] = ()
        self._shared = False
        self._foot = 0.0  # pixels for the names of the outputs
        self._pointed: tuple[int, int, int] | None = None
        self.empty_text = ""
        self.vector = False
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the scenery covers every pixel
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(400, 220)

    # --- what it shows ---------------------------------------------------------------------------------------

    def boxes(self) -> list[LayerBox]:
        return self._boxes

    def show_names(self, names: HeatmapLabels) -> None:
        self._names, self._pointed = names, None
        self._images, self._limits = [], ()
        self._arrange()

    def show_shared(self, shared: bool) -> None:
        self._shared = shared
        self._arrange()

    def show_matrices(self, matrices: Sequence[NDArray], limits: Sequence[float]) -> None:
        """Show the matrices of all layers.

        Parameters
        ----------
        matrices : sequence of ndarray
            One of shape (fan_in + 1, fan_out) for each layer, the bias last.
        limits : sequence of float
            Magnitude of each layer's strongest colour.
        """
        shown = [self._fitted(box, matrix) for box, matrix in zip(self._boxes, matrices, strict=True)]
        # Qt reads these buffers while painting: they live as long as the images.
        table = colour_scale.colour_table(style.current())
        self._buffers = [table[colour_scale.colour_indices(m, x)] for m, x in zip(shown, limits, strict=True)]
        self._images = [
            QImage(buffer.data, buffer.shape[1], buffer.shape[0], 4 * buffer.shape[1], QImage.Format.Format_RGB32)
            for buffer in self._buffers
        ]
        if tuple(limits) != self._limits:
            self._limits = tuple(limits)
            self._scenery = None
        self.update()

    def clear(self) -> None:
        self._images, self._limits, self._scenery = [], (), None
        self.update()

    def _fitted(self, box: LayerBox, matrix: NDArray) -> NDArray:
        """Shrink the matrix to at most one row and one column for each pixel; the bias row stays by itself."""
        rows, columns = max(1, int(box.cells.height())), max(1, int(box.cells.width()))
        if matrix.shape[0] - 1 <= rows and matrix.shape[1] <= columns:
            return matrix
        weights = colour_scale.shrink_by_magnitude(matrix[:-1], rows, columns)
        return np.vstack([weights, colour_scale.shrink_by_magnitude(matrix[-1:], 1, columns)])

    def crowded(self) -> str:
        """Say what is not shown cell by cell; empty when every weight has a pixel."""
        most = 1
        for box in self._boxes:
            down = -(-box.fan_in // max(1, int(box.cells.height())))
            across = -(-box.fan_out // max(1, int(box.cells.width())))
            most = max(most, down * across)
        return tr("each cell: largest of up to {most:,} numbers", most=most) if most > 1 else ""

    # --- painting --------------------------------------------------------------------------------------------

    def restyle(self) -> None:
        self._images = []
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._scenery = None
        names = self._names
        if names.sizes:
            scale = style.text_scale()
            font = QFontMetricsF(style.font(style.CAPTION))
            height = float(self.height())
            self._foot = heatmap_labels.foot_room(names.outputs, font, None, height)
            left = heatmap_labels.left_room(names.inputs, font, self.width(), height - self._foot, names.blocks)
            self._boxes = boxes(names.sizes, self.width(), height, left, self._foot, scale)
            foot = heatmap_labels.foot_room(names.outputs, font, self._boxes[-1].column_width, height)
            if foot != self._foot:  # slanted names need more room
                self._foot = foot
                self._boxes = boxes(names.sizes, self.width(), height, left, foot, scale)
        else:
            self._boxes = []
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.vector:
            self._paint_scenery(painter)
        else:
            # Another ratio: the window has moved to another screen.
            if self._scenery is None or self._scenery.devicePixelRatioF() != self.devicePixelRatioF():
                self._scenery = self._made_scenery()
            painter.drawPixmap(0, 0, self._scenery)
        for box, image in zip(self._boxes, self._images, strict=False):
            rows, columns = image.height(), image.width()
            if self.vector:
                _paint_rectangles(painter, box.cells, image, 0, rows - 1)
                _paint_rectangles(painter, box.bias, image, rows - 1, rows)
            else:
                painter.drawImage(box.cells, image, QRectF(0, 0, columns, rows - 1))
                painter.drawImage(box.bias, image, QRectF(0, rows - 1, columns, 1))
        self._paint_pointed(painter)

    def _made_scenery(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        self._paint_scenery(painter)
        painter.end()
        return picture

    def _paint_scenery(self, painter: QPainter) -> None:
        palette = style.current()
        painter.fillRect(self.rect(), QColor(palette.panel))
        if not self._boxes or not self._limits:
            overlay.centred(painter, QRectF(self.rect()), self.empty_text)
            return
        painter.setFont(style.font(style.CAPTION))
        for box in self._boxes:
            totals = self._names.totals or self._names.sizes
            heatmap_labels.paint_head(painter, box, totals[box.layer], totals[box.layer + 1])
        heatmap_labels.paint_inputs(painter, self._boxes[0], self._names.inputs, self._names.blocks)
        heatmap_labels.paint_outputs(painter, self._boxes[-1], self._names.outputs, self._foot)
        table = colour_scale.colour_table(palette)
        if self._shared:
            left, right = self._boxes[0].bar.left(), self._boxes[-1].bar.right()
            bar = QRectF(self._boxes[-1].bar)
            bar.setLeft(max(left, right - 260 * style.text_scale()))
            heatmap_labels.paint_bar(painter, bar, format_compact(self._limits[0]), table)
        else:
            for box, limit in zip(self._boxes, self._limits, strict=True):
                bar = QRectF(box.bar)
                bar.setWidth(max(box.cells.width(), min(box.bar.width(), 120 * style.text_scale())))
                heatmap_labels.paint_bar(painter, bar, format_compact(limit), table)

    def _paint_pointed(self, painter: QPainter) -> None:
        if self._pointed is None or self._pointed[0] >= len(self._boxes):
            return
        layer, row, column = self._pointed
        box = self._boxes[layer]
        x = box.cells.left() + column * box.column_width
        y = box.bias.top() if row == box.fan_in else box.cells.top() + row * box.row_height
        height = box.bias.height() if row == box.fan_in else box.row_height
        painter.setPen(QColor(style.current().text))
        painter.drawRect(QRectF(x - 0.5, y - 0.5, box.column_width, height))

    # --- pointer ---------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._found(event.position()))
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)
        super().leaveEvent(event)

    def _found(self, place: QPointF) -> tuple[int, int, int] | None:
        for box in self._boxes if self._images else []:
            cell = box.cell_at(place.x(), place.y())
            if cell is not None:
                return (box.layer, *cell)
        return None

    def _point(self, cell: tuple[int, int, int] | None) -> None:
        if cell != self._pointed:
            self._pointed = cell
            self.pointed.emit(cell)
            self.update()


def _paint_rectangles(painter: QPainter, place: QRectF, image: QImage, first: int, last: int) -> None:
    """Paint the lines `first` to `last` of an image as vectors; as a picture when they would be too many."""
    rows, columns = last - first, image.width()
    if rows * columns > MAX_RECTANGLES:
        painter.drawImage(place, image.copy(0, first, columns, rows))
        return
    width, height = place.width() / columns, place.height() / rows
    for row in range(rows):
        for column in range(columns):
            cell = QRectF(place.left() + column * width, place.top() + row * height, width, height)
            painter.fillRect(cell, image.pixelColor(column, first + row))
