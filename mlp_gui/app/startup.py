"""The opening of the program: its first page is painted, then everything behind it is imported and built."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from mlp_gui.app.application import Application
from mlp_gui.app.first_window import FirstWindow
from mlp_gui.app.interpreter_tuning import freeze_garbage_collector, shorten_switch_interval

if TYPE_CHECKING:
    from mlp_gui.app.program import Program
    from mlp_gui.app.smoke_run import SmokeRun

PATIENCE = 1000  # ms that a window which nobody sees (minimised, another desktop) waits for its first paint


class Startup(QObject):
    """Builds the program when its first page is painted. What a person clicks or types meanwhile waits in Qt's queue.

    Signals
    -------
    failed
        Emitted while the exception is being handled.
    """

    failed = Signal()  # emitted while the exception is being handled

    def __init__(self, app: Application, front: FirstWindow, options: argparse.Namespace) -> None:
        super().__init__()
        self._app, self._front, self._options = app, front, options
        self._program: Program | None = None
        self._test: SmokeRun | None = None

    def begin(self) -> None:
        """Show the first page; the rest follows when it is painted."""
        # Queued, because the signal comes from within the paint, which has to reach the screen before the long work.
        self._front.window.first_painted.connect(self._build, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(PATIENCE, self, self._build)
        self._front.window.show()

    def end(self, code: int) -> int:
        """Close the program and return the exit code, when the event loop has ended with `code`."""
        if self._program is not None:
            self._program.close()
        return code if self._test is None else self._test.code

    @Slot()
    def _build(self) -> None:
        if self._program is not None:  # both the paint and the timer come here
            return
        try:
            from mlp_gui.app.program import Program

            self._program = Program(self._app, self._front)
        except Exception:
            self.failed.emit()
            raise
        shorten_switch_interval()
        freeze_garbage_collector()
        self._open_what_was_asked(self._program)

    def _open_what_was_asked(self, program: Program) -> None:
        options, app = self._options, self._app
        if not options.self_test:
            program.project.offer_recovery()
        if options.preset:
            program.open_preset(options.preset)
        elif options.file:
            program.open(options.file)
        elif app.waiting:
            program.open(app.waiting)
        app.file_requested.connect(program.open)
        if options.self_test:
            from mlp_gui.app.smoke_run import SmokeRun

            self._test = SmokeRun(program.session, program.window, program.crashes, options.self_test)
            self._test.finished.connect(program.quit)
            QTimer.singleShot(0, self._test, self._test.start)
