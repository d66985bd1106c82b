"""How many new rows lie within their intervals, over 200 simulated splits: the promise, and three standard errors.

python tests/benchmarks/coverage.py [200]
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mlp_gui.core.dataset import Task
from mlp_gui.engine.calibration.conformal import calibrate
from mlp_gui.engine.calibration.cv_plus import CvPlus
from mlp_gui.engine.calibration.prediction_interval import PredictionInterval, measure_coverage, promise

ROWS, NEW, FOLDS = 120, 60, 10


def table(rng: np.random.Generator, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Errors that grow with |x| and have heavy tails: nothing that an interval of one width knows of."""
    x = rng.normal(size=n)
    return x, np.sin(2 * x) + x + rng.standard_t(3, size=n) * (0.2 + 0.5 * abs(x))


def fitted(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    return np.polyfit(x, y, 5)


def split_conformal(rng: np.random.Generator, level: float) -> float:
    (x, y), (held_x, held_y), (new_x, new_y) = table(rng, ROWS), table(rng, ROWS), table(rng, NEW)
    fit = fitted(x, y)
    found = promise(calibrate(Task.REGRESSION, held_y[:, None], np.polyval(fit, held_x)[:, None]), level)
    assert isinstance(found, PredictionInterval)
    counted = measure_coverage(found, Task.REGRESSION, new_y[:, None], np.polyval(fit, new_x)[:, None], "")
    assert counted is not None
    return counted.share()


def cv_plus(rng: np.random.Generator, level: float) -> float:
    (x, y), (new_x, new_y) = table(rng, ROWS), table(rng, NEW)
    fold = rng.permutation(np.arange(ROWS) % FOLDS)
    fits = [fitted(x[fold != k], y[fold != k]) for k in range(FOLDS)]
    out_of_fold = np.array([np.polyval(fits[fold[i]], x[i]) for i in range(ROWS)])
    learned = CvPlus.learn(y[:, None], out_of_fold[:, None], fold)
    low, high = learned.ends(np.stack([np.polyval(fit, new_x)[:, None] for fit in fits]), level)
    return float(((new_y >= low[:, 0]) & (new_y <= high[:, 0])).mean())


def sets(rng: np.random.Generator, level: float, rule: str) -> float:
    def rows(n: int) -> tuple[np.ndarray, np.ndarray]:
        shares = rng.dirichlet([1, 1, 1], size=n)
        true = np.eye(3)[[rng.choice(3, p=row) for row in shares]]
        warped = shares**1.7  # a network that is too sure
        return true, warped / warped.sum(axis=1, keepdims=True)

    found = promise(calibrate(Task.MULTICLASS, *rows(ROWS), sets=rule), level)
    counted = measure_coverage(found, Task.MULTICLASS, *rows(NEW), "")
    assert counted is not None
    return counted.share()


def main(splits: int) -> None:
    kinds = {
        "split conformal": split_conformal,
        "CV+": cv_plus,
        "sets, LAC": lambda rng, level: sets(rng, level, "lac"),
        "sets, APS": lambda rng, level: sets(rng, level, "aps"),
    }
    print(f"{splits} splits, {ROWS} rows, {NEW} new rows each")
    for name, simulate in kinds.items():
        for level in (0.8, 0.9):
            shares = [simulate(np.random.default_rng([k, round(100 * level)]), level) for k in range(splits)]
            error = float(np.std(shares, ddof=1)) / math.sqrt(splits)
            mean = float(np.mean(shares))
            away = (mean - level) / error
            print(f"{name:16} {level:.0%} promised, {mean:.2%} held, standard error {error:.2%}, {away:+.1f} of them")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
