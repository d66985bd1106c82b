"""A small writer of ONNX graphs: operations on named values, whose names cannot be those of a column."""

from __future__ import annotations

from typing import Any

import numpy as np

from mlp_gui.engine.network.erf import ERF_OF_ONE, FAR, NEAR, ONE, TAIL

OPSET, ML_OPSET, IR_VERSION = 17, 3, 8


class Graph:
    """Nodes and constants under way to a model. Every method returns the name of its result.

    Parameters
    ----------
    helper : module
        onnx.helper, which the caller imported.
    dtype : dtype
        Of the constants; it may be changed on the way.
    prefix : str
        Begins all names, so that none is that of a column.
    """

    def __init__(self, helper: Any, dtype: np.dtype[Any], prefix: str) -> None:
        self.helper, self.dtype, self.prefix = helper, dtype, prefix
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self._known: dict[tuple[str, float], str] = {}

    def op(self, kind: str, *inputs: str | float, domain: str = "", **attributes: Any) -> str:
        """Add one operation.

        Parameters
        ----------
        kind : str
            The operator's name in ONNX.
        *inputs : str or float
            Names of values; numbers become constants of the graph's type.
        domain : str
            The operator's set; "" is ONNX's own.
        **attributes
            Of the operator.

        Returns
        -------
        str
            Name of the result.
        """
        return self.several(kind, 1, *inputs, domain=domain, **attributes)[0]

    def several(self, kind: str, n: int, *inputs: str | float, domain: str = "", **attributes: Any) -> list[str]:
        """Add one operation that has several results.

        Parameters
        ----------
        kind : str
            The operator's name in ONNX.
        n : int
            Results.
        *inputs, domain, **attributes
            As for `op`.

        Returns
        -------
        list of str
            Names of the results.
        """
        names = [self.number(value) if isinstance(value, int | float) else value for value in inputs]
        name = f"{self.prefix}{len(self.nodes)}_{kind}"
        results = [name, *(f"{name}_{i}" for i in range(1, n))]
        self.nodes.append(self.helper.make_node(kind, names, results, domain=domain, name=name, **attributes))
        return results

    def number(self, value: float) -> str:
        """Add a constant scalar, each only once."""
        # The precision is part of the key: a number in 32 bit and in 64 are two constants.
        key = (self.dtype.name, value)
        if key not in self._known:
            self._known[key] = self.array(np.array(value, self.dtype))
        return self._known[key]

    def array(self, values: np.ndarray) -> str:
        """Add a constant array of numbers."""
        kind = self.helper.np_dtype_to_tensor_dtype(values.dtype)
        return self._constant(kind, values.shape, np.ascontiguousarray(values).tobytes(), raw=True)

    def texts(self, values: tuple[str, ...]) -> str:
        """Add a constant vector of texts."""
        return self._constant(8, (len(values),), [value.encode("utf-8", "replace") for value in values], raw=False)

    def _constant(self, kind: int, shape: tuple[int, ...], values: Any, raw: bool) -> str:
        name = f"{self.prefix}constant_{len(self.constants)}"
        self.constants.append(self.helper.make_tensor(name, kind, shape, values, raw=raw))
        return name

    def rename(self, value: str, name: str) -> None:
        """Give a result the name under which the model shows it.

        Parameters
        ----------
        value : str
            Its name so far.
        name : str
        """
        self.nodes.append(self.helper.make_node("Identity", [value], [name], name=f"{self.prefix}{len(self.nodes)}"))

    # --- what several operations make -------------------------------------------------------------------------

    def cast(self, value: str, dtype: np.dtype[Any]) -> str:
        """Convert a value to another type of numbers.

        Parameters
        ----------
        value : str
        dtype : dtype
        """
        return self.op("Cast", value, to=self.helper.np_dtype_to_tensor_dtype(dtype))

    def fraction(self, value: str) -> str:
        """Compute value - floor(value)."""
        return self.op("Sub", value, self.op("Floor", value))

    def whole_division(self, value: str, by: float) -> str:
        """Compute floor(value / by).

        Parameters
        ----------
        value : str
        by : float
        """
        return self.op("Floor", self.op("Div", value, by))

    def polynomial(self, coefficients: tuple[float, ...], v: str) -> str:
        """Compute a polynomial by Horner's rule.

        Parameters
        ----------
        coefficients : tuple of float
            In rising powers.
        v : str
            Name of the variable.
        """
        total: str | float = coefficients[-1]
        for c in reversed(coefficients[:-1]):
            total = self.op("Add", self.op("Mul", total, v), c)
        return str(total)

    def ratio(self, coefficients: tuple[tuple[float, ...], tuple[float, ...]], v: str) -> str:
        """Compute the quotient of two polynomials.

        Parameters
        ----------
        coefficients : pair of tuples of float
            Of numerator and denominator, in rising powers.
        v : str
            Name of the variable.
        """
        return self.op("Div", self.polynomial(coefficients[0], v), self.polynomial(coefficients[1], v))

    def erf(self, x: str) -> str:
        """Compute the error function as `engine.network.erf` does; the Erf of runtimes knows 32 bit only."""
        size = self.op("Abs", x)
        square = self.op("Mul", size, size)
        # All intervals are computed for all numbers: kept from 0, those that are not chosen stay finite.
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
