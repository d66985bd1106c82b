"""Program: change the theme again and again while widgets lie about as cyclic garbage and a thread allocates.

Prints how many collections fell into a change of theme. Modes: `program` (the window's collector), `alone` (a script
that only uses `style.apply`), `bare` (the style sheet set without care, and no garbage, so that the process survives).
"""

from __future__ import annotations

import gc
import sys
import threading

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from mlp_gui.app.garbage_collector import INTERVAL, GarbageCollector
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import DARK, LIGHT
from mlp_gui.views.theme.stylesheet import build_stylesheet

CHANGES = 8


class Cycle(QWidget):
    """Only the cycle collector can free it; it allocates while Qt styles it."""

    styled = False
    collections = 0

    def __init__(self) -> None:
        super().__init__()
        self.me = self
        layout = QVBoxLayout(self)
        for i in range(20):
            layout.addWidget(QLabel(str(i)))

    def changeEvent(self, event: QEvent) -> None:
        Cycle.styled = True
        if event.type() == QEvent.Type.StyleChange:
            knot()
        super().changeEvent(event)
        Cycle.styled = False


def knot() -> None:
    """Leave garbage that makes Python want to collect."""
    tied: list[object] = [[] for _ in range(200)]
    tied.append(tied)


def on_collection(phase: str, facts: dict[str, int]) -> None:
    Cycle.collections += Cycle.styled and phase == "start"


def allocate(ended: threading.Event) -> None:
    while not ended.wait(0.001):
        knot()


def drop_widgets() -> None:
    """Make widgets of the oldest generation and drop them: a collection frees them while Qt styles the others."""
    widgets = [Cycle() for _ in range(20)]
    gc.collect(1)
    del widgets


def pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(mode: str) -> None:
    app, ended = QApplication([]), threading.Event()
    style.apply(app, LIGHT)
    kept = [Cycle() for _ in range(20)]
    gc.callbacks.append(on_collection)
    gc.freeze()
    gc.set_threshold(60, 2, 2)
    thread = threading.Thread(target=allocate, args=(ended,))
    collector = GarbageCollector(is_busy=lambda: True)
    if mode == "program":
        collector.start()
        thread.start()
    for i in range(CHANGES):
        if mode == "bare":
            app.setStyleSheet("")
            app.setStyleSheet(build_stylesheet((DARK, LIGHT)[i % 2]))
            continue
        drop_widgets()
        style.apply(app, (DARK, LIGHT)[i % 2], 1 + i % 3 / 10)
        if mode == "program":
            pause(2 * INTERVAL)
    ended.set()
    if mode == "program":
        thread.join()
        collector.stop()
    print(Cycle.collections, len(kept))


if __name__ == "__main__":
    main(sys.argv[1])
