"""The chain rule for one weight and one row: the paths from the weight to the loss, each a product of factors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mlp_gui.engine.network.tape import OpKind, sub
from mlp_gui.engine.tracing.trace import Trace


class Factor(NamedTuple):
    """One derivative on the way: its name, its value, and the layer and unit that it belongs to."""

    name: str
    value: float
    layer: int
    unit: int


@dataclass(frozen=True)
class GradientPath:
    """The strongest path of a weight, and what all paths together give.

    Attributes
    ----------
    factors : tuple of Factor
    units : tuple of int
        The unit passed in each layer, from the weight's source to the output; -1 for a bias.
    product : float
        Product of this path's factors.
    row_gradient : float
        Sum over all paths, for this row.
    gradient : float
        Sum over all rows, before penalties.
    """

    factors: tuple[Factor, ...]
    units: tuple[int, ...]
    product: float
    row_gradient: float
    gradient: float

    @property
    def share(self) -> float:
        """How much of the row's gradient this path makes; nan where that is 0."""
        return self.product / self.row_gradient if self.row_gradient else float("nan")


def strongest_path(trace: Trace, layer: int, source: int, unit: int, row: int) -> GradientPath:
    """Find the path whose product has the largest magnitude, backwards layer by layer.

    The chain rule gives the product over a path: source · f′(z) · W · f′(z) · … · δ.

    Parameters
    ----------
    trace : Trace
    layer : int
        Counted from 1.
    source : int
        Row of the layer's matrix; the last one is the bias.
    unit : int
        Column of the layer's matrix.
    row : int
        Row of the batch.
    """
    last = len(trace.names.sizes) - 1
    delta = trace.find(OpKind.DELTA_OUT, last).result.values[row]
    best = [abs(float(d)) for d in delta]
    following: dict[int, list[int]] = {}
    for k in range(last - 1, layer - 1, -1):
        w = trace.find(OpKind.SUM, k + 1).operands["W"].values[:-1]
        slope = trace.find(OpKind.SLOPE, k).result.values[row]
        # [i, j]: the strongest path from unit i of this layer that goes on through unit j of the next.
        strength = abs(w) * best
        following[k] = strength.argmax(axis=1).tolist()
        best = [abs(float(s)) * float(m) for s, m in zip(slope, strength.max(axis=1), strict=True)]
    factors, units = [_source_factor(trace, layer, source, row)], [source if not _is_bias(trace, layer, source) else -1]
    at = unit
    for k in range(layer, last):
        slope = float(trace.find(OpKind.SLOPE, k).result.values[row, at])
        then = following[k][at]
        factors.append(Factor(f"f′({sub('z', k)}[{at + 1}])", slope, k, at))
        matrix = trace.find(OpKind.SUM, k + 1).operands["W"]
        factors.append(Factor(f"{matrix.symbol}[{at + 1}, {then + 1}]", matrix[at, then], k + 1, then))
        units.append(at)
        at = then
    units.append(at)
    factors.append(Factor(f"{sub('δ', last)}[{at + 1}]", float(delta[at]), last, at))
    # Magnitudes were enough to choose by; the product has the sign.
    product = 1.0
    for factor in factors:
        product *= factor.value
    step = trace.find(OpKind.GRADIENT, layer)
    # δ holds the sum over all paths already.
    row_gradient = factors[0].value * step.operands["δ"][row, unit]
    return GradientPath(tuple(factors), tuple(units), product, row_gradient, step.result[source, unit])


def _is_bias(trace: Trace, layer: int, source: int) -> bool:
    return source == trace.names.sizes[layer - 1]


def _source_factor(trace: Trace, layer: int, source: int, row: int) -> Factor:
    if _is_bias(trace, layer, source):
        return Factor("1", 1.0, layer - 1, -1)
    a = trace.find(OpKind.GRADIENT, layer).operands["a"]
    name = f"{a.symbol}[{trace.names.unit_label(0, source) if layer == 1 else source + 1}]"
    return Factor(name, a[row, source], layer - 1, source)
