"""For whoever looks elsewhere: the desktop says when a long run has ended."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from mlp_gui.app.controllers.services import Services
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.shell.main_window import MainWindow


class NotificationsController(QObject):
    """Tells the desktop when a long run has ended. The tray icon lives only as long as its message.

    Attributes
    ----------
    last_notification : str
        What was said last; "" before.
    """

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window, self._run = session, window, session.run
        self._started = 0.0
        self.last_notification = ""  # the last notification
        self._tray: QSystemTrayIcon | None = None
        self._run.phase_changed.connect(self._on_phase)
        QGuiApplication.instance().applicationStateChanged.connect(self._on_state)  # type: ignore[union-attr]  # it runs

    @Slot()
    def _on_phase(self) -> None:
        if self._run.phase is Phase.RUNNING:
            self._started = self._started or monotonic()
            return
        seconds, self._started = (monotonic() - self._started if self._started else 0.0), 0.0
        long_enough = seconds >= self._session.preferences.settings.notify_after
        if seconds and long_enough and self._run.phase.is_resting and not self._window.isActiveWindow():
            self._notify(self._run.status_text)

    def _notify(self, sentence: str) -> None:
        self.last_notification = sentence
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            if self._tray is None:
                self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
                self._tray.messageClicked.connect(self._come_back)
                self._tray.activated.connect(self._come_back)
            self._tray.show()
            # Desktops take the sentence for markup, as the specification of notifications allows.
            bare = sentence.replace("&", "＆").replace("<", "‹").replace(">", "›")
            self._tray.showMessage(self._session.project.name or "mlp_gui", bare, self._window.windowIcon())

    @Slot(Qt.ApplicationState)
    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._tray is not None:
            self._tray.hide()

    @Slot()
    def _come_back(self) -> None:
        if self._tray is not None:
            self._tray.hide()
        self._window.showNormal() if self._window.isMinimized() else self._window.show()
        self._window.raise_()
        self._window.activateWindow()
