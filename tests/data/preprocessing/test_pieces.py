"""Numbers in pieces: edges, what each piece says, and that everything which changes a number changes them."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sklearn.preprocessing import KBinsDiscretizer

from mlp_gui.core.dataset import linear_pieces
from mlp_gui.core.errors import UserError
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec
from mlp_gui.engine.baselines.linear import fit_linear
from mlp_gui.engine.training.config import TrainingConfig
from mlp_gui.sklearn.estimators import MLPRegressor

PIECES = 5


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Prepared, Prepared]:
    rng = np.random.default_rng(3)
    n = 200
    frame = pd.DataFrame({"depth": rng.lognormal(size=n), "few": rng.integers(0, 9, n), "size": rng.normal(size=n)})
    frame["y"] = np.sin(3 * frame["size"]) + frame["few"]
    frame.loc[::17, "size"] = None
    path: Path = tmp_path_factory.mktemp("pieces") / "table.csv"
    path.write_text(frame.to_csv(index=False), encoding="utf-8")
    columns = (
        ColumnSpec("depth", transform="log"),
        ColumnSpec("few"),
        ColumnSpec("size", missing="flagged"),
        ColumnSpec("y", role="target"),
    )
    table = read_table(path)
    return prepare(table, DataSpec(columns, pieces=PIECES)), prepare(table, DataSpec(columns))


def test_that_numbers_of_many_values_enter_in_pieces_between_value_and_flag(both: tuple[Prepared, Prepared]) -> None:
    names = both[0].dataset.feature_names
    assert [name.split(" (")[0] for name in names] == [
        "depth", *(f"piece {k} of depth" for k in range(1, PIECES + 1)), "few",
        "size", *(f"piece {k} of size" for k in range(1, PIECES + 1)), "size was empty",
    ]  # fmt: skip
    assert len(set(names)) == len(names)


def test_that_edges_are_quantiles_of_the_training_rows_alone(both: tuple[Prepared, Prepared]) -> None:
    prepared = both[0]
    fitted = prepared.pipeline.inputs[0]
    training = np.log(prepared.table.frame["depth"].iloc[prepared.dataset.train.row_numbers].to_numpy())
    oracle = KBinsDiscretizer(PIECES, encode="ordinal", strategy="quantile", quantile_method="linear")
    assert fitted.edges == pytest.approx(oracle.fit(training[:, None]).bin_edges_[0], rel=1e-9)


def test_that_a_piece_is_the_share_of_it_below_the_number() -> None:
    edges = (-1.0, 0.0, 2.0, 2.5)
    values = np.array([-9.0, -0.25, 0.5, 2.25, 7.0])
    expected = np.column_stack([np.interp(values, (a, b), (0, 1)) for a, b in pairwise(edges)])
    assert np.allclose(linear_pieces(values, edges), expected, atol=1e-15)
    assert np.isnan(linear_pieces(np.array([np.nan]), edges)).all()


def test_that_refreshed_pieces_are_those_of_the_table(both: tuple[Prepared, Prepared]) -> None:
    dataset = both[0].dataset
    x = np.array(dataset.train.x)
    gone = np.setdiff1d(np.arange(dataset.n_features), dataset.plain_features)
    x[:, gone] = 99.0
    dataset.refresh_pieces(x)
    assert np.allclose(x, dataset.train.x, atol=1e-12)


def test_that_the_plain_columns_and_the_linear_model_stay_as_they_are(both: tuple[Prepared, Prepared]) -> None:
    pieces, plain = (one.dataset for one in both)
    assert np.array_equal(pieces.train.x[:, list(pieces.plain_features)], plain.train.x)
    answers = [fit_linear(one, TrainingConfig()).predict(one.test.x) for one in (pieces, plain)]  # type: ignore[union-attr]
    assert np.allclose(*answers, atol=1e-12)


def test_that_files_keep_the_edges_and_earlier_ones_have_none(both: tuple[Prepared, Prepared]) -> None:
    plain = json.loads(json.dumps(both[0].pipeline.to_json()))
    assert Pipeline.from_json(plain) == both[0].pipeline
    assert "edges" not in str(both[1].pipeline.to_json())
    plain["inputs"][0]["edges"][1] = plain["inputs"][0]["edges"][0]
    with pytest.raises(UserError, match="edges"):
        Pipeline.from_json(plain)


@pytest.mark.parametrize("numbers", [[0.0] * 50 + [1.0], [*range(29)] * 3, [1.0, 1e308, -1e308, *range(40)]])
def test_that_few_values_or_too_wide_ranges_are_not_divided(numbers: list[float], tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    text = io.StringIO()
    pd.DataFrame({"a": numbers, "b": np.arange(len(numbers)) % 7, "y": np.arange(len(numbers)) * 1.0}).to_csv(text)
    path.write_text(text.getvalue(), encoding="utf-8")
    spec = DataSpec((ColumnSpec("a", scaling="none"), ColumnSpec("y", role="target")), pieces=PIECES)
    assert not prepare(read_table(path), spec).dataset.piecewise


def test_that_an_estimator_with_pieces_learns_a_step_that_one_without_blurs() -> None:
    rng = np.random.default_rng(0)
    x = rng.uniform(-1, 1, (400, 2))
    y = np.where(x[:, 0] > 0.3, 1.0, 0.0)
    errors = []
    for pieces in (0, 16):
        model = MLPRegressor((), pieces=pieces, epochs=60, learning_rate=0.05).fit(x[:300], y[:300])
        errors.append(np.mean((model.predict(x[300:]) - y[300:]) ** 2))
    assert errors[1] < 0.3 * errors[0]
