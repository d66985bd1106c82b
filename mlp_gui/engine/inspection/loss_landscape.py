"""A slice through the loss surface: the loss of the training rows over two directions of θ, and the path through it.

The directions are two chosen weights, or the two along which the path so far has moved most (Li et al. 2018).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.evaluator import Evaluator
from mlp_gui.engine.training.regularization import penalty, weight_mask
from mlp_gui.engine.training.sample_weight import sample_weights

MAX_ROWS = 2000
GRID = 49
NARROWEST = 0.4  # of the wider direction
MARGIN = 0.35  # of the path's extent, on each side


@dataclass(frozen=True, eq=False)
class Trajectory:
    """Where a run has been.

    Attributes
    ----------
    epochs : ndarray, shape (n_points,)
    thetas : ndarray, shape (n_points, n_parameters)
        The last one is where the run stands.
    """

    epochs: Array
    thetas: Array


@dataclass(frozen=True, eq=False)
class LossLandscape:
    """A slice through the loss surface.

    Attributes
    ----------
    loss : ndarray, shape (GRID, GRID)
        Penalties included; rows follow `second`, columns `first`. nan where the loss is not finite.
    first, second : ndarray, shape (GRID,)
        Positions along the two directions.
    trajectory : ndarray, shape (n_points, 2)
        The run's way in these positions.
    epochs : ndarray, shape (n_points,)
    names : tuple of str
        Of the two axes.
    explained_share : float
        Share of the movement that lies in this slice.
    rows : int
        How many training rows the loss is computed from.
    """

    loss: Array
    first: Array
    second: Array
    trajectory: Array
    epochs: Array
    names: tuple[str, str]
    explained_share: float
    rows: int


def landscape_over_trajectory(
    config: RunConfig, dataset: Dataset, path: Trajectory, **hooks: Callable[..., object]
) -> LossLandscape:
    """Compute the loss over the two directions along which a run has moved most (Li et al. 2018).

    Parameters
    ----------
    config : RunConfig
    dataset : Dataset
    path : Trajectory
    **hooks : callable
        `progress` and `cancelled`, as in `permutation_importance`.

    Raises
    ------
    UserError
        If the run has not moved in two directions yet.
    Cancelled
        If `cancelled` returned True.
    """
    # Differences to the last point, not to the mean, as Li et al. do: the slice goes through where the run stands.
    moved = path.thetas - path.thetas[-1]
    _, strengths, directions = np.linalg.svd(moved, full_matrices=False)
    # On a straight path the second direction would be nothing but rounding.
    if len(strengths) < 2 or strengths[1] <= 1e-12 * max(float(strengths[0]), 1e-300):
        raise UserError(tr("The run has not moved enough yet."), hint=tr("Train a few epochs, or choose two weights."))
    plane = directions[:2]
    share = strengths**2 / (strengths**2).sum()
    names = tuple(tr("direction {k} ({share:.1%} of the movement)", k=k + 1, share=share[k]) for k in range(2))
    return _surface(config, dataset, path, plane, np.zeros(2), (names[0], names[1]), **hooks)


def landscape_over_weights(
    config: RunConfig,
    dataset: Dataset,
    path: Trajectory,
    places: tuple[int, int],
    names: tuple[str, str],
    **hooks: Callable[..., object],
) -> LossLandscape:
    """Compute the loss over two weights, while all others stay where the run stands.

    Parameters
    ----------
    config : RunConfig
    dataset : Dataset
    path : Trajectory
    places : tuple of int
        Indices of the two weights in θ.
    names : tuple of str
        What the two weights are called.
    **hooks : callable
        `progress` and `cancelled`, as in `permutation_importance`.

    Raises
    ------
    UserError
        If the two weights are the same.
    Cancelled
        If `cancelled` returned True.
    """
    if places[0] == places[1]:
        raise UserError(tr("The two weights are the same."), hint=tr("Choose two different ones."))
    plane = np.zeros((2, path.thetas.shape[1]))
    plane[0, places[0]] = plane[1, places[1]] = 1.0
    return _surface(config, dataset, path, plane, path.thetas[-1][list(places)], names, **hooks)


def _surface(
    config: RunConfig,
    dataset: Dataset,
    path: Trajectory,
    plane: Array,
    origin: Array,
    names: tuple[str, str],
    progress: Callable[[float], object] = lambda share: None,
    cancelled: Callable[[], object] = lambda: False,
) -> LossLandscape:
    # In double precision also for a float32 network, like the network of `_evaluator`.
    here = path.thetas[-1].astype(float)
    moved = path.thetas - here
    steps = moved @ plane.T
    spans = [_span(steps[:, k], float(np.abs(here @ plane[k]))) for k in range(2)]
    widest = max(high - low for low, high in spans)
    axes = [_axis(low, high, NARROWEST * widest) for low, high in spans]
    evaluate, rows = _evaluator(config, dataset)
    loss = np.empty((GRID, GRID))
    for i, b in enumerate(axes[1]):
        if cancelled():
            raise Cancelled
        for j, a in enumerate(axes[0]):
            loss[i, j] = evaluate(here + a * plane[0] + b * plane[1])
        progress((i + 1) / GRID)
    loss[~np.isfinite(loss)] = np.nan
    total = float((moved**2).sum())
    kept = float((steps**2).sum()) / total if total else 1.0
    # Axes over two weights show the weights themselves, axes along the path the distance from where the run stands.
    return LossLandscape(
        loss, origin[0] + axes[0], origin[1] + axes[1], origin + steps, path.epochs, names, kept, rows
    )  # fmt: skip


def _span(steps: Array, size: float) -> tuple[float, float]:
    """Return bounds that hold the path with some margin, and some landscape around a path that is a point."""
    low, high = min(float(steps.min()), 0.0), max(float(steps.max()), 0.0)
    air = MARGIN * (high - low) if high - low > 1e-9 else max(1.0, size)
    return low - air, high + air


def _axis(low: float, high: float, narrowest: float) -> Array:
    """Return evenly spaced positions, wide enough that both directions show a landscape of similar scale."""
    more = max(0.0, narrowest - (high - low)) / 2
    return np.linspace(low - more, high + more, GRID)


def _evaluator(config: RunConfig, dataset: Dataset) -> tuple[Callable[[Array], float], int]:
    """Return the penalised loss as a function of θ, and its number of rows: evenly spaced ones when there are many."""
    training, train = config.training, dataset.train
    step = max(1, -(-len(train) // MAX_ROWS))
    sizes = (dataset.n_features, *(layer.units for layer in config.network.hidden), dataset.n_outputs)
    # A network of its own: this runs beside the training and must not touch the run's weights.
    network = Network(sizes, tuple(layer.activation for layer in config.network.hidden), training.loss.output)
    weights = sample_weights(training, dataset, train)
    loss = Evaluator(
        network, training.loss, train.x[::step], train.y[::step], None if weights is None else weights[::step]
    )  # fmt: skip
    mask = weight_mask(network)

    def evaluate(theta: Array) -> float:
        network.theta[:] = theta
        with np.errstate(all="ignore"):
            return loss.run() + penalty(training, network.theta, mask)

    return evaluate, len(train.x[::step])
