"""The arrays that one batch needs on its way through the hidden layers and back, allocated once per batch size."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import DTypeLike

from mlp_gui.engine.network.activations import Activation
from mlp_gui.engine.network.memory import Array, filled, zeros

LARGE = 32_768  # numbers in a stack; beyond it the way back reuses the memory of the way there

# Rows from which the layers of several networks share the axis of the units (`memory.zeros`). With fewer, BLAS sums
# some products of arrays with gaps in another order (measured for 1 to 8 rows).
SIDE_BY_SIDE = 16


class LayerBuffers:
    """Stacks of all hidden layers, (units + 1, rows) per layer one below the other.

    One stack for all layers, because then one call computes the slopes of several layers. The last row of each layer
    in `a` and `kept` is ones, for the bias. `z` is `a` itself unless an activation needs z for its slope: then f is
    computed in place. `kept` is `a` times the dropout `mask`, or `a` itself without dropout.

    `slope` is empty when there is no way back. Each layer's δ takes the place of its slopes. Those of a smaller batch
    may lie in the memory of a larger one's. Large ones are computed where z was, layer by layer, when nothing needs z
    any more (`in_place`): what the processor's cache holds counts for more than a few calls.
    """

    def __init__(
        self,
        hidden: Sequence[int],
        activations: Sequence[Activation],
        rows: int,
        dtype: DTypeLike,
        dropout: bool = False,
        backward: bool = True,
        within: LayerBuffers | None = None,
    ) -> None:
        self.rows = rows
        axis = 1 if rows >= SIDE_BY_SIDE else 0
        self._ends = np.cumsum([units + 1 for units in hidden], dtype=int).tolist()
        self._starts = [0, *self._ends]
        shape = (self._starts[-1], rows)
        self.a = filled(1, shape, dtype, axis=axis)
        self.z = zeros(shape, dtype, axis=axis) if any(f.keeps_z for f in activations) else self.a
        # A smaller last batch goes the way of the others, whose memory it lies in.
        self.in_place: bool = self.a.size > LARGE if within is None else within.in_place
        largest = (max(hidden, default=0) if backward else 0, rows)
        self._product: Array = (
            zeros(largest, dtype, axis=axis) if within is None else _within(within._product, largest, axis)
        )
        if self.in_place:
            self.slope: Array = self.z
        elif within is None:
            self.slope = zeros(shape if backward else (0, 0), dtype, axis=axis)
        else:
            self.slope = _within(within.slope, shape, axis)
        self.mask: Array | None = filled(1, shape, dtype, axis=axis) if dropout and hidden else None
        self.kept = filled(1, shape, dtype, axis=axis) if dropout and hidden else self.a

    def units(self, stack: Array, layer: int) -> Array:
        """Return a hidden layer of a stack without its row of ones.

        Parameters
        ----------
        stack : ndarray, shape (n_stacked, n_rows)
        layer : int
            Counted from 1.

        Returns
        -------
        ndarray, shape (n_units, n_rows)
            A view.
        """
        return stack[self._starts[layer - 1] : self._ends[layer - 1] - 1]

    def with_ones(self, stack: Array, layer: int) -> Array:
        """Return a hidden layer of a stack with its row of ones.

        Parameters
        ----------
        stack : ndarray, shape (n_stacked, n_rows)
        layer : int
            Counted from 1.

        Returns
        -------
        ndarray, shape (n_units + 1, n_rows)
            A view.
        """
        return stack[self._starts[layer - 1] : self._ends[layer - 1]]

    def span(self, stack: Array, first: int, last: int) -> Array:
        """Return hidden layers that follow one another, with the rows of ones between them but not the last one.

        Parameters
        ----------
        stack : ndarray, shape (n_stacked, n_rows)
        first, last : int
            Counted from 1; both are included.
        """
        return stack[self._starts[first - 1] : self._ends[last - 1] - 1]

    def product(self, layer: int) -> Array:
        """Return scratch of shape (n_units, n_rows) for W δ of the layer above: the same memory for all layers."""
        units = self._ends[layer - 1] - 1 - self._starts[layer - 1]
        return self._product[:units]


def _within(larger: Array, shape: tuple[int, int], axis: int) -> Array:
    """Return an array of a shape in the memory of a larger one."""
    if not larger.flags.c_contiguous:  # in a stack of several networks
        return zeros(shape, larger.dtype, axis=axis)
    # The first numbers of the memory, not a corner of it: `dot(..., out)` wants arrays without gaps.
    view: Array = larger.reshape(-1)[: shape[0] * shape[1]].reshape(shape)
    return view
