"""Skewed columns are found, and the simplest transformation that mends them is proposed; others are left alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from mlp_gui.core.transformation import fit_transformation
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.skewness import NEARLY_SYMMETRIC, SKEWED, find_skewed, skewness

RNG = np.random.default_rng(8)
N = 500
FRAME = pd.DataFrame(
    {
        "flow": RNG.lognormal(1, 1.4, N).round(4) + 0.001,
        "rain": (RNG.gamma(0.5, 6, N) * (RNG.random(N) < 0.9)).round(1),
        "signed": (RNG.standard_t(2.2, N) ** 3).round(3),
        "height": RNG.normal(170, 9, N).round(1),
        "share": RNG.uniform(0, 1, N).round(3),
        "few": RNG.choice([1, 1, 1, 1, 1, 1, 1, 100], N),
        "word": RNG.choice(["a", "b"], N),
    }
)


@pytest.mark.parametrize("name", ["flow", "rain", "height", "few"])
def test_that_skewness_is_that_of_scipy(name: str) -> None:
    values = FRAME[name].to_numpy(float)
    assert skewness(values) == pytest.approx(stats.skew(values), rel=1e-12)
    assert skewness(np.full(5, 2.0)) == 0.0


def test_that_skewed_columns_get_the_simplest_transformation_that_mends_them(tmp_path: Path) -> None:
    FRAME.to_csv(tmp_path / "t.csv", index=False)
    table = read_table(tmp_path / "t.csv")
    rows = np.arange(0, N, 2)
    found = {column.name: column for column in find_skewed(table, tuple(FRAME), rows)}
    assert found["flow"].transform == "log"
    assert "rain" not in found or found["rain"].transform != "log", "there is no logarithm of 0"
    assert not {"height", "share", "few", "word"} & set(found)
    for name, column in found.items():
        values = FRAME[name].to_numpy(float)[rows]
        assert abs(column.before) >= SKEWED
        assert column.before == pytest.approx(stats.skew(values))
        after = stats.skew(fit_transformation(column.transform, values).forward(values))
        assert column.after == pytest.approx(after)
        assert abs(after) <= NEARLY_SYMMETRIC


def test_that_numbers_of_several_orders_of_magnitude_are_proposed_a_logarithm(tmp_path: Path) -> None:
    wide = np.exp(RNG.uniform(np.log(0.02), np.log(20), N))
    pd.DataFrame({"flow": wide, "narrow": wide + 5}).to_csv(tmp_path / "w.csv", index=False)
    table = read_table(tmp_path / "w.csv")
    assert 1 < stats.skew(wide) < SKEWED, "skewness alone would not be enough"
    (found,) = find_skewed(table, ("flow", "narrow"), np.arange(N))
    assert (found.name, found.transform) == ("flow", "log")
    low, high = np.quantile(wide, (0.01, 0.99))
    assert found.spread == pytest.approx(high / low)
    assert found.bars_before == tuple(np.histogram(wide, 20)[0])
    assert found.bars_after == tuple(np.histogram(np.log(wide), 20)[0])
