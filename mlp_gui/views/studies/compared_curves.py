"""The losses of two runs over one another, each in the colour that it has among the runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.plotmath.scales import LOG
from mlp_gui.views.charts.colours import resolve_colour
from mlp_gui.views.charts.header import Legend, LegendKey
from mlp_gui.views.studies.study_picture import PENS, curve_widget, positive


class HasCurves(Protocol):
    """A run with the curves of its losses.

    Attributes
    ----------
    number : int
        From 1, which gives its colour.
    epochs, train, validation : ndarray of shape (n_points,)
    """

    @property
    def number(self) -> int: ...
    @property
    def epochs(self) -> NDArray: ...
    @property
    def train(self) -> NDArray: ...
    @property
    def validation(self) -> NDArray: ...


class ComparedCurves(QWidget):
    """Validation as a line, training dashed.

    Attributes
    ----------
    legend : Legend
        Above the plot, where no curve is.
    plot : PlotWidget
    """

    def __init__(self) -> None:
        super().__init__()
        self.plot, axes = curve_widget(tr("Losses of two runs"), tr("epoch"), LOG)
        axes[1].name(tr("loss"))
        self.legend = Legend()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.legend)
        column.addWidget(self.plot, 1)

    def show_runs(self, runs: Sequence[tuple[HasCurves, str]]) -> None:
        """Draw the curves of runs.

        Parameters
        ----------
        runs : sequence of tuple
            Each run and its name.
        """
        self.plot.clear()
        keys = []
        for side in ("bottom", "left"):
            self.plot.showAxis(side, any(len(run.epochs) for run, _ in runs))
        for run, name in runs:
            colour = f"@{run.number - 1}"
            for loss, values, line, width in (
                (tr("validation"), run.validation, "line", 2.0),
                (tr("training"), run.train, "dash", 1.3),
            ):
                if np.isfinite(values).any():
                    pen = pg.mkPen(resolve_colour(colour), width=width, style=PENS[line])
                    self.plot.plot(run.epochs, positive(values), pen=pen)
                    keys.append(LegendKey(f"{name}, {loss}", colour, line))
        self.legend.show_keys(keys)
