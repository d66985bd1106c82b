"""What the window costs: training speed beside the engine alone, frames, lateness of the event loop, time to stop.

    python tests/benchmarks/window.py [--seconds 5] [--rounds 3] [--platform offscreen|xvfb|here]

The tutorial's network and data with unlimited epochs, early stopping off, at 1280 x 800 with the four plots of a fresh
start. Engine and window take turns, so that a change of the machine's speed hits both; medians of the rounds are given.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from time import perf_counter
from typing import Any

FOREVER = 10**9
TICK_MS = 10


@dataclass(frozen=True)
class Figures:
    """One round.

    Epochs per second in the window and alone, frames and repaints of one plot a second, lateness of a 10 ms timer in
    ms, ms to stop.
    """

    window: float
    alone: float
    frames: float
    repaints: float
    frame_ms: float
    late: tuple[float, float, float]
    stop_ms: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0, help="of training in the window, each round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--platform", choices=("offscreen", "xvfb", "here"), default=None)
    options = parser.parse_args()
    if options.platform is None:
        return max(_in_a_child(name, options) for name in ("offscreen", "xvfb"))
    if options.platform == "xvfb":
        return _in_a_child("xvfb", options)
    return _measure(options)


def _in_a_child(platform: str, options: argparse.Namespace) -> int:
    command = [sys.executable, __file__, "--seconds", str(options.seconds), "--rounds", str(options.rounds)]
    environment = {**os.environ, "QT_LOGGING_RULES": "default.warning=false"}
    if platform == "xvfb":
        if shutil.which("xvfb-run") is None:
            print("xvfb: xvfb-run is not installed (Debian: apt install xvfb xauth)")
            return 0
        environment = {name: value for name, value in environment.items() if not name.startswith("QT_QPA")}
        command = ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", *command, "--platform", "here"]
    else:
        environment["QT_QPA_PLATFORM"] = "offscreen"
        command += ["--platform", "offscreen"]
    return subprocess.run(command, env=environment, check=False).returncode


def _measure(options: argparse.Namespace) -> int:
    if options.platform == "offscreen":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["MLP_GUI_SETTINGS"] = os.path.join(tempfile.mkdtemp(prefix="window-"), "settings.ini")
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    bench = Bench(app)
    rounds = [bench.round(options.seconds) for _ in range(options.rounds)]
    bench.end()
    _report(app.platformName(), rounds)
    return 0


class Bench:
    """A program whose run goes on until it is stopped."""

    def __init__(self, app: Any) -> None:
        from mlp_gui.app.interpreter_tuning import freeze_garbage_collector, shorten_switch_interval
        from mlp_gui.app.program import Program
        from mlp_gui.session.training.phase import Phase

        self.program = Program(app)
        self.program.window.resize(1280, 800)
        self.program.window.show()
        shorten_switch_interval()  # as when the program opens
        freeze_garbage_collector()
        self.run, self.clock = self.program.session.run, self.program.training.clock
        self.program.open_preset("tutorial")
        self._until(self.run.phase_changed, lambda: self.run.phase is Phase.READY)
        training = self.run.config.training
        endless = training.replace(max_epochs=FOREVER, stopping=training.stopping.replace(enabled=False))
        self.run.set_config(self.run.config.replace(training=endless))
        self._until(self.run.built, lambda: self.run.facts is not None)
        self._pause(0.5)
        print("visible:", ", ".join(plot.label for plot in self.program.window.plots if plot.isVisible()))

    def round(self, seconds: float) -> Figures:
        alone = self._alone(seconds / 2)
        self.run.train()
        self._pause(0.3)
        late = Lateness()
        frames, in_frames, epochs, start = self.clock.frames, self.clock.seconds, self.run.epoch, perf_counter()
        late.begin()
        self._pause(seconds)
        late.end()
        passed, frames, epochs = perf_counter() - start, self.clock.frames - frames, self.run.epoch - epochs
        in_frames = self.clock.seconds - in_frames
        per_frame = 1000 * in_frames / max(1, frames)
        rates = frames / passed, frames / passed / self.clock.parts
        return Figures(epochs / passed, alone, *rates, per_frame, late.quantiles(), self._stop())

    def end(self) -> None:
        self.program.session.project.discard_unsaved()
        self.program.window.close()
        self.program.close()

    def _alone(self, seconds: float) -> float:
        from mlp_gui.engine.training.trainer import Trainer

        trainer = Trainer(self.run.config, self.run.dataset)
        start, epochs = perf_counter(), 0
        while perf_counter() - start < seconds:
            epochs += len(trainer.advance(0.012))
        return epochs / (perf_counter() - start)

    def _stop(self) -> float:
        """Milliseconds from the command to the phase that says it is done."""
        from mlp_gui.session.training.phase import Phase

        start = perf_counter()
        self.run.stop()
        self._until(self.run.phase_changed, lambda: self.run.phase is Phase.PAUSED)
        return 1000 * (perf_counter() - start)

    def _pause(self, seconds: float) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    def _until(self, signal: Any, reached: Any) -> None:
        from PySide6.QtCore import QEventLoop

        while not reached():
            loop = QEventLoop()
            signal.connect(loop.quit)
            loop.exec()
            signal.disconnect(loop.quit)


class Lateness:
    """How much later than its 10 ms a precise timer of the GUI thread comes."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._late: list[float] = []
        self._last = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        self._last = perf_counter()
        self._timer.start(TICK_MS)

    def end(self) -> None:
        self._timer.stop()

    def quantiles(self) -> tuple[float, float, float]:
        import numpy as np

        p50, p99, most = np.quantile(self._late, (0.5, 0.99, 1.0))
        return float(p50), float(p99), float(most)

    def _tick(self) -> None:
        now = perf_counter()
        self._late.append(max(0.0, 1000 * (now - self._last) - TICK_MS))
        self._last = now


def _report(platform: str, rounds: list[Figures]) -> None:
    import numpy as np

    def median(values: list[float]) -> float:
        return float(np.median(values))

    share = [one.window / one.alone for one in rounds]
    p50, p99, most = np.array([one.late for one in rounds]).T
    print(f"platform          {platform}, {len(rounds)} rounds, load of the machine {os.getloadavg()[0]:.1f}")
    print(f"engine alone      {median([one.alone for one in rounds]):,.0f} epochs/s")
    print(f"in the window     {median([one.window for one in rounds]):,.0f} epochs/s")
    print(f"share             {median(share):.2f} (rounds: {', '.join(f'{s:.2f}' for s in share)})")
    print(f"frames            {median([one.frames for one in rounds]):.1f} a second")
    print(f"one plot          {median([one.repaints for one in rounds]):.1f} repaints a second")
    print(f"a frame           {median([one.frame_ms for one in rounds]):.1f} ms")
    late = f"p50 {np.median(p50):.1f}, p99 {np.median(p99):.1f}, max {most.max():.1f} ms"
    print(f"10 ms timer late  {late}")
    stops = [one.stop_ms for one in rounds]
    print(f"Stop takes effect {median(stops):.1f} ms, at most {max(stops):.1f} ms", flush=True)


if __name__ == "__main__":
    sys.exit(main())
