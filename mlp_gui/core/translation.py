"""The words of the program in the reader's language, and numbers as that language writes them.

English is the source and the key. What says something calls `tr("The file has {rows:,} rows.", rows=n)`; what is
declared before a language is known (settings, registries, tables of constants) holds its English text, marked by
`mark` or by where it stands (`param`, `register`), and whoever shows it says `tr(p.label)`. The window sets the
language with `set_language`; without a window everything is English. `resources/make_translations.py` collects the
texts.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Sequence
from typing import Any

Translate = Callable[[str, int], str]
POINT, COMMA, BLANK = (",", "."), (".", ","), ("\N{NARROW NO-BREAK SPACE}", ",")  # thousands sign, decimal sign


class _Language:
    """What `set_language` has set, for all threads."""

    translate: Translate | None = None
    signs: tuple[str, str] = POINT
    name: str = "en"


def set_language(translate: Translate | None, signs: tuple[str, str] = POINT, name: str = "en") -> None:
    """Set the language: `translate(source, n)` returns the text for the reader (n = -1 when nothing is counted).

    name: as in the names of bundled files, "en", "de".
    """
    _Language.translate, _Language.signs, _Language.name = translate, signs, name


def language() -> str:
    """The name of the reader's language: of the folder that bundled texts are in, and of HTML pages."""
    return _Language.name


def mark(text: str) -> str:
    """The text itself. Says to readers and to the collector that it will be shown through `tr`."""
    return text


def tr(text: str, /, **values: Any) -> str:
    """The text in the reader's language, its {fields} filled in. Braces are left alone when no value is given."""
    said = _Language.translate(text, -1) if _Language.translate and text else text
    return _filled(said, values) if values else said


def tr_n(one: str, many: str, n: int, /, **values: Any) -> str:
    """The text for a count, in which it stands as {n} or {n:,}: tr_n("{n:,} row", "{n:,} rows", len(table)).

    The plural is the key; a language has as many forms as its grammar.
    """
    said = _Language.translate(many, n) if _Language.translate else one if n == 1 else many
    return _filled(said, {"n": n, **values})


def lower_first(label: str) -> str:
    """A label (already in the reader's language) in the middle of a sentence: "Learning rate" as "learning rate".

    Only English does that; a German noun keeps its capital. Names such as R² or MSE keep theirs.
    """
    english = _Language.translate is None
    return label[:1].lower() + label[1:] if english and not label[1:2].isupper() else label


def format_localized(value: Any, spec: str = "") -> str:
    """`format(value, spec)` with the reader's signs and short exponents. For shown numbers, never for files."""
    return localize_signs(shorten_exponent(format(value, spec)))


def localize_signs(text: str) -> str:
    """A number that was written with a decimal point and comma groups, with the reader's signs."""
    thousands, decimal = _Language.signs
    return text if decimal == "." else text.replace(",", "\0").replace(".", decimal).replace("\0", thousands)


def shorten_exponent(text: str) -> str:
    """1.0e-05 as people write it: 1e-5."""
    mantissa, sign, power = text.partition("e")
    return f"{mantissa}e{int(power)}" if sign else mantissa


def format_share(fraction: float, spec: str) -> str:
    """A share with a blank before its sign, still with a decimal point: 84.9 % for ".1%"."""
    return f"{fraction:{spec}}".replace("%", " %")


def decimal_sign() -> str:
    """The sign that the reader's numbers are written with; typed numbers are understood with either."""
    return _Language.signs[1]


def _filled(text: str, values: dict[str, Any]) -> str:
    """What is said many times a second in English is left to str.format, which is ten times as fast."""
    if _Language.signs is POINT and "%}" not in text and "g}" not in text:
        return text.format(**values)
    return _formatter.format(text, **values)


class _Formatter(string.Formatter):
    """str.format, but numbers are written with the reader's signs, 1e-05 as 1e-5, and a share as 84 %."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if not hasattr(value, "__float__") or isinstance(value, str | bool):
            return format(value, format_spec)
        return (
            localize_signs(format_share(value, format_spec))
            if format_spec.endswith("%")
            else format_localized(value, format_spec)
        )


_formatter = _Formatter()


def join_names(names: Sequence[str], most: int) -> str:
    """Such as "a, b and 3 more"."""
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else tr("{names} and {n:,} more", names=shown, n=len(names) - most)
