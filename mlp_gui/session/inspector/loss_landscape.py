"""Makes slices through the loss surface in the background, from the states that the time line has kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.inspection.loss_landscape import Path, Surface, surface_over_path, surface_over_weights
from mlp_gui.session.tasks.background_task import TaskSlot
from mlp_gui.session.timeline.time_machine import TimeMachine
from mlp_gui.session.training.run import Run


@dataclass(frozen=True)
class Slice:
    """Which slice: over two weights by their places in θ, or, without places, along the path."""

    places: tuple[int, int] | None = None
    names: tuple[str, str] = ("", "")


class SurfaceMaker(QObject):
    """Emits `made(Surface)`; one slice at a time, a newer request withdraws an older one."""

    made = Signal(object)
    refused = Signal(object)  # UserError
    crashed = Signal(str)

    _ask_path = Signal()

    def __init__(self, run: Run, machine: TimeMachine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run, self._wanted = run, Slice()
        self._task = TaskSlot(self, mark("Drawing the loss surface"))
        self._task.succeeded.connect(self._on_made)
        self._task.given_up.connect(self._on_given_up)
        self._task.refused.connect(self.refused)
        self._task.crashed.connect(self.crashed)
        self._ask_path.connect(machine.recorder.tell_path)
        machine.recorder.path_told.connect(self._on_path)

    def make(self, wanted: Slice) -> None:
        """Ask for a slice of the run as it stands."""
        self._wanted = wanted
        if self._run.facts is not None:
            self._ask_path.emit()

    def close(self) -> None:
        """End the thread that may be at work."""
        self._task.close()

    @Slot(int, object, object)
    def _on_path(self, job: int, epochs: object, thetas: object) -> None:
        run, wanted = self._run, self._wanted
        if job != run.job or run.dataset is None:
            return
        path, config, dataset = Path(np.asarray(epochs), np.asarray(thetas)), run.config, run.dataset

        def work(progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Surface:
            if wanted.places is None:
                return surface_over_path(config, dataset, path, progress=progress, cancelled=cancelled)
            return surface_over_weights(
                config, dataset, path, wanted.places, wanted.names, progress=progress, cancelled=cancelled
            )

        self._task.start(work)

    @Slot()
    def _on_given_up(self) -> None:
        self.refused.emit(UserError(tr("The surface was not drawn to its end.")))

    @Slot(object)
    def _on_made(self, surface: Surface) -> None:
        self.made.emit(surface)
