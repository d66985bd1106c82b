"""The estimators: scikit-learn's own suite, its tools around them, and the numbers of the command line."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import mlp_gui
from helpers.command_line import call

pytest.importorskip("sklearn", minversion="1.6", reason="scikit-learn 1.6 or later is not installed")

from sklearn.base import clone
from sklearn.compose import make_column_transformer
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.utils.estimator_checks import check_estimator

from mlp_gui.sklearn import MLPClassifier, MLPRegressor


@pytest.mark.filterwarnings("ignore")  # the suite hands in what other estimators warn of
@pytest.mark.parametrize("kind", [MLPRegressor, MLPClassifier])
def test_that_the_suite_of_scikit_learn_passes_with_no_expected_failures(kind: type) -> None:
    found = check_estimator(kind(), on_fail=None, on_skip=None)
    assert len(found) > 40
    assert not [(one["check_name"], one["exception"]) for one in found if one["status"] in ("failed", "xfail")]
    # A backend of arrays that has to be switched on before scipy is imported.
    assert {one["check_name"] for one in found if one["status"] == "skipped"} <= {"check_array_api_input"}


def numbers(n: int = 120) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(2)
    x = rng.normal(size=(n, 3)).round(3)
    return x, (x[:, 0] - 2 * x[:, 1] * x[:, 2]).round(4)


@pytest.mark.parametrize("optimizer", ["adam", "sgd", "lbfgs"])
def test_that_the_weights_are_those_of_the_command_line_bit_for_bit(optimizer: str, tmp_path: Path) -> None:
    x, y = numbers()
    pd.DataFrame(x, columns=["a", "b", "c"]).assign(y=y).to_csv(tmp_path / "t.csv", index=False)
    stopping = {"training": {"stopping": {"enabled": False}}, "data": {"split": {"method": "file_order"}}}
    (tmp_path / "s.json").write_text(json.dumps(stopping))
    words = ["--hidden", "6,4", "--activation", "tanh", "--optimizer", optimizer, "--learning-rate", "0.02"]
    words += ["--schedule", "constant", "--batch-size", "25", "--epochs", "40", "--seed", "7", "--l2", "0.001"]
    words += ["--weight-decay", "0", "--dropout", "0", "--averaging", "0", "--config", "s.json", "--loss", "mse"]
    words += ["--split", "1,0,0", "--inputs", "a,b,c", "--out", "run.mlp"]
    done = call("train", "t.csv", "--target", "y", *words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    fitted = MLPRegressor(
        (6, 4), optimizer=optimizer, learning_rate=0.02, batch_size=25, epochs=40, l2=0.001, random_state=7
    ).fit(x, y)
    run = mlp_gui.load(tmp_path / "run.mlp")
    assert np.array_equal(fitted.loss_curve_, run.history["train_loss"])
    assert np.array_equal(fitted.predict(x), run.predict(tmp_path / "t.csv"))


@pytest.mark.parametrize("optimizer", ["adam", "momentum"])
def test_that_pieces_of_one_epoch_are_a_whole_run_bit_for_bit(optimizer: str) -> None:
    x, y = numbers()
    whole = MLPRegressor((5,), optimizer=optimizer, batch_size=30, epochs=12).fit(x, y)
    pieces = MLPRegressor((5,), optimizer=optimizer, batch_size=30)
    for _ in range(12):
        pieces.partial_fit(x, y)
    assert np.array_equal(pieces.predict(x), whole.predict(x))
    for rows in (slice(0, 50), slice(50, 120)):  # rows in other numbers than before
        pieces.partial_fit(x[rows], y[rows])
    assert pieces.n_epochs_ == 14
    assert not np.array_equal(pieces.predict(x), whole.predict(x))


def test_that_the_tools_of_scikit_learn_work_with_frames() -> None:
    x, y = numbers()
    frame = pd.DataFrame(x, columns=["a", "b", "c"]).assign(zone=np.where(x[:, 0] > 0, "north", "south"))
    columns = make_column_transformer((OneHotEncoder(), ["zone"]), (StandardScaler(), ["a", "b", "c"]))
    steps = make_pipeline(columns, MLPRegressor((12,), epochs=150, learning_rate=0.02))
    assert cross_val_score(steps, frame, y, cv=3).min() > 0.7
    search = GridSearchCV(steps, {"mlpregressor__hidden": [(2,), (12,)], "mlpregressor__epochs": np.array([5, 150])})
    search.fit(frame, y)
    assert search.best_params_["mlpregressor__epochs"] == 150
    copied = clone(search.best_estimator_).fit(frame, y)
    assert np.array_equal(copied.predict(frame), search.best_estimator_.predict(frame))
    assert np.array_equal(pickle.loads(pickle.dumps(copied)).predict(frame), copied.predict(frame))


def test_that_row_weights_count_as_repeated_rows() -> None:
    x, y = numbers(40)
    weights = np.arange(40) % 3
    plain = MLPRegressor((4,), epochs=50).fit(x.repeat(weights, axis=0), y.repeat(weights))
    weighted = MLPRegressor((4,), epochs=50).fit(x, y, sample_weight=weights)
    assert weighted.predict(x) == pytest.approx(plain.predict(x), rel=1e-7)


def test_that_classes_keep_their_kind_and_order() -> None:
    x, y = numbers()
    words = np.where(y > 1, "high", np.where(y < -1, "low", "mid"))
    fitted = MLPClassifier((16,), epochs=150).fit(x, words)
    assert fitted.classes_.tolist() == ["high", "low", "mid"]
    assert fitted.predict_proba(x).sum(axis=1) == pytest.approx(1)
    assert fitted.score(x, words) > 0.85
    pieces = MLPClassifier((4,)).partial_fit(x[:3], words[:3], classes=["high", "low", "mid"]).partial_fit(x, words)
    assert pieces.predict_proba(x).shape == (120, 3)
    with pytest.raises(ValueError, match="not among the classes"):
        pieces.partial_fit(x, np.full(120, "other"))


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"scale": "huge"}, "no scaling 'huge'"),
        ({"activation": "nothing"}, "nothing"),
        ({"epochs": 0}, "0"),
        ({"settings": {"training": {"nothing": 1}}}, "nothing"),
        ({"loss": "bce"}, "cross-entropy"),
    ],
)
def test_that_a_wrong_setting_is_a_value_error_in_a_sentence(settings: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        MLPRegressor(**settings).fit(*numbers())  # type: ignore[arg-type]
