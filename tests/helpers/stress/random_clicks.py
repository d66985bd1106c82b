"""A storm: random clicks and keys on everything that can be pressed.

python -m helpers.stress.random_clicks CLICKS SEED...

It prints the phases that were seen and exits with 0 when the program survived, was never in an impossible state, and
left no thread behind.
"""

from __future__ import annotations

import faulthandler
import os
import random
import sys
import tempfile
import traceback

os.environ["QT_QPA_PLATFORM"] = "offscreen"
folder = tempfile.mkdtemp(prefix="storm-")
os.environ["MLP_GUI_SETTINGS"] = os.path.join(folder, "settings.ini")
os.environ["XDG_DATA_HOME"] = folder
os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # the offscreen platform complains about each dialog

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)

from helpers.cleanup import running_threads, visible_widgets
from mlp_gui.app.program import Program
from mlp_gui.session.training.phase import Phase, RunCommand, disabled_reason

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
STUCK_SECONDS = 100  # of one storm; then it ends with the stacks of all threads
CONTROL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton
KEYS = (
    (Qt.Key.Key_Space, NONE),
    (Qt.Key.Key_Space, NONE),
    (Qt.Key.Key_Right, NONE),
    (Qt.Key.Key_Right, SHIFT),
    (Qt.Key.Key_Right, CONTROL),
    (Qt.Key.Key_R, CONTROL),
    (Qt.Key.Key_B, NONE),
    (Qt.Key.Key_Up, NONE),
    (Qt.Key.Key_Tab, NONE),
    (Qt.Key.Key_Return, NONE),
    (Qt.Key.Key_Escape, NONE),
    (Qt.Key.Key_5, NONE),
    (Qt.Key.Key_Z, CONTROL),
)


def turn(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Storm:
    """Seeded: the same seed aims at the same kinds of things in the same order."""

    def __init__(self, program: Program, seed: int) -> None:
        self.program, self.random = program, random.Random(seed)
        self.phases: set[str] = set()
        self.crashes: list[str] = []
        program.crashes.crashed.connect(self.crashes.append)
        program.session.crashed.connect(self.crashes.append)
        program.session.run.phase_changed.connect(self.check)

    def check(self) -> None:
        """What the run says of itself must fit together at every change of phase."""
        run = self.program.session.run
        self.phases.add(run.phase.value)
        assert isinstance(run.phase, Phase)
        assert (run.dataset is None) <= (run.phase is Phase.EMPTY)
        if run.phase in (Phase.EMPTY, Phase.READY):
            assert run.epoch == len(run.history) == 0, (run.phase, run.epoch, len(run.history))
        assert all(disabled_reason(command, run.phase) != "" for command in RunCommand)

    def blow(self) -> None:
        dice = self.random.random()
        if dice < 0.35:
            self.press_key()
        else:
            self.click(self.target())
        turn(self.random.choice((0, 0, 1, 5, 20)))
        self.close_what_blocks()

    def press_key(self) -> None:
        window = QGuiApplication.focusWindow()
        if window is not None:
            QTimer.singleShot(15, self.close_popups)  # Space on a button with a menu runs a loop of its own
            QTest.keyClick(window, *self.random.choice(KEYS))

    def target(self) -> QWidget | None:
        """Something visible that can be pressed; what drives the run is chosen more often."""
        window, bar = self.program.window, self.program.window.control_bar
        if bar.isVisible() and self.random.random() < 0.4:
            return self.random.choice((bar.primary, bar.reset, bar.step))
        kinds = (QAbstractButton, QComboBox, QLineEdit, QTableView)
        top = QApplication.activeModalWidget() or window
        found = [w for kind in kinds for w in top.findChildren(kind) if w.isVisible() and w.isEnabled()]
        return self.random.choice(found) if found else None

    def click(self, widget: QWidget | None) -> None:
        if widget is None or widget.visibleRegion().isEmpty() or widget.window().windowHandle() is None:
            return
        place = widget.visibleRegion().boundingRect()
        at = QPoint(self.random.randint(place.left(), place.right()), self.random.randint(place.top(), place.bottom()))
        QTimer.singleShot(15, self.close_popups)  # some menus run a loop of their own
        QTest.mouseClick(widget.window().windowHandle(), LEFT, NONE, widget.mapTo(widget.window(), at))

    def close_popups(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is None:
            return
        if isinstance(popup, QMenu) and self.random.random() < 0.5:
            able = [a for a in popup.actions() if a.isEnabled() and not a.isSeparator() and a.menu() is None]
            if able:
                place = popup.actionGeometry(self.random.choice(able)).center()
                QTest.mouseClick(popup.windowHandle(), LEFT, NONE, place)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()

    def close_what_blocks(self) -> None:
        self.close_popups()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog) or (dialog is not None and self.random.random() < 0.3):
            dialog.close()
        if QGuiApplication.focusWindow() is None and QApplication.activeModalWidget() is None:
            self.program.window.activateWindow()


def weather(app: QApplication, seed: int, clicks: int) -> Storm:
    """One program, one storm."""
    program = Program(app)
    program.window.resize(1280, 800)
    program.window.show()
    storm = Storm(program, seed)
    program.open_sample(random.Random(seed).choice(("iris", "xor", "sine", "rings", "spirals", "busan_beach")))
    turn(300)
    for _ in range(clicks):
        if not program.window.isVisible():
            break
        storm.blow()
    for widget in visible_widgets():
        if widget is not program.window:
            widget.close()
    program.session.project.discard_unsaved()
    program.window.close()
    program.close()
    turn(1)  # what was put off to the next turn of the loop still wants the widgets
    assert not running_threads()
    for ended in (program, program.appearance, program.window):
        ended.deleteLater()
    turn(0)
    return storm


def main(clicks: int, seeds: list[int]) -> int:
    faulthandler.enable()
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    failed = False
    for seed in seeds:
        faulthandler.dump_traceback_later(STUCK_SECONDS, exit=True)
        try:
            storm = weather(app, seed, clicks)
        except Exception:  # the program has taken over sys.excepthook, and its threads would make Qt abort
            print(f"seed {seed}:", traceback.format_exc(), file=sys.stderr, flush=True)
            os._exit(1)
        print(seed, *sorted(storm.phases), flush=True)
        print(*(f"seed {seed}: {crash}" for crash in storm.crashes), sep="\n", end="", file=sys.stderr)
        failed = failed or bool(storm.crashes)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), [int(seed) for seed in sys.argv[2:]]))
