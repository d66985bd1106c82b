"""Numerals are numbers written for people: decimal commas, digits in groups, percent and currency signs, gaps as words.

A text column becomes numbers only when every present cell is written in one and the same way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.translation import mark, tr
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.factorize import factorize_values

_EXPONENT = r"(?:[eE][+-]?\d+)?"
_SIGN = r"[+\-−]?\s?"
_INFINITE = re.compile(r"[+-]?(?:inf|infinity)", re.I)
_CURRENCY = re.compile(r"^([+\-−]?)\s?([$€£¥])\s?(?=[\d.,])|(?<=\d)\s?([$€£¥%])$")
_FEW = 1_000


@dataclass(frozen=True)
class NumberStyle:
    """One way to write numbers. pattern: a whole cell; clear: what to remove; decimal: the decimal sign."""

    name: str
    pattern: re.Pattern[str]
    clear: str
    decimal: str
    groups: bool = False


def _style(name: str, whole: str, clear: str, decimal: str, groups: bool = False) -> NumberStyle:
    d = re.escape(decimal)
    fraction = rf"(?:{whole})(?:{d}\d*)?|{d}\d+"
    return NumberStyle(name, re.compile(rf"{_SIGN}(?:{fraction}){_EXPONENT}"), clear, decimal, groups)


_BLANKS = " \u00a0\u202f\u2009"
_STYLES = (
    _style(mark("points"), r"\d+", "", "."),
    _style(mark("decimal commas"), r"\d+", "", ","),
    _style(mark("commas between groups of three digits"), r"\d{1,3}(?:,\d{3})+|\d+", ",", ".", True),
    _style(mark("points between groups of three digits"), r"\d{1,3}(?:\.\d{3})+|\d+", ".", ",", True),
    _style(mark("blanks between groups of three digits"), rf"\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+|\d+", _BLANKS, ".", True),
    _style(
        mark("blanks between groups and decimal commas"), rf"\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+|\d+", _BLANKS, ",", True
    ),
    _style(mark("apostrophes between groups of three digits"), r"\d{1,3}(?:['’]\d{3})+|\d+", "'’", ".", True),
    _style(mark("commas between groups of Indian numbers"), r"\d{1,2}(?:,\d{2})*,\d{3}|\d+", ",", ".", True),
)
_THOUSANDS = {",": 2, ".": 3, " ": 4, "'": 6}


@dataclass(frozen=True)
class ParsedColumn:
    """A text column after looking closely: numbers or trimmed text, what was done, and which cells did not fit.

    rejected: (cells that are numbers, cells that are not, first row of those, that cell) when many are numbers.
    format: what the cells of a column of numbers told.
    codes, words: the different cells of a column of texts, and which of them each row holds; -1 where it is empty.
    """

    values: NDArray[Any]
    message: str = ""
    rejected: tuple[int, int, int, str] | None = None
    format: ColumnFormat = ColumnFormat()
    codes: NDArray[np.int64] | None = None
    words: tuple[str, ...] = ()


def parse_column(column: NDArray[Any], dialect: Dialect) -> ParsedColumn:
    """Find out what a text column holds. A cell is looked at once however often it occurs.

    Parameters
    ----------
    column : ndarray of shape (n_rows,)
        Its cells as texts.
    dialect : Dialect
        Gives the missing markers and the decimal sign.
    """
    codes, unique = factorize_values(column)
    words = [str(w) for w in unique]
    clean = [w.strip() for w in words] if dialect.trim else words
    gone = {m.strip() for m in dialect.missing}
    markers = {m.lower() for m in dialect.numeric_missing}
    blank = np.array([w.strip() in gone for w in words], bool) if words else np.zeros(0, bool)
    weak = np.array([w.strip().lower() in markers for w in words], bool) if words else np.zeros(0, bool)
    rest = [w.strip() for w, b, m in zip(words, blank, weak, strict=True) if not b and not m]
    only_blanks = any(b and w and not c for w, c, b in zip(words, clean, blank, strict=True))
    if not rest and only_blanks and not weak.any():
        return _as_text(column, codes, words, clean, blank, dialect)
    if not rest:
        return ParsedColumn(np.full(len(column), np.nan), _gaps_remark(words, weak & ~blank))
    found = _as_numbers(rest, dialect)
    if found is None:
        return _as_text(column, codes, words, clean, blank, dialect)
    numbers, remark, form = found
    by_word = np.full(len(words) + 1, np.nan)
    by_word[:-1][~blank & ~weak] = numbers
    values = _whole_if_possible(by_word[codes], rest)
    return ParsedColumn(values, " ".join(r for r in (remark, _gaps_remark(words, weak & ~blank)) if r), format=form)


def _gaps_remark(words: list[str], weak: NDArray[np.bool_]) -> str:
    shown = [repr(w.strip()) for w, m in zip(words, weak, strict=True) if m]
    return tr("Cells {cells} count as missing.", cells=", ".join(shown[:4])) if shown else ""


def _whole_if_possible(values: NDArray[np.float64], rest: list[str]) -> NDArray[Any]:
    if np.isnan(values).any() or any(("." in w or "e" in w.lower()) for w in rest[:_FEW]):
        return values
    whole = (np.abs(values) < 2**53).all() and (values == np.floor(values)).all()
    return values.astype(np.int64) if whole else values


def _as_numbers(words: list[str], dialect: Dialect) -> tuple[NDArray[np.float64], str, ColumnFormat] | None:
    """Return the numbers that all words are in one style, a remark, and their format; or None."""
    sign = _common_sign(words)
    bare = [_CURRENCY.sub(r"\1", w) if not _INFINITE.fullmatch(w) else w for w in words] if sign else words
    styles = _allowed(dialect)
    probe = bare[:50]
    fitting = [s for s in styles if all(s.pattern.fullmatch(w) or _INFINITE.fullmatch(w) for w in probe)]
    fitting = [s for s in fitting if all(s.pattern.fullmatch(w) or _INFINITE.fullmatch(w) for w in bare)]
    if not fitting:
        return None
    style, doubt = _choose(fitting, bare, dialect)
    table = str.maketrans({**dict.fromkeys(style.clear, ""), "−": "-", " ": ""})
    plain = [
        w.translate(table).replace(style.decimal, ".") if style.decimal != "." else w.translate(table) for w in bare
    ]
    remarks = []
    if style.name != "points" and not (style.name == "decimal commas" and dialect.decimal == ","):
        remarks.append(tr("Its numbers are written with {style}.", style=tr(style.name)))
        remarks += [doubt] if doubt else []
    if any(len(p) > 16 and p.lstrip("+-").isdigit() for p in plain):
        remarks.append(tr("Whole numbers beyond {largest:,} count with 16 digits only.", largest=2**53))
    if sign:
        became = {"sign": sign, "word": words[0], "number": float(plain[0])}
        remarks.append(tr("The sign {sign} was left out: {word} became {number:g}.", **became))
    signed = any("." in w or "," in w for w in bare)
    form = ColumnFormat("number", decimal=style.decimal if signed else "", unit=sign)
    return np.array([float(p) for p in plain]), " ".join(remarks), form


def _allowed(dialect: Dialect) -> tuple[NumberStyle, ...]:
    if dialect.thousands == "auto":
        return _STYLES
    plain = _STYLES[:2]
    return plain if not dialect.thousands else (*plain, _STYLES[_THOUSANDS[dialect.thousands]])


def _common_sign(words: list[str]) -> str:
    signs = set()
    for w in words:
        if not (match := _CURRENCY.search(w)):
            return ""
        signs.add(match.group(2) or match.group(3))
    return signs.pop() if len(signs) == 1 else ""


def _choose(fitting: list[NumberStyle], words: list[str], dialect: Dialect) -> tuple[NumberStyle, str]:
    """Of several styles that fit, e.g. for 1,234: the plain one, unless every fraction has exactly three digits."""
    by_name = {s.name: s for s in fitting}
    decimal, grouped = by_name.get("decimal commas"), by_name.get("commas between groups of three digits")
    if "points" in by_name:
        point_groups = by_name.get("points between groups of three digits")
        if dialect.decimal == "," and point_groups and any("." in w for w in words):
            point = tr("{word} could also be a decimal point; correct the decimal sign if it is.", word=words[0])
            return point_groups, point
        return by_name["points"], ""
    if decimal and grouped and any("," in w for w in words):
        if dialect.decimal == ",":
            return decimal, ""
        comma = tr("{word} could also be a decimal comma; correct the decimal sign if it is.", word=words[0])
        return grouped, comma
    return (decimal or fitting[0]), ""


def _as_text(
    column: NDArray[Any],
    codes: NDArray[Any],
    words: list[str],
    clean: list[str],
    blank: NDArray[np.bool_],
    dialect: Dialect,
) -> ParsedColumn:
    kept = _nearly_numbers(codes, words, blank, dialect.decimal)
    if clean == words and not blank.any():
        return ParsedColumn(column, rejected=kept, codes=codes, words=tuple(words))
    # A cell of blanks is no gap: somebody wrote it. Among numbers it counts as missing, among texts it is kept.
    shown = [np.nan if b and c else c or w for w, c, b in zip(words, clean, blank, strict=True)]
    values = np.array([*shown, np.nan], dtype=object)[codes]
    return ParsedColumn(values, rejected=kept, codes=codes, words=tuple(words))


def _nearly_numbers(
    codes: NDArray[Any], words: list[str], blank: NDArray[np.bool_], decimal: str
) -> tuple[int, int, int, str] | None:
    """How many cells are numbers and how many not, when enough are numbers for a person to expect a numeric column."""
    if not any(_is_number(w.strip(), decimal) for w in words[:_FEW]):
        return None
    number = np.array([_is_number(w.strip(), decimal) for w in words] + [False])
    odd = ~number[codes] & ~np.append(blank, True)[codes]
    n, n_odd = int(number[codes].sum()), int(odd.sum())
    if n < 0.2 * (n + n_odd):
        return None
    first = int(odd.argmax())
    return n, n_odd, first, words[codes[first]].strip()


def _is_number(word: str, decimal: str) -> bool:
    styles = _STYLES[:2] if decimal == "," else _STYLES[:1]
    return any(style.pattern.fullmatch(word) for style in styles) or bool(_INFINITE.fullmatch(word))


def with_decimal_points(frame: pd.DataFrame, names: Sequence[str], decimal: str) -> pd.DataFrame:
    """Return the frame with a decimal point in numbers that stand as text in some columns.

    "1,5" stands among words, and is a number where the file's decimal sign is a comma.

    Parameters
    ----------
    frame : DataFrame
    names : sequence of str
        The columns.
    decimal : str
        The file's decimal sign.
    """
    texts = [n for n in names if frame[n].dtype.kind not in "iufb"] if decimal == "," else []
    if not texts:
        return frame
    whole = _STYLES[1].pattern.pattern
    pointed = {
        n: frame[n].where(~frame[n].str.fullmatch(whole, na=False), frame[n].str.replace(",", ".")) for n in texts
    }
    return frame.assign(**pointed)
