"""Where each weight is in the flat vector θ: layer by layer, each a matrix whose last row is the bias."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any


class ParameterLayout:
    """The layout of θ for a network of these sizes. Only this class knows it.

    Parameters
    ----------
    sizes : tuple of int
        Units per layer, from the inputs to the outputs.
    """

    def __init__(self, sizes: tuple[int, ...]) -> None:
        self.sizes = tuple(sizes)

    @property
    def layer_counts(self) -> tuple[int, ...]:
        """Numbers of each layer, biases included."""
        return tuple((fan_in + 1) * fan_out for fan_in, fan_out in pairwise(self.sizes))

    @property
    def n_parameters(self) -> int:
        """Length of θ."""
        return sum(self.layer_counts)

    def layer_slices(self) -> Iterator[slice]:
        """Yield the part of θ that belongs to each layer."""
        start = 0
        for count in self.layer_counts:
            yield slice(start, start + count)
            start += count

    def split(self, flat: Any) -> list[Any]:
        """Return the matrices inside a flat vector.

        Parameters
        ----------
        flat : array_like, shape (n_parameters,)
            An array of numpy or of another library that can be sliced and reshaped.

        Returns
        -------
        matrices : list of array_like, shape (fan_in + 1, fan_out)
            Views of `flat`, one for each layer; the last row is the bias.
        """
        shapes = [(fan_in + 1, fan_out) for fan_in, fan_out in pairwise(self.sizes)]
        # Views where `flat` is an array without gaps: writing to a matrix writes to θ.
        return [flat[cut].reshape(shape) for cut, shape in zip(self.layer_slices(), shapes, strict=True)]

    def index(self, layer: int, cell: tuple[int, int]) -> int:
        """Return the place in θ of a cell of a layer's matrix.

        Parameters
        ----------
        layer : int
            Counted from 1.
        cell : tuple of int
            Row and column.
        """
        return sum(self.layer_counts[: layer - 1]) + cell[0] * self.sizes[layer] + cell[1]

    def locate(self, index: int) -> tuple[int, tuple[int, int]]:
        """Return the layer, counted from 1, and the cell of its matrix that is at a place in θ."""
        layer = 1
        for count in self.layer_counts:
            if index < count:
                break
            layer, index = layer + 1, index - count
        return layer, divmod(index, self.sizes[layer])
