"""CV+: equal to its definition row by row, to MAPIE's, and as good as its promise."""

from __future__ import annotations

import math

import numpy as np
import pytest

from mlp_gui.core.dataset import Floats
from mlp_gui.core.errors import UserError
from mlp_gui.core.transformation import fit_transformation, with_limits
from mlp_gui.engine.calibration.cv_plus import CvPlus

# The first three intervals of the CrossConformalRegressor(LinearRegression(), method="plus") of MAPIE 1.6.0, with the
# folds of `lines` as a PredefinedSplit: (rows, folds, seed, level) to their ends.
MAPIE = {
    (47, 5, 1, 0.8): [(-2.288721318932044, 0.7577438122830273), (-0.9729937444581254, 2.148776294972414),
                      (-0.6010258058766098, 2.5277474109044182)],
    (47, 5, 1, 0.9): [(-2.7495296540917806, 1.1330498992797868), (-1.1899824468715945, 2.4933681716623877),
                      (-0.7845279941854622, 2.9150245672270736)],
    (60, 60, 4, 0.9): [(0.1550048736560541, 4.101840455070812), (-0.24226264476461057, 3.7045729366501474),
                       (0.6073926541104484, 4.554228235525207)],
}  # fmt: skip


def lines(n: int, folds: int, seed: int) -> tuple[Floats, Floats, np.ndarray, Floats, Floats]:
    """Truth, answers out of fold and fold of n rows; answers of every fold to 30 new rows, and their truth."""
    rng = np.random.default_rng(seed)
    x, new = rng.normal(size=n), rng.normal(size=30)
    y, y_new = (2 * v + rng.normal(size=len(v)) * (0.5 + abs(v)) for v in (x, new))
    fold = rng.permutation(np.arange(n) % folds)
    fits = [np.polyfit(x[fold != k], y[fold != k], 1) for k in range(folds)]
    answers = np.array([np.polyval(fits[fold[i]], x[i]) for i in range(n)])
    each = np.stack([np.polyval(fit, new) for fit in fits])
    return y[:, None], answers[:, None], fold, each[:, :, None], y_new[:, None]


@pytest.mark.parametrize("level", [0.5, 0.8, 0.9])
def test_that_the_ends_are_those_of_the_definition(level: float) -> None:
    truth, answers, fold, each, _ = lines(47, 5, 1)
    low, high = CvPlus.learn(truth, answers, fold).ends(each, level)
    residuals, n = np.abs(truth - answers)[:, 0], len(truth)
    for j in range(each.shape[1]):
        minus = sorted(each[fold[i], j, 0] - residuals[i] for i in range(n))
        plus = sorted(each[fold[i], j, 0] + residuals[i] for i in range(n))
        assert low[j, 0] == minus[math.floor(round((1 - level) * (n + 1), 9)) - 1]
        assert high[j, 0] == plus[math.ceil(round(level * (n + 1), 9)) - 1]


@pytest.mark.parametrize("case", MAPIE)
def test_that_the_ends_are_those_of_mapie_also_as_the_jackknife(case: tuple[int, int, int, float]) -> None:
    truth, answers, fold, each, _ = lines(*case[:3])
    low, high = CvPlus.learn(truth, answers, fold).ends(each[:, :3], case[3])
    np.testing.assert_allclose(np.column_stack([low, high]), MAPIE[case], rtol=1e-9)


def test_that_too_few_rows_are_refused_and_a_missing_answer_stays_missing() -> None:
    truth, answers, fold, each, _ = lines(12, 3, 2)
    learned = CvPlus.learn(truth, answers, fold)
    with pytest.raises(UserError, match="12 out-of-fold rows are too few for intervals of 95 %"):
        learned.ends(each, 0.95)
    each[1, 4] = np.nan
    low, high = learned.ends(each, 0.8)
    assert np.isnan(low).ravel().tolist() == [j == 4 for j in range(30)]
    assert np.isnan(high[4, 0])


def test_that_a_transformed_target_has_its_intervals_where_it_was_learned() -> None:
    truth, answers, fold, each, _ = lines(60, 4, 3)
    log = with_limits(fit_transformation("log", np.exp(truth[:, 0])), np.exp(truth[:, 0]))
    plain = CvPlus.learn(truth, answers, fold).ends(each, 0.8)
    found = CvPlus.learn(np.exp(truth), np.exp(answers), fold, (log,)).ends(np.exp(each), 0.8)
    for one, other in zip(plain, found, strict=True):
        np.testing.assert_allclose(np.exp(np.clip(one, log.low, log.high)), other, rtol=1e-9)


def test_that_the_share_of_new_rows_that_hold_is_the_promised_one() -> None:
    """40 simulated tables; the benchmark `coverage.py` has 200."""
    held = total = 0
    for seed in range(40):
        truth, answers, fold, each, new = lines(60, 6, 100 + seed)
        low, high = CvPlus.learn(truth, answers, fold).ends(each, 0.8)
        held += int(((new >= low) & (new <= high)).sum())
        total += len(new)
    # Rows of one table share its luck: the standard error is that of about half as many rows.
    assert abs(held / total - 0.8) < 3 * math.sqrt(0.8 * 0.2 / (total / 2))
