"""Confusion matrices, one for each subset: how many rows of each true class were taken for which class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_integer, format_percent
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.views.charts import class_names, overlay
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours
from mlp_gui.views.theme.style import caption, caption_metrics

Counts = NDArray[np.int64]
CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
HEAD, FOOT, GAP, MARGIN, LARGEST_CELL = 20, 34, 20, 12, 140


def class_numbers(task: Task, values: NDArray, column: int = 0) -> NDArray[np.int64]:
    """Return the class number of each row; -1 where an output is not finite.

    Parameters
    ----------
    task : Task
    values : ndarray of shape (n_rows, n_outputs)
        Targets of 0 and 1, one-hot targets, or probabilities.
    column : int
        Output that is looked at, for two classes.
    """
    if task is Task.MULTICLASS:
        numbers, finite = values.argmax(axis=1), np.isfinite(values).all(axis=1)
    else:
        with np.errstate(invalid="ignore"):  # NaN becomes -1 below
            numbers, finite = (values[:, column] >= 0.5).astype(np.int64), np.isfinite(values[:, column])
    return np.where(finite, numbers, -1)


def confusion_counts(true: NDArray[np.int64], predicted: NDArray[np.int64], classes: int) -> Counts:
    """Count the rows of each true and each predicted class; class -1 is left out.

    Parameters
    ----------
    true, predicted : ndarray of shape (n_rows,)
        Class numbers.
    classes : int

    Returns
    -------
    ndarray of shape (classes, classes)
        Rows are true classes, columns predicted ones.
    """
    known = (true >= 0) & (predicted >= 0)
    # Each pair of classes as one number, so that a single pass counts all cells.
    flat = np.bincount(true[known] * classes + predicted[known], minlength=classes * classes)
    return flat.reshape(classes, classes)


class ConfusionCanvas(QWidget):
    """The matrices side by side; cells carry the count and its share of the true class where there is room.

    Signals
    -------
    cell_chosen(tuple or None)
        (subset, true class, predicted class) of the cell that was clicked; None beside the cells.
    pointed(str)
        What the cell or the name under the pointer says; empty when there is none.
    """

    cell_chosen = Signal(object)
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[str, Counts] = {}
        self._names: tuple[str, ...] = ()
        self._cell: tuple[str, int, int] | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # paintEvent fills every pixel
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(400, 220)

    def show_counts(self, counts: Mapping[str, Counts], names: Sequence[str]) -> None:
        """Show a matrix of counts for each subset, with the names of the classes in order."""
        self._counts, self._names = dict(counts), tuple(names)
        # The pointer rests, but the numbers under it are new.
        if self._cell is not None and self._cell[0] in self._counts:
            self.pointed.emit(self._reading(*self._cell))
        self.update()

    def clear(self) -> None:
        self._counts, self._cell = {}, None
        self.update()

    def restyle(self) -> None:
        self.update()

    def columns(self) -> dict[str, list]:
        made: dict[str, list] = {"subset": [], "true": [], "predicted": [], "rows": [], "share of true class": []}
        for subset, counts in self._counts.items():
            for (i, j), value in np.ndenumerate(counts):
                cells = (subset, self._names[i], self._names[j], int(value), _share(counts, i, j))
                for column, cell in zip(made.values(), cells, strict=True):
                    column.append(cell)
        return made

    # --- places ----------------------------------------------------------------------------------------------

    def cells(self) -> dict[str, QRectF]:
        """Return the square of cells of every subset."""
        metrics = caption_metrics()
        left = self._left(metrics)
        count = max(1, len(self._counts))
        room = (self.width() - left - MARGIN - GAP * (count - 1)) / count
        classes = max(1, len(self._names))
        width = max(8.0, min(room, LARGEST_CELL * 1.4 * classes))
        scale = style.text_scale()
        foot = class_names.foot(self._names, width / classes, metrics, 0.3 * self.height())
        tall = self.height() - HEAD * scale - foot - metrics.height() - 4
        height = max(8.0, min(tall, LARGEST_CELL * classes))
        return {
            subset: QRectF(left + k * (width + GAP), HEAD * scale, width, height)
            for k, subset in enumerate(self._counts)
        }

    def _left(self, metrics: QFontMetricsF) -> float:
        """Return the room for the names of the true classes, within a quarter of the whole."""
        side = MARGIN + 16 * style.text_scale()
        tall = (self.height() - (HEAD + FOOT) * style.text_scale()) / max(1, len(self._names))
        if tall < metrics.height() - 2:
            return side + 4
        longest = max((metrics.horizontalAdvance(name) for name in self._names), default=0.0)
        return side + min(longest + 8, 0.25 * self.width())

    # --- painting --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(style.current().panel))
        if not self._counts:
            overlay.centred(painter, QRectF(self.rect()), tr("The counts appear with the first weights."))
            return
        painter.setFont(caption())
        metrics = caption_metrics()
        for k, (subset, square) in enumerate(self.cells().items()):
            self._paint_head(painter, metrics, subset, square)
            self._paint_cells(painter, metrics, subset, square)
            self._paint_columns(painter, metrics, square)
            if k == 0:
                self._paint_rows(painter, metrics, square)
        self._paint_cell_mark(painter)

    def _paint_head(self, painter: QPainter, metrics: QFontMetricsF, subset: str, square: QRectF) -> None:
        counts = self._counts[subset]
        right, total = int(np.trace(counts)), int(counts.sum())
        share = format_percent(right / total) if total else ""
        name = tr(subset)
        full = tr("{share} right ({right:,} of {total:,})", share=share, right=right, total=total) if total else ""
        options = (f"{name}   {full}", f"{name}   {share}", name)
        fitting = [text for text in options if metrics.horizontalAdvance(text) <= square.width() + GAP - 6]
        painter.setPen(QColor(style.current().muted))
        place = QRectF(square.left(), 0, square.width() + GAP, square.top())
        painter.drawText(place, LEFT, fitting[0] if fitting else "")

    def _paint_cells(self, painter: QPainter, metrics: QFontMetricsF, subset: str, square: QRectF) -> None:
        palette, counts = style.current(), self._counts[subset]
        classes = len(self._names)
        width, height = square.width() / classes, square.height() / classes
        line = metrics.height()
        inverted_from = 0.63 if palette.is_dark else 0.8  # where the other text colour has the better contrast
        for (i, j), value in np.ndenumerate(counts):
            share = _share(counts, i, j)
            # A pixel less, so that the ground shows as lines between the cells.
            cell = QRectF(square.left() + j * width, square.top() + i * height, width - 1, height - 1)
            strength = 0.0 if share != share else share  # NaN: a class without rows
            painter.fillRect(cell, QColor(mix_colours(palette.neutral, palette.accent, strength)))
            painter.setPen(QColor(palette.accent_text if strength > inverted_from else palette.text))
            text = format_integer(int(value))
            if height < line or width < metrics.horizontalAdvance(text) + 2:
                continue
            if height >= 2 * line + 4 and width >= metrics.horizontalAdvance("100.0 %") + 4 and share == share:
                text = f"{text}\n{format_percent(share)}"
            painter.drawText(cell, CENTRE, text)

    def _paint_columns(self, painter: QPainter, metrics: QFontMetricsF, square: QRectF) -> None:
        painter.setPen(QColor(style.current().muted))
        foot = class_names.foot(self._names, square.width() / len(self._names), metrics, 0.3 * self.height())
        class_names.paint_columns(painter, metrics, square, self._names, foot)
        below = QRectF(square.left(), square.bottom() + foot, square.width(), metrics.height() + 2)
        painter.drawText(below, CENTRE, tr("predicted"))

    def _paint_rows(self, painter: QPainter, metrics: QFontMetricsF, square: QRectF) -> None:
        painter.setPen(QColor(style.current().muted))
        side = MARGIN + 16 * style.text_scale()
        class_names.paint_rows(painter, metrics, square, self._names, side)
        painter.save()
        painter.translate(MARGIN + 6 * style.text_scale(), square.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-60, -10, 120, 20), CENTRE, tr("true"))
        painter.restore()

    def _paint_cell_mark(self, painter: QPainter) -> None:
        if self._cell is None or self._cell[0] not in self._counts:
            return
        subset, i, j = self._cell
        square = self.cells()[subset]
        width, height = square.width() / len(self._names), square.height() / len(self._names)
        painter.setPen(QColor(style.current().text))
        painter.drawRect(QRectF(square.left() + j * width, square.top() + i * height, width - 1, height - 1))

    # --- pointer ---------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._found(event.position())
        self._point(found)
        if found is None:
            self.pointed.emit(self._name_at(event.position()))
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.cell_chosen.emit(self._found(event.position()))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)
        super().leaveEvent(event)

    def _found(self, place: QPointF) -> tuple[str, int, int] | None:
        classes = len(self._names)
        for subset, square in self.cells().items():
            if square.contains(place):
                i = int((place.y() - square.top()) / square.height() * classes)
                j = int((place.x() - square.left()) / square.width() * classes)
                return subset, min(i, classes - 1), min(j, classes - 1)  # the very edge is the last cell's
        return None

    def _name_at(self, place: QPointF) -> str:
        """Name the class at a place in full, since there may be no room for it."""
        for square in self.cells().values():
            if place.x() < square.left() and square.top() <= place.y() < square.bottom():
                at = int((place.y() - square.top()) / square.height() * len(self._names))
                return tr("true class: {name}", name=self._names[at])
            if place.y() >= square.bottom() and square.left() <= place.x() < square.right():
                at = int((place.x() - square.left()) / square.width() * len(self._names))
                return tr("predicted class: {name}", name=self._names[at])
        return ""

    def _point(self, cell: tuple[str, int, int] | None) -> None:
        if cell != self._cell:
            self._cell = cell
            self.pointed.emit(self._reading(*cell) if cell is not None else "")
            self.update()

    def _reading(self, subset: str, i: int, j: int) -> str:
        counts = self._counts[subset]
        return tr_n(
            "{subset}: {some:,} of {n:,} row of {true} taken for {other} ({share})",
            "{subset}: {some:,} of {n:,} rows of {true} taken for {other} ({share})",
            int(counts[i].sum()),
            subset=tr(subset),
            some=int(counts[i, j]),
            true=self._names[i],
            other=self._names[j],
            share=format_percent(_share(counts, i, j)),
        )


def _share(counts: Counts, i: int, j: int) -> float:
    total = int(counts[i].sum())
    return int(counts[i, j]) / total if total else float("nan")
