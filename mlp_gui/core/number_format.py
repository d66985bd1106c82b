"""How numbers are written in the window: the same number looks the same everywhere, with the reader's signs.

Four significant digits, groups of thousands, millions in words, powers of ten beyond 1e-4 and 1e9, a dash for nan.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from mlp_gui.core.translation import decimal_sign, format_localized, format_share, localize_signs, shorten_exponent, tr

DASH = "–"
RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def format_number(value: float) -> str:
    """Format a measured number with four significant digits: 0.8022, 12.30, 1,234, 24.24 million, 1.234×10⁻⁵."""
    if math.isnan(value):
        return DASH
    if math.isinf(value):
        return "∞" if value > 0 else "-∞"
    if value == 0:
        return "0"
    # Rounded first: 999.96 becomes 1,000, which needs no decimals for four digits.
    rounded = float(f"{value:.3e}")
    if 1e6 <= abs(rounded) < 1e9:
        return _in_millions(_plain(value / 1e6, rounded / 1e6))
    if not 1e-4 <= abs(rounded) < 1e6:
        return format_power(f"{value:.3e}")
    return _plain(value, rounded)


def _plain(value: float, rounded: float) -> str:
    decimals = max(0, 3 - math.floor(math.log10(abs(rounded))))
    return localize_signs(f"{value:,.{decimals}f}")


def _in_millions(text: str) -> str:
    return tr("{number} million", number=text)


def format_power(text: str) -> str:
    """Set a number that was written with an exponent as people read it, with the reader's signs: 1.5×10⁻⁵, 10⁶.

    Parameters
    ----------
    text : str
        Such as "1.5e-05".
    """
    mantissa, e, power = text.partition("e")
    if not e:
        return localize_signs(text)
    factor = {"1": "", "-1": "-"}.get(mantissa, f"{localize_signs(mantissa)}×")
    return f"{factor}10{str(int(power)).translate(RAISED)}"


def format_interval(low: float, high: float) -> str:
    """Format the ends of an interval with as many digits as its width is worth: [0.44, 0.67]; "" when unknown.

    Parameters
    ----------
    low, high : float
    """
    if math.isnan(low) or math.isnan(high):
        return ""
    width, largest = high - low, max(abs(low), abs(high))
    if not 0 < width < math.inf or largest < 1e-4:
        return _bracketed(format_number(low), format_number(high))
    power = 0 if largest < 1e6 else 6 if largest < 1e9 else math.floor(math.log10(largest))
    decimals = min(8, max(0, 1 - math.floor(math.log10(width) - power)))
    low, high = (round(end / 10.0**power, decimals) + 0.0 for end in (low, high))  # or: -0.0 is written -0
    ends = _bracketed(format_localized(low, f",.{decimals}f"), format_localized(high, f",.{decimals}f"))
    if power == 6:
        return _in_millions(ends)
    return f"{ends}×{format_power(f'1e{power}')}" if power else ends


def _bracketed(low: str, high: str) -> str:
    return f"[{low}, {high}]" if "," not in low + high else f"[{low}; {high}]"


def format_compact(value: float) -> str:
    """Return a round number without trailing zeros, as short as an axis needs it: 0.02, 5, 3×10⁸, 10⁻⁶."""
    if not math.isfinite(value) or value == 0:
        return format_number(value)
    rounded = float(f"{value:.3e}")
    if 1e-4 <= abs(rounded) < 1e6:
        text = _plain(value, rounded)
        return text.rstrip("0").rstrip(decimal_sign()) if decimal_sign() in text else text
    mantissa, e, power = f"{value:.3e}".partition("e")
    return format_power(mantissa.rstrip("0").rstrip(".") + e + power)


def format_exact(value: float) -> str:
    """Return eight significant digits without trailing zeros: 0.80218732, 1,446, 1.5e-9."""
    if math.isnan(value):
        return DASH
    if math.isinf(value):
        return "∞" if value > 0 else "-∞"
    text = f"{value:.8g}"
    return localize_signs(shorten_exponent(text) if "e" in text else _grouped(text))


def _grouped(text: str) -> str:
    whole, dot, part = text.partition(".")
    return f"{int(whole):,d}{dot}{part}" if whole not in ("-0", "0") else text  # int() would lose the sign of -0


def format_six_digits(value: float | None) -> str:
    """Return up to six significant digits, a dash for None and what is not finite: 0.802187, 1446."""
    return DASH if value is None or not math.isfinite(value) else format_localized(value, ".6g")


def format_four_digits(value: float) -> str:
    """Return up to four significant digits, and thousands in full: 0.8022, 12.3, 1,234."""
    return format_localized(value, ",.0f" if 1e3 <= abs(value) < 1e6 else ".4g")


def format_significant(value: float) -> str:
    """Return up to four significant digits with a true minus sign, as formulas are set: −0.8022, 1.2e−5."""
    return localize_signs(formula_digits(value))


def formula_digits(value: float) -> str:
    """Return what `format_significant` does, with a decimal point in every language: for a part of a formula."""
    return shorten_exponent(f"{value or 0.0:.4g}").replace("-", "−")  # or: -0.0 is written 0


def telling_digits(old: float, new: float) -> Callable[[float], str]:
    """Return `formula_digits` with as many more digits as it takes to tell two numbers apart: 0.13440, 0.13439.

    Parameters
    ----------
    old, new : float
    """
    digits = next((n for n in range(4, 18) if f"{old:.{n}g}" != f"{new:.{n}g}"), 4)
    size = max(abs(old), abs(new))
    if digits == 4 or not math.isfinite(size):
        return formula_digits
    places = digits - 1 - math.floor(math.log10(size))
    spec = f".{max(places, 0)}f" if 1e-4 <= size < 1e6 else f".{digits - 1}e"
    return lambda value: shorten_exponent(format(value or 0.0, spec)).replace("-", "−")


def format_integer(value: int) -> str:
    """Format a count: 1,446."""
    return localize_signs(f"{int(value):,d}")


def format_setting(value: float) -> str:
    """Format a chosen number, as short as it can be written without loss: 0.001, 1e-5, 1,000."""
    if isinstance(value, int) or (value.is_integer() and abs(value) < 1e6):
        return format_integer(int(value))
    if not math.isfinite(value):
        return format_number(value)
    return localize_signs(shorten_exponent(repr(float(value))))  # a numpy number's repr names its type


def format_duration(seconds: float) -> str:
    """Format a length of time as minutes and seconds, or hours: 0:12, 1:02:05; a dash when it is not finite."""
    if not math.isfinite(seconds):
        return DASH
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def format_percent(fraction: float) -> str:
    """Format a share: 84.9 %."""
    return DASH if math.isnan(fraction) else localize_signs(format_share(fraction, ".1%"))


def format_level(level: float) -> str:
    """Format a chosen probability, as short as it can be written: 90 %, 99.5 %."""
    return localize_signs(format_share(float(f"{level:.6g}"), f".{_decimals(level)}%"))


def _decimals(level: float) -> int:
    text = f"{100 * level:.6g}"
    return len(text.partition(".")[2])
