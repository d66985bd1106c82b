"""Giveaways are inputs that already hold the answer: copies of the target in another scale, in ranks or in bins."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.columns.factorize import factorize_values
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.columns.table import Table
from mlp_gui.data.leakage.dependence import (
    CERTAIN,
    Codes,
    Numbers,
    decides_class,
    is_cut_by,
    is_in_ranges,
    is_same_order,
)
from mlp_gui.data.leakage.screening import dismissed_columns

_ROWS = 20_000
_SCREENS = (60, 1_000)  # rows by which most columns are dismissed
_MOST_AXES, _SMOOTH = 200, 0.8
_BLOCK = 256
_CORRELATED = 0.999_99
_MOST_CLASSES = 50
_PRESENT = 0.95  # of the rows of each class whose gaps tell it

_SAYS = {
    "order": mark(
        "It rises or falls with the target {target} in every row, as a copy in another scale, in ranks or in steps "
        "does, so it would give it away."
    ),
    "bins": mark("Each of its values stands for a range of the target {target}, so it would give it away."),
    "source": mark("The classes of the target {target} are ranges of its values, so it would give it away."),
    "decides": mark("Each of its values stands for one class of the target {target}, so it would give it away."),
    "gaps": mark("Whether it has a value tells the class of the target {target}, so it was filled in afterwards."),
}


def find_giveaways(table: Table, target: str) -> dict[str, str]:
    """Map columns to the sentence that says how they give the target away.

    Parameters
    ----------
    table : Table
    target : str
    """
    goal = table.field(target)
    sample = table.frame if table.n_rows <= _ROWS else table.frame.iloc[:: table.n_rows // _ROWS]
    sample = sample[sample[target].notna()]
    # Where hardly a value occurs twice, any two columns stand one to one, and it means nothing.
    has_classes = 2 <= goal.distinct <= _MOST_CLASSES and 2 * goal.distinct <= len(sample)
    found = _same_classes(sample, table.fields, goal) if has_classes else {}
    if goal.is_number and goal.distinct > 2:
        found |= _correlated(sample, [f.name for f in table.fields if _is_candidate(f, goal)], target)
    answers = Answers.of(sample[target], goal, has_classes)
    able = [f for f in table.fields if f.name not in found and f.name != target and f.distinct >= 1]
    if math.lgamma(len(sample) + 1) > CERTAIN * math.log(10):
        axis = _sorted_along(sample, table.fields, target) if answers.y is not None else frozenset()
        able = [f for f in able if f.name not in axis]
        plain = dismissed_columns(sample, [f for f in able if f.is_number], answers.y, answers.classes)
        rest = cancellable_loop([f for f in able if f.name not in plain])
        hows = ((f.name, _how(f, sample[f.name].to_numpy(), answers)) for f in rest)
        found |= {name: tr(_SAYS[how], target=target) for name, how in hows if how}
    return found


@dataclass(frozen=True, eq=False)
class Answers:
    """The target of a sample, of shape (n_rows,): y as numbers where it is a scale, classes counted from 0 if few."""

    y: Numbers | None
    classes: Codes | None

    @classmethod
    def of(cls, cells: pd.Series[Any], goal: FieldProfile, has_classes: bool) -> Answers:
        """Read the cells of a target.

        Parameters
        ----------
        cells : Series
        goal : FieldProfile
        has_classes : bool
            It has few values, each of them several times.
        """
        scale = goal.is_number and goal.distinct > 2
        classes = pd.factorize(cells)[0].astype(np.int64) if has_classes else None
        return cls(cells.to_numpy(dtype=float) if scale else None, classes)

    def at(self, rows: Codes) -> Answers:
        """Return those of some rows, counted from 0."""
        y, classes = self.y, self.classes
        return Answers(None if y is None else y[rows], None if classes is None else classes[rows])


def _how(f: FieldProfile, cells: NDArray[Any], answers: Answers) -> str:
    """Return in which way a column decides the target, "" when it does not."""
    present = ~pd.isna(cells) if f.missing else np.ones(len(cells), bool)
    if answers.classes is not None and f.missing and _gaps_tell(present, answers.classes):
        return "gaps"
    if f.kind == "datetime" or f.distinct < 2 or not present.any():
        return ""
    rows = np.flatnonzero(present)
    for few in _SCREENS:
        if len(rows) > 2 * few:
            some = rows[:: len(rows) // few]
            if not _test(f, cells[some], answers.at(some)):
                return ""
    return _test(f, cells[rows], answers.at(rows))


def _test(f: FieldProfile, cells: NDArray[Any], answers: Answers) -> str:
    y, classes = answers.y, answers.classes
    if f.is_number:
        x = cells.astype(float)
        if y is not None and is_same_order(x, y) and not _counts_rows(x):
            return "order"
        if classes is not None and y is None and is_in_ranges(classes, x):
            return "source" if is_cut_by(classes, x) else ""
    if f.distinct > _MOST_CLASSES:
        return ""
    codes = factorize_values(cells)[0]
    if y is not None and not f.is_number and is_cut_by(codes, y):
        return "bins"
    return "decides" if classes is not None and decides_class(codes, classes) else ""


def _sorted_along(sample: pd.DataFrame, fields: tuple[FieldProfile, ...], target: str) -> frozenset[str]:
    """Find columns that the file is sorted by where others follow smoothly: axes of a table of values, no copies."""
    names = [f.name for f in fields if f.is_number]
    if len(names) > _MOST_AXES:
        return frozenset()
    values = {name: sample[name].to_numpy(dtype=float) for name in names}
    if not _is_sorted(values[target]):
        return frozenset()
    others = [v for name, v in values.items() if name != target]
    smooth = sum(_is_sorted(v) or correlation(v[1:], v[:-1]) > _SMOOTH for v in others)
    is_curve = 2 * smooth > len(others)
    return frozenset(name for name, v in values.items() if is_curve and _is_sorted(v))


def _is_sorted(values: Numbers) -> bool:
    steps = np.diff(values[np.isfinite(values)])
    return bool((steps >= 0).all() or (steps <= 0).all())


def _counts_rows(x: NDArray[np.float64]) -> bool:
    """Whether it goes on by equal steps, as time does: what grows with it need not be its copy."""
    steps = np.diff(x)
    return bool(len(steps)) and bool(np.allclose(steps, steps[0], rtol=1e-6, atol=0) and steps[0] != 0)


def _gaps_tell(present: NDArray[np.bool_], classes: Codes) -> bool:
    """Whether nearly all rows of some classes have a value, and hardly any row of the others."""
    sizes = np.bincount(classes)
    share = np.bincount(classes, weights=present) / sizes
    clear = (share >= _PRESENT) | (share <= 1 - _PRESENT)
    return bool(clear.all() and share.max() >= _PRESENT and share.min() <= 1 - _PRESENT and sizes.min() >= 10)


def _is_candidate(f: FieldProfile, goal: FieldProfile) -> bool:
    return f.is_number and f.name != goal.name and f.distinct > 2


def _correlated(sample: pd.DataFrame, names: list[str], target: str) -> dict[str, str]:
    y = sample[target].to_numpy(dtype=float)
    found = {}
    for at in cancellable_loop(range(0, len(names), _BLOCK)):
        block = names[at : at + _BLOCK]
        for name, r in zip(block, correlations(sample[block].to_numpy(dtype=float), y), strict=True):
            if r > _CORRELATED:
                found[name] = tr(
                    "It is nearly the same as the target {target} (correlation {r:.6f}), so it would give it away.",
                    target=target,
                    r=r,
                )
    return found


def correlations(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the absolute Pearson correlation of each column with a target, of shape (n_columns,); see `correlation`.

    Parameters
    ----------
    x : ndarray of shape (n_rows, n_columns)
    y : ndarray of shape (n_rows,)
    """
    with np.errstate(all="ignore"):
        a, b = x - x.mean(axis=0), y - y.mean()
        r = np.abs(b @ a) / (np.sqrt(np.einsum("ij,ij->j", a, a)) * np.sqrt(b @ b))
    for j in np.flatnonzero(~np.isfinite(r) | (len(y) < 5)):
        r[j] = correlation(x[:, j], y)
    return np.asarray(r)


def correlation(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    """Return the absolute Pearson correlation where both are present; 0 for fewer than 5 pairs or a constant.

    Parameters
    ----------
    a, b : ndarray of shape (n_rows,)
    """
    both = np.isfinite(a) & np.isfinite(b)
    if both.sum() < 5:
        return 0.0
    with np.errstate(all="ignore"):
        x, y = a[both] - a[both].mean(), b[both] - b[both].mean()
        size = float(np.sqrt(x @ x) * np.sqrt(y @ y))
        return abs(float(x @ y)) / size if 0 < size < np.inf else 0.0


def _same_classes(sample: pd.DataFrame, fields: tuple[FieldProfile, ...], goal: FieldProfile) -> dict[str, str]:
    """Columns whose values stand one to one for the classes."""
    found = {}
    codes = factorize_values(sample[goal.name].to_numpy())[0]
    for f in cancellable_loop(fields):
        if f.name == goal.name or f.distinct != goal.distinct or f.distinct < 2 or f.missing:
            continue
        other = factorize_values(sample[f.name].to_numpy())[0]
        if len(codes) >= 5 and np.array_equal(codes, other):
            found[f.name] = tr(
                "Its values stand one to one for those of the target {target}, so it would give it away.",
                target=goal.name,
            )
    return found
