"""Rows left out by hand: from plots, from the table and from a stretch of time, and back again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Slot

from mlp_gui.app.controllers.data.table_page import TablePageController
from mlp_gui.app.controllers.services import Services
from mlp_gui.data.splits.left_out import LeftOut, write_row_numbers
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import RunCommand
from mlp_gui.views.data.pages.table_page import TablePage
from mlp_gui.views.data.panel.condition_dialog import LeaveOutDialog
from mlp_gui.views.data.tables.table_view import TableView
from mlp_gui.views.shell.actions import spec_of
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.theme.plain_text import set_tip


class LeftOutController(QObject):
    """Turns chosen rows into an entry of the data settings. A run that has them stays in the list of runs."""

    def __init__(self, session: Session, window: MainWindow, table: TablePageController, services: Services) -> None:
        super().__init__(services)
        self._session, self._window = session, window
        self._view: TableView | None = None
        self._list = window.experiment.data.notes.left_out
        self._list.taken_back.connect(self._on_taken_back)
        self._split = window.experiment.data.notes.split
        self._split.leave_out_requested.connect(self.leave_out)
        window.selection_bar.leave_out_requested.connect(self._on_selection)
        table.page_built.connect(self._on_page)
        window.actions_["leave_out"].triggered.connect(self.ask)
        session.data.table_changed.connect(self._on_phase)
        session.run.phase_changed.connect(self._on_phase)
        self._on_phase()

    @Slot()
    def _on_phase(self) -> None:
        reason = self._session.run.why_not(RunCommand.OPEN) or ""
        action = self._window.actions_["leave_out"]
        action.setEnabled(not reason and self._session.data.table is not None)
        set_tip(action, reason or spec_of("leave_out").shown_tip())
        self._list.set_open(reason)
        self._split.set_open(reason)
        self._window.selection_bar.set_leaving_out_open(reason)
        if self._view is not None:
            self._view.set_leaving_out_open(reason)

    @Slot(object)
    def _on_page(self, page: TablePage) -> None:
        self._view = page.view
        self._view.leave_out_requested.connect(self._on_rows)
        self._on_phase()

    @Slot()
    def ask(self) -> None:
        """Ask which rows to leave out."""
        dialog = LeaveOutDialog(self._count, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.leave_out)
        dialog.open()

    def _count(self, entry: LeftOut) -> int:
        table = self._session.data.table
        return int(entry.matches(table).sum()) if table is not None else 0

    @Slot()
    def _on_selection(self) -> None:
        selection = self._session.evaluation.selection
        self._on_rows(selection.rows)
        selection.clear()

    @Slot(object)
    def _on_rows(self, rows: NDArray[np.int64]) -> None:
        if len(rows):
            self.leave_out(LeftOut(rows=write_row_numbers(rows)))

    @Slot(object)
    def leave_out(self, entry: LeftOut) -> None:
        """Leave rows out, as one step that can be undone."""
        spec = self._session.data.spec
        if spec is not None and entry not in spec.left_out:
            self._session.answer_remark(spec.replace(left_out=(*spec.left_out, entry)))

    @Slot(object)
    def _on_taken_back(self, positions: tuple[int, ...]) -> None:
        spec = self._session.data.spec
        if spec is not None:
            kept = tuple(entry for i, entry in enumerate(spec.left_out) if i not in positions)
            self._session.answer_remark(spec.replace(left_out=kept))
