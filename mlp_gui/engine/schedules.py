"""Schedules: the learning rate as a function of the epoch, or of how the training goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mlp_gui.core.params import Config
from mlp_gui.core.registry import Registry
from mlp_gui.engine.tape import Array

schedules: Registry[Schedule] = Registry("schedule")

MEMORY = 4


class Schedule(Config):
    """`rate` gives the learning rate of an epoch (counted from 1); `observe` learns from the epoch's result.

    memory: (4,) numbers that a schedule may keep between epochs; they are part of a checkpoint. 0 at the start.
    """

    name: ClassVar[str]
    label: ClassVar[str]

    def rate(self, base: float, epoch: int, max_epochs: int, memory: Array) -> float:
        raise NotImplementedError

    def observe(self, value: float, base: float, memory: Array, sign: float = 1.0) -> None:
        """value: the monitored number of the epoch; sign is -1 when larger is better."""


@schedules.register("constant", "Constant")
@dataclass(frozen=True)
class Constant(Schedule):
    """The learning rate as set."""

    def rate(self, base: float, epoch: int, max_epochs: int, memory: Array) -> float:
        return base
