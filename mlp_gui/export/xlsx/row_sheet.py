"""Sheets with a line of formulas for each row, and the windows over their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mlp_gui.export.xlsx.layout import FIRST
from mlp_gui.export.xlsx.workbook import BOLD, Formula, Sheet, column_letters

OfRow = Callable[[int], str]  # a row of the sheet -> a formula


class RowSheet:
    """A sheet that gets its columns one after the other.

    Parameters
    ----------
    name : str
    n_rows : int
    """

    def __init__(self, name: str, n_rows: int) -> None:
        self.sheet, self.rows = Sheet(name, frozen_rows=FIRST - 1), range(FIRST, FIRST + n_rows)
        self._columns = 0

    @property
    def next_letters(self) -> str:
        """The letters of the column that comes next, for formulas that go on from the row above."""
        return column_letters(self._columns + 1)

    def column(self, name: str, formulas: Iterable[str]) -> str:
        """Add a column, and return its letters.

        Parameters
        ----------
        name : str
        formulas : iterable of str
            One for each row.
        """
        self._columns += 1
        self.sheet.put(self._columns, 1, name, BOLD)
        for row, formula in zip(self.rows, formulas, strict=True):
            self.sheet.put(self._columns, row, Formula(formula))
        return column_letters(self._columns)

    def span(self, letters: str) -> str:
        """Return the reference to all rows of a column, from any sheet."""
        return f"'{self.sheet.name}'!{letters}${self.rows.start}:{letters}${self.rows.stop - 1}"


class WindowFormulas:
    """Writes windows over the columns of a sheet whose rows stand in order; see `data.derived.windows`.

    Parameters
    ----------
    lines : RowSheet
        It may get more columns.
    place : callable
        Row to the formula of how many rows of its group stand above it.
    times : str
        Letters of the column of times; "" if there are none.
    """

    def __init__(self, lines: RowSheet, place: OfRow, times: str) -> None:
        self._lines, self._place, self._times = lines, place, times

    def of(self, function: str, count: float, x: str) -> list[str]:
        """Return the formulas of a window, one for each row.

        Parameters
        ----------
        function : str
        count : float
            Rows, or the span.
        x : str
            Letters of the column that it looks at.
        """
        if function == "ewm":
            return self._exponential_mean(count, x)
        if function in ("rows_since", "days_since"):
            return self._since(function, x)
        one = self._later if function == "lead" else self._earlier
        return [one(function, row, int(count), x) for row in self._lines.rows]

    def _earlier(self, function: str, row: int, n: int, x: str) -> str:
        first = row - n + (0 if function in ("lag", "difference") else 1)
        if first < self._lines.rows.start:
            return "NA()"
        span = f"({x}{first}:{x}{row})"
        value = {
            "lag": f"{x}{first}",
            "difference": f"{x}{row}-{x}{first}",
            "rolling_sum": f"SUM{span}",
            "rolling_mean": f"SUM{span}/{n}",
            "rolling_min": f"MIN{span}",
            "rolling_max": f"MAX{span}",
        }[function]
        return f"IF({self._place(row)}>={row - first},{value},NA())"

    def _later(self, function: str, row: int, n: int, x: str) -> str:
        if row + n >= self._lines.rows.stop:
            return "NA()"
        # The row so much later is of the same group if its place is as much later.
        return f"IF({self._place(row + n)}={self._place(row)}+{n},{x}{row + n},NA())"

    def _exponential_mean(self, span: float, x: str) -> list[str]:
        keep = repr((span - 1.0) / (span + 1.0)).upper()
        total = self._running(
            "sum of weighted values", lambda above, row: f"{above}*{keep}+IF(ISNUMBER({x}{row}),{x}{row},0)"
        )
        weight = self._running("sum of weights", lambda above, row: f"{above}*{keep}+IF(ISNUMBER({x}{row}),1,0)")
        return [f"IF({weight}{row}>0,{total}{row}/{weight}{row},NA())" for row in self._lines.rows]

    def _since(self, function: str, x: str) -> list[str]:
        start = self._lines.rows.start
        last = self._running(
            "last", lambda above, row: f"IF(ISNUMBER({x}{row}),IF({x}{row}<>0,{row - start + 1},{above}),{above})"
        )
        found = []
        for row in self._lines.rows:
            ago = f"{row - start + 1}-{last}{row}"
            if function == "days_since":
                times = f"{self._times}${start}:{self._times}${self._lines.rows.stop - 1}"
                ago = f"{self._times}{row}-INDEX({times},{last}{row})"
            found.append(f"IF({last}{row}>0,{ago},NA())")
        return found

    def _running(self, name: str, formula: Callable[[str, int], str]) -> str:
        """Add a column that goes on from the row above, and begins at 0 with every group; return its letters."""
        letters, found = self._lines.next_letters, []
        for row in self._lines.rows:
            above = "0" if row == self._lines.rows.start else f"IF({self._place(row)}=0,0,{letters}{row - 1})"
            found.append(formula(above, row))
        return self._lines.column(name, found)
