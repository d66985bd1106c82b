"""What the system refuses is a sentence and exit code 2, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.command_line import call
from mlp_gui.cli import commands
from mlp_gui.core.regular_file import MOST_SETTINGS

LONG = "a" * 5000
TRAIN = ("train", "sample:iris", "--target", "species", "--epochs", "2")


@pytest.mark.parametrize(
    "arguments",
    [
        ("inspect", f"{LONG}.csv"),
        ("inspect", f"{'b/' * 3000}x.csv"),
        ("inspect", "nul\0.csv"),
        ("predict", f"{LONG}.mlp", "sample:iris", "--out", "x.csv"),
        ("export", f"{LONG}.mlp", "--format", "npz", "--out", "x.npz"),
        (*TRAIN, "--out", f"{LONG}.mlp"),
        (*TRAIN, "--history", f"{LONG}/h.csv"),
        (*TRAIN, "--config", f"{LONG}.json"),
        (*TRAIN, "--config", "nul\0.json"),
        (*TRAIN, "--config", "."),
        ("train", "--resume", f"{LONG}.mlp"),
        (*TRAIN, "--split-gap", LONG),
        (*TRAIN, "--split", f"{LONG},1,1"),
        (*TRAIN, "--leave-out", LONG),
        (*TRAIN, "--leave-out-rows", LONG),
        (*TRAIN, "--leave-out-time", LONG),
        (*TRAIN, "--derive", f"x = lag `{LONG[:1900]}`"),
        (*TRAIN, "--derive", f"x = lag({LONG[:1900]}, 1)"),
        (*TRAIN, "--transform", f"{LONG}=log"),
        (*TRAIN, "--below-limit", f"sepal_width={LONG}"),
        (*TRAIN, "--by", LONG),
        (*TRAIN, f"{LONG}\x1b[31m"),
    ],
    ids=lambda arguments: " ".join(arguments)[:40].replace("\0", "0"),
)
def test_that_what_cannot_be_is_refused_shortly(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = call(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert 10 < len(done.stderr) < 1_500
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[" * 100_000 + "]" * 100_000, "nested too deeply"),
        ('{"training": {"max_epochs": 2, "max_epochs": 3}}', 'The name "max_epochs" stands there twice'),
        ('{"a": 1, "a": 1}', 'The name "a" stands there twice'),
        ("[1]", "must hold one JSON object"),
    ],
    ids=["deep", "twice", "twice the same", "no object"],
)
def test_that_odd_settings_are_refused(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text(text, encoding="utf-8")
    done = call(*TRAIN, "--config", "c.json", cwd=tmp_path)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied", "/locked/t.csv"), "t.csv cannot be used. Permission denied."),
        (MemoryError(), "There is not enough memory for this."),
        (RecursionError(), "There is not enough memory for this."),
        (OSError("no number"), "A file cannot be used. no number."),
    ],
)
@pytest.mark.parametrize("json", [(), ("--json",)])
def test_that_whatever_the_system_refuses_is_a_sentence(monkeypatch, error, said, json) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(commands, "inspect", fail)
    done = call("inspect", "t.csv", *json)
    assert done.returncode == 2
    assert said.split(". ")[0] in (done.stdout if json else done.stderr)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process so")
@pytest.mark.parametrize("megabytes", [60, 130, 160, 185])
def test_that_too_little_memory_to_start_is_no_traceback(megabytes: int) -> None:
    """What numpy's own library says when it can say nothing else is left to it."""
    shell = f'ulimit -v {1000 * megabytes}; exec "{sys.executable}" -m mlp_gui {" ".join(TRAIN)}'
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode != 2 or "not enough memory" in done.stderr


def test_that_a_table_of_very_many_columns_names_the_options_that_open_it(tmp_path: Path) -> None:
    """Eleven thousand numbers, the option that the sentence names, and a network on a part."""
    wide = tmp_path / "wide.csv"
    row = ",".join(str(j % 7) for j in range(11_000))
    wide.write_text(",".join(f"c{j}" for j in range(11_000)) + f"\n{row}\n" * 3)
    refused = call("inspect", "wide.csv", cwd=tmp_path)
    assert refused.returncode == 2
    assert "--first-columns 10000 or --first-columns 11000" in refused.stderr
    few = call("inspect", "wide.csv", "--first-columns", "3", "--json", cwd=tmp_path)
    assert few.returncode == 0, few.stderr
    assert '"c2"' in few.stdout
    assert '"c3"' not in few.stdout
    for wrong in ("-1", "x", "30001"):
        assert call("inspect", "wide.csv", "--first-columns", wrong, cwd=tmp_path).returncode == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
@pytest.mark.parametrize("source", ["pipe", "/dev/zero", "huge.json"])
def test_that_settings_that_never_end_are_refused_soon(source: str, tmp_path: Path) -> None:
    """A pipe without a writer stood for ever, /dev/zero took all memory."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "huge.json").write_bytes(b" " * (MOST_SETTINGS + 1))
    study = ("study", "sample:iris", "--target", "species", "--repeats", "2")
    for arguments in ((*TRAIN, "--config", source), (*study, "--plan", source)):
        done = call(*arguments, cwd=tmp_path)
        assert done.returncode == 2, arguments
        assert 10 < len(done.stderr) < 400
    if source == "pipe":
        done = call(*study, "--out", source, cwd=tmp_path)
        assert done.returncode == 2
        assert "is a pipe or a device" in done.stderr
