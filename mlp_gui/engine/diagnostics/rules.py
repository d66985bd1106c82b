"""The training doctor: rules that look at a run's history, layers and data and say in a sentence what is wrong.

A healthy run gets no diagnosis. A cause hides its effects: of the rules about training, the first that holds speaks.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlp_gui.core.translation import tr
from mlp_gui.engine.diagnostics.data_rules import DATA_RULES
from mlp_gui.engine.diagnostics.evidence import DataFacts, Diagnosis, Evidence
from mlp_gui.engine.diagnostics.layer_rules import (
    dead_units,
    exploding_gradient,
    same_units,
    saturated_units,
    vanishing_gradient,
)
from mlp_gui.engine.diagnostics.outcome_rules import OUTCOME_RULES
from mlp_gui.engine.diagnostics.seed_rules import seed_lottery
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.reports import StopKind
from mlp_gui.engine.training.stop_reasons import suggest_smaller_rate

__all__ = ["DataFacts", "Diagnosis", "Evidence", "diagnose"]

_MODEST_RATE = 0.01  # three times as much is worth a try


def diagnose(e: Evidence) -> list[Diagnosis]:
    """Return what is wrong with the data, first of all with the training, what came of it, and how much is luck."""
    found = [d for rule in DATA_RULES if (d := rule(e)) is not None]
    cause = next((d for rule in RULES if (d := rule(e)) is not None), None)
    outcome = next((d for rule in OUTCOME_RULES if (d := rule(e)) is not None), None)
    if cause is not None and not _says_more(outcome, cause):
        found.append(cause)
    if outcome is not None and (cause is None or cause.name != "overfitting"):
        found.append(outcome)
    chance = seed_lottery(e)
    return [*found, chance] if chance is not None else found


def _says_more(outcome: Diagnosis | None, cause: Diagnosis) -> bool:
    """Whether what came of a run says the same as its losses do, with an offer."""
    return outcome is not None and (cause.name, outcome.name) == ("plateau", "worse_than_constant")


def unscaled_inputs(e: Evidence) -> Diagnosis | None:
    """Diagnose inputs that reach the network far from mean 0 and deviation 1."""
    if e.facts.farthest_input is None:
        return None
    name, mean, spread = e.facts.farthest_input
    return Diagnosis(
        "unscaled_inputs",
        tr("Inputs are not scaled"),
        tr(
            "{name} reaches the network with mean {mean:,.4g} and deviation {spread:,.4g}. Numbers that far from 0 "
            "and 1 drive units into saturation and make one learning rate fit badly.",
            name=name,
            mean=mean,
            spread=spread,
        ),
        tr("Scale the inputs to mean 0 and deviation 1"),
        data_change="scale_inputs",
    )


def rate_too_large(e: Evidence) -> Diagnosis | None:
    """Diagnose a loss that grew or became infinite."""
    what = _jumped(e)
    if not what:
        return None
    return Diagnosis(
        "rate_too_large",
        tr("The learning rate is probably too large"),
        what,
        *_rate(e, suggest_smaller_rate(e.config.training.learning_rate)),
        region=e.latest(0.5),
    )


def _jumped(e: Evidence) -> str:
    """Return how the loss grew, in a sentence; an empty text when it did not."""
    rate = e.config.training.learning_rate
    if e.stopped is StopKind.DIVERGED:
        return tr(
            "The loss became infinite with a learning rate of {rate:g}: the steps jump over the valley.", rate=rate
        )
    if len(e.train) < 5 or not np.isfinite(e.train[0]):
        return ""
    # The median of ten epochs: a single bad one is no trend.
    late, first, highest = float(np.median(e.train[-10:])), float(e.train[0]), float(np.nanmax(e.train))
    # "not <=" instead of ">": a loss that became nan counts as grown.
    if not late <= 3 * first:
        return tr(
            "The loss grew from {first:.4g} to {late:.4g} with a learning rate of {rate:g}: "
            "the steps jump over the valley.",
            first=first,
            late=late,
            rate=rate,
        )
    if rate > 1 and highest > 100 * e.facts.baseline:
        return tr(
            "The loss jumped to {highest:.4g}, where always answering the average gives {baseline:.4g}, "
            "with a learning rate of {rate:g}: the steps jump over the valley.",
            highest=highest,
            baseline=e.facts.baseline,
            rate=rate,
        )
    return ""


def overfitting(e: Evidence) -> Diagnosis | None:
    """Diagnose a validation loss that rises while the training loss falls."""
    valid = np.isfinite(e.validation)
    # Early stopping has already done what this rule would offer, or the best weights were kept without it.
    done = e.stopped is StopKind.EARLY_STOPPING or (e.stopped and e.config.training.stopping.restore_best)
    if done or valid.sum() < 30:
        return None
    best = int(np.nanargmin(np.where(valid, e.validation, np.inf)))
    late, late_train = float(np.median(e.validation[-5:])), float(np.median(e.train[-5:]))
    # Validation losses jump: it must have been worse for a while, and clearly so, while the training loss still fell.
    if len(e.validation) - best < 20 or not (late > 1.2 * e.validation[best] and late_train < 0.9 * e.train[best]):
        return None
    stopping = e.config.training.stopping.replace(enabled=True, restore_best=True)
    return Diagnosis(
        "overfitting",
        tr("Overfitting: it is memorising the training rows"),
        tr(
            "Since epoch {epoch:,} the training loss fell from {train_then:.4g} to {train_now:.4g}, but the validation "
            "loss rose from {then:.4g} to {now:.4g}. There are {parameters:,} weights for {rows:,} rows.",
            epoch=int(e.epochs[best]),
            train_then=e.train[best],
            train_now=late_train,
            then=e.validation[best],
            now=late,
            parameters=e.facts.parameters,
            rows=e.facts.rows,
        ),
        tr("Stop early and keep the best weights"),
        e.config.replace(training=e.config.training.replace(stopping=stopping)),
        region=(float(e.epochs[best]), float(e.epochs[-1])),
    )


def rate_too_small(e: Evidence) -> Diagnosis | None:
    """Diagnose a loss that hardly falls because the steps are tiny."""
    if e.layer_statistics is None or len(e.train) < 50 or not np.isfinite(e.layer_statistics.step_ratio).any():
        return None
    first, last, step = float(e.train[0]), float(e.train[-1]), float(np.nanmax(e.layer_statistics.step_ratio))
    # A loss that rises, or does not move at all, has another cause than small steps.
    if not (step < 1e-5 and first * 0.95 < last < first):
        return None
    rate = e.config.training.learning_rate
    return Diagnosis(
        "rate_too_small",
        tr("The learning rate is probably too small"),
        tr(
            "In {epochs:,} epochs the loss fell only from {first:.4g} to {last:.4g}; one update changes the weights by "
            "{step:.1e} of their size.",
            epochs=len(e.train),
            first=first,
            last=last,
            step=step,
        ),
        *_rate(e, _rounded(rate * 10)),
        region=e.latest(1.0),
    )


def plateau(e: Evidence) -> Diagnosis | None:
    """Diagnose a loss that has stood for long where the average would be answered."""
    if len(e.train) < 60 or not np.isfinite(e.facts.baseline):
        return None
    third = e.train[-max(50, len(e.train) // 3) :]
    low, high = float(third.min()), float(third.max())
    if not (low > 0.97 * e.facts.baseline and high - low < 0.05 * high):
        return None
    rate = e.config.training.learning_rate
    offer, change = _rate(e, _rounded(3 * rate)) if rate <= _MODEST_RATE else ("", None)
    return Diagnosis(
        "plateau",
        tr("It does not learn"),
        tr(
            "For {epochs:,} epochs the loss has stood at {loss:.4g}; always answering the average gives "
            "{baseline:.4g}. Other inputs, more units or another learning rate may help.",
            epochs=len(third),
            loss=third[-1],
            baseline=e.facts.baseline,
        ),
        offer,
        change,
        region=(float(e.epochs[-len(third)]), float(e.epochs[-1])),
    )


# Causes stand before their effects: inputs far from 0 saturate units, saturated units end on a plateau.
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


def _rate(e: Evidence, rate: float) -> tuple[str, RunConfig]:
    training = e.config.training.replace(learning_rate=rate)
    return tr("Set the learning rate to {rate:g}", rate=rate), e.config.replace(training=training)


def _rounded(value: float) -> float:
    return float(f"{value:.1g}")
