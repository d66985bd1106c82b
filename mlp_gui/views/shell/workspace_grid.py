"""The four places for plots as panes of two rows: how large they are, and which share one where room is short."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from mlp_gui.views.charts.plot import Plot
from mlp_gui.views.shell.pane_groups import PaneGroups
from mlp_gui.views.shell.plot_panel import PlotPanel
from mlp_gui.views.shell.workspace_layouts import PLACES
from mlp_gui.views.theme import style
from mlp_gui.views.widgets.split_row import row_of, widgets_in

Sizes = dict[str, list[int]]


class WorkspaceGrid(QSplitter):
    """Two rows of two places each, with the scores below.

    Attributes
    ----------
    scores : QWidget
    panels : dict of str to PlotPanel
        By the name of the place.
    groups : PaneGroups
    """

    def __init__(self, scores: QWidget, give: Callable[[str], Plot]) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.scores = scores
        # After the event: Qt may be walking over all widgets to style them, which must not get other parents meanwhile.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit_panes)
        self.groups = PaneGroups()
        self.panels = {name: PlotPanel(name, give) for name in PLACES}
        self._top_row = row_of(self.panels["top_left"], self.panels["top_right"])
        self._bottom_row = row_of(self.panels["bottom_left"], self.panels["bottom_right"])
        for widget in (self._top_row, self._bottom_row, scores):
            self.addWidget(widget)
        self.setChildrenCollapsible(False)
        for splitter in (self, self._top_row, self._bottom_row):
            splitter.splitterMoved.connect(self._on_moved)
        self._wanted: list[str] = []
        self._kept: Sizes = {}

    def show_panes(self, wanted: Iterable[str], scores: bool) -> None:
        """Show these places, those that share a pane one in front of the others, and the scores."""
        self._wanted = list(wanted)
        for name, panel in self.panels.items():
            panel.setVisible(name in self._wanted and self.groups.is_in_front(name, self._wanted))
            panel.share([self.panels[other] for other in self.groups.sharing(name, self._wanted)])
        for row in (self._top_row, self._bottom_row):
            row.setVisible(any(not child.isHidden() for child in widgets_in(row)))  # isVisible needs a shown window
        self.scores.setVisible(scores)

    def pane_sizes(self) -> Sizes:
        """Return the sizes of rows and columns; while places share a pane, those from before."""
        if self.groups.are_shared:
            return self._kept
        return {"rows": self.sizes(), "top": self._top_row.sizes(), "bottom": self._bottom_row.sizes()}

    def set_pane_sizes(self, sizes: Sizes, rows: Sequence[int]) -> None:
        """Set what `pane_sizes` returned.

        Parameters
        ----------
        sizes : dict
        rows : sequence of int
            Heights of upper plots, lower plots and scores when `sizes` knows none.
        """
        self._kept = {"rows": list(rows), "top": [500, 500], "bottom": [500, 500]} | sizes
        self._resize_panes()

    @Slot()
    def _on_moved(self) -> None:
        if not self.groups.are_shared:
            self._kept = self.pane_sizes()

    def _resize_panes(self) -> None:
        rows, top = self._kept["rows"], self._kept["top"]
        if self.groups.one_row:
            below = self._scores_height()
            rows, top = [max(1, self.height() - below), 0, below], [top[0], top[0], top[-1], top[-1]]
        self.setSizes(rows)
        self._top_row.setSizes(top)
        self._bottom_row.setSizes(self._kept["bottom"])

    # --- fewer panes where there is little room --------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "_later"):
            self._later.start()

    @Slot()
    def _fit_panes(self) -> None:
        """Let places share a pane where large text leaves no room for all of them."""
        if not self.isVisible():  # of a size that it will not have
            return
        if self.groups.fit(self.width(), self.height() - self._scores_height()):
            self._fill_rows()
            self.show_panes(self._wanted, not self.scores.isHidden())
            self._resize_panes()

    def _scores_height(self) -> int:
        return 0 if self.scores.isHidden() else self.scores.minimumSizeHint().height()

    def _fill_rows(self) -> None:
        """Put the places into their rows; all into one where lower places share the panes of upper ones."""
        for name in sorted(PLACES, key=lambda name: (name.partition("_")[2], PLACES.index(name))):  # by columns
            lower = name.startswith("bottom") and not self.groups.one_row
            (self._bottom_row if lower else self._top_row).addWidget(self.panels[name])
