"""Numbers with signs around them: units, limits, traces. Found in columns of texts that are not numbers as they stand.

What is found is a format; `cell_reader` reads the cells by it, as it will read those of another table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mlp_gui.data.columns.cell_reader import (
    TRACE,
    UNREAD,
    cell_parts,
    decimal_of,
    read_number,
    unit_word,
)
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.dialect import Dialect

_PART = r"(?:[^\W\d_]|[%‰°µ′″Ω€£¥$₹])[^\s\d<>()=,;:!?_]{0,11}(?:(?<=[^\W\d_])[\^-]?[1-4](?![\d]))?"
_AFTER = re.compile(rf"{_PART}(?:\s?[/·*]\s?{_PART}|\s{_PART})?(?:[/·*]{_PART})?")
_BEFORE = re.compile(
    r"[A-Z]{0,3}[$€£¥₹₽₩₺₪]|EUR|USD|GBP|CHF|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|CAD|AUD|Fr\.?|SFr\.?|Rs\.?|kr\.?|zł"
)
_PROBE = 50  # different cells that show whether a look at all of them is worth it
_MINORITY = 0.1  # cells with another unit that may be left out
_FEWEST_NUMBERS = 3
_USUAL_UNITS = """
    m km cm mm µm nm dm mi mile yd ft in inch kg g mg µg ng t lb oz s sec second ms µs min minute h hr hour day d week
    month yr year a % ‰ °c °f c f k kelvin l ml cl dl µl gal mol mmol µmol v mv kv w kw mw gw wh kwh mwh j kj kcal cal
    hz khz mhz ghz pa hpa kpa mpa bar mbar psi atm mmhg b kb mb gb tb bit byte bn mn tsd thousand million billion
    m2 m² m3 m³ ha km2 km² km/h kmh mph m/s l/s m3/s m³/s mg/l µg/l g/l ppm ppb € $ £ ¥ eur usd gbp chf
"""


@dataclass(frozen=True, eq=False)
class WrittenNumbers:
    """The different cells of a column, read.

    Attributes
    ----------
    format : ColumnFormat
    numbers : ndarray of shape (n_different,)
        NaN where a cell is no number of the format.
    said : tuple of str
        What `cell_reader` says of each different cell.
    units : tuple of (str, int)
        Units that stand in the cells and in how many each, the commonest first; "" for none.
    """

    format: ColumnFormat
    numbers: NDArray[np.float64]
    said: tuple[str, ...]
    units: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class SeveralUnits:
    """A column of numbers in units that are not the same, so that it stays text: units as in `WrittenNumbers`."""

    units: tuple[tuple[str, int], ...]


def infer_numbers(
    words: Sequence[str], counts: Sequence[int], dialect: Dialect, asked: ColumnFormat, missing: frozenset[str]
) -> WrittenNumbers | SeveralUnits | None:
    """Find out whether texts are numbers with units, limits or traces, and read them.

    Parameters
    ----------
    words : sequence of str
        The different cells that are no gaps.
    counts : sequence of int
        How often each occurs.
    dialect : Dialect
    asked : ColumnFormat
        What a person asked for: with the kind "number", whatever is none counts as missing.
    missing : frozenset of str
        Markers of gaps, in lower case.
    """
    wanted = asked.kind == "number"
    if not wanted and not may_be_numbers(words):
        return None
    parts = [cell_parts(word) for word in words]
    if not wanted and any(not p and w.casefold() not in TRACE for w, p in zip(words, parts, strict=True)):
        return None
    units = _units(parts, counts)
    if not wanted and not _are_quantities(words, parts, counts, units):
        return None
    own = next((unit for unit, _ in units if unit), "")
    others = sum(n for unit, n in units if unit and unit_word(unit) != unit_word(own))
    if not wanted and others > _MINORITY * sum(n for _, n in units):
        known = {unit_word(unit) for unit in _USUAL_UNITS.split()}
        usual = all(unit_word(unit) in known for unit, _ in units if unit)
        return SeveralUnits(units) if usual and any(map(_says_more_than_a_letter, units)) else None
    form = _format(words, parts, own, dialect, asked)
    form = _percent_of_shares(form, words, parts)
    pairs = [read_number(word, form.entries(), missing) for word in words]
    said = tuple(how for _, how in pairs)
    if not wanted and _unread_without_other_unit(parts, said, own):
        return None
    return WrittenNumbers(form, np.array([number for number, _ in pairs], dtype=float), said, units)


def _says_more_than_a_letter(unit: tuple[str, int]) -> bool:
    """Whether a unit is more than one letter, which may be part of a code, such as 5A and 5B."""
    return len(unit[0]) > 1 or (unit[0] != "" and not unit[0].isalpha())


def may_be_numbers(words: Sequence[str]) -> bool:
    """Tell from the first words whether a look at all of them is worth it.

    Parameters
    ----------
    words : sequence of str
    """
    some = [(word, cell_parts(word)) for word in words[:_PROBE]]
    return bool(some) and all(_is_plausible(part) if part else word.casefold() in TRACE for word, part in some)


def _is_plausible(part: tuple[str, ...]) -> bool:
    """Whether what stands around a number may be its unit."""
    _, before, _, after = part
    if before:
        return not after and bool(_BEFORE.fullmatch(before))
    return not after or bool(_AFTER.fullmatch(after))


def _units(parts: list[tuple[str, ...]], counts: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """Each unit in its commonest spelling with the number of its cells, the commonest first."""
    spelled: dict[str, Counter[str]] = {}
    for part, n in zip(parts, counts, strict=True):
        if part:
            unit = part[1] or part[3]
            spelled.setdefault(unit_word(unit), Counter())[unit] += n
    found = [(names.most_common(1)[0][0], names.total()) for names in spelled.values()]
    return tuple(sorted(found, key=lambda pair: -pair[1]))


def _are_quantities(
    words: Sequence[str], parts: list[tuple[str, ...]], counts: Sequence[int], units: tuple[tuple[str, int], ...]
) -> bool:
    """Whether the cells look like a measured quantity, and not like codes: 12A, Q1, >50K."""
    if not all(map(_is_plausible, filter(None, parts))):
        return False
    total = sum(counts)
    plain = [(p, n) for p, n in zip(parts, counts, strict=True) if p and not p[0]]
    traces = sum(n for w, n in zip(words, counts, strict=True) if w.casefold() in TRACE)
    numbers = len({p[2] for p, _ in plain})
    if sum(n for _, n in plain) < (0.5 if traces else 0.2) * total:
        return False
    return numbers >= _FEWEST_NUMBERS and (len(plain) < len(parts) or any(unit for unit, _ in units))


def _format(
    words: Sequence[str], parts: list[tuple[str, ...]], unit: str, dialect: Dialect, asked: ColumnFormat
) -> ColumnFormat:
    decimal = dialect.decimal if dialect.decimal != dialect.separator else "."
    proved = decimal_of([[p[2] for p in parts if p]], dialect.separator)
    limits = any(p and p[0] for p in parts)
    return replace(
        asked,
        asked=False,
        kind="number",
        decimal=proved or decimal,
        unit=unit,
        limit=(asked.limit or "limit") if limits else "",
        trace=any(w.casefold() in TRACE for w in words),
    )


def _percent_of_shares(form: ColumnFormat, words: Sequence[str], parts: list[tuple[str, ...]]) -> ColumnFormat:
    """Where 45% stands among 0.3 and 0.52, the others are shares, and it is 0.45."""
    if form.unit != "%":
        return form
    plain = replace(form, unit="", share=True).entries()
    bare = [read_number(w, plain)[0] for w, p in zip(words, parts, strict=True) if p and not (p[1] or p[3])]
    shares = bool(bare) and all(0 <= number <= 1 for number in bare) and any(0 < number < 1 for number in bare)
    return replace(form, unit="", share=True) if shares else form


def _unread_without_other_unit(parts: list[tuple[str, ...]], said: tuple[str, ...], unit: str) -> bool:
    return any(
        how == UNREAD and not (part and unit_word(part[1] or part[3]) not in ("", unit_word(unit)))
        for part, how in zip(parts, said, strict=True)
    )
