"""A class file of a small table, and the work of a pupil who trained from it, as files."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.state import latest_theta
from mlp_gui.engine.training.timeline import Timeline
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.project.class_file import ClassPlan, encode_class_file, read_class_file
from mlp_gui.export.project.class_sheet import ClassTask
from mlp_gui.export.project.project import encode_project
from mlp_gui.export.project.run_list import NO_RUNS, RunRecord, RunRecords
from mlp_gui.export.project.run_past import RunPast
from mlp_gui.export.project.table_reference import embedded_table, make_reference
from mlp_gui.model import TrainedModel
from mlp_gui.presets import propose_config, suggested_spec

TASKS = (
    ClassTask("Find the waves.", "score", "validation", "r2", 0.2),
    ClassTask("Stay small.", "weights", bound=40),
)
PLAN = ClassPlan("Waves", TASKS, ("data", "network.seed", "training.seed", "training.learning_rate"), ("weights",))


def written_table(folder: Any, seed: int = 3) -> str:
    """Write a table with a smooth target."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(90, 2))
    path = folder / "waves.csv"
    np.savetxt(path, np.column_stack([x, np.sin(x[:, 0]) + x[:, 1]]), delimiter=",", header="p,q,y", comments="")
    return str(path)


@cache
def class_file(path: str, plan: ClassPlan = PLAN) -> bytes:
    """Return a class file of a table, with a network of eight units to begin with."""
    table = open_table(path)
    prepared = prepare(table, suggested_spec(path, table))
    return encode_class_file(prepared, propose_config(prepared.dataset), plan)


def begun(data: bytes) -> tuple[Prepared, RunConfig]:
    """Open a class file as a pupil's program does."""
    found = read_class_file(data, "class.mlp")
    assert found.original is not None
    return prepare(embedded_table(found.reference, found.original), found.sheet.spec), found.sheet.config


def train(trainer: Trainer, line: Timeline, epochs: int) -> None:
    """Train as the program does: each epoch is recorded."""
    for _ in range(epochs):
        trainer.step_epoch()
        line.record(trainer)


def handed_in(data: bytes, epochs: int = 12, **changes: Any) -> bytes:
    """Return what a pupil saves after some epochs.

    Parameters
    ----------
    data : bytes
        The class file.
    epochs : int
    **changes : object
        What a cheat does: `config`, `theta`, `scores`, `prepared`, `history`, `state` as functions of what was honest;
        `without_log` leaves out how it was trained. `life` trains in another way than straight on.
    """
    prepared, config = begun(data)
    config = changes.get("config", lambda c: c)(config)
    prepared = changes.get("prepared", lambda p: p)(prepared)
    trainer, line = Trainer(config, prepared.dataset), Timeline()
    line.start_run(trainer)
    live = changes.get("life", lambda trainer, line: train(trainer, line, epochs))
    live(trainer, line)
    state, network = trainer.state(), trainer.network.copy()
    network.theta[:] = changes.get("theta", lambda t: t)(latest_theta(state))
    model = TrainedModel.from_run(prepared, trainer.config, network, trainer.epoch, "last")
    scores = changes.get("scores", lambda s: s)(model.provenance["scores"])
    model = replace(model, provenance=model.provenance | {"scores": scores})
    original, sheet = prepared.table.original, changes.get("sheet", lambda s: s)(read_class_file(data, "c").sheet)
    source = ExportInput(model, changes.get("history", lambda h: h)(trainer.history), prepared)
    reference = make_reference(prepared.table, prepared.dataset, original)
    state = changes.get("state", lambda s: s)(state)
    rows = trainer.history.rows()
    config, past = trainer.config, RunPast(line)
    run = RunRecord(1, config, rows[:, 0], rows[:, 1], rows[:, 2], trainer.epoch, 0.0, "", state, past=past)
    runs = NO_RUNS if changes.get("without_log") else RunRecords((run,), 1, 1)
    return encode_project(source, reference, state, {}, original, runs, sheet)
