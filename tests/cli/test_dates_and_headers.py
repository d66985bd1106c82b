"""Dates and headers of several lines, from the file to the prediction: command line and exported script agree."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from helpers.command_line import call
from helpers.paths import TESTS

DATES, HEADERS = TESTS / "data" / "cases" / "dates", TESTS / "data" / "cases" / "headers"


def answer(*arguments: str) -> dict:
    done = call(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_that_inspect_names_the_time_axis_and_units():
    found = answer("inspect", str(HEADERS / "r02_logger_four_header_lines.dat"))
    assert (found["rows"], found["time_axis"], found["header_lines"]) == (60, ["TIMESTAMP"], "names, units, skip")
    assert [field.get("unit") for field in found["fields"]][2:] == ["Deg C", "%", "m/s", "W/m^2", "C"]


def test_that_the_lines_of_a_header_can_be_said(tmp_path: Path):
    (tmp_path / "a.csv").write_text("a,b\nfirst,second\nlast,row\n" + "".join(f"{i},{i % 3}\n" for i in range(20)))
    found = answer("inspect", str(tmp_path / "a.csv"), "--header-lines", "names,names,skip")
    assert [field["name"] for field in found["fields"]] == ["a first", "b second"]
    assert (found["rows"], found["fields"][0]["sum"]) == (20, 190)
    refused = call("inspect", str(tmp_path / "a.csv"), "--header-lines", "names,colour")
    assert refused.returncode == 2
    assert "names, units, skip" in refused.stderr


def test_that_two_digit_years_enter_the_network_in_order(tmp_path: Path):
    run = tmp_path / "m.mlp"
    config = str(DATES / "r26_cfg.json")
    answer("train", str(DATES / "r26_two_digit_years.csv"), "--config", config, "--epochs", "3", "--out", str(run))
    with zipfile.ZipFile(run) as archive:
        fitted = json.loads(archive.read("model.json"))["pipeline"]["inputs"][0]
    assert fitted["format"]["century"] == 1950
    assert -7305 < fitted["shift"][0] < 10926
    assert fitted["shift"][0] == pytest.approx(1810, abs=600)  # the mean of seven of ten rows


def test_that_script_and_command_read_new_dates_alike(tmp_path: Path):
    names = {
        "time": {"role": "input", "encoding": "day_and_hour"},
        "level": {"role": "input"},
        "flow": {"role": "target"},
    }
    config = {"data": {"columns": [{"name": name, **column} for name, column in names.items()]}}
    (tmp_path / "c.json").write_text(json.dumps(config))
    run, out = str(tmp_path / "m.mlp"), tmp_path / "p.csv"
    answer(
        *("train", str(DATES / "r27_hour_24.csv"), "--config", str(tmp_path / "c.json")),
        *("--epochs", "20", "--out", run),
    )
    cells = ["01.04.2021 24:00", "02.04.2021", "02.04.2021 00:00", "2.4.2021 7:30", "03.04.2021 07:30:00"]
    new = tmp_path / "new.csv"
    new.write_text("time,level\n" + "".join(f"{cell},1.1\n" for cell in cells))
    answer("predict", run, str(new), "--out", str(out))
    with out.open(encoding="utf-8", newline="") as file:
        predicted = [float(row[-1]) for row in list(csv.reader(file))[1:]]
    assert predicted[0] == predicted[1] == predicted[2]
    script = tmp_path / "model.py"
    answer("export", run, "--format", "python", "--out", str(script))
    code = f"import model; print(*model.predict([[c, '1.1'] for c in {cells!r}]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True)
    said = [float(word.strip("[]")) for word in done.stdout.split() if word.strip("[]")]
    assert said == pytest.approx(predicted, rel=1e-5)
