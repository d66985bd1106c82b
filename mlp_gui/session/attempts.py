"""The runs of this session side by side: what each was like, how far it came, and its weights to go back to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.params import changed_params
from mlp_gui.engine.checkpoint import State
from mlp_gui.engine.config import RunConfig
from mlp_gui.engine.tape import Array
from mlp_gui.session.phase import Phase
from mlp_gui.session.run import Run

MOST = 30  # runs that are kept
MOST_POINTS = 2000  # of each curve


@dataclass(frozen=True, eq=False)
class Attempt:
    """number: from 1, which also gives its colour. epochs, train, validation: (points,) of its curves, thinned.

    state: to go on from where it stood. scores: subset -> metric -> value with the weights that were shown at its end.
    """

    number: int
    config: RunConfig
    dataset: Dataset
    epochs: Array
    train: Array
    validation: Array
    best_epoch: int
    best_value: float
    ending: str
    state: State | None = None
    scores: dict[str, dict[str, float]] = field(default_factory=dict)
    name: str = ""
    shown: bool = True


class Attempts(QObject):
    """Listens to a run: an attempt begins with the first epoch after a reset and is kept whenever the run rests."""

    changed = Signal()

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._run = run
        self.kept: list[Attempt] = []
        self._number = 0
        self._count = 0
        self._waiting: int | None = None  # the attempt that the next checkpoint belongs to
        run.was_built.connect(self._on_built)
        run.phase_changed.connect(self._on_phase)
        run.checkpointed.connect(self._on_checkpoint)

    @property
    def current(self) -> int:
        """The number of the run that stands in the window; 0 before its first epoch."""
        return self._number

    def find(self, number: int) -> Attempt | None:
        return next((a for a in self.kept if a.number == number), None)

    def show(self, number: int, shown: bool) -> None:
        """Whether its curve is among those laid over one another."""
        self._put(number, shown=shown)

    def rename(self, number: int, name: str) -> None:
        self._put(number, name=name.strip())

    def add_scores(self, scores: dict[str, dict[str, float]]) -> None:
        """Scores of the run as it rests now."""
        if self._number:
            self._put(self._number, scores=scores)

    def restore(self, number: int) -> bool:
        """Put the run back where that attempt stood. False while it cannot be."""
        found = self.find(number)
        if found is None or found.state is None or self._run.phase is Phase.RUNNING:
            return False
        if found.dataset is not self._run.dataset:
            return False
        self._number = -number  # the run that is built next is this attempt again
        self._run.set_dataset(found.dataset, found.config, found.state)
        return True

    def differences(self, attempt: Attempt) -> str:
        """What is set otherwise than in the first run, in words."""
        first = self.kept[0].config if self.kept else attempt.config
        labels = [f"{p.label} {_value(attempt.config, p.name)}" for p in changed_params(first, attempt.config)]
        return ", ".join(labels) if labels else "the settings of the first run"

    @Slot()
    def _on_built(self) -> None:
        self._number = -self._number if self._number < 0 else 0
        if self.kept and self._run.dataset is not None and self.kept[0].dataset is not self._run.dataset:
            self.kept = [a for a in self.kept if a.dataset is self._run.dataset]
        self.changed.emit()

    @Slot()
    def _on_phase(self) -> None:
        run = self._run
        before = self.find(self._number)
        other = before is not None and before.dataset is not run.dataset  # as when a project was opened
        if self._number >= 0 and run.epoch + run.batch > 0 and (self._number == 0 or other):
            self._count += 1
            self._number = self._count
        if run.phase.is_resting and self._number > 0 and run.epoch and run.dataset is not None:
            self._keep()

    def _keep(self) -> None:
        run, history = self._run, self._run.history
        assert run.dataset is not None
        at = np.unique(np.linspace(0, len(history) - 1, min(len(history), MOST_POINTS)).astype(int))
        before = self.find(self._number)
        made = Attempt(
            self._number, run.config, run.dataset,
            history.epochs[at].copy(), history.train_loss[at].copy(), history.validation_loss[at].copy(),
            run.best_epoch, run.best_value, run.sentence,
        )  # fmt: skip
        if before is not None:
            made = replace(made, name=before.name, shown=before.shown, scores=before.scores)
        self.kept = sorted([a for a in self.kept if a.number != self._number] + [made], key=lambda a: a.number)[-MOST:]
        self._waiting = self._number
        run.request_checkpoint()
        self.changed.emit()

    @Slot(object)
    def _on_checkpoint(self, state: State) -> None:
        if self._waiting is not None and self._run.phase is not Phase.RUNNING:
            self._put(self._waiting, state=state)
            self._waiting = None

    def _put(self, number: int, **changes: object) -> None:
        self.kept = [replace(a, **changes) if a.number == number else a for a in self.kept]  # type: ignore[arg-type]
        self.changed.emit()


def _value(config: RunConfig, path: str) -> str:
    """The value of a setting that was found by its path or its name."""
    for part in (config.training, config.network, config.training.stopping):
        if hasattr(part, path.split(".")[-1]):
            value = getattr(part, path.split(".")[-1])
            return getattr(value, "label", None) or (f"{value:g}" if isinstance(value, float) else str(value))
    return ""
