"""The hot loop allocates nothing that stays, and the engine's memory is bounded by the data's and the network's."""

import gc
import tracemalloc

import numpy as np
import pytest

from helpers.engine_cases import config, dataset, regression
from mlp_gui.core.errors import UserError
from mlp_gui.engine.network.activations import ReLU, Sigmoid, Tanh
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.first_order import SGD, Momentum
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.engine.training.validation import needed_memory


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


def traced_peak(rows: int, hidden, validation=0, **settings) -> tuple[int, int]:
    """(bytes that the engine allocates at its peak over two epochs, bytes of its data)."""
    rng = np.random.default_rng(0)
    x, y = rng.standard_normal((rows, 32)), rng.standard_normal((rows, 1))
    cut = rows - validation
    data = dataset((x[:cut], y[:cut]), (x[cut:], y[cut:]))
    run_config = config(hidden, **{"batch_size": 256, "max_epochs": 2} | settings)
    gc.collect()
    tracemalloc.start()
    try:
        trainer = Trainer(run_config, data)
        list(trainer.epochs())
        return tracemalloc.get_traced_memory()[1], x.nbytes + y.nbytes
    finally:
        tracemalloc.stop()


def test_that_data_and_engine_together_take_at_most_half_more_than_the_data() -> None:
    peak, data = traced_peak(200_000, [(16, ReLU())])
    assert peak + data <= 1.5 * data


def test_that_a_million_parameters_take_at_most_half_more_than_data_parameters_and_optimizer_state() -> None:
    """With the batches that the program proposes; the best weights and the way back of a run lie in files."""
    peak, data = traced_peak(1000, [(1000, ReLU()), (1000, ReLU())], validation=250, batch_size=32, optimizer=Adam())
    theta = 8 * (33 * 1000 + 1001 * 1000 + 1001)
    assert peak + data <= 1.5 * (data + 3 * theta)


@pytest.mark.parametrize("decay", [0, 0.01], ids=["", "decay"])
@pytest.mark.parametrize(("optimizer", "memory"), [(SGD(), 0), (Momentum(), 1), (Adam(), 2)], ids=lambda o: str(o)[:4])
def test_that_a_large_network_takes_the_vectors_of_its_length_that_are_needed_and_no_more(
    optimizer, memory, decay
) -> None:
    """θ, its gradient and the optimizer's memory; with decay one byte more for each parameter: whether it is a weight.

    No scratch of that length; the best θ and the way back of a run that diverges lie in files.
    """
    peak, _ = traced_peak(16, [(700, ReLU()), (900, ReLU())], optimizer=optimizer, l2=decay, weight_decay=decay)
    theta = 8 * (33 * 700 + 701 * 900 + 901)
    assert peak <= (2 + memory + bool(decay) / 8) * theta + 4_500_000
    assert theta > 5_000_000  # one vector more would be seen


def test_that_a_network_that_no_memory_holds_is_refused_before_anything_is_taken() -> None:
    gc.collect()
    tracemalloc.start()
    try:
        with pytest.raises(UserError, match="too large for the memory") as refused:
            Trainer(config([(100_000, ReLU()), (100_000, ReLU())]), regression(rows=50))
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
    assert "GB are free" in refused.value.detail


@pytest.mark.parametrize(
    "settings",
    [
        {"optimizer": SGD()},
        {"optimizer": Adam()},
        {"optimizer": Adam(), "averaging": 0.9, "l2": 0.01, "batch_size": 64},
    ],
    ids=["sgd", "adam", "averaged"],
)
def test_that_the_memory_that_is_announced_is_enough_and_not_far_too_much(settings) -> None:
    hidden = [(900, ReLU()), (900, ReLU())]
    peak, data = traced_peak(400, hidden, validation=100, **settings)
    rng = np.random.default_rng(0)
    rows = dataset(*((rng.standard_normal((n, 32)), rng.standard_normal((n, 1))) for n in (300, 100)))
    needed = needed_memory(config(hidden, **{"batch_size": 256, "max_epochs": 2} | settings), rows)
    shown = 8 * 4 * (33 * 900 + 901 * 900 + 901)  # the copies that a window makes besides
    assert peak - data < needed < 1.5 * peak + shown
