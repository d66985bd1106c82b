"""The task is the kind of question a target asks: a number, one of two classes, or one of several."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.profile import FieldProfile

_MOST_INTEGER_CLASSES = 10
_FEWEST_STEPS = 6  # so many consecutive whole numbers are a scale rather than classes
_CLASS_NAME = re.compile(r"(^|[_\s.-])(class|classes|label|labels|species|category|type|digit|cluster|group)$", re.I)
_MOST_CLASSES = 1_000


def infer_task(choice: str, profiles: list[FieldProfile], present: list[pd.Series[Any]]) -> tuple[Task, str]:
    """Decide what kind of question the target asks.

    Parameters
    ----------
    choice : str
        "auto", or an explicit task.
    profiles : list of FieldProfile
        Of the target columns.
    present : list of Series
        Their present values in the used rows.

    Returns
    -------
    task : Task
    reason : str
        A sentence that says why.

    Raises
    ------
    UserError
        If a target cannot be learned so.
    """
    for profile, values in zip(profiles, present, strict=True):
        _refuse_unlearnable(profile, values)
    if len(profiles) > 1:
        return _several_targets(choice, profiles)
    profile, distinct = profiles[0], present[0].nunique()
    task, reason = _suggested(profile, present[0], distinct)
    if choice == "auto":
        if task.is_classification:
            _refuse_too_many_classes(profile, distinct, len(present[0]))
        return task, reason
    chosen = Task(choice)
    _refuse_unfit(chosen, profile, distinct, len(present[0]))
    return chosen, tr(
        "{task}, as chosen: {name} has {n:,} different values.", task=chosen.label, name=profile.name, n=distinct
    )


def _suggested(profile: FieldProfile, present: pd.Series[Any], distinct: int) -> tuple[Task, str]:
    name, rows = profile.name, len(present)
    if not profile.is_number:
        task = Task.BINARY if distinct == 2 else Task.MULTICLASS
        if profile.kind == "datetime":
            said = tr("{task}, because {name} has {n:,} different dates.", task=task.label, name=name, n=distinct)
        elif profile.kind == "boolean":
            said = tr("{task}, because {name} has {n:,} different values.", task=task.label, name=name, n=distinct)
        else:
            said = tr("{task}, because {name} has {n:,} different texts.", task=task.label, name=name, n=distinct)
        return task, said
    if distinct == 2:
        return Task.BINARY, tr("Two classes, because {name} has only 2 different numbers.", name=name)
    if distinct <= min(_MOST_INTEGER_CLASSES, _most_classes(rows)) and bool((present % 1 == 0).all()):
        if distinct >= _FEWEST_STEPS and _are_steps(present, distinct) and not _CLASS_NAME.search(name.strip()):
            return Task.REGRESSION, tr(
                "Regression, because {name} holds {n} whole numbers in steps of one, which have an order. "
                "If they only name classes, choose several classes.",
                name=name,
                n=distinct,
            )
        return Task.MULTICLASS, tr(
            "Several classes, because {name} has only {n} different whole numbers.", name=name, n=distinct
        )
    return Task.REGRESSION, tr("Regression, because {name} has {n:,} different numbers.", name=name, n=distinct)


def _are_steps(present: pd.Series[Any], distinct: int) -> bool:
    return bool(present.max() - present.min() + 1 == distinct)


def _several_targets(choice: str, profiles: list[FieldProfile]) -> tuple[Task, str]:
    texts = [p.name for p in profiles if not p.is_number]
    if texts:
        raise UserError(
            tr("Several targets must all be numbers."),
            tr_n("{names} holds text.", "{names} hold text.", len(texts), names=", ".join(texts)),
            tr("Choose one target, or numbers only."),
        )
    if choice not in ("auto", Task.REGRESSION):
        raise UserError(
            tr("Classes can only be learned for one target."), tr("There are {n} targets.", n=len(profiles))
        )
    return Task.REGRESSION, tr("Regression, because there are {n} targets, all of them numbers.", n=len(profiles))


def _refuse_unlearnable(profile: FieldProfile, values: pd.Series[Any]) -> None:
    if not len(values):
        raise UserError(
            tr("The target {name} has no value in any row.", name=profile.name),
            tr("Without target values there is nothing to learn from."),
            tr("Choose another target."),
        )
    if values.nunique() == 1:
        raise UserError(
            tr("The target {name} has the same value in every used row.", name=profile.name),
            tr("All {rows:,} rows hold {value}.", rows=len(values), value=values.iloc[0]),
            tr("Choose a target that varies."),
        )


def _refuse_unfit(task: Task, profile: FieldProfile, distinct: int, rows: int) -> None:
    if task is Task.REGRESSION and not profile.is_number:
        raise UserError(
            tr("The target {name} holds text, so its numbers cannot be predicted.", name=profile.name),
            tr("It has {n:,} different texts.", n=distinct),
            tr("Choose classification, or a column of numbers as target."),
        )
    if task is Task.BINARY and distinct != 2:
        raise UserError(
            tr("The target {name} has {n:,} different values, not two.", name=profile.name, n=distinct),
            hint=tr("Choose several classes or regression."),
        )
    if task.is_classification:
        _refuse_too_many_classes(profile, distinct, rows)


def _most_classes(rows: int) -> int:
    """More classes than these cannot be learned from so many rows."""
    return min(_MOST_CLASSES, max(2, rows // 2))


def _refuse_too_many_classes(profile: FieldProfile, distinct: int, rows: int) -> None:
    if distinct > _most_classes(rows):
        raise UserError(
            tr(
                "The target {name} has {n:,} different values in {rows:,} rows: too many to be classes.",
                name=profile.name,
                n=distinct,
                rows=rows,
            ),
            tr("A class needs several rows to be learned from."),
            tr(
                "Choose a column with few different values, or choose regression as the task."
                if profile.is_number
                else "Choose a column with few different values, or a column of numbers."
            ),
        )
