"""The words of the program in the reader's language, and numbers as that language writes them.

English is the source and the key. What says something calls `tr("The file has {rows:,} rows.", rows=n)`; what is
declared before a language is known (settings, registries, tables of constants) holds its English text, marked by
`mark` or by where it stands (`param`, `register`), and whoever shows it says `tr(p.label)`. The window sets the
language with `set_language`; without a window everything is English. `resources/make_translations.py` collects the
texts.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any

from mlp_gui.core.visible_text import NAME, visible

Translate = Callable[[str, int], str]
POINT, COMMA, BLANK = (",", "."), (".", ","), ("\N{NARROW NO-BREAK SPACE}", ",")  # thousands sign, decimal sign


_QUOTED = re.compile(r"\{(\w+)!r\}")


class _Language:
    """What `set_language` has set, for all threads."""

    translate: Translate | None = None
    signs: tuple[str, str] = POINT
    name: str = "en"


def set_language(translate: Translate | None, signs: tuple[str, str] = POINT, name: str = "en") -> None:
    """Set the language for all threads.

    Parameters
    ----------
    translate : callable, optional
        `translate(source, n)` returns the text for the reader; n is -1 when nothing is counted. English when omitted.
    signs : tuple of str
        Thousands sign and decimal sign.
    name : str
        As in the names of bundled files: "en", "de".
    """
    _Language.translate, _Language.signs, _Language.name = translate, signs, name


def language() -> str:
    """Return the name of the reader's language: of the folder that bundled texts are in, and of HTML pages."""
    return _Language.name


def mark(text: str) -> str:
    """Return the text itself: readers and the collector see that it will be shown through `tr`."""
    return text


def tr(text: str, /, **values: Any) -> str:
    """Return a text in the reader's language, its {fields} filled in.

    Parameters
    ----------
    text : str
        English. Its braces are left alone when no value is given.
    **values : object
        A number is written with the reader's signs.
    """
    said = _Language.translate(text, -1) if _Language.translate and text else text
    return _filled(said, values) if values else said


def tr_n(one: str, many: str, n: int, /, **values: Any) -> str:
    """Return the text for a count, which stands in it as {n} or {n:,}: tr_n("{n:,} row", "{n:,} rows", len(table)).

    Parameters
    ----------
    one, many : str
        English singular and plural. The plural is the key; a language has as many forms as its grammar.
    n : int
    **values : object
        Other fields of the text.
    """
    said = _Language.translate(many, n) if _Language.translate else one if n == 1 else many
    return _filled(said, {"n": n, **values})


def lower_first(label: str) -> str:
    """Return a label for the middle of a sentence: "Learning rate" as "learning rate".

    Only English does that; a German noun keeps its capital. Names such as R² or MSE keep theirs.
    """
    english = _Language.translate is None
    return label[:1].lower() + label[1:] if english and not label[1:2].isupper() else label


def format_localized(value: Any, spec: str = "") -> str:
    """Format a value with the reader's signs and short exponents. For shown numbers, never for files.

    Parameters
    ----------
    value : object
    spec : str
        As for `format`.
    """
    return localize_signs(shorten_exponent(format(value, spec)))


def localize_signs(text: str) -> str:
    """Put the reader's signs into a number that was written with a decimal point and comma groups."""
    thousands, decimal = _Language.signs
    # Through \0, because point and comma change places.
    return text if decimal == "." else text.replace(",", "\0").replace(".", decimal).replace("\0", thousands)


def shorten_exponent(text: str) -> str:
    """Write an exponent as people do: 1.0e-05 is 1.0e-5."""
    mantissa, sign, power = text.partition("e")
    return f"{mantissa}e{int(power)}" if sign else mantissa


def format_share(fraction: float, spec: str) -> str:
    """Format a share with a blank before its sign, still with a decimal point: 84.9 % for ".1%".

    Parameters
    ----------
    fraction : float
    spec : str
        As for `format`, ending in "%".
    """
    return f"{fraction:{spec}}".replace("%", " %")


def decimal_sign() -> str:
    """Return the sign that the reader's numbers are written with; typed numbers are understood with either."""
    return _Language.signs[1]


def _filled(text: str, values: dict[str, Any]) -> str:
    """Fill the text; what is said many times a second in English is left to str.format, which is ten times as fast."""
    values = {
        name: visible(str(value)) if isinstance(value, str | PurePath) else value for name, value in values.items()
    }
    if "!r}" in text:
        values |= {name: _Quoted(values[name]) for name in _QUOTED.findall(text)}
    if _Language.signs is POINT and "%}" not in text and "g}" not in text:
        return text.format(**values)
    return _formatter.format(text, **values)


class _Quoted:
    """A value whose quote in a sentence is no longer than a name: it may come from a file made to hurt."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def __repr__(self) -> str:
        return visible(repr(self._value), NAME)


class _Formatter(string.Formatter):
    """str.format, but numbers are written with the reader's signs, 1e-05 as 1e-5, and a share as 84 %."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """Format a value as `str.format` does, and numbers with the reader's signs.

        Parameters
        ----------
        value : object
        format_spec : str
        """
        if not hasattr(value, "__float__") or isinstance(value, str | bool):  # numpy's numbers have it
            return format(value, format_spec)
        return (
            localize_signs(format_share(value, format_spec))
            if format_spec.endswith("%")
            else format_localized(value, format_spec)
        )


_formatter = _Formatter()


def join_names(names: Sequence[str], most: int) -> str:
    """Join names for a sentence, such as "a, b and 3 more".

    Parameters
    ----------
    names : sequence of str
    most : int
        How many are named.
    """
    shown = ", ".join(visible(name, NAME) for name in names[:most])
    return shown if len(names) <= most else tr("{names} and {n:,} more", names=shown, n=len(names) - most)
