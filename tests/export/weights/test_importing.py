"""Weights from files of this program and of others become a network's own, or the shapes are named."""

from __future__ import annotations

import json
import warnings
import zipfile
from pathlib import Path

import numpy as np
import pytest

from helpers.export_inputs import Case, source_of
from mlp_gui.core.errors import UserError
from mlp_gui.engine.network.activations import ReLU, Tanh
from mlp_gui.engine.network.network import Network
from mlp_gui.export.common.base import export
from mlp_gui.export.registry import formats
from mlp_gui.export.weights.importing import read_weights
from mlp_gui.export.weights.safetensors_format import pack


@pytest.fixture
def network() -> Network:
    found = Network((4, 3, 2), (Tanh(),))
    found.theta[:] = np.random.default_rng(1).normal(size=found.n_parameters)
    return found


@pytest.mark.parametrize(
    ("name", "suffix"), [("npz", "npz"), ("json", "json"), ("safetensors", "safetensors"), ("csv", "zip")]
)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_that_every_export_with_weights_comes_back_to_the_bit(
    tmp_path: Path, name: str, suffix: str, dtype: str
) -> None:
    source = source_of(Case("multiclass", "tanh", dtype), tmp_path)
    assert name in formats
    export(source, name, tmp_path / f"w.{suffix}")
    theta = read_weights(tmp_path / f"w.{suffix}", source.model.network)
    assert theta.dtype == source.model.network.theta.dtype
    np.testing.assert_array_equal(theta, source.model.network.theta)


def layers_of(network: Network) -> tuple[list[np.ndarray], list[np.ndarray]]:
    count = range(network.n_layers)
    return [network.weights(k).copy() for k in count], [network.biases(k).copy() for k in count]


def test_that_scikit_learns_own_weights_predict_as_scikit_learn_does(tmp_path: Path) -> None:
    from sklearn.neural_network import MLPRegressor

    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(50, 4)), rng.normal(size=(50, 2))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fitted = MLPRegressor(hidden_layer_sizes=(6, 5), activation="relu", max_iter=20, random_state=0).fit(x, y)
    network = Network((4, 6, 5, 2), (ReLU(), ReLU()))
    np.savez(tmp_path / "named.npz", **{f"coefs_{i}": w for i, w in enumerate(fitted.coefs_)},
             **{f"intercepts_{i}": b for i, b in enumerate(fitted.intercepts_)})  # fmt: skip
    pairs = [array for pair in zip(fitted.coefs_, fitted.intercepts_, strict=True) for array in pair]
    np.savez(tmp_path / "listed.npz", *pairs)
    plain = {"coefs_": [w.tolist() for w in fitted.coefs_], "intercepts_": [b.tolist() for b in fitted.intercepts_]}
    (tmp_path / "listed.json").write_text(json.dumps(plain))
    for name in ("named.npz", "listed.npz", "listed.json"):
        network.theta[:] = read_weights(tmp_path / name, network)
        np.testing.assert_allclose(network.predict(x), fitted.predict(x), rtol=1e-12, atol=1e-12)


def test_that_pytorch_weights_are_turned_over(tmp_path: Path, network: Network) -> None:
    weights, biases = layers_of(network)
    arrays = {}
    for place, w, b in zip(("0", "2"), weights, biases, strict=True):
        arrays |= {f"net.{place}.weight": np.ascontiguousarray(w.T), f"net.{place}.bias": b}
    (tmp_path / "t.safetensors").write_bytes(pack(arrays, {}))
    np.testing.assert_array_equal(read_weights(tmp_path / "t.safetensors", network), network.theta)


def test_that_modules_are_counted_and_not_spelled(tmp_path: Path) -> None:
    network = Network((2,) * 13, (Tanh(),) * 11)
    network.theta[:] = np.arange(network.n_parameters)
    weights, biases = layers_of(network)
    arrays = {f"{k}.weight": np.ascontiguousarray(w.T) for k, w in enumerate(weights)}
    arrays |= {f"{k}.bias": b for k, b in enumerate(biases)}
    (tmp_path / "t.safetensors").write_bytes(pack(arrays, {}))
    np.testing.assert_array_equal(read_weights(tmp_path / "t.safetensors", network), network.theta)
    np.savez(
        tmp_path / "t.npz",
        **{f"W{k + 1}": w for k, w in enumerate(weights)},
        **{f"b{k + 1}": b for k, b in enumerate(biases)},
    )
    np.testing.assert_array_equal(read_weights(tmp_path / "t.npz", network), network.theta)


def test_that_a_bare_csv_is_the_one_layer_of_a_linear_model(tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text("1,2\n3,4\n0.5,0.25\n")
    np.testing.assert_array_equal(read_weights(tmp_path / "w.csv", Network((2, 2), ())), [1, 2, 3, 4, 0.5, 0.25])
    with pytest.raises(UserError, match=r"2 layers of weights.*layer_1\.csv"):
        read_weights(tmp_path / "w.csv", Network((2, 2, 1), (Tanh(),)))


def test_that_other_shapes_are_named(tmp_path: Path, network: Network) -> None:
    other = Network((4, 30, 2), (Tanh(),))
    weights, biases = layers_of(other)
    np.savez(tmp_path / "w.npz", W1=weights[0], b1=biases[0], W2=weights[1], b2=biases[1])
    with pytest.raises(UserError, match="layers 4 - 30 - 2; the network has the layers 4 - 3 - 2"):
        read_weights(tmp_path / "w.npz", network)


BROKEN = [
    ({"W1": (4, 3), "b1": (3,), "W2": (5, 2), "b2": (2,)}, "Layer 2 in w.npz does not fit together"),
    ({"W1": (4, 3), "b1": (2,)}, "Layer 1 in w.npz does not fit together"),
    ({"W1": (4, 3), "W2": (3, 2)}, "2 weight matrices and 0 bias vectors"),
    ({"something": (4, 3)}, "0 weight matrices and 0 bias vectors"),
]


@pytest.mark.parametrize(("shapes", "said"), BROKEN)
def test_that_what_is_no_network_is_refused(
    tmp_path: Path, network: Network, shapes: dict[str, tuple[int, ...]], said: str
) -> None:
    np.savez(tmp_path / "w.npz", **{name: np.zeros(shape) for name, shape in shapes.items()})
    with pytest.raises(UserError, match=said):
        read_weights(tmp_path / "w.npz", network)


def test_that_numbers_that_do_not_fit_32_bit_are_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "w.npz", W1=np.full((1, 1), 1e300), b1=np.zeros(1))
    with pytest.raises(UserError, match="too large for a network in 32 bit"):
        read_weights(tmp_path / "w.npz", Network((1, 1), (), dtype="float32"))


def test_that_a_kind_that_may_hold_code_is_refused_with_the_reason(tmp_path: Path, network: Network) -> None:
    with pytest.raises(UserError, match=r"can hold code.*\.npz, \.json, \.safetensors"):
        read_weights(tmp_path / "model.joblib", network)


def test_that_a_headed_layer_table_of_a_spreadsheet_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "w.zip", "w") as archive:
        archive.writestr("layer_1.csv", "\ufeffinput,unit 1\r\na,1.5\r\nbias,-2\r\n")
    np.testing.assert_array_equal(read_weights(tmp_path / "w.zip", Network((1, 1), ())), [1.5, -2])
