"""What the options of the command line take, and how they refuse what they cannot take."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from helpers.command_line import WITHOUT_DISPLAY, Done, call, start

TABLE = '"Q, m3/s",P,T\n' + "".join(f"{(7 * i) % 31}.5,{i % 5}.25,{i * i % 17}\n" for i in range(40))


def run(folder: Path, *arguments: str) -> Done:
    (folder / "t.csv").write_text(TABLE)
    return call(*arguments, cwd=folder)


def refused(done: Done, *words: str) -> None:
    assert (done.returncode, done.stdout) == (2, ""), done
    for word in words:
        assert word in done.stderr


@pytest.mark.parametrize(
    ("target", "inputs", "found"),
    [
        ("Q, m3/s", "P", ["P"]),
        ("P", "Q, m3/s", ["Q, m3/s"]),
        ("P", "T,Q, m3/s", ["Q, m3/s", "T"]),
        ("P", '"Q, m3/s",T', ["Q, m3/s", "T"]),
        ("Q, m3/s,P", "T", ["T"]),
    ],
)
def test_that_a_name_may_hold_the_comma_that_separates_names(target, inputs, found, tmp_path: Path) -> None:
    done = run(tmp_path, "train", "t.csv", "--target", target, "--inputs", inputs, "--epochs", "2", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["inputs"] == found


def test_that_an_unknown_name_is_refused_by_its_name(tmp_path: Path) -> None:
    done = run(tmp_path, "train", "t.csv", "--target", "Q, m3/s", "--inputs", "P,R")
    refused(done, "There is no column 'R' in t.csv.")


@pytest.mark.parametrize("seed", ["nan", "1.7", "inf", "x"])
def test_that_a_seed_is_a_whole_number(seed: str, tmp_path: Path) -> None:
    refused(run(tmp_path, "train", "t.csv", "--target", "T", "--seed", seed), "--seed cannot be", seed)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--inputs", "P,T"), "The column T is the target. Leave it out of --inputs, or choose another."),
        (("--weights", "T"), "The column T is the target. Leave it out of --weights, or choose another."),
        (("--split-column", "P", "--weights", "P"), "The column P divides the rows. Leave it out of --weights"),
        (("--split-method", "column"), "Which column divides the rows? Name it with --split-column."),
    ],
)
def test_that_a_column_with_two_roles_is_refused(arguments, said: str, tmp_path: Path) -> None:
    refused(run(tmp_path, "train", "t.csv", "--target", "T", *arguments), said)


@pytest.mark.parametrize("settings", ['{"data": {"split": 3}}', '{"data": 3}', '{"training": 3}'])
def test_that_settings_of_another_kind_are_refused_in_words(settings: str, tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text(settings)
    done = run(tmp_path, "train", "t.csv", "--config", "c.json")
    refused(done, "objects of names and values" if "data" in settings else "an object of names and values")


def test_that_settings_may_begin_with_the_mark_of_a_windows_editor(tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text('{"training": {"max_epochs": 4}}', encoding="utf-8-sig")
    done = run(tmp_path, "train", "t.csv", "--config", "c.json", "--json")
    assert json.loads(done.stdout)["epochs"] == 4


def test_that_output_without_every_letter_gets_escapes(tmp_path: Path) -> None:
    (tmp_path / "u.csv").write_text("Łódź,λ\n1,2\n2,3\n", encoding="utf-8")
    done = start("inspect", "u.csv", cwd=tmp_path, encoding="cp1252")
    assert done.returncode == 0, done.stderr
    assert "\\u0141ód\\u017a" in done.stdout
    found = json.loads(start("inspect", "u.csv", "--json", cwd=tmp_path, encoding="cp1252").stdout)
    assert [field["name"] for field in found["fields"]] == ["Łódź", "λ"]
    assert "--l1" in start("train", "--help", encoding="ascii").stdout


def test_that_a_reader_who_leaves_early_causes_no_noise() -> None:
    command = [sys.executable, "-m", "mlp_gui", "train", "sample:iris", "--epochs", "300"]
    done = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=WITHOUT_DISPLAY)
    assert done.stdout is not None
    assert done.stderr is not None
    done.stdout.close()
    assert done.stderr.read() == b""
    done.stderr.close()
    assert done.wait() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="where a process says which files it has open")
def test_that_an_interrupted_reading_ends_in_a_word(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    large.write_text("a,b\n" + "1.5,2.5\n" * 6_000_000)
    command = [sys.executable, "-m", "mlp_gui", "inspect", large.name]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell lets what it starts with & ignore it
    done = subprocess.Popen(
        command, stderr=subprocess.PIPE, cwd=tmp_path, env=WITHOUT_DISPLAY, text=True, preexec_fn=heard
    )
    assert done.stderr is not None
    while not is_open(large, done.pid):
        assert done.poll() is None
    done.send_signal(signal.SIGINT)
    said = done.stderr.read()
    done.stderr.close()
    assert done.wait() == 130
    assert said == "Interrupted.\n"


def is_open(path: Path, process: int) -> bool:
    folder = Path(f"/proc/{process}/fd")
    try:
        return any(os.readlink(file) == str(path) for file in folder.iterdir())
    except OSError:  # a file that was closed meanwhile
        return False
