"""An ensemble answers with the mean of what its members say: of numbers, or of probabilities."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mlp_gui.engine.network.activations import Activation
from mlp_gui.engine.network.losses import Output
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.tape import Array


class Ensemble:
    """Networks of one shape, whose answers are averaged before any unit is put back.

    It can be asked whatever a single network is asked.

    Parameters
    ----------
    members : sequence of Network
        Of the same sizes, activations and output.
    shares : sequence of float, optional
        What each counts; they sum to 1. All count alike when omitted.

    Raises
    ------
    ValueError
        If there are no members, they differ in shape, or the shares do not sum to 1.
    """

    def __init__(self, members: Sequence[Network], shares: Sequence[float] | None = None) -> None:
        self.members = tuple(members)
        n = len(self.members)
        self.shares = tuple(float(share) for share in shares) if shares is not None else (1 / n,) * n if n else ()
        if not n or len(self.shares) != n:
            raise ValueError(f"{n} members and {len(self.shares)} shares")
        if any(not share > 0 for share in self.shares) or abs(sum(self.shares) - 1) > 1e-9:
            raise ValueError("the shares are not positive numbers that sum to 1")
        first = self.members[0]
        for other in self.members[1:]:
            same = other.activations == first.activations and other.output == first.output
            if other.sizes != first.sizes or other.theta.dtype != first.theta.dtype or not same:
                raise ValueError("the members differ in shape")

    @property
    def sizes(self) -> tuple[int, ...]:
        """Units per layer of each member, from the inputs to the outputs."""
        return self.members[0].sizes

    @property
    def activations(self) -> tuple[Activation, ...]:
        """One for each hidden layer, the same in all members."""
        return self.members[0].activations

    @property
    def output(self) -> Output:
        """What the last z of each member becomes."""
        return self.members[0].output

    @property
    def theta(self) -> Array:
        """A copy of all parameters, (n_parameters,), member after member."""
        return np.concatenate([member.theta for member in self.members])

    @property
    def n_parameters(self) -> int:
        """Number of weights and biases of all members together."""
        return sum(member.n_parameters for member in self.members)

    @property
    def n_layers(self) -> int:
        """Number of layers with weights of each member."""
        return self.members[0].n_layers

    def copy(self) -> Ensemble:
        """Return an ensemble with the same weights in memory of its own."""
        return Ensemble([member.copy() for member in self.members], self.shares)

    def member_predictions(self, x: Array) -> Array:
        """Compute what each member says, (n_members, n_rows, n_outputs), for rows x (n_rows, n_inputs)."""
        return np.stack([member.predict(x) for member in self.members])

    def predict(self, x: Array) -> Array:
        """Compute the outputs (n_rows, n_outputs) for rows x (n_rows, n_inputs): values or probabilities."""
        with np.errstate(all="ignore"):
            return mean_of_members(self.member_predictions(x), self.shares)

    def logits(self, x: Array) -> Array:
        """Compute the z (n_rows, n_outputs) from which the output function makes the mean, for rows x.

        It is computed from logarithms, so that the loss of sure answers stays finite.
        """
        z = np.stack([member.logits(x) for member in self.members])
        if self.output == "identity":
            return mean_of_members(z, self.shares)
        share = np.log(np.array(self.shares, z.dtype)).reshape(-1, 1, 1)
        if self.output == "sigmoid":
            first, second = (np.logaddexp.reduce(share - np.logaddexp(0, sign * z), axis=0) for sign in (-1, 1))
            return np.asarray(first - second, z.dtype)
        log_p = z - np.logaddexp.reduce(z, axis=2, keepdims=True)
        return np.asarray(np.logaddexp.reduce(share + log_p, axis=0), z.dtype)


NetworkOrEnsemble = Network | Ensemble


def mean_of_members(answers: Array, shares: Sequence[float]) -> Array:
    """Average what members say, (n_members, n_rows, n_outputs), to (n_rows, n_outputs).

    Parameters
    ----------
    answers : ndarray, shape (n_members, n_rows, n_outputs)
    shares : sequence of float
        What each counts; they sum to 1.
    """
    # One after the other, as the exported programs add up.
    total: Array = np.zeros_like(answers[0])
    for share, answer in zip(shares, answers, strict=True):
        total += share * answer
    return total


def spread_of_members(answers: Array, shares: Sequence[float]) -> Array:
    """Return the standard deviation between members, (n_rows, n_outputs): how unsure they are together.

    The weighted sum of squares is divided by 1 - Σ share², which is (n - 1) / n for n equal shares.

    Parameters
    ----------
    answers : ndarray, shape (n_members, n_rows, n_outputs)
    shares : sequence of float
        What each counts; they sum to 1.
    """
    weights = np.array(shares)
    if len(weights) < 2:
        return np.zeros_like(answers[0])
    off = answers - mean_of_members(answers, shares)
    return np.asarray(np.sqrt(np.tensordot(weights, off**2, 1) / (1 - weights.dot(weights))))
