"""What the scaled numbers of a trace are in the file: the cell's own text for inputs, original units for outputs."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import pandas as pd

from mlp_gui.core.dataset import Task
from mlp_gui.core.transformation import Transformation
from mlp_gui.core.translation import format_localized, tr
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.tracing.tensors import AxisKind, Tensor
from mlp_gui.engine.tracing.trace import Trace


class OriginalUnits:
    """Says what the numbers of one trace are in the file."""

    def __init__(self, prepared: Prepared, trace: Trace) -> None:
        self._prepared, self._trace = prepared, trace
        self._inputs = [fitted for fitted in prepared.pipeline.inputs for _ in fitted.features]
        self._places = [at for fitted in prepared.pipeline.inputs for at in range(len(fitted.features))]

    def has_original(self, tensor: Tensor) -> bool:
        """Return whether the tensor's numbers have a meaning in the file."""
        if tensor.down.kind is not AxisKind.ROWS or tensor.across.kind is not AxisKind.UNITS:
            return False
        if tensor.across.layer == 0:
            return True
        return self._prepared.task is Task.REGRESSION and tensor.in_target_units

    def original_text(self, tensor: Tensor, cell: tuple[int, int]) -> str:
        """Return a number as the file has it; "" where it has no meaning there.

        Parameters
        ----------
        tensor : Tensor
        cell : tuple of int
            Row and column.
        """
        if not self.has_original(tensor):
            return ""
        row, column = cell
        if tensor.across.layer == 0:
            return self._input(row, column, tensor[cell])
        target = self._prepared.pipeline.targets[column]
        unscaled = np.array(tensor[cell] * target.scale + target.shift)
        if tensor is not self._trace.y and self._prepared.pipeline.target_transforms:
            value = self._transforms[column].predicted(unscaled)
        else:
            value = target.transformation.inverse(unscaled)
        return format_localized(float(value), ".6g")

    @cached_property
    def _transforms(self) -> tuple[Transformation, ...]:
        """The targets' ways back with the smearing corrections of the weights that the batch began with."""
        config, dataset = self._trace.config, self._trace.dataset
        network = Network.from_config(config.network, config.training.loss, dataset.n_features, dataset.n_outputs)
        network.theta[:] = self._trace.theta
        return dataset.smeared(network.predict).target_transforms

    def scaling_text(self, tensor: Tensor, cell: tuple[int, int]) -> str:
        """Return how an input was scaled, e.g. "(34.1 − 33.98) / 0.08"; "" where it is not that simple.

        Parameters
        ----------
        tensor : Tensor
        cell : tuple of int
            Row and column.
        """
        fitted, at = self._inputs[cell[1]], self._places[cell[1]]
        if (
            fitted.encoding != "number"
            or self._is_flag(cell[1])
            or tensor.across.kind is not AxisKind.UNITS
            or tensor.across.layer != 0
        ):
            return ""
        if 0 < at < len(fitted.edges):
            return self._piece_text(cell, tensor[cell])
        if not fitted.transformation.is_none:
            return ""
        shift, scale = fitted.shift[at], fitted.scale[at]
        before, middle, size = (
            format_localized(value, ".6g") for value in (tensor[cell] * scale + shift, shift, scale)
        )
        before = f"−{before[1:]}" if before.startswith("-") else before
        return f"({before} − {middle}) / {size}".replace("− -", "+ ")

    def _piece_text(self, cell: tuple[int, int], scaled: float) -> str:
        """Return how a piece follows from its number: "(0.35 − 0.62) / 2.1, 0.35 of 0.5 to 1.25 lies below"."""
        fitted, at = self._inputs[cell[1]], self._places[cell[1]]
        shift, scale = fitted.shift[at], fitted.scale[at]
        share, middle, size = (format_localized(v, ".6g") for v in (_share(scaled * scale + shift), shift, scale))
        ends = fitted.transformation.inverse(np.array(fitted.edges[at - 1 : at + 1])).tolist()
        low, high = (format_localized(v, ".6g") for v in ends)
        counted = tr("{share} of the way from {low} to {high}", share=share, low=low, high=high)
        return f"({share} − {middle}) / {size}; {counted}"

    def _is_flag(self, column: int) -> bool:
        """Whether a feature says only that the cell was empty."""
        return self._places[column] == len(self._inputs[column].value_features)

    def _input(self, row: int, column: int, scaled: float) -> str:
        fitted, number = self._inputs[column], int(self._trace.names.row_numbers[row])
        is_piece = 0 < self._places[column] < len(fitted.edges)
        if number >= 0 and not is_piece and not self._is_flag(column):
            value = self._prepared.table.frame[fitted.name].iloc[number]
            if pd.isna(value):
                return tr("empty, filled")
            return format_localized(value, ".6g") if isinstance(value, float | np.floating) else str(value)
        # A typed row stands nowhere in the file: its numbers are scaled back.
        at = self._places[column]
        value = scaled * fitted.scale[at] + fitted.shift[at]
        if is_piece:
            return format_localized(_share(value), ".6g")
        return format_localized(float(fitted.transformation.inverse(np.array(value))), ".6g")


def _share(scaled_back: float) -> float:
    """Return how much of a piece lies below a number, without what scaling there and back has rounded."""
    return round(min(max(scaled_back, 0.0), 1.0), 12)
