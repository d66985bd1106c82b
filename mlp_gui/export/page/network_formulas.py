"""The network as formulas that a person can read: how each input is encoded, what each layer computes, the way back."""

from __future__ import annotations

import numpy as np

from mlp_gui.core.number_format import formula_digits
from mlp_gui.core.transformation import SHORT_LABELS, Transformation
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.data.preprocessing.notices import SMEARED
from mlp_gui.engine.network.ensemble import NetworkOrEnsemble
from mlp_gui.engine.network.network import Network
from mlp_gui.model import TrainedModel

MOST_LINES, MOST_WEIGHTS = 200, 400
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_OUTPUTS = {"identity": "z", "sigmoid": "1 / (1 + e⁻ᶻ)", "softmax": "eᶻ / Σ eᶻ"}


def formula_lines(model: TrainedModel) -> list[str]:
    """Return the formulas, line by line.

    Parameters
    ----------
    model : TrainedModel
    """
    lines, place = [], 1
    for column in model.pipeline.derivation.declared:
        lines.append(f"{column.name} = {column.formula_text}")
    for fitted in model.pipeline.inputs:
        lines += _encoding(fitted, place)
        place += len(fitted.features)
    if len(lines) > MOST_LINES:
        more = tr("… and {n:,} more lines", n=len(lines) - MOST_LINES)
        lines = [*lines[:MOST_LINES], more]
    return [*lines, "", *_networks(model.network), "", *_way_back(model)]


def _networks(network: NetworkOrEnsemble) -> list[str]:
    """Write the layers of the network, or those of each member and their mean."""
    shows_units = network.n_parameters <= MOST_WEIGHTS
    if isinstance(network, Network):
        return _layers(network, shows_units)
    lines = []
    for number, member in enumerate(network.members, 1):
        lines += [
            tr("Network {n:,} of {total:,}:", n=number, total=len(network.members)),
            *_layers(member, shows_units),
            "",
        ]
    terms = (
        f"{formula_digits(share)} y⁽{str(m).translate(_SUPERSCRIPTS)}⁾" for m, share in enumerate(network.shares, 1)
    )
    return [*lines, f"y = {' + '.join(terms)}"]


def _encoding(fitted: FittedInput, place: int) -> list[str]:
    """Write how a column becomes its features, x with their numbers."""
    lines = []
    for k, name in enumerate(fitted.features):
        plain = (
            _piece(fitted, k)
            if 0 < k < len(fitted.edges)
            else name
            if k or fitted.encoding not in ("number", "days")
            else _transformed(fitted.transformation, name)
        )
        shift, scale = fitted.shift[k], fitted.scale[k]
        moved = plain if not shift else f"({plain} {'−' if shift > 0 else '+'} {formula_digits(abs(shift))})"
        lines.append(f"x{_index(place + k)} = {moved}" + (f" / {formula_digits(scale)}" if scale != 1 else ""))
    return lines


def _piece(fitted: FittedInput, k: int) -> str:
    """Write how much of the k-th piece, from 1, lies below the number."""
    low, width = fitted.edges[k - 1], fitted.edges[k] - fitted.edges[k - 1]
    above = f"{_transformed(fitted.transformation, fitted.name)} {'−' if low >= 0 else '+'} {formula_digits(abs(low))}"
    return f"min(1, max(0, ({above}) / {formula_digits(width)}))"


def _transformed(found: Transformation, name: str) -> str:
    if found.is_none:
        return name
    label = tr(SHORT_LABELS[found.name])
    power = f", λ = {formula_digits(found.parameter)}" if found.parameter else ""
    return f"[{label}{power}]({name})"


def _layers(network: Network, shows_units: bool) -> list[str]:
    """Write every layer as one line, and its units one by one where they have few weights."""
    lines, last = [], network.n_layers - 1
    for k in range(network.n_layers):
        before = "x" if k == 0 else f"a{_index(k)}"
        function = _OUTPUTS[network.output] if k == last else network.activations[k].equation
        here = "y" if k == last else f"a{_index(k + 1)}"
        n, units = network.sizes[k], network.sizes[k + 1]
        lines.append(
            f"z{_index(k + 1)} = {before} W{_index(k + 1)} + b{_index(k + 1)}      W{_index(k + 1)}: {n} × {units}"
        )
        lines.append(f"{here} = f(z{_index(k + 1)}),   f(z) = {function}")
    if shows_units:
        for k in range(network.n_layers):
            lines += ["", *_units(network, k)]
    return lines


def _units(network: Network, k: int) -> list[str]:
    before = "x" if k == 0 else f"a{_index(k)},"
    weights, biases = np.asarray(network.weights(k), float), np.asarray(network.biases(k), float)
    return [
        f"z{_index(k + 1)},{_index(j + 1)} = {formula_digits(biases[j])}"
        + "".join(_term(w, f"{before}{_index(i + 1)}") for i, w in enumerate(weights[:, j]))
        for j in range(weights.shape[1])
    ]


def _term(weight: float, name: str) -> str:
    return f" {'−' if weight < 0 else '+'} {formula_digits(abs(weight))} {name}"


def _way_back(model: TrainedModel) -> list[str]:
    pipeline = model.pipeline
    if pipeline.class_names:
        names = pipeline.class_names[1:] if len(pipeline.class_names) == 2 else pipeline.class_names
        return [tr("probability of {name}", name=name) + f" = y{_index(k + 1)}" for k, name in enumerate(names)]
    lines = []
    for k, target in enumerate(pipeline.targets):
        shift = f" {'−' if target.shift < 0 else '+'} {formula_digits(abs(target.shift))}" if target.shift else ""
        factor = f"{formula_digits(target.scale)} " if target.scale != 1 else ""
        lines.append(f"{_transformed(target.transformation, target.name)} = {factor}y{_index(k + 1)}{shift}")
        if target.transformation.smearing:
            lines.append(tr(SMEARED, name=target.name))
    return lines


def _index(n: int) -> str:
    return str(n).translate(_SUBSCRIPTS)
