"""Schedules: the learning rate as a function of the epoch, or of how the training goes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from mlp_gui.core.params import Config, param
from mlp_gui.core.registry import Registry
from mlp_gui.core.translation import mark
from mlp_gui.engine.network.tape import Array

schedules: Registry[Schedule] = Registry("schedule")

MEMORY = 4  # numbers that a schedule may keep; they are saved with the run


class Schedule(Config):
    """A rule for the learning rate of each epoch, which may learn from how the training goes."""

    name: ClassVar[str]
    label: ClassVar[str]
    equation: ClassVar[str] = ""

    def rate(self, base: float, epoch: int, max_epochs: int, memory: Array) -> float:
        """Return the learning rate of an epoch.

        Parameters
        ----------
        base : float
            The learning rate as set.
        epoch : int
            Counted from 1.
        max_epochs : int
        memory : ndarray, shape (MEMORY,)
            Numbers that a schedule keeps between epochs; 0 at the start, and part of the state of a run.
        """
        raise NotImplementedError

    def observe(self, value: float, base: float, memory: Array) -> None:
        """Learn from an epoch's result.

        Parameters
        ----------
        value : float
            The monitored number, with its sign such that smaller is better.
        base : float
            The learning rate as set.
        memory : ndarray, shape (MEMORY,)
            Written to.
        """


def _epochs(default: int, label: str, help_text: str, low: int = 1) -> int:
    value: int = param(default, label, low=low, high=1_000_000_000, unit="epochs", help=help_text, live=True)
    return value


def _share(default: float, label: str, help_text: str) -> float:
    value: float = param(default, label, low=0, low_open=True, high=1, help=help_text, live=True)
    return value


@schedules.register("constant", "Constant")
@dataclass(frozen=True)
class Constant(Schedule):
    """η as set."""

    equation = "η"

    def rate(self, base: float, epoch: int, max_epochs: int, memory: Array) -> float:
        return base


@schedules.register("step", "Steps")
@dataclass(frozen=True)
class StepDecay(Schedule):
    """η · factor^⌊(epoch − 1) / every⌋."""

    every: int = _epochs(100, mark("Every"), mark("The learning rate drops after this many epochs, again and again."))
    factor: float = _share(0.5, mark("Factor"), mark("What the learning rate is multiplied with at each drop."))

    equation = "η · factor^⌊(epoch − 1) / every⌋"

    def rate(self, base: float, epoch: int, max_epochs: int, memory: Array) -> float:
        return float(base * self.factor ** ((epoch - 1) // self.every))


@schedules.register("exponential", "Exponential")
@dataclass(frozen=True)
class Exponential(Schedule):
    """η · factor^(epoch − 1)."""

    factor: float = _share(0.99, mark("Factor"), mark("What the learning rate is multiplied with after every epoch."))

    equation = "η · factor^(epoch − 1)"

    def rate(self, base: float, epoch: int, max_epochs: int, memory: Array) -> float:
        return base * self.factor ** (epoch - 1)


@schedules.register("cosine", "Cosine")
@dataclass(frozen=True)
class Cosine(Schedule):
    """From η down to its final share along half a cosine wave, over all epochs (Loshchilov & Hutter 2017)."""

    final: float = param(
        0.0, "Final share", low=0, high=1, live=True, help="Learning rate of the last epoch / the first."
    )

    equation = "η (final + (1 − final) (1 + cos(π (epoch − 1) / (epochs − 1))) / 2)"

    def rate(self, base: float, epoch: int, max_epochs: int, memory: Array) -> float:
        # Minus 1 on both sides, so that the last epoch itself has the final share.
        progress = min(1.0, (epoch - 1) / max(1, max_epochs - 1))
        return base * (self.final + (1 - self.final) * (1 + math.cos(math.pi * progress)) / 2)


@schedules.register("inverse_scaling", "Inverse scaling")
@dataclass(frozen=True)
class InverseScaling(Schedule):
    """η / epoch^power."""

    power: float = param(0.5, "Power", low=0, high=10, live=True, help="0.5: a quarter of the rate takes 16 epochs.")

    equation = "η / epoch^power"

    def rate(self, base: float, epoch: int, max_epochs: int, memory: Array) -> float:
        return float(base / float(epoch) ** self.power)


@schedules.register("warm_up", "Warm-up")
@dataclass(frozen=True)
class WarmUp(Schedule):
    """Rises in a straight line to η over the first epochs, then falls along a cosine to its final share."""

    epochs: int = _epochs(10, mark("Warm-up"), mark("Epochs until the learning rate has its full size."))
    final: float = param(
        1.0, "Final share", low=0, high=1, live=True, help="Last learning rate / full one; 1: no fall."
    )

    equation = "η · min(1, epoch / warm-up), then cosine"

    def rate(self, base: float, epoch: int, max_epochs: int, memory: Array) -> float:
        if epoch <= self.epochs:
            return base * epoch / self.epochs
        fall = Cosine(self.final)
        return fall.rate(base, epoch - self.epochs, max_epochs - self.epochs, memory)


@schedules.register("plateau", "Reduce on plateau")
@dataclass(frozen=True)
class ReduceOnPlateau(Schedule):
    """η · factor whenever the watched number has not improved for `patience` epochs (Keras's ReduceLROnPlateau).

    Watched is what early stopping watches, or the training loss without validation rows. An improvement is
    value < best − min_delta. memory: [best value, epochs waited, cool-down left, factor so far or 0].
    """

    factor: float = param(
        0.1, "Factor", low=0, low_open=True, high=1, high_open=True, live=True, help="What η is multiplied with."
    )
    patience: int = _epochs(
        10, mark("Patience"), mark("Epochs without improvement before the learning rate falls."), low=0
    )
    min_delta: float = param(1e-4, "Smallest improvement", low=0, high=1e6, live=True, help="Less does not count.")
    cooldown: int = _epochs(0, mark("Cool-down"), mark("Epochs after a fall that are not counted."), low=0)
    min_rate: float = param(0.0, "Lowest learning rate", low=0, high=1e6, live=True, help="It never falls below this.")

    equation = "η · factor^(number of plateaus)"

    def rate(self, base: float, epoch: int, max_epochs: int, memory: Array) -> float:
        share = float(memory[3]) or 1.0
        # A rate that was set below the floor is not lifted to it.
        return max(base * share, min(base, self.min_rate))

    def observe(self, value: float, base: float, memory: Array) -> None:
        # In the order of Keras's callback, which decides in which epoch a cool-down ends.
        best, waited, cooling, share = (float(v) for v in memory)
        if not share:
            best, share = math.inf, 1.0
        if cooling > 0:
            cooling, waited = cooling - 1, 0
        if value < best - self.min_delta:
            best, waited = value, 0
        elif cooling <= 0:
            waited += 1
            if waited >= self.patience and base * share > self.min_rate:
                share, cooling, waited = share * self.factor, self.cooldown, 0
        memory[:] = best, waited, cooling, share
