"""Quantiles of Student's t distribution, for intervals from few numbers."""

from __future__ import annotations

import math

_TINY, _STEPS = 1e-300, 300


def t_quantile(probability: float, freedom: float) -> float:
    """Return where the distribution function reaches a probability, by bisection.

    Parameters
    ----------
    probability : float
        At least 0.5 and less than 1.
    freedom : float
        Degrees of freedom, above 0.
    """
    low, high = 0.0, 1.0
    while _t_cdf(high, freedom) < probability:
        low, high = high, 2 * high
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if _t_cdf(middle, freedom) < probability else (low, middle)
    return (low + high) / 2


def _t_cdf(t: float, v: float) -> float:
    """For t >= 0. Source: Abramowitz and Stegun, 26.7.1."""
    return 1 - _incomplete_beta(v / 2, 0.5, v / (v + t * t)) / 2


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """Return the regularized incomplete beta function.

    Source: Numerical Recipes, third edition, 6.4: a continued fraction by the method of Lentz.
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(b, a, 1 - x)
    logarithm = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    c, d = 1.0, 1 / (_kept(1 - (a + b) * x / (a + 1)))
    fraction = d
    for m in range(1, _STEPS):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d, c = 1 / _kept(1 + term * d), _kept(1 + term / c)
            fraction *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return math.exp(logarithm) * fraction / a


def _kept(x: float) -> float:
    return x if abs(x) > _TINY else _TINY
