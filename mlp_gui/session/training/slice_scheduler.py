"""The walk of a run: how far it is to go, and the one slice of it that the worker has in hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil
from time import perf_counter

from mlp_gui.session.training.worker import SLICE_SECONDS, SliceRequest, TrainingProgress
from mlp_gui.session.training.worker_thread import WorkerThread

SHORTEST = 0.004  # seconds of a slice that a frame cuts off
LOOK_SECONDS = 0.03  # the weights are copied for the plots at most this often, and for every frame


class SliceScheduler:
    """goal: None when nothing more is asked for. A slice that was asked for before still comes back."""

    def __init__(self, thread: WorkerThread) -> None:
        self._thread = thread
        self.goal: SliceRequest | None = None
        self._in_flight = 0
        self._looked = 0.0
        self.seconds_to_frame: Callable[[], float] = lambda: 0.0  # seconds until somebody wants to paint; 0: unknown

    @property
    def is_idle(self) -> bool:
        """Nothing is asked for, and everything that was has come back."""
        return self.goal is None and not self._in_flight

    def request_slice(self) -> None:
        """Ask for the next slice. It ends when a frame is due, and then brings a copy of the weights."""
        if self.goal is not None:
            now, left = perf_counter(), self.seconds_to_frame()
            slices = max(1, ceil(left / SLICE_SECONDS))
            look = (left > 0 and slices == 1) or now - self._looked >= LOOK_SECONDS
            self._looked = now if look else self._looked
            self._in_flight += 1
            seconds = max(left / slices, SHORTEST) if left > 0 else SLICE_SECONDS
            self._thread.advance.emit(replace(self.goal, with_weights=look, seconds=seconds))

    def slice_returned(self) -> None:
        self._in_flight -= 1

    def abort(self) -> None:
        """The worker could not answer."""
        self.goal, self._in_flight = None, 0

    def is_goal_reached(self, progress: TrainingProgress) -> bool:
        """Whether the goal is reached, was withdrawn, or a rule has ended the run."""
        goal = self.goal
        if goal is None or goal.one_batch or progress.stopped is not None:
            return True
        return goal.until_epoch is not None and progress.epoch >= goal.until_epoch
