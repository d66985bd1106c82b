"""What today's program reads, computes, writes and says is what the golden files hold. See README.md beside them."""

from __future__ import annotations

import json
import os
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from golden_commands import ANSWERS, HELPS, REFUSALS, answer, options, refusal
from golden_exports import MODELS, NEEDS_EXTRA, contents, format_names
from golden_files import (
    FOLDER,
    PROJECTS,
    assert_members,
    assert_numbers,
    assert_plain,
    members_of,
    read_arrays,
    read_json,
)
from golden_histories import histories, scores, stops
from golden_names import names
from golden_projects import NAMES, continuation, opened, runs_of, shape_of_state, written_again
from golden_settings import found_choices, keys_in, text_in, use_program, write_choices
from PySide6.QtWidgets import QApplication, QWidget

from mlp_gui.export.project.table_reference import rows_digest
from mlp_gui.export.registry import formats
from mlp_gui.views.shell.workspace import Workspace

golden_json = cache(read_json)
golden_arrays = cache(read_arrays)
made_histories = cache(histories)
made_names = cache(names)


@cache
def golden_exports(model: str) -> dict[str, bytes]:
    return members_of((FOLDER / "exports" / f"{model}.zip").read_bytes())


def starting_with(names_of: Any, prefix: str) -> dict[str, Any]:
    return {name.removeprefix(prefix): value for name, value in names_of.items() if name.startswith(prefix)}


# --- project files -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_that_a_project_gives_the_rows_it_was_trained_on(name: str) -> None:
    found = opened(name)
    assert rows_digest(found.prepared.dataset) == found.project.reference.rows_sha256


@pytest.mark.parametrize("name", NAMES)
def test_that_a_run_goes_on_from_its_project_as_on_the_day_it_was_saved(name: str) -> None:
    wanted = starting_with(golden_arrays("continuations"), f"{name}.")
    found = continuation(name)
    assert list(found) == list(wanted)
    for part, array in wanted.items():
        assert_numbers(found[part], array, f"{name}: {part}")


@pytest.mark.parametrize("name", NAMES)
def test_that_the_list_of_runs_and_the_state_have_their_names(name: str) -> None:
    found = {"runs": runs_of(name), "state": shape_of_state(name)}
    assert_plain(json.loads(json.dumps(found)), golden_json("projects")[name], name)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "version_1"])
def test_that_a_project_is_written_again_with_the_same_members(name: str) -> None:
    wanted = members_of((PROJECTS / f"{name}.mlp").read_bytes())
    found = members_of(written_again(name))
    assert_members(found, wanted, name)


def test_that_version_1_holds_no_list_of_runs_and_is_written_as_version_2() -> None:
    old = members_of((PROJECTS / "version_1.mlp").read_bytes())
    new = members_of(written_again("version_1"))
    assert json.loads(old["manifest.json"])["version"] == 1
    assert json.loads(new["manifest.json"])["version"] == 2
    assert set(new) - set(old) == {"runs.json"}
    assert set(old) <= set(new)
    kept = {name: data for name, data in old.items() if name.endswith(".npy") or name == "data/original"}
    assert_members({name: new[name] for name in kept}, kept, "version_1")


@pytest.mark.parametrize("name", ["version_1", "version_2"])
def test_that_the_workspace_of_a_project_is_shown_again(name: str, qapp: QApplication, qtbot: Any) -> None:
    wanted = json.loads(opened(name).project.layout["workspace"])
    space = Workspace(QWidget())
    qtbot.addWidget(space)
    space.restore(json.dumps(wanted))
    found = json.loads(space.state())
    assert found["layout"] == wanted["layout"] == "evaluate"
    for layout_name, changed in wanted["changed"].items():
        for part in ("tabs", "front", "scores"):
            assert found["changed"][layout_name][part] == changed[part], f"{layout_name}: {part}"


# --- exports -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", format_names())
@pytest.mark.parametrize("model", MODELS)
def test_that_a_stored_model_is_exported_as_before(model: str, name: str, qapp: QApplication) -> None:
    wanted = starting_with(golden_exports(model), f"{name}/")
    assert wanted, f"there is no golden file of the format {name}"
    assert_members(contents(model, name), wanted, f"{model} as {name}")


def test_that_no_export_format_is_missing() -> None:
    exported = {name.split("/")[0] for name in golden_exports(MODELS[0])}
    assert exported | set(NEEDS_EXTRA) == set(formats.names())


# --- numbers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("group", ["optimizer", "activation", "initializer", "bias_initializer", "loss", "setting"])
def test_that_a_run_has_the_same_history(group: str) -> None:
    wanted = starting_with(golden_arrays("histories"), f"{group}.")
    found = starting_with(made_histories(), f"{group}.")
    assert list(found) == list(wanted)
    for name, array in wanted.items():
        assert_numbers(found[name], array, f"{group} {name}")


def test_that_no_golden_history_is_left_out_and_all_differ() -> None:
    arrays = golden_arrays("histories")
    assert list(made_histories()) == list(arrays)
    assert all(np.isfinite(array[:, 1]).all() for array in arrays.values() if array.ndim == 2)
    for name in ("l2", "dropout", "averaging", "clip_norm", "no_shuffle", "batch_mean", "max_norm"):
        assert not np.array_equal(arrays[f"setting.{name}"], arrays["optimizer.adam.constant"])


@pytest.mark.parametrize(("what", "make"), [("scores", scores), ("stops", stops)])
def test_that_metrics_and_stopping_rules_say_the_same(what: str, make: Any) -> None:
    assert_plain(make(), golden_json("results")[what], what)


# --- names ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", list(golden_json("names")))
def test_that_names_in_files_and_commands_are_the_same(part: str) -> None:
    found = json.loads(json.dumps(made_names()[part]))
    assert_plain(found, golden_json("names")[part], part)


def test_that_no_kind_of_name_is_new() -> None:
    assert list(made_names()) == list(golden_json("names"))


# --- command line --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", list(ANSWERS))
def test_that_a_command_answers_the_same(name: str, tmp_path: Path) -> None:
    found = json.loads(json.dumps(answer(ANSWERS[name], tmp_path)))
    assert_plain(found, golden_json("commands")["answers"][name], name)


@pytest.mark.parametrize("line", REFUSALS)
def test_that_a_command_is_refused_in_the_same_words(line: str, tmp_path: Path) -> None:
    wanted = golden_json("commands")["refusals"][line]
    assert wanted["code"] == 2
    assert refusal(line, tmp_path) == wanted


@pytest.mark.parametrize("command", HELPS)
def test_that_a_command_has_the_same_options(command: str, tmp_path: Path) -> None:
    assert options(command, tmp_path) == golden_json("commands")["options"][command]


# --- settings ------------------------------------------------------------------------------------------------


def test_that_settings_of_today_are_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(FOLDER / "settings.ini", tmp_path / "settings.ini")
    monkeypatch.setenv("MLP_GUI_SETTINGS", str(tmp_path / "settings.ini"))
    assert_plain(found_choices(), golden_json("settings")["found"], "settings")


def test_that_the_program_remembers_under_the_same_keys(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MLP_GUI_SETTINGS", os.fspath(path := tmp_path / "settings.ini"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "local"))
    qapp.setQuitOnLastWindowClosed(False)
    use_program(qapp)
    write_choices()
    assert keys_in(path) == golden_json("settings")["keys"]
    assert text_in(path, "present_panels") == golden_json("settings")["panels"]
