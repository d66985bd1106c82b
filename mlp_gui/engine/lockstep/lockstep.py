"""Several networks of one shape that are trained together, epoch by epoch, each with the bits of its single run.

Each member is a `Trainer` like any other, with its own seeds, generator, schedule, history and rules; nothing of what
a network or an optimizer computes is written down twice. Only its arrays lie beside those of the others, so that the
calls of all tapes can be fused (`fused_calls`). What a member has that the others have not, its learning rate, is a
number in these arrays. A member that has stopped is asked for nothing any more; its arrays are lent to the calls of the
others until half of a stack is over, when these move to a stack of their own, and it gets back what it had.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from time import perf_counter

import numpy as np

from mlp_gui.core.dataset import Dataset
from mlp_gui.engine.lockstep.fused_calls import fuse
from mlp_gui.engine.network.memory import StackedMemory
from mlp_gui.engine.network.tape import Call, run_calls
from mlp_gui.engine.network.thread_limits import blas_threads
from mlp_gui.engine.optimizers.base import FullBatchOptimizer
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.minibatch import MiniBatches
from mlp_gui.engine.training.reports import EpochReport
from mlp_gui.engine.training.state import State
from mlp_gui.engine.training.trainer import Trainer

# Bytes of a batch's way through the hidden layers up to which members are faster together, and members from which
# they are. Larger arrays fall out of the processor's first cache: there each member is trained by its own calls.
SMALL, LEAST_MEMBERS = 24_000, 3

NUMBERS = ("learning_rate", "l1", "l2", "weight_decay", "dropout", "input_noise", "averaging")
FREE = ("seed", "max_epochs", "schedule", "stopping")


def can_share_tapes(configs: Sequence[RunConfig]) -> bool:
    """Return whether networks with these settings go through the same operations.

    They may differ in seeds, schedule, stopping, and in numbers such as the learning rate and the share of dropout,
    where all of them are above 0.

    Parameters
    ----------
    configs : sequence of RunConfig
    """
    return len({_shape_of(config) for config in configs}) == 1 and not isinstance(
        configs[0].training.optimizer, FullBatchOptimizer
    )


def is_faster_together(configs: Sequence[RunConfig], n_rows: int) -> bool:
    """Return whether networks that can share their tapes gain by it.

    Parameters
    ----------
    configs : sequence of RunConfig
    n_rows : int
        Training rows.
    """
    network, batch_rows = configs[0].network, min(configs[0].training.batch_size, n_rows)
    size = sum(layer.units + 1 for layer in network.hidden) * batch_rows * np.dtype(network.dtype).itemsize
    return len(configs) >= LEAST_MEMBERS and size <= SMALL


def _shape_of(config: RunConfig) -> RunConfig:
    """Return the settings with those put aside that may differ."""
    training, usual = config.training, type(config.training)()
    same = {name: getattr(usual, name) for name in FREE}
    same |= {name: 0.5 for name in NUMBERS if getattr(training, name)}
    return config.replace(network=config.network.replace(seed=0), training=training.replace(**same))


class Lockstep:
    """Networks that are trained together on the same rows.

    Parameters
    ----------
    configs : sequence of RunConfig
        For which `can_share_tapes` is true.
    dataset : Dataset

    Attributes
    ----------
    members : list of Trainer
        In the order of the settings. Which object stands for a network may change when another one stops. One that is
        over may be looked at until the next epoch begins, and again when the walk has ended.

    Raises
    ------
    UserError
        If the dataset cannot be trained on with these settings.
    """

    def __init__(self, configs: Sequence[RunConfig], dataset: Dataset) -> None:
        if not can_share_tapes(configs):
            raise ValueError("these networks cannot be trained together")
        self._dataset = dataset
        self.members = self._build(configs)
        n_training = len(dataset.train)
        self._stack = list(range(len(configs))) if is_faster_together(configs, n_training) else []
        self._group: _Group | None = None  # of the stack
        self._aside: dict[int, State] = {}  # of members that are over, while their arrays serve the others' calls
        self._halted: set[int] = set()

    def halt(self, k: int) -> None:
        """Stop training a member from the next epoch on; it stays as it is."""
        self._halted.add(k)

    def epochs(self) -> Iterator[list[tuple[int, EpochReport]]]:
        """Train until a rule has fired for each member, and yield after each epoch the reports of those that had it.

        Members that are not faster together are trained one after the other.
        """
        running = list(range(len(self.members)))
        try:
            while running:
                group = self._group_of(running)
                yield from self._alone(running[0]) if group is None else self._together(group, running)
                running = [k for k in running if k not in self._halted and self.members[k].stopped is None]
                self._halted.clear()
        finally:
            self._give_back()

    def _together(self, group: _Group, running: list[int]) -> Iterator[list[tuple[int, EpochReport]]]:
        """Train the members of the stack until one of them is over."""
        group.running = members = [self.members[k] for k in running]
        with blas_threads(members[0].blas_threads):
            while not self._halted and all(member.stopped is None for member in members):
                yield list(zip(running, group.epoch(), strict=True))

    def _alone(self, k: int) -> Iterator[list[tuple[int, EpochReport]]]:
        """Train one member to its end."""
        for report in self.members[k].epochs():
            yield [(k, report)]
            if k in self._halted:
                return

    def _build(self, configs: Sequence[RunConfig]) -> list[Trainer]:
        if not is_faster_together(configs, len(self._dataset.train)):
            return [Trainer(config, self._dataset) for config in configs]
        memory, members = StackedMemory(len(configs)), []
        for k, config in enumerate(configs):
            with memory.member(k):
                members.append(Trainer(config, self._dataset))
        return members

    def _group_of(self, running: list[int]) -> _Group | None:
        """Put the members that go on into a stack of their own where half of the old one is over, if it serves them.

        A new stack takes as long as some hundred epochs of a small network, an idle place in the old one about half of
        what a member takes. With a new stack for each that stops, short runs took longer (measured: 1.2 to 1.8 times).
        """
        configs = [self.members[k].config for k in running]
        together = is_faster_together(configs, len(self._dataset.train))
        if self._stack and not (together and set(running) <= set(self._stack) and 2 * len(running) > len(self._stack)):
            self._give_back()
            for k, new in zip(running, self._build(configs), strict=True):
                new.restore(self.members[k].state())
                self.members[k] = new
            self._stack, self._group = list(running) if together else [], None
        for k in set(self._stack) - set(running) - set(self._aside):
            self._aside[k] = self.members[k].state()
        if self._stack and self._group is None:
            self._group = _Group([self.members[k] for k in self._stack])
        return self._group

    def _give_back(self) -> None:
        """Let the members that are over be what they were when they ended."""
        for k, state in self._aside.items():
            self.members[k].restore(state)
        self._aside.clear()


class _Group:
    """Members that fill a stack, and the calls that train them together.

    Parameters
    ----------
    members : sequence of Trainer

    Attributes
    ----------
    running : sequence of Trainer
        Those of them that train; the others have their arrays there.
    """

    def __init__(self, members: Sequence[Trainer]) -> None:
        self.running = members
        every = [member.batches for member in members if isinstance(member.batches, MiniBatches)]
        known: dict[int, list[Call]] = {}  # the batches of an epoch share their lists of calls
        for k, calls in enumerate(every[0].calls):
            if id(calls) not in known:
                known[id(calls)] = fuse([batches.calls[k] for batches in every])
        self._calls = [known[id(calls)] for calls in every[0].calls]
        found = [member.validation.calls for member in members]
        together = [calls for calls in found if calls is not None]
        self._validation = fuse(together) if together else None
        self._closing = fuse([member.closing for member in members])
        self._saving = fuse([member.saving for member in members])

    def epoch(self) -> list[EpochReport]:
        """Train an epoch."""
        with np.errstate(all="ignore"):
            return self._epoch()

    def _epoch(self) -> list[EpochReport]:
        start, members = perf_counter(), self.running
        for member in members:
            member.begin_epoch()
        chosen = [member.batches for member in members if isinstance(member.batches, MiniBatches)]
        for k, calls in enumerate(self._calls):
            for batches in chosen:
                batches.choose_rows(k)
            run_calls(calls)
        if self._validation is None:
            losses = [member.validation.run() for member in members]
        else:
            run_calls(self._validation)
            losses = [member.validation.loss for member in members]
        run_calls(self._closing)
        finite = [member.is_finite for member in members]
        if all(finite):
            run_calls(self._saving)
        else:
            for member in compress(members, finite):
                run_calls(member.saving)
        seconds = (perf_counter() - start) / len(members)
        ends = zip(members, losses, finite, strict=True)
        return [member.end_epoch(loss, is_finite, seconds) for member, loss, is_finite in ends]
