"""Scripts that train: run where their library is, they give the history of the run that was saved."""

from __future__ import annotations

import json
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
import pytest

from helpers.external_runners import BENCH, TENSORFLOW, needs, run
from mlp_gui.core.errors import UserError
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec
from mlp_gui.data.samples.loader import read_sample
from mlp_gui.engine.network.activations import GELU, ReLU, Softplus, Tanh, activations
from mlp_gui.engine.network.losses import MAE, MSE, Huber, LogCosh, default_loss
from mlp_gui.engine.optimizers.adam import Adam, AdamW, AMSGrad, Nadam
from mlp_gui.engine.optimizers.first_order import SGD, Adagrad, Momentum, Nesterov, RMSprop
from mlp_gui.engine.optimizers.lbfgs import LBFGS
from mlp_gui.engine.optimizers.schedules import Cosine
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, TrainingConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.base import ExportInput, export
from mlp_gui.export.registry import formats
from mlp_gui.model import TrainedModel
from mlp_gui.presets import TUTORIAL

HOSTILE = '"""); import os #'
_RUN_ALL = """
import json, runpy, sys
for file in json.load(sys.stdin):
    runpy.run_path(file, run_name="__main__")
"""


@cache
def prepared_table(target: str) -> Prepared:
    rng = np.random.default_rng(3)
    frame = pd.DataFrame({HOSTILE: rng.normal(size=90).round(4), "=b": rng.normal(size=90).round(4)})
    frame["y"] = (frame[HOSTILE] ** 2 + frame["=b"]).round(4)
    frame["z"] = (frame["=b"] - frame[HOSTILE]).round(4)
    frame["yes"] = np.where(frame["y"] > 1, "yes", "no")
    frame["class"] = np.where(frame["y"] > 1, "a", np.where(frame["z"] > 0, "b", "c"))
    with TemporaryDirectory() as folder:
        frame.to_csv(Path(folder) / "t.csv", index=False)
        table = read_table(Path(folder) / "t.csv")
    wanted = target.split("+")
    columns = [ColumnSpec(HOSTILE), ColumnSpec("=b"), *(ColumnSpec(name, "target") for name in wanted)]
    return prepare(table, DataSpec(tuple(columns)))


def trained(prepared: Prepared, config: RunConfig) -> ExportInput:
    trainer = Trainer(config, prepared.dataset)
    list(trainer.epochs())
    model = TrainedModel.from_run(prepared, config, trainer.network, trainer.epoch, "last")
    return ExportInput(model, trainer.history, prepared)


def source(target: str = "y", hidden: tuple = (Tanh(), Tanh()), dtype: str = "float64", **settings) -> ExportInput:
    prepared = prepared_table(target)
    settings = {"loss": default_loss(prepared.dataset.task), "max_epochs": 12, "batch_size": 16} | settings
    network = NetworkConfig(tuple(LayerConfig(6 + k, f) for k, f in enumerate(hidden)), dtype=dtype)
    return trained(prepared, RunConfig(network, TrainingConfig(**settings)))


def assert_same(library: str, sources: dict[str, ExportInput], folder: Path, python: str, limit: float) -> None:
    """Run the scripts in one process, and compare both columns of losses with the run's own history."""
    assert f"{library}_training" in formats.names()
    files = []
    for name, one in sources.items():
        place = folder / name
        place.mkdir()
        assert "compared" in export(one, f"{library}_training", place / "run.zip")
        with zipfile.ZipFile(place / "run.zip") as packed:
            packed.extractall(place)
        files.append(str(place / f"train_{library}.py"))
        assert HOSTILE not in (place / f"train_{library}.py").read_text(encoding="utf-8")
    said = run(python, _RUN_ALL, folder, json.dumps(files))
    assert said.count("Largest difference of a loss from the saved run") == len(sources)
    for name, one in sources.items():
        found = pd.read_csv(folder / name / f"history_{library}.csv")
        for column in ("train_loss", "validation_loss"):
            saved = [getattr(report, column) for report in one.history]
            np.testing.assert_allclose(found[column], saved, rtol=limit, atol=limit, err_msg=f"{name} {column}")
        assert np.isfinite(found["validation_loss"]).all()


BOTH = {
    "sgd": {"optimizer": SGD(), "learning_rate": 0.05, "l1": 0.01, "l2": 0.1, "loss": Huber(0.5)},
    "momentum": {"optimizer": Momentum(0.8), "learning_rate": 0.01, "shuffle": False, "clip": "value"},
    "nesterov": {"optimizer": Nesterov(0.8), "learning_rate": 0.01, "clip": "global_norm", "clip_limit": 0.1},
    "adagrad": {"optimizer": Adagrad(), "hidden": (GELU(),), "loss": LogCosh(), "max_norm": 1.0},
    "adam": {"schedule": Cosine(), "dropout": 0.3, "input_noise": 0.1, "seed": 4, "averaging": 0.9, "target": "y+z"},
    "amsgrad": {"optimizer": AMSGrad(), "hidden": (ReLU(), Softplus()), "loss": MAE()},
    "adamw": {"optimizer": AdamW(decay=0.1), "target": "class", "class_weight": "balanced", "epoch_loss": "batch_mean"},
    "activations": {"optimizer": SGD(), "hidden": tuple(map(activations.create, activations.names()))},
    "none": {"target": "yes", "hidden": (), "batch_size": 1000},
}


def sources_of(names: tuple[str, ...], more: dict) -> dict[str, ExportInput]:
    return {name: source(**more[name]) for name in names}


def tutorial(epochs: int = 30) -> ExportInput:
    table = read_sample("busan_beach")
    config = TUTORIAL.config
    config = config.replace(training=config.training.replace(max_epochs=epochs))
    return trained(prepare(table, TUTORIAL.spec_for(table)), config)


def test_that_pytorch_trains_the_same_run(tmp_path: Path) -> None:
    needs("torch")
    chosen = sources_of(tuple(BOTH), BOTH) | {"tutorial": tutorial()}
    assert_same("pytorch", chosen, tmp_path, BENCH, 1e-12)


def test_that_tensorflow_trains_the_same_run(tmp_path: Path) -> None:
    needs("tensorflow", python=TENSORFLOW)
    more = BOTH | {"rmsprop": {"optimizer": RMSprop(centered=True), "schedule": Cosine()}}
    assert_same("tensorflow", sources_of(tuple(more), more) | {"tutorial": tutorial()}, tmp_path, TENSORFLOW, 1e-12)


SKLEARN = {
    "sgd": {"optimizer": SGD(), "learning_rate": 0.05, "l2": 0.1, "target": "y+z"},
    "momentum": {"optimizer": Momentum(0.8), "schedule": Cosine(), "hidden": (ReLU(), ReLU()), "max_norm": 1.0},
    "nesterov": {"optimizer": Nesterov(0.8), "learning_rate": 0.01, "target": "class"},
    "adam": {"schedule": Cosine(), "l2": 0.01, "weight_decay": 0.02, "averaging": 0.9},
    "yes": {"target": "yes", "hidden": ()},
}


def test_that_scikit_learn_trains_the_same_run(tmp_path: Path) -> None:
    needs("sklearn")
    chosen = sources_of(tuple(SKLEARN), SKLEARN) | {"tutorial": tutorial()}
    assert_same("sklearn", chosen, tmp_path, BENCH, 1e-10)


@pytest.mark.parametrize(
    ("library", "settings", "word"),
    [
        ("tensorflow", {"optimizer": Nadam()}, "Nadam"),
        ("tensorflow", {"optimizer": LBFGS()}, "L-BFGS"),
        ("tensorflow", {"clip": "norm"}, "Gradient clipping"),
        ("pytorch", {"optimizer": RMSprop()}, "RMSprop"),
        ("pytorch", {"optimizer": Momentum(), "schedule": Cosine()}, "learning rate that changes"),
        ("sklearn", {"dropout": 0.1}, "Dropout"),
        ("sklearn", {"optimizer": AdamW()}, "AdamW"),
        ("sklearn", {"loss": MAE()}, "MAE"),
        ("sklearn", {"hidden": (GELU(),)}, "GELU"),
        ("sklearn", {"hidden": (Tanh(), ReLU())}, "several activations"),
    ],
)
def test_that_what_a_library_cannot_do_is_refused_by_its_name(
    library: str, settings: dict, word: str, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match=word):
        export(source(**({"max_epochs": 2, "loss": MSE()} | settings)), f"{library}_training", tmp_path / "run.zip")
    assert not list(tmp_path.iterdir())


def test_that_a_run_whose_settings_were_changed_on_the_way_says_so(tmp_path: Path) -> None:
    prepared = prepared_table("y")
    config = RunConfig(NetworkConfig((LayerConfig(4, Tanh()),)), TrainingConfig(optimizer=Adam(), max_epochs=6))
    trainer = Trainer(config, prepared.dataset)
    for _ in range(3):
        trainer.step_epoch()
    config = config.replace(training=config.training.replace(l2=0.5))
    trainer.retune(config)
    list(trainer.epochs())
    model = TrainedModel.from_run(prepared, config, trainer.network, trainer.epoch, "last")
    said = export(ExportInput(model, trainer.history, prepared), "pytorch_training", tmp_path / "run.zip")
    assert "it differs from its settings' own run from epoch 1 on" in said
