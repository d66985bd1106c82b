"""The command `study`, as a person calls it, interrupts it and calls it again."""

from __future__ import annotations

import html
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from time import monotonic

import numpy as np
import pandas as pd
import pytest

import mlp_gui
from helpers.command_line import WITHOUT_DISPLAY, call

IRIS = ("study", "sample:iris", "--epochs", "15", "--repeats", "2", "--folds", "3")


def test_that_a_plan_in_a_file_gives_what_the_options_give(tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    plan.write_text('{"repeats": 5, "folds": 3}')
    by_file = json.loads(call(*IRIS[:4], "--plan", str(plan), "--repeats", "2", "--json").stdout)
    by_options = json.loads(call(*IRIS, "--json").stdout)
    for answer in (by_file, by_options):
        for one in answer["runs"]:
            del one["seconds"]
    assert by_file == by_options
    assert by_options["finished"] == by_options["networks"] == len(by_options["runs"]) == 6
    found = by_options["summaries"][0]
    assert found["held_out"]["rows"] == 150
    assert found["scored_on"] == "held-out folds"
    low, high = found["scores"]["log_loss"]["interval"]
    assert low < found["scores"]["log_loss"]["mean"] < high
    text = call(*IRIS).stdout
    assert f"{found['scores']['log_loss']['mean']:.4g}" in text
    assert "All 6 networks are finished." in text


def test_that_a_learning_curve_has_a_summary_for_each_number_of_rows() -> None:
    found = json.loads(call("study", "sample:sine", "--epochs", "9", "--rows", "40,20", "--json").stdout)
    assert [s["rows"] for s in found["summaries"]] == [{"training": [n, n], "asked": n} for n in (20, 40)]


def test_that_a_study_that_was_killed_goes_on_with_what_was_finished(tmp_path: Path) -> None:
    out = tmp_path / "study.json"
    command = ("study", "sample:iris", "--epochs", "30", "--repeats", "30", "--out", str(out))
    killed = subprocess.Popen([sys.executable, "-m", "mlp_gui", *command], env=WITHOUT_DISPLAY, stdout=subprocess.PIPE)
    began = monotonic()
    while not (out.exists() and out.read_bytes().count(b"\n") > 3):
        assert killed.poll() is None
        assert monotonic() < began + 60
    killed.kill()
    killed.communicate()
    kept = out.read_bytes()
    n = kept.count(b"\n") - 1
    assert 3 <= n < 30
    again = json.loads(call(*command, "--json").stdout)
    assert again["finished"] == 30
    whole = kept[: kept.rfind(b"\n") + 1]
    assert out.read_bytes().startswith(whole)  # nothing of it was trained again
    seconds = [round(json.loads(line)["seconds"], 3) for line in whole.splitlines()[1:]]
    assert [run["seconds"] for run in again["runs"][:n]] == seconds


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--folds", "60"), "The smallest class has 50 rows, which cannot be in each of 60 folds."),
        (("--folds", "1"), "One fold leaves no rows to learn from."),
        (("--rows", "20,x"), "--rows cannot be 'x'."),
        (("--jobs", "-1"), "--jobs cannot be -1."),
        (("--plan", "nothing.json"), "The plan nothing.json cannot be read."),
    ],
)
def test_that_a_study_that_cannot_be_is_refused_in_a_sentence(options: tuple[str, ...], said: str) -> None:
    done = call("study", "sample:iris", *options)
    assert done.returncode == 2
    assert done.stderr.startswith(said)


def test_that_twelve_rows_are_divided_or_refused_in_a_sentence(tmp_path: Path) -> None:
    table = tmp_path / "twelve.csv"
    table.write_text("x,y\n" + "".join(f"{k * 0.37},{k * 0.73 % 5}\n" for k in range(12)))
    few = ("study", str(table), "--target", "y", "--epochs", "3")
    assert json.loads(call(*few, "--folds", "6", "--json").stdout)["summaries"][0]["held_out"]["rows"] == 12
    done = call(*few, "--folds", "10")
    assert done.returncode == 2
    assert done.stderr.startswith("12 rows are too few for 10 folds: each needs two.")


def test_that_the_average_is_saved_as_a_run_that_predicts_and_is_exported(tmp_path: Path) -> None:
    run, table = tmp_path / "average.mlp", tmp_path / "answers.csv"
    command = ("study", "sample:sine", "--epochs", "9", "--repeats", "3", "--ensemble", str(run))
    found = json.loads(call(*command, "--json").stdout)
    saved = found["saved_ensemble"]
    assert [member["share"] for member in saved["members"]] == [1 / 3] * 3
    assert saved["metrics"]["test"]["rmse"] == pytest.approx(found["summaries"][0]["ensemble"]["rmse"])
    said = call("predict", str(run), "sample:sine", "--out", str(table)).stdout
    assert "error" not in said.lower().split("rmse")[0]
    answers = pd.read_csv(table)
    frame = mlp_gui.load(run)
    np.testing.assert_allclose(frame.predict("sample:sine"), answers["predicted y"])
    np.testing.assert_allclose(frame.predict_spread("sample:sine"), answers["spread of y"])
    assert (answers["spread of y"] > 0).all()
    for name in ("python", "json", "report"):
        assert "3 networks" in call("export", str(run), "--format", name, "--out", str(tmp_path / name)).stdout or (
            name == "report" and "several networks" in (tmp_path / name).read_text()
        )
    command_of_report = re.search(r"mlp-gui study .*? again\.mlp", html.unescape((tmp_path / "report").read_text()))
    assert "--repeats 3 --ensemble again.mlp" in command_of_report[0]
    refused = call("export", str(run), "--format", "notebook", "--out", str(tmp_path / "notebook"))
    assert "average of several" in refused.stderr
    assert "mean of what they say; each counts the same" in call(*command).stdout


def test_that_a_choice_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    run = str(tmp_path / "average.mlp")
    alone = call("study", "sample:sine", "--epochs", "1", "--repeats", "2", "--choose")
    assert alone.returncode == 2
    assert "--ensemble" in alone.stderr
    few = call("study", "sample:iris", "--epochs", "1", "--repeats", "2", "--choose", "--ensemble", run)
    assert few.returncode == 2
    assert "too few to choose" in few.stderr
    one = call("study", "sample:iris", "--epochs", "1", "--ensemble", run)
    assert "1 network has no average" in one.stderr
    folds = call("study", "sample:iris", "--epochs", "1", "--folds", "3", "--ensemble", run)
    assert "scale them differently" in folds.stderr
    search = call("study", "sample:iris", "--epochs", "1", "--search", "2", "--ensemble", run)
    assert "differ in their settings" in search.stderr
    assert not Path(run).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit on the size of files")
def test_that_a_full_disk_ends_a_study_in_a_sentence_and_loses_nothing(tmp_path: Path) -> None:
    out = tmp_path / "study.json"
    command = [sys.executable, "-m", "mlp_gui", "study", "sample:iris", "--epochs", "5", "--repeats", "6", "--json"]
    said = f"ulimit -f 128; exec {shlex.join([*command, '--out', str(out)])}"
    full = subprocess.run(["bash", "-c", said], env=WITHOUT_DISPLAY, capture_output=True, text=True, check=False)
    assert full.returncode == 2
    assert full.stderr.startswith("Results cannot be kept in study.json.")
    answer = json.loads(full.stdout)
    assert answer["state"] == "paused"
    kept = out.read_bytes()
    whole = kept[: kept.rfind(b"\n") + 1]
    assert 1 <= whole.count(b"\n") - 1 <= answer["finished"] < 6
    assert json.loads(call(*command[3:], "--out", str(out)).stdout)["finished"] == 6
    assert out.read_bytes().startswith(whole)
