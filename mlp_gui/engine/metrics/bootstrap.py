"""Bootstrap intervals: how far a score would move if other rows of the same kind had been drawn (Efron 1979).

Rows in order resemble their neighbours; they are drawn in blocks, whose ends meet (Politis & Romano 1992).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from mlp_gui.engine.metrics.metric import Values

RESAMPLES, CONFIDENCE = 2_000, 0.95
MOST_DRAWS = 4_000  # blocks of a resample: of larger tables longer blocks are drawn
PIECE = 2_000_000  # draws that are held at once
Statistic = Callable[[Values], Values]  # sums (n_resamples, n_terms) to numbers (n_resamples,)


@dataclass(frozen=True)
class Estimate:
    """A number with its interval; nan where it is undefined."""

    value: float
    low: float
    high: float


def estimate(
    terms: Values,
    statistic: Statistic,
    block: int = 1,
    n_resamples: int = RESAMPLES,
    confidence: float = CONFIDENCE,
    seed: int = 0,
) -> Estimate:
    """Compute a number that depends on sums over rows, with its percentile interval.

    Parameters
    ----------
    terms : ndarray, shape (n_rows, n_terms)
        What each row adds to each sum.
    statistic : callable
        The number of each row of sums.
    block : int
        Length of the blocks of neighbouring rows that are drawn together; 1 draws single rows.
    n_resamples : int
    confidence : float
    seed : int
    """
    with np.errstate(all="ignore"):
        value = float(statistic(terms.sum(axis=0)[None])[0])
        if not len(terms):
            return Estimate(value, math.nan, math.nan)
        drawn = statistic(resampled_sums(terms, block, n_resamples, seed))
    return Estimate(
        value, *percentile_interval(drawn, widened(confidence, len(terms) / block / 2) if block > 1 else confidence)
    )


def resampled_sums(terms: Values, block: int = 1, n_resamples: int = RESAMPLES, seed: int = 0) -> Values:
    """Draw rows with replacement, and sum their terms.

    Parameters
    ----------
    terms : ndarray, shape (n_rows, n_terms)
    block : int
    n_resamples : int
    seed : int

    Returns
    -------
    ndarray, shape (n_resamples, n_terms)
    """
    n, rng = len(terms), np.random.default_rng(seed)
    if block == 1 and n > MOST_DRAWS:
        terms, block = terms[rng.permutation(n)], -(-n // MOST_DRAWS)
    if block > 1:
        around = np.concatenate([np.zeros((1, terms.shape[1])), np.cumsum(_circular(terms, block), axis=0)])
        terms = around[block : block + n] - around[:n]
    draws = -(-n // block)
    sums = np.empty((n_resamples, terms.shape[1]))
    piece = max(1, PIECE // (draws * terms.shape[1]))
    for start in range(0, n_resamples, piece):
        part = sums[start : start + piece]
        part[:] = terms[rng.integers(0, n, (len(part), draws))].sum(axis=1)
    return sums


def drawn_counts(n: int, block: int = 1, n_resamples: int = RESAMPLES, seed: int = 0) -> Iterator[Values]:
    """Draw rows as `resampled_sums` does, and count how often each one came, some drawings at a time.

    Parameters
    ----------
    n : int
        Rows.
    block : int
    n_resamples : int
    seed : int

    Yields
    ------
    ndarray, shape (n_drawings, n_rows)
    """
    rng, draws = np.random.default_rng(seed), -(-n // block)
    piece = max(1, PIECE // n)
    for start in range(0, n_resamples, piece):
        some = min(piece, n_resamples - start)
        begun = rng.integers(0, n, (some, draws)) + n * np.arange(some)[:, None]
        counts = np.bincount(begun.ravel(), minlength=some * n).reshape(some, n)
        if block > 1:  # a row is drawn with each block that began at most so many rows before it
            around = np.cumsum(np.hstack([counts[:, n - block + 1 :], counts]), axis=1)
            counts = around[:, block - 1 :] - np.hstack([np.zeros((some, 1), int), around[:, : n - 1]])
        yield counts.astype(float)


def _circular(terms: Values, block: int) -> Values:
    """Return the rows with the first ones again behind the last."""
    joined: Values = np.concatenate([terms, terms[: block - 1]])
    return joined


def percentile_interval(drawn: Values, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """Return between which numbers the middle share of the resamples lies; nan when too many are undefined.

    Parameters
    ----------
    drawn : ndarray, shape (n_resamples,)
    confidence : float
    """
    low, high = percentile_intervals(drawn[None], confidence)[0]
    return float(low), float(high)


def percentile_intervals(drawn: Values, confidence: float = CONFIDENCE) -> Values:
    """Return the percentile interval of each row of resamples.

    Parameters
    ----------
    drawn : ndarray, shape (n_statistics, n_resamples)
    confidence : float

    Returns
    -------
    ndarray, shape (n_statistics, 2)
        From where to where; nan where more than a tenth of the resamples are undefined.
    """
    edge = 50 * (1 - confidence)
    found = np.full((len(drawn), 2), np.nan)
    undefined = np.isnan(drawn).sum(axis=1)
    whole = undefined == 0
    with np.errstate(invalid="ignore"):  # between infinite numbers
        if whole.any():
            found[whole] = np.percentile(drawn[whole], [edge, 100 - edge], axis=1).T
        # In a resample of few rows all may be equal; when that is frequent the interval means nothing.
        for k in np.flatnonzero(~whole & (undefined <= 0.1 * drawn.shape[1])):
            found[k] = np.percentile(drawn[k][~np.isnan(drawn[k])], [edge, 100 - edge])
    return found


def widened(confidence: float, draws: float) -> float:
    """Return the share to cover so that few draws do not promise too much (Hesterberg 2015, expanded percentiles).

    Blocks whose neighbours still resemble them count as half as many draws: so the truth is covered as often as said.

    Parameters
    ----------
    confidence : float
    draws : float
        Blocks of which a resample consists, counted as above.
    """
    z, v = NormalDist().inv_cdf((1 + confidence) / 2), max(draws, 3.0) - 1
    t = z + (z**3 + z) / (4 * v) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2)
    return 2 * NormalDist().cdf(t * math.sqrt((v + 1) / v)) - 1


def block_length(series: Values) -> int:
    """Return how long blocks of neighbouring rows should be, by how much a row resembles the next.

    Source: Politis & White 2004 for the circular bootstrap of a series of first order.

    Parameters
    ----------
    series : ndarray, shape (n_rows, n_series)
        The one with the longest memory decides.
    """
    n = len(series)
    if n < 8:
        return 1
    centred = series - series.mean(axis=0)
    squares = (centred**2).sum(axis=0)
    with np.errstate(all="ignore"):
        memory = (centred[1:] * centred[:-1]).sum(axis=0) / squares
    rho = float(np.clip(np.nan_to_num(memory).max(initial=0.0), 0.0, 0.97))
    # That length makes the variance right; intervals need longer blocks, and half as much again covered best (tests).
    best = 1.5 * (6 * (rho / (1 - rho**2)) ** 2 * n) ** (1 / 3)
    return int(max(1, min(max(round(best), round(n ** (1 / 3))), n // 4)))
