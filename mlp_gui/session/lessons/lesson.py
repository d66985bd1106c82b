"""Lessons: guided tours on bundled data. Each is a data file: what to open, what to do, what to say, ask and expect.

This module reads them and decides what is right; it knows no window and no thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from mlp_gui.core.resources import resource
from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.core.translation import format_localized
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.engine.tracing.trace import NEXT_BATCH, Pick, PickKind, Trace, TraceStep
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.presets import Preset, preset, suggested_spec


@dataclass(frozen=True)
class InspectorLocation:
    """A place in the inspector.

    Attributes
    ----------
    kind : str
        Of the step.
    layer : int
    row : int
        Of the batch, or of the layer's matrix, from 0.
    unit : int
        The column, from 0.
    subset : str
        "" is the next batch, else one row of that subset.
    at : int
        Which row of the subset.
    """

    kind: str
    layer: int = 0
    row: int = 0
    unit: int = 0
    subset: str = ""  # "" is the next batch, else one row of that subset
    at: int = 0

    @property
    def pick(self) -> Pick:
        """The rows that are worked through."""
        return Pick(PickKind.ROWS, self.subset, (self.at,)) if self.subset else NEXT_BATCH

    def find_step(self, trace: Trace) -> TraceStep:
        """Return the step of a trace that the location is in."""
        return trace.find(self.kind, self.layer)

    def read_value(self, trace: Trace) -> float:
        """Return the number at the location."""
        return self.find_step(trace).result[self.row, self.unit]


@dataclass(frozen=True)
class Question:
    """What a step asks.

    Attributes
    ----------
    text : str
    choices : tuple of str
        What can be answered; empty when a number is wanted.
    right : int
        Index of the right choice, when nothing needs computing.
    sign_of, value_of : InspectorLocation or None
        The number that decides.
    within : float
        Relative error of a number that is still right.
    """

    text: str
    choices: tuple[str, ...] = ()
    right: int = -1
    sign_of: InspectorLocation | None = None
    value_of: InspectorLocation | None = None
    within: float = 0.02

    def is_right(self, given: float, trace: Trace | None) -> bool:
        """Return whether an answer is right.

        Parameters
        ----------
        given : float
            Index of a choice, or a number.
        trace : Trace or None
            Decides where it is needed.
        """
        truth = self.answer(trace)
        if truth is None:
            return False
        return given == truth if self.choices else abs(given - truth) <= self.within * max(abs(truth), 1e-12)

    def answer(self, trace: Trace | None) -> float | None:
        """Return the index of the right choice, or the number; None while the trace that decides it is not there."""
        if self.right >= 0:
            return self.right
        if trace is None:
            return None
        if self.sign_of is not None:
            return int(np.sign(self.sign_of.read_value(trace))) + 1  # the choices are negative, zero, positive
        assert self.value_of is not None
        return self.value_of.read_value(trace)

    def answer_text(self, trace: Trace | None) -> str:
        """Return the right answer in words; "" while it is not known."""
        truth = self.answer(trace)
        if truth is None:
            return ""
        return self.choices[int(truth)] if self.choices else format_localized(truth, ".4g")


@dataclass(frozen=True)
class Action:
    """Something that a step does.

    Attributes
    ----------
    verb : str
        "train" (epochs), "train_to_end", "batch" (batches), "go_to" (epoch), "go_to_best", "reset", "set" (settings by
        path), "spec" (of the data), or "edit" (one weight: layer, row, unit, value).
    value : object
    """

    verb: str
    value: Any


@dataclass(frozen=True)
class Expectation:
    """What a test checks: a number, and the bounds that it lies within.

    Attributes
    ----------
    what : str
        Name of the number.
    place : tuple
        Where it stands, e.g. subset and metric.
    look : InspectorLocation or None
        Where it stands in the inspector.
    low, high : float
    """

    what: str
    place: tuple[Any, ...] = ()
    look: InspectorLocation | None = None
    low: float = -np.inf
    high: float = np.inf


@dataclass(frozen=True)
class LessonStep:
    """First the actions, then the text and the question, then the place to look at and why.

    Attributes
    ----------
    text : str
    actions : tuple of Action
    question : Question or None
    look : InspectorLocation or None
    why : str
        Said after the answer.
    expectations : tuple of Expectation
    """

    text: str
    actions: tuple[Action, ...] = ()
    question: Question | None = None
    look: InspectorLocation | None = None
    why: str = ""
    expectations: tuple[Expectation, ...] = ()


@dataclass(frozen=True)
class Lesson:
    """A guided tour on bundled data.

    Attributes
    ----------
    name, title, sentence : str
    setup : mapping
        What to open: a preset or a source, settings, columns.
    steps : tuple of LessonStep
    weights : tuple of float
        The whole θ to begin with; empty for the drawn ones.
    """

    name: str
    title: str
    sentence: str
    setup: Mapping[str, Any]
    steps: tuple[LessonStep, ...]
    weights: tuple[float, ...] = field(default=())

    @property
    def preset(self) -> Preset:
        """Data, columns and settings to open."""
        setup = self.setup
        base = preset(setup["preset"]) if "preset" in setup else None
        plain = to_json(base.config) if base is not None else {}
        config = from_json(RunConfig, merge_settings(plain, setup.get("config", {})))
        source = base.source if base is not None else _source(setup["source"])

        def spec_for(table: Table) -> DataSpec:
            if base is not None:
                spec = base.spec_for(table)
            elif "targets" in setup:
                spec = suggest_spec(table, tuple(setup["targets"]), tuple(setup["inputs"]))
            else:
                spec = suggested_spec(source, table)
            return from_json(DataSpec, merge_settings(to_json(spec), setup.get("spec", {})))

        return Preset(self.name, self.title, self.sentence, source, spec_for, config)


def _source(text: str) -> str:
    """Find the source of a lesson: a sample, or a file that lies beside the lessons."""
    return text if text.startswith("sample:") else str(resource("lessons", text))


def merge_settings(plain: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings with others in their place, group by group; a member of a family is replaced as a whole.

    Parameters
    ----------
    plain : mapping
        Settings as JSON values.
    changes : mapping
        Of the same shape, with only what changes.
    """
    made = dict(plain)
    for name, value in changes.items():
        inner = made.get(name)
        group = isinstance(value, Mapping) and isinstance(inner, Mapping) and "name" not in value
        made[name] = merge_settings(inner, value) if group and isinstance(inner, Mapping) else value
    return made
