"""The journal of a run: at which epochs it was paused, went on, and had its learning rate changed by a person."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Slot

from mlp_gui.core.words import tr
from mlp_gui.session.phase import Phase
from mlp_gui.session.run import Run

MOST_MARKS = 200


class Mark(NamedTuple):
    """kind: "pause", "resume" or "rate"; text: what happened, short."""

    epoch: int
    kind: str
    text: str


class Journal(QObject):
    """Listens to a run; `marks` are in the order in which they happened."""

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._run = run
        self._before, self._rate = run.phase, run.config.training.learning_rate
        self.marks: list[Mark] = []
        run.was_built.connect(self._on_built)
        run.phase_changed.connect(self._on_phase)
        run.config_changed.connect(self._on_config)

    @Slot()
    def _on_built(self) -> None:
        self.marks = []
        self._before, self._rate = self._run.phase, self._run.config.training.learning_rate

    @Slot()
    def _on_phase(self) -> None:
        before, now, epoch = self._before, self._run.phase, self._run.epoch
        self._before = now
        self.marks = [mark for mark in self.marks if mark.epoch <= epoch or mark.kind == "rate"]
        if now is Phase.PAUSED and before is Phase.RUNNING and epoch:
            self._add("pause", tr("paused"))
        elif now is Phase.RUNNING and before.is_resting and epoch:
            self._add("resume", tr("resumed"))

    @Slot()
    def _on_config(self) -> None:
        rate, before = self._run.config.training.learning_rate, self._rate
        self._rate = rate
        if rate != before and self._run.epoch:
            self._add("rate", tr("rate {before:g} → {rate:g}", before=before, rate=rate))

    def _add(self, kind: str, text: str) -> None:
        epoch = self._run.epoch
        self.marks = [mark for mark in self.marks if (mark.epoch, mark.kind) != (epoch, kind)][-MOST_MARKS:]
        self.marks.append(Mark(epoch, kind, text))
