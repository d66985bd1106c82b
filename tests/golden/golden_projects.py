"""The golden project files: how today's program reads one, goes on from it, and writes it again."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
from golden_files import PROJECTS

from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.reports import EpochReport
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.project.project import Project, encode_project, read_project
from mlp_gui.export.project.table_reference import embedded_table, make_reference, read_original

NAMES = ("version_1", "version_2", "mid_epoch", "full_batch")
MORE_EPOCHS = 7
STOPPED = "Stopped by hand."


@dataclass(frozen=True, eq=False)
class Opened:
    """A project with its table, as the program would go on from it."""

    project: Project
    prepared: Prepared

    def trainer(self) -> Trainer:
        assert self.project.state is not None
        return Trainer.from_state(self.project.run.model.config, self.prepared.dataset, self.project.state)

    def export_input(self) -> ExportInput:
        """The stored model with its table: no format has anything new to find out."""
        return ExportInput(self.project.run.model, self.project.run.history, self.prepared, STOPPED)


def path_of(name: str) -> str:
    return str(PROJECTS / f"{name}.mlp")


@cache
def opened(name: str) -> Opened:
    project = read_project((PROJECTS / f"{name}.mlp").read_bytes(), f"{name}.mlp")
    if project.original is not None:
        found = embedded_table(project.reference, project.original)
    else:
        found = open_table(project.reference.source, dialect=project.reference.read_dialect())
    return Opened(project, prepare(found, project.run.model.spec))


def columns(history: History) -> np.ndarray:
    """(epochs, columns) without the training time, which is the last one."""
    assert EpochReport._fields[-1] == "seconds"
    return history.rows()[:, :-1]


def continuation(name: str) -> dict[str, np.ndarray]:
    """The run after more epochs: the rest of the one under way counts as the first."""
    trainer = opened(name).trainer()
    for _ in range(MORE_EPOCHS):
        trainer.step_epoch()
    facts = np.array([trainer.epoch, trainer.batch, trainer.best_epoch, trainer.best_value], float)
    arrays = {"theta": trainer.network.theta, "result": trainer.result_theta(), "gradient": trainer.gradient}
    return arrays | {"memory": np.array(trainer.optimizer_state), "history": columns(trainer.history), "facts": facts}


def written_again(name: str) -> bytes:
    """The file that today's program makes of a project without a step of training."""
    found = opened(name)
    project, prepared = found.project, found.prepared
    original = read_original(prepared)
    reference = make_reference(prepared.table, prepared.dataset, original)
    if project.original is not None:  # a table that travels inside a project has no other place any more
        assert reference.source == project.reference.name
        reference = replace(reference, source=project.reference.source)
    source = ExportInput(project.run.model, project.run.history, prepared, str(project.run.model.provenance["stopped"]))
    state = found.trainer().state()
    return encode_project(source, reference, state, project.layout, project.original, project.runs)


def runs_of(name: str) -> list[dict[str, Any]]:
    """The list of runs of a project as plain data; arrays as lists."""
    found = []
    for run in opened(name).project.runs.runs:
        plain = {key: getattr(run, key) for key in ("number", "name", "shown", "parent", "fork_epoch", "ending")}
        state = {key: [str(a.dtype), list(a.shape)] for key, a in sorted((run.state or {}).items())}
        curves = {"train": run.train.tolist(), "validation": run.validation.tolist(), "epochs": run.epochs.tolist()}
        best = {"best_epoch": run.best_epoch, "best_value": run.best_value, "scores": run.scores}
        found.append(plain | best | curves | {"state": state, "optimizer": run.config.training.optimizer.name})
    return found


def shape_of_state(name: str) -> dict[str, Any]:
    """The names, types and shapes of the arrays of the state, and the names of its facts."""
    state = opened(name).trainer().state()
    facts = json.loads(str(state["facts"]))
    arrays = {key: [a.dtype.kind, list(a.shape)] for key, a in sorted(state.items())}
    return {"arrays": arrays, "facts": sorted(facts)}
