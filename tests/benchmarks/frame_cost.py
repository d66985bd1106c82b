"""What a frame costs: the four default plots at 1280 x 800, 201 weights, 218 points, a run that grows to 1,000 epochs.

Run: python tests/benchmarks/frame_cost.py. Prints milliseconds of wall time; FrameClock.paint_now draws synchronously.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from dataclasses import dataclass
from itertools import pairwise
from time import perf_counter

import numpy as np
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from mlp_gui.core.dataset import Task
from mlp_gui.engine.training.reports import Snapshot
from mlp_gui.views.plots.evaluation.predicted_vs_true import PredictedVsTruePlot
from mlp_gui.views.plots.network.parameters import GradientsPlot, WeightsPlot
from mlp_gui.views.plots.training.loss import LossPlot
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import LIGHT
from mlp_gui.views.widgets.frame_clock import FrameClock

SIZES = (13, 10, 5, 1)
PARAMETERS = sum((a + 1) * b for a, b in pairwise(SIZES))
EPOCHS, MILLION = 1000, 1_000_000


@dataclass(frozen=True, eq=False)
class Columns:
    epochs: np.ndarray
    train_loss: np.ndarray
    validation_loss: np.ndarray


@dataclass(frozen=True, eq=False)
class Rows:
    row_numbers: np.ndarray
    true: np.ndarray
    predicted: np.ndarray
    rows_in_subset: int


class Bench:
    """Four plots in a window, fed with a made-up run."""

    def __init__(self) -> None:
        self.rng = np.random.default_rng(0)
        self.window = QWidget()
        self.loss, self.fit, self.weights, self.gradients = (
            LossPlot(),
            PredictedVsTruePlot(),
            WeightsPlot(),
            GradientsPlot(),
        )
        self.plots = (self.loss, self.fit, self.weights, self.gradients)
        self.clock = FrameClock(1e6)
        grid = QGridLayout(self.window)
        for k, plot in enumerate(self.plots):
            grid.addWidget(plot, k // 2, k % 2)
            self.clock.register(plot)
        names = [f"input {k}" for k in range(SIZES[0])]
        for plot in (self.weights, self.gradients):
            plot.show_network(SIZES, names, ["y"])
        self.fit.show_task(Task.REGRESSION, ["y"])
        self.loss.show_early_stopping(50)
        self.history = self._run(MILLION)
        self.true = self.rng.normal(size=(218, 1))
        self.window.resize(1280, 800)
        self.window.show()
        QApplication.processEvents()

    def _run(self, epochs: int) -> Columns:
        x = np.arange(1.0, epochs + 1)
        noise = 0.4 * self.rng.random((2, epochs))
        falling = np.exp(-x / epochs * 5) + noise[0], 0.1 + 1.2 * np.exp(-x / epochs * 4) + noise[1]
        table = np.column_stack([x, *falling, *np.zeros((7, epochs))])
        return Columns(*table.T[:3])  # strided, as the columns of a history are

    def feed_loss(self, n: int) -> None:
        h = self.history
        self.loss.show_history(Columns(h.epochs[:n], h.train_loss[:n], h.validation_loss[:n]))
        self.loss.show_best(max(1, n // 2), 0.8)

    def feed_fit(self, n: int) -> None:
        predicted = self.true * min(1.0, n / EPOCHS) + 0.1 * self.rng.normal(size=self.true.shape)
        rows = np.arange(218)
        parts = {"training": slice(0, 152), "validation": slice(152, 218)}
        self.fit.show_predictions({k: Rows(rows[s], self.true[s], predicted[s], 66) for k, s in parts.items()})

    def feed_heat(self, n: int) -> None:
        theta, gradient = self.rng.normal(size=(2, PARAMETERS))
        for plot in (self.weights, self.gradients):
            plot.show_snapshot(Snapshot(n, 0, theta, gradient))

    def measure(self, label: str, feeds, epochs) -> None:
        times = []
        for n in epochs:
            for feed in feeds:
                feed(n)
            start = perf_counter()
            self.clock.paint_now()
            times.append(1e3 * (perf_counter() - start))
        p90 = np.percentile(times, 90)
        print(f"{label:44s} median {np.median(times):6.2f} ms   p90 {p90:6.2f}   max {max(times):6.2f}")


def main() -> None:
    app = QApplication([])
    style.apply(app, LIGHT)
    bench = Bench()
    every = (bench.feed_loss, bench.feed_fit, bench.feed_heat)
    bench.measure("(warming up)", every, range(1, 30))
    growing = range(30, EPOCHS + 1, 5)
    bench.measure("loss", (bench.feed_loss,), growing)
    bench.measure("predicted against true", (bench.feed_fit,), growing)
    bench.measure("weights and gradients", (bench.feed_heat,), growing)
    bench.measure("all four, a run growing to 1,000 epochs", every, growing)
    bench.measure("loss, 1,000,000 epochs, growing", (bench.feed_loss,), range(MILLION - 40_000, MILLION, 400))

    def anew(n: int) -> None:
        for curve in bench.loss.axes.curves.values():
            curve.invalidate()
        bench.feed_loss(n)

    bench.measure("loss, 1,000,000 epochs, drawn anew", (anew,), [MILLION] * 30)
    true = bench.rng.normal(size=(MILLION, 1))
    rows = Rows(np.arange(MILLION), true, true + 0.3 * bench.rng.normal(size=true.shape), MILLION)
    bench.fit.clear()
    bench.measure("1,000,000 points", (lambda n: bench.fit.show_predictions({"training": rows}),), range(10))
    bench.window.close()


if __name__ == "__main__":
    main()
