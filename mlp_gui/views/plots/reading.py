"""How a number is read out under the pointer: with all the digits that a person may want to compare."""

from __future__ import annotations

import math

from mlp_gui.views.shell.numbers import DASH, exponent


def exact(value: float) -> str:
    """Eight significant digits without trailing zeros: 0.80218732, 1,446, 1.5e-9."""
    if math.isnan(value):
        return DASH
    if math.isinf(value):
        return "∞" if value > 0 else "-∞"
    text = f"{value:.8g}"
    return exponent(text) if "e" in text else _grouped(text)


def _grouped(text: str) -> str:
    whole, dot, part = text.partition(".")
    return f"{int(whole):,d}{dot}{part}" if whole not in ("-0", "0") else text
