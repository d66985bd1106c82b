"""What an optimizer and its schedule keep from one update to the next."""

from __future__ import annotations

import numpy as np
from numpy.typing import DTypeLike

from mlp_gui.engine.network.memory import Array, zero_rows, zeros
from mlp_gui.engine.optimizers.base import Optimizer
from mlp_gui.engine.optimizers.schedules import MEMORY
from mlp_gui.engine.training.config import TrainingConfig
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
        self.count: Array = zeros((), float)  # never in single precision, which stops counting at 2²⁴

    def state(self) -> PartState:
        """Return what `restore` needs."""
        arrays = {"gradient": self.gradient, "optimizer_state": self.vectors, "count": self.count}
        return PartState({name: array.copy() for name, array in arrays.items()}, {})

    def restore(self, state: State, facts: Facts) -> None:
        """Take over the memory of a saved run.

        Parameters
        ----------
        state : State
        facts : Facts
            Not needed.
        """
        self.gradient[...], self.vectors[...] = state["gradient"], state["optimizer_state"]
        self.count[...] = state["count"]


class LearningRate:
    """The learning rate, and what the schedule remembers between epochs.

    Attributes
    ----------
    value : float
        Learning rate of the epoch under way or of the last one.
    array : ndarray, shape ()
        The same in the network's precision. The tapes are bound to this array, so it is written in place.
    """

    def __init__(self, training: TrainingConfig, dtype: DTypeLike) -> None:
        self.value = training.learning_rate
        self.array: Array = zeros((), dtype)
        self._memory = np.zeros(MEMORY)

    def set_for_epoch(self, training: TrainingConfig, epoch: int) -> None:
        """Compute the learning rate of an epoch.

        Parameters
        ----------
        training : TrainingConfig
        epoch : int
            Number of the epoch, counted from 1.
        """
        self.value = training.schedule.rate(training.learning_rate, epoch, training.max_epochs, self._memory)
        self.array[...] = self.value

    def observe(self, training: TrainingConfig, value: float) -> None:
        """Tell the schedule how an epoch went.

        Parameters
        ----------
        training : TrainingConfig
        value : float
            The monitored number, with its sign chosen so that smaller is better.
        """
        training.schedule.observe(value, training.learning_rate, self._memory)

    def forget(self) -> None:
        """Clear the schedule's memory, because another schedule cannot read it."""
        self._memory[:] = 0

    def state(self) -> PartState:
        """Return what `restore` needs."""
        return PartState(
            {"rate": self.array.copy(), "schedule_memory": self._memory.copy()}, {"learning_rate": self.value}
        )

    def restore(self, state: State, facts: Facts) -> None:
        """Take over the learning rate of a saved run.

        Parameters
        ----------
        state : State
        facts : Facts
            The JSON object inside the state.
        """
        self.array[...], self._memory[...] = state["rate"], state["schedule_memory"]
        self.value = facts["learning_rate"]
