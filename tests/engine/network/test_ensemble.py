"""An ensemble: the mean of its members, written down by hand, and what its losses and spreads are."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import expit, softmax
from sklearn.metrics import log_loss

from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.network.ensemble import Ensemble, mean_of_members, spread_of_members
from mlp_gui.engine.network.losses import MSE, BinaryCrossEntropy, CrossEntropy, Output
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.training.evaluator import evaluate_loss

SHARES = (0.5, 0.3, 0.2)
RNG = np.random.default_rng(3)
X = RNG.normal(size=(40, 3))


def members(output: Output, n_out: int, scale: float = 1.0) -> list[Network]:
    made = [Network((3, 5, n_out), (Tanh(),), output) for _ in SHARES]
    for member in made:
        member.theta[:] = RNG.normal(0, scale, member.n_parameters)
    return made


def by_hand(member: Network) -> np.ndarray:
    """The last z of one member from its weights alone."""
    return np.tanh(X @ member.weights(0) + member.biases(0)) @ member.weights(1) + member.biases(1)


FUNCTIONS = {"identity": lambda z: z, "sigmoid": expit, "softmax": lambda z: softmax(z, axis=1)}


@pytest.mark.parametrize(("output", "n_out"), [("identity", 2), ("sigmoid", 1), ("softmax", 4)])
def test_that_the_answer_is_the_mean_of_values_or_of_probabilities(output: Output, n_out: int) -> None:
    networks = members(output, n_out)
    answers = np.stack([FUNCTIONS[output](by_hand(member)) for member in networks])
    found = Ensemble(networks, SHARES)
    np.testing.assert_allclose(found.predict(X), np.average(answers, axis=0, weights=SHARES), rtol=0, atol=1e-13)
    np.testing.assert_allclose(Ensemble(networks).predict(X), answers.mean(axis=0), rtol=0, atol=1e-13)
    np.testing.assert_allclose(FUNCTIONS[output](found.logits(X)), found.predict(X), rtol=0, atol=1e-13)
    assert found.predict(X[:0]).shape == (0, n_out)
    assert found.n_parameters == 3 * networks[0].n_parameters == len(found.theta)


def test_that_the_loss_is_that_of_the_mean_answer() -> None:
    numbers = Ensemble(members("identity", 2), SHARES)
    y = RNG.normal(size=(40, 2))
    assert evaluate_loss(numbers, MSE(), X, y) == pytest.approx(np.mean((numbers.predict(X) - y) ** 2))
    two = Ensemble(members("sigmoid", 1), SHARES)
    labels = RNG.integers(0, 2, 40)
    expected = log_loss(labels, two.predict(X)[:, 0])
    assert evaluate_loss(two, BinaryCrossEntropy(), X, labels[:, None].astype(float)) == pytest.approx(expected)
    several = Ensemble(members("softmax", 4), SHARES)
    classes = np.arange(40) % 4
    expected = log_loss(classes, several.predict(X))
    assert evaluate_loss(several, CrossEntropy(), X, np.eye(4)[classes]) == pytest.approx(expected)


def test_that_the_loss_of_sure_and_wrong_answers_is_finite() -> None:
    several, two = Ensemble(members("softmax", 4, 900.0)), Ensemble(members("sigmoid", 1, 900.0))
    assert np.isfinite(evaluate_loss(several, CrossEntropy(), X, np.eye(4)[np.arange(40) % 4]))
    assert np.isfinite(evaluate_loss(two, BinaryCrossEntropy(), X, (np.arange(40) % 2)[:, None].astype(float)))


def test_that_the_spread_is_the_standard_deviation_of_the_members() -> None:
    answers = RNG.normal(size=(5, 7, 2))
    np.testing.assert_allclose(spread_of_members(answers, (0.2,) * 5), answers.std(axis=0, ddof=1))
    # A member that counts twice is not two members that agree by chance.
    twice = mean_of_members(answers[:2], (2 / 3, 1 / 3))
    off = answers[:2] - twice
    expected = np.sqrt((2 / 3 * off[0] ** 2 + off[1] ** 2 / 3) / (1 - 4 / 9 - 1 / 9))
    np.testing.assert_allclose(spread_of_members(answers[:2], (2 / 3, 1 / 3)), expected)
    assert not spread_of_members(answers[:1], (1.0,)).any()


def test_that_members_that_do_not_fit_together_are_refused() -> None:
    networks = members("identity", 2)
    for shares in ((0.5, 0.5), (0.5, 0.4, 0.2), (1.2, -0.1, -0.1), (float("nan"), 0.5, 0.5)):
        with pytest.raises(ValueError, match="shares"):
            Ensemble(networks, shares)
    with pytest.raises(ValueError, match="differ in shape"):
        Ensemble([*networks[:2], Network((3, 4, 2), (Tanh(),))])
    with pytest.raises(ValueError, match="0 members"):
        Ensemble([])


def test_that_a_copy_has_weights_of_its_own() -> None:
    found = Ensemble(members("identity", 2), SHARES)
    before, twin = found.predict(X), found.copy()
    twin.members[1].theta[:] += 1
    np.testing.assert_array_equal(found.predict(X), before)
    assert twin.shares == SHARES
