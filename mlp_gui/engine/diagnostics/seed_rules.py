"""What the training doctor sees in runs that differ only in the seed of their first weights: how much is luck."""

from __future__ import annotations

from mlp_gui.core.number_format import format_number
from mlp_gui.core.translation import tr
from mlp_gui.engine.diagnostics.evidence import Diagnosis, Evidence

MUCH = 1.25  # times the loss of the best seed: other settings rarely decide as much


def seed_lottery(e: Evidence) -> Diagnosis | None:
    """Diagnose runs with the same settings whose validation losses differ much."""
    known = [twin for twin in e.same_but_seed if twin.loss > 0]
    own = float(e.best_validation)
    if not e.stopped or not known or not own > 0:
        return None
    best, worst = min(known, key=lambda twin: twin.loss), max(known, key=lambda twin: twin.loss)
    if max(own, worst.loss) < MUCH * min(own, best.loss):
        return None
    other = best if best.loss < own else worst
    sentence = tr(
        "{run} differs from this one only in the seed, and its best validation loss is {other} "
        "instead of {own}: chance decides much here.",
        run=other.name,
        other=format_number(other.loss),
        own=format_number(own),
    )
    if other.loss >= own:
        said = tr("This seed is the best one so far; do not read much into its lead.")
        return Diagnosis("seed_lottery", tr("The seed decides much"), f"{sentence} {said}")
    offer = tr("Use the seed of {run} (begins a new run)", run=best.name)
    return Diagnosis("seed_lottery", tr("The seed decides much"), sentence, offer, best.config)
