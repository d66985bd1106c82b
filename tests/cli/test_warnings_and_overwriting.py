"""The command line says what the loader did, reads new data as the training's, and destroys no file that it reads."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from helpers.command_line import Done, call

ROWS = "".join(f"{100 + (7 * i) % 31};{i % 5},{i % 4 + 1}25;{(3 * i) % 17},5\n" for i in range(40))


def run(folder: Path, *arguments: str) -> Done:
    return call(*arguments, cwd=folder)


@pytest.fixture
def trained(tmp_path: Path) -> Path:
    """A folder with the table t.csv (one row too long) and the run r.mlp of it."""
    (tmp_path / "t.csv").write_text("stage;rain;flow\n" + ROWS + "1;2;3;4\n")
    done = run(tmp_path, "train", "t.csv", "--target", "flow", "--epochs", "3", "--out", "r.mlp", "--history", "h.csv")
    assert done.returncode == 0, done.stderr
    assert "1 row was left out for having more than 3 cells; the first is line 42 with 4." in done.stdout
    return tmp_path


def test_that_programs_get_the_warnings_too(trained: Path) -> None:
    found = json.loads(run(trained, "train", "t.csv", "--target", "flow", "--epochs", "2", "--json").stdout)
    assert any("more than 3 cells" in said for said in found["warnings"])


def test_that_new_data_are_read_as_the_table_of_the_training_was(trained: Path) -> None:
    """Alone, rain of 1,125 in every row could as well be a thousand; tabs say nothing about decimal signs."""
    (trained / "n.csv").write_text("stage;rain;flow\n100;1,125;\n110;2,225;\n")
    done = run(trained, "predict", "r.mlp", "n.csv", "--out", "p.csv", "--json")
    assert any("1,125 was read with a decimal comma" in said for said in json.loads(done.stdout)["warnings"])
    with (trained / "p.csv").open(newline="") as file:
        assert [row["rain"] for row in csv.DictReader(file)] == ["1.125", "2.225"]


def test_that_predicting_says_what_the_loader_left_out(trained: Path) -> None:
    (trained / "n.csv").write_text("stage;rain\n100;1,5\n\n101;1,4\n110;1,2\n112;1,2\n1;2;3\n" + "1;2,2\n" * 20)
    done = run(trained, "predict", "r.mlp", "n.csv", "--out", "p.csv")
    assert "1 row was left out for having more than 2 cells; the first is line 7 with 3." in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("predict", "r.mlp", "t.csv", "--out", "t.csv"),
        ("predict", "r.mlp", "t.csv", "--out", "r.mlp"),
        ("export", "r.mlp", "--format", "npz", "--out", "./r.mlp"),
        ("train", "t.csv", "--epochs", "1", "--out", "t.csv"),
        ("train", "t.csv", "--epochs", "1", "--history", "t.csv"),
        ("train", "t.csv", "--epochs", "1", "--out", "x", "--history", "x"),
        ("train", "--resume", "r.mlp", "--epochs", "9", "--history", "r.mlp"),
    ],
)
def test_that_no_result_takes_the_place_of_what_is_read(arguments: tuple[str, ...], trained: Path) -> None:
    before = {path.name: path.read_bytes() for path in trained.iterdir()}
    done = run(trained, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "would be overwritten. It is named twice. Choose another name for the result." in done.stderr
    assert {path.name: path.read_bytes() for path in trained.iterdir()} == before


@pytest.mark.parametrize(
    "options", [("--target", "rain"), ("--split", "0.5,0.5,0"), ("--seed", "3"), ("--config", "nowhere.json")]
)
def test_that_a_run_that_goes_on_refuses_what_it_would_not_heed(options: tuple[str, ...], trained: Path) -> None:
    done = run(trained, "train", "--resume", "r.mlp", "--epochs", "9", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{options[0]} cannot be given with --resume. Train afresh to change them." in done.stderr


def test_that_missing_markers_are_given_and_go_with_the_run(tmp_path: Path) -> None:
    rows = "".join(f"{(i if i % 5 else -9999)},{i % 7}.5,{i * i % 17}.5\n" for i in range(40))
    (tmp_path / "t.csv").write_text("a,b,y\n" + rows)
    found = json.loads(run(tmp_path, "inspect", "t.csv", "--missing=-9999,-1", "--json").stdout)
    assert (found["missing"], found["fields"][0]["min"]) == (8, 1)
    done = run(tmp_path, "train", "t.csv", "--missing=-9999", "--target", "y", "--epochs", "2", "--out", "r.mlp")
    assert "Empty cells that were filled: a (8)." in done.stdout
    (tmp_path / "n.csv").write_text("a,b\n-9999,1.5\n7,2.5\n")
    done = run(tmp_path, "predict", "r.mlp", "n.csv", "--out", "p.csv")
    assert "1 empty cell of a was filled." in done.stdout
    with (tmp_path / "p.csv").open(newline="") as file:
        assert [row["predicted y"] != "" for row in csv.DictReader(file)] == [True, True]


def test_that_numbers_that_mean_nothing_are_named_with_the_option_that_makes_them_missing(tmp_path: Path) -> None:
    case = Path(__file__).parents[1] / "data" / "cases" / "sentinels" / "positive_nines.csv"
    (tmp_path / "t.csv").write_bytes(case.read_bytes())
    said = run(tmp_path, "inspect", "t.csv").stdout
    option = "--missing=DEWP=9999.9,SLP=9999.9,WDSP=999.9,PRCP=99.99"
    assert f"To treat these numbers as missing: {option}" in said
    found = json.loads(run(tmp_path, "inspect", "t.csv", option, "--json").stdout)
    assert [f["max"] for f in found["fields"]] == [40.2, 34.8, 1027.2, 14.5, 5.75]
    assert not found["warnings"]
    done = run(tmp_path, "train", "t.csv", option, "--target", "PRCP", "--epochs", "2", "--out", "r.mlp", "--json")
    assert not [w for w in json.loads(done.stdout)["warnings"] if "far from" in w]
    (tmp_path / "n.csv").write_text("TEMP,DEWP,SLP,WDSP\n20.5,9999.90,1010,3\n")
    done = json.loads(run(tmp_path, "predict", "r.mlp", "n.csv", "--out", "p.csv", "--json").stdout)
    assert [note for note in done["notes"] if "DEWP" in note]
    refused = run(tmp_path, "inspect", "t.csv", "--missing=NOBODY=1")
    assert refused.returncode == 2
    assert "There is no column 'NOBODY'" in refused.stderr
