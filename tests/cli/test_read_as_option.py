"""--read-as says what the cells of columns are; the run, its continuation and its predictions keep to it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from helpers.command_line import call

ROWS = "".join(f"{['1.1', '1.10', '1.2'][i % 3]},{i % 5},{[4.0, 9.0, 1.0][i % 3] + i % 5}\n" for i in range(60))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "t.csv").write_text('zone,"a, b",y\n' + ROWS)
    return tmp_path


def test_that_a_run_learns_the_codes(folder: Path) -> None:
    done = call("train", "t.csv", "--read-as", "zone=text", "--epochs", "300", "--out", "r.mlp", "--json", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert {"zone = 1.1", "zone = 1.10"} <= set(json.loads(done.stdout)["inputs"])
    again = call("train", "--resume", "r.mlp", "--epochs", "301", cwd=folder)
    assert again.returncode == 0, again.stderr
    (folder / "n.csv").write_text('zone,"a, b"\n1.10,0\n1.1,0\n')
    assert call("predict", "r.mlp", "n.csv", "--out", "p.csv", cwd=folder).returncode == 0
    with (folder / "p.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["zone"] for row in rows] == ["1.10", "1.1"]
    assert [float(row["predicted y"]) for row in rows] == pytest.approx([9, 4], abs=1.0)


def test_that_inspect_says_what_came_of_it(folder: Path) -> None:
    done = call("inspect", "t.csv", "--read-as", 'zone=text,"a, b=yes-no"', "--json", cwd=folder)
    kinds = {f["name"]: f["kind"] for f in json.loads(done.stdout)["fields"]}
    assert (kinds["zone"], kinds["a, b"]) == ("category", "boolean")


def test_that_settings_in_a_file_say_the_same(folder: Path) -> None:
    columns = [{"name": "zone", "read_as": "text"}, {"name": "y", "role": "target"}]
    (folder / "c.json").write_text(json.dumps({"data": {"columns": columns}}))
    done = call("train", "t.csv", "--config", "c.json", "--epochs", "2", "--json", cwd=folder)
    assert len(json.loads(done.stdout)["inputs"]) == 3


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("zone", "'zone' in --read-as is not COLUMN=KIND."),
        ("zone=words", "There is no kind 'words' of column."),
        ("zonk=text", "There is no column 'zonk'"),
    ],
)
def test_that_mistakes_are_refused(value: str, said: str, folder: Path) -> None:
    done = call("inspect", "t.csv", "--read-as", value, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr


def test_that_units_are_shown(folder: Path) -> None:
    (folder / "u.csv").write_text("mass,y\n54.4 kg,1\n55 kg,2\n61 kg,3\n")
    done = call("inspect", "u.csv", cwd=folder)
    assert "mass [kg]" in done.stdout


def test_that_a_doubt_is_said_with_the_option_that_ends_it(folder: Path) -> None:
    assert "To read otherwise: --read-as zone=text" in call("inspect", "t.csv", cwd=folder).stdout
    assert "--read-as" not in call("inspect", "t.csv", "--read-as", "zone=text", cwd=folder).stdout
    assert "--read-as" not in call("inspect", "t.csv", "--read-as", "zone=number", cwd=folder).stdout


def test_that_a_value_below_a_limit_counts_as_was_asked_for(folder: Path) -> None:
    (folder / "l.csv").write_text("lead,y\n" + "".join(f"{'<0.5' if k % 5 == 0 else k},{k}\n" for k in range(20)))
    plain = sum(k for k in range(20) if k % 5)
    sums = {"limit": plain + 4 * 0.5, "half": plain + 4 * 0.25, "missing": plain}
    for rule, total in sums.items():
        done = call("inspect", "l.csv", "--below-limit", f"lead={rule}", "--json", cwd=folder)
        assert json.loads(done.stdout)["fields"][0]["sum"] == total
    for value, said in (("lead", "is not COLUMN=RULE"), ("lead=zero", "There is no rule 'zero' for values below")):
        done = call("inspect", "l.csv", "--below-limit", value, cwd=folder)
        assert done.returncode == 2
        assert said in done.stderr


def test_that_columns_are_transformed_as_was_asked_for(folder: Path) -> None:
    (folder / "f.csv").write_text("rain,flow\n" + "".join(f"{k * k % 37},{2.0 ** (k % 9):g}\n" for k in range(60)))
    how = ("--target", "flow", "--transform", "flow=log,rain=log1p", "--epochs", "3", "--out", "f.mlp", "--json")
    done = call("train", "f.csv", *how, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert call("predict", "f.mlp", "f.csv", "--out", "p.csv", cwd=folder).returncode == 0
    predicted = [float(line.split(",")[2]) for line in (folder / "p.csv").read_text().splitlines()[1:]]
    assert 0 < min(predicted) <= max(predicted) <= 2 * 256
    wrong = call("train", "f.csv", "--target", "flow", "--transform", "rain=log", "--epochs", "1", cwd=folder)
    assert wrong.returncode == 2
    assert "row 1 holds 0.0" in wrong.stderr


def test_that_a_smeared_target_is_predicted_as_its_mean(folder: Path) -> None:
    rng = np.random.default_rng(8)
    rain = rng.uniform(0, 3, 300)
    flow = np.exp(rain + rng.normal(0, 1, 300))
    pd.DataFrame({"rain": rain, "flow": flow}).to_csv(folder / "s.csv", index=False)
    how = ("train", "s.csv", "--target", "flow", "--transform", "flow=log", "--split-method", "file-order")
    predicted = []
    for name, more in (("plain", ()), ("mean", ("--smearing", "flow"))):
        done = call(*how, *more, "--seed", "1", "--epochs", "40", "--out", f"{name}.mlp", "--json", cwd=folder)
        assert done.returncode == 0, done.stderr
        said = json.loads(done.stdout)
        scored = json.loads(call("predict", f"{name}.mlp", "s.csv", "--out", "p.csv", "--json", cwd=folder).stdout)
        assert scored["scored"] == 300
        predicted.append(pd.read_csv(folder / "p.csv")["predicted flow"].to_numpy())
        n = said["rows"]["train"]
        rmse = np.sqrt(np.mean((predicted[-1][:n] - flow[:n]) ** 2))
        assert said["metrics"]["train"]["rmse"] == pytest.approx(rmse, rel=1e-9), "one number everywhere"
    plain, mean = (each[:n] for each in predicted)
    np.testing.assert_allclose(predicted[1], predicted[0] * np.mean(flow[:n] / plain), rtol=1e-9)
    assert abs(mean.mean() - flow[:n].mean()) < abs(plain.mean() - flow[:n].mean())
    wrong = call("train", "s.csv", "--target", "flow", "--smearing", "flow", "--epochs", "1", cwd=folder)
    assert wrong.returncode == 2
    assert "flow in --smearing is no target with a transformation" in wrong.stderr
