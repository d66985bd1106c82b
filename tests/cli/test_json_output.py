"""What `--json` prints is JSON by its standard, which knows neither NaN nor Infinity."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.command_line import call

TABLES = {
    "a target that is 0 in a row, by which no error can be divided": [(i, i * 2) for i in range(30)],
    "a target that never varies": [(i, 7) for i in range(30)],
    "numbers near the ends of the double range": [(i, (-1) ** i * 1.5e308 / (i % 3 + 1)) for i in range(30)],
    "hardly a row": [(1, 2), (2, 5), (3, 4)],
}


def refuse(word: str) -> None:
    raise AssertionError(f"{word} is no JSON")


@pytest.mark.parametrize("name", TABLES)
def test_that_training_prints_json_whatever_the_scores_are(name: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("x,y\n" + "".join(f"{x},{y}\n" for x, y in TABLES[name]))
    arguments = ("--target", "y", "--task", "regression", "--epochs", "2", "--json")
    done = call("train", "t.csv", *arguments, cwd=tmp_path)
    found = json.loads(done.stdout, parse_constant=refuse)
    assert ("error" in found) is (done.returncode == 2)
    if "0 in a row" in name:
        assert found["metrics"]["train"]["mape"] is None
