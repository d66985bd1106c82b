"""The time machine: any moment of a run again, bit for bit, from snapshots and by training on from the nearest one.

Training is deterministic, so the line through a run needs only some of its states. The line is one path: training on
from the past, or changing a setting or a weight there, forgets what came after (a copy of the line keeps it).

Only the clock is not deterministic: the state of a stop by the limit on the training time is kept for good, the line
ends or goes on there as it did, and a replay never looks at the clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import thread_time
from typing import NamedTuple

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.reports import StopKind
from mlp_gui.engine.training.state import State
from mlp_gui.engine.training.trainer import Trainer

BUDGET = 64_000_000
# At a border of epochs the backup has just been taken: it equals the live arrays.
TWINS = {"finite_0": "theta", "finite_1": "optimizer_state", "finite_2": "count", "finite_3": "average"}
COST_SHARE = 1 / 40  # of the time that the thread computes may go into snapshots, also when others compute beside it


class Position(NamedTuple):
    """A place in a run: completed epochs, and completed batches of the epoch under way."""

    epoch: int
    batch: int = 0


START = Position(0)


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """A state of a run that is kept.

    Attributes
    ----------
    position : Position
    config : RunConfig
    state : State
    anchored : bool
        Whether something was changed here, so that no training alone leads here from an earlier one.
    essential : bool
        Whether the log of settings does not lead here either: weights were edited, or the clock stopped the run.
    """

    position: Position
    config: RunConfig
    state: State
    anchored: bool
    essential: bool = False


def position_of(trainer: Trainer) -> Position:
    """Return where a run stands."""
    return Position(trainer.epoch, trainer.batch)


class Timeline:
    """The line through a run, kept as some of its states.

    Parameters
    ----------
    budget : int
        Bytes that the states may take.

    Attributes
    ----------
    checkpoints : list of Checkpoint
        In order.
    position : Position
        Where the run stands.
    end : Position
        Where the line ends.
    history : History
        All epochs of the line.
    changes : list of tuple of Position and RunConfig
        The log of settings: which ones held from where on. A replay follows it.
    used : int
        Bytes that the states take.
    """

    def __init__(self, budget: int = BUDGET) -> None:
        self.budget = budget
        self.checkpoints: list[Checkpoint] = []
        self.changes: list[tuple[Position, RunConfig]] = []
        self.history = History()
        self.position = self.end = START
        self.used = 0
        self._spacing = 1
        self._recorded_at = self._cost = 0.0

    def start_run(self, trainer: Trainer) -> None:
        """Start the line of a new run, or of one that goes on from a saved state."""
        self.checkpoints, self.changes, self._spacing = [], [], 1
        self.position = self.end = position_of(trainer)
        self.history = trainer.history.shared()
        self._add(trainer, anchored=True, essential=True)

    def record(self, trainer: Trainer) -> None:
        """Record the run after a slice of training, when the last state is far enough and there is time for another."""
        if self.position < self.end:
            self.forget_after(self.position)
        self.history = trainer.history.shared()
        self.position = self.end = position_of(trainer)
        if trainer.stopped is not None and trainer.stopped.kind is StopKind.DIVERGED:
            self.change(trainer)  # it went back to the last finite epoch, with a generator that has moved on
        elif trainer.stopped is not None or self._is_due(self.position):
            by_clock = trainer.stopped is not None and trainer.stopped.kind is StopKind.TIME
            self._add(trainer, by_clock, by_clock)  # no replay would stop at the same place

    def change(self, trainer: Trainer, by_settings: bool = False) -> None:
        """Note that the run was changed where it stands: forget the future, and keep this state.

        Parameters
        ----------
        trainer : Trainer
        by_settings : bool
            Whether nothing but its settings changed, so that a replay can do the same.
        """
        self.position = position_of(trainer)
        self.forget_after(self.position)
        if by_settings:
            self.changes.append((self.position, trainer.config))
        self._add(trainer, anchored=True, essential=not by_settings)

    def forget_after(self, position: Position) -> None:
        """End the line at a position."""
        self.checkpoints = [moment for moment in self.checkpoints if moment.position <= position]
        self.changes = [change for change in self.changes if change[0] <= position]
        self.used = _bytes(self.checkpoints)
        self.history.truncate(position.epoch)
        self.end = position

    def set_budget(self, budget: int) -> None:
        """Set how many bytes the states may take from now on; some are dropped when they are too many."""
        self.budget = budget
        if self.used <= budget:
            self._spacing = 1
        self._fit()

    def _is_due(self, here: Position) -> bool:
        if not self.checkpoints:
            return False
        last = self.checkpoints[-1].position
        far = here.epoch - last.epoch >= self._spacing or (self._spacing == 1 and here != last)
        return far and thread_time() - self._recorded_at >= self._cost / COST_SHARE

    def _add(self, trainer: Trainer, anchored: bool, essential: bool = False) -> None:
        start, here = thread_time(), position_of(trainer)
        # The same place again: the newer state takes over, and stays an anchor where the older one was one.
        while self.checkpoints and self.checkpoints[-1].position >= here:
            older = self.checkpoints.pop()
            anchored, essential = older.anchored or anchored, older.essential or essential
        state = self._shared(trainer.state(with_history=False), here)
        self.checkpoints.append(Checkpoint(here, trainer.config, state, anchored, essential))
        added = _bytes(self.checkpoints[-1:], self.checkpoints[-2:-1])
        self.used = _bytes(self.checkpoints) if anchored else self.used + added
        self._fit()
        self._recorded_at = thread_time()
        self._cost = self._recorded_at - start

    def _shared(self, state: State, here: Position) -> State:
        """Return the state with arrays that equal each other, or those of the checkpoint before, kept only once."""
        before = self.checkpoints[-1].state if self.checkpoints else {}
        for name, twin in TWINS.items():
            if here.batch == 0 and name in state and np.array_equal(state[name], state[twin]):
                state[name] = state[twin]
        for name in ("best_theta", "batch_order"):
            if name in state and name in before and np.array_equal(state[name], before[name]):
                state[name] = before[name]
        return state

    def _fit(self) -> None:
        """Thin the states until they fit: every second one first, then the earliest."""
        while self.used > self.budget and self.checkpoints:
            # Never the start or the newest state. An anchor cannot be computed from an earlier state.
            loose = [i for i, m in enumerate(self.checkpoints[:-1]) if i and not m.anchored]
            if loose:
                gone = set(loose[::2])
                self._spacing = max(1, 2 * self._spacing)
            else:
                gone = {0}
            self.checkpoints = [m for i, m in enumerate(self.checkpoints) if i not in gone]
            self.used = _bytes(self.checkpoints)

    # --- travelling ------------------------------------------------------------------------------------------

    @property
    def start(self) -> Position:
        """The earliest position that can be reached."""
        return self.checkpoints[0].position if self.checkpoints else self.end

    def nearest(self, target: Position) -> Checkpoint:
        """Return the last kept state at or before a position.

        Raises
        ------
        UserError
            If there is none.
        """
        for moment in reversed(self.checkpoints):
            if moment.position <= target:
                return moment
        raise UserError(
            tr("Epoch {epoch:,} is not kept any more.", epoch=target.epoch),
            tr(
                "The states that fit into {size:,.0f} MB begin at epoch {epoch:,}.",
                size=self.budget / 1e6,
                epoch=self.start.epoch,
            ),
            tr("Give the time line more memory, or train again from the start."),
        )

    def reach(self, trainer: Trainer, target: Position) -> None:
        """Put the trainer where the run was at a position, settings included.

        Parameters
        ----------
        trainer : Trainer
        target : Position

        Raises
        ------
        UserError
            If no state at or before the position is kept.
        """
        target = min(max(target, START), self.end)
        moment, here = self.nearest(target), position_of(trainer)
        # The run itself may stand nearer to the target than any kept state.
        held = [moment.config, *(config for at, config in self.changes if moment.position < at <= here)][-1]
        if not (moment.position <= here <= target and trainer.config == held):
            self.restore(trainer, moment)
        if position_of(trainer) < target:
            self._replay(trainer, target)
        self.position = target

    def _replay(self, trainer: Trainer, target: Position) -> None:
        """Train on to a position without looking at the clock; the times in the history are those of the first time."""
        trainer.timed = False
        try:
            here = position_of(trainer)
            for at, config in [change for change in self.changes if here < change[0] <= target]:
                _walk(trainer, at)
                trainer.retune(config)
            _walk(trainer, target)
        finally:
            trainer.timed = True
        trainer.history = self.history.shared(until=target.epoch)
        if len(trainer.history) and not target.batch:
            trainer.seconds = trainer.history[-1].seconds

    def restore(self, trainer: Trainer, moment: Checkpoint) -> None:
        """Put the trainer into a kept state, settings included.

        Parameters
        ----------
        trainer : Trainer
        moment : Checkpoint
        """
        if trainer.config != moment.config:
            trainer.retune(moment.config)  # before the state: retuning sets a learning rate
        trainer.restore(moment.state)
        trainer.history = self.history.shared(until=moment.position.epoch)

    def copy(self) -> Timeline:
        """Return the same line, to come back to. The states themselves are shared: nobody writes to them."""
        twin = Timeline(self.budget)
        twin.checkpoints, twin.used, twin._spacing = list(self.checkpoints), self.used, self._spacing
        twin.changes = list(self.changes)
        twin.position, twin.end = self.position, self.end
        twin.history = self.history.shared()
        return twin


def _walk(trainer: Trainer, target: Position) -> None:
    while (now := position_of(trainer)) < target:
        trainer.step_epoch() if now.epoch < target.epoch else trainer.step_batch()
        if position_of(trainer) == now:
            raise UserError(
                tr("Epoch {epoch:,} cannot be computed again.", epoch=target.epoch), str(trainer.can_go_on())
            )


def _bytes(moments: list[Checkpoint], known: Sequence[Checkpoint] = ()) -> int:
    """Return the bytes of the states, each array counted once and those of known states not at all."""
    there = {id(array) for moment in known for array in moment.state.values()}
    arrays = [array for moment in moments for array in moment.state.values() if id(array) not in there]
    return sum({id(array): array.nbytes for array in arrays}.values())
