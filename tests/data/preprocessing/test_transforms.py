"""Transformed columns on their way through a dataset: fitted on training rows, undone everywhere, refused by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.compose import TransformedTargetRegressor
from sklearn.linear_model import LinearRegression

from mlp_gui.core.errors import UserError
from mlp_gui.core.transformation import fit_transformation
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec, SplitConfig

RNG = np.random.default_rng(4)
RAIN, FLOW = RNG.gamma(0.4, 8, 80).round(2), RNG.lognormal(1, 1.2, 80).round(3)


def prepared(path: Path, how: dict[str, str], missing: str = "drop", rain: Any = RAIN, flow: Any = FLOW) -> Prepared:
    cells = pd.DataFrame({"rain": rain, "flow": flow})
    cells.to_csv(path / "t.csv", index=False)
    columns = (
        ColumnSpec("rain", transform=how.get("rain", "none"), missing=missing),
        ColumnSpec("flow", role="target", transform=how.get("flow", "none")),
    )
    return prepare(read_table(path / "t.csv"), DataSpec(columns=columns))


def test_that_values_are_transformed_and_then_scaled_on_training_rows(tmp_path: Path) -> None:
    made = prepared(tmp_path, {"rain": "log1p", "flow": "log"})
    train = made.dataset.train
    shaped = np.log(FLOW[train.row_numbers])
    np.testing.assert_allclose(train.y[:, 0], (shaped - shaped.mean()) / shaped.std(), rtol=1e-12)
    rain = np.log1p(RAIN)
    expected = (rain - rain[train.row_numbers].mean()) / rain[train.row_numbers].std()
    np.testing.assert_allclose(made.dataset.test.x[:, 0], expected[made.dataset.test.row_numbers], rtol=1e-12)
    for part in made.dataset.subsets.values():
        np.testing.assert_allclose(made.dataset.true_values(part.y)[:, 0], FLOW[part.row_numbers], rtol=1e-12)


def test_that_learned_powers_know_the_training_rows_alone(tmp_path: Path) -> None:
    made = prepared(tmp_path, {"flow": "box_cox"})
    rows = made.dataset.train.row_numbers
    assert made.pipeline.targets[0].transformation.parameter == fit_transformation("box_cox", FLOW[rows]).parameter
    other = FLOW.copy()
    other[np.setdiff1d(np.arange(80), rows)] *= 7
    again = prepared(tmp_path, {"flow": "box_cox"}, flow=other)
    assert again.pipeline.targets == made.pipeline.targets


def test_that_the_way_back_is_that_of_a_transformed_target_regressor(tmp_path: Path) -> None:
    made = prepared(tmp_path, {"flow": "log"})
    data = made.dataset
    oracle = TransformedTargetRegressor(LinearRegression(), func=np.log, inverse_func=np.exp)
    oracle.fit(data.train.x, FLOW[data.train.row_numbers])
    line = LinearRegression().fit(data.train.x, data.train.y)
    found = data.to_original(line.predict(data.test.x))[:, 0]
    np.testing.assert_allclose(found, oracle.predict(data.test.x).ravel(), rtol=1e-9)


@pytest.mark.parametrize("column", ["rain", "flow"])
def test_that_a_number_outside_of_the_domain_is_refused_by_its_row(tmp_path: Path, column: str) -> None:
    values = {"rain": RAIN + 1, "flow": FLOW}
    values[column] = np.where(np.arange(80) == 6, 0.0, values[column])
    with pytest.raises(UserError, match=rf"transformation of {column} .*row 7 holds 0.0.*1 \+ x takes 0") as caught:
        prepared(tmp_path, {column: "log"}, **values)
    assert "1 of" in caught.value.detail


def test_that_a_new_row_outside_of_the_domain_gets_no_prediction_and_is_named(tmp_path: Path) -> None:
    made = prepared(tmp_path, {"rain": "log"}, "median", RAIN + 1)
    (tmp_path / "new.csv").write_text("rain,x\n3,1\n0,1\n,1\n-2,1\n5,1\n")
    x, report = made.pipeline.transform(read_table(tmp_path / "new.csv"))
    assert np.isfinite(x[:, 0]).tolist() == [True, False, True, False, True]
    assert report.unread["rain"][:2] == (2, 1)
    assert report.filled == {"rain": 1}


def test_that_a_pipeline_survives_its_json_and_refuses_unknown_ones(tmp_path: Path) -> None:
    plain = prepared(tmp_path, {"rain": "asinh", "flow": "yeo_johnson"}).pipeline.to_json()
    assert Pipeline.from_json(plain).to_json() == plain
    assert "transformation" not in prepared(tmp_path, {}).pipeline.to_json()["inputs"][0]
    plain["inputs"][0]["transformation"]["name"] = "exec"
    with pytest.raises(UserError, match=r"pipeline.inputs\[0\] has an unknown transformation: 'exec'"):
        Pipeline.from_json(plain)


def test_that_a_transformed_target_says_within_which_limits_it_is_predicted():
    flow = np.linspace(10.0, 110.0, 60)
    frame = pd.DataFrame({"rain": np.arange(60.0) % 7, "flow": flow})
    columns = (ColumnSpec("rain"), ColumnSpec("flow", role=ColumnRole.TARGET, transform="log"))
    split = SplitConfig("file_order", train=1.0, validation=0.0, test=0.0)
    made = prepare(Table("river", None, frame, None, profile_frame(frame)), DataSpec(columns, split=split))
    (said,) = [notice for notice in made.notices if "learned as ln x" in notice]
    assert "from 1 to 210, at most 1 ×" in said  # a tenth of the way to 0; one range of 100 above 110
    far = made.pipeline.targets[0].transformation.predicted(np.array([-50.0, 50.0]))
    assert np.allclose(far, [1.0, 210.0])
