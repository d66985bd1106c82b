"""A reader of the few spreadsheet formulas that the workbook uses: it gives their values and proves them right."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from mlp_gui.export.xlsx.formula_functions import FUNCTIONS, NotAvailable
from mlp_gui.export.xlsx.workbook import Formula, Sheet, column_number

_REFERENCE = r"(?:(?:'([^']+)'|([A-Za-z]+))!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?(?![\w(])"
_TOKEN = re.compile(
    rf"\s*(?:(?P<number>\d+\.?\d*(?:E[-+]?\d+)?)|\"(?P<text>(?:[^\"]|\"\")*)\"|(?P<ref>{_REFERENCE})"
    r"|(?P<name>[A-Z]+\d*)\(|(?P<sign><=|>=|<>|[-+*/(),=<>]))"
)


class WorkbookEvaluator:
    """Values of cells on demand, each computed once."""

    def __init__(self, sheets: list[Sheet]) -> None:
        self._cells = {(s.name, *place): value for s in sheets for place, (value, _) in s.cells.items()}
        self._known: dict[tuple[str, int, int], Any] = {}
        # Formulas are parsed once; `set` forgets values only.
        self._parsed: dict[tuple[str, int, int], Callable[[], Any]] = {}

    def set(self, sheet: str, column: int, row: int, value: float | str | None) -> None:
        """Type a value into a cell; everything is computed anew.

        Parameters
        ----------
        sheet : str
        column, row : int
            From 1.
        value : float, str or None
            None empties the cell.
        """
        self._cells[sheet, column, row] = value
        self._known.clear()

    def value(self, sheet: str, column: int, row: int) -> Any:
        """Compute a cell.

        Parameters
        ----------
        sheet : str
        column, row : int
            From 1.

        Returns
        -------
        float, str or None
            None for an empty cell.

        Raises
        ------
        NotAvailable
            If the cell shows #N/A.
        """
        key = (sheet, column, row)
        found = self._cells.get(key)
        if not isinstance(found, Formula):
            return found
        if key not in self._known:
            try:
                if key not in self._parsed:
                    self._parsed[key] = _FormulaParser(found.source, self, sheet).whole()
                self._known[key] = self._parsed[key]()
            except (NotAvailable, ArithmeticError):
                self._known[key] = NotAvailable
        if self._known[key] is NotAvailable:
            raise NotAvailable
        return self._known[key]

    def shown(self, sheet: str, column: int, row: int) -> float | str | None:
        """Compute what a formula's cell shows.

        Parameters
        ----------
        sheet : str
        column, row : int
            From 1.

        Returns
        -------
        float, str or None
            None for #N/A, 0 for a reference to an empty cell.
        """
        try:
            found = self.value(sheet, column, row)
        except NotAvailable:
            return None
        return found if isinstance(found, str) else float(found or 0.0)


class _FormulaParser:
    """Recursive descent. Everything is parsed into thunks, so that IF computes only the branch it takes."""

    def __init__(self, source: str, book: WorkbookEvaluator, sheet: str) -> None:
        self._tokens = list(_tokens(source))
        self._at, self._book, self._sheet = 0, book, sheet

    def whole(self) -> Callable[[], Any]:
        """Parse the whole formula; ValueError when something is left over."""
        thunk = self._comparison()
        if self._at != len(self._tokens):
            raise ValueError(f"unread rest of a formula at {self._tokens[self._at]}")
        return thunk

    def _sign(self, *signs: str) -> str:
        if self._at < len(self._tokens):
            kind, value = self._tokens[self._at]
            if kind == "sign" and value in signs:
                self._at += 1
                return str(value)
        return ""

    def _chain(
        self, part: Callable[[], Callable[[], Any]], signs: dict[str, Callable[[Any, Any], Any]]
    ) -> Callable[[], Any]:
        left = part()
        while sign := self._sign(*signs):
            left = _joined(signs[sign], left, part())
        return left

    def _comparison(self) -> Callable[[], Any]:
        return self._chain(self._sum, _COMPARISONS)

    def _sum(self) -> Callable[[], Any]:
        return self._chain(self._product, {"+": lambda a, b: a + b, "-": lambda a, b: a - b})

    def _product(self) -> Callable[[], Any]:
        return self._chain(self._unary, {"*": lambda a, b: a * b, "/": lambda a, b: a / b})

    def _unary(self) -> Callable[[], Any]:
        if self._sign("-"):
            inner = self._unary()
            return lambda: -inner()
        return self._atom()

    def _atom(self) -> Callable[[], Any]:
        if self._sign("("):
            inner = self._comparison()
            self._expect(")")
            return inner
        kind, value = self._tokens[self._at]
        self._at += 1
        if kind in ("number", "text"):
            return lambda: value
        if kind == "ref":
            return self._reference(value)
        return self._call(value)

    def _reference(self, value: Any) -> Callable[[], Any]:
        sheet, first, top, last, bottom = value
        sheet = sheet or self._sheet
        if last is None:
            return lambda: self._book.value(sheet, first, top)
        return _Range(self._book, [(sheet, c, r) for r in range(top, bottom + 1) for c in range(first, last + 1)])

    def _call(self, name: str) -> Callable[[], Any]:
        arguments: list[Any] = []
        if not self._sign(")"):
            arguments.append(self._comparison())
            while self._sign(","):
                arguments.append(self._comparison())
            self._expect(")")
        if name == "IF":
            test, yes, no = arguments
            return lambda: yes() if test() else no()
        if name == "ISNUMBER":
            return lambda: _is_number(arguments[0])
        if name == "INDEX" and isinstance(arguments[0], _Range):
            cells, place = arguments[0], arguments[1]
            return lambda: cells.cell(int(place()))
        function = FUNCTIONS[name]
        return lambda: function(*(argument() for argument in arguments))

    def _expect(self, sign: str) -> None:
        if not self._sign(sign):
            raise ValueError(f"{sign} is missing in a formula")


class _Range:
    """The cells of a range; one of them is computed without the others, which may be errors."""

    def __init__(self, book: WorkbookEvaluator, places: list[tuple[str, int, int]]) -> None:
        self._book, self._places = book, places

    def __call__(self) -> list[Any]:
        return [self._book.value(*place) for place in self._places]

    def cell(self, place: int) -> Any:
        return self._book.value(*self._places[place - 1])


def _is_number(thunk: Callable[[], Any]) -> bool:
    # An error is no number, and does not go on.
    try:
        return isinstance(thunk(), float)
    except (NotAvailable, ArithmeticError):
        return False


def _tokens(source: str) -> Any:
    at = 0
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None:
            raise ValueError(f"unknown sign in a formula: {source[at : at + 20]!r}")
        at = match.end()
        if match["number"] is not None:
            yield "number", float(match["number"])
        elif match["text"] is not None:
            yield "text", match["text"].replace('""', '"')
        elif match["ref"] is not None:
            parts = re.fullmatch(_REFERENCE, match["ref"])
            assert parts is not None  # what was tokenised as a reference matches
            quoted, plain, first, top, last, bottom = parts.groups()
            end = (column_number(last), int(bottom)) if last else (None, None)
            yield "ref", (quoted or plain, column_number(first), int(top), *end)
        elif match["name"] is not None:
            yield "name", match["name"]
        else:
            yield "sign", match["sign"]


def _joined(
    function: Callable[[Any, Any], Any], left: Callable[[], Any], right: Callable[[], Any]
) -> Callable[[], Any]:
    return lambda: function(left(), right())


def _equal(a: Any, b: Any) -> bool:
    """Compare as spreadsheets do: an empty cell equals "" and 0, and texts are compared without case."""
    a, b = (
        ("" if isinstance(b, str) else 0.0) if a is None else a,
        ("" if isinstance(a, str) else 0.0) if b is None else b,
    )
    return bool(a.lower() == b.lower()) if isinstance(a, str) and isinstance(b, str) else bool(a == b)


_COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "=": _equal,
    "<>": lambda a, b: not _equal(a, b),
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
}
