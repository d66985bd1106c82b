"""How far a run is to go, and the one slice of it that the worker has in hand."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from time import perf_counter

from mlp_gui.session.training.worker_messages import SLICE_SECONDS, SliceRequest, TrainingProgress
from mlp_gui.session.training.worker_thread import WorkerThread

SHORTEST = 0.004  # seconds of a slice that a frame cuts off
LOOK_SECONDS = 0.03  # the weights are copied for the plots at most this often, and for every frame


class SliceScheduler:
    """Asks the worker for one slice after the other until the goal is reached.

    Attributes
    ----------
    goal : SliceRequest or None
        None when nothing more is asked for. A slice that was asked for before still comes back.
    """

    def __init__(self, thread: WorkerThread) -> None:
        self._thread = thread
        self.goal: SliceRequest | None = None
        self._in_flight = 0
        self._looked = 0.0
        self._frame_at = 0.0

    @property
    def is_idle(self) -> bool:
        """Nothing is asked for, and everything that was has come back."""
        return self.goal is None and not self._in_flight

    def expect_frame(self, seconds: float) -> None:
        """Note in how many seconds somebody wants to paint: a slice then ends, with a copy of the weights."""
        self._frame_at = perf_counter() + seconds

    def request_slice(self) -> None:
        """Ask for the next slice, which ends when a frame is due."""
        if self.goal is not None:
            now = perf_counter()
            left = self._frame_at - now
            # Slices of equal length up to the frame, instead of full ones and a rest that is too short to pay.
            slices = max(1, ceil(left / SLICE_SECONDS))
            look = (left > 0 and slices == 1) or now - self._looked >= LOOK_SECONDS
            self._looked = now if look else self._looked
            self._in_flight += 1
            seconds = max(left / slices, SHORTEST) if left > 0 else SLICE_SECONDS
            self._thread.advance.emit(replace(self.goal, with_weights=look, seconds=seconds))

    def slice_returned(self) -> None:
        """Note that the worker has answered."""
        self._in_flight -= 1

    def abort(self) -> None:
        """Give the goal up: the worker could not answer."""
        self.goal, self._in_flight = None, 0

    def is_goal_reached(self, progress: TrainingProgress) -> bool:
        """Return whether the goal is reached, was withdrawn, or a rule has ended the run."""
        goal = self.goal
        if goal is None or goal.one_batch or progress.stopped is not None:
            return True
        return goal.until_epoch is not None and progress.epoch >= goal.until_epoch
