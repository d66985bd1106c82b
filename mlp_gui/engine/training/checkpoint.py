"""A checkpoint: the state of a run at one of its positions, from which the run goes on bit for bit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.state import State
from mlp_gui.engine.training.trainer import Trainer


class Position(NamedTuple):
    """Completed epochs, and completed batches of the epoch under way."""

    epoch: int
    batch: int = 0


START = Position(0)


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """A kept state. anchored: something was changed here, so that it cannot be computed from an earlier one."""

    position: Position
    config: RunConfig
    state: State
    anchored: bool


def position_of(trainer: Trainer) -> Position:
    return Position(trainer.epoch, trainer.batch)
