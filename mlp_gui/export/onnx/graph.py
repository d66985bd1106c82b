"""A small writer of ONNX graphs: operations on named values, whose names cannot be those of a column."""

from __future__ import annotations

from typing import Any

import numpy as np

from mlp_gui.engine.network.erf import ERF_OF_ONE, FAR, NEAR, ONE, TAIL

OPSET, ML_OPSET, IR_VERSION = 17, 3, 8


class Graph:
    """Nodes and constants under way to a model. Every method returns the name of its result.

    helper: the module onnx.helper, which the caller imported; dtype: of the constants.
    """

    def __init__(self, helper: Any, dtype: np.dtype[Any], prefix: str) -> None:
        self.helper, self.dtype, self.prefix = helper, dtype, prefix
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self._known: dict[tuple[str, float], str] = {}

    def op(self, kind: str, *inputs: str | float, domain: str = "", **attributes: Any) -> str:
        """One operation; numbers among its inputs become constants of the graph's type."""
        names = [self.number(value) if isinstance(value, int | float) else value for value in inputs]
        result = f"{self.prefix}{len(self.nodes)}_{kind}"
        self.nodes.append(self.helper.make_node(kind, names, [result], domain=domain, name=result, **attributes))
        return result

    def number(self, value: float) -> str:
        """A constant scalar."""
        key = (self.dtype.name, value)
        if key not in self._known:
            self._known[key] = self.array(np.array(value, self.dtype))
        return self._known[key]

    def array(self, values: np.ndarray) -> str:
        """A constant array of numbers."""
        kind = self.helper.np_dtype_to_tensor_dtype(values.dtype)
        return self._constant(kind, values.shape, np.ascontiguousarray(values).tobytes(), raw=True)

    def texts(self, values: tuple[str, ...]) -> str:
        """A constant vector of texts."""
        return self._constant(8, (len(values),), [value.encode("utf-8", "replace") for value in values], raw=False)

    def _constant(self, kind: int, shape: tuple[int, ...], values: Any, raw: bool) -> str:
        name = f"{self.prefix}constant_{len(self.constants)}"
        self.constants.append(self.helper.make_tensor(name, kind, shape, values, raw=raw))
        return name

    def rename(self, value: str, name: str) -> None:
        """Give a result the name under which the model shows it."""
        self.nodes.append(self.helper.make_node("Identity", [value], [name], name=f"{self.prefix}{len(self.nodes)}"))

    # --- what several operations make -------------------------------------------------------------------------

    def cast(self, value: str, dtype: np.dtype[Any]) -> str:
        return self.op("Cast", value, to=self.helper.np_dtype_to_tensor_dtype(dtype))

    def fraction(self, value: str) -> str:
        return self.op("Sub", value, self.op("Floor", value))

    def whole_division(self, value: str, by: float) -> str:
        return self.op("Floor", self.op("Div", value, by))

    def polynomial(self, coefficients: tuple[float, ...], v: str) -> str:
        """Horner's rule, coefficients in rising powers."""
        total: str | float = coefficients[-1]
        for c in reversed(coefficients[:-1]):
            total = self.op("Add", self.op("Mul", total, v), c)
        return str(total)

    def ratio(self, coefficients: tuple[tuple[float, ...], tuple[float, ...]], v: str) -> str:
        return self.op("Div", self.polynomial(coefficients[0], v), self.polynomial(coefficients[1], v))

    def erf(self, x: str) -> str:
        """As `engine.erf`; the Erf of runtimes knows 32 bit only."""
        size = self.op("Abs", x)
        square = self.op("Mul", size, size)
        safe = self.op("Max", size, 0.5)
        inverse = self.op("Div", 1.0, self.op("Mul", safe, safe))
        near = self.op("Add", size, self.op("Mul", size, self.ratio(NEAR, square)))
        one = self.op("Add", ERF_OF_ONE, self.ratio(ONE, self.op("Sub", size, 1.0)))
        start = self.op("Sub", self.op("Neg", square), 0.5625)
        result = self.number(1.0)
        for limit, ratio in ((6.0, TAIL), (1 / 0.35, FAR)):
            tail = self.op("Div", self.op("Exp", self.op("Add", start, self.ratio(ratio, inverse))), safe)
            result = self.op("Where", self.op("Less", size, limit), self.op("Sub", 1.0, tail), result)
        result = self.op("Where", self.op("Less", size, 1.25), one, result)
        result = self.op("Where", self.op("Less", size, 0.84375), near, result)
        return self.op("Mul", self.op("Sign", x), result)
