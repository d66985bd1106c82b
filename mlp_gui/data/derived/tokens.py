"""The words of a formula: numbers, names, signs, each with its position; and what is said where one does not fit."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.core.visible_text import NAME, visible

MOST_LETTERS = 2_000
Kind = Literal["number", "name", "quoted", "sign", "end"]
_WORD = re.compile(
    r"(?P<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[^\W\d][\w.]*)"
    r"|`(?P<tick>(?:[^`]|``)+)`"
    r'|"(?P<quote>(?:[^"]|"")+)"'
    r"|(?P<sign>\*\*|==|!=|<=|>=|[-+*/^<>=(),])"
)
_PLAIN_NAME = re.compile(r"[^\W\d][\w.]*")


class FormulaError(UserError):
    """A formula that cannot be read or computed, and where.

    Attributes
    ----------
    position : int
        Of the letter at which it stops making sense, counted from 1 in the whole declaration.
    """

    def __init__(self, text: str, position: int, detail: str, hint: str = "") -> None:
        super().__init__(
            tr("The formula {text!r} cannot be used.", text=text if len(text) <= 120 else f"{text[:117]}..."),
            tr("Position {n:,}: {sentence}", n=position, sentence=detail),
            hint,
        )
        self.position = position


@dataclass(frozen=True)
class Token:
    """One word of a formula.

    Attributes
    ----------
    kind : str
    text : str
        A name without its quotes.
    position : int
        Of its first letter, counted from 1.
    """

    kind: Kind
    text: str
    position: int

    @property
    def is_name(self) -> bool:
        """Whether it names a column or a function."""
        return self.kind in ("name", "quoted")

    def describe(self) -> str:
        """Return the word as a sentence shows it."""
        return tr("the end") if self.kind == "end" else repr(visible(self.text, NAME))


def tokenize(text: str) -> tuple[Token, ...]:
    """Split a formula into words; the last one is its end.

    Parameters
    ----------
    text : str

    Raises
    ------
    FormulaError
        If a letter belongs to no word, or the text is too long.
    """
    if len(text) > MOST_LETTERS:
        raise FormulaError(
            text,
            MOST_LETTERS + 1,
            tr("A formula has at most {n:,} letters.", n=MOST_LETTERS),
            tr("Divide it: one derived column can use another."),
        )
    found: list[Token] = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        match = _WORD.match(text, place)
        if match is None:
            raise _strange(text, place)
        found.append(_token(match, text))
        place = match.end()
    return (*found, Token("end", "", len(text) + 1))


def _token(match: re.Match[str], text: str) -> Token:
    at = match.start() + 1
    if (tick := match["tick"]) is not None:
        return Token("quoted", tick.replace("``", "`"), at)
    if (quote := match["quote"]) is not None:
        return Token("quoted", quote.replace('""', '"'), at)
    if (number := match["number"]) is not None:
        if not math.isfinite(float(number)):
            raise FormulaError(text, at, tr("The number {number} is too large.", number=number))
        return Token("number", number, at)
    if (name := match["name"]) is not None:
        return Token("name", name, at)
    sign = match["sign"]
    return Token("sign", "^" if sign == "**" else sign, at)


def _strange(text: str, place: int) -> FormulaError:
    letter = text[place]
    if letter in "`\"'":
        said = tr("The quotation mark {letter} is not closed.", letter=letter)
        if letter == "'":
            said = tr("There are no texts in formulas, only numbers and columns.")
        return FormulaError(text, place + 1, said, tr("Put a column's name between backticks: `flow, m3/s`."))
    return FormulaError(
        text,
        place + 1,
        tr("{letter!r} has no meaning here.", letter=letter),
        tr("A column whose name has blanks or signs stands between backticks: `flow, m3/s`."),
    )


def quoted_name(name: str) -> str:
    """Return a column's name as it stands in a formula: between ` marks where it is no plain word."""
    return name if _PLAIN_NAME.fullmatch(name) else "`" + name.replace("`", "``") + "`"
