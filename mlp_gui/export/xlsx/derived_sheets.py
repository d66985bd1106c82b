"""Derived columns as formulas: the rows of "Predict" are a table in its order, whose earlier rows stand above.

Derived    the numbers that formulas take, what stands inside windows, and the derived columns
Order k    the rows in the order of one by= and order=, each group by itself, so that windows are plain ranges
"""

from __future__ import annotations

from collections.abc import Mapping

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.derived.derived_column import closure
from mlp_gui.data.derived.expression import Call, ColumnName, Node, Number
from mlp_gui.data.derived.functions import FUNCTIONS
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.export.common.raw_columns import RawColumn, raw_columns
from mlp_gui.export.xlsx.layout import EXCEL_DAYS, FIRST, quoted
from mlp_gui.export.xlsx.order_sheet import OrderSheet
from mlp_gui.export.xlsx.row_sheet import RowSheet, WindowFormulas
from mlp_gui.export.xlsx.workbook import Sheet, column_letters

MOST_ROWS = 60  # the order of the rows is written as one term for each
_FUNCTIONS = {
    "abs": "ABS({0})", "sqrt": "SQRT({0})", "exp": "EXP({0})", "log": "LN({0})", "log10": "LOG10({0})",
    "log1p": "LN(1+{0})", "sin": "SIN({0})", "cos": "COS({0})", "floor": "INT({0})", "negative": "(-{0})",
    "^": "IF({1}=0,1,POWER({0},{1}))", "present": "IF(ISNUMBER({0}),1,0)", "fill": "IF(ISNUMBER({0}),{0},{1})",
    "if": "IF({0}<>0,{1},{2})", "==": "IF({0}={1},1,0)", "!=": "IF({0}<>{1},1,0)",
}  # fmt: skip


def rows_needed(pipeline: Pipeline, checks: int) -> int:
    """Return how many rows "Predict" needs, so that five have all the rows that their windows look back at.

    Parameters
    ----------
    pipeline : Pipeline
    checks : int
        Rows that have to find room at once.

    Raises
    ------
    UserError
        If they are more than a workbook holds.
    """
    back: dict[str, int] = {}
    for column in closure(pipeline.derivation.declared, pipeline.input_names):
        back[column.name] = _looks_back(column.formula, back)
        if back[column.name] + 5 > MOST_ROWS:
            raise UserError(
                tr(
                    "A workbook looks {most:,} rows back; {name} looks {n:,} rows back.",
                    most=MOST_ROWS - 5,
                    name=column.name[:80],
                    n=back[column.name],
                ),
                hint=tr("Choose the Python script, which has no such limit."),
            )
    return max([checks, *(n + 5 for n in back.values())])


def _looks_back(node: Node, others: Mapping[str, int]) -> int:
    if isinstance(node, Number):
        return 0
    if isinstance(node, ColumnName):
        return others.get(node.name, 0)
    inner = max(_looks_back(argument, others) for argument in node.arguments)
    rows = int(node.count) if node.function in FUNCTIONS and FUNCTIONS[node.function].count == "rows" else 0
    return inner + rows


class DerivedSheets:
    """Lays out the derived columns that a network needs.

    Parameters
    ----------
    pipeline : Pipeline
    n_rows : int
        Rows of "Predict".

    Attributes
    ----------
    letters : dict of str to str
        Derived column -> the letters of its column on "Derived".
    """

    def __init__(self, pipeline: Pipeline, n_rows: int) -> None:
        self._lines = RowSheet("Derived", n_rows)
        self._windows = WindowFormulas(self._lines, lambda row: str(row - FIRST), "")
        self._raw = {column.name: (place, column) for place, column in enumerate(raw_columns(pipeline), 1)}
        self._known: dict[str, str] = {}  # columns and windows -> letters on "Derived"
        self._orders: dict[tuple[str, str], OrderSheet] = {}
        self.letters: dict[str, str] = {}
        for column in closure(pipeline.derivation.declared, pipeline.input_names):
            formulas = self._formulas(column.formula)
            self.letters[column.name] = self._known[column.name] = self._lines.column(column.name, formulas)

    @property
    def sheets(self) -> list[Sheet]:
        """The sheet "Derived", and the orders that it needs."""
        return [self._lines.sheet, *(order.lines.sheet for order in self._orders.values())]

    def _numbers(self, name: str) -> str:
        """Return the letters of the column that holds what formulas take for a column."""
        if name not in self._known:
            place, column = self._raw[name]
            cells = (f"Predict!{column_letters(place)}{row}" for row in self._lines.rows)
            self._known[name] = self._lines.column(name, [_number(column, cell) for cell in cells])
        return self._known[name]

    def _groups(self, name: str) -> str:
        """Add the first row that is of the same group as each row, an error for a row of none; return its letters."""
        words = name in self._raw and self._raw[name][1].holds_words
        letters = f"Predict!{column_letters(self._raw[name][0])}" if words else self._numbers(name)
        # EXACT, because = takes "A" and "a" for the same.
        there, same = ('{0}<>""', "EXACT({0},{1})") if words else ("ISNUMBER({0})", "IF(ISNUMBER({1}),{0}={1},1=0)")
        cells, found = [f"{letters}{row}" for row in self._lines.rows], []
        for k, cell in enumerate(cells, 1):
            terms = [f"IF({same.format(cell, other)},{i},{k})" for i, other in enumerate(cells[: k - 1], 1)]
            found.append(f"IF({there.format(cell)},MIN({','.join([*terms, str(k)])}),NA())")
        return self._lines.column(f"group of {name}", found)

    def _formulas(self, node: Node) -> list[str]:
        """Write a formula of the declarations, one for each row."""
        if isinstance(node, Number):
            number = repr(node.value).upper()
            return [number if node.value >= 0 else f"({number})"] * len(self._lines.rows)
        if isinstance(node, ColumnName):
            letters = self._numbers(node.name)
            return [f"{letters}{row}" for row in self._lines.rows]
        if node.function in FUNCTIONS and FUNCTIONS[node.function].is_window:
            letters = self._window(node)
            return [f"{letters}{row}" for row in self._lines.rows]
        arguments = [self._formulas(argument) for argument in node.arguments]
        return [_of_row(node.function, values) for values in zip(*arguments, strict=True)]

    def _window(self, call: Call) -> str:
        """Add the columns of a window, of equal ones only once; return the letters of its values."""
        key = f"{call.function} {call.arguments!r} {call.by!r} {call.order!r}"
        if key not in self._known:
            inner = self._lines.column(f"inside {call.function}", self._formulas(call.arguments[0]))
            windows = self._order(call.by, call.order)
            found = windows.of(call.function, call.count, inner)
            self._known[key] = self._lines.column(call.function, found)
        return self._known[key]

    def _order(self, by: str, order: str) -> WindowFormulas | OrderSheet:
        if not (by or order):
            return self._windows
        if (by, order) not in self._orders:
            groups, times = self._groups(by) if by else "", self._numbers(order) if order else ""
            self._orders[by, order] = OrderSheet(f"Order {len(self._orders) + 1}", self._lines, groups, times)
        return self._orders[by, order]


def _of_row(function: str, values: tuple[str, ...]) -> str:
    if function in ("min", "max"):
        return f"{function.upper()}({','.join(values)})"
    if function in _FUNCTIONS:
        return _FUNCTIONS[function].format(*values)
    joined = f"{values[0]}{function}{values[1]}"
    return f"({joined})" if function in ("+", "-", "*", "/") else f"IF({joined},1,0)"


def _number(column: RawColumn, cell: str) -> str:
    """Write the formula of what a cell of "Predict" counts for, an error for a gap."""
    if column.holds_words:
        found = "NA()"
        for word, number in column.word_numbers().items():
            found = f"IF(EXACT({cell},{quoted(word)}),{number:.0f},{found})"
        return found
    value = f"({cell}-{EXCEL_DAYS})" if column.holds_dates else cell
    for marker in column.marker_numbers:
        value = f"IF({cell}={marker!r},NA(),{value})"
    return f"IF(ISNUMBER({cell}),{value},NA())"
