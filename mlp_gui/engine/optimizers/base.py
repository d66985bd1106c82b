"""What an optimizer is: a rule on one flat vector that turns the gradient into a step, whatever the network's depth.

Symbols: θ all parameters, g the gradient, η the learning rate, t the number of updates so far.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

import numpy as np

from mlp_gui.core.params import Config
from mlp_gui.core.registry import Registry
from mlp_gui.engine.network.memory import filled, round_up_to_cache_line
from mlp_gui.engine.network.tape import Array, Call, ScratchArrays

optimizers: Registry[Optimizer] = Registry("optimizer")

# An update passes over its vectors several times. In parts that stay in the cache Adam costs half as much on large
# networks (measured).
PART = 25_000  # parameters, at most


@dataclass(frozen=True, eq=False)
class UpdateArrays:
    """What an update reads and writes.

    Attributes
    ----------
    theta, gradient : ndarray, shape (n_parameters,)
    state : ndarray, shape (slots, n_parameters)
        The optimizer's memory; 0 at the start.
    decayed : ndarray of bool, shape (n_parameters,), or None
        Whether weight decay and penalties count a parameter: weights yes, biases no. None without decay and penalties.
    rate, count : ndarray, shape ()
        The learning rate, and t or another number that the optimizer keeps.
    work : ScratchArrays
    counts : bool
        Whether an update of these adds 1 to t.
    average : ndarray, shape (n_parameters,), or None
        The moving average of θ, nan before the first update; None without averaging.
    """

    theta: Array
    gradient: Array
    state: Array
    decayed: Array | None
    rate: Array
    count: Array
    work: ScratchArrays
    counts: bool = True
    average: Array | None = None

    def parts(self) -> Iterator[UpdateArrays]:
        """Yield parts that stay in the processor's cache while they are updated, and share their scratch."""
        equal = -(-self.theta.size // -(-self.theta.size // PART))
        size = round_up_to_cache_line(equal, self.theta.dtype)  # each part begins with a line of the cache
        for start in range(0, self.theta.size, size):
            cut = slice(start, start + size)
            yield dataclasses.replace(
                self,
                theta=self.theta[cut],
                gradient=self.gradient[cut],
                state=self.state[:, cut],
                decayed=None if self.decayed is None else self.decayed[cut],
                counts=start == 0,  # t rises once for all parts
                average=None if self.average is None else self.average[cut],
            )

    def vector(self, name: str) -> Array:
        """Return a scratch vector of the parameters' length."""
        return self.work.like(self.theta, name)

    def for_weights(self, value: float) -> Array:
        """Return a factor of each parameter: the value for weights, 0 for biases; one number where there is no bias."""
        assert self.decayed is not None
        number = self.work.number(value)
        return number if self.decayed.all() else filled(self.decayed * number, self.theta.shape, self.theta.dtype)

    def counted(self, size: Callable[[float, float], float]) -> tuple[list[Call], Array]:
        """Return calls that add 1 to t and write size(η, t) into the returned 0-d array, once for all parts."""
        # A 0-d array that all parts share, since `array` returns the same memory for the same name.
        step, rate, count = self.work.array("size of the step", ()), self.rate, self.count

        def count_step() -> None:
            count[...] = t = float(count) + 1
            step[...] = size(float(rate), t)

        return [(count_step, ())] if self.counts else [], step


class Optimizer(Config):
    """A rule that turns the gradient into new parameters; its memory is `slots` vectors."""

    name: ClassVar[str]
    label: ClassVar[str]
    slots: ClassVar[int] = 0
    decays: ClassVar[bool] = False  # whether `update` asks `for_weights`
    equation: ClassVar[str] = ""
    code: ClassVar[str] = ""

    def memory_slots(self) -> int:
        """Return how many vectors of the parameters' length the optimizer keeps."""
        return self.slots

    def start(self, state: Array) -> None:
        """Set the memory, which is zero, to its first value where that is another."""

    def update(self, u: UpdateArrays) -> list[Call]:
        """Return the calls that turn the gradient into new parameters."""
        raise NotImplementedError

    def code_lines(self) -> tuple[str, ...]:
        """Return the lines of `code`, one assignment each."""
        return tuple(line.strip() for line in self.code.split(";"))

    def decayed_weight(self, weight: float, rate: float) -> float:
        """Return a weight as it is when the step begins: smaller where the optimizer decays weights before it.

        Parameters
        ----------
        weight : float
        rate : float
            The learning rate.
        """
        return weight


class Objective(Protocol):
    """The penalised loss of all training rows as a function of the parameters."""

    def value(self, theta: Array) -> float:
        """Compute the objective at theta."""

    def slope(self, theta: Array) -> tuple[float, Array]:
        """Compute the objective at theta and its gradient (n_parameters,)."""

    def curvature(self, theta: Array) -> Array:
        """Compute the Gauss-Newton approximation of the second derivatives at theta, (n_parameters, n_parameters)."""


class FullBatchOptimizer(Optimizer):
    """An optimizer whose steps take all rows: an epoch is one step, and it finds the length of the step itself."""

    needs_squares: ClassVar[bool] = False
    largest: ClassVar[int | None] = None

    def step(self, objective: Objective, u: UpdateArrays) -> str:
        """Make one step.

        Parameters
        ----------
        objective : Objective
        u : UpdateArrays
            Its theta is moved.

        Returns
        -------
        str
            Why no further step is possible; empty if there is one.
        """
        raise NotImplementedError


def decay_weights(u: UpdateArrays, decay: float) -> list[Call]:
    """Return the calls of θ ← θ − η λ θ for the weights; the biases stay.

    Parameters
    ----------
    u : UpdateArrays
    decay : float
        λ.
    """
    part = u.vector("decay")
    return [
        (np.multiply, (u.theta, u.for_weights(decay), part)),
        (np.multiply, (part, u.rate, part)),
        (np.subtract, (u.theta, part, u.theta)),
    ]
