"""Derived columns: their dialog, opened from the column desk and the menu, and the lags that are offered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot

from mlp_gui.app.controllers.data.columns_page import ColumnsPageController
from mlp_gui.app.controllers.services import Services
from mlp_gui.core.errors import UserError
from mlp_gui.data.derived_choices import declared, with_derived
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import RunCommand
from mlp_gui.views.data.pages.columns_page import ColumnsPage
from mlp_gui.views.data.pages.derive_dialog import DeriveDialog
from mlp_gui.views.shell.main_window import MainWindow


class DerivedColumnsController(QObject):
    """Turns declarations into a spec, as one step that can be undone; a run that has the old ones stays in the list."""

    def __init__(
        self, session: Session, window: MainWindow, columns: ColumnsPageController, services: Services
    ) -> None:
        super().__init__(services)
        self._session, self._window, self._services = session, window, services
        self._notice = window.experiment.data.notes.lags
        self._notice.chosen.connect(self._on_lags)
        columns.page_built.connect(self._on_page)
        window.actions_["derive"].triggered.connect(self.open)
        session.run.phase_changed.connect(self._on_phase)
        self._on_phase()

    @Slot()
    def open(self) -> None:
        """Open the dialog, if there is a table and nothing is being trained."""
        table, spec = self._session.data.table, self._session.data.spec
        if table is None or spec is None or self._session.run.why_not(RunCommand.OPEN) is not None:
            return
        dialog = DeriveDialog(table.underived or table, spec.derived, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.declared.connect(self._on_declared)
        dialog.open()

    @Slot()
    def _on_phase(self) -> None:
        self._notice.set_actions_open(self._session.run.why_not(RunCommand.OPEN) or "")

    @Slot(object)
    def _on_page(self, page: ColumnsPage) -> None:
        page.derive_requested.connect(self.open)

    @Slot(object)
    def _on_declared(self, texts: tuple[str, ...]) -> None:
        spec = self._session.data.spec
        if spec is not None and texts != spec.derived:
            self._take(lambda: declared(spec, texts))

    @Slot(object)
    def _on_lags(self, texts: tuple[str, ...]) -> None:
        spec = self._session.data.spec
        if spec is not None:
            self._take(lambda: with_derived(spec, *texts))

    def _take(self, make: Callable[[], DataSpec]) -> None:
        try:
            self._session.answer_remark(make())
        except UserError as error:
            self._services.show_error(error)
