"""The list of runs in a project file: everything comes back, old files open, hostile ones are refused in a sentence."""

from __future__ import annotations

import dataclasses
import io
import json
import math
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.project import container
from mlp_gui.export.project.container import pack, unpack
from mlp_gui.export.project.project import encode_project, read_project, save_project
from mlp_gui.export.project.run_list import NO_RUNS, RunRecord, RunRecords, read_runs, runs_members
from mlp_gui.export.project.table_reference import make_reference, read_original
from mlp_gui.model import TrainedModel
from mlp_gui.presets import propose_config, suggested_spec

LAYOUT = {"workspace": json.dumps({"layout": "evaluate", "changed": {"training": {"sizes": {"rows": [300, 200, 99]}}}})}


@cache
def a_list() -> tuple[ExportInput, Trainer, RunRecords]:
    """Three runs on the xor sample, the third one a fork, as a project would hold them."""
    table = open_table("sample:xor")
    prepared = prepare(table, suggested_spec("sample:xor", table))
    config = propose_config(prepared.dataset)
    runs, parents = [], {1: (0, 0), 2: (0, 0), 5: (2, 3)}
    for number, (parent, fork) in parents.items():
        changed = config.replace(training=config.training.replace(learning_rate=0.01 * number))
        trainer = Trainer(changed, prepared.dataset)
        for _ in range(3 + number):
            trainer.step_epoch()
        history = trainer.history
        scores = {"training": {"accuracy": 0.5, "log_loss": math.nan}}
        runs.append(
            RunRecord(
                number, changed, history.epochs.copy(), history.train_loss.copy(), history.validation_loss.copy(),
                trainer.best_epoch, trainer.best_value, "Paused.", trainer.state(), scores, "Größer 'x' =1+1",
                number != 2, parent, fork,
            )
        )  # fmt: skip
    model = TrainedModel.from_run(prepared, runs[-1].config, trainer.network, trainer.epoch, "last")
    return ExportInput(model, trainer.history, prepared), trainer, RunRecords(tuple(runs), current=5, count=7)


@cache
def project_bytes() -> bytes:
    source, trainer, runs = a_list()
    assert source.prepared is not None
    reference = make_reference(source.prepared.table, source.prepared.dataset, read_original(source.prepared))
    return encode_project(source, reference, trainer.state(), LAYOUT, runs=runs)


def facts(run: RunRecord) -> dict[str, Any]:
    plain = {f.name: getattr(run, f.name) for f in dataclasses.fields(run)}
    plain["state"] = {name: (a.dtype, a.shape, a.tobytes()) for name, a in (run.state or {}).items()}
    plain |= {name: plain[name].tobytes() for name in ("epochs", "train", "validation")}
    return plain | {"scores": repr(plain["scores"]), "best_value": repr(run.best_value)}


def test_that_every_run_comes_back_bit_for_bit_and_goes_on_exactly() -> None:
    source, _, runs = a_list()
    project = read_project(project_bytes(), "p")
    assert (project.runs.current, project.runs.count) == (5, 7)
    assert [facts(run) for run in project.runs.runs] == [facts(run) for run in runs.runs]
    assert project.layout == LAYOUT
    found = project.runs.runs[1]
    again = Trainer.from_state(found.config, source.prepared.dataset, found.state)
    alone = Trainer(found.config, source.prepared.dataset)
    for _ in range(12):
        alone.step_epoch()
    for _ in range(12 - found.last_epoch):
        again.step_epoch()
    np.testing.assert_array_equal(again.network.theta, alone.network.theta)


def test_that_what_the_file_has_already_is_not_written_twice() -> None:
    members = unpack(project_bytes(), "p")
    plain = json.loads(members["runs.json"])
    current = next(run for run in plain["runs"] if run["number"] == 5)
    assert all(place.startswith("state/") for place in current["state"].values())
    assert not [name for name in members if name.startswith("runs/5/") and name != "runs/5/curves.npy"]
    with zipfile.ZipFile(io.BytesIO(project_bytes())) as archive:  # as the documentation says: zipfile and numpy
        at = next(run for run in plain["runs"] if run["number"] == 2)["state"]["theta"]
        theta = np.load(io.BytesIO(archive.read(at)), allow_pickle=False)
    np.testing.assert_array_equal(theta, read_project(project_bytes(), "p").runs.runs[1].state["theta"])


def test_that_a_file_of_the_first_version_still_opens() -> None:
    members = {name: data for name, data in unpack(project_bytes(), "p").items() if not name.startswith("runs")}
    old = pack(members, version=1)
    assert json.loads(zipfile.ZipFile(io.BytesIO(old)).read("manifest.json"))["version"] == 1
    project = read_project(old, "p")
    assert project.runs == NO_RUNS
    assert project.state is not None


def test_that_a_save_whose_runs_would_not_be_read_back_is_refused(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, trainer, runs = a_list()

    def another(members, where: str) -> RunRecords:
        first, *rest = read_runs(members, where).runs
        state = first.state | {"theta": first.state["theta"] + 1e-9}
        return RunRecords((dataclasses.replace(first, state=state), *rest))

    monkeypatch.setattr("mlp_gui.export.project.project.read_runs", another)
    with pytest.raises(UserError, match="would not hold the same state"):
        save_project(tmp_path / "p.mlp", source, trainer.state(), runs=runs)
    assert not (tmp_path / "p.mlp").exists()


def test_that_flipped_bytes_and_cut_files_are_refused_or_identical() -> None:
    data = project_bytes()
    truth = [facts(run) for run in read_project(data, "p").runs.runs]
    rng, noticed = np.random.default_rng(5), 0
    damaged = [data[:cut] for cut in rng.integers(0, len(data), 100)]
    for place in rng.choice(len(data), 300, replace=False):
        flipped = bytearray(data)
        flipped[place] ^= 1 << int(rng.integers(8))
        damaged.append(bytes(flipped))
    for bad in damaged:
        try:
            project = read_project(bad, "p")
        except UserError:
            noticed += 1
        else:
            assert [facts(run) for run in project.runs.runs] == truth
            assert project.layout == LAYOUT
    assert noticed > 350


def run_of(plain: dict[str, Any]) -> dict[str, Any]:
    return plain["runs"][2]


HOSTILE: dict[str, Callable[[dict[str, Any], dict[str, bytes]], object]] = {
    "no list": lambda plain, m: plain.update(runs=7),
    "too many": lambda plain, m: plain.update(runs=plain["runs"] * 50),
    "a number twice": lambda plain, m: plain["runs"].append(plain["runs"][0]),
    "number 0": lambda plain, m: plain["runs"][0].update(number=0),
    "number as text": lambda plain, m: run_of(plain).update(number="5"),
    "number true": lambda plain, m: plain["runs"][0].update(number=True),
    "its own parent": lambda plain, m: run_of(plain).update(parent=5),
    "negative fork": lambda plain, m: run_of(plain).update(fork_epoch=-1),
    "huge fork": lambda plain, m: run_of(plain).update(fork_epoch=10**30),
    "count too small": lambda plain, m: plain.update(count=1),
    "current beyond": lambda plain, m: plain.update(current=99),
    "no config": lambda plain, m: run_of(plain).pop("config"),
    "strange setting": lambda plain, m: run_of(plain)["config"].update(evil=1),
    "setting out of range": lambda plain, m: run_of(plain)["config"]["training"].update(learning_rate=-1),
    "long name": lambda plain, m: run_of(plain).update(name="x" * 100_000),
    "name as list": lambda plain, m: run_of(plain).update(name=["x"]),
    "shown as text": lambda plain, m: run_of(plain).update(shown="yes"),
    "member that is not there": lambda plain, m: run_of(plain).update(curves="runs/99/curves.npy"),
    "member outside": lambda plain, m: run_of(plain)["state"].update(theta="../../etc/passwd"),
    "member that is no array": lambda plain, m: run_of(plain)["state"].update(theta="model.json"),
    "state as list": lambda plain, m: run_of(plain).update(state=[]),
    "too many arrays": lambda plain, m: run_of(plain).update(state={str(i): "state/theta.npy" for i in range(99)}),
    "curves of another shape": lambda plain, m: run_of(plain).update(curves="state/theta.npy"),
    "scores as number": lambda plain, m: run_of(plain).update(scores=3),
    "score as text": lambda plain, m: run_of(plain).update(scores={"training": {"r2": "much"}}),
    "score too large": lambda plain, m: run_of(plain).update(scores={"training": {"r2": 10**400}}),
    "epochs backwards": lambda plain, m: m.update(
        {"runs/5/curves.npy": container.npy_of(np.array([[3.0, 2.0], [1, 1], [1, 1]]))}
    ),
    "epochs that are nan": lambda plain, m: m.update({"runs/5/curves.npy": container.npy_of(np.full((3, 2), np.nan))}),
    "curves that claim much": lambda plain, m: m.update(
        {"runs/5/curves.npy": m["runs/5/curves.npy"].replace(b"(3, 8)", b"(3, 8000000000)", 1)}
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_that_a_hostile_list_is_refused_in_one_sentence(name: str) -> None:
    members = unpack(project_bytes(), "p")
    plain = json.loads(members["runs.json"])
    HOSTILE[name](plain, members)
    members["runs.json"] = json.dumps(plain).encode()
    with pytest.raises(UserError) as refused:
        read_project(pack(members), "work.mlp")
    assert "\n" not in refused.value.title
    assert len(str(refused.value)) < 600


@pytest.mark.parametrize(
    "layout",
    ["[]", "{", '{"a": 1e30}', '{"a": -1}', '{"a": NaN}', '{"a": null}', '{"a": ' + "[" * 50_000, "x" * 200_000],
    ids=range(8),
)  # fmt: skip
def test_that_a_hostile_layout_is_refused_in_one_sentence(layout: str) -> None:
    members = unpack(project_bytes(), "p")
    plain = json.loads(members["project.json"])
    plain["layout"] = {"workspace": layout}
    members["project.json"] = json.dumps(plain).encode()
    with pytest.raises(UserError, match="damaged"):
        read_project(pack(members), "work.mlp")


def test_that_names_of_members_are_not_taken_from_what_is_written(tmp_path) -> None:
    run = dataclasses.replace(a_list()[2].runs[0], name="../../evil", ending="x" * 9_000)
    members = runs_members(RunRecords((run,), 1, 1), {})
    assert all(name == "runs.json" or name.startswith("runs/1/") for name in members)
    assert len(read_runs(members, "p").runs[0].ending) == 2_000


def test_that_a_project_gone_on_with_from_the_command_line_keeps_its_runs_and_layout(tmp_path) -> None:
    (tmp_path / "p.mlp").write_bytes(project_bytes())
    command = [sys.executable, "-m", "mlp_gui", "train", "--resume", "p.mlp", "--epochs", "20", "--out", "q.mlp"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    project = read_project((tmp_path / "q.mlp").read_bytes(), "q.mlp")
    assert len(project.run.history) == 20
    assert [facts(run) for run in project.runs.runs] == [facts(run) for run in a_list()[2].runs]
    assert project.layout == LAYOUT
