"""How many single runs K networks cost that are trained together; K of them one after the other are in the same table.

    OMP_NUM_THREADS=1 python tests/benchmarks/lockstep.py [full small middle]

Everything counts that a run does: reports, validation, stopping rules. Each candidate trains in turn, in one process;
the best of several rounds counts.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import thread_time

import numpy as np
from threadpoolctl import threadpool_limits
from timing import Candidate, Finding, Target, report, summary

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from engine import FOREVER, numbers

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.engine.lockstep.lockstep import Lockstep
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.presets import TUTORIAL

ROUNDS, SECONDS, CALLS = 20, 0.05, 3
PATIENCE = StoppingConfig(patience=1_000_000)


def with_seed(config: RunConfig, k: int) -> RunConfig:
    return config.replace(network=config.network.replace(seed=k), training=config.training.replace(seed=k))


def trained_in_turn(trainers: list[Trainer]) -> Callable[[], object]:
    walks: list[Iterator[object]] = [trainer.epochs() for trainer in trainers]
    return lambda: [next(walk) for walk in walks]


def trained_together(walk: Iterator[list[object]], k: int) -> Callable[[], object]:
    """As many epochs as there are networks: those that are not faster together are trained one after the other."""

    def run() -> None:
        done = 0
        while done < k:
            done += len(next(walk))

    return run


def compare(case: str, config: RunConfig, dataset: Dataset, most: dict[int, float]) -> list[Finding]:
    """Most: by number of networks, the single runs that they may cost."""
    single = Candidate("1 network", trained_in_turn([Trainer(config, dataset)]))
    candidates = [single]
    for k in most:
        configs = [with_seed(config, seed) for seed in range(k)]
        walk = Lockstep(configs, dataset).epochs()
        candidates.append(Candidate(f"{k} networks together", trained_together(walk, k)))
        candidates.append(
            Candidate(f"{k} networks in turn", trained_in_turn([Trainer(one, dataset) for one in configs]))
        )
    with threadpool_limits(1):
        measure(candidates)
    report(case, case, candidates, single, {})
    return [
        Finding(
            case, f"of a single run: {c.name}", c.best / single.best, Target(most[int(c.name.split()[0])], most=True)
        )
        for c in candidates
        if c.name.endswith("together")
    ]


def measure(candidates: list[Candidate]) -> None:
    """The time of the processor, which other work on the machine does not lengthen much; the fastest call counts."""
    for _ in range(ROUNDS):
        for candidate in candidates:
            end = thread_time() + SECONDS
            while (start := thread_time()) < end:
                for _ in range(CALLS):
                    candidate.run()
                candidate.best = min(candidate.best, (thread_time() - start) / CALLS)


def tutorial(batch_rows: int, dtype: str) -> tuple[RunConfig, Dataset]:
    table = open_table(TUTORIAL.source)
    training = TUTORIAL.config.training.replace(batch_size=batch_rows, max_epochs=FOREVER, stopping=PATIENCE)
    network = TUTORIAL.config.network.replace(dtype=dtype)
    return RunConfig(network, training), prepare(table, TUTORIAL.spec_for(table)).dataset


def full() -> list[Finding]:
    found = []
    for dtype, most in (("float64", {8: 5.3, 32: 18}), ("float32", {8: 3.2, 32: 9.5})):
        found += compare(f"Tutorial, all 152 rows at once, {dtype}", *tutorial(152, dtype), most)
    return found


def small() -> list[Finding]:
    found = []
    for dtype in ("float64", "float32"):
        found += compare(f"Tutorial, batches of 32, {dtype}", *tutorial(32, dtype), {8: 8, 32: 32})
    return found


def middle() -> list[Finding]:
    x, y, xv, yv = numbers(2000, 13, 500)
    parts = [SubsetData(a, b, np.arange(len(a))) for a, b in ((x, y), (xv, yv), (x[:0], y[:0]))]
    dataset = Dataset(*parts, tuple(f"x{i}" for i in range(13)), ("y",), Task.REGRESSION)
    found = []
    for dtype, rows in (("float64", 32), ("float32", 32), ("float64", 2000)):
        network = NetworkConfig((LayerConfig(64, Tanh()), LayerConfig(64, Tanh())), dtype=dtype)
        training = TrainingConfig(batch_size=rows, max_epochs=FOREVER, stopping=PATIENCE)
        found += compare(
            f"2,000 x 13, 64-64, batches of {rows}, {dtype}", RunConfig(network, training), dataset, {5: 5}
        )
    return found


PARTS = {"full": full, "small": small, "middle": middle}

if __name__ == "__main__":
    summary([finding for part in sys.argv[1:] or PARTS for finding in PARTS[part]()])
