"""How a number is read out under the pointer: with all the digits that a person may want to compare."""

from __future__ import annotations

import math

from mlp_gui.core.number_format import DASH
from mlp_gui.core.translation import localize_signs, shorten_exponent, tr_n
from mlp_gui.session.evaluation.layer_history import MAX_MOMENTS


def format_exact(value: float) -> str:
    """Eight significant digits without trailing zeros: 0.80218732, 1,446, 1.5e-9."""
    if math.isnan(value):
        return DASH
    if math.isinf(value):
        return "∞" if value > 0 else "-∞"
    text = f"{value:.8g}"
    return localize_signs(shorten_exponent(text) if "e" in text else _grouped(text))


def _grouped(text: str) -> str:
    whole, dot, part = text.partition(".")
    return f"{int(whole):,d}{dot}{part}" if whole not in ("-0", "0") else text


def not_finite_text(predictions: int) -> str:
    """What is said of rows whose prediction cannot be drawn."""
    return tr_n(
        "{n:,} prediction is not finite and not shown", "{n:,} predictions are not finite and not shown", predictions
    )


def recorded_text(moments: int) -> str:
    """How many moments of a run a plot over time shows."""
    return tr_n(
        "{n:,} moment recorded, at most {most:,}",
        "{n:,} moments recorded, at most {most:,}",
        moments,
        most=MAX_MOMENTS,
    )
