"""Temperature scaling: probabilities that are as sure as they are right.

Every z of the output is divided by one number, the temperature, that makes the log loss of the validation rows small
[1]_. The order of the classes does not change, and dividing z is dividing the weights of the last layer: the calibrated
network is a network.

References
----------
.. [1] C. Guo, G. Pleiss, Y. Sun and K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017.
"""

from __future__ import annotations

import numpy as np

from mlp_gui.core.dataset import Dataset, Floats, Task
from mlp_gui.engine.calibration.uncertainty_config import UncertaintyConfig
from mlp_gui.engine.network.ensemble import Ensemble, NetworkOrEnsemble
from mlp_gui.engine.network.network import Network

LEAST_ROWS = 20  # with fewer the temperature follows chance
MOST_ROWS = 5_000  # of more, evenly spaced ones: one number is known well enough from them
COLDEST, HOTTEST = 0.05, 20.0
_STEPS, _GOLDEN = 60, (5**0.5 - 1) / 2


def fit_temperature(network: NetworkOrEnsemble, x: Floats, y: Floats) -> float:
    """Return the temperature with the least log loss, by golden section over its logarithm.

    Parameters
    ----------
    network : Network or Ensemble
        With probabilities as its outputs.
    x : ndarray of shape (n_rows, n_features)
    y : ndarray of shape (n_rows, n_outputs)
        0 and 1.
    """
    z = [np.asarray(member.logits(x), float) for member in network.members]
    shares = network.shares if isinstance(network, Ensemble) else (1.0,)
    low, high = np.log(COLDEST), np.log(HOTTEST)
    left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    at_left, at_right = (_log_loss(z, shares, y, at) for at in (left, right))
    for _ in range(_STEPS):
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - _GOLDEN * (high - low)
            at_left = _log_loss(z, shares, y, left)
        else:
            low, left, at_left = left, right, at_right
            right = low + _GOLDEN * (high - low)
            at_right = _log_loss(z, shares, y, right)
    return float(np.exp((low + high) / 2))


def _log_loss(z: list[Floats], shares: tuple[float, ...], y: Floats, logarithm: float) -> float:
    """Return the mean log loss of the shared probabilities at a temperature."""
    scale = np.exp(-logarithm)
    right = np.zeros(len(y))
    for member, share in zip(z, shares, strict=True):
        scaled = member * scale
        if y.shape[1] == 1:
            log_p = -np.logaddexp(0, np.where(y > 0.5, -scaled, scaled))[:, 0]
        else:
            log_p = (scaled - np.logaddexp.reduce(scaled, axis=1, keepdims=True))[np.arange(len(y)), y.argmax(axis=1)]
        right += share * np.exp(log_p)
    return float(-np.mean(np.log(np.maximum(right, np.finfo(float).tiny))))


def tempered(network: NetworkOrEnsemble, temperature: float) -> NetworkOrEnsemble:
    """Return a copy whose probabilities are those at a temperature.

    Parameters
    ----------
    network : Network or Ensemble
    temperature : float
    """
    if isinstance(network, Ensemble):
        return Ensemble([_divided(member, temperature) for member in network.members], network.shares)
    return _divided(network, temperature)


def _divided(network: Network, temperature: float) -> Network:
    found = network.copy()
    found.matrices[-1][:] /= np.asarray(temperature, found.theta.dtype)
    return found


def temperature_of(network: NetworkOrEnsemble, dataset: Dataset, config: UncertaintyConfig) -> float | None:
    """Return the temperature that the settings ask for; None where they do not, or the validation rows are too few.

    Parameters
    ----------
    network : Network or Ensemble
    dataset : Dataset
    config : UncertaintyConfig
    """
    rows = dataset.validation
    is_asked = config.probabilities == "temperature" and dataset.task in (Task.BINARY, Task.MULTICLASS)
    if not is_asked or network.output == "identity" or len(rows) < LEAST_ROWS or not np.isfinite(network.theta).all():
        return None
    step = max(1, -(-len(rows) // MOST_ROWS))
    with np.errstate(all="ignore"):
        return fit_temperature(network, rows.x[::step], rows.y[::step])
