"""From the texts of a column to what they are, with a remark and its ways out for all that could be meant otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.columns.asked_reading import read_as_asked
from mlp_gui.data.columns.cell_reader import DITTO, LIMIT, PERCENT, TRACE, UNREAD, cell_parts, repeat_above, unit_word
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.number_inference import SeveralUnits, WrittenNumbers, infer_numbers, may_be_numbers
from mlp_gui.data.columns.number_parsing import ParsedColumn, parse_column
from mlp_gui.data.columns.remark import WayOut
from mlp_gui.data.columns.word_spellings import merge_spellings, spelling_remarks

Said = list[tuple[str, tuple[WayOut, ...]]]
AS_TEXT = (
    WayOut(mark("Read as text"), "read_as", "text"),
    WayOut(mark("Keep as number"), "read_as", "number"),
)
AS_NUMBER = (
    WayOut(mark("Read as number"), "read_as", "number"),
    WayOut(mark("Keep as text"), "read_as", "text"),
)
KEEP_DATE = WayOut(mark("Keep as date"), "read_as", "datetime")
NO_TEXT, NO_NUMBER = (AS_TEXT[0], KEEP_DATE), (AS_NUMBER[0], KEEP_DATE)
_LIMITS = (
    WayOut(mark("Half of it"), "below_limit", "half"),
    WayOut(mark("Missing"), "below_limit", "missing"),
    WayOut(mark("Keep"), "below_limit", "limit"),
)
_SHOWN_UNITS = 4
_PROBE = 100  # different cells that show whether a look at all of them is worth it


@dataclass(frozen=True, eq=False)
class ReadColumn:
    """A column of texts, read: what it holds, and what is said about it with the ways out."""

    parsed: ParsedColumn
    said: tuple[tuple[str, tuple[WayOut, ...]], ...] = ()


def read_text_column(
    column: NDArray[Any], dialect: Dialect, asked: ColumnFormat, place: Callable[[int], str]
) -> ReadColumn:
    """Find out what texts are: numbers in whatever dress, dates, yes and no, or words.

    Parameters
    ----------
    column : ndarray of shape (n_rows,)
    dialect : Dialect
        Gives the missing markers and the decimal sign.
    asked : ColumnFormat
        What a person asked for; the default leaves it to the cells.
    place : callable
        Returns where a row stands, in words.
    """
    said: Said = []
    if asked.kind in ("text", "datetime", "boolean"):
        parsed = read_as_asked(column, dialect, asked, place)
        said += [(parsed.message, ())] if parsed.message else []
        merged, told = merge_spellings(parsed, asked)
        return ReadColumn(merged, (*said, *told))
    kept = _kept(column, asked)
    dialect = dialect.replace(missing=tuple(m for m in dialect.missing if m.lower() not in kept)) if kept else dialect
    parsed = parse_column(column, dialect)
    column, marks = _without_ditto(column, parsed.words)
    parsed = parse_column(column, dialect) if marks else parsed
    parsed = replace(parsed, format=replace(parsed.format, kept=kept)) if kept else parsed
    if marks:
        said.append((_ditto_remark(marks), ()))
        parsed = replace(parsed, format=replace(parsed.format, ditto=True))
    if parsed.codes is None or parsed.values.dtype != object:
        return ReadColumn(parsed, (*([(parsed.message, ())] if parsed.message else ()), *said))
    numbers, more = _numbers(parsed, dialect, asked, place)
    said += more
    if numbers is not None:
        return ReadColumn(numbers, tuple(said))
    parsed = replace(parsed, rejected=None) if more else parsed
    merged, told = merge_spellings(parsed, asked)
    return ReadColumn(merged, (*said, *told, *spelling_remarks(merged, asked)))


def _kept(column: NDArray[Any], asked: ColumnFormat) -> tuple[str, ...]:
    """Return the markers that are words in this column, and that it has."""
    present = {v.strip().lower() for v in column.tolist() if isinstance(v, str)} if asked.kept else set()
    return tuple(marker for marker in asked.kept if marker in present)


def _without_ditto(column: NDArray[Any], words: tuple[str, ...]) -> tuple[NDArray[Any], int]:
    """Return the cells with the one above in place of ditto marks, and how many these were."""
    if not any(len(w) < 8 and w.strip().casefold() in DITTO for w in words):
        return column, 0
    found = sum(isinstance(v, str) and v.strip().casefold() in DITTO for v in column.tolist())
    above = repeat_above(column.tolist())
    return np.array(above, dtype=object), found


def _ditto_remark(n: int) -> str:
    return tr_n("{n:,} ditto mark repeats the cell above it.", "{n:,} ditto marks repeat the cells above them.", n)


def _numbers(
    parsed: ParsedColumn, dialect: Dialect, asked: ColumnFormat, place: Callable[[int], str]
) -> tuple[ParsedColumn | None, Said]:
    """Return the column as numbers with their unit, or None; and what is to be said."""
    assert parsed.codes is not None
    codes, gone = parsed.codes, {m.strip().lower() for m in (*dialect.missing, *dialect.numeric_missing)}
    probe = [w.strip() for w in parsed.words[:_PROBE] if w.strip().lower() not in gone]
    if asked.kind != "number" and not may_be_numbers(probe):
        return None, []
    present = [i for i, w in enumerate(parsed.words) if w.strip().lower() not in gone]
    words = [parsed.words[i].strip() for i in present]
    if not words:
        return None, []
    counts = np.bincount(codes[codes >= 0], minlength=len(parsed.words))
    found = infer_numbers(words, counts[present].tolist(), dialect, asked, frozenset(gone))
    if isinstance(found, SeveralUnits):
        return None, [(_several_units(found.units), AS_NUMBER)]
    if found is None:
        return None, []
    by_word, said = np.full(len(parsed.words) + 1, np.nan), np.full(len(parsed.words) + 1, "", dtype=object)
    by_word[present], said[present] = found.numbers, found.said
    form = replace(found.format, ditto=parsed.format.ditto)
    values = by_word[codes]
    more = _said_of_numbers(found, said[codes], values, [*parsed.words, ""], codes, place)
    return ParsedColumn(values, format=form), more


def _several_units(units: tuple[tuple[str, int], ...]) -> str:
    shown = [tr("{unit} in {n:,}", unit=unit or tr("no unit"), n=n) for unit, n in units[:_SHOWN_UNITS]]
    return tr("It is text, because its numbers carry several units: {units}.", units=", ".join(shown))


def _said_of_numbers(
    found: WrittenNumbers, said: NDArray[Any], values: NDArray[Any], words: list[str], codes: NDArray[Any],
    place: Callable[[int], str],
) -> Said:  # fmt: skip
    """One sentence for each thing that was done: unit, percent, limits, traces, cells that are no numbers."""
    out: Said = []
    form = found.format
    bare = sum(n for unit, n in found.units if not unit)

    def first(these: NDArray[np.bool_]) -> dict[str, Any]:
        row = int(these.argmax())
        return {"word": words[codes[row]].strip()[:30], "number": float(values[row]), "place": place(row)}

    dressed = np.array([bool(p and (p[1] or p[3])) for p in map(cell_parts, words)])[codes]
    if form.unit:
        example = first(dressed & ~np.isnan(values))
        sentence = tr("The unit {unit} was left out: {word} became {number:g}.", unit=form.unit, **example)
        if bare:
            sentence += " " + tr_n(
                "{n:,} cell without a unit counts in {unit}, too.", "{n:,} cells without a unit count in {unit}, too.",
                bare, unit=form.unit,
            )  # fmt: skip
        out.append((sentence, ()))
    for how, make in ((PERCENT, _percent), (LIMIT, _limit), (UNREAD, _unread)):
        these = np.asarray(said == how)
        if how == LIMIT:
            these = these & np.array([w.strip().casefold() not in TRACE for w in words])[codes]
        if these.any():
            out.append(make(int(these.sum()), first(these), form))
    traces = np.array([form.trace and w.strip().casefold() in TRACE for w in words])[codes]
    if traces.any():
        out.append((_trace(int(traces.sum()), first(traces)), AS_TEXT))
    gone = np.array([bool(p and p[0]) and form.limit == "missing" for p in map(cell_parts, words)])[codes]
    if gone.any():
        out.append(_limit(int(gone.sum()), first(gone), form))
    return out


def _percent(n: int, example: dict[str, Any], form: ColumnFormat) -> tuple[str, tuple[WayOut, ...]]:
    sentence = tr_n(
        "{n:,} cell is written in percent among shares: {word} is {number:g}.",
        "{n:,} cells are written in percent among shares: {word} is {number:g}.",
        n, **example,
    )  # fmt: skip
    return sentence, AS_TEXT


def _limit(n: int, example: dict[str, Any], form: ColumnFormat) -> tuple[str, tuple[WayOut, ...]]:
    if form.limit == "missing":
        sentence = tr_n(
            "{n:,} value below or above a limit counts as missing, first {word} in {place}.",
            "{n:,} values below or above a limit count as missing, first {word} in {place}.",
            n, **example,
        )  # fmt: skip
        return sentence, _LIMITS
    sentence = tr_n(
        "{n:,} value is only known to lie below or above a limit: {word} counts as {number:g}.",
        "{n:,} values are only known to lie below or above a limit: {word} counts as {number:g}.",
        n, **example,
    )  # fmt: skip
    return sentence, _LIMITS


def _trace(n: int, example: dict[str, Any]) -> str:
    return tr_n(
        "{n:,} cell holds a trace and counts as 0: {word}.", "{n:,} cells hold a trace and count as 0: {word}.", n,
        **example,
    )  # fmt: skip


def _unread(n: int, example: dict[str, Any], form: ColumnFormat) -> tuple[str, tuple[WayOut, ...]]:
    if cell_parts(example["word"]) and unit_word("".join(cell_parts(example["word"])[1::2])) != unit_word(form.unit):
        sentence = tr_n(
            "{n:,} cell carries another unit and counts as missing, first {word} in {place}.",
            "{n:,} cells carry another unit and count as missing, first {word} in {place}.",
            n, **example,
        )  # fmt: skip
    else:
        sentence = tr_n(
            "{n:,} cell cannot be read as {kind} and counts as missing, first {word!r} in {place}.",
            "{n:,} cells cannot be read as {kind} and count as missing, first {word!r} in {place}.",
            n, kind=tr("a number"), **example,
        )  # fmt: skip
    return sentence, AS_TEXT
