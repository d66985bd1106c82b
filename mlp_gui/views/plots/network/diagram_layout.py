"""Where the units of a network stand in its picture, which of many units are drawn, and which edges matter most."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.views.plots.network.strongest_units import MOST_UNITS, strongest_units

MAX_UNITS = MOST_UNITS  # of a layer; larger layers show the ones with the strongest weights
MAX_EDGES = 1200


@dataclass(frozen=True)
class DrawnLayer:
    """Units of one layer that are drawn.

    Attributes
    ----------
    units : tuple of int
        In order, from 0.
    total : int
        How many the layer has.
    """

    units: tuple[int, ...]
    total: int


@dataclass(frozen=True, eq=False)
class DiagramEdges:
    """Edges between two layers, the weakest first.

    Attributes
    ----------
    source, target : ndarray of shape (n_edges,)
        Positions among the drawn units.
    weight : ndarray of shape (n_edges,)
    """

    source: NDArray[np.int64]
    target: NDArray[np.int64]
    weight: NDArray[np.float64]


def choose_drawn_layers(sizes: tuple[int, ...], matrices: list[NDArray]) -> list[DrawnLayer]:
    """Choose the units to draw; of a large layer those with the strongest weights.

    Parameters
    ----------
    sizes : tuple of int
        Units of every layer, the inputs first.
    matrices : list of ndarray
        One of shape (fan_in + 1, fan_out) for each layer of weights.
    """
    made = []
    for k, total in enumerate(sizes):
        if total <= MAX_UNITS:
            made.append(DrawnLayer(tuple(range(total)), total))
            continue
        if 0 < k < len(sizes) - 1 and len(matrices) == len(sizes) - 1:
            made.append(DrawnLayer(tuple(np.sort(strongest_units(sizes, matrices)[k]).tolist()), total))
            continue
        strength = np.zeros(total)
        with np.errstate(all="ignore"):  # a run that diverged is still drawn
            if k < len(matrices):
                strength += np.abs(matrices[k][:-1]).sum(axis=1)
            if k > 0:
                strength += np.abs(matrices[k - 1][:-1]).sum(axis=0)
        chosen = np.sort(np.argsort(-np.nan_to_num(strength), kind="stable")[:MAX_UNITS])
        made.append(DrawnLayer(tuple(chosen.tolist()), total))
    return made


def strongest_edges(matrix: NDArray, before: DrawnLayer, after: DrawnLayer, most: int = MAX_EDGES) -> DiagramEdges:
    """Return the strongest edges between the drawn units of two layers.

    Parameters
    ----------
    matrix : ndarray of shape (fan_in + 1, fan_out)
    before, after : DrawnLayer
        The layers on both sides of the weights.
    most : int
        How many edges at most.
    """
    weights = np.asarray(matrix[np.ix_(before.units, after.units)], float)
    flat = np.nan_to_num(weights.ravel())
    order = np.argsort(np.abs(flat), kind="stable")[-most:]
    source, target = np.divmod(order, len(after.units))
    return DiagramEdges(source, target, flat[order])


def strongest_of_blocks(matrix: NDArray, blocks: tuple[slice, ...]) -> NDArray:
    """Return the weights of the first layer with one row for each input column: its strongest weights.

    Parameters
    ----------
    matrix : ndarray of shape (n_features + 1, fan_out)
    blocks : tuple of slice
        Which features belong to a column, side by side.

    Returns
    -------
    ndarray of shape (n_columns + 1, fan_out)
        The bias last.
    """
    if len(blocks) == len(matrix) - 1:
        return matrix
    starts = [block.start for block in blocks]
    highest, lowest = (f.reduceat(matrix[:-1], starts, axis=0) for f in (np.maximum, np.minimum))
    return np.vstack([np.where(highest >= -lowest, highest, lowest), matrix[-1:]])


def unit_positions(columns: list[DrawnLayer], width: float, height: float) -> list[NDArray[np.float64]]:
    """Return the places (n_units, 2) of each layer's units in a picture of that size."""
    across = np.linspace(0, width, len(columns)) if len(columns) > 1 else np.array([width / 2])
    made = []
    for x, column in zip(across.tolist(), columns, strict=True):
        count = len(column.units)
        step = min(height / max(1, count), 44.0)  # pixels: a few units stand close together in the middle
        y = height / 2 + (np.arange(count) - (count - 1) / 2) * step
        made.append(np.column_stack([np.full(count, x), y]))
    return made


def unit_activations(network, rows: NDArray) -> list[NDArray[np.float64]]:
    """Return what every unit gives for rows (n_rows, inputs): (n_rows, units) of each layer, the inputs first."""
    a = np.asarray(rows, float)
    made = [a]
    with np.errstate(all="ignore"):  # a run that diverged is still drawn
        for k, f in enumerate(network.activations):
            a = f(a @ np.asarray(network.weights(k), float) + network.biases(k))
            made.append(np.asarray(a, float))
        made.append(np.asarray(network.predict(np.asarray(rows)), float))
    return made
