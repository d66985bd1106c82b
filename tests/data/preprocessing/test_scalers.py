"""Scalings agree with scikit-learn and cope with constants and extremes."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler

from mlp_gui.data.preprocessing.scalers import fit_scaling


@pytest.mark.parametrize(
    ("method", "oracle"), [("standard", StandardScaler), ("minmax", MinMaxScaler), ("robust", RobustScaler)]
)
def test_that_scalings_agree_with_scikit_learn(rng, method, oracle):
    values = rng.normal(7, 3, 101)
    shift, scale = fit_scaling(method, values)
    assert np.allclose((values - shift) / scale, oracle().fit_transform(values[:, None])[:, 0])


@pytest.mark.parametrize("method", ["standard", "minmax", "robust", "none"])
def test_that_a_constant_column_becomes_zero_or_stays(method):
    shift, scale = fit_scaling(method, np.full(9, 0.1))
    assert scale == 1
    assert (0.1 - shift) / scale == pytest.approx(0.1 if method == "none" else 0)


def test_that_missing_values_do_not_count_and_none_at_all_scales_nothing():
    assert fit_scaling("standard", np.array([1.0, np.nan, 3.0])) == (2.0, 1.0)
    assert fit_scaling("standard", np.array([np.nan])) == (0.0, 1.0)


def test_that_numbers_near_the_end_of_the_double_range_are_scaled(rng):
    values = rng.normal(size=50) * 1e300
    shift, scale = fit_scaling("standard", values)
    scaled = values / scale - shift / scale
    assert np.allclose([scaled.mean(), scaled.std()], [0, 1])
