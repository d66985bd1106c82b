"""Exports: the file alone suffices to reproduce a prediction, computed here by a reader that knows only its text."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.engine.network.activations import activations
from mlp_gui.engine.training.config import LayerConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.base import ExportInput, export
from mlp_gui.export.project.run_format import read_run, read_run_bytes
from mlp_gui.export.registry import formats
from mlp_gui.export.weights.json_format import read_json
from mlp_gui.export.weights.npz_format import read_npz
from mlp_gui.model import TrainedModel
from mlp_gui.presets import propose_config, suggested_spec

RAW = """size,colour,weight,price
1.5,red,10,3.25
2.5,green,,4.5
,blue,30,1.25
3.5,red,40,9.75
4.5,green,15,2.5
5.5,blue,25,7.25
6.5,red,35,5.75
7.5,green,45,6.5
8.5,blue,12,8.25
9.5,red,22,0.75
"""


def trained(path: str, target: str, activation: str = "tanh", missing: str = "mean") -> ExportInput:
    table = open_table(path)
    spec = suggested_spec(path, table, (target,) if target else ())
    spec = spec.with_columns(*(c.replace(missing=missing) for c in spec.columns if c.role == "input"))
    prepared = prepare(table, spec)
    config = propose_config(prepared.dataset)
    hidden = (LayerConfig(4, activations[activation]()), LayerConfig(3, activations[activation]()))
    config = config.replace(
        network=config.network.replace(hidden=hidden), training=config.training.replace(max_epochs=7)
    )
    trainer = Trainer(config, prepared.dataset)
    list(trainer.epochs())
    model = TrainedModel.from_run(prepared, config, trainer.network, trainer.epoch, "last")
    return ExportInput(model, trainer.history, prepared)


@pytest.fixture
def mixed(tmp_path: Path) -> ExportInput:
    path = tmp_path / "mixed.csv"
    path.write_text(RAW)
    return trained(str(path), "price")


def outputs_by_hand(document: dict, weights: dict) -> np.ndarray:
    """Only numpy and what `read_me` in the file says."""
    pipeline, checks = document["pipeline"], document["check_rows"]
    columns = {name: [row[i] for row in checks["rows"]] for i, name in enumerate(checks["columns"])}
    features = []
    for fitted in pipeline["inputs"]:
        cells = [fitted["fill"] if cell is None else cell for cell in columns[fitted["name"]]]
        if fitted.get("categories"):
            features += [[float(str(cell) == category) for cell in cells] for category in fitted["categories"]]
        else:
            features.append([(float(cell) - fitted["shift"][0]) / fitted["scale"][0] for cell in cells])
        if fitted.get("flag"):
            features.append([float(cell is None) for cell in columns[fitted["name"]]])
    a = np.array(features).T
    f = {"tanh": np.tanh, "relu": lambda z: np.maximum(z, 0)}
    layers = document["network"]["activations"]
    for k, layer in enumerate(layers, 1):
        a = f[layer["name"]](a @ np.array(weights[f"W{k}"]) + np.array(weights[f"b{k}"]))
    z = a @ np.array(weights[f"W{len(layers) + 1}"]) + np.array(weights[f"b{len(layers) + 1}"])
    if document["network"]["output"] == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
    if document["network"]["output"] == "sigmoid":
        return 1 / (1 + np.exp(-z))
    target = pipeline["targets"][0]
    return z * target["scale"] + target["shift"]


@pytest.mark.parametrize("missing", ["mean", "flagged"])
@pytest.mark.parametrize("activation", ["tanh", "relu"])
@pytest.mark.parametrize("name", ["npz", "json"])
def test_that_the_file_alone_reproduces_the_check_rows(
    tmp_path: Path, name: str, activation: str, missing: str
) -> None:
    path = tmp_path / "mixed.csv"
    path.write_text(RAW)
    source = trained(str(path), "price", activation, missing)
    export(source, name, tmp_path / f"model.{name}")
    if name == "npz":
        with np.load(tmp_path / "model.npz", allow_pickle=False) as archive:
            weights = {key: archive[key] for key in archive.files if key != "document"}
            document = json.loads(str(archive["document"]))
    else:
        document = json.loads((tmp_path / "model.json").read_text())
        weights = document["weights"]
    expected = np.array(document["check_rows"]["outputs"])
    assert expected.shape == (5, 1)
    np.testing.assert_allclose(outputs_by_hand(document, weights), expected, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("sample", ["sample:iris", "sample:xor", "sample:sine", "sample:busan_beach"])
def test_that_every_model_format_reads_back_to_the_same_outputs(sample: str) -> None:
    source = trained(sample, "", missing="drop")
    frame = source.prepared.table.frame
    expected = source.model.outputs(frame)
    read = {
        "npz": lambda data: read_npz(data, "f"),
        "json": lambda data: read_json(data, "f"),
        "mlp": lambda data: read_run_bytes(data, "f").model,
    }
    for name, reader in read.items():
        model = reader(formats.create(name).encode(source))
        np.testing.assert_array_equal(model.outputs(frame), expected)
        assert model.config == source.model.config
        assert model.spec == source.model.spec


def test_that_a_model_that_would_not_read_back_is_not_saved(mixed: ExportInput, tmp_path: Path, monkeypatch) -> None:
    from mlp_gui.export.weights import npz_format

    real = npz_format.weight_arrays
    monkeypatch.setattr(npz_format, "weight_arrays", lambda model: {k: v * 1.01 for k, v in real(model).items()})
    with pytest.raises(UserError, match="would not give the same predictions"):
        export(mixed, "npz", tmp_path / "m.npz")
    assert not (tmp_path / "m.npz").exists()


def test_that_history_keeps_every_digit(mixed: ExportInput, tmp_path: Path) -> None:
    export(mixed, "history", tmp_path / "h.csv")
    frame = pd.read_csv(tmp_path / "h.csv")
    assert list(frame["epoch"]) == list(range(1, 8))
    np.testing.assert_array_equal(frame["train_loss"].to_numpy(), mixed.history.train_loss)


def test_that_predictions_stand_beside_their_rows(mixed: ExportInput, tmp_path: Path) -> None:
    export(mixed, "predictions", tmp_path / "p.csv")
    frame = pd.read_csv(tmp_path / "p.csv")
    assert list(frame.columns) == ["size", "colour", "weight", "price", "subset", "predicted price"]
    np.testing.assert_array_equal(frame["predicted price"], mixed.model.outputs(mixed.prepared.table.frame)[:, 0])
    counts = frame["subset"].value_counts().to_dict()
    assert counts == {name: len(s) for name, s in mixed.prepared.dataset.subsets.items() if len(s)}


def test_that_a_damaged_run_is_refused_and_never_misread(mixed: ExportInput) -> None:
    data = formats.create("mlp").encode(mixed)
    rng = np.random.default_rng(5)
    for place in rng.choice(len(data), 150, replace=False):
        flipped = bytearray(data)
        flipped[place] ^= 0x55
        try:
            model = read_run_bytes(bytes(flipped), "f").model
        except UserError:
            continue
        np.testing.assert_array_equal(model.network.theta, mixed.model.network.theta)
    for end in rng.choice(len(data), 50, replace=False):
        with pytest.raises(UserError):
            read_run_bytes(data[:end], "f")


def archive_of(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_json", ".json"), content)
    return buffer.getvalue()


HOSTILE = {
    "not a zip": b"hello",
    "empty": b"",
    "no manifest": archive_of(a=b"x"),
    "bomb": archive_of(manifest_json=b'{"format": "mlp_gui run", "version": 1}', big=b"0" * 50_000_000),
    "other format": archive_of(manifest_json=b'{"format": "cake", "version": 1}'),
    "newer version": archive_of(manifest_json=b'{"format": "mlp_gui run", "version": 99}'),
    "no checksums": archive_of(manifest_json=b'{"format": "mlp_gui run", "version": 1}', model_json=b"{}"),
    "deep": archive_of(manifest_json=b"[" * 100_000),
    "list": archive_of(manifest_json=b"[]"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_that_hostile_files_are_refused_in_words(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.mlp"
    path.write_bytes(HOSTILE[name])
    with pytest.raises(UserError) as caught:
        read_run(path)
    assert str(caught.value)


def test_that_pickles_are_refused() -> None:
    buffer = io.BytesIO()
    np.savez(buffer, document=np.array("{}"), W1=np.array([{}], dtype=object))
    with pytest.raises(UserError):
        read_npz(buffer.getvalue(), "The archive")
