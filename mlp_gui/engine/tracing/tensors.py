"""The arrays of a trace as people read them: rows first, with a name for every row and column."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.network.tape import Array


class AxisKind(StrEnum):
    """What an axis of a tensor counts."""

    ROWS = "rows"  # of the batch
    UNITS = "units"  # of a layer
    SOURCES = "sources"  # of a layer's weights
    ONE = "one"


@dataclass(frozen=True)
class TensorAxis:
    """What an axis counts.

    Attributes
    ----------
    kind : AxisKind
    layer : int
        0 for the inputs. The sources of layer k are the units of layer k - 1 and, last, the bias.
    """

    kind: AxisKind
    layer: int = 0


ROWS = TensorAxis(AxisKind.ROWS)
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
        """Number of rows and columns."""
        return self.values.shape[0], self.values.shape[1]

    @property
    def has_bias_row(self) -> bool:
        """Whether the last row belongs to the biases: a weight matrix W with b below it, or their gradients."""
        return self.down.kind is AxisKind.SOURCES

    def __getitem__(self, cell: tuple[int, int]) -> float:
        return float(self.values[cell])


def tensor(
    symbol: str, values: Array, down: TensorAxis, across: TensorAxis, *, in_target_units: bool = False
) -> Tensor:
    """Return a Tensor of a copy of the values.

    Parameters
    ----------
    symbol : str
    values : ndarray, shape (n_rows, n_columns)
    down, across : TensorAxis
    in_target_units : bool
        As in `Tensor`.
    """
    # The engine's next operation may overwrite its arrays.
    copy = np.array(values, order="C")
    copy.flags.writeable = False
    return Tensor(symbol, copy, down, across, in_target_units)


@dataclass(frozen=True, eq=False)
class TensorNames:
    """The names along the axes of a batch's tensors.

    Attributes
    ----------
    row_numbers : ndarray of int, shape (n_rows,)
        Positions in the table, from 0; -1 for a row that was typed in.
    sizes : tuple of int
        Units per layer.
    inputs, outputs : tuple of str
        Names of the data's columns.
    blocks : tuple of slice
        The inputs that belong to one number, which comes first and then its pieces; empty where there are no pieces.
    """

    row_numbers: NDArray[np.int64]
    sizes: tuple[int, ...]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    blocks: tuple[slice, ...] = ()

    def short_label(self, axis: TensorAxis, index: int) -> str:
        """Return a name for the edge of a table, where a piece stands behind its number and need not repeat its name.

        Parameters
        ----------
        axis : TensorAxis
        index : int
        """
        block = self._block(axis, index)
        piece = index - block.start
        return tr("piece {n:,}", n=piece) if piece else self.label(axis, index)

    def begins_block(self, axis: TensorAxis, index: int) -> bool:
        """Return whether an input is the first of a number's that enters in pieces, or follows on the last of one.

        Parameters
        ----------
        axis : TensorAxis
        index : int
        """
        block, before = self._block(axis, index), self._block(axis, index - 1)
        return bool(0 < index == block.start) and max(block.stop - block.start, before.stop - before.start) > 1

    def _block(self, axis: TensorAxis, index: int) -> slice:
        """Return the inputs of a number; the place alone where there are no pieces."""
        layer = {AxisKind.UNITS: axis.layer, AxisKind.SOURCES: axis.layer - 1}.get(axis.kind, -1)
        blocks = self.blocks if layer == 0 else ()
        return next((b for b in blocks if b.start <= index < b.stop), slice(index, index + 1))

    def label(self, axis: TensorAxis, index: int) -> str:
        """Return a name in the reader's language; columns of the data keep their names.

        Parameters
        ----------
        axis : TensorAxis
        index : int
        """
        name, n = self._name(axis, index)
        return name if n is None else tr(name, n=n)

    def file_label(self, axis: TensorAxis, index: int) -> str:
        """Return a name that is the same in every language, for files that programs read.

        Parameters
        ----------
        axis : TensorAxis
        index : int
        """
        name, n = self._name(axis, index)
        return name if n is None else name.format(n=n)

    def unit_label(self, layer: int, index: int) -> str:
        """Return the name of a unit.

        Parameters
        ----------
        layer : int
            0 for the inputs.
        index : int
        """
        return self.label(TensorAxis(AxisKind.UNITS, layer), index)

    def _name(self, axis: TensorAxis, index: int) -> tuple[str, int | None]:
        """Return a name of ours and the number in it, or a name of the data and None."""
        if axis.kind is AxisKind.ROWS:
            number = int(self.row_numbers[index])
            return (_ROW, number + 1) if number >= 0 else (_TYPED, 0)
        of_sources = axis.kind is AxisKind.SOURCES
        if of_sources and index == self.sizes[axis.layer - 1]:
            return _BIAS, 0
        layer = axis.layer - 1 if of_sources else axis.layer
        if layer == 0:
            return self.inputs[index], None
        return (self.outputs[index], None) if layer == len(self.sizes) - 1 else (_UNIT, index + 1)

    def cell_label(self, t: Tensor, cell: tuple[int, int]) -> str:
        """Return a cell in words, e.g. "z₁[row 17, unit 3]".

        Parameters
        ----------
        t : Tensor
        cell : tuple of int
            Row and column.
        """
        return f"{t.symbol}[{self.label(t.down, cell[0])}, {self.label(t.across, cell[1])}]"
