"""F1: the page of the help that is about what lies under the pointer, or else about what has the focus.

It works in every window of the program; the help of a dialog belongs to the dialog, which would block any other.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QCursor, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from mlp_gui.app.controllers.services import Services
from mlp_gui.views.charts.plot import Plot
from mlp_gui.views.data.pages.columns_page import ColumnsPage
from mlp_gui.views.data.pages.import_page import ImportPage
from mlp_gui.views.data.pages.predict_page import PredictPage
from mlp_gui.views.data.pages.table_page import TablePage
from mlp_gui.views.data.panel.data_panel import DataPanel
from mlp_gui.views.data.panel.leak_notices import LeakNotices
from mlp_gui.views.forms import help_pages
from mlp_gui.views.forms.config_form import GroupRow
from mlp_gui.views.forms.row import FormRow
from mlp_gui.views.inspector.inspector_window import InspectorWindow
from mlp_gui.views.inspector.landscape.landscape_window import LandscapeWindow
from mlp_gui.views.inspector.lesson_card import LessonCard
from mlp_gui.views.inspector.row_dialog import RowDialog
from mlp_gui.views.search.search_dialog import SearchDialog
from mlp_gui.views.shell.class_dialog import ClassDialog
from mlp_gui.views.shell.command_palette import CommandPalette
from mlp_gui.views.shell.hand_ins_dialog import HandInsDialog
from mlp_gui.views.shell.help import TextWindow, show_about, show_help, show_shortcuts
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.shell.settings_dialog import SettingsDialog
from mlp_gui.views.shell.tasks_card import TasksCard
from mlp_gui.views.shell.welcome import Welcome
from mlp_gui.views.studies.study_dialog import StudyDialog
from mlp_gui.views.training.control_bar import ControlBar
from mlp_gui.views.training.diagnostics_button import DiagnosticsButton
from mlp_gui.views.training.export_panel import ExportPanel
from mlp_gui.views.training.lr_range_dialog import LRRangeDialog
from mlp_gui.views.training.score_cells import ColumnChooser
from mlp_gui.views.training.score_table import ScoreTable
from mlp_gui.views.training.side_bar import SideBarStep
from mlp_gui.views.training.timeline_bar import TimelineBar
from mlp_gui.views.training.verdict_bar import VerdictBar
from mlp_gui.views.widgets.error_box import ErrorBox

# The innermost wins: a setting in the training step is the setting, not the step.
TOPICS: dict[type[QWidget], tuple[str, str]] = {
    Welcome: ("window", "First page"),
    VerdictBar: ("verdict", "The verdict"),
    ColumnChooser: ("verdict", "Parts of the rows"),
    LeakNotices: ("verdict", "Leaks"),
    DiagnosticsButton: ("verdict", "The training doctor"),
    DataPanel: ("window", "Data"),
    ColumnsPage: ("window", "Columns"),
    TablePage: ("window", "Table"),
    ImportPage: ("window", "Reading"),
    ControlBar: ("window", "Control bar"),
    ExportPanel: ("window", "Export"),
    TimelineBar: ("window", "Time line"),
    ScoreTable: ("plots", "Scores"),
    LessonCard: ("window", "Lessons"),
    TasksCard: ("window", "A class"),
    ClassDialog: ("window", "A class"),
    HandInsDialog: ("window", "A class"),
    InspectorWindow: ("hood", ""),
    RowDialog: ("hood", "Forward"),
    LandscapeWindow: ("hood", "Loss"),
    PredictPage: ("window", "Predict a table"),
    LRRangeDialog: ("settings", "Learning rate"),
    StudyDialog: ("window", "Many networks"),
    SearchDialog: ("window", "Good settings"),
    CommandPalette: ("window", "Commands"),
    SettingsDialog: ("window", "Settings of the program"),
    ErrorBox: ("window", "When something breaks"),
    QMessageBox: ("window", "Before work is lost"),
    QFileDialog: ("window", "Data"),
}
STEPS = ("Data", "Network", "Training", "Export")  # sections about the steps of the side bar, in their order


def help_topic(widget: QWidget | None) -> tuple[str, str] | None:
    """Return page and section about a widget, looked up from inside out; None when nothing around it has one."""
    while widget is not None:
        if isinstance(widget, FormRow | GroupRow) and help_pages.advice(widget.param.label):
            return "settings", widget.param.label
        if isinstance(widget, Plot):
            return "plots", widget.label
        if isinstance(widget, SideBarStep):
            return "window", STEPS[widget.number - 1]
        for kind, found in TOPICS.items():
            if isinstance(widget, kind):
                return found
        widget = widget.parentWidget()
    return None


KEY = "help_key"


class HelpController(QObject):
    """The Help menu."""

    def __init__(self, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._window = window
        actions = self._window.actions_
        actions["help"].triggered.connect(self._on_help)
        actions["tour"].triggered.connect(self._on_tour)
        actions["definitions"].triggered.connect(self._on_definitions)
        actions["glossary"].triggered.connect(self._on_glossary)
        actions["shortcuts"].triggered.connect(self._on_shortcuts)
        actions["about"].triggered.connect(self._on_about)
        self._key = actions["help"].shortcut()
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]  # it runs

    @Slot()
    def _on_help(self) -> None:
        """Show help about what lies under the pointer in the window with the focus, else about what has the focus."""
        focused = QApplication.focusWidget()
        window = focused.window() if focused is not None else self._window
        pointed = QApplication.widgetAt(QCursor.pos())
        # The pointer may rest over another window than the one that F1 was pressed in.
        found = help_topic(pointed) if pointed is not None and pointed.window() is window else None
        owner = window if window.isModal() else self._window
        show_help(owner, *(found or help_topic(focused) or ("tour", "")))

    @Slot(QWidget, QWidget)
    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Give the help key to a window that comes to the front for the first time."""
        window = new.window() if new is not None else None
        if window is None or isinstance(window, MainWindow | TextWindow) or not window.isVisible():
            return  # a main window has the key in its menu: two of one key do nothing; nor is a hidden panel a window
        if window.findChild(QShortcut, KEY, Qt.FindChildOption.FindDirectChildrenOnly) is None:
            key = QShortcut(self._key, window, self._on_help)
            key.setObjectName(KEY)

    @Slot()
    def _on_tour(self) -> None:
        show_help(self._window, "tour")

    @Slot()
    def _on_definitions(self) -> None:
        show_help(self._window, "definitions")

    @Slot()
    def _on_glossary(self) -> None:
        show_help(self._window, "glossary")

    @Slot()
    def _on_shortcuts(self) -> None:
        show_shortcuts(self._window)

    @Slot()
    def _on_about(self) -> None:
        show_about(self._window)
