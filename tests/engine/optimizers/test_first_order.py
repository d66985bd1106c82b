"""Optimizers against their published recurrences and Keras's test numbers (peer cases 24 to 39)."""

import numpy as np
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.core.serialization import from_json
from mlp_gui.engine.network.tape import ScratchArrays, run_calls
from mlp_gui.engine.optimizers.adam import Adam, AdamW, AMSGrad, Nadam
from mlp_gui.engine.optimizers.base import FullBatchOptimizer, UpdateArrays, optimizers
from mlp_gui.engine.optimizers.first_order import SGD, Adagrad, Momentum, Nesterov, RMSprop
from mlp_gui.engine.training.config import TrainingConfig


class Bench:
    """An optimizer on a bare vector."""

    def __init__(self, optimizer, w, rate, dtype="float64", decayed=None) -> None:
        self.w = np.array(w, dtype)
        self.g = np.zeros_like(self.w)
        self.state = np.zeros((optimizer.memory_slots(), self.w.size), dtype)
        optimizer.start(self.state)
        self.count = np.zeros(())
        decayed = np.ones_like(self.w) if decayed is None else decayed
        rate = np.array(rate, dtype)
        u = UpdateArrays(self.w, self.g, self.state, decayed, rate, self.count, ScratchArrays(dtype))
        self.calls = optimizer.update(u)

    def step(self, g) -> np.ndarray:
        self.g[:] = g
        run_calls(self.calls)
        return self.w.copy()


def single(optimizer) -> np.ndarray:
    return Bench(optimizer, [1, 2, 3, 4], 0.5).step([1, 6, 7, 2])


def five(optimizer, rate) -> list[list[float]]:
    """The value of weights 0 and 9 after each of five steps: g = .01 everywhere, then .1, .2 ... 1.0."""
    bench = Bench(optimizer, np.ones(10), rate)
    gradients = [np.full(10, 0.01)] + [np.arange(1, 11) / 10] * 4
    return [bench.step(g)[[0, 9]].tolist() for g in gradients]


def test_single_steps_of_keras_and_torch() -> None:
    np.testing.assert_allclose(single(SGD()), [0.5, -1, -0.5, 3], atol=1e-15)
    np.testing.assert_allclose(single(Adam()), [0.5, 1.5, 2.5, 3.5], atol=2e-6)
    np.testing.assert_allclose(single(RMSprop()), [-0.581138, 0.418861, 1.418861, 2.418861], atol=2e-6)
    np.testing.assert_allclose(single(Adagrad()), [0.523269, 1.500693, 2.500509, 3.506135], atol=1e-6)
    np.testing.assert_allclose(single(Adagrad(initial=0)), [0.5, 1.5, 2.5, 3.5], atol=1e-6)


def test_that_the_first_adam_step_has_the_size_of_the_rate_whatever_the_gradients_size() -> None:
    steps = [1 - Bench(Adam(), [1.0], 0.1).step([g])[0] for g in (1e-3, 1.0, 1e3)]
    np.testing.assert_allclose(steps, 0.1, rtol=1e-3)


def test_that_pure_weight_decay_shrinks_weights_only() -> None:
    bench = Bench(AdamW(decay=0.004), [2.0, 2.0], 1.0, decayed=np.array([1.0, 0.0]))
    assert bench.step([0, 0]).tolist() == pytest.approx([1.992, 2.0], abs=1e-15)
    bench.step([0, 0])
    assert bench.step([0, 0])[0] == pytest.approx(2 * (1 - 0.004) ** 3, abs=1e-14)


def test_five_steps_of_sgd() -> None:
    expected = [[0.9999, 0.9999], [0.9989, 0.9899], [0.9979, 0.9799], [0.9969, 0.9699], [0.9959, 0.9599]]
    np.testing.assert_allclose(five(SGD(), 0.01), expected, atol=1e-12)


@pytest.mark.parametrize("optimizer", [Adam(), AMSGrad()], ids=lambda o: o.name)
def test_five_steps_of_adam_and_amsgrad(optimizer) -> None:
    expected = [[0.999, 0.999], [0.998193, 0.99825], [0.9973, 0.997387], [0.996368, 0.996475], [0.995412, 0.995535]]
    np.testing.assert_allclose(five(optimizer, 0.001), expected, atol=1e-6)


def test_five_steps_of_rmsprop_plain_and_centred() -> None:
    expected = [
        [0.996853, 0.996853],
        [0.993705, 0.993691],
        [0.991416, 0.991397],
        [0.989498, 0.989476],
        [0.987794, 0.987771],
    ]
    np.testing.assert_allclose(five(RMSprop(), 0.001), expected, atol=1e-6)
    centred = [[v, v] for v in (0.9967, 0.9933, 0.9908, 0.9885, 0.9864)]
    np.testing.assert_allclose(five(RMSprop(centered=True), 0.001), centred, atol=6e-5)


@pytest.mark.parametrize("b1", [0.9, 0.95])
@pytest.mark.parametrize("b2", [0.995, 0.999])
def test_that_adam_follows_the_formula_bit_for_bit(b1, b2) -> None:
    rng = np.random.default_rng(0)
    w, m, v, g = rng.random((4, 20))
    bench = Bench(Adam(beta_1=b1, beta_2=b2), w, 0.001)
    bench.state[:] = m, v
    bench.count[...] = 9
    new_m, new_v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2
    size = 0.001 * np.sqrt(1 - b2**10) / (1 - b1**10)
    assert np.array_equal(bench.step(g), w - size * new_m / (np.sqrt(new_v) + 1e-8))
    assert bench.count == 10


@pytest.mark.parametrize("mu", [0.5, 0.65, 0.8])
def test_that_momentum_and_nesterov_follow_the_formula_bit_for_bit(mu) -> None:
    rng = np.random.default_rng(0)
    w, v, g = rng.random((3, 20))
    for optimizer, formula in (
        (Momentum(mu), lambda new: w + new),
        (Nesterov(mu), lambda new: w + (mu * new - 0.01 * g)),
    ):
        bench = Bench(optimizer, w, 0.01)
        bench.state[0] = v
        assert np.array_equal(bench.step(g), formula(mu * v - 0.01 * g))


def test_that_nadam_follows_dozats_recurrence() -> None:
    w, m, v, rng = np.ones(5), np.zeros(5), np.zeros(5), np.random.default_rng(3)
    bench = Bench(Nadam(), w, 0.01)
    for t in range(1, 8):
        g = rng.standard_normal(5)
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
        ahead = 0.9 * m / (1 - 0.9 ** (t + 1)) + 0.1 * g / (1 - 0.9**t)
        w = w - 0.01 * ahead / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
        np.testing.assert_allclose(bench.step(g), w, rtol=1e-13)


def test_that_amsgrad_keeps_the_largest_second_moment() -> None:
    bench = Bench(AMSGrad(beta_2=0.5), [1.0], 0.1)
    bench.step([10.0])
    highest = bench.state[2, 0]
    bench.step([0.0])
    assert bench.state[1, 0] < highest == bench.state[2, 0]


@pytest.mark.parametrize("optimizer", [o() for o in optimizers if not issubclass(o, FullBatchOptimizer)])
def test_that_every_optimizer_finds_the_bottom_of_a_bowl_in_both_precisions(optimizer) -> None:
    for dtype in ("float64", "float32"):
        bench = Bench(optimizer, [1.0, -2.0], 0.05, dtype)
        start = float((bench.w**2).sum())
        for _ in range(300):
            bench.step(2 * bench.w)
        assert float((bench.w**2).sum()) < 0.35 * start
        assert bench.w.dtype == dtype


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ({"learning_rate": 0}, "Learning rate cannot be 0. It must be greater than 0"),
        ({"learning_rate": float("nan")}, "finite number"),
        ({"learning_rate": "fast"}, "finite number"),
        ({"optimizer": {"name": "momentum", "momentum": -1}}, "at least 0 and less than 1"),
        ({"optimizer": {"name": "momentum", "momentum": 2}}, "at least 0 and less than 1"),
        ({"optimizer": {"name": "nesterov", "momentum": 0}}, "greater than 0 and less than 1"),
        ({"optimizer": {"name": "adam", "beta_1": 1.0}}, "at least 0 and less than 1"),
        ({"optimizer": {"name": "adamw", "decay": -0.1}}, "at least 0"),
        ({"weight_decay": -0.1}, "at least 0"),
        ({"optimizer": {"name": "sgd", "nesterov": True}}, "There is no setting optimizer.nesterov"),
        ({"optimizer": "adamx"}, "There is no optimizer named 'adamx'."),
    ],
)
def test_that_invalid_values_are_refused_with_name_and_range(plain, words) -> None:
    with pytest.raises(UserError) as refused:
        from_json(TrainingConfig, plain)
    assert words in str(refused.value)
