"""The state of a run as named arrays without pickles, to which each part of the run contributes its own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.core.value_kinds import (
    AMOUNT,
    COUNT,
    NUMBER,
    OBJECT,
    SHORT_TEXT,
    TEXT,
    TEXTS,
    ValueKind,
    check_values,
    whole_below,
)
from mlp_gui.engine.training.reports import StopKind

State = dict[str, NDArray[Any]]
"""Everything an exact resume needs, by name. "facts" is a text array that holds a JSON object."""

Facts = dict[str, Any]


class RunPart(Protocol):
    """A part of a run that can be saved and restored."""

    def state(self) -> PartState:
        """Return copies of what `restore` needs."""

    def restore(self, state: State, facts: Facts) -> None:
        """Take over what the part contributed to a state.

        Parameters
        ----------
        state : State
        facts : Facts
            The JSON object inside the state.
        """


class PartState(NamedTuple):
    """What one part of a run contributes to the state.

    Attributes
    ----------
    arrays : dict of str to ndarray
        Copies; their names are unique among the parts.
    facts : dict
        Values that JSON can hold; their names are unique among the parts.
    """

    arrays: State
    facts: Facts


class NamedArray:
    """An array that is a part of a run by itself. It is written in place, because tapes are bound to it."""

    def __init__(self, name: str, array: NDArray[Any]) -> None:
        self._name, self._array = name, array

    def state(self) -> PartState:
        """Return what `restore` needs."""
        return PartState({self._name: self._array.copy()}, {})

    def restore(self, state: State, facts: Facts) -> None:
        """Take over the array of a saved run.

        Parameters
        ----------
        state : State
        facts : Facts
            Not needed.
        """
        self._array[...] = state[self._name]


def join_parts(parts: Iterable[PartState]) -> State:
    """Return the parts as one state, in the order given."""
    arrays: State = {}
    facts: Facts = {}
    for part in parts:
        arrays |= part.arrays
        facts |= part.facts
    # A text as an array: a state is arrays only, whatever kind of file it goes into.
    return arrays | {"facts": np.array(json.dumps(facts))}


# What may stand in the facts: of a run, of its generator of random numbers, of why it stopped.
_GENERATOR = {"bit_generator": TEXT, "state": OBJECT, "has_uint32": whole_below(2), "uinteger": whole_below(2**32)}
_GENERATOR_STATE = {"state": whole_below(2**128), "inc": whole_below(2**128)}
FACTS = {
    "outputs": TEXTS, "rows": COUNT, "epoch": COUNT, "batch": COUNT, "seconds": AMOUNT, "learning_rate": NUMBER,
    "best_value": NUMBER.or_none(), "best_epoch": COUNT, "waited": COUNT, "generator": OBJECT,
    "stopped": OBJECT.or_none(),
}  # fmt: skip
_STOP_KIND = ValueKind(mark("one of the known reasons to stop"), lambda value: value in tuple(StopKind))
_STOPPED = {
    "kind": _STOP_KIND, "sentence": SHORT_TEXT, "epoch": COUNT, "best_epoch": COUNT, "best_value": NUMBER.or_none(),
    "advice": SHORT_TEXT,
}  # fmt: skip


def facts_of(state: State) -> Facts:
    """Return the JSON object inside a state, which may come from a file that nobody has vouched for.

    Raises
    ------
    UserError
        If there is none, or a value in it is of another kind.
    """
    where = tr("The saved state of the run")
    try:
        facts: Facts = json.loads(str(state["facts"]))
    except (KeyError, ValueError, RecursionError):
        raise UserError(tr("{where} must be an object of names and values.", where=where)) from None
    check_values(facts, FACTS, where)
    generator = facts["generator"]
    check_values(generator, _GENERATOR, where)
    check_values(generator["state"], _GENERATOR_STATE, where)
    if facts["stopped"] is not None:
        check_values(facts["stopped"], _STOPPED, where, ("advice",))
    return facts


def refuse_damaged_state(state: State, fresh: State) -> None:
    """Check that a state from a file has the arrays of a run of its settings and data.

    Parameters
    ----------
    state : State
    fresh : State
        Of a run that has just begun.

    Raises
    ------
    UserError
        If an array is absent, or of another shape or kind.
    """
    for name, array in fresh.items():
        found = state.get(name)
        if name == "facts":
            continue
        fits = found is not None and found.shape == array.shape and found.dtype.kind in "iuf"
        if fits and found is not None and name in ("count", "batch_order"):  # they count, or say which row comes next
            fits = bool((np.isfinite(found) & (found >= 0)).all())
            fits &= name != "batch_order" or bool((np.sort(found) == np.sort(array)).all())
        if not fits:
            raise UserError(
                tr("The saved state of the run is damaged."), tr("Its array {name!r} is of another kind.", name=name)
            )


def latest_theta(state: State) -> NDArray[Any]:
    """Return the parameters to judge a run by when its state was taken: their average, if there is one by then."""
    average = state.get("average")
    return state["theta"] if average is None or np.isnan(average[0]) else average
