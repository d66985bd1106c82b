"""A whole update, from the loss of weighted rows to the averaged weights, again by formulas out of textbooks.

Nothing here knows the engine's tape; only the random numbers (noise and masks) are taken from the trace.
"""

from collections.abc import Callable

import numpy as np
import pytest

from helpers.engine_cases import classes, config, dataset, regression
from mlp_gui.core.dataset import Dataset
from mlp_gui.engine.network.activations import Sigmoid, Tanh
from mlp_gui.engine.optimizers.base import FullBatchOptimizer, optimizers
from mlp_gui.engine.optimizers.first_order import RMSprop
from mlp_gui.engine.tracing.gradient_check import check_gradient
from mlp_gui.engine.tracing.trace import Trace, trace
from mlp_gui.engine.training.trainer import Trainer

BATCHWISE = [o for o in optimizers if not issubclass(o, FullBatchOptimizer)]
CLOSE = {"rtol": 1e-12, "atol": 1e-13}
Vectors = dict[str, np.ndarray]


def weighted_rows() -> Dataset:
    rng = np.random.default_rng(9)
    x = rng.standard_normal((30, 3))
    return dataset((x, np.cos(x @ rng.standard_normal((3, 2)))), weights=rng.uniform(0.2, 3, 30))


CASES = {
    "two targets, weighted rows": (weighted_rows(), {}),
    "one target": (regression(), {}),
    "two classes, balanced": (classes(n_classes=2), {"class_weight": "balanced"}),
    "three classes, given weights": (classes(n_classes=3), {"class_weight": "given", "class_weights": "1, 2, 0.5"}),
}


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def split(t: Trace, flat: np.ndarray) -> list[np.ndarray]:
    """A matrix (inputs + 1, units) for each layer, the bias last."""
    made, start = [], 0
    for n_in, n_out in zip(t.names.sizes, t.names.sizes[1:], strict=False):
        made.append(flat[start : start + (n_in + 1) * n_out].reshape(n_in + 1, n_out))
        start += (n_in + 1) * n_out
    return made


def joined(matrices: list[np.ndarray]) -> np.ndarray:
    return np.concatenate([m.ravel() for m in matrices])


def gradient_of_loss(t: Trace) -> tuple[float, np.ndarray]:
    """Tanh, then sigmoid, then what the loss wants; the mean over rows (and targets) of the weighted values."""
    matrices, x, y = split(t, t.theta), t.x.values, t.y.values
    w = np.ones((len(x), 1)) if t.weights is None else t.weights
    kept, slopes, a = [x], [], x
    for k, (f, slope) in enumerate(((np.tanh, lambda a: 1 - a**2), (sigmoid, lambda a: a * (1 - a))), 1):
        clean = f(a @ matrices[k - 1][:-1] + matrices[k - 1][-1])
        mask = t.masks[k].values if t.masks else 1.0
        a = clean * mask
        kept.append(a)
        slopes.append(slope(clean) * mask)
    z = a @ matrices[-1][:-1] + matrices[-1][-1]
    if t.config.training.loss.output == "identity":
        loss, delta = (w * (z - y) ** 2).sum() / y.size, 2 * w * (z - y) / y.size
    elif t.config.training.loss.output == "sigmoid":
        p = sigmoid(z)
        loss, delta = -(w * (y * np.log(p) + (1 - y) * np.log(1 - p))).sum() / y.size, w * (p - y) / y.size
    else:
        p = softmax(z)
        loss, delta = -(w * y * np.log(p)).sum() / len(y), w * (p - y) / len(y)
    slopes_of_layers = []
    for k in (3, 2, 1):
        slopes_of_layers.insert(0, np.vstack([kept[k - 1].T @ delta, delta.sum(axis=0)]))
        if k > 1:
            delta = (delta @ matrices[k - 1][:-1].T) * slopes[k - 2]
    return float(loss), joined(slopes_of_layers)


def is_weight(t: Trace) -> np.ndarray:
    """1 for weights, 0 for biases: (parameters,)."""
    return joined(
        [np.vstack([np.ones((len(m) - 1, m.shape[1])), np.zeros((1, m.shape[1]))]) for m in split(t, t.theta)]
    )


def clipped(t: Trace, g: np.ndarray) -> np.ndarray:
    c, kind = t.config.training.clip_limit, t.config.training.clip
    if kind == "value":
        return np.clip(g, -c, c)
    if kind == "global_norm":
        return g * min(1, c / np.linalg.norm(g))
    if kind == "norm":
        return joined([m * min(1, c / np.linalg.norm(m)) for m in split(t, g)])
    return g


def adam(t: Trace, g: np.ndarray) -> tuple[np.ndarray, ...]:
    o, k = t.config.training.optimizer, t.count
    m, v = o.beta_1 * t.memory[0] + (1 - o.beta_1) * g, o.beta_2 * t.memory[1] + (1 - o.beta_2) * g**2
    return m, v, m / (1 - o.beta_1**k), v / (1 - o.beta_2**k)


def adam_step(t: Trace, m: np.ndarray, v: np.ndarray) -> np.ndarray:
    """Kingma & Ba 2015, the efficient order at the end of section 2: ε beside the uncorrected root."""
    o, k = t.config.training.optimizer, t.count
    size = t.rate * np.sqrt(1 - o.beta_2**k) / (1 - o.beta_1**k)
    return t.theta - size * m / (np.sqrt(v) + o.epsilon)


def plain(t: Trace, g: np.ndarray) -> np.ndarray:
    return t.theta - t.rate * g


def momentum(t: Trace, g: np.ndarray) -> np.ndarray:
    return t.theta + t.config.training.optimizer.momentum * t.memory[0] - t.rate * g


def nesterov(t: Trace, g: np.ndarray) -> np.ndarray:
    mu = t.config.training.optimizer.momentum
    return t.theta + mu * (mu * t.memory[0] - t.rate * g) - t.rate * g


def adagrad(t: Trace, g: np.ndarray) -> np.ndarray:
    return t.theta - t.rate * g / np.sqrt(t.memory[0] + g**2 + t.config.training.optimizer.epsilon)


def rmsprop(t: Trace, g: np.ndarray) -> np.ndarray:
    o = t.config.training.optimizer
    spread = o.rho * t.memory[0] + (1 - o.rho) * g**2
    if o.centered:
        spread = spread - (o.rho * t.memory[1] + (1 - o.rho) * g) ** 2
    return t.theta - t.rate * g / np.sqrt(spread + o.epsilon)


def amsgrad(t: Trace, g: np.ndarray) -> np.ndarray:
    m, v, _, _ = adam(t, g)
    return adam_step(t, m, np.maximum(t.memory[2], v))


def adamw(t: Trace, g: np.ndarray) -> np.ndarray:
    m, v, _, _ = adam(t, g)
    return adam_step(t, m, v) - t.rate * t.config.training.optimizer.decay * t.theta * is_weight(t)


def nadam(t: Trace, g: np.ndarray) -> np.ndarray:
    o, k = t.config.training.optimizer, t.count
    m, _, _, v_hat = adam(t, g)
    ahead = o.beta_1 * m / (1 - o.beta_1 ** (k + 1)) + (1 - o.beta_1) * g / (1 - o.beta_1**k)
    return t.theta - t.rate * ahead / (np.sqrt(v_hat) + o.epsilon)


RULES: dict[str, Callable[[Trace, np.ndarray], np.ndarray]] = {
    "sgd": plain,
    "momentum": momentum,
    "nesterov": nesterov,
    "adagrad": adagrad,
    "rmsprop": rmsprop,
    "adam": lambda t, g: adam_step(t, *adam(t, g)[:2]),
    "amsgrad": amsgrad,
    "adamw": adamw,
    "nadam": nadam,
}


def after_limits(t: Trace, theta: np.ndarray) -> np.ndarray:
    """Weight decay, then no unit's incoming weights longer than the limit."""
    training = t.config.training
    theta = theta - t.rate * training.weight_decay * theta * is_weight(t)
    if training.max_norm is None:
        return theta
    matrices = [m.copy() for m in split(t, theta)]
    for m in matrices:
        m[:-1] *= np.minimum(1, training.max_norm / np.linalg.norm(m[:-1], axis=0))
    return joined(matrices)


def shown(t: Trace, kind: str) -> np.ndarray:
    """What the microscope shows as the last result of a kind, all layers."""
    return joined([t.find(kind, k).result.values for k in range(1, len(t.names.sizes))])


def assert_textbook(t: Trace) -> None:
    training = t.config.training
    loss, g = gradient_of_loss(t)
    assert t.loss == pytest.approx(loss, rel=1e-12)
    np.testing.assert_allclose(shown(t, "gradient"), g, **CLOSE)
    np.testing.assert_allclose(t.data_gradient, g, **CLOSE)
    g = g + (training.l2 * t.theta + training.l1 * np.sign(t.theta)) * is_weight(t)
    np.testing.assert_allclose(t.penalised, g, **CLOSE)
    g = clipped(t, g)
    np.testing.assert_allclose(t.gradient, g, **CLOSE)
    theta = RULES[training.optimizer.name](t, g)
    np.testing.assert_allclose(shown(t, "update"), theta, **CLOSE)
    theta = after_limits(t, theta)
    np.testing.assert_allclose(t.theta_after, theta, **CLOSE)
    if training.max_norm is not None:
        np.testing.assert_allclose(shown(t, "max_norm"), theta, **CLOSE)


@pytest.mark.parametrize("clip", ["none", "value", "norm", "global_norm"])
@pytest.mark.parametrize("optimizer", [*(o() for o in BATCHWISE), RMSprop(centered=True)], ids=repr)
@pytest.mark.parametrize("case", CASES)
def test_that_every_shown_number_is_that_of_the_textbook(case: str, optimizer, clip: str) -> None:
    data, weights = CASES[case]
    extras = {"l1": 0.02, "l2": 0.1, "dropout": 0.2, "input_noise": 0.1, "weight_decay": 0.05, "max_norm": 0.8}
    run = config(
        [(5, Tanh()), (4, Sigmoid())], data, optimizer=optimizer, batch_size=11, clip=clip, clip_limit=0.05,
        averaging=0.8, **extras, **weights,
    )  # fmt: skip
    trainer = Trainer(run, data)
    for _ in range(4):
        before = trainer.averaged_network.average.copy()
        t = trace(run, data, trainer.state())
        assert_textbook(t)
        expected = t.theta_after if np.isnan(before).any() else 0.8 * before + 0.2 * t.theta_after
        np.testing.assert_allclose(t.average_after, expected, **CLOSE)
        np.testing.assert_array_equal(shown(t, "average"), t.average_after)
        trainer.step_batch()
        assert np.array_equal(t.average_after, trainer.averaged_network.theta)


@pytest.mark.parametrize(
    "optimizer", [o for o in optimizers if issubclass(o, FullBatchOptimizer)], ids=lambda o: o.name
)
@pytest.mark.parametrize("case", CASES)
def test_that_optimizers_of_all_rows_begin_with_the_textbooks_gradient(case: str, optimizer) -> None:
    data, weights = CASES[case]
    if optimizer.name == "levenberg_marquardt" and weights:
        pytest.skip("it only works with squared errors")
    run = config([(5, Tanh()), (4, Sigmoid())], data, optimizer=optimizer(), l2=0.1, **weights)
    trainer = Trainer(run, data)
    for _ in range(3):
        t = trace(run, data, trainer.state())
        loss, g = gradient_of_loss(t)
        assert t.loss == pytest.approx(loss, rel=1e-12)
        assert len(t.x.values) == len(data.train)
        np.testing.assert_allclose(shown(t, "gradient"), g, **CLOSE)
        np.testing.assert_allclose(t.penalised, g + 0.1 * t.theta * is_weight(t), **CLOSE)
        assert check_gradient(t, np.arange(len(t.theta))).passed
        trainer.step_epoch()
        assert np.array_equal(shown(t, "move"), trainer.network.theta)
