"""The functions that change the shape of a number's distribution, and back: plain numpy, the same in scripts.

Exported scripts hold everything below the line as it stands (`resources/export/transforms.py.txt`).
"""

# mypy: disable-error-code="type-arg"

from __future__ import annotations

import math

import numpy as np

# --- From original units to the shape in which the network learns, and back ------------------------------------------


def _power(logarithm: np.ndarray, p: float) -> np.ndarray:
    return np.expm1(p * logarithm) / p if p else logarithm


def _root(z: np.ndarray, p: float) -> np.ndarray:
    return np.log1p(p * z) / p if p else z


def _yeo_johnson(x: np.ndarray, p: float) -> np.ndarray:
    size = np.where(x < 0, _power(np.log1p(np.maximum(-x, 0)), 2 - p), _power(np.log1p(np.maximum(x, 0)), p))
    return np.asarray(np.sign(x) * size)


def _from_yeo_johnson(z: np.ndarray, p: float) -> np.ndarray:
    size = np.where(z < 0, _root(np.maximum(-z, 0), 2 - p), _root(np.maximum(z, 0), p))
    return np.asarray(np.sign(z) * np.expm1(size))


def _between(x: np.ndarray, knots: list | tuple, source: int) -> np.ndarray:
    """Go along the line through the knots, which is level beyond its ends."""
    return np.asarray(np.interp(x, [knot[source] for knot in knots], [knot[1 - source] for knot in knots]))


FORWARD: dict = {
    "log": lambda x, p: np.log(x),
    "log1p": lambda x, p: np.log1p(x),
    "log10": lambda x, p: np.log10(x),
    "sqrt": lambda x, p: np.sqrt(x),
    "cbrt": lambda x, p: np.cbrt(x),
    "asinh": lambda x, p: np.arcsinh(x),
    "logit": lambda x, p: np.log(x) - np.log1p(-x),
    "box_cox": lambda x, p: _power(np.log(np.where(x > 0, x, np.nan)), p),
    "yeo_johnson": _yeo_johnson,
    "rank_normal": lambda x, p: _between(x, p, 0),
}
BACK: dict = {
    "log": lambda z, p: np.exp(z),
    "log1p": lambda z, p: np.expm1(z),
    "log10": lambda z, p: 10.0**z,
    "sqrt": lambda z, p: z * z,
    "cbrt": lambda z, p: z * z * z,
    "asinh": lambda z, p: np.sinh(z),
    "logit": lambda z, p: 1 / (1 + np.exp(-z)),
    "box_cox": lambda z, p: np.exp(_root(z, p)),
    "yeo_johnson": _from_yeo_johnson,
    "rank_normal": lambda z, p: _between(z, p, 1),
}


def transformed(name: str, x: np.ndarray, p: float | list | tuple = 0.0) -> np.ndarray:
    """Return the numbers in the shape in which they are learned.

    Parameters
    ----------
    name : str
        Of the function.
    x : ndarray
        In original units.
    p : float or list
        The power of Box-Cox and Yeo-Johnson; the pairs (number, normal score) of the rank.

    Returns
    -------
    ndarray of the shape of x
        NaN where the function is not defined.
    """
    with np.errstate(all="ignore"):
        z = np.asarray(FORWARD[name](np.asarray(x, float), p))
    return np.where(np.isfinite(z), z, np.nan)


def restored(
    name: str,
    z: np.ndarray,
    p: float | list | tuple = 0.0,
    low: float = -math.inf,
    high: float = math.inf,
    smearing: list | tuple = (),
) -> np.ndarray:
    """Return the numbers in original units.

    Parameters
    ----------
    name : str
        Of the function.
    z : ndarray
        As `transformed` makes them.
    p : float or list
        The power of Box-Cox and Yeo-Johnson; the pairs (number, normal score) of the rank.
    low, high : float
        What z is kept within before.
    smearing : list
        Pairs (residual, weight): the result is the weighted mean over z + residual.

    Returns
    -------
    ndarray of the shape of z
    """
    z = np.clip(np.asarray(z, float), low, high)
    with np.errstate(all="ignore"):
        if not smearing:
            return np.asarray(BACK[name](z, p))
        mean = np.zeros(z.shape)
        for residual, weight in smearing:
            mean += weight * BACK[name](np.clip(z + residual, *defined_between(name, p, low, high)), p)
        return mean


def defined_between(name: str, p: float | list | tuple, low: float, high: float) -> tuple:
    """Return the numbers between which the sum of a prediction and a residual is kept.

    Most ways back are defined for every number. That of a power may end at 0 or become infinite; where it becomes
    infinite, the limits of the prediction hold for the sum, too.

    Parameters
    ----------
    name : str
        Of the function.
    p : float or list
        What it has learned.
    low, high : float
        The limits of the prediction.
    """
    power = 0.0 if isinstance(p, (list, tuple)) else p
    if name == "box_cox" and power > 0:
        return (1e-12 - 1) / power, math.inf
    if name == "box_cox" or name == "yeo_johnson":
        return low if power > 2 else -math.inf, high if power < 0 else math.inf
    return -math.inf, math.inf
