"""What a network answers at one point, in words, and what a training row holds instead."""

from __future__ import annotations

from mlp_gui.core.dataset import Dataset, Floats, Task
from mlp_gui.core.number_format import format_level, format_number, format_percent
from mlp_gui.core.translation import tr
from mlp_gui.engine.calibration.class_sets import ClassSets
from mlp_gui.engine.calibration.conformal import class_probabilities
from mlp_gui.engine.calibration.prediction_interval import PredictionInterval, Promise


def answer_text(dataset: Dataset, answers: Floats, promise: Promise | None, spread: Floats | None = None) -> str:
    """Say what the network answers: numbers with their intervals, or a class with its probability and the set.

    Parameters
    ----------
    dataset : Dataset
    answers : ndarray of shape (n_outputs,)
        In original units, or probabilities.
    promise : Promise or None
    spread : ndarray of shape (n_outputs,), optional
        How far the networks of an average lie apart.
    """
    write = format_number if dataset.task is Task.REGRESSION else format_percent
    apart = [""] * len(answers) if spread is None else [f" ± {write(float(s))}" for s in spread]
    if dataset.task is Task.MULTICLASS:
        best = int(answers.argmax())
        share = format_percent(float(answers[best])) + apart[best]
        return f"{dataset.class_names[best]}  {share}{_set_of(dataset, answers, promise)}"
    names = dataset.target_names
    if dataset.task is Task.BINARY:
        classes = dataset.class_names or ("0", "1")
        at = int(answers[0] >= 0.5)
        share = format_percent(float(answers[0] if at else 1 - answers[0])) + apart[0]
        return f"{classes[at]}  {share}{_set_of(dataset, answers, promise)}"
    ends = [""] * len(names)
    if isinstance(promise, PredictionInterval):
        low, high = (values[0] for values in promise.ends(answers[None, :]))
        level = format_level(promise.level)
        numbers = zip(map(format_number, low.tolist()), map(format_number, high.tolist()), strict=True)
        ends = ["  " + tr("{low} to {high} ({level})", low=a, high=b, level=level) for a, b in numbers]
    parts = zip(names, answers, apart, ends, strict=True)
    return "   ".join(f"{name} {format_number(float(value))}{s}{end}" for name, value, s, end in parts)


def _set_of(dataset: Dataset, answers: Floats, promise: Promise | None) -> str:
    """Return the classes that the row may belong to."""
    if not isinstance(promise, ClassSets):
        return ""
    names = dataset.class_names or ("0", "1")
    members = promise.members(class_probabilities(dataset.task, answers[None, :]))[0]
    said = ", ".join(name for name, on in zip(names, members, strict=True) if on)
    return f"  {{{said}}} ({format_level(promise.level)})"


def true_text(dataset: Dataset, true: Floats) -> str:
    """Say what a row holds: its numbers, or its class.

    Parameters
    ----------
    dataset : Dataset
    true : ndarray of shape (n_outputs,)
        In original units, or classes.
    """
    names = dataset.class_names or ("0", "1")
    if dataset.task is Task.MULTICLASS:
        return names[int(true.argmax())]
    if dataset.task is Task.BINARY:
        return names[int(true[0] >= 0.5)]
    return ", ".join(format_number(float(v)) for v in true)
