"""What one cell means in a column whose way of writing is known: plain Python, the same in the program and in scripts.

Exported scripts hold everything below the line as it stands (`resources/export/cells.py.txt`), so that both give one
answer. Annotations are therefore such that any Python 3 understands.
"""

# mypy: disable-error-code="type-arg"

from __future__ import annotations

import math
import re

from mlp_gui.data.dates.date_reader import day_of

# --- From the text of a cell to what it means -------------------------------------------------------------------------

READ, GAP, UNREAD, PERCENT, LIMIT = "", "missing", "unread", "percent", "limit"
TRUE_WORDS = {"true", "yes", "y", "t", "on", "1", "1.0", "1,0", "ja", "j", "wahr", "x", "✓", "✔", "☑", "ticked"}
FALSE_WORDS = {"false", "no", "n", "f", "off", "0", "0.0", "0,0", "nein", "falsch", "✗", "☐", "unticked"}
DITTO = {'"', "''", "″", "〃", "do.", "ditto", "dto."}
TRACE = {"tr", "tr.", "trace", "t"}
SAME_UNITS = {"eur": "€", "euro": "€", "usd": "$", "us$": "$", "gbp": "£", "percent": "%", "pct": "%", "°": "deg"}
BLANKS = " \u00a0\u202f\u2009\t"
_GROUPED = re.compile(rf"\d{{1,3}}(?:([{BLANKS}'’])\d{{3}})(?:\1\d{{3}})*(?![\d{BLANKS}'’])")
_CELL = re.compile(
    rf"(?P<limit>[<>≤≥]=?\s*)?(?P<before>[^\d.,<>≤≥]*)"
    rf"(?P<number>(?:\d|[.,](?=\d))(?:[\d.,]|[{BLANKS}'’](?=\d{{3}}(?!\d)))*(?:[eE][+\-−]?\d+)?)"
    rf"(?P<after>(?:[^\d.,].*)?)",
    re.S,
)
_DECIMALS = {
    ".": re.compile(r"\d+(?:\.\d*)?|\.\d+|[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?|[1-9]\d?(?:,\d{2})*,\d{3}(?:\.\d*)?"),
    ",": re.compile(r"\d+(?:,\d*)?|,\d+|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?"),
}
_DOUBTFUL = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


def read_number(cell: str, form: dict, missing: frozenset = frozenset()) -> tuple:
    """Return (number, READ) or (NaN, why not): GAP, UNREAD. PERCENT and LIMIT are read, and worth a word.

    form: the entries of a column's format, absent ones as in a plain column of numbers. missing: the markers of gaps.
    """
    word = cell.strip(BLANKS + "\r\n")
    low = word.casefold()
    if word in form.get("missing", ()) or (low in missing and low not in form.get("kept", ())):
        return math.nan, GAP
    if low in ("inf", "infinity", "+inf", "-inf", "+infinity", "-infinity"):
        return math.nan, GAP
    if form.get("trace") and low in TRACE:
        return 0.0, LIMIT
    if form.get("truth") and (low in TRUE_WORDS or low in FALSE_WORDS):
        return float(low in TRUE_WORDS), READ
    found = _CELL.fullmatch(word)
    number = _plain_number(found["number"], form.get("decimal") or ".") if found else math.nan
    if not found or number != number:
        return math.nan, UNREAD
    sign, before = _sign(found["before"])
    value, said = _with_unit(sign * number, before, found["after"].strip(BLANKS), form)
    if value == value and _is_marker(value, form):
        return math.nan, GAP
    if found["limit"] and said != UNREAD:
        return _below_limit(value, found["limit"][0], form.get("limit", ""))
    return (value, said) if math.isfinite(value) or said == UNREAD else (math.nan, GAP)


def cell_parts(cell: str) -> tuple:
    """Return (limit, before, number, after) of a cell; () where it holds no number."""
    found = _CELL.fullmatch(cell.strip(BLANKS + "\r\n"))
    if not found:
        return ()
    limit = (found["limit"] or "").strip()
    return limit, _sign(found["before"])[1], found["number"], found["after"].strip(BLANKS)


def unit_word(unit: str) -> str:
    """Return a unit as it is compared: kg, KG and kg. are one, and so are day and days."""
    low = unit.strip(BLANKS).casefold().rstrip(".")
    one = low[:-1] if len(low) > 2 and low.endswith("s") and low[-2].isalpha() else low
    return SAME_UNITS.get(one, one)


def repeat_above(cells: list) -> list:
    """Return the cells with the one above in place of each ditto mark."""
    out: list = []
    for cell in cells:
        same = out and isinstance(cell, str) and cell.strip(BLANKS).casefold() in DITTO
        out.append(out[-1] if same else cell)
    return out


def _sign(before: str) -> tuple:
    """-1 or 1, and what stands before the number besides: (-1, "$") of "-$" and of "$ -"."""
    bare = before.strip(BLANKS)
    signs = [sign for sign in bare if sign in "+-−"]
    if len(signs) == 1 and (bare[0] in "+-−" or bare[-1] in "+-−"):
        return (1 if signs[0] == "+" else -1), bare.strip(BLANKS + "+-−")
    return 1, bare


def _plain_number(text: str, decimal: str) -> float:
    """Read a number without sign and unit; NaN where it is not written with this decimal sign."""
    bare, _, power = text.replace("−", "-").lower().partition("e")
    grouped = _GROUPED.match(bare)
    if grouped:
        whole = re.sub(rf"[{BLANKS}'’]", "", grouped[0])
        rest = bare[grouped.end() :]
        if rest and rest[0] != decimal:
            return math.nan
        bare = whole + rest
    if not _DECIMALS[decimal].fullmatch(bare):
        return math.nan
    plain = bare.replace("," if decimal == "." else ".", "").replace(",", ".")
    return float(plain + (f"e{power}" if power else ""))


def _with_unit(value: float, before: str, after: str, form: dict) -> tuple:
    """Return the number in the unit of its column; another unit is not converted, and not ignored either."""
    if before and after:
        return math.nan, UNREAD
    unit, own = unit_word(before or after), unit_word(form.get("unit", ""))
    if not unit or unit == own:
        return value, READ
    if unit == "%" and form.get("share"):
        return value / 100, PERCENT
    return math.nan, UNREAD


def _is_marker(value: float, form: dict) -> bool:
    """Whether a number is one of those that mean no value in its column, however it is written."""
    for marker in form.get("missing", ()):
        try:
            if float(marker) == value:
                return True
        except ValueError:
            continue
    return False


def _below_limit(value: float, side: str, rule: str) -> tuple:
    """Return what "<0.05" counts as: the limit, half of it, or no value."""
    if rule == "missing":
        return math.nan, GAP
    if rule not in ("limit", "half"):
        return math.nan, UNREAD
    return (value / 2 if rule == "half" and side in "<≤" else value), LIMIT


def truth_of(word: str, form: dict) -> str:
    """Return "yes" or "no", "" for a word that says neither. The column's own words go before the usual ones."""
    for low in (word, word.strip(BLANKS + "\r\n").casefold()):
        if low in form.get("true_words", ()):
            return "yes"
        if low in form.get("false_words", ()):
            return "no"
        if low in TRUE_WORDS or low in FALSE_WORDS:
            return "yes" if low in TRUE_WORDS else "no"
    return ""


def merged_word(word: str) -> str:
    """Return a word without what only its spelling tells: case, and blanks around and between."""
    return " ".join(word.split()).casefold()


def number_word(number: float) -> str:
    """Write a number as the text of its category: in its shortest form, 1 and 2.5."""
    return f"{number:.0f}" if abs(number) < 1e15 and number == number // 1 else repr(float(number))


def read_category(cell: str, form: dict, categories: dict, missing: frozenset = frozenset()) -> tuple:
    """(category, READ), or ("", GAP), or (the word, UNREAD) where it is none of the categories.

    Texts are compared as they are written, numbers by their value, and words of truth by what they say.
    """
    word = cell.strip(BLANKS + "\r\n")
    for same in (cell, word):
        if same in categories:
            return same, READ
    if form.get("kind") == "number":
        number, said = read_number(cell, form, missing)
        if said == GAP:
            return "", GAP
        short = word if said == UNREAD else number_word(number)
        return short, READ if short in categories else UNREAD
    if (word in missing and word.casefold() not in form.get("kept", ())) or word in form.get("missing", ()):
        return "", GAP
    if form.get("merged"):
        same_words = [c for c in categories if merged_word(c) == merged_word(word)]
        if same_words:
            return same_words[0], READ
    if form.get("kind") == "boolean":
        truth = truth_of(cell, form)
        alike = [c for c in categories if truth and truth_of(c, form) == truth]
        if alike:
            return alike[0], READ
    return word, UNREAD


def read_day(cell: str, form: dict, missing: frozenset = frozenset()) -> tuple:
    """(days since 1970 with their fraction, READ), or NaN and why not."""
    word = cell.strip(BLANKS + "\r\n")
    if word in missing or word in form.get("missing", ()):
        return math.nan, GAP
    day = day_of(word, form.get("date_format", ""), form.get("century", 0))
    return day, READ if day == day else UNREAD


def decimal_of(columns: list, separator: str = "") -> str:
    """Return the decimal sign that the cells of some columns prove together; "" when no cell tells.

    columns: lists of texts. A sign proves itself where it cannot stand between groups of three digits.
    """
    proofs, doubtful = {".": 0, ",": 0}, {".": 0, ",": 0}
    for cells in columns:
        for cell in cells:
            found = _CELL.fullmatch(cell.strip(BLANKS + "\r\n"))
            bare = found["number"].lower().partition("e")[0] if found else ""
            if _DOUBTFUL.fullmatch(bare):
                doubtful["," if "," in bare else "."] += 1
                continue
            fits = [sign for sign, pattern in _DECIMALS.items() if pattern.fullmatch(bare)]
            if len(fits) == 1:
                proofs[fits[0]] += 1
    if proofs[","] != proofs["."]:
        return "," if proofs[","] > proofs["."] else "."
    return "," if separator == ";" and doubtful[","] and not doubtful["."] and not proofs["."] else ""
