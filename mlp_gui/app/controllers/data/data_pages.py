"""The pages about the table: which one is in view, the Data menu, and undo of choices about the columns."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from mlp_gui.app.controllers.data.columns_page import ColumnsPageController
from mlp_gui.app.controllers.data.derived_columns import DerivedColumnsController
from mlp_gui.app.controllers.data.import_page import ImportPageController
from mlp_gui.app.controllers.data.left_out import LeftOutController
from mlp_gui.app.controllers.data.predict_page import PredictPageController
from mlp_gui.app.controllers.data.table_page import TablePageController
from mlp_gui.app.controllers.services import Services
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.csv.dialect_detection import TooManyColumnsError
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import RunCommand
from mlp_gui.views.data.pages.page import DataPage
from mlp_gui.views.shell.actions import spec_of
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.theme.plain_text import set_tip
from mlp_gui.views.widgets.error_box import ErrorBox

NO_TABLE = mark("Open a table first.")
MADE = mark("This table comes with the program; nothing was guessed about it.")
NO_FILE = mark("This table has no file of its own that could be read again.")
ONE_WAY = mark("A file of this kind can be read in one way only.")


class DataPagesController(QObject):
    """Opens the pages about the table, which are built when first opened; Back leads to the plots.

    Attributes
    ----------
    table, import_, columns, predict : QObject
        The controller of each page.
    """

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window = session, window
        self.table = TablePageController(session.data, services)
        self.import_ = ImportPageController(session, services)
        self.columns = ColumnsPageController(session, services)
        self.predict = PredictPageController(session, window, services)
        DerivedColumnsController(session, window, self.columns, services)
        LeftOutController(session, window, self.table, services)
        for controller in (self.table, self.import_, self.columns, self.predict):
            controller.page_built.connect(self._add)
        actions, desk = self._window.actions_, self._session.data
        actions["table"].triggered.connect(self.open_table)
        actions["columns"].triggered.connect(self.open_columns)
        actions["predict"].triggered.connect(self.open_predict)
        actions["reading"].triggered.connect(self.open_import)
        self.import_.applied.connect(self._on_applied)
        panel = self._window.experiment.data.links
        panel.table_requested.connect(self.open_table)
        panel.columns_requested.connect(self.open_columns)
        panel.import_requested.connect(self.open_import)
        self._window.experiment.export_panel.predict_requested.connect(self.open_predict)
        self._window.predicted_vs_true_plot.row_requested.connect(self.show_row)
        self._window.selection_bar.table_requested.connect(self._on_selection_requested)
        desk.refused.connect(self._on_refused)
        desk.table_changed.connect(self._enable)
        desk.refused.connect(self._enable)
        session.run.phase_changed.connect(self._enable)
        self._enable()

    @Slot()
    def open_table(self) -> None:
        """Show the page with the rows of the table."""
        self.table.show()
        self._show(self.table.page)

    @Slot()
    def open_columns(self) -> None:
        """Show the page about the columns."""
        self.columns.show()
        self._show(self.columns.page)

    @Slot()
    def open_import(self) -> None:
        """Show the page about how the file is read, if there is a file."""
        if self.import_.source():
            self.import_.show()
            self._show(self.import_.page)

    @Slot()
    def open_predict(self) -> None:
        """Show the page that predicts another table, once the network was trained."""
        if self._session.run.why_not(RunCommand.PREDICT) is None:
            self.predict.show()
            self._show(self.predict.page)

    @Slot(object)
    def show_row(self, row_number: int) -> None:
        """Show a row of the table, by its number from 0."""
        self.open_table()
        self.table.page.show_row(row_number)

    @Slot()
    def _on_selection_requested(self) -> None:
        rows = self._session.evaluation.selection.rows
        if len(rows):
            self.show_row(int(rows[0]))

    def close(self) -> None:
        """End the threads that may be at work."""
        self.table.close()
        self.columns.close()
        self.predict.close()

    @Slot(object)
    def _add(self, page: DataPage) -> None:
        self._window.pages.addWidget(page)
        page.left.connect(partial(self._leave, page))

    def _show(self, page: DataPage) -> None:
        self._window.show_workbench(True)  # with the bars around the pages
        self._window.pages.setCurrentWidget(page)
        page.focus_first()

    def _leave(self, page: DataPage) -> None:
        if self._window.pages.currentWidget() is page:
            self._window.show_workbench(self._session.data.table is not None)
            self._window.setFocus()  # where Space and the arrows are the run's again

    @Slot()
    def _on_applied(self) -> None:
        self._leave(self.import_.page)

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        """Offer the import page: a file that cannot be read as it seems may be readable in another way."""
        if self.import_.refused_path or isinstance(error, TooManyColumnsError):
            for box in self._window.findChildren(ErrorBox):
                if box.isVisible() and box.title.text() == error.title:  # an earlier listener opened it
                    self._offer(box, error)

    def _offer(self, box: ErrorBox, error: UserError) -> None:
        if not isinstance(error, TooManyColumnsError):
            box.offer(tr("Read it in another way…"), self.open_import)
            return
        for way in reversed(error.dialects):  # the last one has the focus
            n = way.first_columns
            all_, first = tr("Open all {n:,} columns", n=n), tr("Open the first {n:,} columns", n=n)
            guess = way.replace(first_columns=0)
            then = partial(self.import_.open_in_dialect, self._session.data.refused_file, way, guess)
            box.offer(first if way == error.dialects[0] else all_, then)

    @Slot()
    def _enable(self) -> None:
        """Enable the entries of the Data menu that the phase table does not know; a disabled one says why."""
        desk = self._session.data
        none = "" if desk.table is not None else tr(NO_TABLE)
        from_file = desk.table is not None and desk.table.path is not None
        reasons = {
            "table": none,
            "columns": none,
            "derive": none or self._session.run.why_not(RunCommand.OPEN) or "",
            "reload": none or ("" if from_file else tr(NO_FILE)),
            "reading": "" if self.import_.source() else none or tr(ONE_WAY if from_file else MADE),
        }
        for name, reason in reasons.items():
            action = self._window.actions_[name]
            action.setEnabled(not reason)
            set_tip(action, reason or spec_of(name).shown_tip())
