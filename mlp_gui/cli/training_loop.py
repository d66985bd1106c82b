"""The training of the command line: in slices, so that a signal is heard of, with a save every now and then."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from mlp_gui.cli.interruption import NotedSignals
from mlp_gui.core.errors import UserError
from mlp_gui.engine.training.trainer import Trainer

SLICE = 0.2  # seconds between two looks at signals and the clock
EVERY = 60.0  # seconds between two saves unless another number is asked for
REST = 4  # times as long as the last save took until the next one begins, whatever was asked for


def train_in_slices(trainer: Trainer, noted: NotedSignals, save: Callable[[], object], every: float) -> None:
    """Train until a rule fires or a signal comes; the numbers are those of a run in one go.

    A save that fails is told on stderr, once until one succeeds, and the training goes on.

    Parameters
    ----------
    trainer : Trainer
    noted : NotedSignals
    save : callable
        Writes what there is.
    every : float
        Seconds from one save to the next; 0 for none.
    """
    saves = _RegularSaves(save, every)
    while noted.first is None and trainer.can_go_on() is None:
        trainer.advance(SLICE)
        if trainer.stopped:
            return
        saves.save_if_due()
    if noted.first is not None:
        with suppress(UserError):  # which the save that follows says
            save()  # at once: who ends a program may not wait for what else there is to compute


class _RegularSaves:
    def __init__(self, save: Callable[[], object], every: float) -> None:
        self._save, self._every = save, every
        self._due = monotonic() + every
        self._has_failed = False

    def save_if_due(self) -> None:
        began = monotonic()
        if not self._every or began < self._due:
            return
        try:
            self._save()
            self._has_failed = False
        except UserError as error:
            if not self._has_failed:
                print(f"{error} The training goes on.", file=sys.stderr)
            self._has_failed = True
        ended = monotonic()
        self._due = ended + max(self._every, REST * (ended - began))
