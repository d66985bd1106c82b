"""Pictures on the cards of the welcome page: a sample drawn from its own rows, or an icon."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from mlp_gui.data.samples.catalogue import Sample
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel

WIDTH, HEIGHT, MOST_POINTS = 64, 52, 240
_CLASS_COLOURS = ("training", "validation", "test")


class SamplePicture(QWidget):
    """Two inputs coloured by class, or the target over the input. Empty until `show_points` is called.

    Attributes
    ----------
    sample : Sample
    """

    def __init__(self, sample: Sample) -> None:
        super().__init__()
        self.sample = sample
        self._points: tuple[NDArray, NDArray, NDArray] | None = None
        self._picture: tuple[object, QPixmap] | None = None  # for which look and size it was drawn, and the drawing
        self._set_size()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._set_size()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Hundreds of dots: drawn once for each look and size, because the whole page is painted often.
        key = style.look(), self.size(), self.devicePixelRatioF()
        if self._picture is None or self._picture[0] != key:
            self._picture = key, self._drawn()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture[1])
        painter.end()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap((QSizeF(self.size()) * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        palette = style.current()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        if self._points is not None:
            radius = style.px(10) / 8
            x, y, kinds = self._points
            left, top = 4.0, 4.0
            width, height = self.width() - 8, self.height() - 8
            for kind in range(int(kinds.max(initial=0)) + 1):
                painter.setBrush(QColor(palette.series(_CLASS_COLOURS[kind % 3])))
                for u, v in zip(x[kinds == kind], y[kinds == kind], strict=True):
                    painter.drawEllipse(QPointF(left + u * width, top + (1 - v) * height), radius, radius)
        painter.end()
        return picture

    def _set_size(self) -> None:
        self.setFixedSize(style.px(WIDTH), style.px(HEIGHT))

    def show_points(self, points: tuple[NDArray, NDArray, NDArray]) -> None:
        """Draw points as `points_of` returns them."""
        self._points, self._picture = points, None
        self.update()


def points_of(sample: Sample) -> tuple[NDArray, NDArray, NDArray]:
    """Read the sample and return (x, y, class number) of at most MOST_POINTS rows, x and y between 0 and 1."""
    # Here, in the thread that reads: the first paint of the window does not wait for pandas.
    from mlp_gui.data.samples.loader import read_sample

    table = read_sample(sample.name)
    frame, target = table.frame, table.frame[sample.targets[0]]
    there = target.notna() & ~target.isin([one.value for one in table.field(sample.targets[0]).sentinels])
    frame, target = frame[there], target[there]
    inputs = [name for name in frame.columns if name not in sample.targets and frame[name].dtype.kind in "if"]
    names = [name for name in sample.inputs if name in inputs] or inputs
    if sample.task.is_classification:
        kinds = target.astype(str).factorize(sort=True)[0]
        x, y = frame[names[-2]].to_numpy(float), frame[names[-1]].to_numpy(float)
    else:
        kinds = np.zeros(len(target), int)
        y = target.to_numpy(float)
        x = frame[names[0]].to_numpy(float) if len(names) == 1 else np.arange(len(y), dtype=float)
    chosen = np.linspace(0, len(y) - 1, min(MOST_POINTS, len(y))).round().astype(int)
    return _unit(x[chosen]), _unit(y[chosen]), np.asarray(kinds)[chosen]


def _unit(values: NDArray) -> NDArray:
    """Move values into 0..1; the extremes of heavy tails are cut at the 98th percentile."""
    low, high = np.nanmin(values), np.nanmax(values)
    high = min(high, np.nanpercentile(values, 98) * 1.5) if low >= 0 else high
    return np.clip((np.nan_to_num(values, nan=low) - low) / ((high - low) or 1.0), 0, 1)  # 1.0 for a constant


class CardIcon(TextLabel):
    """An icon of fixed size that follows the palette."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(icons.pixmap(self._name, style.px(28), "accent", self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event):
            self._draw()
