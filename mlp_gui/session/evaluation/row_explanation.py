"""Why this point: what a chosen row holds, how large its error is among the others, which inputs lie far out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_four_digits
from mlp_gui.core.translation import format_localized, tr, tr_n
from mlp_gui.session.evaluation.plot_update import PlotUpdate

MAX_NAMES = 3


def explain_row(look: PlotUpdate, rows: NDArray[np.int64]) -> str:
    """Describe the chosen rows in a sentence or two; "" when there are none.

    Parameters
    ----------
    look : PlotUpdate
    rows : ndarray of int64
        Their numbers in the table, from 0.
    """
    if len(rows) == 0:
        return ""
    if len(rows) > 1:
        some = ", ".join(format_localized(row + 1, ",") for row in rows[:5].tolist()) + (" …" if len(rows) > 5 else "")
        return tr("{n:,} rows are chosen: {some}", n=len(rows), some=some)
    row = int(rows[0])
    errors = {name: _errors(look.context.task, seen.true, seen.predicted) for name, seen in look.predictions.items()}
    for name, seen in look.predictions.items():
        at = np.flatnonzero(seen.row_numbers == row)
        if len(at):
            error = float(errors[name][at[0]])
            rank, total = int((errors[name] > error).sum()) + 1, len(errors[name])
            answer = _answer(look, seen.true[at[0]], seen.predicted[at[0]])
            sentence = tr(
                "Row {row:,} ({subset}): {answer}; {place}.",
                row=row + 1,
                subset=tr(name),
                answer=answer,
                place=_place(rank, total, name),
            )
            return " ".join(filter(None, (sentence, _outside(look, row))))
    return tr("Row {row:,} is not among the rows that are used or drawn.", row=row + 1)


def _errors(task: Task, true: NDArray[np.floating], predicted: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return one number per row: the mean absolute error, or one minus the probability of the true class."""
    if task is Task.MULTICLASS:
        return np.asarray(1 - predicted[np.arange(len(true)), true.argmax(axis=1)], float)
    return np.asarray(np.abs(true - predicted).mean(axis=1), float)


def _answer(look: PlotUpdate, true: NDArray[np.floating], predicted: NDArray[np.floating]) -> str:
    dataset = look.context.dataset
    if dataset.task is Task.REGRESSION:
        parts = zip(dataset.target_names, true.tolist(), predicted.tolist(), strict=True)
        return ", ".join(
            tr(
                "{name} {true}, predicted {predicted}, error {error}",
                name=name,
                true=format_four_digits(t),
                predicted=format_four_digits(p),
                error=format_four_digits(t - p),
            )
            for name, t, p in parts
        )
    names = dataset.class_names or ("0", "1")
    if dataset.task is Task.MULTICLASS:
        kind, said = int(true.argmax()), int(predicted.argmax())
        share = float(predicted[said])
    else:
        kind, said = int(true[0] >= 0.5), int(predicted[0] >= 0.5)
        share = float(predicted[0]) if said else 1 - float(predicted[0])
    return tr("{kind}, taken for {said} with {share:.1f} %", kind=names[kind], said=names[said], share=100 * share)


def _outside(look: PlotUpdate, row: int) -> str:
    """Say which of the row's numbers no training row reaches."""
    dataset = look.context.dataset
    low, high = dataset.train.x.min(axis=0), dataset.train.x.max(axis=0)
    shift, scale = look.context.unit_of
    for subset in dataset.subsets.values():
        at = np.flatnonzero(subset.row_numbers == row)
        if not len(at):
            continue
        x = subset.x[at[0]]
        # In scaled units, with some room for rounding.
        found = np.flatnonzero((x < low - 1e-9) | (x > high + 1e-9))
        if not len(found):
            return tr("All its inputs lie within the training range.")
        said = []
        for k in found[:MAX_NAMES].tolist():
            value, a, b = (v * scale[k] + shift[k] for v in (x[k], low[k], high[k]))
            name = dataset.feature_names[k]
            said.append(
                tr(
                    "{name} {value} ({low} to {high})",
                    name=name,
                    value=format_four_digits(value),
                    low=format_four_digits(a),
                    high=format_four_digits(b),
                )
            )
        more = len(found) - MAX_NAMES
        if more > 0:
            said[-1] = tr_n("{name} and {n:,} more", "{name} and {n:,} more", more, name=said[-1])
        return tr("Outside the training range: {inputs}.", inputs=", ".join(said))
    return ""


def _place(rank: int, total: int, subset: str) -> str:
    """Say where an error stands among those of its subset, the largest being the first."""
    if rank == 1:
        return tr("the largest error of {total:,} {subset} rows", total=total, subset=tr(subset))
    return tr(
        "the {ordinal} largest error of {total:,} {subset} rows",
        ordinal=_ordinal(rank),
        total=total,
        subset=tr(subset),
    )


def _ordinal(n: int) -> str:
    # 11th, 12th and 13th, unlike 1st, 2nd and 3rd.
    last = 0 if 10 <= n % 100 <= 20 else n % 10
    return tr("{n:,}st" if last == 1 else "{n:,}nd" if last == 2 else "{n:,}rd" if last == 3 else "{n:,}th", n=n)
