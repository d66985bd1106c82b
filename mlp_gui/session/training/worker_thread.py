"""The worker's thread and the queued signals that lead into it and out of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from mlp_gui.session.training.worker import Worker


class WorkerThread(QObject):
    """A QThread with a Worker inside. Emitting a command here runs the worker's slot over there, in order.

    It ends cleanly, always: Qt aborts a process that exits with a thread alive.

    Attributes
    ----------
    worker : Worker

    Signals
    -------
    build(Job), advance(SliceRequest), retune(RunConfig), reset, report_weights, checkpoint
        The commands.
    """

    build = Signal(object)  # Job
    advance = Signal(object)  # Advance
    retune = Signal(object)  # RunConfig
    reset = Signal()
    report_weights = Signal()
    checkpoint = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread()
        self._thread.setObjectName("training")
        self.worker = worker = Worker()
        # From here on Qt queues the commands below: their slots run in the worker's thread, in order.
        worker.moveToThread(self._thread)
        self.build.connect(worker.build)
        self.advance.connect(worker.advance)
        self.retune.connect(worker.retune)
        self.reset.connect(worker.reset)
        self.report_weights.connect(worker.report_weights)
        self.checkpoint.connect(worker.checkpoint)
        self._thread.start()
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    @Slot()
    def close(self) -> None:
        """Stop the thread; safe to call twice."""
        if self._thread.isRunning():
            self._thread.requestInterruption()
            self._thread.quit()
            self._thread.wait()
