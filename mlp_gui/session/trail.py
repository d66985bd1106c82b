"""The trail of a run: copies of its weights after some epochs of a slice, all of the first ones, fewer later on."""

from __future__ import annotations

from time import perf_counter

from mlp_gui.engine.training.reports import EpochReport, Snapshot
from mlp_gui.engine.training.trainer import Trainer

EVERY = 128  # epochs until only every second one leaves a copy, twice as many until every fourth, and so on
MOST_PARAMETERS = 200_000  # of larger networks the copies would cost more than they show


def next_stop(epoch: int) -> int:
    """The next epoch after this one that leaves a copy."""
    stride = 1
    while epoch >= EVERY * stride:
        stride *= 2
    return (epoch // stride + 1) * stride


def advance(trainer: Trainer, seconds: float, until_epoch: int | None) -> tuple[list[EpochReport], list[Snapshot]]:
    """As `Trainer.advance`, which it calls from stop to stop: the same numbers, and the copies."""
    if trainer.network.n_parameters > MOST_PARAMETERS:
        return trainer.advance(seconds, until_epoch), []
    end, reports, trail = perf_counter() + seconds, [], []
    while True:
        stop = next_stop(trainer.epoch)
        left = max(0.0005, end - perf_counter())
        found = trainer.advance(left, stop if until_epoch is None else min(stop, until_epoch), 3 * seconds)
        reports += found
        if found and trainer.epoch == stop and trainer.batch == 0:
            trail.append(trainer.snapshot())
        finished = trainer.epoch == until_epoch or trainer.stopped is not None or trainer.can_go_on() is not None
        if not found or finished or perf_counter() >= end:
            return reports, trail
