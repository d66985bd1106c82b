"""Reads lessons from their data files."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.resources import resource
from mlp_gui.core.translation import language, mark, tr
from mlp_gui.session.lessons.lesson import Action, Expectation, InspectorLocation, Lesson, LessonStep, Question

SIGNS = (mark("negative"), mark("zero"), mark("positive"))


def lesson_names() -> tuple[str, ...]:
    """Return the names of the bundled lessons, in their order."""
    return tuple(json.loads(resource("lessons", "order.json").read_text(encoding="utf-8")))


def read_lesson(name: str) -> Lesson:
    """Read a bundled lesson, translated if its file is.

    Raises
    ------
    UserError
        If there is none of that name.
    """
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
