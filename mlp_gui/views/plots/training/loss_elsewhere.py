"""The losses of the same run in another library, laid over our learning curves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from mlp_gui.core.subsets import Subset
from mlp_gui.views.charts.line_renderer import LineRenderer, Scales
from mlp_gui.views.theme import style

GAP = 6  # pixels between the label and the edge
SHARES = (1.0, 0.5, 0.0)  # of the way from the left, in the order in which places are tried
NONE = np.zeros(0)


class ElsewhereCurves:
    """Curves of another library: each alternates with ours in the dashes of one of the two, so that both are seen.

    Attributes
    ----------
    name : str
        The library; "" while there is none.
    labels : tuple of str
        What is said of it in the plot, the longest first.
    curves : dict of Subset to LineRenderer
    limits : list of float
        The lowest and the highest of its losses; empty without one.
    """

    def __init__(self) -> None:
        self.name, self.labels = "", tuple[str, ...]()
        self.limits: list[float] = []
        # Ours of training is solid, and has dashes over it; ours of validation has dashes, and a solid line under them.
        self.curves = {Subset.TRAINING: LineRenderer(dash=True), Subset.VALIDATION: LineRenderer()}

    def show(self, name: str, labels: tuple[str, ...], epochs: NDArray, losses: Sequence[NDArray]) -> None:
        """Show the losses of a library.

        Parameters
        ----------
        name : str
        labels : tuple of str
        epochs : ndarray of shape (n_epochs,)
        losses : sequence of ndarray
            Of training and of validation; nan throughout where there are no validation rows.
        """
        self.name, self.labels, self.limits = name, labels, []
        for curve, y in zip(self.curves.values(), losses, strict=True):
            shown = np.isfinite(y)
            curve.set_data(*((epochs, y) if shown.any() else (NONE, NONE)))
            curve.invalidate()
            if shown.any():
                self.limits += [float(y[shown].min()), float(y[shown].max())]

    def clear(self) -> None:
        """Show none."""
        self.show("", (), NONE, (NONE, NONE))

    def paint_curve(
        self, subset: Subset, painter: QPainter, rect: QRectF, view: tuple, scales: Scales, vector: bool
    ) -> None:
        """Paint one of the curves, if there is one; see `LineRenderer.paint`."""
        if len(self.curves[subset].x):
            self.curves[subset].colour = style.current().text
            self.curves[subset].paint(painter, rect, view, scales, vector)

    def paint_label(self, painter: QPainter, rect: QRectF, is_taken: Callable[[QRectF], bool]) -> list[QRectF]:
        """Write what is said of it where nothing else stands.

        Parameters
        ----------
        painter : QPainter
        rect : QRectF
            The inside of the plot.
        is_taken : callable
            Whether a curve or another label is in a box.

        Returns
        -------
        list of QRectF
            Where it is; empty when no place was free.
        """
        painter.setFont(style.font(style.CAPTION))
        metrics = painter.fontMetrics()
        for text in self.labels:
            size = QSizeF(metrics.horizontalAdvance(text) + 2, metrics.height())
            room = QSizeF(rect.width() - size.width() - 2 * GAP, rect.height() - size.height() - 2 * GAP)
            tops = np.arange(0.0, max(room.height(), 0.0), size.height())
            places = [
                QPointF(rect.left() + GAP + s * room.width(), rect.top() + GAP + top) for top in tops for s in SHARES
            ]
            boxes = (QRectF(place, size) for place in places) if room.width() >= 0 else iter(())
            box = next((box for box in boxes if not is_taken(box)), None)
            if box is not None:
                painter.setPen(QColor(style.current().text))
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
                return [box]
        return []
