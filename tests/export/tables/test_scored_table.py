"""A table with true values is scored as scikit-learn scores it, and every row says how far off it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import bootstrap
from sklearn import metrics as oracle

from mlp_gui.core.dataset import Task
from mlp_gui.core.translation import COMMA, set_language
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.engine.metrics.metric import metrics_for
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.tables.predictions import write_predictions
from mlp_gui.export.tables.scored_table import OUTSIDE, ScoredTable, score_table
from mlp_gui.export.tables.table_intervals import score_table_with_intervals
from mlp_gui.model import TrainedModel
from mlp_gui.presets import propose_config


def table_of(path: Path, frame: pd.DataFrame) -> Table:
    frame.to_csv(path, index=False)
    return read_table(path)


def trained_on(table: Table, targets: tuple[str, ...], task: str = "auto", epochs: int = 15) -> TrainedModel:
    prepared = prepare(table, suggest_spec(table, targets).replace(task=task))
    config = propose_config(prepared.dataset)
    trainer = Trainer(config, prepared.dataset)
    for _ in range(epochs):
        trainer.step_epoch()
    return TrainedModel.from_run(prepared, config, trainer.network, epochs, "last")


def scored_by(model: TrainedModel, path: Path, frame: pd.DataFrame) -> ScoredTable:
    frame.to_csv(path, index=False)
    return score_table(model, open_table(str(path), formats=model.pipeline.formats))


def rows_of(n: int, seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame({"a": rng.normal(size=n).round(4), "b": rng.normal(5, 2, size=n).round(4)})
    frame["u"] = (frame.a * 2 + frame.b + rng.normal(0, 0.3, n)).round(4)
    frame["v"] = (frame.b**2 - frame.a + rng.normal(0, 0.3, n)).round(4)
    frame["three"] = np.where(frame.u > 6, "high", np.where(frame.u > 4, "middle", "low"))
    frame["two"] = np.where(frame.v > 25, "yes", "no")
    return frame


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Models of each task, trained on the same rows."""
    folder = tmp_path_factory.mktemp("made")
    columns = {"numbers": ("u", "v"), "three": ("three",), "two": ("two",)}
    return {
        name: trained_on(table_of(folder / f"{name}.csv", rows_of(150, 1)[["a", "b", *targets]]), targets)
        for name, targets in columns.items()
    }


NUMBERS = {
    "mse": oracle.mean_squared_error,
    "rmse": oracle.root_mean_squared_error,
    "mae": oracle.mean_absolute_error,
    "r2": oracle.r2_score,
    "max_error": oracle.max_error,
}


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(["both", "u", "v", "none"]), min_size=3, max_size=40), st.integers(0, 10**6), st.booleans()
)
def test_that_numbers_are_scored_as_scikit_learn_scores_them(
    made: Any, tmp_path_factory: pytest.TempPathFactory, labels: list[str], seed: int, gaps: bool
) -> None:
    frame = rows_of(len(labels), seed)[["u", "b", "a", "v"]]
    for name in ("u", "v"):
        frame.loc[[label not in ("both", name) for label in labels], name] = np.nan
    if gaps:
        frame.loc[::3, "b"] = np.nan
    found = scored_by(made["numbers"], tmp_path_factory.mktemp("n") / "t.csv", frame)
    shown = {name: frame[name].to_numpy(float) for name in ("u", "v")}
    known = [name for name in shown if np.isfinite(shown[name]).any()]
    if not known:
        assert found.scores is None
        return
    assert [target.name for target in found.scores.targets] == known
    for target in found.scores.targets:
        true, predicted = shown[target.name], found.frame[f"predicted {target.name}"].to_numpy(float)
        at = np.isfinite(true) & np.isfinite(predicted)
        assert (target.rows, target.without_truth) == (at.sum(), (~np.isfinite(true)).sum())
        error = found.frame[f"error of {target.name}"].to_numpy(float)
        np.testing.assert_array_equal(error, true - predicted)
        assert list(target.metrics) == [metric.name for metric in metrics_for(Task.REGRESSION)]
        for name, ask in NUMBERS.items():
            if at.sum() > 1:
                assert target.metrics[name] == pytest.approx(ask(true[at], predicted[at]), rel=1e-9), name
    for name, value in found.scores.pooled.items():
        each = [target.metrics[name] for target in found.scores.targets]
        assert value == pytest.approx(np.mean(each), nan_ok=True)


@pytest.mark.parametrize("name", ["three", "two"])
def test_that_classes_are_scored_as_scikit_learn_scores_them(made: Any, tmp_path: Path, name: str) -> None:
    model, frame = made[name], rows_of(90, 7)[["a", "b", name]]
    frame.loc[::10, name] = None
    found = scored_by(model, tmp_path / "t.csv", frame)
    at = frame[name].notna()
    true, classes = frame[name][at], list(model.pipeline.class_names)
    shares = found.frame[[f"probability of {word}" for word in classes]].to_numpy()[at]
    target = found.scores.targets[0]
    assert (target.rows, target.without_truth) == (81, 9)
    predicted = found.frame[f"predicted {name}"][at]
    expected = {
        "accuracy": oracle.accuracy_score(true, predicted),
        "balanced_accuracy": oracle.balanced_accuracy_score(true, predicted),
        "f1_macro": oracle.f1_score(true, predicted, average="macro"),
        "log_loss": oracle.log_loss(true, shares, labels=classes),
        "mcc": oracle.matthews_corrcoef(true, predicted),
    }
    for metric, value in expected.items():
        assert target.metrics[metric] == pytest.approx(value, rel=1e-9), metric
    result = found.frame[f"result of {name}"]
    assert (result == "right").sum() == round(expected["accuracy"] * 81)
    assert set(result[at]) <= {"right", "wrong"}
    assert set(result[~at]) == {""}
    chosen = shares[np.arange(len(true)), [classes.index(word) for word in true]]
    np.testing.assert_array_equal(found.frame["true class probability"][at], chosen)
    assert found.notes[-1] == f"9 rows have no true value in {name} and do not count in the scores."


def test_that_a_class_nobody_was_trained_on_is_told_and_not_scored(made: Any, tmp_path: Path) -> None:
    frame = rows_of(20, 3)[["a", "b", "three"]]
    expected = scored_by(made["three"], tmp_path / "t.csv", frame.iloc[2:]).scores.pooled
    frame.loc[[0, 1], "three"] = "enormous"
    found = scored_by(made["three"], tmp_path / "t.csv", frame)
    assert found.scores.pooled == pytest.approx(expected)
    assert found.frame["result of three"].tolist()[:2] == ["unknown class"] * 2
    assert (
        "2 rows have a class in three that the network does not know, first 'enormous' in line 2; they do not count in "
        "the scores." in found.notes
    )


def test_that_a_true_value_that_is_no_number_is_told_and_not_scored(made: Any, tmp_path: Path) -> None:
    frame = rows_of(20, 3)[["a", "b", "u"]].astype({"u": object})
    frame.loc[4, "u"] = "broken"
    found = scored_by(made["numbers"], tmp_path / "t.csv", frame)
    assert [(target.name, target.rows) for target in found.scores.targets] == [("u", 19)]
    assert "1 cell of u is no number, 'broken' in line 6; its row does not count in the scores." in found.notes
    assert "error of v" not in found.frame, "the table says nothing about v"


def test_that_a_table_without_truth_gets_predictions_alone(made: Any, tmp_path: Path) -> None:
    frame = rows_of(20, 3)[["a", "b"]].clip([-1, 2], [1, 8], axis=1)
    for truth in ({}, {"u": [None] * 20}):
        found = scored_by(made["numbers"], tmp_path / "t.csv", frame.assign(**truth))
        assert found.scores is None
        assert found.added == ("predicted u", "predicted v")
        assert not any("true value" in note for note in found.notes)


def test_that_counts_of_predictions_agree_with_the_notes(made: Any, tmp_path: Path) -> None:
    frame = rows_of(400, 3)[["a", "b", "u"]].astype({"a": object})
    frame.loc[10:19, "a"] = "broken"
    found = scored_by(made["numbers"], tmp_path / "t.csv", frame)
    assert (found.n_predicted, found.n_rows) == (390, 400)
    assert "10 of 400 rows get no prediction." in found.notes


def test_that_rows_outside_of_the_training_are_flagged_beside_their_prediction(made: Any, tmp_path: Path) -> None:
    frame = rows_of(30, 3)[["a", "b"]].clip([-1, 2], [1, 8], axis=1)
    assert OUTSIDE not in scored_by(made["numbers"], tmp_path / "t.csv", frame).frame
    frame.loc[7, "a"] = 1e4
    found = scored_by(made["numbers"], tmp_path / "t.csv", frame)
    assert found.n_outside == 1
    assert found.frame[OUTSIDE].tolist() == ["a above" if i == 7 else "" for i in range(30)]


def test_that_a_file_holds_the_errors_as_computed(made: Any, tmp_path: Path) -> None:
    frame = rows_of(30, 5)[["a", "b", "u", "v"]].assign(**{"error of u": "mine"})
    frame.to_csv(tmp_path / "t.csv", index=False)
    found = write_predictions(made["numbers"], read_table(tmp_path / "t.csv"), tmp_path / "p.csv")
    saved = pd.read_csv(tmp_path / "p.csv")
    np.testing.assert_allclose(saved["error of u (2)"], frame["u"] - saved["predicted u"], rtol=1e-10, atol=1e-13)
    assert saved["error of u"].tolist() == ["mine"] * 30
    assert found.answers[:6] == ("predicted u", "u", "error of u (2)", "predicted v", "v", "error of v")


def test_that_decimal_commas_of_a_new_table_are_read_as_the_training_was(tmp_path: Path) -> None:
    rows = [f"{1000 + 37 * i};{i % 9},5;{i * 1.25:.3f}".replace(".", ",") for i in range(60)]
    (tmp_path / "t.csv").write_text("\n".join(["load;step;y", *rows]) + "\n", encoding="utf-8")
    model = trained_on(read_table(tmp_path / "t.csv"), ("y",))
    (tmp_path / "n.csv").write_text("load;step;y\n1.500;3,5;1.234\n2.500;4,5;12,5\n", encoding="utf-8")
    found = score_table(model, open_table(str(tmp_path / "n.csv"), formats=model.pipeline.formats))
    np.testing.assert_array_equal(found.scores.true[:, 0], [1234.0, 12.5])
    assert found.n_predicted == 2


def test_that_words_are_shown_in_the_readers_language_and_saved_in_english(made: Any, tmp_path: Path) -> None:
    frame = rows_of(30, 3)[["a", "b", "three"]]
    frame["a"], frame["b"] = frame["a"].clip(-1, 1), frame["b"].clip(2, 8)
    frame.loc[7, "a"] = 1e4
    set_language(lambda text, n: f"<{text}>", COMMA, "xx")
    try:
        found = scored_by(made["three"], tmp_path / "t.csv", frame)
    finally:
        set_language(None)
    assert found.frame[OUTSIDE][7] == "a above"
    assert found.shown_frame[OUTSIDE][7] == "<a above>"
    words = dict(zip(found.frame["result of three"], found.shown_frame["result of three"], strict=True))
    assert words == {"right": "<right>", "wrong": "<wrong>"}


def test_that_the_scores_of_a_new_table_have_intervals_as_scipy_draws_them(made: Any, tmp_path: Path) -> None:
    path, new = tmp_path / "new.csv", rows_of(400, 7)
    found = score_table_with_intervals(made["numbers"], table_of(path, new)).scores
    assert found is not None
    for k, target in enumerate(found.targets):
        assert target.intervals.keys() == target.metrics.keys()
        errors = (found.true[:, k] - found.predicted[:, k]) ** 2
        drawn = bootstrap((errors,), lambda e, axis: np.sqrt(e.mean(axis=axis)), method="percentile", rng=1)
        low, high = target.intervals["rmse"]
        width = drawn.confidence_interval.high - drawn.confidence_interval.low
        assert (low, high) == pytest.approx(drawn.confidence_interval, abs=0.1 * width)
    low, high = found.pooled_intervals["r2"]
    assert low < found.pooled["r2"] < high
    gaps = score_table_with_intervals(made["numbers"], table_of(path, new.assign(v=new.v.where(new.index > 9)))).scores
    assert gaps is not None
    assert gaps.targets[0].rows == 400 > gaps.targets[1].rows
    assert gaps.pooled_intervals == {}  # the mean of different rows
    for name in ("two", "three"):
        scores = score_table_with_intervals(made[name], table_of(path, new)).scores
        assert scores is not None
        (target,) = scores.targets
        low, high = target.intervals["accuracy"]
        assert low <= target.metrics["accuracy"] <= high
    assert score_table_with_intervals(made["two"], table_of(path, new[["a", "b"]])).scores is None
