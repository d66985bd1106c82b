"""The runs that the golden project files hold. Only `make_golden` trains them; the tests read the files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from PySide6.QtWidgets import QWidget

from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec
from mlp_gui.engine.network.activations import activations
from mlp_gui.engine.network.losses import default_loss
from mlp_gui.engine.optimizers.base import optimizers
from mlp_gui.engine.optimizers.schedules import schedules
from mlp_gui.engine.training.config import LayerConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.project.project import save_project
from mlp_gui.export.project.run_list import RunRecord, RunRecords
from mlp_gui.model import TrainedModel, compute_scores
from mlp_gui.presets import suggested_spec
from mlp_gui.views.shell.workspace import Workspace

ROWS = 60


def make_projects(folder: Path, scratch: Path) -> None:
    """Version 2 in all its parts, a run in the middle of an epoch, and one of all rows at once."""
    _save_version_2(folder / "version_2.mlp", scratch)
    _save(folder / "mid_epoch.mlp", *_run_mid_epoch())
    _save(folder / "full_batch.mlp", *_run_full_batch())


def _save(path: Path, prepared: Prepared, trainer: Trainer, **parts: Any) -> None:
    model = TrainedModel.from_run(prepared, trainer.config, trainer.network, trainer.epoch, "last")
    print(save_project(path, ExportInput(model, trainer.history, prepared, "Paused."), trainer.state(), **parts))


def _table(folder: Path) -> Path:
    """Numbers, gaps, words, yes and no, whole numbers that are categories, dates with a clock, and a price."""
    rng = np.random.default_rng(7)
    stamps = pd.Timestamp("2019-12-30 21:17:05") + pd.to_timedelta(rng.integers(0, 900 * 86_400, ROWS), unit="s")
    size, colour = rng.normal(50, 20, ROWS).round(3), rng.choice(["red", "green", "light blue"], ROWS)
    frame = pd.DataFrame(
        {
            "size": size,
            "weight": np.where(rng.random(ROWS) < 0.2, np.nan, rng.normal(3, 1, ROWS).round(3)),
            "colour": np.where(rng.random(ROWS) < 0.2, None, colour),
            "new": rng.choice(["yes", "no"], ROWS),
            "zone": rng.choice([1, 2, 10], ROWS),
            **{name: stamps.strftime("%d.%m.%Y %H:%M:%S") for name in ("days", "both")},
            "price": (1000 + 3 * size + 40 * (colour == "red") + rng.normal(0, 10, ROWS)).round(2),
        }
    )
    path = folder / "houses.csv"
    frame.to_csv(path, index=False, lineterminator="\n")
    return path


def _houses(folder: Path) -> Prepared:
    spec = DataSpec(
        columns=(
            ColumnSpec("size", scaling="robust"),
            ColumnSpec("weight", missing="median"),
            ColumnSpec("colour", missing="most_frequent"),
            ColumnSpec("new"),
            ColumnSpec("zone", encoding="one_hot"),
            ColumnSpec("days", encoding="days"),
            ColumnSpec("both", encoding="day_and_hour"),
            ColumnSpec("price", role="target"),
        )
    )
    return prepare(open_table(str(_table(folder))), spec)


def _proposed_then(prepared: Prepared) -> RunConfig:
    """What the program proposed for these tables on the day of the files."""
    loss, stopping = default_loss(prepared.dataset.task), StoppingConfig(patience=100)
    return RunConfig(training=TrainingConfig(loss=loss, learning_rate=0.003, max_epochs=1000, stopping=stopping))


def _config(prepared: Prepared, hidden: tuple[tuple[int, str], ...], **training: Any) -> RunConfig:
    config = _proposed_then(prepared)
    layers = tuple(LayerConfig(units, activations.create(name)) for units, name in hidden)
    network = config.network.replace(hidden=layers, seed=3)
    return config.replace(network=network, training=config.training.replace(seed=5, **training))


def _stepped(prepared: Prepared, config: RunConfig, epochs: int, batches: int = 0) -> Trainer:
    trainer = Trainer(config, prepared.dataset)
    for _ in range(epochs):
        trainer.step_epoch()
    for _ in range(batches):
        trainer.step_batch()
    assert (trainer.epoch, trainer.batch) == (epochs, batches)
    return trainer


def _save_version_2(path: Path, scratch: Path) -> None:
    prepared = _houses(scratch)
    config = _config(
        prepared, ((6, "gelu"), (4, "tanh")), optimizer=optimizers.create("adamw"), schedule=schedules.create("cosine"),
        learning_rate=0.01, batch_size=16, l1=1e-4, averaging=0.8, max_epochs=60,
    )  # fmt: skip
    trainer = _stepped(prepared, config, 15)
    parts = {"layout": _layout(), "embed": True, "runs": _runs(prepared, config, trainer)}
    _save(path, prepared, trainer, **parts)


def _run_mid_epoch() -> tuple[Prepared, Trainer]:
    found = open_table("sample:iris")
    prepared = prepare(found, suggested_spec("sample:iris", found))
    config = _config(
        prepared, ((7, "relu"),), optimizer=optimizers.create("momentum", momentum=0.8), batch_size=7, dropout=0.3,
        input_noise=0.05, clip="global_norm", clip_limit=0.5, learning_rate=0.05, max_norm=1.5,
    )  # fmt: skip
    return prepared, _stepped(prepared, config, 8, 3)


def _run_full_batch() -> tuple[Prepared, Trainer]:
    found = open_table("sample:xor")
    prepared = prepare(found, suggested_spec("sample:xor", found))
    config = _config(
        prepared, ((5, "sigmoid"),), optimizer=optimizers.create("lbfgs"), class_weight="balanced", l2=1e-3,
        stopping=StoppingConfig(monitor="train_loss", patience=9),
    )  # fmt: skip
    return prepared, _stepped(prepared, config, 5)


def _runs(prepared: Prepared, config: RunConfig, current: Trainer) -> RunRecords:
    """One of its own that is hidden and can be gone on with, a fork without a state, and the one in the window."""
    plain = config.replace(training=config.training.replace(optimizer=optimizers.create("sgd"), averaging=0.0))
    first, fork = _stepped(prepared, plain, 6), _stepped(prepared, plain, 9)
    scores = compute_scores(first.network, prepared.dataset)
    kept = (
        _kept(1, first, name="plain descent", shown=False, state=first.state(), scores=scores),
        _kept(2, fork, parent=1, fork_epoch=4),
        _kept(4, current, state=current.state(), parent=2, fork_epoch=9),
    )
    return RunRecords(kept, 4, 5)


def _kept(number: int, trainer: Trainer, **facts: Any) -> RunRecord:
    history = trainer.history
    return RunRecord(
        number, trainer.config, history.epochs.copy(), history.train_loss.copy(), history.validation_loss.copy(),
        trainer.best_epoch, trainer.best_value, f"Stopped after {trainer.epoch} epochs.", **facts,
    )  # fmt: skip


def _layout() -> dict[str, str]:
    """As a window gives it, with plots moved and another layout chosen."""
    space = Workspace(QWidget())
    space.open_at("top_right", "loss")
    space.close_plot("weights")
    space.show_layout("evaluate")
    space.open_at("bottom_left", "strip")
    found = {
        "workspace": space.state(),
        "window": json.dumps({"side_bar": False, "steps": [0, 2], "widths": [300, 900]}),
    }
    space.deleteLater()
    return found
