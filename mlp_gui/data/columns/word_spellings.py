"""Words that differ only in case or blanks: pointed out with their counts, and made one where a person says so."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np

from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.columns.cell_reader import merged_word
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.number_parsing import ParsedColumn
from mlp_gui.data.columns.remark import WayOut

Said = tuple[tuple[str, tuple[WayOut, ...]], ...]
WAYS = (
    WayOut(mark("Merge them"), "spelling", "merged"),
    WayOut(mark("Keep them apart"), "spelling", "exact"),
)
_MOST = 200  # different words that a column of categories may have
_SHOWN = 3


def merge_spellings(parsed: ParsedColumn, asked: ColumnFormat) -> tuple[ParsedColumn, Said]:
    """Return the column with each word in its commonest spelling, if that was asked for, and a sentence.

    Parameters
    ----------
    parsed : ParsedColumn
        Texts.
    asked : ColumnFormat
    """
    if not asked.merged or parsed.codes is None:
        return parsed, ()
    counts = _counts(parsed)
    groups = _groups(counts)
    common = {word: max(group, key=lambda w: counts[w]) for group in groups for word in group}
    values = np.array([common.get(v, v) if isinstance(v, str) else v for v in parsed.values.tolist()], dtype=object)
    form = replace(parsed.format, merged=True)
    words = tuple(common.get(w.strip(), w) for w in parsed.words)
    made = replace(parsed, values=values, format=form, words=words)
    if not groups:
        return made, ()
    said = tr_n(
        "{n:,} word is one for several that differ only in case: {words}.",
        "{n:,} words are one each for several that differ only in case: {words}.",
        len(groups),
        words=_shown(groups[0], counts),
    )
    return made, ((said, ()),)


def spelling_remarks(parsed: ParsedColumn, asked: ColumnFormat) -> Said:
    """Say which words of a column of categories differ only in case or in blanks.

    Parameters
    ----------
    parsed : ParsedColumn
        Texts.
    asked : ColumnFormat
    """
    if parsed.codes is None or not 1 < len(parsed.words) <= _MOST or parsed.values.dtype != object:
        return ()
    counts = _counts(parsed)
    said: list[tuple[str, tuple[WayOut, ...]]] = []
    groups = _groups(counts)
    if groups and not asked.merged:
        sentence = tr_n(
            "{n:,} word is written in ways that differ only in case or blanks, and counts as several: {words}.",
            "{n:,} words are written in ways that differ only in case or blanks, and count as several: {words}.",
            len(groups),
            words=_shown(groups[0], counts),
        )
        said.append((sentence, WAYS))
    padded = _padded(parsed)
    if padded:
        n, word = padded
        sentence = tr_n(
            "Blanks around {n:,} cell were removed, so that {word!r} is {bare!r}.",
            "Blanks around {n:,} cells were removed, so that {word!r} is {bare!r}.",
            n,
            word=word,
            bare=word.strip(),
        )
        said.append((sentence, ()))
    return tuple(said)


def _counts(parsed: ParsedColumn) -> Counter[str]:
    assert parsed.codes is not None
    found: Counter[str] = Counter()
    each = np.bincount(parsed.codes[parsed.codes >= 0], minlength=len(parsed.words))
    for word, n in zip(parsed.words, each.tolist(), strict=True):
        if word.strip():
            found[word.strip()] += n
    return found


def _groups(counts: Counter[str]) -> list[list[str]]:
    """Words that are one but for their spelling, the commonest first."""
    alike: dict[str, list[str]] = {}
    for word in counts:
        alike.setdefault(merged_word(word), []).append(word)
    found = [sorted(group, key=lambda w: -counts[w]) for group in alike.values() if len(group) > 1]
    return sorted(found, key=lambda group: -sum(counts[w] for w in group))


def _shown(group: list[str], counts: Counter[str]) -> str:
    return ", ".join(tr("{word} ({n:,}×)", word=word, n=counts[word]) for word in group[:_SHOWN])


def _padded(parsed: ParsedColumn) -> tuple[int, str] | None:
    """How many cells have blanks around a word that others have without, and the first such cell."""
    assert parsed.codes is not None
    bare = {w for w in parsed.words if w == w.strip()}
    padded = [i for i, w in enumerate(parsed.words) if w.strip() and w != w.strip() and w.strip() in bare]
    if not padded or any(_is_text(v) and v != v.strip() for v in parsed.values.tolist()[:1000]):
        return None
    return int(np.isin(parsed.codes, padded).sum()), parsed.words[padded[0]]


def _is_text(value: Any) -> bool:
    return isinstance(value, str)
