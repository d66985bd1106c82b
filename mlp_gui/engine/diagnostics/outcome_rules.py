"""What the training doctor sees in the result of a run: no better than the mean or a linear model, learnt by heart."""

from __future__ import annotations

from mlp_gui.core.translation import tr
from mlp_gui.engine.diagnostics.evidence import Diagnosis, Evidence, Outcome

FEWEST_ROWS = 20  # held-out rows, below which the gap to the training rows may be chance


def worse_than_constant(e: Evidence) -> Diagnosis | None:
    """Diagnose a network that is no better than always answering the mean."""
    outcome = _final(e)
    if outcome is None or outcome.finding != "no_better":
        return None
    title = tr("It is no better than {constant}", constant=outcome.constant)
    return _diagnosis("worse_than_constant", title, outcome.sentence, outcome)


def worse_than_linear(e: Evidence) -> Diagnosis | None:
    """Diagnose a network that a linear model beats."""
    outcome = _final(e)
    if outcome is None or outcome.finding != "linear_better":
        return None
    return _diagnosis("worse_than_linear", tr("A linear model is better"), outcome.sentence, outcome)


def learnt_by_heart(e: Evidence) -> Diagnosis | None:
    """Diagnose a network that answers its training rows far better than the others, although the best was kept."""
    outcome = _final(e)
    if outcome is None or not outcome.by_heart or outcome.rows < FEWEST_ROWS:
        return None
    said = tr(
        "It answers its training rows far better than {n:,} rows that had no part in training, although the best "
        "weights were kept. There are {parameters:,} weights for {rows:,} rows.",
        n=outcome.rows,
        parameters=e.facts.parameters,
        rows=e.facts.rows,
    )
    if not e.config.training.stopping.restore_best:
        said = tr(
            "It answers its training rows far better than {n:,} rows that had no part in training. There are "
            "{parameters:,} weights for {rows:,} rows.",
            n=outcome.rows,
            parameters=e.facts.parameters,
            rows=e.facts.rows,
        )
    return _diagnosis("learnt_by_heart", tr("Overfitting: it is memorising the training rows"), said, outcome)


def _final(e: Evidence) -> Outcome | None:
    """Return what came of a run that has ended; None while it may go on, for it has not failed yet."""
    return e.outcome if e.stopped else None


def _diagnosis(name: str, title: str, sentence: str, outcome: Outcome) -> Diagnosis:
    return Diagnosis(name, title, sentence, outcome.offer, outcome.change, outcome.data_change)


OUTCOME_RULES = (worse_than_constant, worse_than_linear, learnt_by_heart)
