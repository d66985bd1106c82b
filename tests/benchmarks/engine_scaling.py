"""Cost and memory of an epoch over rows and over parameters.

    python tests/benchmarks/engine_scaling.py [IMAGE.png]

Prints both and, with the extra `bench` installed, draws them. Straight lines of slope 1 are linear cost.
"""

from __future__ import annotations

import sys
import tracemalloc

import numpy as np
from engine import numbers, trainer
from timing import Candidate, Finding, Target, measure, summary

from mlp_gui.engine.network.activations import ReLU
from mlp_gui.engine.optimizers.adam import Adam

ROWS = (1_000, 3_162, 10_000, 31_623, 100_000, 316_228, 1_000_000)
WIDTHS = (5, 17, 50, 100, 300, 1_000)


def cost(rows: int, inputs: int, hidden: tuple[int, ...], batch: int) -> tuple[float, int, float]:
    """(seconds per epoch, parameters, peak memory of data and engine / size of data + parameters + optimizer state)."""
    data = numbers(rows, inputs, rows // 4)
    tracemalloc.start()
    run = trainer(data, hidden, ReLU(), batch, optimizer=Adam())
    run.step_epoch()
    engine = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    given = sum(array.nbytes for array in data)
    needed = given + run.network.theta.nbytes + run.optimizer_state.nbytes
    candidate = Candidate("", run.step_epoch)
    measure([candidate], rounds=5, seconds=0.1)
    return candidate.best, run.network.n_parameters, (given + engine) / needed


def over_rows() -> list[tuple[float, float, float]]:
    print(f"\n{'rows':>10} {'s / epoch':>12} {'us / row':>10} {'memory':>8}   16-32-1 relu, batch 256, Adam")
    found = []
    for rows in ROWS:
        seconds, _, memory = cost(rows, 16, (32,), 256)
        print(f"{rows:10,} {seconds:12.5f} {seconds / rows * 1e6:10.3f} {memory:8.2f}")
        found.append((rows, seconds, memory))
    return found


def over_parameters() -> list[tuple[float, float, float]]:
    print(f"\n{'parameters':>10} {'s / epoch':>12} {'ns / parameter':>14} {'memory':>8}   1,000 rows, batch 32, Adam")
    found = []
    for width in WIDTHS:
        seconds, parameters, memory = cost(1_000, 16, (width, width), 32)
        print(f"{parameters:10,} {seconds:12.5f} {seconds / parameters * 1e9:14.2f} {memory:8.2f}")
        found.append((parameters, seconds, memory))
    return found


def slope(points: list[tuple[float, float, float]]) -> float:
    """Of the upper half of the points on double logarithmic axes: 1 is linear."""
    x, seconds, _ = np.log(np.array(points[len(points) // 2 - 1 :])).T
    return float(np.polyfit(x, seconds, 1)[0])


def findings(rows: list[tuple[float, float, float]], parameters: list[tuple[float, float, float]]) -> list[Finding]:
    linear, memory = Target(1.1, 1.0, most=True), Target(1.5, most=True)
    return [
        Finding("10^3 to 10^6 rows", "growth of the cost (1: linear)", slope(rows), linear),
        Finding("10^2 to 10^6 parameters", "growth of the cost (1: linear)", slope(parameters), linear),
        Finding("10^6 rows", "of data, parameters and optimizer state, in memory", rows[-1][2], memory),
        Finding("10^6 parameters, 10^3 rows", "of the same, in memory", parameters[-1][2], memory),
    ]


def draw(path: str, curves: dict[str, list[tuple[float, float, float]]]) -> None:
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(1, 2, figsize=(9, 4), layout="constrained")
    for axis, (name, points) in zip(axes, curves.items(), strict=True):
        x, seconds, memory = np.array(points).T
        axis.loglog(x, seconds, "o-", color="#0072B2", label="seconds per epoch")
        axis.loglog(x, seconds[-1] * x / x[-1], ":", color="#999999", label="linear")
        axis.set(xlabel=name, ylabel="seconds per epoch")
        twin = axis.twinx()
        twin.semilogx(x, memory, "s--", color="#E69F00", label="memory / (data + parameters + optimizer state)")
        twin.set(ylim=(0, max(4, memory.max() * 1.1)), ylabel="memory ratio")
    figure.legend(handles=[*axes[0].lines, *twin.lines], loc="outside lower center", ncols=3, fontsize=8)
    figure.savefig(path, dpi=150)


if __name__ == "__main__":
    rows, parameters = over_rows(), over_parameters()
    summary(findings(rows, parameters))
    if len(sys.argv) > 1:
        draw(sys.argv[1], {"training rows": rows, "parameters": parameters})
