"""Where the arrays of a batch lie changes no number: shared memory on the way back, borders of cache lines."""

import numpy as np
import pytest

from helpers.engine_cases import config, regression, trained
from mlp_gui.engine.network import layer_buffers
from mlp_gui.engine.network.activations import activations
from mlp_gui.engine.network.memory import CACHE_LINE, zero_rows, zeros
from mlp_gui.engine.network.tape import ScratchArrays
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.lbfgs import LBFGS
from mlp_gui.engine.tracing.trace import trace
from mlp_gui.engine.training.trainer import Trainer

EXTRAS = {
    "plain": {},
    "everything": {"dropout": 0.3, "input_noise": 0.1, "l1": 0.01, "max_norm": 1.0},
    "full batch": {"optimizer": LBFGS()},
}


def address(array: np.ndarray) -> int:
    return array.__array_interface__["data"][0]


@pytest.mark.parametrize("extras", EXTRAS)
@pytest.mark.parametrize("activation", activations, ids=lambda f: f.name)
def test_that_large_batches_train_as_small_ones_bit_for_bit(activation, extras, monkeypatch) -> None:
    """Two layers of this activation and one of another; the last batch of an epoch is a smaller one."""
    data = regression(rows=70)
    other = next(f for f in activations if f is not activation)
    run_config = config(
        [(5, activation()), (4, activation()), (3, other())], batch_size=32, max_epochs=5, **EXTRAS[extras]
    )
    apart = trained(run_config, data)
    monkeypatch.setattr(layer_buffers, "LARGE", 0)
    in_place = trained(run_config, data)
    assert np.isfinite(apart.network.theta).all()
    assert np.array_equal(in_place.network.theta, apart.network.theta)
    assert in_place.history.train_loss.tolist() == apart.history.train_loss.tolist()


def test_that_the_microscope_shows_the_same_of_large_batches(monkeypatch) -> None:
    data, hidden = regression(), [(5, f()) for f in activations]
    run_config = config(hidden, batch_size=16, dropout=0.2)
    apart = trace(run_config, data, Trainer(run_config, data).state())
    monkeypatch.setattr(layer_buffers, "LARGE", 0)
    in_place = trace(run_config, data, Trainer(run_config, data).state())
    for kind in ("sum", "activation", "slope", "delta", "gradient"):
        for k in range(1, len(hidden) + 1):
            one, other = apart.find(kind, k), in_place.find(kind, k)
            assert np.array_equal(one.result.values, other.result.values), (kind, k)
            for name, operand in one.operands.items():
                assert np.array_equal(operand.values, other.operands[name].values), (kind, k, name)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_that_arrays_begin_with_a_line_of_the_cache(dtype) -> None:
    for shape in ((0,), (1,), (3, 5), (33, 7), (2, 0), (100_001,)):
        array = zeros(shape, dtype)
        assert array.shape == shape
        assert array.dtype == dtype
        assert array.flags.c_contiguous
        assert not array.any()
        assert address(array) % CACHE_LINE == 0 or not array.size
    for row in zero_rows(3, 21, dtype):
        assert len(row) == 21
        assert address(row) % CACHE_LINE == 0
    assert address(ScratchArrays(dtype).array("ones", (5, 3), 1.0)) % CACHE_LINE == 0


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_that_what_an_update_passes_over_begins_with_a_line_of_the_cache(dtype, monkeypatch) -> None:
    monkeypatch.setattr("mlp_gui.engine.optimizers.base.PART", 100)
    trainer = Trainer(
        config([(20, next(iter(activations))())], optimizer=Adam(), network={"dtype": dtype}), regression()
    )
    parts = list(trainer.update.parts())
    assert sum(part.theta.size for part in parts) == trainer.network.theta.size
    assert max(part.theta.size for part in parts) <= 100 + CACHE_LINE
    for part in parts:
        for array in (part.theta, part.gradient, *part.state):
            assert address(array) % CACHE_LINE == 0
