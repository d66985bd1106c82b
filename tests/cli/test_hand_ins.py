"""The command `check` goes through the work of a class: each file gets its verdict, and none stops the others."""

from __future__ import annotations

import json
from pathlib import Path

from helpers.class_work import class_file, handed_in, written_table
from helpers.command_line import call


def test_that_a_folder_of_hand_ins_is_checked_against_the_class_file(tmp_path: Path) -> None:
    data = class_file(written_table(tmp_path))
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / "a class.mlp").write_bytes(data)
    (folder / "ada.mlp").write_bytes(handed_in(data))
    (folder / "bob.mlp").write_bytes(handed_in(data, theta=lambda theta: theta * 0.9))
    (folder / "cyd.mlp").write_bytes(b"nothing")
    done = call("check", str(folder), "--class-file", str(folder / "a class.mlp"), "--json")
    found = json.loads(done.stdout)["hand_ins"]
    assert [(one["file"], one["verdict"]) for one in found] == [
        ("ada.mlp", "honest"), ("bob.mlp", "forged"), ("cyd.mlp", "refused"),
    ]  # fmt: skip
    assert done.returncode == 3
    assert [task["goal"] for task in found[0]["tasks"]] == ["R² (validation): at least 0.2", "At most 40 weights"]
    text = call("check", str(folder / "ada.mlp")).stdout
    assert f"Honest, {sum(task['reached'] for task in found[0]['tasks'])} of 2 tasks reached" in text


def test_that_no_file_is_a_refusal(tmp_path: Path) -> None:
    done = call("check", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("There is nothing to check.")
