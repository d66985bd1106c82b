"""What is said of a search: its ranges and values as texts, its trials as rows and as lines over the axes."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from mlp_gui.core.number_format import format_integer, format_number, format_setting
from mlp_gui.core.search_range import SearchRange
from mlp_gui.core.translation import tr
from mlp_gui.studies.search.search_summary import SearchSummary, SearchTrial
from mlp_gui.studies.search_space import SearchDimension


def range_text(found: SearchRange) -> str:
    """Return a range as it is typed: "0.001:0.1" or "adam,sgd".

    Parameters
    ----------
    found : SearchRange
    """
    if found.choices:
        return ",".join(str(choice).lower() if isinstance(choice, bool) else str(choice) for choice in found.choices)
    return f"{found.low:.4g}:{found.high:.4g}"


def range_end(d: SearchDimension, share: int) -> str:
    """Return what stands at an end of an axis.

    Parameters
    ----------
    d : SearchDimension
    share : {0, 1}
    """
    value = d.range.choices[-share] if d.range.choices else (d.range.low, d.range.high)[share]
    return value_text(d, value)


def value_text(d: SearchDimension, value: Any) -> str:
    """Return a value of a setting as a person reads it.

    Parameters
    ----------
    d : SearchDimension
    value : object
    """
    if isinstance(value, str | bool):
        return d.words(value)
    return format_integer(value) if d.is_whole else format_setting(value)


def line_places(found: SearchSummary) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return where the line of each trial crosses the axes, of shape (n_trials, n_settings).

    Parameters
    ----------
    found : SearchSummary
    """
    lines = np.full((len(found.trials), len(found.space)), np.nan)
    for at, trial in enumerate(found.trials):
        for k, (d, (_, value)) in enumerate(zip(found.space, trial.values, strict=True)):
            if not d.range.choices or value in d.range.choices:
                lines[at, k] = min(max(d.range.share_of(value), -0.02), 1.02)  # the run's own may lie beyond
    return lines


def score_heights(orders: np.ndarray[Any, np.dtype[np.float64]]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return places on the axis of the score by rank, the best at the top: a run that diverged squeezes no others.

    Parameters
    ----------
    orders : ndarray of shape (n_trials,)
        The smaller one is better.
    """
    heights = np.full(len(orders), np.nan)
    finite = np.isfinite(orders)
    ranks = np.argsort(np.argsort(-orders[finite], kind="stable"), kind="stable")
    heights[finite] = ranks / max(finite.sum() - 1, 1)
    return heights


def trial_cells(found: SearchSummary, trial: SearchTrial) -> list[tuple[str, float | str]]:
    """Return texts and values of a trial's row.

    Parameters
    ----------
    found : SearchSummary
    trial : SearchTrial
    """
    state = tr("cannot be") if trial.refusal else "" if trial.is_complete else tr("stopped early")
    note = tr("your settings") if not trial.settings else state
    score = format_number(trial.score) if math.isfinite(trial.score) else "–"
    values = [
        (value_text(d, value), value if not isinstance(value, str) else d.words(value))
        for d, (_, value) in zip(found.space, trial.values, strict=True)
    ]
    return [(format_integer(trial.number), trial.number), (score, trial.order),
            (format_integer(trial.epochs), trial.epochs), (note, note), *values]  # fmt: skip
