"""The journal of a run: at which epochs it was paused, went on, had a live setting changed, or was forked off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QObject, Slot

from mlp_gui.core.params import Config, Param, params_of
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.reports import EpochReport
from mlp_gui.export.project.run_past import RunEvent, Value
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.training.run import Run

MAX_MARKS = 200


class EventLog(QObject):
    """Notes when a run was paused, went on or had a live setting changed. Where it forked it is told.

    `note_changes` is to be called whenever the run is changing, after those that keep the marks there were.
    """

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._run = run
        self._before, self._config = run.phase, run.config
        self._marks: list[RunEvent] = []
        self._fork: tuple[RunEvent, ...] = ()
        run.built.connect(self._on_built)
        run.phase_changed.connect(self._on_phase)
        run.epochs_finished.connect(self._on_epochs)

    @property
    def events(self) -> list[RunEvent]:
        """The fork first, then in the order in which they happened."""
        return [*self._fork, *self._marks]

    @property
    def marks(self) -> tuple[RunEvent, ...]:
        """All but the fork."""
        return tuple(self._marks)

    def restore(self, marks: Sequence[RunEvent]) -> None:
        """Take over the marks of a run that is taken up again."""
        self._marks = list(marks)[-MAX_MARKS:]

    def set_fork(self, epoch: int, text: str) -> None:
        """Note where the run branched off another one.

        Parameters
        ----------
        epoch : int
            After which it did; 0 when it did not.
        text : str
        """
        self._fork = (RunEvent(epoch, "fork", (text,)),) if epoch else ()

    @Slot()
    def _on_built(self) -> None:
        self._marks = []
        self._before, self._config = self._run.phase, self._run.config

    @Slot(object)
    def _on_epochs(self, reports: list[EpochReport]) -> None:
        """Forget the marks of a future that was left: training has begun before them."""
        if self._marks and self._marks[-1].epoch >= reports[0].epoch:
            self._marks = [mark for mark in self._marks if mark.epoch < reports[0].epoch]

    @Slot()
    def _on_phase(self) -> None:
        before, now, epoch = self._before, self._run.phase, self._run.epoch
        # A move along the line brings the settings of that time, which nobody changes.
        self._before, self._config = now, self._run.config
        if now is Phase.PAUSED and before is Phase.RUNNING and epoch:
            self._add(RunEvent(epoch, "pause"))
        elif now is Phase.RUNNING and before.is_resting and epoch:
            self._add(RunEvent(epoch, "resume"))

    @Slot()
    def note_changes(self) -> None:
        """Note which settings a person has changed."""
        before, self._config = self._config, self._run.config
        if self._run.epoch:
            for event in setting_events(self._run.epoch, before, self._config):
                self._add(event)

    def _add(self, event: RunEvent) -> None:
        """Add a mark; of several changes of one setting after one epoch the first value and the last count."""
        same = next((m for m in self._marks if _key(m) == _key(event)), None)
        if same is not None and event.kind in ("rate", "setting"):
            event = event._replace(values=(*same.values[:-1], event.values[-1]))
        kept = [mark for mark in self._marks if mark.epoch <= event.epoch and mark is not same]
        if event.kind in ("rate", "setting") and event.values[-2] == event.values[-1]:
            self._marks = kept  # it was set back
        else:
            self._marks = [*kept[1 - MAX_MARKS :], event]


def _key(event: RunEvent) -> tuple[Value, ...]:
    return event.epoch, event.kind, *event.values[:1] * (event.kind == "setting")


def setting_events(epoch: int, before: RunConfig, now: RunConfig) -> Iterator[RunEvent]:
    """Yield an event for each setting that differs.

    Parameters
    ----------
    epoch : int
        Epochs completed.
    before, now : RunConfig
    """
    for p, old, new in _changes(before, now):
        values = _plain(p, old), _plain(p, new)
        is_rate = p.name == "learning_rate" and all(isinstance(value, float) for value in values)
        yield RunEvent(epoch, "rate", values) if is_rate else RunEvent(epoch, "setting", (p.label, *values))


def _changes(before: Config, now: Config) -> Iterator[tuple[Param, Any, Any]]:
    """Yield the settings that differ, looked up through groups and members."""
    for p in params_of(type(before)):
        old, new = getattr(before, p.name), getattr(now, p.name)
        if isinstance(old, Config) and type(old) is type(new):
            yield from _changes(old, new)
        elif old != new:
            yield p, old, new


def _plain(p: Param, value: Any) -> Value:
    """Return a value as a number or as the text that a translation goes by."""
    if p.kind == "choice":
        return dict(p.choices)[value]
    if p.kind == "member":
        return str(value.label)
    return value if value is None or isinstance(value, bool | int | float) else str(value)
