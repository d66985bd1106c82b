"""What a change of theme, of text size and of presentation costs the window, beside what it cost before.

    python tests/benchmarks/theme.py [--rounds 5]

The tutorial's window at 1280 x 800. Before: one application style sheet replaced by the other, Qt's slow path. Both
ways take turns in one process; processor time of the GUI thread in the call that freezes the window, each one's best.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from time import thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["MLP_GUI_SETTINGS"] = os.path.join(tempfile.mkdtemp(), "settings.ini")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from mlp_gui.app.application import Application
from mlp_gui.app.program import Program
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import DARK, LIGHT, Palette
from mlp_gui.views.theme.stylesheet import build_stylesheet

SETTLE = 400  # ms in which what a change has posted is done
MUST = 0.25
CHANGES = {
    "theme": (DARK, 1.0),
    "text size": (DARK, 1.1),
    "presenting": (DARK, 1.5),
    "back again": (LIGHT, 1.0),
}


def replace_sheet(app: QApplication, palette: Palette, scale: float) -> None:
    """Apply as before: the same steps, without taking the old sheet away first."""
    apply_sheet = app.setStyleSheet
    app.setStyleSheet = lambda sheet: apply_sheet(sheet) if sheet else None  # type: ignore[method-assign]
    try:
        style.apply(app, palette, scale)
    finally:
        del app.setStyleSheet


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    app = Application([])
    program = Program(app)
    program.window.resize(1280, 800)
    program.window.show()
    program.open_preset("tutorial")
    while program.session.run.phase is not Phase.READY:
        pause(50)
    pause(1000)
    print(f"{len(app.allWidgets())} widgets, style sheet of {len(build_stylesheet(LIGHT)):,} letters")
    worst = report(measure(app, options.rounds))
    program.quit()
    program.close()
    return int(worst > MUST)


def measure(app: QApplication, rounds: int) -> dict[str, tuple[float, float]]:
    """Return the seconds of each change, (before, now)."""
    ways: tuple[Callable[[QApplication, Palette, float], None], ...] = (replace_sheet, style.apply)
    times: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in CHANGES}
    for _ in range(rounds):
        for way, apply in enumerate(ways):
            for name, look in CHANGES.items():
                start = thread_time()
                apply(app, *look)
                times[name][way].append(thread_time() - start)
                pause(SETTLE)
    return {name: (min(before), min(now)) for name, (before, now) in times.items()}


def report(times: dict[str, tuple[float, float]]) -> float:
    """Print the table and return the largest share."""
    print(f"{'change':12} {'before':>8} {'now':>8} {'share':>7}   must be at most {MUST}")
    for name, (before, now) in times.items():
        print(f"{name:12} {before:7.2f}s {now:7.2f}s {now / before:7.2f}")
    return max(now / before for before, now in times.values())


def pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
