"""The main window arranges the panels. It owns nothing: values come in from the wiring, intents go out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from mlp_gui.views.plots.base import Plot
from mlp_gui.views.plots.fit_plot import FitPlot
from mlp_gui.views.plots.gradients_plot import GradientsPlot
from mlp_gui.views.plots.loss_plot import LossPlot
from mlp_gui.views.plots.weights_plot import WeightsPlot
from mlp_gui.views.run.control_bar import ControlBar
from mlp_gui.views.run.experiment_panel import ExperimentPanel
from mlp_gui.views.run.score_board import ScoreBoard
from mlp_gui.views.run.status_line import StatusLine
from mlp_gui.views.run.timeline_bar import TimelineBar
from mlp_gui.views.shell import style
from mlp_gui.views.shell.actions import Actions
from mlp_gui.views.shell.icons import application_icon
from mlp_gui.views.shell.keys import KeyGuard
from mlp_gui.views.shell.welcome import Welcome


class MainWindow(QMainWindow):
    """Welcome page, or: control bar above, story on the left, plots on the right, the state in a sentence below."""

    file_dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("mlp_gui")
        self.setWindowIcon(application_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(1024, 640)
        self.resize(1280, 800)
        self.may_close: Callable[[], bool] = bool  # asked before closing; the wiring replaces it
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.welcome = Welcome()
        self.control_bar = ControlBar()
        self.experiment = ExperimentPanel()
        self.loss_plot = LossPlot()
        self.fit_plot = FitPlot()
        self.weights_plot = WeightsPlot()
        self.gradients_plot = GradientsPlot()
        self.scores = ScoreBoard()
        self.timeline = TimelineBar()
        self.status = StatusLine()
        self.actions_ = Actions(self)
        self.actions_.fill(self.menuBar())
        self._keys = KeyGuard(self)
        self._build()

    @property
    def plots(self) -> tuple[Plot, ...]:
        return (self.loss_plot, self.fit_plot, self.weights_plot, self.gradients_plot)

    @property
    def panels(self) -> dict[str, tuple[str, QWidget]]:
        """What the View menu can hide, by name, with its title."""
        plots = {plot.name: (plot.label, plot) for plot in self.plots}
        return {"experiment": ("Side bar", self.experiment), **plots, "scores": ("Scores", self.scores)}

    def show_workbench(self, on: bool) -> None:
        """The workbench once there is a table, the welcome page before."""
        if on and self.pages.currentWidget() is self.welcome:
            self.setFocus()
        self.pages.setCurrentWidget(self.workbench if on else self.welcome)
        self.control_bar.setVisible(on)
        self.timeline.setVisible(on)
        self.status.setVisible(on)

    def _build(self) -> None:
        self.rows = QSplitter(Qt.Orientation.Vertical)
        self.top_row = _side_by_side(self.loss_plot, self.fit_plot)
        self.bottom_row = _side_by_side(self.weights_plot, self.gradients_plot)
        for row in (self.top_row, self.bottom_row, self.scores):
            self.rows.addWidget(row)
        self.rows.setSizes([280, 220, 150])
        self.workbench = QSplitter(Qt.Orientation.Horizontal)
        self.workbench.addWidget(self.experiment)
        self.workbench.addWidget(self.rows)
        self.workbench.setStretchFactor(0, 0)
        self.workbench.setStretchFactor(1, 1)
        self.workbench.setSizes([style.px(320), style.px(960)])
        for splitter in (self.workbench, self.rows, self.top_row, self.bottom_row):
            splitter.setChildrenCollapsible(False)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(self.workbench)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.control_bar)
        column.addWidget(self.pages, 1)
        column.addWidget(self.timeline)
        column.addWidget(self.status)
        self.setCentralWidget(middle)
        self.show_workbench(False)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event.mimeData().urls())
        if path:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            event.accept()
        else:
            event.ignore()


def _side_by_side(left: QWidget, right: QWidget) -> QSplitter:
    row = QSplitter(Qt.Orientation.Horizontal)
    row.addWidget(left)
    row.addWidget(right)
    row.setSizes([500, 500])
    return row


def _dropped_file(urls: list[QUrl]) -> str:
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
