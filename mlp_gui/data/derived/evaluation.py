"""Computing formulas over the columns of a table. What is not defined, such as the logarithm of -1, is a gap."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial, reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_gui.data.derived.expression import Call, ColumnName, Node, Number
from mlp_gui.data.derived.functions import FUNCTIONS
from mlp_gui.data.derived.row_sequence import Floats, RowSequence, make_sequence
from mlp_gui.data.derived.windows import exponential_mean, roll, shift, since

Numbers = Callable[[str], Floats]
Groups = Callable[[str], NDArray[Any]]


def _truth(compare: Callable[[Any, Any], Any], a: Floats, b: Floats) -> Floats:
    return np.where(np.isnan(a) | np.isnan(b), np.nan, compare(a, b))


def _choice(condition: Floats, yes: Floats, no: Floats) -> Floats:
    return np.where(np.isnan(condition), np.nan, np.where(condition != 0, yes, no))


ROW_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide, "^": np.power, "negative": np.negative,
    "<": partial(_truth, np.less), "<=": partial(_truth, np.less_equal), ">": partial(_truth, np.greater),
    ">=": partial(_truth, np.greater_equal), "==": partial(_truth, np.equal), "!=": partial(_truth, np.not_equal),
    "min": lambda *values: reduce(np.minimum, values), "max": lambda *values: reduce(np.maximum, values),
    "if": _choice, "abs": np.abs, "sqrt": np.sqrt, "exp": np.exp, "log": np.log, "log10": np.log10,
    "log1p": np.log1p, "sin": np.sin, "cos": np.cos, "floor": np.floor,
    "present": lambda value: (~np.isnan(value)).astype(np.float64),
    "fill": lambda value, other: np.where(np.isnan(value), other, value),
}  # fmt: skip
_FOLDS = {"rolling_sum": np.add, "rolling_mean": np.add, "rolling_min": np.minimum, "rolling_max": np.maximum}


class FormulaEvaluator:
    """Computes formulas over one table; keeps sequences, and columns with room before their first row.

    Parameters
    ----------
    n_rows : int
    numbers : callable
        Column to its values, of shape (n_rows,), NaN where missing.
    groups : callable
        Column to the group of each row, integers; -1 where missing.
    """

    def __init__(self, n_rows: int, numbers: Numbers, groups: Groups) -> None:
        self._n_rows, self._numbers, self._groups = n_rows, numbers, groups
        self._sequences: dict[tuple[str, str], RowSequence] = {}
        self._padded: dict[str, Floats] = {}

    def evaluate(self, formula: Node) -> Floats:
        """Return the values of a formula, of shape (n_rows,).

        A lag in file order is a view of one copy of its column, however many lags there are of it.
        """
        with np.errstate(all="ignore"):
            values = self._value(formula)
            if isinstance(formula, Call) and formula.function == "lag":
                return values
            values = np.broadcast_to(np.asarray(values, np.float64), (self._n_rows,))
            return values if np.isfinite(values).all() else np.where(np.isfinite(values), values, np.nan)

    def _value(self, node: Node) -> Floats:
        if isinstance(node, Number):
            return np.asarray(node.value, np.float64)
        if isinstance(node, ColumnName):
            return self._numbers(node.name)
        if node.function in FUNCTIONS and FUNCTIONS[node.function].is_window:
            return self._window(node)
        found = ROW_FUNCTIONS[node.function](*map(self._value, node.arguments))
        # A result that is not defined is a gap from here on: 1 / 0 must not become 0 in another formula.
        return found if np.isfinite(found).all() else np.where(np.isfinite(found), found, np.nan)

    def _window(self, call: Call) -> Floats:
        inner, count = call.arguments[0], call.count
        if call.function == "lag" and isinstance(inner, ColumnName) and not (call.by or call.order):
            return self._view(inner.name, int(count))
        ordered = self._sequence(call.by, call.order)
        values = np.ascontiguousarray(np.broadcast_to(self._value(inner), (self._n_rows,)))
        return ordered.scatter(_in_sequence(call.function, ordered.gather(values), count, ordered))

    def _view(self, name: str, n: int) -> Floats:
        """Return the column so many rows earlier, as a view of a copy of it with room for earlier rows."""
        kept = self._padded.get(name)
        if kept is None or len(kept) < self._n_rows + n:
            room = max(n, 32, 0 if kept is None else 2 * (len(kept) - self._n_rows))
            kept = np.concatenate([np.full(room, np.nan), self._numbers(name)])
            self._padded[name] = kept
        start = len(kept) - self._n_rows - n
        return kept[start : start + self._n_rows]

    def _sequence(self, by: str, order: str) -> RowSequence:
        if (by, order) not in self._sequences:
            groups, times = self._groups(by) if by else None, self._numbers(order) if order else None
            self._sequences[by, order] = make_sequence(self._n_rows, groups, times)
        return self._sequences[by, order]


def _in_sequence(function: str, values: Floats, count: float, ordered: RowSequence) -> Floats:
    place, n = ordered.place, int(count)
    if function in ("lag", "lead"):
        return shift(values, n if function == "lag" else -n, place)
    if function == "difference":
        return values - shift(values, n, place)
    if function == "ewm":
        return exponential_mean(values, count, place)
    if function in ("rows_since", "days_since"):
        return since(values, place, ordered.times if function == "days_since" else None)
    found = roll(values, n, place, _FOLDS[function])
    return found / n if function == "rolling_mean" else found
