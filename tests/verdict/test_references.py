"""The reference models of a run stand on the rows, inputs and weights that the network has."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import log_loss, mean_absolute_error, root_mean_squared_error

from mlp_gui.core.subsets import Subset
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import SplitConfig
from mlp_gui.engine.baselines.linear import fit_linear
from mlp_gui.engine.network.losses import MAE
from mlp_gui.presets import propose_config, suggested_spec
from mlp_gui.verdict.references import fit_references


def prepared_from(frame: pd.DataFrame, folder, target: str = "y", **changes):
    path = folder / "made.csv"
    frame.to_csv(path, index=False)
    table = open_table(str(path))
    return prepare(table, suggested_spec(str(path), table, (target,)).replace(**changes))


@pytest.fixture
def series(rng, tmp_path):
    """Three years of days with a yearly wave and a memory."""
    index = pd.date_range("2018-01-01", periods=1095, freq="D")
    wave = 10 * np.sin(2 * np.pi * np.arange(1095) / 365.25)
    frame = pd.DataFrame({"date": index.strftime("%Y-%m-%d"), "x": rng.normal(size=1095)})
    frame["y"] = (wave + np.convolve(rng.normal(size=1095), np.ones(4), "same") + frame["x"]).round(4)
    return frame, tmp_path


def test_that_references_of_numbers_score_as_scikit_learns(rng, tmp_path):
    frame = pd.DataFrame(rng.normal(size=(120, 3)), columns=["a", "b", "c"])
    frame["y"] = 1000 + 5 * frame["a"] + rng.normal(size=120)
    prepared = prepared_from(frame, tmp_path)
    dataset = prepared.dataset
    training = propose_config(dataset).training
    found = fit_references(dataset, training, prepared)
    assert list(found.scores) == ["constant", "linear"], "rows without a time have none before them"
    train, penalty = dataset.train, fit_linear(dataset, training).penalty
    fitted = dataset.to_original(train.y)
    dummy = DummyRegressor().fit(train.x, fitted)
    ridge = Ridge(penalty, solver="svd").fit(train.x, train.y)
    for name, subset in dataset.subsets.items():
        true = dataset.to_original(subset.y)
        answers = {"constant": dummy.predict(subset.x).reshape(-1, 1)}
        answers["linear"] = dataset.to_original(ridge.predict(subset.x).reshape(-1, 1))
        for model, predicted in answers.items():
            assert found.scores[model][name]["rmse"] == pytest.approx(
                root_mean_squared_error(true, predicted), rel=1e-9
            )


def test_that_the_constant_follows_the_loss(rng, tmp_path):
    frame = pd.DataFrame({"a": rng.normal(size=90), "y": rng.exponential(size=90)})
    prepared = prepared_from(frame, tmp_path)
    dataset = prepared.dataset
    training = propose_config(dataset).training.replace(loss=MAE())
    found = fit_references(dataset, training, prepared)
    assert found.constant_label == "the median"
    true = dataset.to_original(dataset.test.y)
    median = np.full_like(true, np.median(dataset.to_original(dataset.train.y)))
    assert found.scores["constant"]["test"]["mae"] == pytest.approx(mean_absolute_error(true, median), rel=1e-9)


def test_that_references_of_classes_score_as_scikit_learns(rng, tmp_path):
    frame = pd.DataFrame(rng.normal(size=(150, 3)), columns=["a", "b", "c"])
    frame["y"] = np.array(["fig", "pear", "plum"])[np.digitize(frame["a"] + rng.normal(size=150), [-0.5, 0.8])]
    prepared = prepared_from(frame, tmp_path)
    dataset = prepared.dataset
    training = propose_config(dataset).training
    found = fit_references(dataset, training, prepared)
    train = dataset.train
    labels = train.y.argmax(axis=1)
    dummy = DummyClassifier(strategy="prior").fit(train.x, labels)
    penalty = fit_linear(dataset, training).penalty
    linear = LogisticRegression(C=1 / penalty, tol=1e-12, max_iter=10_000).fit(train.x, labels)
    for model, reference in (("constant", dummy), ("linear", linear)):
        for name, subset in dataset.subsets.items():
            expected = log_loss(subset.y.argmax(axis=1), reference.predict_proba(subset.x), labels=[0, 1, 2])
            assert found.scores[model][name]["log_loss"] == pytest.approx(expected, abs=1e-6)


def test_that_rows_in_time_order_are_compared_with_the_day_before_and_the_year_before(series):
    frame, folder = series
    split = SplitConfig(method="file_order", train=0.6, validation=0.2, test=0.2)
    prepared = prepared_from(frame, folder, split=split)
    dataset = prepared.dataset
    found = fit_references(dataset, propose_config(dataset).training, prepared)
    assert list(found.scores) == ["constant", "linear", "persistence", "last_year"]
    assert found.ordered
    dated = frame["y"].set_axis(pd.to_datetime(frame["date"]))
    rows = dataset.test.row_numbers
    before = dated.shift(1).to_numpy()[rows]
    year = np.array([dated[moment - pd.DateOffset(years=1)] for moment in dated.index[rows]])
    for model, expected in (("persistence", before), ("last_year", year)):
        np.testing.assert_allclose(found.answers[model]["test"][:, 0], expected, rtol=0, atol=1e-9)
        # As a line among the loss curves: the mean squared error in units of the scaled target.
        mse = np.mean(((dated.to_numpy()[rows] - expected) / dataset.target_scale[0]) ** 2)
        assert found.losses[model]["test"] == pytest.approx(mse)
    first = found.answers["persistence"]["training"][0, 0]
    assert first == pytest.approx(found.answers["constant"]["training"][0, 0]), "nothing was known before"


@pytest.mark.parametrize("order", ["date", "station"])
def test_that_the_row_before_is_one_of_the_same_station(series, order):
    frame, folder = series
    stations = pd.concat([frame.assign(station=name, y=frame["y"] + 100 * k) for k, name in enumerate("abc")])
    stations = stations.sort_values([order, "station", "date"], kind="stable").reset_index(drop=True)
    prepared = prepared_from(stations, folder)
    found = fit_references(prepared.dataset, propose_config(prepared.dataset).training, prepared)
    assert found.ordered
    dated = stations.set_index(["station", pd.to_datetime(stations["date"])])["y"]
    rows = prepared.dataset.test.row_numbers
    before = stations.groupby("station")["y"].shift(1).to_numpy()[rows]
    year = [dated.get((name, moment - pd.DateOffset(years=1)), np.nan) for name, moment in dated.index[rows]]
    constant = found.answers["constant"]["test"][0, 0]
    for model, expected in (("persistence", before), ("last_year", np.array(year))):
        known = np.where(np.isnan(expected), constant, expected)
        np.testing.assert_allclose(found.answers[model]["test"][:, 0], known, rtol=0, atol=1e-9)


def test_that_rows_that_share_their_times_and_belong_to_nothing_have_no_row_before(series):
    frame, folder = series
    twice = pd.concat([frame.head(200), frame.head(200).assign(y=1.0)]).sort_values("date", kind="stable")
    prepared = prepared_from(twice, folder)
    found = fit_references(prepared.dataset, propose_config(prepared.dataset).training, prepared)
    assert "persistence" not in found.scores


def test_that_the_losses_of_references_are_those_of_the_networks_kind(rng, tmp_path):
    """A network without hidden layers, at the linear model's weights, has its loss."""
    frame = pd.DataFrame(rng.normal(size=(80, 2)), columns=["a", "b"])
    frame["y"] = np.where(frame["a"] + rng.normal(size=80) > 0, "yes", "no")
    dataset = prepared_from(frame, tmp_path).dataset
    training = propose_config(dataset).training
    found = fit_references(dataset, training)
    validation = dataset.validation
    predicted = fit_linear(dataset, training).predict(validation.x)
    assert found.losses["linear"][Subset.VALIDATION] == pytest.approx(
        log_loss(validation.y[:, 0], predicted[:, 0]), rel=1e-12
    )


def test_that_references_of_a_transformed_target_are_judged_in_its_own_units(rng, tmp_path):
    frame = pd.DataFrame(rng.normal(size=(150, 2)), columns=["a", "b"])
    frame["y"] = np.exp(2 * frame["a"] + rng.normal(size=150)).round(4) + 0.01
    prepared = prepared_from(frame, tmp_path)
    spec = prepared.spec.with_columns(prepared.spec.column("y").replace(transform="log"))
    prepared = prepare(prepared.table, spec)
    dataset = prepared.dataset
    found = fit_references(dataset, propose_config(dataset).training, prepared)
    values = frame["y"].to_numpy()
    dummy = values[dataset.train.row_numbers].mean()
    true = values[dataset.test.row_numbers]
    assert found.scores["constant"][Subset.TEST]["rmse"] == pytest.approx(np.sqrt(((true - dummy) ** 2).mean()))
    assert found.scores["linear"][Subset.TEST]["rmse"] < 1e6, "kept within the limits"
