"""Work in the background: what takes more than half a second is shown with its progress, and can be cancelled."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.translation import tr
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.widgets.task_card import TaskCard

PATIENCE = 0.5  # seconds before a task is worth a word
TICK_MS = 250


class BackgroundTasksController(QObject):
    """Shows the task that has been at work for the longest.

    Attributes
    ----------
    card : TaskCard
        Hidden while no task takes more than half a second.
    """

    def __init__(self, tasks: Iterable[BackgroundTask], window: MainWindow, services: Services) -> None:
        """Show those of the tasks that have a title."""
        super().__init__(services)
        self._window = window
        self.card = TaskCard(window)
        self.card.cancel_requested.connect(self._on_cancel)
        self._begun: dict[BackgroundTask, float] = {}
        self._shares: dict[BackgroundTask, float] = {}
        self._shown: BackgroundTask | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._look)
        for slot in tasks:
            if slot.title:
                self.watch(slot)

    def watch(self, slot: BackgroundTask) -> None:
        """Show work in this slot from now on."""
        slot.started.connect(self._on_started)
        slot.progressed.connect(self._on_progressed)

    @Slot()
    def _on_started(self) -> None:
        slot = self.sender()
        if isinstance(slot, BackgroundTask):
            self._begun[slot] = monotonic()
            self._shares.pop(slot, None)
            self._timer.start()

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        slot = self.sender()
        if isinstance(slot, BackgroundTask):
            self._shares[slot] = share

    @Slot()
    def _look(self) -> None:
        now = monotonic()
        self._begun = {slot: begun for slot, begun in self._begun.items() if slot.busy}
        slow = [slot for slot, begun in self._begun.items() if now - begun >= PATIENCE]
        self._shown = slow[0] if slow else None
        if self._shown is None:
            self.card.hide()
        else:
            share = self._shares.get(self._shown)
            self.card.show_task(self._host(), tr(self._shown.title), share, now - self._begun[self._shown])
        if not self._begun:
            self._timer.stop()

    def _host(self) -> QWidget:
        """Return the window in front of this program's own; not one that may go before the work is done."""
        active = QApplication.activeWindow()
        if active is None or isinstance(active, QDialog) or active.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose):
            return self._window
        owner: QObject | None = active
        while owner is not None and owner is not self._window:
            owner = owner.parent()
        return self._window if owner is None else active

    @Slot()
    def _on_cancel(self) -> None:
        if self._shown is not None:
            self._shown.cancel_by_user()
        self._look()
