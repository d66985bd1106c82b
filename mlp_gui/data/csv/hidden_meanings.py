"""What the cells of a file say that their numbers do not: codes that become equal numbers, NA as a word among words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.columns.asked_reading import GAP_WORDS
from mlp_gui.data.columns.column_reading import AS_TEXT, Said
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.factorize import factorize_values
from mlp_gui.data.columns.remark import WayOut
from mlp_gui.data.csv.pandas_parser import parse_records

A_WORD = (
    WayOut(mark("It is a word"), "gap_words", "words"),
    WayOut(mark("It means no value"), "gap_words", "missing"),
)
_MOST_CODES = 200  # different numbers that a column of codes may have
_PROBE = 5_000
_FEW = 500  # cells that are looked at before pandas begins
_SMALL = 1 << 22  # bytes of a file of which every cell is looked at
_STRETCHES, _STRETCH = 16, 1 << 15
_CODE = re.compile(r"[A-Za-z]{1,3}")
_FEWEST_CODES = 3
_ONE_BYTE = ("utf-8", "utf-8-sig", "cp1252", "latin-1", "iso-8859-15")
_PACKED = (b"\x1f\x8b\x08", b"BZh")
_PLAIN_POWER = re.compile(r"\d+[eE]\d+")


def suspicious_columns(columns: Sequence[NDArray[Any]]) -> list[int]:
    """Return the positions of columns whose cells are worth a look as they stand in the file.

    Numbers of few values, which may be codes, and texts with gaps beside short words, one of which may be NA.

    Parameters
    ----------
    columns : list of ndarray
        As the parser left them.
    """
    return [j for j, values in enumerate(columns) if (_few_numbers(values) if _is_number(values) else _codes(values))]


def _is_number(values: NDArray[Any]) -> bool:
    return values.dtype.kind in "iuf"


def _few_numbers(values: NDArray[Any]) -> bool:
    if len(values) > _MOST_CODES and len(np.unique(values[:_PROBE])) > _MOST_CODES:
        return False
    with np.errstate(invalid="ignore"):
        return bool((values[:_PROBE] == values[:_PROBE]).any())


def _codes(values: NDArray[Any]) -> bool:
    """Texts with gaps, most of which are codes of the length of NA."""
    some = values[:_PROBE].tolist()
    words = {v.strip() for v in some if isinstance(v, str)}
    has_gap = any(not isinstance(v, str) for v in some)
    return has_gap and _FEWEST_CODES <= len(words) <= _MOST_CODES and _are_codes(words)


def _are_codes(words: set[str]) -> bool:
    lengths = [len(w) for w in words if _CODE.fullmatch(w)]
    return len(lengths) >= 0.8 * len(words) and lengths.count(2) >= 0.5 * len(words)


def telling_columns(
    columns: Sequence[NDArray[Any]], path: Path, dialect: Dialect, data_line: int, width: int, quick: bool = False
) -> list[int]:
    """Return the positions of columns whose cells are to be read as they stand in the file, for `hidden_meanings`.

    Of a big file some stretches are looked at, and only columns that have something to tell in these are named.

    Parameters
    ----------
    columns : list of ndarray
        As the parser left them.
    path : Path
    dialect : Dialect
    data_line : int
        The line of the first row of data, counted from 0.
    width : int
        How many columns the file has.
    quick : bool
        Look at some stretches of a small file, too.
    """
    found = suspicious_columns(columns)
    if found and path.stat().st_size <= _SMALL and not quick:
        return (
            _worth_reading(found, columns, path.read_bytes(), dialect.decimal)
            if dialect.encoding in _ONE_BYTE
            else found
        )
    if not found:
        return []
    pieces = list(_stretches(path, dialect, data_line, width, found))
    if not pieces:
        return []
    cells = pd.concat(pieces, ignore_index=True)
    return [j for j in found if hidden_meanings(cells[j].to_numpy(dtype=object), columns[j][:0], dialect)]


def _worth_reading(found: list[int], columns: Sequence[NDArray[Any]], data: bytes, decimal: str) -> list[int]:
    """Those of the columns of whose kind the file holds a telling cell at all; of a packed file, all of them."""
    if data[:3] in _PACKED or data[:4] == b"PK\x03\x04" or data[:6] == b"\xfd7zXZ\x00":
        return found
    kinds = {j: columns[j].dtype.kind if _is_number(columns[j]) else "O" for j in found}
    telling = {kind: _may_tell(kind, data, re.escape(decimal).encode()) for kind in {*kinds.values()}}
    return [j for j in found if telling[kinds[j]]]


def _may_tell(kind: str, data: bytes, decimal: bytes) -> bool:
    """Whether there is NA among texts; 01 or 2E1 among whole numbers; or a fraction that ends in 0."""
    if kind == "O":
        return b"NA" in data or b"na" in data
    # Patterns that begin with one sign are found twenty times as fast as those that begin with a class.
    patterns = [rb"0(?<![\d:/T-]0)(?<!" + decimal + rb"0)\d", rb"e(?<=\de)\d", rb"E(?<=\dE)\d"]
    if kind == "f":
        patterns.append(decimal + rb"\d*0(?!\d)")
    return any(re.search(pattern, data) for pattern in patterns)


def _stretches(
    path: Path, dialect: Dialect, data_line: int, width: int, positions: list[int]
) -> Iterator[pd.DataFrame]:
    """Whole lines from all over a file; a stretch that cannot be parsed by itself is passed over."""
    size = path.stat().st_size
    with path.open("rb") as file:
        for _ in range(data_line):
            file.readline()
        first = file.tell()
        for k in range(_STRETCHES):
            file.seek(first + (size - first) * k // _STRETCHES)
            if k:
                file.readline()
            lines = file.read(_STRETCH)
            lines = lines[: lines.rfind(b"\n") + 1]
            with suppress(ValueError):
                if lines.strip():
                    yield parse_records(lines, width, dialect, positions, raw=True)


def hidden_meanings(cells: NDArray[Any], values: NDArray[Any], dialect: Dialect) -> Said:
    """Say what the cells of a column tell beyond its values.

    Parameters
    ----------
    cells : ndarray of shape (n_rows,)
        As they stand in the file.
    values : ndarray of shape (n_rows,)
        What they were read as.
    dialect : Dialect
    """
    if _is_number(values) and _stand_one_to_one(cells, values):
        return []
    codes, unique = factorize_values(cells)
    counts = np.bincount(codes[codes >= 0], minlength=len(unique)).tolist()
    words: dict[str, int] = {}
    for word, n in zip(unique, counts, strict=True):
        shown = str(word).strip()
        words[shown] = words.get(shown, 0) + n
    return _equal_numbers(words, dialect) if _is_number(values) else _gap_word(words, dialect)


def _stand_one_to_one(cells: NDArray[Any], values: NDArray[Any]) -> bool:
    """Whether no number is written in two ways, nor with a power: of nearly all of ten thousand columns."""
    if len(cells) != len(values) or len(cells) > _FEW:
        return False
    words = {cell for cell in cells.tolist() if cell == cell}
    if len(words) > len({number for number in values.tolist() if number == number}):
        return False
    return not any("e" in word.lower() for word in words)


def _equal_numbers(words: dict[str, int], dialect: Dialect) -> Said:
    """Different codes that are one number: 1.1 and 1.10, 1 and 01, 20 and 2E1."""
    spelled: dict[float, list[str]] = {}
    for word in words:
        try:
            spelled.setdefault(
                float(word.replace(dialect.decimal, ".") if dialect.decimal == "," else word), []
            ).append(word)
        except ValueError:
            continue
    alike = {number: names for number, names in spelled.items() if len(names) > 1 and _are_different_codes(names)}
    if not alike or len(spelled) > _MOST_CODES:
        powers = [w for w in words if _PLAIN_POWER.fullmatch(w)]
        if powers and len(spelled) <= _MOST_CODES and any(w.isdigit() for w in words):
            said = tr("{word} was read as the number {number:g}.", word=powers[0], number=float(powers[0]))
            return [(said, AS_TEXT)]
        return []
    number, names = max(alike.items(), key=lambda pair: sum(words[w] for w in pair[1]))
    shown = ", ".join(tr("{word} ({n:,}×)", word=w, n=words[w]) for w in sorted(names)[:3])
    said = tr_n(
        "{n:,} number stands in several ways that may be different codes: {words} are all {number:g}.",
        "{n:,} numbers stand in several ways that may be different codes: {words} are all {number:g}.",
        len(alike), words=shown, number=number,
    )  # fmt: skip
    return [(said, AS_TEXT)]


def _are_different_codes(names: list[str]) -> bool:
    """Signs of a number such as +1 and -0, and 1 beside 1.0 or 1. do not make another code."""
    return len({re.sub(r"[.,]0*(?=$|e)", "", name.lower().lstrip("+-")) for name in names}) > 1


def _gap_word(words: dict[str, int], dialect: Dialect) -> Said:
    """NA in a column of codes of two letters may be Namibia, sodium, or North America."""
    gone = {m.strip() for m in dialect.missing}
    found = [w for w in words if w in gone and w.lower() in GAP_WORDS and len(w) == 2]
    others = {w for w in words if w and w not in gone}
    if not found or not _are_codes(others) or len(others) < _FEWEST_CODES:
        return []
    same_case = sum(w.isupper() == found[0].isupper() for w in others)
    if same_case < 0.5 * len(others):
        return []
    said = tr_n(
        "{n:,} cell holds {word} and counts as missing; among codes of two letters it may be one of them.",
        "{n:,} cells hold {word} and count as missing; among codes of two letters it may be one of them.",
        words[found[0]], word=found[0],
    )  # fmt: skip
    return [(said, A_WORD)]
