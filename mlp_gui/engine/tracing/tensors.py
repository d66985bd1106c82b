"""The arrays of a trace as people read them: rows first, with a name for every row and column."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.network.tape import Array


@dataclass(frozen=True)
class TensorAxis:
    """What an axis counts: "rows" of the batch, "units" of a layer (0: the inputs), or "sources" of a layer's weights.

    The sources of layer k are the units of layer k - 1 and, last, the bias.
    """

    kind: str
    layer: int = 0


ROWS = TensorAxis("rows")
_ROW, _TYPED, _BIAS, _UNIT = mark("row {n}"), mark("typed row"), mark("bias"), mark("unit {n}")


@dataclass(frozen=True, eq=False)
class Tensor:
    """An array with a name for each of its rows and columns.

    Attributes
    ----------
    symbol : str
        For display, e.g. "z₁".
    values : ndarray, shape (n_rows, n_columns)
        A copy that nobody writes to.
    down, across : TensorAxis
        What the rows and the columns count.
    in_target_units : bool
        Whether the numbers are scaled values of the targets, so that the file's own units can be shown beside them.
    """

    symbol: str
    values: Array
    down: TensorAxis
    across: TensorAxis
    in_target_units: bool = False

    @property
    def shape(self) -> tuple[int, int]:
        return self.values.shape[0], self.values.shape[1]

    def __getitem__(self, cell: tuple[int, int]) -> float:
        return float(self.values[cell])


def tensor(
    symbol: str, values: Array, down: TensorAxis, across: TensorAxis, *, in_target_units: bool = False
) -> Tensor:
    """Return a Tensor of a copy of the values; see `Tensor` for the parameters."""
    copy = np.array(values, order="C")
    copy.flags.writeable = False
    return Tensor(symbol, copy, down, across, in_target_units)


@dataclass(frozen=True, eq=False)
class TensorNames:
    """The names along the axes.

    row_numbers: (rows,) positions in the table from 0, -1 for a row that was typed in; sizes: units per layer.
    """

    row_numbers: NDArray[np.int64]
    sizes: tuple[int, ...]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]

    def label(self, axis: TensorAxis, index: int) -> str:
        """In the reader's language; columns of the data keep their names."""
        name, n = self._name(axis, index)
        return name if n is None else tr(name, n=n)

    def file_label(self, axis: TensorAxis, index: int) -> str:
        """The same in every language, for files that programs read."""
        name, n = self._name(axis, index)
        return name if n is None else name.format(n=n)

    def unit_label(self, layer: int, index: int) -> str:
        """The name of a unit of a layer; the inputs are layer 0."""
        return self.label(TensorAxis("units", layer), index)

    def _name(self, axis: TensorAxis, index: int) -> tuple[str, int | None]:
        """A name of ours and the number in it, or a name of the data and None."""
        if axis.kind == "rows":
            number = int(self.row_numbers[index])
            return (_ROW, number + 1) if number >= 0 else (_TYPED, 0)
        of_sources = axis.kind == "sources"
        if of_sources and index == self.sizes[axis.layer - 1]:
            return _BIAS, 0
        layer = axis.layer - 1 if of_sources else axis.layer
        if layer == 0:
            return self.inputs[index], None
        return (self.outputs[index], None) if layer == len(self.sizes) - 1 else (_UNIT, index + 1)

    def cell_label(self, t: Tensor, cell: tuple[int, int]) -> str:
        """A cell in words, e.g. "z₁[row 17, unit 3]"."""
        return f"{t.symbol}[{self.label(t.down, cell[0])}, {self.label(t.across, cell[1])}]"
