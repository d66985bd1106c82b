"""Reading a formula: a recursive descent over its words, bounded in length and depth. Nothing of it is ever executed.

declaration  name = formula
formula      sum [(< | <= | > | >= | == | !=) sum]
sum          product {(+ | -) product}
product      sign {(* | /) sign}
sign         {- | +} power
power        value [^ sign]
value        number | column | function(formula, ..., by=column, order=column) | (formula)
"""

from __future__ import annotations

from collections.abc import Callable

from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.derived.expression import Call, ColumnName, Node, Number
from mlp_gui.data.derived.functions import COMPARISONS, FUNCTIONS, MOST_ROWS, OPTIONS, FormulaFunction
from mlp_gui.data.derived.tokens import FormulaError, Token, tokenize

DEEPEST = 60  # brackets within brackets
LONGEST_CHAIN = 200  # operators that follow one another, which nest as well


def parse_formula(text: str) -> tuple[str, Node]:
    """Read a declaration "name = formula".

    Parameters
    ----------
    text : str

    Returns
    -------
    name : str
    formula : Node

    Raises
    ------
    FormulaError
        If it cannot be read; it says where, and what was expected.
    """
    return _FormulaReader(text).declaration()


class _FormulaReader:
    """Reads from left to right; each method takes the words of one rule of the grammar."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokenize(text)
        self._at = 0
        self._open = 0

    def declaration(self) -> tuple[str, Node]:
        name = self._next
        if not name.is_name or self._tokens[1].text != "=":
            hint = tr("Write it as name = formula, for example rain_lag1 = lag(rain, 1).")
            raise self._wrong(tr("The name of the new column and = are expected."), hint, name)
        self._at = 2
        formula = self._formula()
        if self._next.kind != "end":
            raise self._unexpected()
        return name.text, formula

    # --- the rules, the weakest first --------------------------------------------------------------------

    def _formula(self) -> Node:
        self._open += 1
        if self._open > DEEPEST:
            raise self._too_deep()
        left = self._sum()
        if self._next.text in COMPARISONS and self._next.kind == "sign":
            left = self._operation(left, self._sum)
            if self._next.text in COMPARISONS and self._next.kind == "sign":
                raise self._wrong(
                    tr("Comparisons cannot follow one another."), tr("Write min(a < b, b < c) for a < b < c.")
                )
        self._open -= 1
        return left

    def _sum(self) -> Node:
        left = self._product()
        while self._is_sign("+", "-"):
            left = self._operation(left, self._product)
        return left

    def _product(self) -> Node:
        left = self._signed()
        while self._is_sign("*", "/"):
            left = self._operation(left, self._signed)
        return left

    def _signed(self) -> Node:
        negative, first = False, self._next
        while self._is_sign("+", "-"):
            negative ^= self._take().text == "-"
        value = self._power()
        if negative and isinstance(value, Number):
            return Number(-value.value, first.position)
        return Call("negative", (value,), position=first.position) if negative else value

    def _power(self) -> Node:
        left = self._value()
        return self._operation(left, self._exponent) if self._is_sign("^") else left

    def _exponent(self) -> Node:
        self._open += 1
        if self._open > DEEPEST:
            raise self._too_deep()
        value = self._signed()
        self._open -= 1
        return value

    def _value(self) -> Node:
        token = self._next
        if token.kind == "number":
            return Number(float(self._take().text), token.position)
        if token.kind == "name" and self._tokens[self._at + 1].text == "(":
            return self._call()
        if token.is_name:
            return ColumnName(self._take().text, token.position)
        if token.text == "(":
            self._take()
            inner = self._formula()
            self._expect(")")
            return inner
        raise self._unexpected()

    def _call(self) -> Node:
        name = self._take()
        self._expect("(")
        if name.text not in FUNCTIONS:
            raise self._wrong(
                tr("There is no function {name}.", name=name.text),
                tr("The functions: {names}.", names=", ".join(FUNCTIONS)),
                name,
            )
        function = FUNCTIONS[name.text]
        arguments: list[Node] = []
        options: dict[str, str] = {}
        while not self._is_sign(")"):
            if self._next.kind == "name" and self._tokens[self._at + 1].text == "=":
                self._option(function, options)
            elif options:
                raise self._wrong(tr("by= and order= stand last."))
            else:
                arguments.append(self._formula())
            if not self._is_sign(")"):
                self._expect(",")
        self._take()
        call = Call(function.name, tuple(arguments), options.get("by", ""), options.get("order", ""), name.position)
        self._check(function, call, name)
        return call

    def _option(self, function: FormulaFunction, options: dict[str, str]) -> None:
        name = self._take()
        if not function.is_window or name.text not in OPTIONS:
            hint = (
                tr("It takes by=column and order=column.")
                if function.is_window
                else tr("Compare with ==, such as {name} == 1.", name=name.text)
            )
            raise self._wrong(tr("{function} takes no {name}=.", function=function.name, name=name.text), hint, name)
        if name.text in options:
            raise self._wrong(tr("{name}= stands twice.", name=name.text), token=name)
        self._take()
        if not self._next.is_name:
            raise self._wrong(tr("The name of a column is expected after {name}=.", name=name.text))
        options[name.text] = self._take().text

    # --- checks ------------------------------------------------------------------------------------------

    def _check(self, function: FormulaFunction, call: Call, token: Token) -> None:
        n = len(call.arguments)
        if not function.least <= n <= function.most:
            takes = tr_n("It takes {n} argument", "It takes {n} arguments", function.most)
            if function.least != function.most:
                takes = tr("It takes {least} to {most} arguments", least=function.least, most=function.most)
            hint = tr("For example {example}. Decimal numbers have a point: 0.5.", example=function.example)
            raise self._wrong(
                tr("{function} has {n} arguments. {takes}.", function=function.name, n=n, takes=takes), hint, token
            )
        if function.count and n > 1:
            self._check_count(function, call.arguments[1], token)
        if function.name == "days_since" and not call.order:
            raise self._wrong(
                tr("days_since needs the column of dates."), tr("For example {e}.", e=function.example), token
            )

    def _check_count(self, function: FormulaFunction, count: Node, token: Token) -> None:
        value = count.value if isinstance(count, Number) else 0.0
        rows = function.count == "rows"
        if not (value % 1 == 0 and value >= 1 if rows else value > 1) or value > MOST_ROWS:
            said = tr(
                "The second argument of {function} must be a number greater than 1 and at most {most:,}.",
                function=function.name,
                most=MOST_ROWS,
            )
            if rows:
                said = tr(
                    "The second argument of {function} must be a whole number from 1 to {most:,}.",
                    function=function.name,
                    most=MOST_ROWS,
                )
            hint = tr("For example {e}.", e=function.example)
            if function.name == "lag" and value < 0:
                hint = tr("lag looks back. To forecast, make lead(column, 1) the target.")
            raise FormulaError(self._text, count.position or token.position, said, hint)

    # --- words -------------------------------------------------------------------------------------------

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _is_sign(self, *signs: str) -> bool:
        return self._next.kind == "sign" and self._next.text in signs

    def _expect(self, sign: str) -> None:
        if not self._is_sign(sign):
            raise self._unexpected(sign)
        self._take()

    def _operation(self, left: Node, right: Callable[[], Node]) -> Node:
        sign = self._take()
        made = Call(sign.text, (left, right()), position=sign.position)
        if made.depth > LONGEST_CHAIN:
            raise self._too_deep()
        return made

    def _unexpected(self, wanted: str = "") -> FormulaError:
        token = self._next
        if self._is_sign("="):
            return self._wrong(tr("= stands only behind the name of the new column."), tr("Compare with ==."))
        if wanted:
            return self._wrong(tr("{wanted!r} is expected, not {found}.", wanted=wanted, found=token.describe()))
        said = tr("A number, a column or a function is expected, not {found}.", found=token.describe())
        before = self._tokens[self._at - 1]
        if token.kind != "end" and (before.is_name or before.kind == "number" or before.text == ")"):
            said = tr("An operator such as + is expected, not {found}.", found=token.describe())
        return self._wrong(said, tr("A column whose name has blanks stands between backticks: `flow, m3/s`."))

    def _too_deep(self) -> FormulaError:
        said = tr("The formula is too deeply nested.")
        return self._wrong(said, tr("Divide it: one derived column can use another."))

    def _wrong(self, detail: str, hint: str = "", token: Token | None = None) -> FormulaError:
        return FormulaError(self._text, (token or self._next).position, detail, hint)
