"""The journal of a run: at which epochs it was paused, went on, had its learning rate changed, or was forked off."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Slot

from mlp_gui.core.number_format import format_setting
from mlp_gui.core.translation import tr
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.training.run import Run

MAX_MARKS = 200


class RunEvent(NamedTuple):
    """Something that happened to a run.

    Attributes
    ----------
    epoch : int
    kind : str
        "pause", "resume", "rate" or "fork".
    text : str
        What happened, short.
    """

    epoch: int
    kind: str
    text: str


class EventLog(QObject):
    """Notes when a run was paused, went on or had its learning rate changed. Where it forked it is told."""

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._run = run
        self._before, self._rate = run.phase, run.config.training.learning_rate
        self._marks: list[RunEvent] = []
        self._fork: tuple[RunEvent, ...] = ()
        run.built.connect(self._on_built)
        run.phase_changed.connect(self._on_phase)
        run.config_changed.connect(self._on_config)

    @property
    def events(self) -> list[RunEvent]:
        """The fork first, then in the order in which they happened."""
        return [*self._fork, *self._marks]

    def set_fork(self, epoch: int, text: str) -> None:
        """Note where the run branched off another one.

        Parameters
        ----------
        epoch : int
            After which it did; 0 when it did not.
        text : str
        """
        self._fork = (RunEvent(epoch, "fork", text),) if epoch else ()

    @Slot()
    def _on_built(self) -> None:
        self._marks = []
        self._before, self._rate = self._run.phase, self._run.config.training.learning_rate

    @Slot()
    def _on_phase(self) -> None:
        before, now, epoch = self._before, self._run.phase, self._run.epoch
        self._before = now
        self._marks = [mark for mark in self._marks if mark.epoch <= epoch or mark.kind == "rate"]
        if now is Phase.PAUSED and before is Phase.RUNNING and epoch:
            self._add("pause", tr("paused"))
        elif now is Phase.RUNNING and before.is_resting and epoch:
            self._add("resume", tr("resumed"))

    @Slot()
    def _on_config(self) -> None:
        rate, before = self._run.config.training.learning_rate, self._rate
        self._rate = rate
        if rate != before and self._run.epoch:
            self._add("rate", tr("rate {before} → {rate}", before=format_setting(before), rate=format_setting(rate)))

    def _add(self, kind: str, text: str) -> None:
        epoch = self._run.epoch
        self._marks = [mark for mark in self._marks if (mark.epoch, mark.kind) != (epoch, kind)][-MAX_MARKS:]
        self._marks.append(RunEvent(epoch, kind, text))
