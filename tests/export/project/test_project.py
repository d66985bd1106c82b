"""Project files: a run goes on from one exactly, and changed data is never trained on silently."""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.project.project import encode_project, read_project
from mlp_gui.export.project.run_format import read_run
from mlp_gui.export.project.table_reference import locate, make_reference, read_original, rows_digest
from mlp_gui.model import TrainedModel
from mlp_gui.presets import propose_config, suggested_spec


def a_run(source: str, epochs: int, **training: object) -> tuple[Prepared, RunConfig, Trainer]:
    table = open_table(source)
    prepared = prepare(table, suggested_spec(source, table))
    config = propose_config(prepared.dataset)
    config = config.replace(training=config.training.replace(**training))
    trainer = Trainer(config, prepared.dataset)
    for _ in range(epochs):
        trainer.step_epoch()
    return prepared, config, trainer


def saved(prepared: Prepared, config: RunConfig, trainer: Trainer, embed: bool = False) -> bytes:
    model = TrainedModel.from_run(prepared, config, trainer.network, trainer.epoch, "last")
    original = read_original(prepared)
    reference = make_reference(prepared.table, prepared.dataset, original)
    taken = original if embed else None
    return encode_project(
        ExportInput(model, trainer.history, prepared), reference, trainer.state(), {"workspace": "{}"}, taken
    )


@pytest.mark.parametrize("epochs", [0, 1, 8])
@pytest.mark.parametrize("training", [{}, {"dropout": 0.3, "batch_size": 7}], ids=["plain", "dropout"])
def test_that_a_run_goes_on_from_a_file_bit_for_bit(tmp_path: Path, epochs: int, training: dict) -> None:
    prepared, config, trainer = a_run("sample:iris", epochs, **training)
    trainer.step_batch()
    write_atomic(tmp_path / "p.mlp", saved(prepared, config, trainer))
    project = read_project((tmp_path / "p.mlp").read_bytes(), "p.mlp")
    again = Trainer.from_state(project.run.model.config, prepared.dataset, project.state)
    for _ in range(12):
        trainer.step_epoch()
        again.step_epoch()
    np.testing.assert_array_equal(again.network.theta, trainer.network.theta)
    without_time = slice(0, -1)  # the last column is the training time
    np.testing.assert_array_equal(again.history.rows()[:, without_time], trainer.history.rows()[:, without_time])
    assert (again.best_epoch, again.best_value) == (trainer.best_epoch, trainer.best_value)


def test_that_predict_and_export_read_a_project_as_a_run(tmp_path: Path) -> None:
    prepared, config, trainer = a_run("sample:sine", 3)
    write_atomic(tmp_path / "p.mlp", saved(prepared, config, trainer))
    np.testing.assert_array_equal(read_run(tmp_path / "p.mlp").model.network.theta, trainer.network.theta)


def test_that_the_data_is_found_again_or_its_change_is_said(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    table = old / "t.csv"
    table.write_text("a,b\n" + "".join(f"{i * 0.37},{i * i}\n" for i in range(30)))
    prepared, config, trainer = a_run(str(table), 2)
    project = read_project(saved(prepared, config, trainer), "p")
    assert locate(project.reference, new) == str(table)
    table.rename(new / "t.csv")
    assert locate(project.reference, new) == str(new / "t.csv")
    assert locate(project.reference, old) is None
    with (new / "t.csv").open("a") as file:
        file.write("31.5,5\n")
    with pytest.raises(UserError, match="has changed since"):
        locate(project.reference, new)


def test_that_the_same_number_of_other_bytes_is_noticed(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("a,b\n" + "".join(f"{i * 0.5},{i % 7}\n" for i in range(10, 40)))
    prepared, config, trainer = a_run(str(table), 1)
    project = read_project(saved(prepared, config, trainer), "p")
    table.write_text(table.read_text().replace("10.0,6", "10.0,5"))
    with pytest.raises(UserError, match="has changed since"):
        locate(project.reference, tmp_path)


def test_that_the_data_travels_inside_when_asked(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("a;b\n" + "".join(f"{i},5;{i * i}\n" for i in range(30)))
    prepared, config, trainer = a_run(str(table), 1)
    project = read_project(saved(prepared, config, trainer, embed=True), "p")
    assert project.original == table.read_bytes()
    (tmp_path / "copy.csv").write_bytes(project.original)
    twin = open_table(tmp_path / "copy.csv", dialect=project.reference.read_dialect())
    again = prepare(twin, project.run.model.spec)
    assert rows_digest(again.dataset) == project.reference.rows_sha256


def test_that_a_damaged_project_is_refused(tmp_path: Path) -> None:
    data = saved(*a_run("sample:xor", 2))
    for place in np.random.default_rng(1).choice(len(data), 60, replace=False):
        flipped = bytearray(data)
        flipped[place] ^= 0xFF
        with contextlib.suppress(UserError):  # a few bytes of a zip mean nothing; all others must be noticed
            project = read_project(bytes(flipped), "p")
            np.testing.assert_array_equal(project.state["theta"], read_project(data, "p").state["theta"])
