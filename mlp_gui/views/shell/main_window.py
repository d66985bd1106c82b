"""The main window arranges the panels. It owns nothing: values come in from the wiring, intents go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from mlp_gui.views.shell.actions import Actions
from mlp_gui.views.shell.welcome import Welcome
from mlp_gui.views.theme import style
from mlp_gui.views.theme.icons import application_icon
from mlp_gui.views.widgets.drop_zone import dropped_file
from mlp_gui.views.widgets.key_guard import KeyGuard

if TYPE_CHECKING:
    from mlp_gui.views.charts.plot import Plot

TITLE = 40  # pixels of a screen's height for the title that a window manager draws


class MainWindow(QMainWindow):
    """Welcome page, or: control bar above, story on the left, plots on the right, the state in a sentence below.

    It is made with the welcome page alone, which can be on the screen before numbers and plots are imported;
    `build_workbench` brings the rest.

    Attributes
    ----------
    welcome : Welcome
    actions_ : Actions
        Every entry of the menus, by name.
    pages : QStackedWidget
        The welcome page, the workbench, and the pages about the table.

    Signals
    -------
    first_painted
        The first page has been on the screen.
    file_dropped(str)
        Its path.
    closing(QCloseEvent)
        A direct connection that ignores the event keeps the window open.
    """

    first_painted = Signal()
    file_dropped = Signal(str)
    closing = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("mlp_gui")
        self.setWindowIcon(application_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(1024, 640)
        room = self.screen().availableSize()
        self.resize(min(1280, room.width()), min(800, room.height() - TITLE))  # a first start fits the screen
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.welcome = Welcome()
        self.actions_ = Actions(self)
        self.actions_.fill(self.menuBar())
        self._keys = KeyGuard(self)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.welcome)
        middle = QWidget()
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.pages, 1)
        self.setCentralWidget(middle)
        self.welcome.drop_zone.installEventFilter(self)

    def build_workbench(self) -> None:
        """Make all that stands around and behind the welcome page."""
        # Imported here: they bring pandas and pyqtgraph, for which the first paint does not wait.
        from mlp_gui.views.plots.evaluation.predicted_vs_true import PredictedVsTruePlot
        from mlp_gui.views.plots.network.parameters import GradientsPlot
        from mlp_gui.views.plots.training.loss import LossPlot
        from mlp_gui.views.shell.presentation_strip import PresentationStrip
        from mlp_gui.views.shell.workspace import Workspace
        from mlp_gui.views.training.control_bar import ControlBar
        from mlp_gui.views.training.experiment_panel import ExperimentPanel
        from mlp_gui.views.training.score_table import ScoreTable
        from mlp_gui.views.training.selection_bar import SelectionBar
        from mlp_gui.views.training.status_line import StatusLine
        from mlp_gui.views.training.timeline_bar import TimelineBar

        self.control_bar = ControlBar()
        self.experiment = ExperimentPanel()
        self.scores = ScoreTable()
        self.workspace = Workspace(self.scores)
        the = self.workspace.plot_of_type
        self.loss_plot, self.predicted_vs_true_plot = the(LossPlot), the(PredictedVsTruePlot)
        self.gradients_plot = the(GradientsPlot)
        self.timeline = TimelineBar()
        self.selection_bar = SelectionBar()
        self.status = StatusLine()
        self.presentation_strip = PresentationStrip()
        self._arrange()

    @property
    def plots(self) -> tuple[Plot, ...]:
        """Every plot that has been made so far."""
        return self.workspace.existing_plots()

    def insert_above_timeline(self, card: QWidget) -> None:
        """Put a card between the pages and the time line."""
        self._column.insertWidget(self._column.indexOf(self.timeline), card)

    def show_workbench(self, on: bool) -> None:
        """Show the workbench, as there is a table, or else the welcome page."""
        # Hiding what has the focus passes it on to some editor, to which Space and arrows are letters.
        before = self.pages.currentWidget()
        if on and before is not self.workbench and (before is self.welcome or _has_focus(before)):
            self.setFocus()
        self.pages.setCurrentWidget(self.workbench if on else self.welcome)
        self.control_bar.setVisible(on)
        self.timeline.setVisible(on)
        self.status.setVisible(on)

    def show_plots(self) -> None:
        """Go from a page about the table back to the plots; before there is a table, do nothing."""
        if self.pages.currentWidget() not in (self.welcome, self.workbench):
            self.show_workbench(True)

    def _arrange(self) -> None:
        self.workbench = QSplitter(Qt.Orientation.Horizontal)
        self.workbench.addWidget(self.experiment)
        self.workbench.addWidget(self.workspace)
        self.workbench.setStretchFactor(0, 0)
        self.workbench.setStretchFactor(1, 1)
        self.workbench.setSizes([style.px(320), style.px(960)])
        self.workbench.setChildrenCollapsible(False)
        self.pages.addWidget(self.workbench)
        self._column.insertWidget(0, self.control_bar)
        self._column.insertWidget(0, self.presentation_strip)
        for below in (self.selection_bar, self.timeline, self.status):
            self._column.addWidget(below)
        self.show_workbench(False)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData().urls())
        if path:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Report the first paint: of a part of the first page, for Qt does not paint what its children cover."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.first_painted.emit()
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()  # a listener may still ignore it
        self.closing.emit(event)


def _has_focus(page: QWidget | None) -> bool:
    focused = QApplication.focusWidget()
    return page is not None and focused is not None and page.isAncestorOf(focused)
