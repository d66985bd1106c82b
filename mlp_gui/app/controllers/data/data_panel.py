"""The desk and the data panel: what is read is shown, what is edited goes to the desk."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import RunCommand
from mlp_gui.views.shell.main_window import MainWindow


class DataPanelController(QObject):
    """Table, column roles, split and ledger."""

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window = session, window
        desk, panel = session.data, window.experiment.data
        desk.loading_started.connect(self._on_loading)
        desk.loading_progressed.connect(self._on_progress)
        desk.loading_ended.connect(self._on_loaded)
        desk.table_changed.connect(self._on_table)
        desk.table_amended.connect(self._on_amended)
        desk.spec_changed.connect(self._on_spec)
        desk.prepared_changed.connect(self._on_prepared)
        panel.spec_edited.connect(desk.set_spec)
        panel.remark_answered.connect(session.answer_remark)
        session.run.phase_changed.connect(self._on_phase)
        panel.cancel_requested.connect(desk.cancel)

    @Slot(str)
    def _on_loading(self, name: str) -> None:
        self._window.show_workbench(True)
        self._show_loading(name, 0.0)

    @Slot(float)
    def _on_progress(self, share: float) -> None:
        self._show_loading(self._session.data.loading, share)

    @Slot()
    def _on_loaded(self) -> None:
        self._show_loading(None, 0.0)
        self._window.show_workbench(self._session.data.table is not None)

    def _show_loading(self, name: str | None, share: float) -> None:
        self._window.experiment.data.show_loading(name, share)

    @Slot()
    def _on_table(self) -> None:
        table = self._session.data.table
        if table is None:
            return
        self._window.experiment.data.show_table(table)
        self._window.show_workbench(True)
        self._window.welcome.show_recent(self._session.preferences.recent)

    @Slot()
    def _on_amended(self) -> None:
        if self._session.data.table is not None:
            self._window.experiment.data.show_amended(self._session.data.table)

    @Slot()
    def _on_phase(self) -> None:
        """Allow answers to remarks after the training, too: the run stays in the list, and a new one begins."""
        reason, panel = self._session.run.why_not(RunCommand.OPEN) or "", self._window.experiment.data
        panel.remarks.set_open(reason)
        panel.leaks.set_open(reason)
        panel.notes.proposal.set_actions_open(reason)
        panel.notes.skewed.set_actions_open(reason)

    @Slot()
    def _on_spec(self) -> None:
        if self._session.data.spec is not None:
            self._window.experiment.data.show_spec(self._session.data.spec)

    @Slot()
    def _on_prepared(self) -> None:
        desk = self._session.data
        self._window.experiment.data.show_prepared(desk.prepared, desk.problem)
        if desk.problem is not None:
            self._window.status.show_sentence(str(desk.problem), "warning")
