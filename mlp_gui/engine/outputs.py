"""Output functions: what the last weighted sums (logits) mean. Which one is used follows from the loss."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np

from mlp_gui.engine.network.activations import Sigmoid
from mlp_gui.engine.network.tape import Array

Output = Literal["identity", "sigmoid", "softmax"]
OUTPUTS: tuple[Output, ...] = get_args(Output)


def softmax(z: Array) -> Array:
    """Rows of exp(z) / sum(exp(z)), shape (rows, classes). The row's largest value is taken off first: no overflow."""
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)  # type: ignore[no-any-return]  # numpy says Any


def apply_output(output: Output, z: Array) -> Array:
    """Logits (rows, outputs) as values or probabilities of the same shape."""
    with np.errstate(over="ignore", invalid="ignore"):
        if output == "sigmoid":
            return Sigmoid()(z)
        return softmax(z) if output == "softmax" else z
