"""Notices are sentences on a prepared table that stay visible: empty subsets, thin classes, inputs that never vary."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.core.number_format import format_four_digits
from mlp_gui.core.subsets import Subset
from mlp_gui.core.transformation import REACH, SHORT_LABELS
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.data.splits.split import Rows

# What follows from an empty subset.
_EMPTY = {
    Subset.VALIDATION: mark(
        "The validation subset is empty: nothing shows overfitting, no best epoch is kept, and early stopping that "
        "watches validation rows is off, so training ends at the last epoch."
    ),
    Subset.TEST: mark("The test subset is empty: no score comes from rows that had no part in training or stopping."),
}


def split_notices(parts: tuple[Rows, Rows, Rows], classes: dict[str, NDArray[np.bool_]] | None) -> tuple[str, ...]:
    """Return sentences about empty subsets, and about classes absent from the training rows or from a subset.

    Parameters
    ----------
    parts : tuple of ndarray
        Rows of each subset.
    classes : dict, optional
        Class name to mask over all rows of the table; None for a regression.
    """
    said = [tr(_EMPTY[name]) for name, part in zip(Subset, parts, strict=True) if name in _EMPTY and not len(part)]
    for name, members in (classes or {}).items():
        inside = [int(members[part].sum()) for part in parts]
        absent = [s for s, n, part in zip(Subset, inside, parts, strict=True) if not n and len(part)]
        if absent:
            said.append(
                tr_n(
                    "The class {name} has {n:,} row, none of them in {subsets}.",
                    "The class {name} has {n:,} rows, none of them in {subsets}.",
                    sum(inside),
                    name=name,
                    subsets=" + ".join(map(tr, absent)),
                )
            )
    return tuple(said)


SMEARED = mark("Predictions of {name} are means: the way back is averaged over the residuals of training rows.")


def limit_notices(pipeline: Pipeline) -> tuple[str, ...]:
    """Return a sentence for each transformed target that says within which limits its predictions are kept.

    Parameters
    ----------
    pipeline : Pipeline
    """
    said = []
    for target in pipeline.targets:
        found = target.transformation
        if found.is_none or found.low is None or found.high is None:
            continue
        low, high = (format_four_digits(v) for v in found.inverse(np.array([found.low, found.high])).tolist())
        said.append(
            tr(
                "{name} is learned as {function}. Its predictions are kept from {low} to {high}, at most {n:g} × the "
                "range of the training values beyond them: the way back would make a small error a huge one.",
                name=target.name,
                function=tr(SHORT_LABELS[found.name]),
                low=low,
                high=high,
                n=REACH,
            )
        )
        if found.smearing:
            said.append(tr(SMEARED, name=target.name))
    return tuple(said)


def constant_in_training_notices(table: Table, pipeline: Pipeline, parts: tuple[Rows, Rows, Rows]) -> tuple[str, ...]:
    """Return a sentence for each numeric input that is the same in all training rows and not in the others.

    Parameters
    ----------
    table : Table
    pipeline : Pipeline
    parts : tuple of ndarray
        Rows of each subset.
    """
    said = []
    later = np.concatenate(parts[1:])
    able = [i.name for i in pipeline.inputs if i.encoding == "number" and table.field(i.name).distinct > 1]
    for name in cancellable_loop(able if len(later) else ()):
        values = table.values(name)
        if values.dtype.kind not in "iuf":
            continue
        training = values[parts[0]]
        training = training[training == training]
        if not len(training) or training.min() != training.max():
            continue
        others = values[later]
        differing = others[(others == others) & (others != training[0])]
        if len(differing):
            said.append(
                tr_n(
                    "{name} is {value:g} in all training rows and differs in {n:,} row for validation and test: the "
                    "network learns nothing from it, and its new values enter unscaled. Ignore it, or split the rows "
                    "in another way.",
                    "{name} is {value:g} in all training rows and differs in {n:,} rows for validation and test: the "
                    "network learns nothing from it, and its new values enter unscaled. Ignore it, or split the rows "
                    "in another way.",
                    len(differing),
                    name=name,
                    value=float(training[0]),
                )
            )
    return tuple(said)
