"""What the training doctor sees in the layers: units that no longer take part, and gradients that grow or fade."""

from __future__ import annotations

import numpy as np

from mlp_gui.core.translation import tr
from mlp_gui.engine.diagnostics.evidence import Diagnosis, Evidence
from mlp_gui.engine.network.activations import activations
from mlp_gui.engine.network.initializers import GlorotUniform, HeUniform, ZeroBias
from mlp_gui.engine.training.config import RunConfig


def same_units(e: Evidence) -> Diagnosis | None:
    """Diagnose a layer whose units have the same weights and therefore stay the same."""
    if e.layer_statistics is None or not e.layer_statistics.alike.any():
        return None
    layer = int(np.flatnonzero(e.layer_statistics.alike)[0]) + 1
    return Diagnosis(
        "same_units",
        tr("The units of a layer are all the same"),
        tr(
            "All units of layer {layer} have the same weights, so they learn the same and count as one. "
            "Weights must start different from one another.",
            layer=layer,
        ),
        tr("Start from Glorot's random weights (resets the run)"),
        e.config.replace(network=e.config.network.replace(initializer=GlorotUniform())),
    )


def dead_units(e: Evidence) -> Diagnosis | None:
    """Diagnose a layer most of whose units give 0 for every row."""
    found = _worst(e, "dead", 0.5)
    if found is None:
        return None
    layer, share = found
    return Diagnosis(
        "dead_units",
        tr("Units are dead"),
        tr(
            "{share:.0%} of the units of layer {layer} give the same for every row and have no slope: "
            "they cannot learn any more.",
            share=share,
            layer=layer,
        ),
        tr("Start biases at 0 and weights by He's rule, leaky units (resets the run)"),
        _revived(e.config),
        region=e.latest(0.5),
    )


def saturated_units(e: Evidence) -> Diagnosis | None:
    """Diagnose a layer most of whose units stand where their activation is flat."""
    found = _worst(e, "saturated", 0.8)
    # Half of relu is flat by design; for units that never leave that half there is `dead_units`.
    if found is None or (
        e.layer_statistics is not None and e.config.network.hidden[found[0] - 1].activation.name == "relu"
    ):
        return None
    layer, share = found
    return Diagnosis(
        "saturated_units",
        tr("Units are saturated"),
        tr(
            "In layer {layer}, {share:.0%} of the answers of the units lie where the activation is flat: "
            "hardly any gradient comes through.",
            layer=layer,
            share=share,
        ),
        tr("Start from smaller, Glorot's weights (resets the run)"),
        e.config.replace(network=e.config.network.replace(initializer=GlorotUniform())),
        region=e.latest(0.5),
    )


def exploding_gradient(e: Evidence) -> Diagnosis | None:
    """Diagnose a gradient whose norm has grown by orders of magnitude."""
    if len(e.gradient) < 10:
        return None
    # Medians, because a single steep batch is no explosion; neither is growth from almost nothing to something small.
    early, late = float(np.median(e.gradient[:5])), float(np.median(e.gradient[-5:]))
    if not (late > 1e3 * max(early, 1e-12) and late > 10):
        return None
    return Diagnosis(
        "exploding_gradient",
        tr("The gradient explodes"),
        tr("The norm of the gradient grew from {early:.3g} to {late:.3g}.", early=early, late=late),
        tr("Clip the gradient's norm at 1"),
        e.config.replace(training=e.config.training.replace(clip="global_norm", clip_limit=1.0)),
        region=e.latest(0.3),
    )


def vanishing_gradient(e: Evidence) -> Diagnosis | None:
    """Diagnose a gradient that is far smaller in the first layer than in the last."""
    if e.layer_statistics is None or len(e.layer_statistics.gradient_norm) < 4 or len(e.epochs) < 3:
        return None
    first, last = float(e.layer_statistics.gradient_norm[0]), float(e.layer_statistics.gradient_norm[-1])
    if not (last > 0 and first < 1e-5 * last):
        return None
    return Diagnosis(
        "vanishing_gradient",
        tr("The gradient vanishes on its way back"),
        tr(
            "At the first layer its norm is {first:.2g}, at the last {last:.2g}: the first layers hardly learn. "
            "Fewer layers, or relu instead of sigmoid, let it through.",
            first=first,
            last=last,
        ),
    )


def _worst(e: Evidence, quantity: str, limit: float) -> tuple[int, float] | None:
    """Return the hidden layer, counted from 1, with the largest share, if that is above the limit."""
    shares = getattr(e.layer_statistics, quantity) if e.layer_statistics is not None else np.zeros(0)
    if not len(e.epochs) or not np.isfinite(shares).any() or np.nanmax(shares) <= limit:
        return None
    return int(np.nanargmax(shares)) + 1, float(np.nanmax(shares))


def _revived(config: RunConfig) -> RunConfig:
    hidden = tuple(
        layer.replace(activation=activations.create("leaky_relu")) if layer.activation.name == "relu" else layer
        for layer in config.network.hidden
    )
    network = config.network.replace(hidden=hidden, initializer=HeUniform(), bias_initializer=ZeroBias())
    return config.replace(network=network)
