"""Kinds of values in files that nobody has vouched for: a table says of each name what may stand there."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.core.visible_text import NAME, visible

LARGEST_COUNT = 2**53  # from here on a double cannot tell a number from the next
LONGEST_TEXT = 2_000


@dataclass(frozen=True)
class ValueKind:
    """What a value may be.

    Attributes
    ----------
    words : str
        For the sentence about a value that is something else, in English.
    fits : callable
        Tells whether a value is of this kind.
    """

    words: str
    fits: Callable[[Any], bool]

    def or_none(self) -> ValueKind:
        """Return the kind that null is of as well."""
        return ValueKind(self.words, lambda value: value is None or self.fits(value))


def whole_below(limit: int) -> ValueKind:
    """Return the kind of whole numbers from 0 that are smaller than a limit."""
    # `type`, not isinstance: True is an int, too.
    return ValueKind(mark("a whole number"), lambda value: type(value) is int and 0 <= value < limit)


def _is_number(value: Any) -> bool:
    if type(value) is int:
        return value.bit_length() < 1_000
    return type(value) is float and math.isfinite(value)


COUNT = whole_below(LARGEST_COUNT)
NUMBER = ValueKind(mark("a number"), _is_number)
AMOUNT = ValueKind(mark("a number"), lambda value: _is_number(value) and value >= 0)
SWITCH = ValueKind(mark("true or false"), lambda value: type(value) is bool)
TEXT = ValueKind(mark("text"), lambda value: isinstance(value, str))
SHORT_TEXT = ValueKind(mark("text"), lambda value: isinstance(value, str) and len(value) <= LONGEST_TEXT)
TEXTS = ValueKind(
    mark("a list of texts"), lambda value: isinstance(value, list) and all(isinstance(item, str) for item in value)
)
OBJECT = ValueKind(mark("an object of names and values"), lambda value: isinstance(value, Mapping))
LIST = ValueKind(mark("a list"), lambda value: isinstance(value, list))


def check_values(plain: Any, kinds: Mapping[str, ValueKind], where: str, optional: tuple[str, ...] = ()) -> None:
    """Check that an object has values of their kinds under all names of a table; others may be there as well.

    Parameters
    ----------
    plain : object
        What the JSON parser returned.
    kinds : mapping of str to ValueKind
    where : str
        What holds the object, for the sentence.
    optional : tuple of str
        Names that may be absent.

    Raises
    ------
    UserError
        If a value is absent or of another kind.
    """
    if not isinstance(plain, Mapping):
        raise UserError(tr("{where} must be an object of names and values.", where=where))
    absent = [name for name in kinds if name not in plain and name not in optional]
    if absent:
        raise UserError(tr("{where} lacks {names}.", where=where, names=", ".join(absent)))
    for name, kind in kinds.items():
        if name in plain and not kind.fits(plain[name]):
            place, wanted = f"{where}.{name}", tr(kind.words)
            raise UserError(
                tr("{where} must be {wanted}, not {value!r}.", where=place, wanted=wanted, value=plain[name])
            )


def describe_mistake(error: Exception) -> str:
    """Return what an exception says about contents of an unexpected kind, with no more of them than a name's length."""
    said = str(error)
    return f"{type(error).__name__}: {visible(said, NAME)}"
