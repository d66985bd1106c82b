"""Settings that were tried as lines across upright axes, one for each setting and the last for the score."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.charts.number_axis import find_without_index
from mlp_gui.views.theme import style

Lines = NDArray[np.floating]
NEAR = 0.04  # of the height: how far from a line a click may be


class ParallelCoordinates(pg.PlotWidget):
    """Each line is one trial; those that were halted are faint, the chosen one is thick.

    Signals
    -------
    trial_chosen(int)
        The line that was clicked, counted from 0.
    """

    trial_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=style.current().panel, enableMenu=False)
        find_without_index(self)
        self.setAccessibleName(tr("Settings that were tried, as lines"))
        self.hideButtons()
        for side in ("left", "bottom"):
            self.hideAxis(side)
        self.getViewBox().setMouseEnabled(False, False)
        palette = style.current()
        faint, strong = QColor(palette.muted), QColor(palette.training)
        faint.setAlphaF(0.45)
        strong.setAlphaF(0.8)
        self._halted = self.plot(pen=pg.mkPen(faint, width=1), connect="finite")
        self._ended = self.plot(pen=pg.mkPen(strong, width=1.5), connect="finite")
        self._chosen = self.plot(pen=pg.mkPen(palette.validation, width=3))
        self._axes: list[pg.PlotDataItem] = []
        self._words: list[tuple[pg.TextItem, str]] = []
        self._lines: Lines = np.empty((0, 0))
        self._fit = QTimer(self)  # once for all sizes on the way
        self._fit.setSingleShot(True)
        self._fit.timeout.connect(self._fit_words)
        self.scene().sigMouseClicked.connect(self._on_clicked)

    def show_axes(self, axes: Sequence[tuple[str, str, str]]) -> None:
        """Draw the axes.

        Parameters
        ----------
        axes : sequence of tuple of str
            Name, low end and high end of each.
        """
        palette = style.current()
        for item in (*self._axes, *(item for item, _ in self._words)):
            self.removeItem(item)
        self._axes, self._words = [], []
        for k, (name, low, high) in enumerate(axes):
            self._axes.append(self.plot([k, k], [0, 1], pen=pg.mkPen(palette.muted, width=1)))
            for text, y, anchor, colour in (
                (name, 1.1, (0.5, 1), palette.text),
                (high, 1.02, (0.5, 1), palette.muted),
                (low, -0.02, (0.5, 0), palette.muted),
            ):
                item = pg.TextItem(color=colour, anchor=anchor)
                item.setFont(style.font(style.CAPTION))
                item.setPos(k, y)
                self.addItem(item)
                self._words.append((item, text))
        self.getViewBox().setRange(xRange=(-0.5, max(len(axes), 1) - 0.5), yRange=(-0.14, 1.26), padding=0)
        self._fit_words()

    def show_lines(self, lines: Lines, ended: NDArray[np.bool_], chosen: int) -> None:
        """Draw the trials.

        Parameters
        ----------
        lines : ndarray of shape (n_trials, n_axes)
            Places on the axes from 0 to 1; nan where there is none.
        ended : ndarray of shape (n_trials,)
            Whether a trial came to its end.
        chosen : int
            The one that is thick; -1 for none.
        """
        self._lines = lines
        for item, rows in ((self._halted, lines[~ended]), (self._ended, lines[ended])):
            _draw(item, rows)
        _draw(self._chosen, lines[chosen : chosen + 1] if chosen >= 0 else lines[:0])

    @Slot(object)
    def _on_clicked(self, event: object) -> None:
        if not len(self._lines) or event.button() != Qt.MouseButton.LeftButton:  # type: ignore[attr-defined]
            return
        at = self.getViewBox().mapSceneToView(event.scenePos())  # type: ignore[attr-defined]
        n = self._lines.shape[1]
        k = int(np.clip(np.floor(at.x()), 0, n - 2))
        share = np.clip(at.x() - k, 0, 1)
        heights = (1 - share) * self._lines[:, k] + share * self._lines[:, k + 1]
        distances = np.where(np.isfinite(heights), np.abs(heights - at.y()), np.inf)
        if distances.min() < NEAR:
            self.trial_chosen.emit(int(distances.argmin()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_fit"):  # pyqtgraph resizes in its constructor
            self._fit.start(0)

    @Slot()
    def _fit_words(self) -> None:
        """Cut names that would touch their neighbours."""
        room = int(self.width() / max(len(self._axes), 1)) - 8
        measure = QFontMetricsF(style.font(style.CAPTION))
        for item, text in self._words:
            item.setText(measure.elidedText(text, Qt.TextElideMode.ElideRight, room))


def _draw(item: pg.PlotDataItem, rows: Lines) -> None:
    n, width = rows.shape
    y = np.full((n, width + 1), np.nan)
    y[:, :width] = rows
    x = np.tile(np.arange(width + 1.0), (n, 1))
    item.setData(x.ravel(), y.ravel())
