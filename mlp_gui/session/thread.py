"""The worker's thread, started on creation and ended cleanly, always: Qt aborts a process with a thread alive."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QThread

from mlp_gui.session.worker import Worker


class WorkerThread:
    """A QThread with a Worker inside."""

    def __init__(self) -> None:
        self.thread = QThread()
        self.thread.setObjectName("training")
        self.worker = Worker()
        self.worker.moveToThread(self.thread)
        self.thread.start()
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    def close(self) -> None:
        if self.thread.isRunning():
            self.thread.requestInterruption()
            self.thread.quit()
            self.thread.wait()
