"""Intervals and sets of classes on the command line: trained with a level, carried by the run, asked of `predict`."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest

from helpers.command_line import Done, call
from mlp_gui.export.project.run_format import read_run


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("intervals")
    rng = np.random.default_rng(0)
    x = rng.normal(size=200)
    y = np.exp(x + 0.3 * rng.normal(size=200))
    kind = np.where(x + rng.normal(size=200) > 0, "warm", "cold")
    lines = [f"{a},{b},{c}" for a, b, c in zip(x, y, kind, strict=True)]
    (folder / "t.csv").write_text("\n".join(["x,y,kind", *lines]) + "\n", encoding="utf-8")
    (folder / "few.csv").write_text("\n".join(["x,y,kind", *lines[:40]]) + "\n", encoding="utf-8")
    return folder


def answered(done: Done) -> dict:
    assert done.returncode == 0, done.stdout
    return json.loads(done.stdout)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def test_that_a_run_carries_its_intervals_to_every_command(work: Path) -> None:
    words = ("train", "t.csv", "--target", "y", "--inputs", "x", "--transform", "y=log", "--epochs", "40")
    trained = answered(call(*words, "--interval", "0.8", "--out", "m.mlp", "--json", cwd=work))
    said = trained["prediction_intervals"]
    n = trained["rows"]["validation"]
    assert (said["level"], said["calibration_rows"]) == (0.8, {"subset": "validation", "rows": n})
    assert said["coverage"]["share"]["y"] == said["coverage"]["held"]["y"] / trained["rows"]["test"]

    found = answered(call("predict", "m.mlp", "t.csv", "--out", "p.csv", "--json", cwd=work))
    assert found["prediction_intervals"]["half_width"] == said["half_width"]
    held = 0
    for row in rows_of(work / "p.csv"):
        low, high = float(row["lower end of y (80 %)"]), float(row["upper end of y (80 %)"])
        middle, half = math.log(float(row["predicted y"])), said["half_width"]["y"]
        assert math.log(high) - middle == pytest.approx(half)  # symmetric where the network sees it
        assert middle - math.log(low) == pytest.approx(half)
        held += low <= float(row["y"]) <= high
    assert found["prediction_intervals"]["coverage"]["held"]["y"] == held

    errors = []  # the oracle: the sorted errors of the validation rows, by the answers for them
    call("export", "m.mlp", "--format", "json", "--out", "m.json", cwd=work)
    stored = json.loads((work / "m.json").read_text(encoding="utf-8"))["calibration"]
    errors = sorted(stored["scores"][0])
    assert len(errors) == n
    other = answered(call("predict", "m.mlp", "t.csv", "--interval", "0.5", "--out", "p.csv", "--json", cwd=work))
    assert other["prediction_intervals"]["half_width"]["y"] == errors[math.ceil((n + 1) / 2) - 1]
    assert "lower end of y (50 %)" in rows_of(work / "p.csv")[0]

    text = call("predict", "m.mlp", "t.csv", "--out", "p.csv", cwd=work).stdout
    assert f"80 % promised, {100 * held / 200:.1f} % of 200 rows held." in text


def test_that_classes_get_sets_and_without_a_level_nothing_is_added(work: Path) -> None:
    words = ("train", "t.csv", "--target", "kind", "--inputs", "x", "--epochs", "40", "--json", "--out", "c.mlp")
    assert (
        answered(call(*words, "--interval", "0.9", "--class-sets", "aps", cwd=work))["prediction_intervals"]["rule"]
        == "aps"
    )
    found = answered(call("predict", "c.mlp", "t.csv", "--out", "p.csv", "--json", cwd=work))
    rows = rows_of(work / "p.csv")
    held = sum(row["kind"] in row["classes of kind (90 %)"].split("; ") for row in rows)
    assert found["prediction_intervals"]["coverage"]["held"]["kind"] == held
    assert held > 160
    assert {row["classes of kind (90 %)"] for row in rows} <= {"cold", "warm", "cold; warm"}

    plain = answered(call(*words, cwd=work))
    assert "prediction_intervals" not in plain
    call("predict", "c.mlp", "t.csv", "--out", "p.csv", cwd=work)
    assert [name for name in rows_of(work / "p.csv")[0] if "%" in name] == []


def test_that_a_level_that_cannot_be_kept_is_refused(work: Path) -> None:
    words = ("train", "few.csv", "--target", "y", "--inputs", "x", "--epochs", "5", "--out", "f.mlp")
    trained = answered(call(*words, "--interval", "0.99", "--json", cwd=work))
    n = trained["rows"]["validation"]
    said = f"{n} validation rows are too few for intervals of 99 %. 99 rows are needed at least."
    assert trained["prediction_intervals"] == {"level": 0.99, "refused": said}
    done = call("predict", "f.mlp", "few.csv", "--interval", "0.99", "--out", "q.csv", cwd=work)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (work / "q.csv").exists()
    for level in ("1", "-0.1", "nonsense"):
        assert call("predict", "f.mlp", "few.csv", "--interval", level, "--out", "q.csv", cwd=work).returncode == 2


def test_that_a_file_with_a_damaged_calibration_is_refused(work: Path) -> None:
    call("train", "t.csv", "--target", "y", "--inputs", "x", "--epochs", "5", "--out", "m.mlp", cwd=work)
    call("export", "m.mlp", "--format", "json", "--out", "m.json", cwd=work)
    whole = json.loads((work / "m.json").read_text(encoding="utf-8"))
    for change in ({"rule": "lac"}, {"rows": -1}, {"scores": [[2.0, 1.0]], "rows": 2}, {"scores": []}, {"ranks": [3]}):
        plain = whole | {"calibration": whole["calibration"] | change}
        (work / "bad.json").write_text(json.dumps(plain), encoding="utf-8")
        done = call("predict", "bad.json", "t.csv", "--out", "q.csv", cwd=work)
        assert done.returncode == 2
        assert "damaged" in done.stderr or "read" in done.stderr
    assert read_run(work / "m.mlp").model.calibration is not None
