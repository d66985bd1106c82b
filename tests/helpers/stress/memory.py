"""Program: what stays in memory of many windows, or of one long run. Prints MB as it goes.

python -m helpers.stress.memory cycles 200
python -m helpers.stress.memory epochs 1000000
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtWidgets import QApplication

from helpers.cleanup import end
from mlp_gui.app.program import Program
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.network.config import LayerConfig
from mlp_gui.session.training.phase import Phase

PAGE = os.sysconf("SC_PAGE_SIZE")


def megabytes() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6


def wait(app: QApplication, condition: Callable[[], object]) -> None:
    while not condition():
        app.processEvents()


def opened(app: QApplication) -> Program:
    program = Program(app)
    program.window.show()
    program.open("sample:iris")
    wait(app, lambda: program.session.run.phase is Phase.READY)
    return program


def cycles(app: QApplication, count: int) -> None:
    """Open a window and a table, train, close."""
    for number in range(1, count + 1):
        program = opened(app)
        program.session.timeline.step_epochs(20)
        wait(app, lambda run=program.session.run: run.epoch == 20 and run.phase is Phase.PAUSED)
        end(program)
        del program
        gc.collect()
        if number in (1, 5) or number % 20 == 0:
            print(f"{number:6,} cycles  {megabytes():7.1f} MB", flush=True)


def epochs(app: QApplication, count: int) -> None:
    """Train one small network for so long in the window."""
    program = opened(app)
    run = program.session.run
    config = run.config
    hidden = (LayerConfig(units=2, activation=Tanh()),)
    training = config.training.replace(
        max_epochs=count, batch_size=1_000_000, stopping=config.training.stopping.replace(enabled=False)
    )
    run.set_config(config.replace(network=config.network.replace(hidden=hidden), training=training))
    wait(app, lambda: run.phase is Phase.READY and run.facts is not None)
    run.train()
    next_look, begun = 0, perf_counter()
    while run.phase is not Phase.FINISHED:
        app.processEvents()
        if run.epoch >= next_look:
            line = program.session.timeline.facts.used / 1e6
            took = perf_counter() - begun
            print(f"{run.epoch:9,} epochs  {megabytes():7.1f} MB, time line {line:5.1f}  {took:6.0f} s", flush=True)
            next_look += count // 20
    print(f"{run.epoch:9,} epochs  {megabytes():7.1f} MB")
    end(program)


if __name__ == "__main__":
    folder = tempfile.mkdtemp(prefix="memory-")
    settings = os.path.join(folder, "settings.ini")
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "MLP_GUI_SETTINGS": settings, "XDG_DATA_HOME": folder}
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    {"cycles": cycles, "epochs": epochs}[sys.argv[1]](application, int(sys.argv[2]))
