"""All layers over all epochs at once: a row of pixels for each kept weight, a column for each recorded moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_gui.core.number_format import format_compact, format_exact, format_integer
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.engine.network.parameter_layout import ParameterLayout
from mlp_gui.plotmath.ticks import nice_ceiling
from mlp_gui.views.charts import colour_scale, image_export, overlay
from mlp_gui.views.charts.plot import Plot, plots
from mlp_gui.views.charts.read_out import recorded_text
from mlp_gui.views.plots.network import heatmap_labels
from mlp_gui.views.plots.network.moment_cache import MomentCache
from mlp_gui.views.theme import style
from mlp_gui.views.theme.style import caption, caption_metrics

if TYPE_CHECKING:
    from mlp_gui.engine.diagnostics.layer_record import LayerRecord
    from mlp_gui.session.evaluation.layer_history import LayerHistory
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext

GAP, FOOT = 6.0, 40.0


@plots.register("strip", "Weight strip")
class WeightStripPlot(Plot):
    """Image of the kept weights over time.

    Attributes
    ----------
    canvas : WeightStripCanvas
    """

    shows_layer_history = True
    short, group, place = mark("Weight strip"), mark("Network"), "bottom_right"
    help = mark("Every layer over all epochs: a line for each weight (of large layers some), coloured by its value.")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = WeightStripCanvas()
        self.canvas.pointed.connect(self._on_pointed)
        self.set_body(self.canvas)
        self._chronicle: LayerHistory | None = None
        self._sizes: tuple[int, ...] = ()
        self._lines: list[MomentCache] = []
        self._shown: list[int] = []  # lines of each layer
        self.mark_dirty()

    def set_run(self, scene: RunContext | None) -> None:
        self._sizes = scene.sizes if scene is not None else ()
        self._lines = [MomentCache() for _ in self._sizes[1:]]
        self._chronicle = None
        self.show_hover_text("")
        self.mark_dirty()

    def update_plot(self, look: PlotUpdate) -> None:
        self._chronicle = look.layers
        self.mark_dirty()

    # --- a frame ---------------------------------------------------------------------------------------------

    def _moments(self) -> list[LayerRecord]:
        return self._chronicle.records if self._chronicle is not None else []

    def draw(self) -> None:
        moments = self._moments()
        kept = [len(values) for values in moments[0].weights] if moments else []
        self.canvas.show_layers(kept, self._layers(moments, kept), np.array([m.epoch for m in moments]))
        self.show_notice(*self._said(len(moments), kept))

    def _layers(self, moments: list[LayerRecord], kept: list[int]) -> list[NDArray]:
        """Return (lines, moments) of every layer, at most a line per pixel, each the strongest of its weights."""
        made = []
        self._shown = self.canvas.lines_of(kept)
        for k, lines in enumerate(self._shown):
            # As defaults, k and lines are bound now and not at the end of the loop.
            def line(moment: LayerRecord, k: int = k, lines: int = lines) -> NDArray:
                return colour_scale.shrink_by_magnitude(moment.weights[k][:, None], lines, 1)[:, 0]

            made.append(self._lines[k].extend(moments, lines, line).T)
        return made

    def _said(self, moments: int, kept: list[int]) -> tuple[str, ...]:
        if not moments:
            return "", "muted"
        total, some = ParameterLayout(self._sizes).n_parameters, sum(kept)
        said = tr_n("all {n:,} weight", "all {n:,} weights", total)
        if some < total:
            said = tr("a sample: {some:,} of {all:,} weights, evenly spaced", some=some, all=total)
        most = max(-(-count // lines) for count, lines in zip(kept, self._shown, strict=True))
        if most > 1:
            said = tr("{weights}; each line: largest of up to {most:,} weights", weights=said, most=most)
        return f"{said}, {recorded_text(moments)}", "muted", said

    def _on_pointed(self, cell: tuple[int, int, int] | None) -> None:
        moments = self._moments()
        if cell is None or self._chronicle is None or cell[2] >= len(moments):
            self.show_hover_text("")
            return
        layer, line, column = cell
        values = moments[column].weights[layer]
        block = -(-len(values) // self._shown[layer])
        first = line * block
        place = first + int(np.abs(np.nan_to_num(values[first : first + block])).argmax())
        source, unit = divmod(int(self._chronicle.sampled_indices(layer)[place]), self._sizes[layer + 1])
        value, epoch = format_exact(float(values[place])), int(moments[column].epoch)
        said = tr(
            "epoch {epoch:,}, layer {layer}: {source} → {target} = {value}",
            epoch=epoch,
            layer=layer + 1,
            source=tr("bias") if source == self._sizes[layer] else tr("unit {k}", k=source + 1),
            target=tr("unit {k}", k=unit + 1),
            value=value,
        )
        self.show_hover_text(said, f"{format_integer(epoch)}: {value}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A line of the image is a line of pixels: another height needs other ones.
        self.mark_dirty()

    def restyle(self) -> None:
        self.mark_dirty()

    def columns(self) -> image_export.Columns:
        moments = self._moments()
        made: dict[str, NDArray] = {"epoch": np.array([m.epoch for m in moments])}
        for k, values in enumerate(zip(*(m.weights for m in moments), strict=True)):
            made |= {f"layer {k + 1}, weight {j + 1}": row for j, row in enumerate(np.stack(values, axis=1))}
        return made


class WeightStripCanvas(QWidget):
    """One image for each layer, below one another; time runs to the right in equal steps of epochs.

    Signals
    -------
    pointed(tuple or None)
        (layer, row, column) of the pixel under the pointer.
    """

    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._layers: list[NDArray] = []
        self._kept: list[int] = []
        self._columns: NDArray = np.zeros(0, int)  # which moment each pixel column shows
        self._last = 0.0
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # paintEvent fills every pixel
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_layers(self, kept: list[int], layers: list[NDArray], epochs: NDArray) -> None:
        """Show the weights of all layers over time.

        Parameters
        ----------
        kept : list of int
            Weights that are kept of each layer.
        layers : list of ndarray
            One of shape (n_lines, n_moments) for each layer.
        epochs : ndarray of shape (n_moments,)
            Ascending.
        """
        self._kept, self._layers, self._last = kept, layers, float(epochs[-1]) if len(epochs) else 0.0
        if len(epochs):
            places = np.linspace(epochs[0], self._last, max(1, int(self._across().width())))
            self._columns = np.clip(np.searchsorted(epochs, places, "right") - 1, 0, len(epochs) - 1)
        self.update()

    def _across(self) -> QRectF:
        left = caption_metrics().horizontalAdvance(tr("layer {layer}", layer=10)) + 20
        return QRectF(left, 4, max(10.0, self.width() - left - 12), max(10.0, self.height() - style.px(FOOT) - 4))

    def lines_of(self, kept: list[int]) -> list[int]:
        """Return how many lines of pixels each layer gets: one for each weight as long as there is room."""
        heights = (int(box.height()) for box in self._places(kept))
        return [min(count, max(1, height)) for count, height in zip(kept, heights, strict=True)]

    def boxes(self) -> list[QRectF]:
        """Return where each layer is."""
        return self._places(self._kept)

    def _places(self, kept: list[int]) -> list[QRectF]:
        """Return the boxes, whose heights grow with the square root of the weights."""
        rect = self._across()
        weights = np.sqrt(kept or [1])  # [1]: nothing to divide by before the first moment
        room = rect.height() - GAP * (len(weights) - 1)
        heights = room * weights / weights.sum()
        tops = rect.top() + np.concatenate([[0.0], np.cumsum(heights + GAP)[:-1]])
        return [QRectF(rect.left(), t, rect.width(), h) for t, h in zip(tops.tolist(), heights.tolist(), strict=True)][
            : len(kept)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = style.current()
        painter.fillRect(self.rect(), QColor(palette.panel))
        if not self._layers:
            overlay.centred(painter, QRectF(self.rect()), tr("The strip begins with the first epochs."))
            return
        table = colour_scale.colour_table(palette)
        limit = nice_ceiling(max(1e-12, *(colour_scale.largest_magnitude(layer) for layer in self._layers)))
        painter.setFont(caption())
        painter.setPen(QColor(palette.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for k, (box, layer) in enumerate(zip(self.boxes(), self._layers, strict=True)):
            # QImage reads the array in place, line by line, so the lines must follow one another.
            cells = np.ascontiguousarray(table[colour_scale.colour_indices(layer[:, self._columns], limit)])
            image = QImage(cells.data, cells.shape[1], cells.shape[0], 4 * cells.shape[1], QImage.Format.Format_RGB32)
            painter.drawImage(box, image)
            painter.drawText(
                QRectF(0, box.top(), box.left() - 8, box.height()), right, tr("layer {layer}", layer=k + 1)
            )
        self._paint_foot(painter, limit, table)

    def _paint_foot(self, painter: QPainter, limit: float, table: NDArray) -> None:
        rect, line = self._across(), caption_metrics().height()
        top = rect.bottom() + 3
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.setPen(QColor(style.current().muted))
        painter.drawText(QRectF(rect.left(), top, rect.width(), line), left, tr("epoch {epoch:,}", epoch=0))
        painter.drawText(QRectF(rect.left(), top, rect.width(), line), right, format_integer(int(self._last)))
        width = min(rect.width(), 200 * style.text_scale())
        bar = QRectF(rect.right() - width, top + line + 2, width, line)
        heatmap_labels.paint_bar(painter, bar, format_compact(limit), table)

    # --- pointer ---------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.item_at(event.position()))
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)
        super().leaveEvent(event)

    def item_at(self, place: QPointF) -> tuple[int, int, int] | None:
        for k, box in enumerate(self.boxes() if self._layers else []):
            if box.contains(place) and len(self._columns):
                row = min(len(self._layers[k]) - 1, int((place.y() - box.top()) / box.height() * len(self._layers[k])))
                share = (place.x() - box.left()) / box.width()
                return k, row, int(self._columns[min(len(self._columns) - 1, int(share * len(self._columns)))])
        return None
