"""Parts of the rows are scored by themselves: the same rows and numbers as pandas and scikit-learn find."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import mean_absolute_error

from helpers.command_line import call
from mlp_gui.core.number_format import format_interval
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.export.common.base import ExportInput, export
from mlp_gui.export.project.run_format import read_run
from mlp_gui.verdict.subgroups import grouping_columns

N = 600


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """A daily table with a station, a count and a gap, the run that was trained on it, and what was printed."""
    rng, folder = np.random.default_rng(2), tmp_path_factory.mktemp("groups")
    day = pd.date_range("2020-01-01", periods=N)
    frame = pd.DataFrame({"day": day.strftime("%Y-%m-%d"), "station": rng.choice(["A", "B", "C"], N)})
    frame["gates"] = rng.integers(1, 5, N)
    frame["rain"] = rng.gamma(1, 2, N).round(3)
    noise = np.where(frame["station"] == "C", 3.0, 0.2)
    frame["flow"] = (2 * frame["rain"] + frame["gates"] + noise * rng.normal(size=N)).round(4)
    path, run = folder / "daily.csv", folder / "daily.mlp"
    frame.to_csv(path, index=False)
    done = call("train", str(path), "--target", "flow", "--epochs", "40", "--split-method", "random", "--json",
                "--split", "0.5,0.1,0.4", "--out", str(run))  # fmt: skip
    return frame, str(path), read_run(run), json.loads(done.stdout)


def test_that_the_columns_are_grouped_that_make_groups(trained):
    frame, path, _, found = trained
    assert grouping_columns(open_table(path)) == ("day", "station", "gates", "rain", "flow")
    assert list(found["subgroups"]) == list(frame.columns)
    assert all(one["subset"] == "test" for one in found["subgroups"].values())


def test_that_each_group_has_the_scores_of_its_rows(trained):
    frame, path, run, found = trained
    predicted = run.model.outputs(open_table(path).frame)[:, 0]
    by = {
        "station": frame["station"],
        "gates": frame["gates"].astype(str),
        "day": pd.to_datetime(frame["day"]).dt.month_name(),
    }
    for column, labels in by.items():
        groups = found["subgroups"][column]["groups"]
        assert [one["group"] for one in groups if one["group"] not in set(labels)] == []
        total = sum(one["rows"] for one in groups)
        assert total == found["rows"]["test"]
        mse = sum(one["rows"] * one["metrics"]["mse"] for one in groups) / total
        assert mse == pytest.approx(found["metrics"]["test"]["mse"]), "together they are all test rows"
    seen = prepare(open_table(path), run.model.spec).dataset.test.row_numbers
    stations = {one["group"]: one for one in found["subgroups"]["station"]["groups"]}
    for name, one in stations.items():
        rows = seen[(frame["station"] == name).to_numpy()[seen]]
        assert one["rows"] == len(rows)
        assert one["metrics"]["mae"] == pytest.approx(mean_absolute_error(frame["flow"][rows], predicted[rows]))
    assert stations["C"]["metrics"]["rmse"] > 3 * stations["A"]["metrics"]["rmse"], "the noisy station shows"
    low, high = stations["A"]["intervals"]["rmse"]
    assert low < stations["A"]["metrics"]["rmse"] < high < stations["C"]["intervals"]["rmse"][0]


def test_that_quarters_of_a_number_have_about_as_many_rows_each(trained):
    _, _, _, found = trained
    groups = found["subgroups"]["rain"]["groups"]
    assert len(groups) == 4
    assert all(one["rows"] == pytest.approx(found["rows"]["test"] / 4, rel=0.35) for one in groups)
    assert groups[0]["group"].split(" to ")[1] == groups[1]["group"].split(" to ")[0]


def test_that_a_column_may_be_asked_for_and_gaps_are_a_group(tmp_path):
    rng = np.random.default_rng(0)
    x = rng.normal(size=200)
    kind = pd.Series(rng.choice(["north", "south"], 200)).where(rng.random(200) > 0.2)
    frame = pd.DataFrame({"x": x, "kind": kind, "y": x + 0.1 * rng.normal(size=200)})
    path = tmp_path / "gaps.csv"
    frame.to_csv(path, index=False)
    done = call("train", str(path), "--target", "y", "--inputs", "x", "--epochs", "10", "--split", "0.5,0,0.5",
                "--split-method", "file-order", "--by", "kind")  # fmt: skip
    text = done.stdout
    test = frame.iloc[100:]
    assert "By kind, test rows:" in text
    lines = {line.split("  ")[0].strip(): line for line in text.split("By kind, test rows:")[1].splitlines()}
    kinds = {"north": test.kind == "north", "south": test.kind == "south", "no value": test.kind.isna()}
    for label, rows in kinds.items():
        assert int(lines[label].removeprefix(label).split()[0]) == rows.sum()
    refused = call("train", str(path), "--target", "y", "--by", "nothing")
    assert refused.returncode == 2
    assert "nothing" in refused.stderr


def test_that_scores_and_references_have_intervals_in_json(trained):
    _, _, _, found = trained
    for subset in ("train", "validation", "test"):
        for metric in ("r2", "rmse", "mae"):
            low, high = found["intervals"][subset][metric]
            assert low < found["metrics"][subset][metric] < high
            low, high = found["baselines_intervals"]["linear"][subset][metric]
            assert low < found["baselines"]["linear"][subset][metric] < high
    assert found["intervals"]["test"]["r2"] == [found["verdict"]["score"][end] for end in ("low", "high")]
    assert found["intervals"]["test"]["max_error"] == [None, None]


def test_that_a_report_has_intervals_and_groups(trained, tmp_path):
    _, path, run, found = trained
    prepared = prepare(open_table(path), run.model.spec)
    export(ExportInput(run.model, run.history, prepared, ""), "report", str(tmp_path / "report.html"))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert format_interval(*found["intervals"]["test"]["rmse"]) in page
    for group in found["subgroups"]["station"]["groups"]:
        assert format_interval(*group["intervals"]["rmse"]) in page
    assert "By station" in page
