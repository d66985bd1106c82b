"""Tables that were once trained on as something else: the command line says what it takes them for, and is right."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from helpers.command_line import call
from helpers.paths import TESTS
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.suggest import suggest_spec

CASES = TESTS / "data" / "cases" / "roles_and_splits"
SENTINELS = TESTS / "data" / "cases" / "sentinels"


def train(path: Path, *options: str) -> dict:
    done = call("train", str(path), "--json", *options)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(("name", "column"), [("input_named_x", "x"), ("nitric_oxide", "NO")])
def test_that_a_measured_column_is_an_input_whatever_its_name(name: str, column: str) -> None:
    result = train(CASES / f"{name}.csv", "--epochs", "300", "--seed", "1")
    assert column in result["inputs"]
    assert result["metrics"]["test"]["r2"] > 0.95


@pytest.mark.parametrize("seed", range(6))
def test_that_a_class_of_two_rows_has_one_in_training(seed: int) -> None:
    table = open_table(CASES / "classes_of_two_rows.csv")
    spec = suggest_spec(table)
    prepared = prepare(table, spec.replace(split=spec.split.replace(seed=seed)))
    target = table.frame[spec.targets[0]].astype(str).to_numpy()
    counts = Counter(target[prepared.dataset.train.row_numbers])
    assert (counts["rare_one"], counts["rare_two"], sum(counts.values())) == (1, 1, 16)


def test_that_ten_classes_of_ten_rows_have_seven_in_training_each() -> None:
    table = open_table(CASES / "ten_classes_of_ten.csv")
    spec = suggest_spec(table)
    subsets = prepare(table, spec).dataset.subsets.values()
    target = table.frame[spec.targets[0]].astype(str).to_numpy()
    in_training, in_validation, in_test = (Counter(target[subset.row_numbers]) for subset in subsets)
    assert set(in_training.values()) == {7}
    assert {in_validation[k] + in_test[k] for k in in_training} == {3}
    assert set(in_validation.values()) | set(in_test.values()) <= {1, 2}


def test_that_the_four_rows_of_xor_are_all_trained_on() -> None:
    rows = train(CASES / "xor.csv", "--epochs", "20")["rows"]
    assert (rows["train"], rows["validation"], rows["test"]) == (4, 0, 0)


def test_that_an_input_that_only_changes_later_is_named() -> None:
    result = train(CASES / "step_late.csv", "--split-method", "file-order", "--target", "y", "--epochs", "2")
    assert any(sentence.startswith("sensor is 0 in all training rows") for sentence in result["warnings"])


@pytest.mark.parametrize(
    ("name", "target", "markers", "rows", "least"),
    [
        ("positive_nines", "PRCP", "DEWP=9999.9,SLP=9999.9,WDSP=999.9,PRCP=99.99", 289, 0.8),
        ("limits_of_a_type", "", "elev=-32768,elev=-9999,elev=32767", 200, 0.9),
    ],
)
def test_that_what_is_said_about_numbers_that_mean_nothing_helps(
    name: str, target: str, markers: str, rows: int, least: float
) -> None:
    path, options = SENTINELS / f"{name}.csv", ("--epochs", "300", *(("--target", target) if target else ()))
    said = call("train", str(path), *options)
    assert f"--missing={markers}" in said.stderr + said.stdout
    result = train(path, *options, f"--missing={markers}")
    assert sum(result["rows"][subset] for subset in ("train", "validation", "test")) == rows
    assert result["metrics"]["test"]["r2"] > least


def test_that_leaks_are_said_and_cured_by_options(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    station = rng.integers(0, 12, 240)
    days = np.datetime_as_string(np.datetime64("2021-01-01") + np.arange(240))
    y = np.cumsum(rng.normal(size=240)) + station
    frame = pd.DataFrame(
        {"day": days, "station": [f"s{k}" for k in station], "a": rng.normal(size=240), "y": y.round(3)}
    )
    frame.to_csv(path := tmp_path / "stations.csv", index=False)
    quick = ("--target", "y", "--epochs", "1")
    proposed = train(path, *quick)
    assert proposed["rows"] == {"train": 168, "validation": 36, "test": 36}
    assert any("so the latest are for the test" in s for s in proposed["warnings"])
    said = train(path, *quick, "--split-method", "random")["warnings"]
    assert any("neighbours are alike" in s for s in said)
    assert any("12 of 12 groups" in s for s in said)
    in_order = train(path, *quick, "--split-method", "time-order")
    assert in_order["rows"] == {"train": 168, "validation": 36, "test": 36}
    assert not any("neighbours" in s or "groups" in s for s in in_order["warnings"])
    grouped = train(path, *quick, "--split-method", "grouped", "--split-column", "station", "--inputs", "a")
    assert not any("neighbours" in s or "groups" in s for s in grouped["warnings"])
    assert sum(grouped["rows"].values()) == 240
    unnamed = train(path, *quick, "--split-method", "grouped", "--inputs", "a")
    assert unnamed["rows"] == grouped["rows"]  # not by the dates that the proposed split goes by


def test_that_options_divide_by_dates_and_leave_rows_out(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    days = np.datetime_as_string(np.datetime64("2021-01-01") + np.arange(730))
    frame = pd.DataFrame({"day": days, "a": rng.normal(size=730), "y": rng.normal(size=730)})
    frame.to_csv(path := tmp_path / "two_years.csv", index=False)
    by_date = ("--split-method", "time-order", "--validation-from", "2022-01-01", "--test-from", "2022-07-01")
    quick = ("--target", "y", "--epochs", "1")
    rows = ("--leave-out-rows", "318,320-329", "--leave-out-time", "2022-02-01..2022-02-28", "--split-gap", "5")
    whole, some = train(path, *quick, *by_date), train(path, *quick, *by_date, *rows)
    assert whole["rows"] == {"train": 365, "validation": 181, "test": 184}
    assert some["rows"] == {"train": 349, "validation": 148, "test": 184}
    assert [d["rows"] for d in some["ledger"]["dropped"]] == [10, 11, 28]
    months = train(path, *quick, "--split-method", "periods", "--split-period", "month", "--test-every", "4")
    assert months["rows"]["test"] == 30 + 31 + 31 + 30 + 31 + 31  # April, August and December
    refused = call("train", str(path), *quick, "--leave-out-rows", "731")
    assert refused.returncode == 2
    assert "There is no row 731" in refused.stderr


def test_that_pieces_are_proposed_but_not_added_to_the_settings_of_a_file(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    path, settings = tmp_path / "many.csv", tmp_path / "settings.json"
    path.write_text("x,y\n" + "".join(f"{x},{x * x}\n" for x in rng.normal(size=3000)), encoding="utf-8")
    assert len(train(path, "--epochs", "1")["inputs"]) == 17
    columns = [{"name": "x", "role": "input"}, {"name": "y", "role": "target"}]
    settings.write_text(json.dumps({"data": {"columns": columns}}), encoding="utf-8")  # as written with 0 pieces
    assert train(path, "--epochs", "1", "--config", str(settings))["inputs"] == ["x"]
    settings.write_text(json.dumps({"data": {"scaling": "robust"}}), encoding="utf-8")  # a person's own, in part
    assert len(train(path, "--epochs", "1", "--config", str(settings))["inputs"]) == 17
