"""What `study --folds` saves: the table of predictions out of fold, and the run of all rows with its intervals."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import r2_score

from helpers.command_line import call

COMMAND = ("sample:sine", "--epochs", "30", "--patience", "5", "--interval", "0.8", "--json")


def test_that_a_cross_validation_ends_in_a_table_and_a_run_of_all_rows(tmp_path: Path) -> None:
    table, final, hand, other = (str(tmp_path / name) for name in ("oof.csv", "final.mlp", "hand.mlp", "new.csv"))
    saved = ("--predictions", table, "--final", final, "--predict", "sample:sine", "--predict-out", other)
    found = json.loads(call("study", *COMMAND, "--folds", "4", *saved).stdout)
    frame = pd.read_csv(table)
    errors = np.sort(np.abs(frame["y"] - frame["predicted y"]))
    n = len(errors)
    assert found["final"] == {"out": final, "rows": n, "epochs": found["final"]["epochs"]}
    assert found["summaries"][0]["held_out"]["scores"]["r2"] == pytest.approx(
        r2_score(frame["y"], frame["predicted y"]), rel=1e-12
    )
    epochs = round(float(np.median([run["best_epoch"] for run in found["runs"]])))
    assert found["final"]["epochs"] == epochs

    predicted = pd.read_csv(other)
    low, high = predicted["lower end of y (80 %)"], predicted["upper end of y (80 %)"]
    assert (low < predicted["predicted y"]).all()
    assert found["predicted"]["coverage"]["held"] == [int(((frame["y"] >= low) & (frame["y"] <= high)).sum())]

    # The same by hand.
    whole = (*COMMAND[:2], str(epochs), "--no-early-stopping", "--split", "1,0,0", "--out", hand)
    json.loads(call("train", *whole, "--json").stdout)
    answers = []
    for run in (final, hand):
        out = tmp_path / "p.csv"
        said = json.loads(call("predict", run, "sample:sine", "--out", str(out), "--json").stdout)
        answers.append((said, pd.read_csv(out)))
    assert (answers[0][1]["predicted y"] == answers[1][1]["predicted y"]).all()

    # Its intervals come from rows out of fold, of which none was lost to training.
    promised = answers[0][0]["prediction_intervals"]
    assert promised["half_width"]["y"] == pytest.approx(errors[math.ceil(0.8 * (n + 1)) - 1], rel=1e-12)
    refused = call("study", "sample:sine", "--epochs", "1", "--final", final)
    assert refused.returncode == 2
    assert refused.stderr.startswith("--final belongs to a cross-validation.")


@pytest.mark.parametrize(
    ("plan", "options"),
    [
        ({"race": ["optimizer=sgd,adam"], "repeats": 2}, ("--race", "optimizer=sgd,adam", "--repeats", "2")),
        ({"rows": [20, 40]}, ("--rows", "20,40")),
        ({"search": {"runs": 3, "halving": False}}, ("--search", "3", "--no-halving")),
    ],
    ids=("race", "rows", "search"),
)
def test_that_a_plan_in_a_file_and_options_give_the_same(plan: dict, options: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(plan))
    answers = [
        json.loads(call("study", "sample:sine", "--epochs", "5", "--json", *more).stdout)
        for more in (("--plan", str(file)), options)
    ]
    for answer in answers:
        for each in (*answer.get("runs", ()), *answer.get("trials", ()), *answer.get("finals", ())):
            del each["seconds"]
        if answer.get("winner"):
            del answer["winner"]["seconds"]
    assert answers[0] == answers[1]
    if "race" in plan:
        assert [s["settings"] for s in answers[0]["summaries"]] == [
            {"training.optimizer": name} for name in ("sgd", "adam")
        ]
    if "rows" in plan:
        assert "repeat with several networks" in answers[0]["more_rows"]
