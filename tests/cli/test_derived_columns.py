"""--derive and --horizon: declared once, kept in the run, computed anew of other tables, refused in a sentence."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from helpers.command_line import call
from mlp_gui.export.project.run_format import read_run

N = 240
FAST = ("--epochs", "3", "--hidden", "4", "--json")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rng = np.random.default_rng(2)
    rain = rng.gamma(0.4, 6, N).round(1)
    flow = pd.Series(rain).ewm(span=9).mean().round(4)
    frame = pd.DataFrame(
        {"date": pd.date_range("2001-01-01", periods=N).strftime("%d.%m.%Y"), "rain, mm": rain, "flow": flow}
    )
    frame.loc[[50, 51, 200], "rain, mm"] = -999
    path = tmp_path_factory.mktemp("derived")
    frame.to_csv(path / "t.csv", index=False)
    return path


def answer(folder: Path, *arguments: str) -> dict:
    done = call(*arguments, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


LAGS = "r1 = lag(`rain, mm`, 1); r3 = lag(`rain, mm`, 3)\nr7 = rolling_sum(`rain, mm`, 7)"


def test_that_derived_columns_are_inputs_and_their_gaps_stand_in_the_ledger(folder: Path) -> None:
    said = answer(folder, "train", "t.csv", "--target", "flow", "--missing", '"rain, mm=-999"', "--derive", LAGS, *FAST)
    assert said["inputs"] == ["rain, mm", "r1", "r3", "r7"]
    rain = pd.read_csv(folder / "t.csv")["rain, mm"].replace(-999, np.nan)
    gone = (rain.shift(1).isna() | rain.shift(3).isna() | rain.rolling(7).sum().isna()).sum()
    assert sum(part["rows"] for part in said["ledger"]["dropped"]) == gone
    assert said["ledger"]["read"] == N
    assert sum(said["rows"].values()) == N - gone


def test_that_predict_derives_the_same_columns_of_another_table(folder: Path) -> None:
    answer(folder, "train", "t.csv", "--target", "flow", "--missing", '"rain, mm=-999"', "--derive", LAGS,
           "--derive", "e = log1p(ewm(`rain, mm`, 9))", "--out", "run.mlp", *FAST)  # fmt: skip
    part = pd.read_csv(folder / "t.csv").iloc[30:120]
    part.drop(columns="flow").to_csv(folder / "part.csv", index=False)
    said = answer(folder, "predict", "run.mlp", "part.csv", "--out", "out.csv", "--json")
    with (folder / "out.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    rain = part["rain, mm"].replace(-999, np.nan).reset_index(drop=True)
    frame = pd.DataFrame({"rain, mm": rain, "r1": rain.shift(1), "r3": rain.shift(3), "r7": rain.rolling(7).sum(),
                          "e": np.log1p(rain.ewm(span=9).mean())})  # fmt: skip
    model = read_run(folder / "run.mlp").model
    x = np.column_stack([(frame[i.name].fillna(np.nan if i.fill is None else i.fill) - i.shift[0]) / i.scale[0]
                         for i in model.pipeline.inputs])  # fmt: skip
    usable = np.isfinite(x).all(axis=1)
    expected = np.full(len(x), np.nan)
    expected[usable] = model.pipeline.to_original(model.network.predict(x[usable]))[:, 0]
    found = np.array([float(row["predicted flow"] or "nan") for row in rows])
    np.testing.assert_allclose(found, expected, rtol=1e-12)
    assert said["without_prediction"] == (~usable).sum() > 6


def test_that_a_run_goes_on_with_its_derived_columns(folder: Path) -> None:
    answer(folder, "train", "t.csv", "--target", "flow", "--derive", "r1 = lag(`rain, mm`, 1)", "--out", "a.mlp", *FAST)
    said = answer(folder, "train", "--resume", "a.mlp", "--epochs", "5", "--json")
    assert said["epochs"] == 5
    assert said["inputs"] == ["rain, mm", "r1"]
    done = call("train", "--resume", "a.mlp", "--derive", "x = flow", cwd=folder)
    assert done.returncode == 2
    assert "--derive" in done.stderr


def test_that_a_horizon_makes_the_target_a_later_value(folder: Path) -> None:
    said = answer(folder, "train", "t.csv", "--target", "flow", "--horizon", "2", "--out", "h.mlp", *FAST)
    assert (said["targets"], said["inputs"]) == (["flow_ahead2"], ["rain, mm", "flow"])
    assert said["ledger"]["dropped"] == [{"reason": "have no value in flow_ahead2", "rows": 2}]
    scored = answer(folder, "predict", "h.mlp", "t.csv", "--out", "o.csv", "--json")
    assert (scored["predicted"], scored["scored"]) == (N, N - 2)
    out = pd.read_csv(folder / "o.csv")
    np.testing.assert_array_equal(out["flow_ahead2"], out["flow"].shift(-2))
    # Where nobody knows the later value, as when it matters, the answer is the same.
    pd.read_csv(folder / "t.csv").to_csv(folder / "now.csv", index=False)
    answer(folder, "predict", "h.mlp", "now.csv", "--out", "o2.csv", "--json")
    np.testing.assert_array_equal(pd.read_csv(folder / "o2.csv")["predicted flow_ahead2"], out["predicted flow_ahead2"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--derive", "x = lag(snow, 1)"), "no column 'snow'"),
        (("--derive", "x = lag(flow, 1"), "Position 16"),
        (("--derive", "flow = 1"), "column flow already"),
        (("--derive", "x = lead(flow, 1)", "--inputs", "x"), "looks ahead"),
        (("--derive", "a = lead(flow, 1); x = 2 * a", "--inputs", "x"), "looks ahead"),
        (("--horizon", "0"), "whole number"),
        (("--horizon", "1, by=nobody"), "no column 'nobody'"),
    ],
)
def test_that_wrong_declarations_are_refused(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    done = call("train", "t.csv", "--target", "flow", *arguments, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr


def test_that_settings_in_a_file_declare_them_too(folder: Path) -> None:
    (folder / "c.json").write_text(json.dumps({"data": {"derived": ["r1 = lag(`rain, mm`, 1)"]}}))
    said = answer(folder, "train", "t.csv", "--target", "flow", "--config", "c.json", *FAST)
    assert said["inputs"] == ["rain, mm", "r1"]


def test_that_inspect_describes_them(folder: Path) -> None:
    said = answer(folder, "inspect", "t.csv", "--derive", "d = difference(flow)", "--json")
    field = next(f for f in said["fields"] if f["name"] == "d")
    diff = pd.read_csv(folder / "t.csv")["flow"].diff()
    assert (field["kind"], field["missing"]) == ("real", 1)
    assert field["min"] == pytest.approx(diff.min(), rel=1e-9)


def test_that_every_format_takes_a_network_with_derived_columns(folder: Path) -> None:
    answer(folder, "train", "t.csv", "--target", "flow", "--derive", "r1 = lag(flow, 1)", "--out", "f.mlp", *FAST)
    for name in ("mlp", "json", "npz", "csv", "c"):
        assert call("export", "f.mlp", "--format", name, "--out", f"f.{name}.out", cwd=folder).returncode == 0
