"""The training doctor: rules that look at a run's history, layers and data and say in a sentence what is wrong.

A healthy run gets no diagnosis. A cause hides its effects: of the rules about training, the first that holds speaks.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlp_gui.engine.activations import activations
from mlp_gui.engine.config import RunConfig
from mlp_gui.engine.evidence import DataFacts, Diagnosis, Evidence
from mlp_gui.engine.initializers import GlorotUniform, HeUniform, ZeroBias

__all__ = ["DataFacts", "Diagnosis", "Evidence", "diagnose"]


def diagnose(e: Evidence) -> list[Diagnosis]:
    """What is wrong with the data, and the first thing that is wrong with the training."""
    found = [d for d in (constant_inputs(e),) if d is not None]
    for rule in RULES:
        diagnosis = rule(e)
        if diagnosis is not None:
            return [*found, diagnosis]
    return found


def constant_inputs(e: Evidence) -> Diagnosis | None:
    names = e.facts.constant
    if not names:
        return None
    some = ", ".join(names[:3]) + (f" and {len(names) - 3:,} more" if len(names) > 3 else "")
    verb = "has" if len(names) == 1 else "have"
    return Diagnosis(
        "constant_inputs",
        "An input is constant" if len(names) == 1 else "Inputs are constant",
        f"{some} {verb} the same value in every training row and can teach nothing. Leave it out.",
    )


def unscaled_inputs(e: Evidence) -> Diagnosis | None:
    if e.facts.far is None:
        return None
    name, mean, spread = e.facts.far
    return Diagnosis(
        "unscaled_inputs",
        "Inputs are not scaled",
        f"{name} reaches the network with mean {mean:,.4g} and deviation {spread:,.4g}. Numbers that far from 0 and 1 "
        "drive units into saturation and make one learning rate fit badly.",
        "Scale the inputs to mean 0 and deviation 1",
        data_change="scale_inputs",
    )


def rate_too_large(e: Evidence) -> Diagnosis | None:
    rate = e.config.training.learning_rate
    what = "The loss became infinite" if e.stopped == "diverged" else _jumped(e)
    if not what:
        return None
    new = _rounded(rate / (100 if rate >= 1 else 10)) if rate < 100 else 0.001
    return Diagnosis(
        "rate_too_large",
        "The learning rate is probably too large",
        f"{what} with a learning rate of {rate:g}: the steps jump over the valley.",
        *_rate(e, new),
        region=_last(e, 0.5),
    )


def _jumped(e: Evidence) -> str:
    """How the loss grew, "" when it did not."""
    if len(e.train) < 5 or not np.isfinite(e.train[0]):
        return ""
    late, first, highest = float(np.median(e.train[-10:])), float(e.train[0]), float(np.nanmax(e.train))
    if not late <= 3 * first:
        return f"The loss grew from {first:.4g} to {late:.4g}"
    if e.config.training.learning_rate > 1 and highest > 100 * e.facts.baseline:
        return f"The loss jumped to {highest:.4g}, where always answering the average gives {e.facts.baseline:.4g},"
    return ""


def same_units(e: Evidence) -> Diagnosis | None:
    if e.health is None or not e.health.alike.any():
        return None
    layer = int(np.flatnonzero(e.health.alike)[0]) + 1
    return Diagnosis(
        "same_units",
        "The units of a layer are all the same",
        f"All units of layer {layer} have the same weights, so they learn the same and count as one. "
        "Weights must start different from one another.",
        "Start from Glorot's random weights (resets the run)",
        e.config.replace(network=e.config.network.replace(initializer=GlorotUniform())),
    )


def dead_units(e: Evidence) -> Diagnosis | None:
    found = _worst(e, "dead", 0.5)
    if found is None:
        return None
    layer, share = found
    return Diagnosis(
        "dead_units",
        "Units are dead",
        f"{share:.0%} of the units of layer {layer} give the same for every row and have no slope: "
        "they cannot learn any more.",
        "Start biases at 0 and weights by He's rule, leaky units (resets the run)",
        _revived(e.config),
        region=_last(e, 0.5),
    )


def saturated_units(e: Evidence) -> Diagnosis | None:
    found = _worst(e, "saturated", 0.8)
    if found is None or (e.health is not None and e.config.network.hidden[found[0] - 1].activation.name == "relu"):
        return None
    layer, share = found
    return Diagnosis(
        "saturated_units",
        "Units are saturated",
        f"In layer {layer}, {share:.0%} of the answers of the units lie where the activation is flat: "
        "hardly any gradient comes through.",
        "Start from smaller, Glorot's weights (resets the run)",
        e.config.replace(network=e.config.network.replace(initializer=GlorotUniform())),
        region=_last(e, 0.5),
    )


def exploding_gradient(e: Evidence) -> Diagnosis | None:
    if len(e.gradient) < 10:
        return None
    early, late = float(np.median(e.gradient[:5])), float(np.median(e.gradient[-5:]))
    if not (late > 1e3 * max(early, 1e-12) and late > 10):
        return None
    return Diagnosis(
        "exploding_gradient",
        "The gradient explodes",
        f"The norm of the gradient grew from {early:.3g} to {late:.3g}.",
        "Clip the gradient's norm at 1",
        e.config.replace(training=e.config.training.replace(clip="global_norm", clip_limit=1.0)),
        region=_last(e, 0.3),
    )


def vanishing_gradient(e: Evidence) -> Diagnosis | None:
    if e.health is None or len(e.health.gradient_norm) < 4 or len(e.epochs) < 3:
        return None
    first, last = float(e.health.gradient_norm[0]), float(e.health.gradient_norm[-1])
    if not (last > 0 and first < 1e-5 * last):
        return None
    return Diagnosis(
        "vanishing_gradient",
        "The gradient vanishes on its way back",
        f"At the first layer its norm is {first:.2g}, at the last {last:.2g}: the first layers hardly learn. "
        "Fewer layers, or relu instead of sigmoid, let it through.",
    )


def overfitting(e: Evidence) -> Diagnosis | None:
    valid = np.isfinite(e.validation)
    if e.stopped == "early_stopping" or valid.sum() < 30:
        return None
    best = int(np.nanargmin(np.where(valid, e.validation, np.inf)))
    late, late_train = float(np.median(e.validation[-5:])), float(np.median(e.train[-5:]))
    if len(e.validation) - best < 20 or not (late > 1.2 * e.validation[best] and late_train < 0.9 * e.train[best]):
        return None
    rows, parameters = e.facts.rows, e.facts.parameters
    stopping = e.config.training.stopping.replace(enabled=True, restore_best=True)
    return Diagnosis(
        "overfitting",
        "It learns the training rows by heart",
        f"Since epoch {int(e.epochs[best]):,} the training loss fell from {e.train[best]:.4g} to {late_train:.4g}, but "
        f"the validation loss rose from {e.validation[best]:.4g} to {late:.4g}. "
        f"There are {parameters:,} weights for {rows:,} rows.",
        "Stop early and keep the best weights",
        e.config.replace(training=e.config.training.replace(stopping=stopping)),
        region=(float(e.epochs[best]), float(e.epochs[-1])),
    )


def rate_too_small(e: Evidence) -> Diagnosis | None:
    if e.health is None or len(e.train) < 50 or not np.isfinite(e.health.step_ratio).any():
        return None
    first, last, step = float(e.train[0]), float(e.train[-1]), float(np.nanmax(e.health.step_ratio))
    if not (step < 1e-5 and first * 0.95 < last < first):
        return None
    rate = e.config.training.learning_rate
    return Diagnosis(
        "rate_too_small",
        "The learning rate is probably too small",
        f"In {len(e.train):,} epochs the loss fell only from {first:.4g} to {last:.4g}; one update changes the weights "
        f"by {step:.1e} of their size.",
        *_rate(e, _rounded(rate * 10)),
        region=_last(e, 1.0),
    )


def plateau(e: Evidence) -> Diagnosis | None:
    if len(e.train) < 60 or not np.isfinite(e.facts.baseline) or e.stopped == "early_stopping":
        return None
    third = e.train[-max(50, len(e.train) // 3) :]
    low, high = float(third.min()), float(third.max())
    if not (low > 0.97 * e.facts.baseline and high - low < 0.05 * high):
        return None
    return Diagnosis(
        "plateau",
        "It does not learn",
        f"For {len(third):,} epochs the loss has stood at {third[-1]:.4g}; always answering the average gives "
        f"{e.facts.baseline:.4g}. Other inputs, more units or another learning rate may help.",
        region=(float(e.epochs[-len(third)]), float(e.epochs[-1])),
    )


RULES: tuple[Callable[[Evidence], Diagnosis | None], ...] = (
    unscaled_inputs,
    rate_too_large,
    same_units,
    dead_units,
    saturated_units,
    exploding_gradient,
    vanishing_gradient,
    overfitting,
    rate_too_small,
    plateau,
)


def _worst(e: Evidence, quantity: str, limit: float) -> tuple[int, float] | None:
    """The hidden layer (from 1) with the largest share, if that is above the limit."""
    shares = getattr(e.health, quantity) if e.health is not None else np.zeros(0)
    if not len(e.epochs) or not np.isfinite(shares).any() or np.nanmax(shares) <= limit:
        return None
    return int(np.nanargmax(shares)) + 1, float(np.nanmax(shares))


def _last(e: Evidence, share: float) -> tuple[float, float] | None:
    if not len(e.epochs):
        return None
    return float(e.epochs[int((1 - share) * (len(e.epochs) - 1))]), float(e.epochs[-1])


def _rate(e: Evidence, rate: float) -> tuple[str, RunConfig]:
    training = e.config.training.replace(learning_rate=rate)
    return f"Set the learning rate to {rate:g}", e.config.replace(training=training)


def _rounded(value: float) -> float:
    return float(f"{value:.1g}")


def _revived(config: RunConfig) -> RunConfig:
    hidden = tuple(
        layer.replace(activation=activations.create("leaky_relu")) if layer.activation.name == "relu" else layer
        for layer in config.network.hidden
    )
    network = config.network.replace(hidden=hidden, initializer=HeUniform(), bias_initializer=ZeroBias())
    return config.replace(network=network)
