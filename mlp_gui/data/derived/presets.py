"""Derived columns that people want most, several at once: lags 1 to 7 of rain and discharge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.derived.functions import MOST_ROWS
from mlp_gui.data.derived.tokens import quoted_name

MOST_MADE = 1_000
# Function, what it is called, how the new columns are named, which rows are usual.
PRESETS: tuple[tuple[str, str, str, str], ...] = (
    ("lag", mark("Values of earlier rows (lags)"), "lag", "1-7"),
    ("difference", mark("Differences to earlier rows"), "diff", "1"),
    ("rolling_sum", mark("Sums of the last rows"), "sum", "7, 30"),
    ("rolling_mean", mark("Means of the last rows"), "mean", "7, 30"),
    ("rolling_min", mark("Smallest of the last rows"), "min", "7"),
    ("rolling_max", mark("Largest of the last rows"), "max", "7"),
    ("ewm", mark("Exponentially weighted means"), "ewm", "7, 30"),
    ("lead", mark("Later values, as targets of a forecast"), "ahead", "1"),
)
_COUNT = re.compile("[0-9]{1,9}")


def preset_texts(
    function: str, names: Iterable[str], counts: Sequence[int], by: str = "", order: str = "", taken: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the declarations of a preset: one for each column and number of rows.

    Parameters
    ----------
    function : str
        Of `PRESETS`.
    names : iterable of str
        The columns that it is made of.
    counts : sequence of int
        Rows back, or in the window.
    by, order : str
        Columns of groups and of the order; "" for none, and for that of the file.
    taken : iterable of str
        Names that new columns may not have.
    """
    suffix = next(word for name, _, word, _ in PRESETS if name == function)
    options = "".join(f", {key}={quoted_name(name)}" for key, name in (("by", by), ("order", order)) if name)
    used, texts = set(taken), []
    for name in names:
        for count in counts:
            new = free = f"{name}_{suffix}{count}"
            number = 2
            while free in used:
                free, number = f"{new}_{number}", number + 1
            used.add(free)
            texts.append(f"{quoted_name(free)} = {function}({quoted_name(name)}, {count}{options})")
    return tuple(texts)


def read_counts(text: str) -> tuple[int, ...]:
    """Read "1-7, 14" as the numbers 1 to 7 and 14.

    Parameters
    ----------
    text : str

    Raises
    ------
    UserError
        If it is not of that form.
    """
    found: list[int] = []
    for part in text.replace("\N{EN DASH}", "-").replace(";", ",").split(","):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        ends = (first, last if dash else first)
        if not all(_COUNT.fullmatch(end) and 1 <= int(end) <= MOST_ROWS for end in ends):
            raise UserError(
                tr("{text!r} says no numbers of rows.", text=text.strip()[:40]), hint=tr("Write for example 1-7, 14.")
            )
        found += range(int(ends[0]), min(int(ends[1]), int(ends[0]) + MOST_MADE) + 1)
    return tuple(dict.fromkeys(found))
