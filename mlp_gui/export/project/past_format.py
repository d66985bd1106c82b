"""The past of a run in a project file: some of its states, the log of its settings, its marks and its layers.

A run of `runs.json` has {"past": {"configs", "stacks": [{"member", "shape"}], "moments": [{"at": [epoch, batch],
"config", "anchored", "essential", "facts", "arrays": {name: [stack, row]}}], "changes": [[epoch, batch, config]],
"events": [[epoch, kind, values]], "layers"}}. Its last state is that of the run itself. What lies between two states is
computed again when somebody goes there, by the log.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import numpy as np

from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.timeline import Checkpoint, Position, Timeline
from mlp_gui.export.common.safe_reading import npy_array
from mlp_gui.export.project.layers_format import layers_plain, read_layers
from mlp_gui.export.project.run_past import EVENT_KINDS, RunEvent, RunPast, Value

KEYFRAME_BYTES = 1_000_000  # of a run's states between its first and its last
FEWEST_KEYFRAMES, FEWEST_BYTES = 6, 12_000_000  # of a large network there are as many, as long as they take no more
MOST_CHANGES, MOST_EVENTS, MOST_MOMENTS, MOST_VALUES, MOST_TEXT = 2_000, 1_000, 100_000, 3, 300
Put = Callable[[str, np.ndarray], str]  # writes an array as a member, and returns the member's name
State = dict[str, np.ndarray]


def position_of_state(state: State) -> Position:
    """Return where the run stood that a state is of."""
    facts = json.loads(str(state["facts"]))
    return Position(int(facts["epoch"]), int(facts["batch"]))


def choose_keyframes(line: Timeline, before: Position) -> list[Checkpoint]:
    """Return the states that a file holds: the first, those that no log leads to, and evenly spaced others.

    Parameters
    ----------
    line : Timeline
    before : Position
        Where the run's own state is, which the file has besides.
    """
    there = [moment for moment in line.checkpoints if moment.position < before]
    needed = {i for i, moment in enumerate(there) if i == 0 or moment.essential}
    loose = [i for i in range(len(there)) if i not in needed and not there[i].position.batch]
    size = max((sum(a.nbytes for a in moment.state.values()) for moment in there), default=1)
    room = max(KEYFRAME_BYTES // size, min(FEWEST_KEYFRAMES, FEWEST_BYTES // size))
    if len(loose) > room:
        loose = [loose[k] for k in np.linspace(0, len(loose) - 1, room).round().astype(int)] if room else []
    return [there[i] for i in sorted(needed | set(loose))]


def past_plain(past: RunPast, state: State, put: Put) -> dict[str, Any]:
    """Return a past as JSON values; its arrays become members.

    Parameters
    ----------
    past : RunPast
    state : dict
        Where the run stands.
    put : callable
    """
    line, end = past.line, position_of_state(state)
    changes = [change for change in line.changes if change[0] <= end]
    late = changes[-MOST_CHANGES][0] if len(changes) > MOST_CHANGES else Position(0)
    moments = [m for m in choose_keyframes(line, end) if m.position >= late]
    configs: list[RunConfig] = []
    stacks = _Stacks()
    plain = {
        "moments": [_moment(m, configs, stacks) for m in moments],
        "changes": [[*at, _index(configs, config)] for at, config in changes if at >= late],
        "events": [[event.epoch, event.kind, list(event.values)] for event in past.events[-MOST_EVENTS:]],
        "layers": layers_plain(past.layers(), put),
    }
    return plain | {"configs": [to_json(config) for config in configs], "stacks": stacks.written(put)}


def _index(configs: list[RunConfig], config: RunConfig) -> int:
    if config not in configs:
        configs.append(config)
    return configs.index(config)


class _Stacks:
    """Arrays of one name and shape, one below the other, each array once: a member for each moment would be many."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, tuple[int, ...], str], list[np.ndarray]] = {}
        self._places: dict[int, tuple[int, int]] = {}

    def place(self, name: str, array: np.ndarray) -> tuple[int, int]:
        """Return the number of the stack and the row of an array."""
        if id(array) not in self._places:
            key = name, array.shape, array.dtype.str
            rows = self._rows.setdefault(key, [])
            self._places[id(array)] = list(self._rows).index(key), len(rows)
            rows.append(array)
        return self._places[id(array)]

    def written(self, put: Put) -> list[dict[str, Any]]:
        return [
            {"member": put(f"past-{k}", np.stack([a.ravel() for a in rows])), "shape": list(shape)}
            for k, ((_, shape, _), rows) in enumerate(self._rows.items())
        ]


def _moment(moment: Checkpoint, configs: list[RunConfig], stacks: _Stacks) -> dict[str, Any]:
    arrays = {name: stacks.place(name, a) for name, a in moment.state.items() if name not in ("facts", "history")}
    return {
        "at": list(moment.position), "config": _index(configs, moment.config), "anchored": moment.anchored,
        "essential": moment.essential, "facts": str(moment.state["facts"]), "arrays": arrays,
    }  # fmt: skip


def read_past(
    plain: dict[str, Any], config: RunConfig, state: State, members: Mapping[str, bytes], where: str
) -> RunPast:
    """Read the past of a run that has a state. Nobody has vouched for it.

    Parameters
    ----------
    plain : dict
    config : RunConfig
        Of the state.
    state : dict
    members : mapping
        Contents by name.
    where : str
        What the file is called in sentences for the user.

    Raises
    ------
    KeyError, TypeError, ValueError, IndexError, AttributeError
        If it is damaged.
    """
    configs = [from_json(RunConfig, one, "config") for one in plain["configs"][: 2 * MOST_CHANGES]]
    stacks = [
        (npy_array(members[stack["member"]], where), tuple(_whole(n) for n in stack["shape"]))
        for stack in plain["stacks"]
    ]
    line, end = Timeline(), position_of_state(state)
    if len(plain["moments"]) > MOST_MOMENTS or len(plain["changes"]) > MOST_CHANGES:
        raise ValueError("a time line of too many moments")
    line.checkpoints = [_read_moment(one, configs, stacks) for one in plain["moments"]]
    line.changes = [(_position(one[:2]), configs[_whole(one[2])]) for one in plain["changes"]]
    line.history = History(state["history"])
    last = {name: array for name, array in state.items() if name != "history"}
    line.checkpoints.append(Checkpoint(end, config, last, anchored=True, essential=True))
    line.position = line.end = end
    places = [moment.position for moment in line.checkpoints]
    turns = [at for at, _ in line.changes]
    if any(a >= b for a, b in pairwise(places)) or turns != sorted(turns) or (turns or [end])[-1] > end:
        raise ValueError("the moments of a time line are not in order")
    line.set_budget(line.budget)
    layers = read_layers(plain["layers"], members, where)
    return RunPast(line, tuple(_event(one) for one in plain["events"][:MOST_EVENTS]), lambda: layers)


def _read_moment(
    plain: dict[str, Any], configs: list[RunConfig], stacks: list[tuple[np.ndarray, tuple[int, ...]]]
) -> Checkpoint:
    at = _position(plain["at"])
    state: State = {}
    for name, (stack, row) in plain["arrays"].items():
        rows, shape = stacks[_whole(stack)]
        state[str(name)] = rows[_whole(row)].reshape(shape)
    if not isinstance(plain["facts"], str):
        raise ValueError("a moment without facts")
    state["facts"] = np.array(plain["facts"])
    if position_of_state(state) != at:
        raise ValueError("a moment that is of another epoch")
    config = configs[_whole(plain["config"])]
    return Checkpoint(at, config, state, bool(plain["anchored"]), bool(plain["essential"]))


def _position(plain: Any) -> Position:
    epoch, batch = plain
    return Position(_whole(epoch), _whole(batch))


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError("a whole number was expected")
    return value


def _event(plain: Any) -> RunEvent:
    epoch, kind, values = plain
    counts = {"pause": 0, "resume": 0, "rate": 2, "setting": 3, "fork": 1}
    if kind not in EVENT_KINDS or len(values) != counts[kind]:
        raise ValueError("a mark of an unknown kind")
    return RunEvent(_whole(epoch), kind, tuple(_value(value) for value in values))


def _value(value: Any) -> Value:
    if isinstance(value, str) and len(value) <= MOST_TEXT:
        return value
    if value is None or isinstance(value, bool) or (isinstance(value, int | float) and math.isfinite(value)):
        return value
    raise ValueError("a number or a short text was expected")
