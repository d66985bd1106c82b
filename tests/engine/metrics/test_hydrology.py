"""Hydrology's metrics equal the formulas as they were published, and a sentence stands where one has no value."""

import numpy as np
import pytest

from mlp_gui.core.dataset import Task
from mlp_gui.engine.metrics.hydrology import NAMES, evaluate_hydrology, hydrological, why_undefined
from mlp_gui.engine.metrics.metric import evaluate

RNG = np.random.default_rng(3)
Y = RNG.gamma(0.7, 3.0, 365) + 0.05
P = Y * np.exp(RNG.normal(0.05, 0.3, 365))
EXACT = {"rel": 1e-12, "abs": 1e-12}


def yilmaz(y, p):
    """FHV and FLV term by term: equations A3 and A4 of Yilmaz et al. 2008, with natural logarithms."""
    qo, qs = sorted(y, reverse=True), sorted(p, reverse=True)
    high, low = round(0.02 * len(qo)), round(0.3 * len(qo))
    fhv = 100 * sum(s - o for s, o in zip(qs[:high], qo[:high], strict=True)) / sum(qo[:high])

    def above_least(flows):
        return sum(np.log(q) - np.log(flows[-1]) for q in flows[-low:])

    return fhv, -100 * (above_least(qs) - above_least(qo)) / above_least(qo)


def test_that_each_metric_follows_its_published_formula() -> None:
    found = evaluate_hydrology(Y, P)
    r = np.corrcoef(Y, P)[0, 1]
    assert found["nse"] == pytest.approx(1 - ((P - Y) ** 2).sum() / ((Y - Y.mean()) ** 2).sum(), **EXACT)
    a, b = np.log(Y), np.log(P)
    assert found["log_nse"] == pytest.approx(1 - ((a - b) ** 2).sum() / ((a - a.mean()) ** 2).sum(), **EXACT)
    beta, alpha, gamma = P.mean() / Y.mean(), P.std() / Y.std(), (P.std() / P.mean()) / (Y.std() / Y.mean())
    assert found["kge"] == pytest.approx(1 - ((r - 1) ** 2 + (alpha - 1) ** 2 + (beta - 1) ** 2) ** 0.5, **EXACT)
    assert found["kge_2012"] == pytest.approx(1 - ((r - 1) ** 2 + (gamma - 1) ** 2 + (beta - 1) ** 2) ** 0.5, **EXACT)
    assert found["pbias"] == pytest.approx(100 * (P - Y).sum() / Y.sum(), **EXACT)
    assert found["volume_error"] == pytest.approx(P.sum() - Y.sum(), **EXACT)
    assert found["peak_error"] == pytest.approx(100 * (P.max() / Y.max() - 1), **EXACT)
    assert found["low_flow_error"] == pytest.approx(100 * (np.percentile(P, 5) / np.percentile(Y, 5) - 1), **EXACT)
    assert (found["fhv"], found["flv"]) == pytest.approx(yilmaz(Y, P), **EXACT)


def test_that_a_perfect_forecast_has_the_best_value_of_each() -> None:
    best = {name: 1.0 if hydrological(name).higher_is_better else 0.0 for name in NAMES}
    assert evaluate_hydrology(Y, Y) == pytest.approx(best, abs=1e-12)


def test_that_what_every_regression_has_is_the_same_number_here() -> None:
    everywhere, here = evaluate(Task.REGRESSION, Y[:, None], P[:, None]), evaluate_hydrology(Y, P)
    assert {name: here[name] for name in ("nse", "kge", "pbias")} == {
        name: everywhere[name] for name in ("nse", "kge", "pbias")
    }


def test_that_a_hundredth_of_the_mean_is_added_where_there_are_zeros() -> None:
    y, p = np.where(Y < 0.3, 0, Y), P
    a, b = np.log(y + y.mean() / 100), np.log(p + y.mean() / 100)
    expected = 1 - ((a - b) ** 2).sum() / ((a - a.mean()) ** 2).sum()
    assert evaluate_hydrology(y, p)["log_nse"] == pytest.approx(expected, **EXACT)


@pytest.mark.parametrize(
    ("y", "p", "undefined"),
    [
        (np.where(np.arange(365) < 3, -1.0, Y), P, {"log_nse", "peak_error", "low_flow_error", "fhv", "flv"}),
        (Y, np.where(np.arange(365) < 3, -1.0, P), {"log_nse", "flv"}),
        (np.where(np.arange(365) < 3, 0.0, Y), P, {"flv"}),
        (np.where(np.arange(365) < 80, 0.0, Y), P, {"flv", "low_flow_error"}),
        (np.full(365, 2.0), P, {"nse", "log_nse", "kge", "kge_2012", "flv"}),
        (Y, np.full(365, 2.0), {"kge", "kge_2012"}),
        (Y[:1], P[:1], {"nse", "log_nse", "kge", "kge_2012", "flv"}),
        (Y, np.where(np.arange(365) == 0, np.inf, P), {"nse", "log_nse", "kge", "pbias", "peak_error", "fhv"}),
    ],
)  # fmt: skip
def test_that_a_sentence_stands_exactly_where_a_number_cannot(y, p, undefined) -> None:
    found = evaluate_hydrology(y, p)
    bad = {name for name, value in found.items() if not np.isfinite(value)}
    said = {name: why_undefined(name, y, p) for name in NAMES}
    assert {name for name in NAMES if said[name]} == bad
    assert bad >= undefined
    assert all(text.endswith(".") for text in said.values() if text)
    if np.isfinite(p).all():
        assert bad == undefined


def test_that_the_sentence_counts_the_rows() -> None:
    y = np.where(np.arange(365) < 3, -1.0, Y)
    assert why_undefined("log_nse", y, P) == "3 true values are below 0."
    assert why_undefined("flv", Y, np.where(np.arange(365) < 1, 0.0, P)) == "1 prediction is 0."
