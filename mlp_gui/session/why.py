"""Why this point: what a chosen row holds, how large its error is among the others, which inputs lie far out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Task
from mlp_gui.session.look import Look

MOST_NAMES = 3


def why(look: Look, rows: NDArray[np.int64]) -> str:
    """A sentence or two about the chosen rows, by their numbers in the table; "" when there are none."""
    if len(rows) == 0:
        return ""
    if len(rows) > 1:
        some = ", ".join(f"{row + 1:,}" for row in rows[:5].tolist()) + (" …" if len(rows) > 5 else "")
        return f"{len(rows):,} rows are chosen: {some}"
    row = int(rows[0])
    errors = {name: _errors(look.scene.task, seen.true, seen.predicted) for name, seen in look.predictions.items()}
    for name, seen in look.predictions.items():
        at = np.flatnonzero(seen.row_numbers == row)
        if len(at):
            error = float(errors[name][at[0]])
            rank, total = int((errors[name] > error).sum()) + 1, len(errors[name])
            answer = _answer(look, seen.true[at[0]], seen.predicted[at[0]])
            place = f"{_ordinal(rank)} largest error of {total:,} {name} rows"
            return f"Row {row + 1:,} ({name}): {answer}; {place}.{_outside(look, row)}"
    return f"Row {row + 1:,} is not among the rows that are used or drawn."


def _errors(task: Task, true: NDArray[np.floating], predicted: NDArray[np.floating]) -> NDArray[np.float64]:
    """One number per row: the mean absolute error, or one minus the probability of the true class."""
    if task is Task.MULTICLASS:
        return np.asarray(1 - predicted[np.arange(len(true)), true.argmax(axis=1)], float)
    return np.asarray(np.abs(true - predicted).mean(axis=1), float)


def _answer(look: Look, true: NDArray[np.floating], predicted: NDArray[np.floating]) -> str:
    dataset = look.scene.dataset
    if dataset.task is Task.REGRESSION:
        parts = zip(dataset.target_names, true.tolist(), predicted.tolist(), strict=True)
        return ", ".join(f"{name} {_short(t)}, predicted {_short(p)}, error {_short(p - t)}" for name, t, p in parts)
    names = dataset.class_names or ("0", "1")
    if dataset.task is Task.MULTICLASS:
        kind, said = int(true.argmax()), int(predicted.argmax())
        share = float(predicted[said])
    else:
        kind, said = int(true[0] >= 0.5), int(predicted[0] >= 0.5)
        share = float(predicted[0]) if said else 1 - float(predicted[0])
    return f"{names[kind]}, taken for {names[said]} with {100 * share:.1f} %"


def _outside(look: Look, row: int) -> str:
    """Which of the row's numbers no training row reaches."""
    dataset = look.scene.dataset
    low, high = dataset.train.x.min(axis=0), dataset.train.x.max(axis=0)
    shift, scale = look.scene.unit_of
    for subset in dataset.subsets.values():
        at = np.flatnonzero(subset.row_numbers == row)
        if not len(at):
            continue
        x = subset.x[at[0]]
        found = np.flatnonzero((x < low - 1e-9) | (x > high + 1e-9))
        if not len(found):
            return " All its inputs lie within the training range."
        said = []
        for k in found[:MOST_NAMES].tolist():
            value, a, b = (v * scale[k] + shift[k] for v in (x[k], low[k], high[k]))
            said.append(f"{dataset.feature_names[k]} {_short(value)} ({_short(a)} to {_short(b)})")
        more = f" and {len(found) - MOST_NAMES} more" if len(found) > MOST_NAMES else ""
        return f" Outside the training range: {', '.join(said)}{more}."
    return ""


def _short(value: float) -> str:
    """Four significant digits; an exponent only far from 1."""
    if not 1e3 <= abs(value) < 1e6:
        return f"{value:.4g}".replace("e+0", "e").replace("e+", "e").replace("e-0", "e-")
    return f"{value:,.0f}"


def _ordinal(n: int) -> str:
    if n == 1:
        return "the"
    ending = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"the {n:,}{ending}"
