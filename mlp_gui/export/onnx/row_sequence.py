"""The rows of a call in the order in which a window looks at them, inside an ONNX graph; see `data.derived`."""

from __future__ import annotations

import math

import numpy as np

from mlp_gui.export.onnx.graph import Graph

_MOST_DOUBLINGS = 40


class SequenceNodes:
    """Rows of one group stand together, in order; those without a group or a time stand last and get no value.

    Parameters
    ----------
    graph : Graph
    n_rows : str
        A vector of one whole number: the rows of a call.
    groups : str
        The group of each row, infinity where missing; "" for no groups.
    times : str
        What orders the rows, NaN where missing; "" for the order in which they are given.
    """

    def __init__(self, graph: Graph, n_rows: str, groups: str, times: str) -> None:
        self._graph, self._n_rows = graph, n_rows
        op, zero, one = graph.op, graph.array(np.array(0, np.int64)), graph.array(np.array(1, np.int64))
        last = op("Squeeze", n_rows)
        position = op("Range", zero, last, one)
        self._position = self._place = graph.cast(position, graph.dtype)
        self._rows = self._known = self._groups = self._times = ""
        if not (groups or times):
            return
        self._rows = position
        if times:
            unknown = op("IsNaN", times)
            self._sort_by(op("Where", unknown, math.inf, times))
            groups = op("Where", unknown, math.inf, groups or 0.0)
        self._sort_by(groups)
        self._times = op("Gather", times, self._rows) if times else ""
        self._groups = op("Gather", groups, self._rows)
        self._known = op("Not", op("IsInf", self._groups))
        _, first, of_row, _ = graph.several("Unique", 4, self._groups, axis=0, sorted=1)
        start = graph.cast(op("Gather", first, of_row), graph.dtype)
        self._place = op("Sub", self._position, start)

    def _sort_by(self, keys: str) -> None:
        """Put the rows in rising order of a key; equal ones keep the order that they have."""
        graph = self._graph
        in_order = graph.op("Gather", keys, self._rows)
        _, order = graph.several("TopK", 2, in_order, self._n_rows, largest=0, sorted=1)
        self._rows = graph.op("Gather", self._rows, order)

    def gather(self, values: str) -> str:
        """Return the values of the rows in this order."""
        return self._graph.op("Gather", values, self._rows) if self._rows else values

    def scatter(self, values: str) -> str:
        """Return values in this order as those of the rows, NaN for rows in no sequence."""
        if not self._rows:
            return values
        known = self._graph.op("Where", self._known, values, math.nan)
        return self._graph.op("ScatterElements", known, self._rows, known, axis=0)

    def shift(self, values: str, n: int, beyond: float = math.nan) -> str:
        """Add the values of the row so many rows earlier in its group; see `data.derived.windows.shift`.

        Parameters
        ----------
        values : str
        n : int
            Rows; negative for later rows.
        beyond : float
            What stands where there is no such row.
        """
        op, size = self._graph.op, self._graph.array(np.array([abs(n)], np.int64))
        none, rest = self._graph.array(np.array([0], np.int64)), self._graph.number(beyond)
        moved = op("Min", size, self._n_rows)
        if n >= 0:
            padded = op("Pad", values, op("Concat", moved, none, axis=0), rest)
            found = op("Slice", padded, none, self._n_rows)
            return op("Where", op("Less", self._place, float(n)), rest, found)
        padded = op("Pad", values, op("Concat", none, moved, axis=0), rest)
        found = op("Slice", padded, moved, op("Add", moved, self._n_rows))
        if not self._groups:
            return found
        later = op("Pad", self._groups, op("Concat", none, moved, axis=0), self._graph.number(math.nan))
        same = op("Equal", op("Slice", later, moved, op("Add", moved, self._n_rows)), self._groups)
        return op("Where", same, found, rest)

    def since(self, events: str, by_time: bool) -> str:
        """Add how long ago the last event of the group was; see `data.derived.windows.since`.

        Parameters
        ----------
        events : str
            Neither 0 nor NaN where there is one.
        by_time : bool
            Whether differences of the times count, else rows do.
        """
        op, graph = self._graph.op, self._graph
        none = op("Or", op("IsNaN", events), op("Equal", events, 0.0))
        last = op("Where", none, -1.0, self._position)
        for step in range(_MOST_DOUBLINGS):
            last = op("Max", last, self.shift(last, 2**step, -1.0))
        known = op("GreaterOrEqual", last, 0.0)
        now, then = self._position, last
        if by_time:
            place = graph.cast(op("Max", last, 0.0), np.dtype(np.int64))
            now, then = self._times, op("Gather", self._times, place)
        return op("Where", known, op("Sub", now, then), math.nan)
