"""The functions and signs of formulas: how many arguments each takes, and whether it looks at one row or at several."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.core.translation import mark

MOST_ROWS = 10_000  # that a function looks back
OPTIONS = ("by", "order")


@dataclass(frozen=True)
class FormulaFunction:
    """One function.

    Attributes
    ----------
    name : str
        A word, or the sign of an operator.
    least, most : int
        Arguments.
    sentence : str
        What it gives.
    is_window : bool
        Whether it looks at other rows; it then takes the options `by` and `order`.
    count : str
        What its second argument is: "rows" (a whole number), "span" (a number greater than 1), or "" for a value.
    example : str
    """

    name: str
    least: int
    most: int
    sentence: str
    is_window: bool = False
    count: str = ""
    example: str = ""


def _rows(name: str, sentence: str, least: int = 2) -> FormulaFunction:
    return FormulaFunction(name, least, 2, sentence, True, "rows", f"{name}(rain, 3)")


_ALL = (
    _rows("lag", mark("The value so many rows earlier.")),
    _rows("lead", mark("The value so many rows later; only a target may be made of it.")),
    _rows("difference", mark("The value less that of so many rows earlier; of the row before without a number."), 1),
    _rows("rolling_sum", mark("The sum of the last n rows, this one included.")),
    _rows("rolling_mean", mark("The mean of the last n rows, this one included.")),
    _rows("rolling_min", mark("The smallest value of the last n rows, this one included.")),
    _rows("rolling_max", mark("The largest value of the last n rows, this one included.")),
    FormulaFunction(
        "ewm", 2, 2,
        mark("The mean of this and all rows before, each weighing less by the factor (span - 1)/(span + 1)."),
        True, "span", "ewm(rain, 7)",
    ),
    FormulaFunction(
        "rows_since", 1, 1, mark("How many rows ago a condition held last; 0 where it holds."), True,
        example="rows_since(rain > 10)",
    ),
    FormulaFunction(
        "days_since", 1, 1, mark("How many days ago a condition held last, by the dates of order=."), True,
        example="days_since(rain > 10, order=date)",
    ),
    FormulaFunction("min", 1, 50, mark("The smallest of several values."), example="min(a, b)"),
    FormulaFunction("max", 1, 50, mark("The largest of several values."), example="max(a, 0)"),
    FormulaFunction(
        "if", 3, 3, mark("The second value where the first is not 0, else the third."), example="if(a > 0, a, 0)"
    ),
    FormulaFunction("abs", 1, 1, mark("The value without its sign."), example="abs(a)"),
    FormulaFunction("sqrt", 1, 1, mark("The square root."), example="sqrt(a)"),
    FormulaFunction("exp", 1, 1, mark("The exponential function."), example="exp(a)"),
    FormulaFunction("log", 1, 1, mark("The natural logarithm."), example="log(a)"),
    FormulaFunction("log10", 1, 1, mark("The logarithm to base 10."), example="log10(a)"),
    FormulaFunction("log1p", 1, 1, mark("The natural logarithm of 1 + x."), example="log1p(a)"),
    FormulaFunction("sin", 1, 1, mark("The sine of an angle in radians."), example="sin(a)"),
    FormulaFunction("cos", 1, 1, mark("The cosine of an angle in radians."), example="cos(a)"),
    FormulaFunction("floor", 1, 1, mark("The next smaller whole number."), example="floor(a)"),
    FormulaFunction("present", 1, 1, mark("1 where there is a value, else 0."), example="present(a)"),
    FormulaFunction("fill", 2, 2, mark("The first value, the second where there is none."), example="fill(a, 0)"),
)  # fmt: skip
FUNCTIONS: dict[str, FormulaFunction] = {f.name: f for f in _ALL}
COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
