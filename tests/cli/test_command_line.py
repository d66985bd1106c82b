"""The command line as a person uses it, mostly called in this process; what needs one of its own says so."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from helpers.command_line import Done, call, start
from helpers.paths import REFERENCE

TRACE = REFERENCE / "tutorial_trace.csv"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def plain(done: Done) -> dict:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_that_the_tutorial_is_met_to_the_digit(tmp_path: Path) -> None:
    done = call("train", "--preset", "tutorial", "--json", "--history", "h.csv", "--out", "run.mlp", cwd=tmp_path)
    found = plain(done)
    assert found["rows"] == {"train": 152, "validation": 66, "test": 0}
    assert (found["epochs"], found["best_epoch"]) == (103, 52)
    assert found["stopped"].startswith(
        "Stopped at epoch 103: validation loss has not beaten 0.8022 (epoch 52) for 51 epochs."
    )
    assert found["metrics"]["validation"]["squared_correlation"] == pytest.approx(0.10823983440230542, abs=1e-7)
    assert found["metrics"]["validation"]["r2"] == pytest.approx(-0.0430, abs=5e-5)
    rows = rows_of(tmp_path / "h.csv")
    printed = rows_of(TRACE)
    assert len(printed) == 52
    for row, line in zip(rows, printed, strict=False):
        assert int(row["epoch"]) == int(line["epoch"]) + 1
        for name in ("train_loss", "validation_loss"):
            assert round(float(row[name]), 4) == float(line[name]), f"{name} of epoch {row['epoch']}"


def test_that_a_saved_run_predicts_and_exports(tmp_path: Path) -> None:
    plain(call("train", "sample:iris", "--epochs", "30", "--json", "--out", "run.mlp", cwd=tmp_path))
    found = plain(call("predict", "run.mlp", "sample:iris", "--out", "p.csv", "--json", cwd=tmp_path))
    assert found["rows"] == 150
    rows = rows_of(tmp_path / "p.csv")
    right = sum(row["species"] == row["predicted species"] for row in rows)
    assert right > 120
    for row in rows:
        shares = [float(value) for name, value in row.items() if name.startswith("probability of ")]
        assert sum(shares) == pytest.approx(1, abs=1e-12)
    for name, suffix in (("npz", "npz"), ("json", "json"), ("history", "csv"), ("pytorch_training", "zip")):
        plain(call("export", "run.mlp", "--format", name, "--out", f"out.{suffix}", "--json", cwd=tmp_path))
        assert (tmp_path / f"out.{suffix}").stat().st_size > 100


def test_that_options_mean_what_the_window_means(tmp_path: Path) -> None:
    arguments = (
        "train sample:sine --hidden 7,3 --activation relu --optimizer adam:beta_1=0.8 --learning-rate 0.01 --l2 0.001"
    )
    arguments += " --batch-size 16 --epochs 5 --no-shuffle --seed 4 --split 0.6,0.2,0.2 --split-method file-order"
    arguments += " --dtype float32"
    found = plain(call(*arguments.split(), "--json", "--out", "run.mlp", cwd=tmp_path))
    assert found["rows"] == {"train": 120, "validation": 40, "test": 40}
    call("export", "run.mlp", "--format", "json", "--out", "run.json", cwd=tmp_path)
    settings = json.loads((tmp_path / "run.json").read_text())["settings"]
    network, training = settings["run"]["network"], settings["run"]["training"]
    assert [layer["units"] for layer in network["hidden"]] == [7, 3]
    assert {layer["activation"]["name"] for layer in network["hidden"]} == {"relu"}
    assert (network["seed"], training["seed"], settings["data"]["split"]["seed"]) == (4, 4, 4)
    assert network["dtype"] == "float32"
    assert training["optimizer"]["beta_1"] == 0.8
    assert (training["learning_rate"], training["l2"], training["batch_size"]) == (0.01, 0.001, 16)
    assert (training["max_epochs"], training["shuffle"]) == (5, False)


def test_that_a_learning_rate_can_be_found(tmp_path: Path) -> None:
    plain(
        call(
            "train", "sample:sine", "--learning-rate", "auto", "--epochs", "2", "--out", "r.mlp", "--json", cwd=tmp_path
        )
    )
    call("export", "r.mlp", "--format", "json", "--out", "r.json", cwd=tmp_path)
    rate = json.loads((tmp_path / "r.json").read_text())["settings"]["run"]["training"]["learning_rate"]
    assert 1e-5 < rate < 1
    assert rate != 0.003  # what is proposed without looking


def test_that_momentum_chooses_its_optimizer(tmp_path: Path) -> None:
    done = call("train", "sample:xor", "--momentum", "0.5", "--epochs", "2", "--out", "run.mlp", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    call("export", "run.mlp", "--format", "json", "--out", "run.json", cwd=tmp_path)
    training = json.loads((tmp_path / "run.json").read_text())["settings"]["run"]["training"]
    assert training["optimizer"]["name"] == "momentum"
    assert training["optimizer"]["momentum"] == 0.5


def test_that_a_settings_file_is_taken_over(tmp_path: Path) -> None:
    settings = {
        "training": {"max_epochs": 3, "optimizer": "sgd"},
        "network": {"hidden": []},
        "data": {"scaling": "minmax"},
    }
    (tmp_path / "s.json").write_text(json.dumps(settings))
    found = plain(call("train", "sample:sine", "--config", "s.json", "--json", cwd=tmp_path))
    assert found["epochs"] == 3
    (tmp_path / "s.json").write_text('{"training": {"epochz": 3}}')
    done = call("train", "sample:sine", "--config", "s.json", cwd=tmp_path)
    assert done.returncode == 2
    assert "training.epochz" in done.stderr


def test_that_the_same_seed_gives_the_same_weights(tmp_path: Path) -> None:
    losses = [plain(call("train", "sample:xor", "--epochs", "20", "--seed", s, "--json"))["loss"] for s in "112"]
    assert losses[0] == losses[1]
    assert losses[0] != losses[2]


WRONG = [
    (("train", "nowhere.csv"), "There is no file nowhere.csv."),
    (("train", "sample:nothing"), "There is no sample named 'nothing'."),
    (("train",), "There is nothing to train on."),
    (("train", "sample:iris", "--batch-size", "0"), "Batch size cannot be 0."),
    (("train", "sample:iris", "--learning-rate", "fast"), "Learning rate cannot be 'fast'."),
    (("train", "sample:iris", "--optimizer", "newton"), "There is no optimizer named 'newton'."),
    (("train", "sample:iris", "--optimizer", "adam:beta_1=1"), "cannot be 1"),
    (("train", "sample:iris", "--activation", "step"), "There is no activation named 'step'."),
    (("train", "sample:iris", "--target", "colour"), "There is no column 'colour'"),
    (("train", "sample:iris", "--split", "0.5,0.5"), "--split needs three shares."),
    (("train", "sample:iris", "--split", "0.5,0.5,0.5"), "add up to 1.5"),
    (("train", "sample:iris", "--task", "guessing"), "Task cannot be 'guessing'."),
    (("train", "sample:iris", "--what"), "--what"),
    (("predict", "nowhere.mlp", "sample:iris", "--out", "p.csv"), "nowhere.mlp cannot be read."),
    (("export", "nowhere.mlp", "--format", "tapestry", "--out", "x"), "There is no format 'tapestry'."),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG, ids=[" ".join(arguments) for arguments, _ in WRONG])
def test_that_a_mistake_is_answered_in_one_sentence(arguments: tuple[str, ...], words: str) -> None:
    done = call(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    error = json.loads(call(*arguments, "--json").stdout)["error"]
    assert set(error) == {"title", "detail", "hint"}
    assert words in " ".join(error.values())


def test_that_a_process_answers_a_mistake_as_the_command_does() -> None:
    arguments = ("train", "sample:iris", "--target", "colour")
    done, called = start(*arguments), call(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (called.returncode, called.stdout, called.stderr)


def test_that_a_word_that_is_no_command_names_a_file_for_the_window() -> None:
    done = start("explode")
    assert done.returncode == 2
    assert "there is no display here" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_that_without_a_display_the_window_says_so_and_does_not_abort() -> None:
    done = start()
    assert done.returncode == 2
    assert done.stderr.startswith("The window cannot open: there is no display here.")


def test_that_a_saved_run_goes_on_exactly(tmp_path: Path) -> None:
    # The proposed schedule reaches 0 with the last epoch, so that 35 epochs are not the first 35 of 90.
    straight = ["train", "sample:iris", "--seed", "5", "--schedule", "constant", "--json"]
    whole = plain(call(*straight, "--epochs", "90", "--out", "whole.mlp", "--history", "whole.csv", cwd=tmp_path))
    plain(call(*straight, "--epochs", "35", "--out", "part.mlp", cwd=tmp_path))
    resume = ["train", "--resume", "part.mlp", "--epochs", "90", "--json", "--history", "part.csv"]
    rest = plain(call(*resume, "--out", "part.mlp", cwd=tmp_path))
    for found in (whole, rest):
        del found["seconds"]
    assert rest == whole
    for a, b in zip(rows_of(tmp_path / "whole.csv"), rows_of(tmp_path / "part.csv"), strict=True):
        assert a | {"seconds": ""} == b | {"seconds": ""}


def test_that_a_finished_run_says_why_it_cannot_go_on(tmp_path: Path) -> None:
    plain(call("train", "sample:xor", "--epochs", "3", "--out", "r.mlp", "--json", cwd=tmp_path))
    done = call("train", "--resume", "r.mlp", cwd=tmp_path)
    assert done.returncode == 2
    assert "All 3 epochs are done. Raise Epochs to go on." in done.stderr
    done = call("train", "--resume", "r.mlp", "--batch-size", "7", "--epochs", "5", cwd=tmp_path)
    assert done.returncode == 2
    assert "Batch size cannot change during a run." in done.stderr


def test_that_help_and_version_answer() -> None:
    assert call("--version").stdout.startswith("mlp_gui 0.")
    text = call("train", "--help").stdout
    for option in (
        "--learning-rate",
        "--patience",
        "--min-delta",
        "--initializer",
        "--dropout",
        "--no-shuffle",
        "--scale-target",
    ):
        assert option in text


def test_that_samples_are_listed() -> None:
    names = [sample["name"] for sample in plain(call("samples", "--json"))["samples"]]
    assert {"busan_beach", "iris", "xor", "spirals"} <= set(names)


def test_that_training_names_its_inputs_and_what_it_ignores(tmp_path: Path) -> None:
    rows = "".join(f"r{i},{(7 * i) % 31},{i % 5}.5,3,{i * i % 17}.25\n" for i in range(40))
    (tmp_path / "t.csv").write_text("name,a,b,same,y\n" + rows)
    done = call("train", "t.csv", "--target", "y", "--epochs", "2", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Inputs (2): a, b." in done.stdout
    assert "Ignored (2): name (Its values number or name the rows), same (It has the same value in every row)." in (
        done.stdout
    )


def test_that_every_sample_trains_to_a_finite_loss() -> None:
    for sample in plain(call("samples", "--json"))["samples"]:
        found = plain(call("train", f"sample:{sample['name']}", "--epochs", "3", "--json"))
        assert np.isfinite(found["loss"]["train"]), sample


@pytest.mark.parametrize("option", ["--out", "--history"])
def test_that_a_place_that_cannot_be_written_is_refused_before_hours_of_training(option: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name, why in (("missing/run.mlp", "the folder does not exist"), ("folder", "there is a folder of that name")):
        done = call("train", "sample:sine", "--epochs", "1000000000", "--no-early-stopping", option, name, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"{Path(name).name} was not written: {why}." in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_that_the_tutorial_is_judged_beside_references_and_its_two_training_losses_told_apart() -> None:
    found = json.loads(call("train", "--preset", "tutorial", "--json").stdout)
    assert set(found["baselines"]) == {"constant", "linear", "persistence"}, "its rows follow one another in time"
    for model in found["baselines"].values():
        assert set(model) == {"train", "validation"}
        assert set(model["validation"]) == set(found["metrics"]["validation"])
    verdict = found["verdict"]
    assert (verdict["kind"], verdict["subset"], verdict["rows"]) == ("bad", "validation", 66)
    assert verdict["sentence"].startswith("No better than the mean: R² -0.04 [")
    rmse = found["metrics"]["validation"]["rmse"] / found["baselines"]["constant"]["validation"]["rmse"]
    assert verdict["skill"]["constant"]["value"] == pytest.approx(1 - rmse)
    losses = found["training_loss"]
    assert losses["after_epoch"] == found["loss"]["train"]
    assert losses["during_epoch"] == pytest.approx(1.050, abs=5e-4), "as the loss plot shows it"
    text = call("train", "--preset", "tutorial").stdout
    assert verdict["sentence"] in text
    assert "r2, persistence" in text
