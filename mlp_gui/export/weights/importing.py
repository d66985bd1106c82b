"""Weights from a file of any origin, for a network of the same shapes: to look at, or to train on.

Read are .npz, .json, .safetensors, .csv and .zip files of this program and of others: W1, b1, W2, ...; scikit-learn's
`coefs_` and `intercepts_`; Keras's list W, b, W, b (arr_0, arr_1, ...); PyTorch's 0.weight, 0.bias (outputs, inputs).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from mlp_gui.core.dataset import Floats
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import format_localized, mark, tr, tr_n
from mlp_gui.engine.network.network import Network
from mlp_gui.export.common.safe_reading import json_object, npy_array, read_file, zip_members
from mlp_gui.export.weights.csv_format import DOCUMENT, LAYER, layer_matrix
from mlp_gui.export.weights.json_format import refuse_changed
from mlp_gui.export.weights.safetensors_format import unpack

Layers = list[tuple[np.ndarray, np.ndarray]]
_NUMBERED = re.compile(r"(W|b|coefs_|intercepts_|coefs|intercepts|arr_)_?(\d{1,4})")
_TORCH = re.compile(r"(.*\.)?(weight|bias)")
_ADVICE = mark("Give the layers as W1, b1, W2, b2, ... or as scikit-learn's coefs_ and intercepts_.")


def read_weights(path: str | Path, network: Network) -> Floats:
    """Read weights for a network of the same shapes.

    Parameters
    ----------
    path : str or Path
        Its suffix, one of READERS, says how it is read.
    network : Network
        The shapes that are needed; it is not changed.

    Returns
    -------
    ndarray of shape (n_parameters,)
        In the order of `network.theta`.

    Raises
    ------
    UserError
        If the file cannot be read, holds no weights, or those of other shapes, which it names.
    """
    where, suffix = Path(path).name[:80], Path(path).suffix.lower()
    if suffix not in READERS:
        raise UserError(
            tr("Weights cannot be read from {where}.", where=where),
            tr("Files of other programs can hold code that runs when they are opened.") if suffix in _PICKLES else "",
            tr("Use one of these kinds: {names}.", names=", ".join(READERS)),
        )
    most = 4_000_000 + 100 * network.n_parameters
    layers = READERS[suffix](read_file(path, most), where, network)
    return _flat(layers, network, where)


_PICKLES = {".pkl", ".pickle", ".joblib", ".pt", ".pth", ".h5", ".keras"}


def _flat(layers: Layers, network: Network, where: str) -> Floats:
    found = [layers[0][0].shape[0], *(w.shape[1] for w, _ in layers)] if layers else []
    shapes = [w.shape for w, _ in layers], [b.shape for _, b in layers]
    expected = (
        [network.weights(k).shape for k in range(network.n_layers)],
        [network.biases(k).shape for k in range(network.n_layers)],
    )
    if shapes != expected:
        raise UserError(
            tr("The weights in {where} are of another shape.", where=where),
            tr("The file has {found}; the network has {needed}.", found=_named(found), needed=_named(network.sizes)),
            tr("Choose the same inputs and hidden layers, or another file."),
        )
    # The order of `ParameterLayout`: of each layer the matrix row by row, then its biases.
    theta = np.concatenate([np.concatenate([w.ravel(), b]) for w, b in layers])
    if theta.dtype.kind not in "iuf" or not np.isfinite(theta).all():
        raise UserError(tr("A weight in {where} is not a finite number.", where=where))
    with np.errstate(over="ignore"):
        theta = theta.astype(network.theta.dtype)
    if not np.isfinite(theta).all():
        raise UserError(tr("A weight in {where} is too large for a network in 32 bit.", where=where))
    return theta


def _named(sizes: Any) -> str:
    return (
        tr("the layers {sizes}", sizes=" - ".join(format_localized(n, ",") for n in sizes))
        if len(sizes)
        else tr("no layers")
    )


def _npz(data: bytes, where: str, network: Network) -> Layers:
    members = zip_members(data, where, lambda name: name.endswith(".npy"))
    arrays = {
        name.removesuffix(".npy"): npy_array(content, tr("{where}, {part},", where=where, part=name[:40]))
        for name, content in members.items()
        if name != "document.npy"  # the text that stands beside the weights in an archive of this program
    }
    return _layers(arrays, where)


def _json(data: bytes, where: str, network: Network) -> Layers:
    # A file for this network has hardly more numbers than weights.
    plain = json_object(data, where, most_numbers=100_000 + 2 * network.n_parameters)
    if "weights" in plain:
        refuse_changed(plain, where)
    entries = plain.get("weights", plain)
    if not isinstance(entries, dict):
        raise UserError(tr("{where} holds no weights.", where=where), hint=tr(_ADVICE))
    arrays: dict[str, np.ndarray] = {}
    for name, value in entries.items():
        if name in ("coefs_", "intercepts_") and isinstance(value, list):
            arrays |= {
                f"{name}{i}": _array(item, tr("{where}, {part},", where=where, part=f"{name}[{i}]"))
                for i, item in enumerate(value)
            }
        elif isinstance(value, list) and _NUMBERED.fullmatch(name):
            arrays[name] = _array(value, tr("{where}, {part},", where=where, part=name))
    return _layers(arrays, where)


def _array(value: Any, where: str) -> np.ndarray:
    try:
        array = np.array(value)
    except ValueError:
        array = np.array("")
    if array.dtype.kind not in "iuf" or array.ndim > 2:
        raise UserError(
            tr("{where} is not a table of numbers.", where=where), hint=tr("Its lines must be of the same length.")
        )
    return array


def _zip(data: bytes, where: str, network: Network) -> Layers:
    members = zip_members(data, where, lambda name: name == DOCUMENT or bool(LAYER.fullmatch(name)))
    names = sorted((name for name in members if name != DOCUMENT), key=lambda name: int(re.findall(r"\d+", name)[0]))
    if names != [f"layer_{k + 1}.csv" for k in range(len(names))]:
        raise UserError(tr("{where} lacks a layer.", where=where), tr("It holds {names}.", names=", ".join(names[:20])))
    most = 100_000 + 2 * network.n_parameters
    matrices = [layer_matrix(members[name], tr("{where}, {part},", where=where, part=name), most) for name in names]
    return [(matrix[:-1], matrix[-1]) for matrix in matrices]


def _csv(data: bytes, where: str, network: Network) -> Layers:
    if network.n_layers > 1:
        raise UserError(
            tr_n(
                "{where} is one table; the network has {n} layer of weights.",
                "{where} is one table; the network has {n} layers of weights.",
                network.n_layers,
                where=where,
            ),
            hint=tr("Put layer_1.csv, layer_2.csv, ... into one .zip file: a line per input, then one for the bias."),
        )
    matrix = layer_matrix(data, where)
    return [(matrix[:-1], matrix[-1])]


def _safetensors(data: bytes, where: str, network: Network) -> Layers:
    return _layers(unpack(data, where)[0], where)


def _layers(arrays: Mapping[str, np.ndarray], where: str) -> Layers:
    """Weights and biases in the order of the layers, from whatever names they have."""
    torch = [name for name in arrays if _TORCH.fullmatch(name)]
    if torch and len(torch) == len(arrays):
        return _torch_layers(arrays, where)
    groups: dict[str, list[np.ndarray]] = {}
    places = [(match[1].rstrip("_"), int(match[2]), name) for name in arrays if (match := _NUMBERED.fullmatch(name))]
    # By number: as a text, W10 would come before W2.
    for kind, _, name in sorted(places):
        groups.setdefault(kind, []).append(arrays[name])
    for weights, biases in (("W", "b"), ("coefs", "intercepts")):
        if weights in groups:
            return _paired(groups[weights], groups.get(biases, []), where)
    listed = groups.get("arr", [])
    return _paired(listed[::2], listed[1::2], where)


def _paired(weights: list[np.ndarray], biases: list[np.ndarray], where: str) -> Layers:
    if not weights or len(weights) != len(biases):
        raise UserError(
            tr("{where} does not hold the weights of a network.", where=where),
            tr("It has {w} weight matrices and {b} bias vectors.", w=len(weights), b=len(biases)),
            tr(_ADVICE),
        )
    for k, (w, b) in enumerate(zip(weights, biases, strict=True), 1):
        if w.ndim != 2 or b.ndim != 1 or w.shape[1] != b.shape[0] or (k > 1 and w.shape[0] != weights[k - 2].shape[1]):
            raise UserError(
                tr("Layer {k} in {where} does not fit together.", k=k, where=where),
                tr("Its weights are {weights}, its biases {biases}.", weights=w.shape, biases=b.shape),
            )
    return list(zip(weights, biases, strict=True))


def _torch_layers(arrays: Mapping[str, np.ndarray], where: str) -> Layers:
    """Transpose PyTorch's weights, which are (outputs, inputs), named in the order of the modules."""
    stems = sorted({re.sub(r"(weight|bias)$", "", name) for name in arrays}, key=_natural)
    weights = [arrays[f"{stem}weight"] for stem in stems if f"{stem}weight" in arrays]
    biases = [arrays[f"{stem}bias"] for stem in stems if f"{stem}bias" in arrays]
    return _paired([w.T for w in weights], biases, where)


def _natural(text: str) -> list[tuple[int, str]]:
    # Numbers within a name count as numbers: module 10 comes after module 9.
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d{1,9})", text)]


READERS: dict[str, Callable[[bytes, str, Network], Layers]] = {
    ".npz": _npz,
    ".json": _json,
    ".safetensors": _safetensors,
    ".zip": _zip,
    ".csv": _csv,
}
