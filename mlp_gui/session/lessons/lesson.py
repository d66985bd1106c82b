"""Lessons: guided tours on bundled data. Each is a data file: what to open, what to do, what to say, ask and expect.

This module reads them and decides what is right; it knows no window and no thread.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.resources import resource
from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.core.translation import format_localized, language, mark, tr
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.engine.tracing.trace import NEXT_BATCH, Pick, Trace, TraceStep
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.presets import Preset, preset, suggested_spec

SIGNS = (mark("negative"), mark("zero"), mark("positive"))


@dataclass(frozen=True)
class InspectorLocation:
    """A place in the microscope. row: of the batch (or of the layer's matrix), unit: the column, both from 0."""

    kind: str
    layer: int = 0
    row: int = 0
    unit: int = 0
    subset: str = ""  # "" is the next batch, else one row of that subset
    at: int = 0

    @property
    def pick(self) -> Pick:
        return Pick("rows", self.subset, (self.at,)) if self.subset else NEXT_BATCH

    def find_step(self, trace: Trace) -> TraceStep:
        return trace.find(self.kind, self.layer)

    def read_value(self, trace: Trace) -> float:
        return self.find_step(trace).result[self.row, self.unit]


@dataclass(frozen=True)
class Question:
    """choices: what can be answered, or empty when a number is wanted. within: relative error of such a number.

    sign_of, value_of: the number that decides; right: the place of the right choice when nothing needs computing.
    """

    text: str
    choices: tuple[str, ...] = ()
    right: int = -1
    sign_of: InspectorLocation | None = None
    value_of: InspectorLocation | None = None
    within: float = 0.02

    def is_right(self, given: float, trace: Trace | None) -> bool:
        """Whether an answer (the place of a choice, or a number) is right. The trace decides where it is needed."""
        truth = self.answer(trace)
        if truth is None:
            return False
        return given == truth if self.choices else abs(given - truth) <= self.within * max(abs(truth), 1e-12)

    def answer(self, trace: Trace | None) -> float | None:
        """The place of the right choice, or the number; None while the trace that decides it is not there."""
        if self.right >= 0:
            return self.right
        if trace is None:
            return None
        if self.sign_of is not None:
            return int(np.sign(self.sign_of.read_value(trace))) + 1
        assert self.value_of is not None
        return self.value_of.read_value(trace)

    def answer_text(self, trace: Trace | None) -> str:
        """The right answer in words; empty while it is not known."""
        truth = self.answer(trace)
        if truth is None:
            return ""
        return self.choices[int(truth)] if self.choices else format_localized(truth, ".4g")


@dataclass(frozen=True)
class Action:
    """verb: "train" (epochs), "train_to_end", "batch" (batches), "go_to" (epoch), "go_to_best", "reset",
    "set" (settings by path), "spec" (of the data), "edit" (one weight: layer, row, unit, value).
    """

    verb: str
    value: Any


@dataclass(frozen=True)
class Expectation:
    """What a test checks: a number by name or place, and the bounds that it lies within."""

    what: str
    place: tuple[Any, ...] = ()
    look: InspectorLocation | None = None
    low: float = -np.inf
    high: float = np.inf


@dataclass(frozen=True)
class LessonStep:
    """First the actions, then the text and the question, then (after the answer) the place to look at and why."""

    text: str
    actions: tuple[Action, ...] = ()
    question: Question | None = None
    look: InspectorLocation | None = None
    why: str = ""
    expectations: tuple[Expectation, ...] = ()


@dataclass(frozen=True)
class Lesson:
    """weights: the whole θ to begin with, or empty for the drawn ones."""

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
    """A sample, or a file that lies beside the lessons."""
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


# --- reading -------------------------------------------------------------------------------------------------


def lesson_names() -> tuple[str, ...]:
    """The bundled lessons, in their order."""
    return tuple(json.loads(resource("lessons", "order.json").read_text(encoding="utf-8")))


def read_lesson(name: str) -> Lesson:
    """A bundled lesson, translated if its file is. UserError when there is none of that name."""
    if name not in lesson_names():
        known = ", ".join(lesson_names())
        raise UserError(
            tr("There is no lesson named {name!r}.", name=name), hint=tr("Choose one of: {known}.", known=known)
        )
    translated = resource("lessons") / language() / f"{name}.json"
    path = translated if translated.exists() else resource("lessons", f"{name}.json")
    plain = json.loads(path.read_text(encoding="utf-8"))
    steps = tuple(_step(step) for step in plain["steps"])
    weights = tuple(float(w) for w in plain.get("weights", ()))
    return Lesson(name, plain["title"], plain["sentence"], plain["setup"], steps, weights)


def _step(plain: dict[str, Any]) -> LessonStep:
    return LessonStep(
        plain["text"],
        tuple(Action(verb, value) for action in plain.get("do", ()) for verb, value in action.items()),
        _question(plain.get("ask")),
        _look(plain.get("look")),
        plain.get("why", ""),
        tuple(_expectation(e) for e in plain.get("expect", ())),
    )


def _look(plain: dict[str, Any] | None) -> InspectorLocation | None:
    return None if plain is None else InspectorLocation(**plain)


def _question(plain: dict[str, Any] | None) -> Question | None:
    if plain is None:
        return None
    sign_of, value_of = _look(plain.get("sign_of")), _look(plain.get("value_of"))
    signs = [tr(sign) for sign in SIGNS] if sign_of is not None else []
    choices = tuple(plain.get("choices", signs))
    return Question(plain["text"], choices, plain.get("right", -1), sign_of, value_of, plain.get("within", 0.02))


def _expectation(plain: dict[str, Any]) -> Expectation:
    what, place = plain["what"], tuple(plain.get("place", ()))
    if "is" in plain:
        error = plain.get("within", 0.0)
        low, high = plain["is"] - error, plain["is"] + error
    else:
        low, high = plain.get("above", -np.inf), plain.get("below", np.inf)
    return Expectation(what, place, _look(plain.get("look")), low, high)
