"""A chosen number written out: the sum or the formula that makes it, with the numbers put in.

`expression` is Python that evaluates to the number; `text` is the same for people, with four digits and the reader's
signs: where numbers have a decimal comma, a semicolon stands between the arguments of a function.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mlp_gui.core.number_format import format_significant, formula_digits
from mlp_gui.core.params import Config, params_of
from mlp_gui.core.translation import decimal_sign
from mlp_gui.engine.network.activations import SELU, SELU_ALPHA, SELU_SCALE
from mlp_gui.engine.tracing.trace import Trace, TraceStep
from mlp_gui.engine.tracing.update_code import SYMBOLS

MAX_TERMS = 6
Cell = tuple[int, int]
Format = Callable[[float], str]


class Term(NamedTuple):
    """One summand: what it comes from, its factors, their product."""

    label: str
    factors: tuple[float, ...]
    value: float


class OperandUse(NamedTuple):
    """Cells of an operand that the chosen number was computed from; None stands for a whole row or column."""

    operand: str
    row: int | None
    column: int | None


@dataclass(frozen=True)
class WrittenFormula:
    """A number written out.

    Attributes
    ----------
    target : str
        The number's name.
    value : float
        As the engine has it.
    expression : str
        Python that evaluates to the number.
    text : str
        The same for people.
    factor_names : tuple of str
        What the terms' factors are called.
    terms : tuple of Term
        The summands, where the number is a sum.
    uses : tuple of OperandUse
    lines : tuple of str
        Every assignment that leads to the number, as text; the last one is the number's own.
    facts : tuple of (str, float)
        Numbers by name that say the same as a list, where there is no sum.
    """

    target: str
    value: float
    expression: str
    text: str
    factor_names: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    uses: tuple[OperandUse, ...] = ()
    lines: tuple[str, ...] = ()
    facts: tuple[tuple[str, float], ...] = ()


def python_literal(value: float) -> str:
    """Return a number as Python code that reads back as itself."""
    return repr(float(value))


def substitute(code: str, names: Mapping[str, float], form: Format) -> str:
    """Put numbers in place of names in a line of code; negative ones in parentheses.

    Parameters
    ----------
    code : str
    names : mapping of str to float
    form : callable
        Formats a number.
    """
    # A name before "(" is a function and one after "." an attribute: both stay.
    pattern = r"(?<![\w.])(" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")(?![\w(.])"

    def put(match: re.Match[str]) -> str:
        text = form(names[match.group(1)])
        return f"({text})" if text[0] in "-−" else text

    return re.sub(pattern, put, code) if names else code


def readable_code(code: str, names: Mapping[str, float] | None = None) -> str:
    """Write code as people write formulas: its names as numbers, no np., a dot for the product, small exponents.

    Parameters
    ----------
    code : str
    names : mapping of str to float, optional
    """
    text = substitute(code, names or {}, formula_digits)
    text = re.sub(r" ?\*\* ?2(?![\d.])", "²", text.replace("np.", "")).replace("**", "^")
    # A negative number brings its own parentheses, also where the code has some already.
    text = re.sub(r"\((\([^()]*\))\)", r"\1", text)
    text = re.sub(r"(^|\(|, )-", r"\1−", text.replace(" * ", " · ").replace(" - ", " − "))
    if decimal_sign() == ".":
        return text
    return re.sub(r"(?<=\d)\.(?=\d)", decimal_sign(), text.replace(", ", "; "))


def param_values(config: Config) -> dict[str, float]:
    """Return the numbers that the code of an activation or optimizer calls by name."""
    numbers = {SYMBOLS.get(p.name, p.name): getattr(config, p.name) for p in params_of(type(config))}
    found = {name: float(value) for name, value in numbers.items() if isinstance(value, int | float)}
    # SELU's numbers are no settings, but its code calls them by name as well.
    return found | ({"alpha": SELU_ALPHA, "scale": SELU_SCALE} if isinstance(config, SELU) else {})


def write_sum(
    target: str,
    value: float,
    terms: list[Term],
    heads: tuple[str, ...],
    uses: tuple[OperandUse, ...],
    factor: float | None = None,
    divisor: int | None = None,
) -> WrittenFormula:
    """Write a sum of products, times a factor or divided by a divisor where one is given.

    Parameters
    ----------
    target : str
        The number's name.
    value : float
    terms : list of Term
    heads : tuple of str
        What the terms' factors are called.
    uses : tuple of OperandUse
    factor : float, optional
    divisor : int, optional
    """

    def body(form: Format, most: int | None) -> str:
        parts = [" * ".join(parenthesize(form(f)) for f in term.factors) for term in terms]
        if most is not None and len(parts) > most:
            parts = [*parts[: most - 2], "…", parts[-1]]
        text = " + ".join(parts) or "0"
        if divisor is not None:
            return f"({text}) / {divisor}"
        return text if factor is None else f"({text}) * {parenthesize(form(factor))}"

    text = readable_code(body(formula_digits, MAX_TERMS))
    line = f"{target} = {text} = {format_significant(value)}"
    return WrittenFormula(target, value, body(python_literal, None), text, heads, tuple(terms), uses, (line,))


def parenthesize(text: str) -> str:
    """Put a negative number in parentheses."""
    # Code begins a negative number with a hyphen, a text for people with a minus sign.
    return f"({text})" if text[0] in "-−" else text


def formula(
    trace: Trace, step: TraceStep, cell: Cell, code: str, names: Mapping[str, float], uses: tuple[OperandUse, ...]
) -> WrittenFormula:
    """Write a formula with its numbers.

    Parameters
    ----------
    trace : Trace
    step : TraceStep
    cell : tuple of int
        Row and column of the step's result.
    code : str
        The formula as Python.
    names : mapping of str to float
        The numbers that the code calls by name.
    uses : tuple of OperandUse
    """
    target, value = trace.names.cell_label(step.result, cell), step.result[cell]
    text = readable_code(code, names)
    line = f"{target} = {text} = {format_significant(value)}"
    return WrittenFormula(target, value, substitute(code, names, python_literal), text, uses=uses, lines=(line,))


def same_cell_of(*operands: str) -> Callable[[Cell], tuple[OperandUse, ...]]:
    """Return a function that names the same cell of each operand as used."""
    return lambda cell: tuple(OperandUse(name, *cell) for name in operands)


def is_bias(step: TraceStep, cell: Cell) -> bool:
    """Return whether a cell of a layer's matrix is a bias.

    Parameters
    ----------
    step : TraceStep
    cell : tuple of int
    """
    return cell[0] == step.result.shape[0] - 1
