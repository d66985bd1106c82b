"""The state of a run as named arrays without pickles, to which each part of the run contributes its own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

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


def facts_of(state: State) -> Facts:
    """Return the JSON object inside a state."""
    facts: Facts = json.loads(str(state["facts"]))
    return facts


def latest_theta(state: State) -> NDArray[Any]:
    """Return the parameters to judge a run by when its state was taken: their average, if there is one by then."""
    average = state.get("average")
    return state["theta"] if average is None or np.isnan(average[0]) else average
