"""What the command line answers: JSON, files, exit codes, refusals and the names of its options."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from golden_projects import path_of

from mlp_gui.cli.main import run

TABLE = "a;b;kind\n1,5;x;u\n2;y;v\n;x;u\n" + "".join(f"{i},25;{'xyz'[i % 3]};{'uv'[i % 2]}\n" for i in range(30))
_NAMES = re.compile(r"Choose one of: (.*)\.")
_OPTION = re.compile(r"--[a-z0-9][a-z0-9-]*")

# Commands with --json, by the name of what they show. FOLDER and PROJECT: see `_filled`.
ANSWERS = {
    "inspect a sample": "inspect sample:penguins",
    "inspect a file": "inspect FOLDER/t.csv --missing=22.25",
    "samples": "samples",
    "train the tutorial": "train --preset tutorial --epochs 4",
    "train by a file": "train FOLDER/t.csv --config FOLDER/c.json --seed 3",
    "train with options": "train sample:iris --epochs 6 --seed 2 --hidden 5,3 --activation relu "
    "--optimizer adam:beta_1=0.8 --schedule step:every=2 --batch-size 16 --l2 0.001 --dropout 0.1 "
    "--scale minmax --split 0.6,0.2,0.2",
    "train with momentum": "train sample:xor --epochs 3 --momentum 0.7 --no-shuffle",
    "train to a file": "train sample:sine --epochs 3 --out FOLDER/run.mlp --history FOLDER/h.csv",
    "resume version 1": "train --resume PROJECT/version_1 --epochs 20 --out FOLDER/one.mlp",
    "resume version 2": "train --resume PROJECT/version_2 --epochs 18 --l1 0",
    "predict": "predict PROJECT/version_1 FOLDER/fruits.csv --out FOLDER/p.csv",
    "export": "export PROJECT/version_2 --format json --out FOLDER/e.json",
}
CONFIG = {
    "data": {"columns": [{"name": "a", "missing": "mean"}, {"name": "b"}, {"name": "kind", "role": "target"}]},
    "network": {"hidden": [{"units": 3, "activation": "silu"}]},
    "training": {"optimizer": {"name": "rmsprop"}, "max_epochs": 5},
}
FRUITS = "size;weight;colour\n5.25;70;red\n4.5;80.5;green\n;60;blue\n6;75;violet\n"
# What is refused, as text and (the first) as JSON.
REFUSALS = (
    "inspect FOLDER/none.csv --json",
    "train",
    "train FOLDER/none.csv",
    "train sample:nothing",
    "train sample:iris --no-such-option",
    "train sample:iris --learning-rate -1",
    "train sample:iris --learning-rate fast",
    "train sample:iris --epochs 1.5",
    "train sample:iris --optimizer nope",
    "train sample:iris --optimizer adam:beta=1",
    "train sample:iris --optimizer adam:beta_1",
    "train sample:iris --optimizer adam --momentum 0.7",
    "train sample:iris --split 0.5,0.5",
    "train sample:iris --target nothing",
    "train sample:iris --inputs species",
    "train FOLDER/t.csv --out FOLDER/t.csv",
    "train FOLDER/t.csv --config FOLDER/t.csv",
    "train --resume PROJECT/version_2 --seed 1 --target price",
    "train --resume PROJECT/version_2 --epochs 3",
    "train --resume PROJECT/version_2 --batch-size 7",
    "train --resume FOLDER/t.csv",
    "predict PROJECT/version_1 sample:sine --out FOLDER/p.csv",
    "export PROJECT/version_1 --format predictions --out FOLDER/p.csv",
    "export PROJECT/version_1 --format nope --out FOLDER/p.csv",
)
# Thousands of numbers that follow from the scores; tests/verdict compares them with what they should be.
DRAWN = ("intervals", "baselines_intervals", "targets_intervals", "subgroups")
HELPS = ("", "inspect", "train", "predict", "export", "samples")


def answered(line: str, folder: Path) -> dict[str, Any]:
    """Exit code and what was printed, with the folder's name left out."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = run([_filled(word, folder) for word in line.split()])
        except SystemExit as end:  # --help ends so
            code = int(end.code or 0)
    return {"code": code, "out": _bare(out.getvalue(), folder), "err": _bare(err.getvalue(), folder)}


def _filled(word: str, folder: Path) -> str:
    for part in word.split("PROJECT/")[1:]:
        word = word.replace(f"PROJECT/{part}", path_of(part))
    return word.replace("FOLDER", str(folder))


def _bare(text: str, folder: Path) -> str:
    return text.replace(json.dumps(str(folder))[1:-1], "FOLDER").replace(str(folder), "FOLDER").replace(os.sep, "/")


def prepare_folder(folder: Path) -> None:
    (folder / "t.csv").write_text(TABLE, encoding="utf-8")
    (folder / "c.json").write_text(json.dumps(CONFIG), encoding="utf-8")
    (folder / "fruits.csv").write_text(FRUITS, encoding="utf-8")


def answer(line: str, folder: Path) -> dict[str, Any]:
    """The JSON of a command without the time it took and the intervals that it drew, and the tables it wrote."""
    prepare_folder(folder)
    found = answered(f"{line} --json", folder)
    assert found["code"] == 0, found
    assert not found["err"]
    plain = json.loads(found["out"])
    for name in ("seconds", *DRAWN):
        plain.pop(name, None)
    return {"json": plain} | {name: _read(folder / name) for name in ("p.csv", "h.csv") if (folder / name).exists()}


def _read(path: Path) -> str:
    """A table without the column of the training time."""
    rows = [line.split(",") for line in path.read_text(encoding="utf-8-sig").splitlines()]
    keep = [i for i, heading in enumerate(rows[0]) if "seconds" not in heading]
    return "\n".join(",".join(row[i] for i in keep) for row in rows)


def refusal(line: str, folder: Path) -> dict[str, Any]:
    """Names to choose from are sorted: their order is that of the imports. The PDF is one only beside a window."""
    prepare_folder(folder)
    found = answered(line, folder)
    return found | {"err": _NAMES.sub(_sorted, found["err"])}


def _sorted(found: re.Match[str]) -> str:
    return f"Choose one of: {', '.join(sorted(set(found[1].split(', ')) - {'report_pdf'}))}."


def options(command: str, folder: Path) -> list[str]:
    """The options that the help of a command names, each once, in their order."""
    found = answered(f"{command} --help", folder)
    assert found["code"] == 0
    return list(dict.fromkeys(_OPTION.findall(found["out"])))


def commands(folder_of: Callable[[], Path]) -> dict[str, Any]:
    """Everything, each in a new folder."""
    return {
        "answers": {name: answer(line, folder_of()) for name, line in ANSWERS.items()},
        "refusals": {line: refusal(line, folder_of()) for line in REFUSALS},
        "options": {command: options(command, folder_of()) for command in HELPS},
    }
