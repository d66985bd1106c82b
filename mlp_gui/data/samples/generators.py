"""Tables drawn from a fixed seed, each the smallest that shows one thing a network can or cannot do."""

from __future__ import annotations

import numpy as np
import pandas as pd

_DECIMALS = 4


def _frame(x: np.ndarray, words: np.ndarray, columns: tuple[str, ...] = ("x1", "x2")) -> pd.DataFrame:
    frame = pd.DataFrame(np.round(x, _DECIMALS), columns=list(columns))
    frame["class"] = pd.Series(words, dtype=str)
    return frame


def xor(rows: int = 400) -> pd.DataFrame:
    """Draw points in the square (-1, 1)²: "same" where the signs of x1 and x2 agree, blurred by noise near the axes."""
    rng = np.random.default_rng(1969)
    x = rng.uniform(-1, 1, (rows, 2))
    blurred = x + rng.normal(0, 0.08, x.shape)
    return _frame(x, np.where(blurred[:, 0] * blurred[:, 1] > 0, "same", "different"))


def spirals(rows: int = 400) -> pd.DataFrame:
    """Draw two arms of one and a half turns with a little noise, after Lang and Witbrock, 1988."""
    rng = np.random.default_rng(1988)
    arm = np.arange(rows) % 2
    along = np.sqrt(rng.uniform(0.02, 1, rows))
    angle = 3 * np.pi * along + np.pi * arm
    x = np.column_stack([along * np.cos(angle), along * np.sin(angle)]) + rng.normal(0, 0.02, (rows, 2))
    return _frame(x, np.where(arm == 0, "first arm", "second arm"))


def rings(rows: int = 450) -> pd.DataFrame:
    """Draw three rings of radius 0.25, 0.6 and 0.95 with noise."""
    rng = np.random.default_rng(1943)
    ring = np.arange(rows) % 3
    radius = np.array([0.25, 0.6, 0.95])[ring] + rng.normal(0, 0.07, rows)
    angle = rng.uniform(0, 2 * np.pi, rows)
    x = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
    return _frame(x, np.array(["inner", "middle", "outer"])[ring])


def sine(rows: int = 200) -> pd.DataFrame:
    """Draw y = sin(x) + noise of standard deviation 0.15, x from -2π to 2π."""
    rng = np.random.default_rng(1822)
    x = rng.uniform(-2 * np.pi, 2 * np.pi, rows)
    y = np.sin(x) + rng.normal(0, 0.15, rows)
    return pd.DataFrame({"x": np.round(x, _DECIMALS), "y": np.round(y, _DECIMALS)})
