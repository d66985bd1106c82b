"""The hot loop allocates nothing that stays, and the engine's memory is bounded by the data's and the network's."""

import gc
import tracemalloc

import numpy as np
import pytest
from engine_cases import config, dataset, regression

from mlp_gui.engine.activations import ReLU, Sigmoid, Tanh
from mlp_gui.engine.optimizers import SGD, Adam, Momentum
from mlp_gui.engine.trainer import Trainer


@pytest.mark.parametrize(
    "settings",
    [
        {"optimizer": SGD()},
        {"optimizer": Adam(), "dropout": 0.2, "l2": 0.01, "input_noise": 0.1, "clip": "global_norm"},
    ],
    ids=["sgd", "everything"],
)
def test_that_a_thousand_steps_allocate_no_net_memory(settings) -> None:
    trainer = Trainer(config([(10, Sigmoid()), (5, Tanh())], max_epochs=10**6, **settings), regression(rows=100))
    batches = trainer.batches
    batches.begin()

    def thousand_steps() -> None:
        for i in range(1000):
            batches.run(i % batches.count)

    thousand_steps()
    gc.collect()
    tracemalloc.start()
    try:
        thousand_steps()
        before = tracemalloc.get_traced_memory()[0]
        thousand_steps()
        after, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 512
    assert peak - before < 20_000


def traced_peak(rows: int, hidden, **settings) -> tuple[int, int]:
    """(bytes that the engine allocates at its peak over two epochs, bytes of its data)."""
    rng = np.random.default_rng(0)
    data = dataset((rng.standard_normal((rows, 32)), rng.standard_normal((rows, 1))))
    run_config = config(hidden, batch_size=256, max_epochs=2, **settings)
    gc.collect()
    tracemalloc.start()
    try:
        trainer = Trainer(run_config, data)
        list(trainer.epochs())
        return tracemalloc.get_traced_memory()[1], data.train.x.nbytes + data.train.y.nbytes
    finally:
        tracemalloc.stop()


def test_that_data_and_engine_together_take_at_most_half_more_than_the_data() -> None:
    peak, data = traced_peak(200_000, [(16, ReLU())])
    assert peak + data <= 1.5 * data


@pytest.mark.parametrize(("optimizer", "memory"), [(SGD(), 0), (Momentum(), 1), (Adam(), 2)], ids=lambda o: str(o)[:4])
def test_that_a_large_network_takes_the_vectors_of_its_length_that_are_needed_and_no_more(optimizer, memory) -> None:
    """θ, its gradient, the best θ, the optimizer's memory; once more θ and the memory, for a run that diverges; and
    for each parameter one byte, whether it is a weight. No scratch of that length: 4 + 2 memory vectors altogether.
    """
    peak, _ = traced_peak(16, [(400, ReLU()), (500, ReLU())], optimizer=optimizer)
    theta = 8 * (33 * 400 + 401 * 500 + 501)
    assert peak <= (4 + 2 * memory + 1 / 8) * theta + 1_600_000
    assert theta > 1_600_000  # one vector more would be seen


def test_that_tapes_do_not_grow_with_the_rows() -> None:
    small, large = (Trainer(config([(4, ReLU())], batch_size=32), regression(rows=n)) for n in (5_000, 50_000))
    count = [sum(len(part) for part in t.batches._full.parts) for t in (small, large)]
    assert count[0] == count[1]
