"""Several targets: each is scored in its own units."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import r2_score, root_mean_squared_error

from helpers.command_line import call
from mlp_gui.data.open_table import open_table
from mlp_gui.export.project.run_format import read_run


def test_that_each_of_several_targets_is_scored_by_itself(rng, tmp_path):
    x = rng.normal(size=(120, 2))
    frame = pd.DataFrame(x, columns=["a", "b"])
    frame["small"] = x[:, 0] + 0.1 * rng.normal(size=120)
    frame["large"] = 1e6 * (x[:, 1] + rng.normal(size=120))
    path, run = tmp_path / "two.csv", tmp_path / "two.mlp"
    frame.to_csv(path, index=False)
    done = call("train", str(path), "--target", "small,large", "--epochs", "30", "--split-method", "file-order",
                "--split", "0.7,0.15,0.15", "--json", "--out", str(run))  # fmt: skip
    found = json.loads(done.stdout)
    model = read_run(run).model
    rows = slice(102, 120)
    predicted = model.outputs(open_table(str(path)).frame.iloc[rows])
    for k, target in enumerate(("small", "large")):
        true = frame[target].to_numpy()[rows]
        metrics = found["targets_metrics"][target]["test"]
        assert metrics["r2"] == pytest.approx(r2_score(true, predicted[:, k]))
        assert metrics["rmse"] == pytest.approx(root_mean_squared_error(true, predicted[:, k]))
        assert model.provenance["targets"][target]["test"]["r2"] == pytest.approx(metrics["r2"])
    each = [found["targets_metrics"][target]["test"]["rmse"] for target in ("small", "large")]
    assert found["metrics"]["test"]["rmse"] == pytest.approx(np.mean(each)), "the mean over units, as before"
    assert "over all targets" in found["verdict"]["sentence"] or found["verdict"]["finding"] != "no_better"
