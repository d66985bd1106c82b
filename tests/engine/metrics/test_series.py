"""The autocorrelation equals its definition, gaps do not pull it to zero, and the duration curve is Weibull's."""

import numpy as np
import pytest
from scipy import stats

from mlp_gui.engine.metrics.series import autocorrelation, flow_duration, on_grid, white_noise_band

RNG = np.random.default_rng(11)


def ar1(n: int, phi: float) -> np.ndarray:
    made = np.zeros(n)
    for k, shock in enumerate(RNG.normal(size=n - 1), 1):
        made[k] = phi * made[k - 1] + shock
    return made


def test_that_without_gaps_it_is_the_definition_of_box_and_jenkins() -> None:
    e = ar1(500, 0.7)
    apart = e - e.mean()
    by_hand = [np.sum(apart[: 500 - k] * apart[k:]) / np.sum(apart**2) for k in range(41)]
    assert autocorrelation(e, 40) == pytest.approx(by_hand, abs=1e-13)


def test_that_gaps_do_not_pull_it_to_zero() -> None:
    e = ar1(20_000, 0.8)
    holes = np.where(RNG.random(20_000) < 0.5, np.nan, e)
    assert autocorrelation(holes, 5) == pytest.approx(autocorrelation(e, 5), abs=0.06)


def test_that_rows_are_laid_at_their_times_and_not_beside_each_other() -> None:
    days = np.array([0.0, 1, 2, 5, 6, 6]) * 86_400
    assert on_grid(days, np.array([1.0, 2, 3, 4, 5, 7])) == pytest.approx([1, 2, 3, np.nan, np.nan, 4, 6], nan_ok=True)
    assert on_grid(np.zeros(3), np.ones(3)) is None
    assert on_grid(np.array([0, 1, 2, 1e9]), np.ones(4)) is None


def test_that_nineteen_of_twenty_lags_of_noise_are_within_the_band() -> None:
    found = np.concatenate([autocorrelation(RNG.normal(size=1000), 50)[1:] for _ in range(40)])
    assert np.mean(np.abs(found) < white_noise_band(1000)) == pytest.approx(0.95, abs=0.02)


def test_that_the_duration_curve_is_ranked_by_weibull() -> None:
    flows = RNG.gamma(2.0, size=99)
    exceeded, sorted_flows = flow_duration(np.append(flows, np.nan))
    assert exceeded == pytest.approx(stats.rankdata(-sorted_flows), abs=1e-12)  # 99 rows: rank r is r per cent
    assert sorted_flows.tolist() == sorted(flows, reverse=True)


@pytest.mark.parametrize("values", [np.zeros(0), np.full(5, np.nan), np.full(20, 2.0)])
def test_that_nothing_to_correlate_gives_no_number(values) -> None:
    assert np.isnan(autocorrelation(values, 3)).all()
