"""Twenty thousand signals across a thread and two thousand redraws of the real plots; a script that must end with 0.

PySide6 6.12.0 on Python before 3.12 loses a reference in each: it dies after some 570 signals or 50 redraws.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import tempfile
from time import perf_counter

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["MLP_GUI_SETTINGS"] = os.path.join(tempfile.mkdtemp(prefix="endurance-"), "settings.ini")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QThread, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from mlp_gui.app.program import Program
from mlp_gui.session.training.phase import Phase

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
    """Counts plots that were really painted: per frame, those of which some part had a paint event."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._seen: set[int] = set()
        self._plot_of: dict[QObject, int] = {}

    def watch(self, number: int, plot: QWidget) -> None:
        for part in (plot, *plot.findChildren(QWidget)):
            self._plot_of[part] = number
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._seen.add(self._plot_of[watched])
        return False

    @Slot()
    def end_frame(self) -> None:
        self.count += len(self._seen)
        self._seen.clear()


def wait(signal: object, seconds: float) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)  # type: ignore[attr-defined]  # of any signature
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
    wait(run.built, 10)
    for number, plot in enumerate(program.window.plots):
        paints.watch(number, plot)
    program.training.clock.painted.connect(paints.end_frame)
    program.training.clock.interval = 0.0  # a frame after every slice
    run.train()
    end = perf_counter() + 150
    while paints.count < REDRAWS and run.phase is Phase.RUNNING and perf_counter() < end:
        wait(run.progressed, 10)
    run.stop()
    wait(run.phase_changed, 10)
    program.session.project.discard_unsaved()
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
