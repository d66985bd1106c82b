"""Makes slices through the loss surface in the background, from the states that the time line has kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.inspection.loss_landscape import (
    LossLandscape,
    Trajectory,
    landscape_over_trajectory,
    landscape_over_weights,
)
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.timeline.time_machine import TimeMachine
from mlp_gui.session.training.run import Run


@dataclass(frozen=True)
class LandscapeSlice:
    """Which slice through the loss is wanted.

    Attributes
    ----------
    indices : tuple of int or None
        Of two weights in θ; None is the plane of the run's trajectory.
    names : tuple of str
        Of the two weights.
    """

    indices: tuple[int, int] | None = None
    names: tuple[str, str] = ("", "")


class LandscapeComputation(QObject):
    """Computes one slice at a time; a newer request withdraws an older one.

    Signals
    -------
    computed(LossLandscape), refused(UserError), crashed(str)
    """

    computed = Signal(object)
    refused = Signal(object)  # UserError
    crashed = Signal(str)

    _ask_path = Signal()

    def __init__(self, run: Run, machine: TimeMachine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run, self._wanted = run, LandscapeSlice()
        self._task = BackgroundTask(self, mark("Drawing the loss surface"))
        self._task.succeeded.connect(self._on_made)
        self._task.cancelled_by_user.connect(self._on_given_up)
        self._task.refused.connect(self.refused)
        self._task.crashed.connect(self.crashed)
        # The states belong to the worker's thread, so the path is collected there and comes back as copies.
        self._ask_path.connect(machine.recorder.send_trajectory)
        machine.recorder.trajectory_sent.connect(self._on_path)

    def compute(self, wanted: LandscapeSlice) -> None:
        """Ask for a slice of the run as it stands."""
        self._wanted = wanted
        if self._run.facts is not None:
            self._ask_path.emit()

    def close(self) -> None:
        """End the thread that may be at work."""
        self._task.close()

    @Slot(object, object, object)
    def _on_path(self, job: int, epochs: object, thetas: object) -> None:
        run, wanted = self._run, self._wanted
        if job != run.job or run.dataset is None:
            return
        path, config, dataset = Trajectory(np.asarray(epochs), np.asarray(thetas)), run.config, run.dataset

        def work(progress: Callable[[float], None], cancelled: Callable[[], bool]) -> LossLandscape:
            if wanted.indices is None:
                return landscape_over_trajectory(config, dataset, path, progress=progress, cancelled=cancelled)
            return landscape_over_weights(
                config, dataset, path, wanted.indices, wanted.names, progress=progress, cancelled=cancelled
            )

        self._task.start(work)

    @Slot()
    def _on_given_up(self) -> None:
        self.refused.emit(UserError(tr("The surface was not drawn to its end.")))

    @Slot(object)
    def _on_made(self, surface: LossLandscape) -> None:
        self.computed.emit(surface)
