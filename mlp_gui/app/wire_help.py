"""F1: the page of the help that is about what lies under the pointer, or else about what has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from mlp_gui.views.data.data_panel import DataPanel
from mlp_gui.views.desk.columns_page import ColumnsPage
from mlp_gui.views.desk.import_page import ImportPage
from mlp_gui.views.desk.table_page import TablePage
from mlp_gui.views.forms.form import GroupRow
from mlp_gui.views.forms.row import Row
from mlp_gui.views.hood.microscope import Microscope
from mlp_gui.views.plots.base import Plot
from mlp_gui.views.run.control_bar import ControlBar
from mlp_gui.views.run.score_board import ScoreBoard
from mlp_gui.views.run.side_bar import Step
from mlp_gui.views.run.take_away import TakeAway
from mlp_gui.views.run.timeline_bar import TimelineBar
from mlp_gui.views.shell import help_pages
from mlp_gui.views.shell.help import show_about, show_help, show_shortcuts

if TYPE_CHECKING:
    from mlp_gui.app.program import Program

# The innermost wins: a setting in the training step is the setting, not the step.
TOPICS: dict[type[QWidget], tuple[str, str]] = {
    DataPanel: ("window", "Data"),
    ColumnsPage: ("window", "Columns"),
    TablePage: ("window", "Table"),
    ImportPage: ("window", "How it was read"),
    ControlBar: ("window", "Control bar"),
    TakeAway: ("window", "Take away"),
    TimelineBar: ("window", "Time line"),
    ScoreBoard: ("plots", "Scores"),
    Microscope: ("hood", ""),
}


def topic(widget: QWidget | None) -> tuple[str, str] | None:
    """Page and section about a widget, looked up from inside out; None when nothing around it has one."""
    while widget is not None:
        if isinstance(widget, Row | GroupRow) and help_pages.advice(widget.param.label):
            return "settings", widget.param.label
        if isinstance(widget, Plot):
            return "plots", widget.label
        if isinstance(widget, Step):
            return "window", widget.header.text()
        for kind, found in TOPICS.items():
            if isinstance(widget, kind):
                return found
        widget = widget.parentWidget()
    return None


class HelpWiring(QObject):
    """The Help menu."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._window = program.window
        actions = self._window.actions_
        actions["help"].triggered.connect(self._on_help)
        actions["tour"].triggered.connect(self._on_tour)
        actions["definitions"].triggered.connect(self._on_definitions)
        actions["shortcuts"].triggered.connect(self._on_shortcuts)
        actions["about"].triggered.connect(self._on_about)

    @Slot()
    def _on_help(self) -> None:
        found = topic(QApplication.widgetAt(QCursor.pos())) or topic(QApplication.focusWidget())
        show_help(self._window, *(found or ("tour", "")))

    @Slot()
    def _on_tour(self) -> None:
        show_help(self._window, "tour")

    @Slot()
    def _on_definitions(self) -> None:
        show_help(self._window, "definitions")

    @Slot()
    def _on_shortcuts(self) -> None:
        show_shortcuts(self._window)

    @Slot()
    def _on_about(self) -> None:
        show_about(self._window)
