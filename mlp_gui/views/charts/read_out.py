"""Sentences that several plots use about what they draw."""

from __future__ import annotations

from mlp_gui.core.translation import tr_n
from mlp_gui.session.evaluation.layer_history import MAX_MOMENTS


def not_finite_text(predictions: int) -> str:
    """Return the sentence about rows whose prediction cannot be drawn."""
    return tr_n(
        "{n:,} prediction is not finite and not shown", "{n:,} predictions are not finite and not shown", predictions
    )


def recorded_text(moments: int) -> str:
    """Return how many moments of a run a plot over time shows."""
    return tr_n(
        "{n:,} snapshot, at most {most:,}",
        "{n:,} snapshots, at most {most:,}",
        moments,
        most=MAX_MOMENTS,
    )
