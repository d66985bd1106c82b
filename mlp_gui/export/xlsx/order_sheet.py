"""Rows in the order in which a window looks at them, on a sheet of their own; see `data.derived.row_sequence`."""

from __future__ import annotations

from mlp_gui.export.xlsx.row_sheet import RowSheet, WindowFormulas

NOWHERE = 1_000_000  # the place of a row without a group or a time


class OrderSheet:
    """A sheet of the rows by group, then by time, then as they stand.

    Parameters
    ----------
    name : str
        Of the sheet.
    source : RowSheet
        "Derived", which gets a column that says where each of its rows stands here.
    groups, times : str
        Letters of its columns; "" for none.
    """

    def __init__(self, name: str, source: RowSheet, groups: str, times: str) -> None:
        self._source, self._groups, self._times = source, groups, times
        self.lines = RowSheet(name, len(source.rows))
        self._positions = source.column(f"row on {name}", map(self._position, source.rows))
        span = source.span(self._positions)
        self._row = self.lines.column("row", (f"MATCH({k},{span},0)" for k in range(1, len(source.rows) + 1)))
        group = self._taken("group", groups) if groups else ""
        self._place = self._add_places(group)
        self._windows = WindowFormulas(
            self.lines, lambda row: f"{self._place}{row}", self._taken("time", times) if times else ""
        )

    def of(self, function: str, count: float, inner: str) -> list[str]:
        """Add a window, and return the formula of its value for each row of "Derived".

        Parameters
        ----------
        function : str
        count : float
            Rows, or the span.
        inner : str
            Letters of the column of "Derived" that it looks at.
        """
        x = self._taken(f"inside {function}", inner)
        span = self.lines.span(self.lines.column(function, self._windows.of(function, count, x)))
        at = self._positions
        return [f"IF({at}{row}<{NOWHERE},INDEX({span},{at}{row}),NA())" for row in self._source.rows]

    def _position(self, row: int) -> str:
        """Write 1 and how many rows come before a row."""
        terms = "+".join(self._comes_before(other, row) for other in self._source.rows if other != row) or "0"
        return f"IF({self._is_known(row)},1+{terms},{NOWHERE})"

    def _is_known(self, row: int) -> str:
        return "ISNUMBER(" + "+".join(f"{letters}{row}" for letters in (self._groups, self._times) if letters) + ")"

    def _comes_before(self, other: int, row: int) -> str:
        term = "1" if other < row else "0"
        for letters in filter(None, (self._times, self._groups)):
            a, b = f"{letters}{other}", f"{letters}{row}"
            term = f"IF({a}<{b},1,IF({a}={b},{term},0))"
        return f"IF({self._is_known(other)},{term},0)"

    def _taken(self, name: str, letters: str) -> str:
        """Add a column of "Derived" in this order, an error where no row stands; return its letters here."""
        span = self._source.span(letters)
        return self.lines.column(name, (f"INDEX({span},{self._row}{row})" for row in self.lines.rows))

    def _add_places(self, group: str) -> str:
        """Add how many rows of its group stand above each row."""
        letters, found = self.lines.next_letters, []
        for row in self.lines.rows:
            above = f"{letters}{row - 1}+1"
            next_of = f"IF({group}{row}={group}{row - 1},{above},0)" if group else f"{above}+0*{self._row}{row}"
            found.append(f"0*{self._row}{row}" if row == self.lines.rows.start else next_of)
        return self.lines.column("place", found)
