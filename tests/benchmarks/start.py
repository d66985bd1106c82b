"""How long the start takes to the first paint of the window, beside a bare pyqtgraph window.

    python tests/benchmarks/start.py [--rounds 7]

Each round starts both in processes of their own, one after the other; the ratios are of the same round, so that a
machine that changes its speed hits both. CPU time is given beside wall time, for machines that do other things as well.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from time import perf_counter

BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
import pyqtgraph as pg
class Plot(pg.PlotWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))
app = QApplication([])
window = QMainWindow()
plot = Plot()
plot.plot([1, 2, 3], [1, 3, 2])
window.setCentralWidget(plot)
window.resize(1280, 800)
window.show()
app.exec()
"""
# The program itself, ended at a moment of its start: what it does after that, and its own end, are not measured.
OURS = """
import os, sys
from mlp_gui.app import main, startup
class Measured(startup.Startup):
    def __init__(self, app, front, options):
        super().__init__(app, front, options)
        front.window.first_painted.connect(self.end_now, startup.Qt.ConnectionType.QueuedConnection)
    def end_now(self):
        if {built}:  # the other slot of this signal has built the program, or does so in this turn of the loop
            startup.QTimer.singleShot(0, lambda: os._exit(0))
        else:
            os._exit(0)
startup.Startup = Measured
sys.argv = ["mlp-gui"]
main.start([])
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    codes = (BARE, OURS.format(built=False), OURS.format(built=True))
    for code in codes:
        _start(code)  # now the files are in the cache, and compiled as those of an installed program are
    taken = [[_start(code) for code in codes] for _ in range(rounds)]
    print(f"{'':34} {'wall ms':>8} {'ratio':>6} {'CPU ms':>8} {'ratio':>6}")
    for k, name in enumerate(("bare pyqtgraph window", "first paint of mlp_gui", "everything behind it is built")):
        wall, cpu = ([one[k][i] for one in taken] for i in (0, 1))
        shares = [_median([one[k][i] / one[0][i] for one in taken]) for i in (0, 1)]
        print(f"{name:34} {1000 * _median(wall):8.0f} {shares[0]:6.2f} {1000 * _median(cpu):8.0f} {shares[1]:6.2f}")


def _start(code: str) -> tuple[float, float]:
    """Seconds by the clock and of the processor."""
    settings = os.path.join(tempfile.mkdtemp(prefix="start-"), "settings.ini")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "MLP_GUI_SETTINGS": settings}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True)
    passed, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return passed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


if __name__ == "__main__":
    main()
