"""The past of a run: everything that its time line, its plots over the epochs and its marks show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from mlp_gui.core.number_format import format_setting
from mlp_gui.core.translation import tr
from mlp_gui.engine.diagnostics.layer_record import LayerRecord
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.timeline import Position, Timeline

Value = float | str | bool | None
EVENT_KINDS = ("pause", "resume", "rate", "setting", "fork")


class RunEvent(NamedTuple):
    """Something that happened to a run.

    Attributes
    ----------
    epoch : int
    kind : str
        One of EVENT_KINDS.
    values : tuple
        Of a rate the one before and the new one; of a setting its label, as it is declared, before them; of a fork
        what it is called.
    """

    epoch: int
    kind: str
    values: tuple[Value, ...] = ()

    @property
    def text(self) -> str:
        """What happened, short."""
        if self.kind == "rate":
            before, rate = map(_shown, self.values)
            return tr("rate {before} → {rate}", before=before, rate=rate)
        if self.kind == "setting":
            before, value = map(_shown, self.values[1:])
            label = tr(str(self.values[0]))
            return tr("{setting} {before} → {value}", setting=label, before=before, value=value)
        if self.kind == "fork":
            return str(self.values[0])
        return tr("paused") if self.kind == "pause" else tr("resumed")


def _shown(value: Value) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return tr("yes" if value else "no")
    return tr(value) if isinstance(value, str) else format_setting(value)


@dataclass(frozen=True, eq=False)
class TimelineBranch:
    """A future that was left: where the run turned off it, and how it had gone on.

    Attributes
    ----------
    number : int
    left_at, end : Position
    config : RunConfig
        At its end.
    history : History
    line : Timeline
    """

    number: int
    left_at: Position
    end: Position
    config: RunConfig
    history: History
    line: Timeline


@dataclass(frozen=True, eq=False)
class RunPast:
    """What is known of the epochs of a run.

    Attributes
    ----------
    line : Timeline
        Nobody writes to it.
    events : tuple of RunEvent
    layers : callable
        Returns the records of its layers, a tuple; it may take a while, in any thread.
    """

    line: Timeline
    events: tuple[RunEvent, ...] = ()
    layers: Callable[[], tuple[LayerRecord, ...]] = tuple


@dataclass(frozen=True, eq=False)
class LinePast:
    """What a time line begins with when a run is taken up again.

    Attributes
    ----------
    line : Timeline
    branches : tuple of TimelineBranch
    """

    line: Timeline
    branches: tuple[TimelineBranch, ...] = ()
