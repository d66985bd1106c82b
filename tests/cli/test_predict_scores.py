"""`predict` scores a table that holds true values, as text and as JSON, and counts what it leaves out."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import r2_score

from helpers.command_line import call
from helpers.paths import TESTS

ROWS = 200


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a network that was trained on a, b and zone for y."""
    folder = tmp_path_factory.mktemp("scores")
    rng = np.random.default_rng(0)
    a, b = rng.normal(size=(2, ROWS)).round(3)
    lines = [f"{a[i]},{b[i]},{'uvw'[i % 3]},{a[i] * 2 - b[i] + i % 3:.3f}" for i in range(ROWS)]
    (folder / "t.csv").write_text("\n".join(["a,b,zone,y", *lines]) + "\n", encoding="utf-8")
    done = call("train", "t.csv", "--target", "y", "--epochs", "60", "--out", "m.mlp", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def predicted(work: Path, table: str) -> tuple[dict, str, list[dict[str, str]]]:
    (work / "n.csv").write_text(table, encoding="utf-8")
    found = call("predict", "m.mlp", "n.csv", "--out", "p.csv", "--json", cwd=work)
    assert found.returncode == 0, found.stdout
    text = call("predict", "m.mlp", "n.csv", "--out", "p.csv", cwd=work)
    with (work / "p.csv").open(newline="", encoding="utf-8-sig") as file:
        return json.loads(found.stdout), text.stdout, list(csv.DictReader(file))


def test_that_scores_counts_and_cells_agree(work: Path) -> None:
    plain, text, rows = predicted(
        work, "zone,b,a,y\nu,0.5,0.25,0\nv,0.5,50,1.5\nx,-0.5,0.1,1\nw,deep,0.1,2\nw,0.5,0.1,\nv,0.25,-0.5,-0.5\n"
    )
    assert (plain["rows"], plain["predicted"], plain["without_prediction"]) == (6, 5, 1)
    assert plain["scored"] == 4
    assert plain["targets"]["y"]["rows"] == 4
    assert plain["targets"]["y"]["without_truth"] == 1
    pairs = [(float(r["y"]), float(r["predicted y"])) for r in rows if r["y"] and r["predicted y"]]
    assert plain["metrics"]["r2"] == pytest.approx(r2_score(*zip(*pairs, strict=True)))
    assert plain["metrics"] == plain["targets"]["y"]["metrics"]
    for row in rows:
        both = row["y"] and row["predicted y"]
        assert row["error of y"] == (repr(float(row["y"]) - float(row["predicted y"])) if both else "")
    assert [row["outside the training range"] for row in rows] == ["", "a above", "zone unseen", "", "", ""]
    assert plain["outside_training_range"] == 2
    assert "1 of 6 rows gets no prediction." in text
    assert "2 of 6 rows lie outside of what the training rows held" in text
    assert "1 row has no true value in y and does not count in the scores." in text
    assert "Scores of 4 rows of y with a true value:" in text
    assert f"{plain['metrics']['r2']:.4g}" in text
    assert text.endswith("Saved p.csv: 5 predicted rows, 1 without a prediction.\n")


def test_that_a_table_without_truth_has_no_scores(work: Path) -> None:
    plain, text, rows = predicted(work, "zone,b,a\nu,0.5,0.25\nv,0.5,0.5\n")
    assert "metrics" not in plain
    assert "Scores" not in text
    assert list(rows[0]) == ["zone", "b", "a", "predicted y"]
    assert text.endswith("Saved p.csv: 2 predicted rows.\n")


def test_that_json_holds_no_number_that_json_lacks(work: Path) -> None:
    plain, text, _ = predicted(work, "zone,b,a,y\nu,0.5,0.25,0\n")
    assert "Scores of 1 row of y with a true value:" in text
    assert text.endswith("Saved p.csv: 1 predicted row.\n")
    assert plain["metrics"]["r2"] is None, "undefined for one row"
    assert plain["metrics"]["mae"] >= 0


def test_that_a_shuffled_table_with_other_columns_is_scored(tmp_path: Path) -> None:
    cases = TESTS / "data" / "cases" / "scoring"
    done = call("train", str(cases / "train.csv"), "--epochs", "300", "--out", "m.mlp", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = call("predict", "m.mlp", str(cases / "shuffled_extra.csv"), "--out", "p.csv", "--json", cwd=tmp_path)
    plain = json.loads(found.stdout)
    assert plain["targets"]["y"]["rows"] == 2
    assert plain["targets"]["y"]["without_truth"] == 1
    assert plain["metrics"]["r2"] > 0.9


def test_that_the_header_of_the_new_table_can_be_said(work: Path) -> None:
    (work / "h.csv").write_text("a,b,zone\nfirst,second,third\n0.5,0.25,u\n", encoding="utf-8")
    plain = call("predict", "m.mlp", "h.csv", "--out", "p.csv", "--header-lines", "names,skip", "--json", cwd=work)
    assert json.loads(plain.stdout)["rows"] == 1


def test_that_row_weights_are_said_to_count_in_the_loss_alone(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a,w,y\n" + "".join(f"{k % 7},{1 + k % 2},{k * k % 11}\n" for k in range(40)))
    options = ("--target", "y", "--weights", "w", "--epochs", "2", "--out", "m.mlp")
    assert call("train", "t.csv", *options, cwd=tmp_path).returncode == 0
    done = call("predict", "m.mlp", "t.csv", "--out", "p.csv", "--json", cwd=tmp_path)
    assert "The row weights of w enter the loss; scores count every row once." in json.loads(done.stdout)["notes"]
