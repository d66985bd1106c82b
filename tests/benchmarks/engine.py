"""The engine's speed beside others', as ratios of one run, and in the end every number beside what is asked for.

    python tests/benchmarks/engine.py [small adam middle large scaling]

Each candidate trains the same network on the same numbers in turn; the best of several rounds counts.
"""

from __future__ import annotations

import itertools
import sys

import numpy as np
from peers import c_loop, keras, pytorch, scikit_learn
from straightforward import SGD as PlainSGD
from straightforward import Adam as PlainAdam
from straightforward import Perceptron
from straightforward import ReLU as PlainReLU
from straightforward import Sigmoid as PlainSigmoid
from threadpoolctl import threadpool_limits
from timing import Candidate, Finding, Target, measure, report, summary

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.network.activations import ReLU, Sigmoid
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.engine.training.trainer import Trainer

FOREVER = 10**9


def numbers(rows: int, inputs: int, validation: int, seed: int = 0):
    """(x, y, x_validation, y_validation) of a smooth target with noise."""
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((rows + validation, inputs))
    y = np.sin(x @ rng.standard_normal((inputs, 1))) + 0.1 * rng.standard_normal((rows + validation, 1))
    return x[:rows], y[:rows], x[rows:], y[rows:]


def trainer(data, hidden, activation, batch, dtype="float64", **settings) -> Trainer:
    x, y, xv, yv = data
    parts = [SubsetData(a, b, np.arange(len(a))) for a, b in ((x, y), (xv, yv), (x[:0], y[:0]))]
    names = tuple(f"x{i}" for i in range(x.shape[1]))
    dataset = Dataset(*parts, names, ("y",), Task.REGRESSION)
    network = NetworkConfig(tuple(LayerConfig(n, activation) for n in hidden), dtype=dtype)
    training = TrainingConfig(
        batch_size=batch, max_epochs=FOREVER, stopping=StoppingConfig(patience=1_000_000), **settings
    )
    return Trainer(RunConfig(network, training), dataset)


def ours(name: str, run: Trainer, threads: int | None = None) -> Candidate:
    """Through the public iterator: reports, validation and stopping rules included."""
    if threads is not None:
        run.blas_threads = threads
    if run.blas_threads == 1 or threads is None:
        epochs = run.epochs()
        return Candidate(name, lambda: next(epochs))
    return Candidate(name, run.step_epoch)


def small() -> list[Finding]:
    data, hidden, batch, rate = numbers(152, 13, 66), (10, 5), 32, 0.001
    plain = Perceptron((13, *hidden, 1), PlainSigmoid, PlainSGD(rate), batch)
    settings = {"optimizer": SGD(), "learning_rate": rate}
    us = ours("mlp_gui", trainer(data, hidden, Sigmoid(), batch, shuffle=False, **settings))
    others = [
        ours("mlp_gui, shuffling", trainer(data, hidden, Sigmoid(), batch, **settings)),
        Candidate("straightforward numpy", lambda: plain.epoch(*data)),
        *scikit_learn(data, hidden, batch, rate),
        *pytorch(data, hidden, batch, rate),
        *keras(data, hidden, batch, rate),
        *c_loop(data, hidden, batch, rate),
    ]
    with threadpool_limits(1):
        measure([us, *others], rounds=15, seconds=0.1)
    targets = {
        "straightforward numpy": Target(3.8, 4.6),
        "scikit-learn fit": Target(7),
        "scikit-learn partial_fit": Target(7),
        "PyTorch, 1 thread": Target(20),
        "C, -O2": Target(2.2, 1.7, most=True),
    }
    return report(
        "small", "Small: 152 x 13, 10-5-1 sigmoid, batch 32, SGD, 66 validation rows", [us, *others], us, targets
    )


def adam() -> list[Finding]:
    data, hidden, batch, rate = numbers(152, 13, 66), (10, 5), 32, 0.001
    plain = Perceptron((13, *hidden, 1), PlainSigmoid, PlainAdam(rate), batch, dropout=0.2, l2=1e-4, shuffle=True)
    settings = {"optimizer": Adam(), "learning_rate": rate, "dropout": 0.2, "l2": 1e-4}
    us = ours("mlp_gui", trainer(data, hidden, Sigmoid(), batch, **settings))
    other = Candidate("straightforward numpy", lambda: plain.epoch(*data))
    with threadpool_limits(1):
        measure([us, other], rounds=15, seconds=0.1)
    title = "The same with Adam, dropout, L2 and shuffling"
    return report("small, Adam, dropout, L2", title, [us, other], us, {"straightforward numpy": Target(4.5)})


def middle() -> list[Finding]:
    data, hidden, batch, rate = numbers(2000, 13, 500), (64, 32), 32, 0.001
    plain = Perceptron((13, *hidden, 1), PlainSigmoid, PlainSGD(rate), batch)
    us = ours("mlp_gui", trainer(data, hidden, Sigmoid(), batch, shuffle=False, optimizer=SGD(), learning_rate=rate))
    others = [
        Candidate("straightforward numpy", lambda: plain.epoch(*data)),
        *scikit_learn(data, hidden, batch, rate, fit_epochs=20),
        *pytorch(data, hidden, batch, rate),
    ]
    with threadpool_limits(1):
        measure([us, *others], rounds=30, seconds=0.1)
    targets = {
        "straightforward numpy": Target(2.2),
        "scikit-learn fit": Target(4),
        "scikit-learn partial_fit": Target(4),
        "PyTorch, 1 thread": Target(6),
    }
    title = "Middle: 2,000 x 13, 64-32-1 sigmoid, batch 32, SGD, 500 validation rows"
    return report("middle", title, [us, *others], us, targets)


def bare_products(rows: int, sizes: tuple[int, ...], batch: int) -> Candidate:
    """Only the matrix products of an epoch: three forward, three gradients, two deltas."""
    rng, calls = np.random.default_rng(0), []

    def array(*shape):
        return rng.standard_normal(shape).astype(np.float32)

    a = [array(n + 1, batch) for n in sizes[:-1]]
    w = [array(n + 1, m) for n, m in itertools.pairwise(sizes)]
    d = [array(m, batch) for m in sizes[1:]]
    for k in range(len(w)):
        calls.append((w[k].T.dot, (a[k], array(sizes[k + 1], batch))))
        calls.append((a[k].dot, (d[k].T, np.empty_like(w[k]))))
        if k:
            calls.append((w[k][:-1].dot, (d[k], array(sizes[k], batch))))

    def epoch() -> None:
        for _ in range(-(-rows // batch)):
            for function, arguments in calls:
                function(*arguments)

    return Candidate("bare matrix products", epoch)


def large() -> list[Finding]:
    data, hidden, batch, rate = numbers(20_000, 32, 0), (256, 128), 256, 0.001
    found: list[Finding] = []
    for threads in (1, 2):
        for optimizer, plain, name, limit in ((SGD(), PlainSGD, "SGD", 1.18), (Adam(), PlainAdam, "Adam", 1.28)):
            settings = {"dtype": "float32", "optimizer": optimizer, "learning_rate": rate, "shuffle": False}
            us = ours("mlp_gui", trainer(data, hidden, ReLU(), batch, **settings), threads)
            bare = bare_products(len(data[0]), (32, *hidden, 1), batch)
            loop = Perceptron((32, *hidden, 1), PlainReLU, plain(rate), batch, dtype="float32")
            rows = tuple(a.astype(np.float32) for a in data)
            others = [bare, Candidate("straightforward numpy", lambda loop=loop, rows=rows: loop.epoch(*rows))]
            others += pytorch(data, hidden, batch, rate, "ReLU", name, "float32", threads)
            with threadpool_limits(threads):
                measure([us, *others], rounds=30, seconds=0.1)
            peer = f"PyTorch, {threads} thread{'s' if threads > 1 else ''}"
            targets = {peer: Target(1.4)}
            if threads == 1:
                targets["bare matrix products"] = Target(limit, 1.1, most=True)
            title = f"Large: 20,000 x 32, 256-128-1 relu, batch 256, float32, {name}, {threads} thread(s)"
            found += report(f"large, {name}", title, [us, *others], us, targets)
    return found


def scaling() -> list[Finding]:
    import engine_scaling

    return engine_scaling.findings(engine_scaling.over_rows(), engine_scaling.over_parameters())


PARTS = {"small": small, "adam": adam, "middle": middle, "large": large, "scaling": scaling}

if __name__ == "__main__":
    print("ratio: how many times as long as mlp_gui")
    summary([finding for part in sys.argv[1:] or PARTS for finding in PARTS[part]()])
