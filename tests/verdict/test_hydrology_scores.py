"""Hydrology's scores stand beside the others only where a target is a flow along time, and equal them."""

import json
from html import escape

import numpy as np
import pandas as pd
import pytest

from helpers.command_line import call
from mlp_gui.core.number_format import format_six_digits
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.report.hydrology_tables import hydrology_tables
from mlp_gui.model import TrainedModel, compute_predictions
from mlp_gui.verdict.hydrology_scores import score_hydrology


def written(folder, flow, day) -> None:
    rng = np.random.default_rng(2)
    frame = pd.DataFrame({"day": day, "rain": rng.gamma(1.0, 2.0, len(flow)), "flow": flow})
    frame.to_csv(folder / "river.csv", index=False)


def trained(folder) -> dict:
    done = call("train", "river.csv", "--target", "flow", "--epochs", "3", "--json", cwd=folder)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


FLOW = np.random.default_rng(1).gamma(2.0, 3.0, 120) + 0.5
DAYS = pd.date_range("2020-01-01", periods=120).strftime("%Y-%m-%d")


def test_that_flows_along_time_have_them_in_json(tmp_path) -> None:
    written(tmp_path, FLOW, DAYS)
    found = trained(tmp_path)
    for subset in ("train", "validation", "test"):
        own = found["hydrology"]["flow"][subset]
        assert {name: own[name] for name in ("nse", "kge", "pbias")} == pytest.approx(
            {name: found["metrics"][subset][name] for name in ("nse", "kge", "pbias")}
        )
        assert set(own["undefined"]).isdisjoint(own)
        assert "peak_error" in own


def test_that_the_report_has_them_with_the_reason_where_one_has_no_value(tmp_path) -> None:
    written(tmp_path, FLOW, DAYS)
    table = open_table(str(tmp_path / "river.csv"))
    prepared = prepare(table, suggest_spec(table, ("flow",)))
    trainer = Trainer(RunConfig(), prepared.dataset)
    trainer.step_epoch()
    model = TrainedModel.from_run(prepared, trainer.config, trainer.network, 1, "last")
    source = ExportInput(model, trainer.history, prepared, "")
    page = hydrology_tables(source)
    assert "Hydrology: flow" in page
    pairs = compute_predictions(model.network, prepared.dataset)
    found = score_hydrology(prepared.dataset, table, pairs)["flow"]
    for one in found.values():
        assert all(format_six_digits(value) in page for value in one.values.values())
        assert all(escape(why) in page for why in one.undefined.values())
    assert hydrology_tables(source).count("<table") == 1


def test_that_a_target_with_negative_values_or_no_even_steps_of_time_has_none(tmp_path) -> None:
    written(tmp_path, FLOW - 5, DAYS)
    assert "hydrology" not in trained(tmp_path)
    written(tmp_path, FLOW, np.arange(120))
    assert "hydrology" not in trained(tmp_path)
    irregular = pd.Timestamp("2020-01-01") + pd.to_timedelta(np.cumsum(np.arange(120) % 7 + 1), "D")
    written(tmp_path, FLOW, irregular.strftime("%Y-%m-%d"))
    assert "hydrology" not in trained(tmp_path)
