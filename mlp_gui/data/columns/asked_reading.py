"""Columns read as a person asked: as text, as dates, as yes and no; what cannot be read so counts as missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.cell_reader import truth_of
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.factorize import factorize_values
from mlp_gui.data.columns.number_parsing import ParsedColumn
from mlp_gui.data.dates.date_parsing import choose_century, days_of, detect_date_format, detect_mostly_dates

GAP_WORDS = ("na", "n/a", "nan", "null", "none", "nil")
_PROBE = 200
_COMPACT = {4: "%Y", 6: "%Y%m", 8: "%Y%m%d", 10: "%Y%m%d%H", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
_CLOCK = re.compile(r"\d{1,2}:\d{2}")


def read_as_asked(
    column: NDArray[Any], dialect: Dialect, asked: ColumnFormat, place: Callable[[int], str]
) -> ParsedColumn:
    """Read texts as text, dates or yes and no.

    Parameters
    ----------
    column : ndarray of shape (n_rows,)
        The cells as they stand in the file.
    dialect : Dialect
        Gives the missing markers.
    asked : ColumnFormat
        Its kind is "text", "datetime" or "boolean".
    place : callable
        Returns where a row stands, in words.
    """
    codes, unique = factorize_values(column)
    words = [str(w).strip() for w in unique]
    kept = {w.lower() for w in words if w.lower() in asked.kept}
    gone = {m.strip() for m in dialect.missing}
    blank = [not w or (w in gone and w.lower() not in kept) for w in words]
    form = replace(asked, asked=False, kept=tuple(sorted(kept)))
    shown: list[Any] = [np.nan if b else w for w, b in zip(words, blank, strict=True)]
    message = ""
    if asked.kind == "datetime":
        date_format = _common_format([w for w in shown if isinstance(w, str)])
        century = choose_century(codes, words, date_format) if "%y" in date_format else 0
        form = replace(form, date_format=date_format, century=century)
        odd = _no_dates(shown, form)
        message = _odd_remark(codes, odd, words, place, tr("a date"))
        shown = [np.nan if o else w for w, o in zip(shown, odd, strict=True)]
    elif asked.kind == "boolean":
        shown, form, odd = _truths(shown, np.bincount(codes[codes >= 0], minlength=len(words)).tolist(), form)
        message = _odd_remark(codes, odd, words, place, tr("yes or no"))
    values = np.array([*shown, np.nan], dtype=object)[codes]
    texts = tuple(w for w in shown if isinstance(w, str))
    return ParsedColumn(values, message, format=form, codes=codes if len(texts) == len(words) else None, words=texts)


def _common_format(words: list[str]) -> str:
    """Return the format that reads most of the words; "" where none is a date."""
    if found := detect_date_format(words) or detect_mostly_dates(words, np.ones(len(words), np.int64)):
        return found
    probe = words[:: max(1, len(words) // _PROBE)]
    formats = Counter(filter(None, (detect_date_format([word]) or _compact(word) for word in probe)))
    stamps = pd.Series(words, dtype=str)
    return max(formats, key=lambda f: int((~np.isnan(days_of(stamps, f))).sum()), default="")


def _compact(word: str) -> str:
    """Return the format of a day without signs between its parts, or of a time of day."""
    return _COMPACT.get(len(word), "") if word.isdigit() else "%H:%M" if _CLOCK.fullmatch(word) else ""


def _no_dates(words: list[Any], form: ColumnFormat) -> list[bool]:
    if not form.date_format:
        return [isinstance(w, str) for w in words]
    days = days_of(pd.Series(words, dtype="str"), form.date_format, form.century)
    return [isinstance(w, str) and bad for w, bad in zip(words, np.isnan(days).tolist(), strict=True)]


def _truths(words: list[Any], counts: list[int], form: ColumnFormat) -> tuple[list[Any], ColumnFormat, list[bool]]:
    """Each cell in the commonest word of what it says; of two unusual words the first in the alphabet is no."""
    present = [w for w in words if isinstance(w, str)]
    unusual = sorted({w for w in present if not truth_of(w, {})})
    if len(unusual) == 2 and len(set(present)) == 2:
        form = replace(form, false_words=(unusual[0].casefold(),), true_words=(unusual[1].casefold(),))
    entries = form.entries()
    said = [truth_of(w, entries) if isinstance(w, str) else "" for w in words]
    common = {}
    for truth in ("yes", "no"):
        mine = [(n, w) for w, n, t in zip(words, counts, said, strict=True) if t == truth]
        common[truth] = max(mine)[1] if mine else np.nan
    odd = [isinstance(w, str) and not t for w, t in zip(words, said, strict=True)]
    return [common.get(t, np.nan) for t in said], form, odd


def _odd_remark(
    codes: NDArray[np.int64], odd: list[bool], words: list[str], place: Callable[[int], str], kind: str
) -> str:
    these = np.array([*odd, False], dtype=bool)[codes]
    if not these.any():
        return ""
    row = int(these.argmax())
    return tr_n(
        "{n:,} cell cannot be read as {kind} and counts as missing, first {word!r} in {place}.",
        "{n:,} cells cannot be read as {kind} and count as missing, first {word!r} in {place}.",
        int(these.sum()),
        kind=kind,
        word=words[codes[row]][:30],
        place=place(row),
    )
