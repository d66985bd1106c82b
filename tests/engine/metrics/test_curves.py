"""ROC, precision against recall and calibration equal scikit-learn's; counts at a threshold are the counted ones."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn import calibration as sk_calibration
from sklearn import metrics as sk

from mlp_gui.engine.metrics.classification import average_precision, roc_auc
from mlp_gui.engine.metrics.curves import calibration_curve, precision_recall_curve, roc_curve, threshold_metrics


@pytest.fixture(params=["spread", "ties", "perfect", "worst"])
def case(request, rng):
    belongs = rng.random(300) < 0.3
    score = {
        "spread": np.clip(0.4 * belongs + 0.6 * rng.random(300), 0, 1),
        "ties": rng.integers(0, 5, 300) / 5,
        "perfect": belongs * 0.5 + 0.25,
        "worst": 0.75 - belongs * 0.5,
    }[request.param]
    return belongs, score


def test_that_the_roc_curve_is_that_of_scikit_learn(case):
    belongs, score = case
    x, y, threshold = roc_curve(belongs, score)
    wanted = sk.roc_curve(belongs, score, drop_intermediate=False)
    for found, expected in zip((x, y, threshold), wanted, strict=True):
        np.testing.assert_allclose(found, expected, rtol=0, atol=1e-12)
    assert np.trapezoid(y, x) == pytest.approx(roc_auc(belongs, score), abs=1e-12)
    assert roc_auc(belongs, score) == pytest.approx(sk.roc_auc_score(belongs, score), abs=1e-12)


def test_that_precision_against_recall_is_that_of_scikit_learn(case):
    belongs, score = case
    recall, precision, threshold = precision_recall_curve(belongs, score)
    wanted_precision, wanted_recall, wanted_threshold = sk.precision_recall_curve(belongs, score)
    np.testing.assert_allclose(precision, wanted_precision[::-1], atol=1e-12)
    np.testing.assert_allclose(recall, wanted_recall[::-1], atol=1e-12)
    np.testing.assert_allclose(threshold[1:], wanted_threshold[::-1], atol=1e-12)
    assert average_precision(belongs, score) == pytest.approx(sk.average_precision_score(belongs, score), abs=1e-12)


def test_that_calibration_is_that_of_scikit_learn(case):
    belongs, score = case
    found = calibration_curve(belongs, score)
    observed, predicted = sk_calibration.calibration_curve(belongs, score, n_bins=10)
    np.testing.assert_allclose(found.observed, observed, atol=1e-12)
    np.testing.assert_allclose(found.predicted, predicted, atol=1e-12)
    assert found.rows.sum() == len(score)


@pytest.mark.parametrize("threshold", [0.0, 0.3, 0.5, 1.0])
def test_that_rates_at_a_threshold_are_those_of_scikit_learn(case, threshold):
    belongs, score = case
    found = threshold_metrics(belongs, score, threshold)
    taken = score >= threshold
    tn, fp, fn, tp = sk.confusion_matrix(belongs, taken, labels=[False, True]).ravel()
    assert found[:4] == (tp, fp, fn, tn)
    assert found.accuracy == pytest.approx(sk.accuracy_score(belongs, taken), abs=1e-12)
    assert np.nan_to_num(found.precision) == pytest.approx(
        sk.precision_score(belongs, taken, zero_division=0), abs=1e-12
    )
    assert found.recall == pytest.approx(sk.recall_score(belongs, taken), abs=1e-12)
    assert np.nan_to_num(found.f1) == pytest.approx(sk.f1_score(belongs, taken, zero_division=0), abs=1e-12)


def test_that_missing_kinds_and_missing_numbers_do_not_break_anything():
    nothing = np.zeros(0, bool), np.zeros(0)
    assert len(calibration_curve(*nothing).rows) == 0
    assert np.isnan(threshold_metrics(*nothing, 0.5).accuracy)
    x, y, _ = roc_curve(np.ones(3, bool), np.array([0.1, 0.2, np.nan]))
    assert np.isnan(x).all()
    assert y.tolist() == [0.0, 0.5, 1.0]
