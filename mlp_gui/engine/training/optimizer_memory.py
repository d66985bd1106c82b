"""What an optimizer keeps from one update to the next, and the gradient that it reads."""

from __future__ import annotations

import numpy as np

from mlp_gui.engine.network.tape import Array, zero_rows, zeros
from mlp_gui.engine.optimizers.base import Optimizer
from mlp_gui.engine.training.state import Facts, PartState, State


class OptimizerMemory:
    """The arrays of an optimizer, as they are before the first update.

    Attributes
    ----------
    gradient : ndarray, shape (n_parameters,)
        Gradient of the last batch.
    vectors : ndarray, shape (slots, n_parameters)
        Velocity, moments and the like.
    count : ndarray, shape ()
        Number of updates, or another number that the optimizer keeps.
    """

    def __init__(self, optimizer: Optimizer, theta: Array) -> None:
        self.vectors = zero_rows(optimizer.memory_slots(), theta.size, theta.dtype)
        optimizer.start(self.vectors)
        self.gradient = zeros(theta.shape, theta.dtype)
        self.count: Array = np.zeros(())

    def state(self) -> PartState:
        """Return what `restore` needs."""
        arrays = {"gradient": self.gradient, "optimizer_state": self.vectors, "count": self.count}
        return PartState({name: array.copy() for name, array in arrays.items()}, {})

    def restore(self, state: State, facts: Facts) -> None:
        """Take over the memory of a saved run; `facts` is not needed."""
        self.gradient[...], self.vectors[...] = state["gradient"], state["optimizer_state"]
        self.count[...] = state["count"]
