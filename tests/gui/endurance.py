"""Twenty thousand signals across a thread and two thousand redraws of the real plots; a script that must end with 0.

PySide6 6.12.0 on Python before 3.12 loses a reference in each: it dies after some 570 signals or 50 redraws.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import tempfile

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["MLP_GUI_SETTINGS"] = os.path.join(tempfile.mkdtemp(prefix="endurance-"), "settings.ini")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QThread, QTimer, Signal, Slot  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from mlp_gui.app.program import Program  # noqa: E402
from mlp_gui.session.phase import Phase  # noqa: E402

SIGNALS, REDRAWS = 20_000, 2_000


class Sender(QObject):
    sent = Signal(object)
    ended = Signal()

    @Slot()
    def send(self) -> None:
        for number in range(SIGNALS):
            self.sent.emit((number, True, None))
        self.ended.emit()


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[int] = []

    @Slot(object)
    def take(self, what: tuple[int, bool, None]) -> None:
        self.got.append(what[0])


class Paints(QObject):
    """Counts what is really painted: the paint events of each plot's canvas, the largest widget in it."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def wait(signal: object, seconds: float) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)  # type: ignore[attr-defined]
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def signals() -> None:
    thread, sender, receiver = QThread(), Sender(), Receiver()
    sender.moveToThread(thread)
    sender.sent.connect(receiver.take)
    thread.started.connect(sender.send)
    thread.start()
    wait(sender.ended, 60)
    thread.quit()
    thread.wait()
    assert receiver.got == list(range(SIGNALS)), len(receiver.got)


def redraws(app: QApplication) -> int:
    program = Program(app)
    program.window.resize(1280, 800)
    program.window.show()
    run, paints = program.session.run, Paints()
    program.open_sample("spirals")
    while run.phase is not Phase.READY:
        wait(run.phase_changed, 10)
    training = run.config.training
    stopping = training.stopping.replace(enabled=False)
    run.set_config(run.config.replace(training=training.replace(max_epochs=10**7, stopping=stopping)))
    wait(run.was_built, 10)
    for plot in program.window.plots:
        canvas = max(plot.findChildren(QWidget), key=lambda widget: widget.width() * widget.height())
        canvas.installEventFilter(paints)
    program._run.clock.interval = 0.0  # a frame after every slice
    run.train()
    while paints.count < REDRAWS and run.phase is Phase.RUNNING:
        wait(run.progressed, 10)
    run.stop()
    wait(run.phase_changed, 10)
    program.session.project.let_go()
    program.window.close()
    program.close()
    return paints.count


if __name__ == "__main__":
    faulthandler.enable()
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    signals()
    painted = redraws(application)
    print(SIGNALS, painted)
    sys.exit(0 if painted >= REDRAWS else 1)
