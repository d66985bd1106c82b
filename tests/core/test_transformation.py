"""Transformations: equal to scikit-learn's and pandas's, exact on the way back, and bounded where they extrapolate."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import norm, rankdata
from sklearn.preprocessing import PowerTransformer, QuantileTransformer

from mlp_gui.core import transform_functions
from mlp_gui.core.resources import resource
from mlp_gui.core.transformation import (
    MOST_KNOTS,
    TRANSFORMS,
    Transformation,
    fit_transformation,
    is_defined,
    with_limits,
)

NAMES = [name for name, _ in TRANSFORMS if name != "none"]
CLOSED = {
    "log": np.log, "log1p": np.log1p, "log10": np.log10, "sqrt": np.sqrt, "cbrt": np.cbrt, "asinh": np.arcsinh,
    "logit": lambda x: np.log(x / (1 - x)),
}  # fmt: skip


def values_for(name: str, seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    if name == "logit":
        return rng.beta(0.5, 2, 400).clip(1e-6, 1 - 1e-6)
    skewed = rng.lognormal(1, 1.3, 400)
    return skewed * rng.choice([-1, 1], 400) if name in ("cbrt", "asinh", "yeo_johnson") else skewed


@pytest.mark.parametrize("name", NAMES)
def test_that_the_way_back_is_exact(name: str) -> None:
    values = values_for(name)
    found = with_limits(fit_transformation(name, values), values)
    for back in (found.inverse, found.predicted):
        np.testing.assert_allclose(back(found.forward(values)), values, rtol=1e-12)


@pytest.mark.parametrize("name", CLOSED)
def test_that_each_is_its_closed_form(name: str) -> None:
    values = values_for(name, 1)
    np.testing.assert_allclose(fit_transformation(name, values).forward(values), CLOSED[name](values), rtol=1e-12)


@pytest.mark.parametrize("name", ["box_cox", "yeo_johnson"])
@pytest.mark.parametrize("seed", range(5))
def test_that_powers_equal_those_of_scikit_learn(name: str, seed: int) -> None:
    values = values_for(name, seed)
    oracle = PowerTransformer(name.replace("_", "-"), standardize=False).fit(values[:, None])
    found = fit_transformation(name, values)
    assert found.parameter == pytest.approx(oracle.lambdas_[0], abs=2e-6)
    exact = Transformation(name, float(oracle.lambdas_[0]))
    np.testing.assert_allclose(exact.forward(values), oracle.transform(values[:, None])[:, 0], rtol=1e-9)


@pytest.mark.parametrize("decimals", [0, 3])
def test_that_ranks_become_the_normal_scores_of_scipy(decimals: int) -> None:
    values = np.random.default_rng(4).lognormal(1, 1.3, 150).round(decimals)  # equal ones have the mean of their ranks
    found = fit_transformation("rank_normal", values)
    scores = norm.ppf((rankdata(values) - 0.5) / len(values))
    np.testing.assert_allclose(found.forward(values), scores, rtol=1e-9, atol=1e-12)
    between = found.forward(np.linspace(values.min() - 1, values.max() + 1, 1000))
    assert (np.diff(between) >= 0).all()
    np.testing.assert_allclose(between[[0, -1]], [scores.min(), scores.max()], rtol=1e-12)


def test_that_many_numbers_leave_a_line_of_few_knots_near_scikit_learns() -> None:
    values = np.random.default_rng(4).lognormal(1, 1.3, 20_000)
    found = fit_transformation("rank_normal", values)
    assert len(found.knots) == MOST_KNOTS
    oracle = QuantileTransformer(n_quantiles=1000, output_distribution="normal", subsample=None)
    inner = np.abs(scores := oracle.fit_transform(values[:, None])[:, 0]) < 2
    np.testing.assert_allclose(found.forward(values)[inner], scores[inner], atol=0.02)


def test_that_gaps_stay_and_numbers_outside_of_the_domain_are_none() -> None:
    values = np.array([np.nan, -1.0, 0.0, 0.5, 1.0, 2.0])
    taken = {"log": [1, 0, 0, 1, 1, 1], "sqrt": [1, 0, 1, 1, 1, 1], "log1p": [1, 0, 1, 1, 1, 1]}
    taken |= {"logit": [1, 0, 0, 1, 0, 0], "box_cox": [1, 0, 0, 1, 1, 1], "asinh": [1] * 6, "yeo_johnson": [1] * 6}
    for name, expected in taken.items():
        assert is_defined(name, values).tolist() == [bool(one) for one in expected], name
        there = np.isfinite(Transformation(name, 0.5).forward(values))
        assert there.tolist() == [bool(one) for one in [0, *expected[1:]]], name


@pytest.mark.parametrize("name", NAMES)
def test_that_predictions_stay_within_a_range_beyond_the_training(name: str) -> None:
    values = values_for(name)
    found = with_limits(fit_transformation(name, values), values)
    low, high = found.predicted(np.array([-1e6, 1e6]))
    if name == "rank_normal":  # which knows nothing beyond the numbers that it has ranked
        assert (low, high) == (values.min(), values.max())
        return
    assert values.min() - np.ptp(values) - 1e-9 <= low < values.min()
    assert values.max() < high <= values.max() + np.ptp(values) + 1e-9 * np.ptp(values)
    assert is_defined(name, np.array([low, high])).all()
    assert np.isnan(found.predicted(np.array([np.nan])))[0]


def test_that_constant_columns_keep_their_shape() -> None:
    assert fit_transformation("box_cox", np.full(9, 3.0)).parameter == 1.0
    assert fit_transformation("yeo_johnson", np.array([np.nan, 2.0])).parameter == 1.0


def test_that_scripts_hold_the_functions_as_they_stand() -> None:
    with open(transform_functions.__file__, encoding="utf-8") as file:
        below = "# --- From" + file.read().partition("# --- From")[2]
    assert below == resource("export", "transforms.py.txt").read_text(encoding="utf-8")
