"""A place holds plots one behind the other; only the one in front exists on the screen and costs anything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStackedLayout, QWidget

from mlp_gui.core.dataset import Task
from mlp_gui.core.translation import tr
from mlp_gui.views.charts.plot import Plot, plots
from mlp_gui.views.shell.tab_strip import MIME, TabStrip
from mlp_gui.views.theme import style


class PlotPanel(QWidget):
    """One of the workspace's places for plots.

    Attributes
    ----------
    name : str
        Of the place, e.g. "top_left".
    names : list of str
        Plots in the order of their tabs, also those that do not suit the task.
    current : str
        Plot in front; "" when there is none.
    strip : TabStrip

    Signals
    -------
    changed
        A person brought another plot to the front.
    neighbour_chosen(str)
        Name of a plot of another place that shares this pane.
    dropped(str)
        Name of a plot that was dragged here.
    add_requested(QPoint)
        Another plot is wanted; where the menu is to open on the screen.
    menu_requested(str, QPoint)
        The menu of a tab is wanted, by the name of its plot.
    """

    changed = Signal()
    neighbour_chosen = Signal(str)
    dropped = Signal(str)
    add_requested = Signal(QPoint)
    menu_requested = Signal(str, QPoint)

    def __init__(self, name: str, give: Callable[[str], Plot]) -> None:
        super().__init__()
        self.name, self._give = name, give
        self.names: list[str] = []  # also those that do not suit the task
        self.current = ""
        self._task: Task | None = None
        self._sharing = [self]
        self._stack = QStackedLayout(self)
        self._veil = DropOverlay(self)
        self.strip = TabStrip()
        self.strip.tabs.currentChanged.connect(self._on_tab)
        self.strip.add_requested.connect(self.add_requested)
        self.strip.tabs.menu_requested.connect(self._on_menu)
        self.setAcceptDrops(True)

    def shown_names(self) -> list[str]:
        """Return the plots that have something to show for the task."""
        return [name for name in self.names if self._task is None or self._task in plots[name].tasks]

    def show_names(self, names: list[str], current: str, task: Task | None) -> None:
        """Set which plots are here, and which one is in front."""
        self.names, self._task = list(names), task
        shown = self.shown_names()
        self._front(current if current in shown else shown[0] if shown else "")

    def plot(self) -> Plot | None:
        """Return the plot in front."""
        return self._give(self.current) if self.current else None

    def share(self, panels: list[PlotPanel]) -> None:
        """Show the tabs of all these places, which share one pane; of its own alone when it is not among them."""
        sharing = panels if self in panels else [self]
        if sharing != self._sharing or len(sharing) > 1:
            self._sharing = sharing
            self._show_tabs()

    def _show_tabs(self) -> None:
        names = [name for panel in self._sharing for name in panel.shown_names()]
        entries = [(n, plots[n].title_for(self._task, len(names) == 1), tr(plots[n].help)) for n in names]
        self.strip.tabs.setUsesScrollButtons(len(self._sharing) > 1)  # those of a place alone have room
        self.strip.show_tabs(entries, self.current)

    def _front(self, name: str) -> None:
        self.current = name
        self._show_tabs()
        if not name:
            return
        plot, before = self._give(name), self._stack.currentWidget()
        if self._stack.indexOf(plot) < 0:
            self._stack.addWidget(plot)
        if isinstance(before, Plot) and before is not plot:
            before.header.take_tabs(None)
        plot.header.take_tabs(self.strip)  # the one strip moves to the header of the plot in front
        self._stack.setCurrentWidget(plot)

    def release_plot(self, name: str) -> None:
        """Let go of a plot that moves elsewhere."""
        held = (self._stack.widget(i) for i in range(self._stack.count()))
        plot = next((w for w in held if isinstance(w, Plot) and w.name == name), None)
        if plot is not None:  # one that was never in front has not been made
            plot.header.take_tabs(None)
            self.strip.setParent(self)  # it stands in the header that goes away
            self._stack.removeWidget(plot)

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        if index < 0:
            return
        name = str(self.strip.tabs.tabData(index))
        if name in self.names:
            self._front(name)
            self.changed.emit()
        else:
            self._show_tabs()  # here the same plot stays in front
            self.neighbour_chosen.emit(name)

    @Slot(object, QPoint)
    def _on_menu(self, index: int, at: QPoint) -> None:
        if index >= 0:
            self.menu_requested.emit(str(self.strip.tabs.tabData(index)), at)

    # --- a plot is dragged here ------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self._veil.setGeometry(self.rect())
            self._veil.show()
            self._veil.raise_()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.hide()
        event.acceptProposedAction()
        self.dropped.emit(bytes(event.mimeData().data(MIME).data()).decode())


class DropOverlay(QWidget):
    """Shows where the dragged plot would go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = QColor(style.current().accent)
        painter.setPen(QPen(fill, 2))
        fill.setAlphaF(0.12)
        painter.setBrush(fill)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
