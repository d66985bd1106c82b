"""A profile is what a column looks like: its kind, how much is missing, its range and middle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.core.transformation import fit_transformation
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.factorize import factorize_values
from mlp_gui.data.columns.parallel import parallel_map
from mlp_gui.data.columns.sentinels import Sentinel, find_sentinels, may_hold_sentinels
from mlp_gui.data.dates.date_parsing import days_of, detect_date_format, is_day_month_ambiguous

NUMERIC_KINDS = ("integer", "real")
# Keys, shown through `tr`.
KINDS = (
    mark("integer"), mark("real"), mark("boolean"), mark("category"), mark("datetime"), mark("text"), mark("empty"),
)  # fmt: skip
CATEGORY_LIMIT = 50
_EXACT_ROWS = 200_000
_FEW = 500
_WIDE, _AT_ONCE = 200, 250  # columns from which numbers are described together, and how many of them at once
_SAMPLE_ROWS = 20_000
_DAY_OR_MONTH = (
    mark("Its dates were read with the day first; they could also be written with the month first."),
    mark("Its dates were read with the month first; they could also be written with the day first."),
)
_TICKS = {"x", "✓", "✔", "☑", "yes", "true", "ja", "wahr", "y", "j", "t"}
_BOOLEAN_PAIRS = ({"true", "false"}, {"yes", "no"}, {"t", "f"}, {"y", "n"}, {"on", "off"})


@dataclass(frozen=True)
class FieldProfile:
    """One column in numbers. minimum, maximum, sum, mean, median: of the present numbers, None for text.

    distinct: different present values. exact: False when it and the median are estimated from a sample of a big file.
    date_format: how dates are written (strptime), "" when the column holds none.
    century: the first year that two digits of its dates mean; 0 where they mean 1969 to 2068.
    suggestions: sentences on what to look at, such as dates that could be read in another way.
    unit: what stood before or after each number, such as "kg"; "" for none.
    sentinels: numbers that may mean no value.
    """

    name: str
    kind: str
    rows: int
    missing: int
    distinct: int
    minimum: float | None = None
    maximum: float | None = None
    sum: float | None = None
    mean: float | None = None
    median: float | None = None
    exact: bool = True
    examples: tuple[str, ...] = ()
    date_format: str = ""
    century: int = 0
    suggestions: tuple[str, ...] = ()
    unit: str = ""
    sentinels: tuple[Sentinel, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether the column holds integers or real numbers."""
        return self.kind in NUMERIC_KINDS

    @property
    def is_ticked(self) -> bool:
        """Whether cells are either ticked, with "x", "yes" or 1, or empty: an empty one says no."""
        if self.distinct != 1 or not self.missing:
            return False
        return self.minimum == self.maximum == 1 or (
            self.kind == "boolean" and self.examples[0].strip().lower() in _TICKS
        )

    @property
    def present(self) -> int:
        """The number of cells that are not missing."""
        return self.rows - self.missing


def profile_frame(
    frame: pd.DataFrame, exact: bool = False, formats: Mapping[str, ColumnFormat] | None = None
) -> tuple[FieldProfile, ...]:
    """Describe every column.

    Parameters
    ----------
    frame : DataFrame
    exact : bool
        Count the distinct values of big numeric columns instead of estimating them.
    formats : mapping of str to ColumnFormat, optional
        What is known of the columns.
    """
    forms = formats or {}
    if frame.shape[1] > _WIDE and 0 < len(frame) <= _FEW:
        fields = _profile_wide(frame, forms)
    else:  # ten thousand at once are much to look after
        work = ((str(name), series, exact, forms.get(str(name))) for name, series in frame.items())
        fields = tuple(parallel_map(lambda item: profile_column(*item), work, frame.shape[1], frame.size))
    known = frozenset(s.value for field in fields for s in field.sentinels)
    return tuple(_with_known(field, frame, known) for field in fields) if known else fields


def _profile_wide(frame: pd.DataFrame, forms: Mapping[str, ColumnFormat]) -> tuple[FieldProfile, ...]:
    """Describe many short columns, those of one type of numbers together."""
    done: dict[str, FieldProfile] = {}
    waiting: dict[str, dict[str, NDArray[Any]]] = {}
    for name, series in cancellable_loop(frame.items()):
        if series.dtype not in (np.int64, np.float64):
            done[str(name)] = profile_column(str(name), series, form=forms.get(str(name)))
            continue
        beside = waiting.setdefault(series.dtype.str, {})
        beside[str(name)] = series.to_numpy()
        if len(beside) == _AT_ONCE:
            done |= _profile_together(waiting.pop(series.dtype.str))
    for beside in waiting.values():
        done |= _profile_together(beside)
    return tuple(done[str(name)] for name in frame.columns)


@np.errstate(all="ignore")  # as in `profile_column`
def _profile_together(columns: dict[str, NDArray[Any]]) -> dict[str, FieldProfile]:
    """Return what `profile_column` does, of columns of one type; those with gaps or huge numbers one by one."""
    values = np.stack([*columns.values()])
    ordered = np.sort(values, axis=1)
    n, real = values.shape[1], values.dtype.kind == "f"
    suspects = may_hold_sentinels(ordered)
    alone = np.isnan(ordered[:, -1]) if real else np.abs(values.astype(float)).max(axis=1) * n >= 2**62
    low, high = ordered[:, (n - 1) // 2], ordered[:, n // 2]
    median = np.where(low == high, low, (low + high) / 2).tolist()
    distinct = (1 + (ordered[:, 1:] != ordered[:, :-1]).sum(axis=1)).tolist()
    total = values.sum(axis=1).astype(float).tolist()
    found = {}
    for j, (name, column) in enumerate(columns.items()):
        if alone[j]:
            found[name] = profile_column(name, pd.Series(column), exact=True)
            continue
        least, most = float(ordered[j, 0]), float(ordered[j, -1])
        odd = find_sentinels(column, least, most) if suspects[j] else ()
        few = tuple(f"{v:g}" for v in column[:3].tolist())
        kind = "real" if real else "integer"
        found[name] = FieldProfile(
            name, kind, n, 0, distinct[j], least, most, total[j], total[j] / n, median[j], True, few, sentinels=odd
        )
    return found


def _with_known(field: FieldProfile, frame: pd.DataFrame, known: frozenset[float]) -> FieldProfile:
    """Return the profile with the sentinels of other columns that occur in this one, too."""
    low, high, own = field.minimum, field.maximum, {s.value for s in field.sentinels}
    if low is None or high is None or not ({low, high} & known - own):
        return field
    values = frame[field.name].to_numpy()
    return replace(field, sentinels=find_sentinels(values, low, high, known))


def profile_column(
    name: str, series: pd.Series[Any], exact: bool = False, form: ColumnFormat | None = None
) -> FieldProfile:
    """Describe one column.

    Parameters
    ----------
    name : str
    series : Series
    exact : bool
        See `profile_frame`.
    form : ColumnFormat, optional
        What is known of it.
    """
    values = series.to_numpy()
    if values.dtype.kind in "iuf":
        with np.errstate(all="ignore"):  # sums of numbers near the end of the double range overflow to infinity
            return _profile_numbers(name, values, exact)
    return _profile_text(name, series, form)


def _profile_numbers(name: str, values: NDArray[Any], exact: bool) -> FieldProfile:
    present = values
    if values.dtype.kind == "f" and np.isnan(values.sum()):
        present = values[~np.isnan(values)]
    rows, missing = len(values), len(values) - len(present)
    if not len(present):
        return FieldProfile(name, "empty", rows, missing, 0)
    sample = present if exact or len(present) <= _EXACT_ROWS else present[:: len(present) // _SAMPLE_ROWS]
    unique, is_exact = _distinct(present, sample)
    total = float(_exact_sum(present))
    whole = values.dtype.kind in "iu" or bool(missing and _all_whole(present))
    kind, low, high = "integer" if whole else "real", float(present.min()), float(present.max())
    mean, median, few = total / len(present), median_of(sample), tuple(f"{v:g}" for v in present[:3].tolist())
    odd = find_sentinels(values, low, high)
    return FieldProfile(name, kind, rows, missing, unique, low, high, total, mean, median, is_exact, few, sentinels=odd)


def median_of(values: NDArray[Any]) -> float:
    """Return what `numpy.median` does, which takes ten times as long to begin."""
    if len(values) > _FEW:
        return float(np.median(values))
    ordered = sorted(values.tolist())
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return float(low) if low == high else (low + high) / 2


def _n_unique(values: NDArray[Any]) -> int:
    """Return how many different numbers there are; pandas takes a hundred times as long to begin with a column."""
    return len(set(values.tolist())) if len(values) <= _FEW else len(pd.unique(values))


def _distinct(present: NDArray[Any], sample: NDArray[Any]) -> tuple[int, bool]:
    if len(sample) == len(present):
        return _n_unique(present), True
    found = len(pd.unique(sample))
    if found <= len(sample) // 20:
        return len(pd.unique(present)), True
    return (len(present) if found == len(sample) else round(found / len(sample) * len(present))), False


def _exact_sum(present: NDArray[Any]) -> float:
    if present.dtype.kind == "f" or float(np.abs(present).max()) * len(present) < 2**62:
        return float(present.sum())
    return float(sum(present.tolist()))


def _all_whole(values: NDArray[Any]) -> bool:
    return bool((np.abs(values) < 2**53).all() and (values == np.floor(values)).all())


def _profile_text(name: str, series: pd.Series[Any], form: ColumnFormat | None) -> FieldProfile:
    codes, unique = factorize_values(series.to_numpy(dtype=object))
    rows, distinct = len(codes), len(unique)
    missing = int((codes < 0).sum())
    words = [str(w) for w in unique]
    base = FieldProfile(name, "text", rows, missing, distinct, examples=tuple(words[:3]))
    if not distinct:
        return replace(base, kind="empty")
    if distinct == 2 and {w.lower() for w in words} in _BOOLEAN_PAIRS:
        return replace(base, kind="boolean")
    if distinct == 1 and (words[0].lower() in ("true", "false") or (missing and words[0].strip().lower() in _TICKS)):
        return replace(base, kind="boolean")
    date_format = form.date_format if form is not None else detect_date_format(words)
    if date_format:
        swap = is_day_month_ambiguous(words, date_format)
        doubts = (tr(_DAY_OR_MONTH[date_format.startswith("%m")]),) if swap else ()
        century = form.century if form is not None else 0
        return replace(base, kind="datetime", date_format=date_format, century=century, suggestions=doubts)
    return as_words(base)


def as_words(profile: FieldProfile) -> FieldProfile:
    """Return the profile of a column of texts as that of categories or, where there are too many, of free text."""
    few = profile.distinct <= CATEGORY_LIMIT and profile.distinct <= max(2, profile.present // 2)
    return replace(profile, kind="category" if few else "text", date_format="", suggestions=())


def histogram(
    series: pd.Series[Any], profile: FieldProfile, bins: int = 24, transform: str = "none"
) -> NDArray[np.int64]:
    """Count values for a small picture of a column.

    Parameters
    ----------
    series : Series
    profile : FieldProfile
        Of that column.
    bins : int
        Equal intervals for numbers and dates, the commonest texts else.
    transform : str
        Of numbers; those that it does not take are left out.
    """
    if profile.kind == "datetime":
        numbers = days_of(series, profile.date_format, profile.century)
        numbers = numbers[~np.isnan(numbers)]
    elif profile.is_number:
        numbers = series.to_numpy(dtype=float)
        numbers = fit_transformation(transform, numbers).forward(numbers)
        numbers = numbers[np.isfinite(numbers)]
    else:
        return series.value_counts().to_numpy()[:bins].astype(np.int64)
    if not len(numbers):
        return np.zeros(0, np.int64)
    return np.histogram(numbers, bins=bins)[0].astype(np.int64)
