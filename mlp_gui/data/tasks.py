"""The task is the kind of question a target asks: a number, one of two classes, or one of several."""

from __future__ import annotations

from typing import Any

import pandas as pd

from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.data.profile import FieldProfile

_MOST_INTEGER_CLASSES = 10
_MOST_CLASSES = 1_000


def find_task(choice: str, profiles: list[FieldProfile], present: list[pd.Series[Any]]) -> tuple[Task, str]:
    """The task and a sentence that says why. choice: "auto" or an explicit task.

    profiles and present: the target columns and their present values in the used rows. UserError when a target cannot
    be learned so.
    """
    for profile, values in zip(profiles, present, strict=True):
        _refuse_unlearnable(profile, values)
    if len(profiles) > 1:
        return _several_targets(choice, profiles)
    profile, distinct = profiles[0], present[0].nunique()
    task, reason = _suggested(profile, distinct, len(present[0]))
    if choice == "auto":
        if task.is_classification:
            _refuse_too_many_classes(profile, distinct, len(present[0]))
        return task, reason
    chosen = Task(choice)
    _refuse_unfit(chosen, profile, distinct, len(present[0]))
    return chosen, f"{chosen.label}, as chosen: {profile.name} has {distinct:,} different values."


def _suggested(profile: FieldProfile, distinct: int, rows: int) -> tuple[Task, str]:
    name = profile.name
    if not profile.is_number:
        word = {"boolean": "true or false", "datetime": "dates"}.get(profile.kind, "texts")
        task = Task.BINARY if distinct == 2 else Task.MULTICLASS
        if task is Task.BINARY:
            return task, f"Two classes, because {name} has 2 different {word if word != 'true or false' else 'values'}."
        return task, f"Several classes, because {name} has {distinct:,} different {word}."
    if distinct == 2:
        return Task.BINARY, f"Two classes, because {name} has only 2 different numbers."
    if profile.kind == "integer" and distinct <= min(_MOST_INTEGER_CLASSES, _most_classes(rows)):
        return Task.MULTICLASS, f"Several classes, because {name} has only {distinct} different whole numbers."
    return Task.REGRESSION, f"Regression, because {name} has {distinct:,} different numbers."


def _several_targets(choice: str, profiles: list[FieldProfile]) -> tuple[Task, str]:
    texts = [p.name for p in profiles if not p.is_number]
    if texts:
        raise UserError(
            "Several targets must all be numbers.",
            f"{', '.join(texts)} holds text.",
            "Choose one target, or numbers only.",
        )
    if choice not in ("auto", Task.REGRESSION):
        raise UserError("Classes can only be learned for one target.", f"There are {len(profiles)} targets.")
    return Task.REGRESSION, f"Regression, because there are {len(profiles)} targets, all of them numbers."


def _refuse_unlearnable(profile: FieldProfile, values: pd.Series[Any]) -> None:
    if not len(values):
        raise UserError(
            f"The target {profile.name} has no value in any row.",
            "Without target values there is nothing to learn from.",
            "Choose another target.",
        )
    if values.nunique() == 1:
        raise UserError(
            f"The target {profile.name} has the same value in every used row.",
            f"All {len(values):,} rows hold {values.iloc[0]}.",
            "Choose a target that varies.",
        )


def _refuse_unfit(task: Task, profile: FieldProfile, distinct: int, rows: int) -> None:
    if task is Task.REGRESSION and not profile.is_number:
        raise UserError(
            f"The target {profile.name} holds text, so its numbers cannot be predicted.",
            f"It has {distinct:,} different texts.",
            "Choose classification, or a column of numbers as target.",
        )
    if task is Task.BINARY and distinct != 2:
        raise UserError(
            f"The target {profile.name} has {distinct:,} different values, not two.",
            hint="Choose several classes or regression.",
        )
    if task.is_classification:
        _refuse_too_many_classes(profile, distinct, rows)


def _most_classes(rows: int) -> int:
    """More classes than these cannot be learned from so many rows."""
    return min(_MOST_CLASSES, max(2, rows // 2))


def _refuse_too_many_classes(profile: FieldProfile, distinct: int, rows: int) -> None:
    if distinct > _most_classes(rows):
        other = "choose regression as the task" if profile.is_number else "a column of numbers"
        raise UserError(
            f"The target {profile.name} has {distinct:,} different values in {rows:,} rows: too many to be classes.",
            "A class needs several rows to be learned from.",
            f"Choose a column with few different values, or {other}.",
        )
