"""Plots of a report as SVG text, drawn without Qt: loss curves, and predicted against observed values."""

from __future__ import annotations

import html
import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.translation import localize_signs, tr
from mlp_gui.plotmath.colours import GRID, MUTED, SUBSETS, TEXT
from mlp_gui.plotmath.decimate import decimate
from mlp_gui.plotmath.ticks import ticks

Values = NDArray[np.float64]
Series = Mapping[str, tuple[Values, Values]]
WIDTH, HEIGHT = 640, 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 80, 16, 40, 52
MAX_POINTS = 1_500
_TICK_STEPS = (1.0, 2.0, 5.0, 10.0)  # a label has four digits: steps of 2.5 would make them long
_COLUMNS = np.linspace(_LEFT, WIDTH - _RIGHT, WIDTH - _LEFT - _RIGHT + 1)  # borders of the pixel columns


class SvgAxis:
    """A range of values along a range of pixels.

    Parameters
    ----------
    low, high : float
        Values at its ends; a range without width gets one.
    start, end : float
        The pixels of its ends.
    log : bool
        Whether it is logarithmic; its values are then positive.
    """

    def __init__(self, low: float, high: float, start: float, end: float, log: bool = False) -> None:
        # A single epoch, or a loss that stands still.
        if not high > low:
            low, high = (low / 2, high * 2) if log else (low - 0.5, high + 0.5)
        self.log, self.low, self.high, self.start, self.end = log, low, high, start, end

    def place(self, values: Values) -> Values:
        """Return the pixels of values."""
        low, high = (math.log10(self.low), math.log10(self.high)) if self.log else (self.low, self.high)
        share = ((np.log10(values) if self.log else values) - low) / (high - low)
        return np.asarray(self.start + share * (self.end - self.start))

    def ticks(self) -> list[float]:
        """Return about five round values, powers of ten on a logarithmic axis that spans two or more."""
        if self.log:
            first, last = math.ceil(math.log10(self.low) - 1e-9), math.floor(math.log10(self.high) + 1e-9)
            # Within one decade powers of ten would be a single label.
            if last > first:
                return [10.0**power for power in range(first, last + 1, max(1, (last - first) // 5))]
        return ticks(self.low, self.high, 6, _TICK_STEPS)


def loss_svg(epochs: Values, losses: Mapping[str, Values], best_epoch: int) -> str:
    """Draw the loss per epoch; logarithmic when the losses span more than a factor of 20 and are all positive.

    Parameters
    ----------
    epochs : ndarray of shape (n_epochs,)
        Ascending.
    losses : mapping
        Arrays of the same shape by subset.
    best_epoch : int
        Marked by a dashed line; 0 for none.

    Returns
    -------
    str
        The picture; empty when no loss is a number.
    """
    finite = np.concatenate([values[np.isfinite(values)] for values in losses.values()] or [np.zeros(0)])
    if not len(finite):
        return ""
    log = bool(finite.min() > 0 and finite.max() / finite.min() > 20)
    x = SvgAxis(float(epochs[0]), float(epochs[-1]), _LEFT, WIDTH - _RIGHT)
    y = SvgAxis(float(finite.min()), float(finite.max()), HEIGHT - _BOTTOM, _TOP, log)
    parts = _frame(x, y, tr("Epoch"), tr("Loss"))
    for name, values in losses.items():
        use = np.isfinite(values)
        if use.any():
            across, up, _ = decimate(x.place(epochs[use]), y.place(values[use]), _COLUMNS)
            points = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(across, up, strict=True))
            parts.append(f'<polyline fill="none" stroke="{SUBSETS[name]}" stroke-width="1.5" points="{points}"/>')
    if best_epoch:
        at = float(x.place(np.array(float(best_epoch))))
        parts.append(f'<path d="M{at:.1f} {_TOP}V{HEIGHT - _BOTTOM}" stroke="{MUTED}" stroke-dasharray="4 3"/>')
    shown = [name for name, values in losses.items() if np.isfinite(values).any()]
    return _svg(tr("Loss of each epoch"), [*parts, *_legend(shown)])


def predicted_vs_true_svg(target: str, series: Series) -> str:
    """Draw predicted against observed values of one target, with the line on which they are equal.

    Parameters
    ----------
    target : str
    series : mapping
        Observed and predicted values, each of shape (n_rows,), by subset; at most MAX_POINTS of each are drawn.

    Returns
    -------
    str
        The picture; empty when no value is a number.
    """
    finite = [v[np.isfinite(v)] for pair in series.values() for v in pair]
    values = np.concatenate(finite or [np.zeros(0)])
    if not len(values):
        return ""
    low, high = float(values.min()), float(values.max())
    margin = (high - low) * 0.03
    x = SvgAxis(low - margin, high + margin, _LEFT, WIDTH - _RIGHT)
    y = SvgAxis(low - margin, high + margin, HEIGHT - _BOTTOM, _TOP)
    parts = _frame(x, y, tr("Observed {target}", target=target), tr("Predicted {target}", target=target))
    corner = f"M{_LEFT} {HEIGHT - _BOTTOM}L{WIDTH - _RIGHT} {_TOP}"
    parts.append(f'<path d="{corner}" stroke="{MUTED}" stroke-dasharray="4 3"/>')
    for name, (true, predicted) in series.items():
        use = np.flatnonzero(np.isfinite(true) & np.isfinite(predicted))
        use = use[np.linspace(0, len(use) - 1, min(len(use), MAX_POINTS)).astype(int)] if len(use) else use
        places = zip(x.place(true[use]), y.place(predicted[use]), strict=True)
        dots = "".join(f'<circle cx="{a:.1f}" cy="{b:.1f}" r="2.2"/>' for a, b in places)
        parts.append(f'<g fill="{SUBSETS[name]}" fill-opacity="0.6">{dots}</g>')
    return _svg(tr("Predicted against observed values"), [*parts, *_legend(list(series))])


def label(value: float) -> str:
    """Write a number as short as it can be said."""
    text = f"{value:.4g}"
    return localize_signs(text.replace("e-0", "e-").replace("e+0", "e"))


def _frame(x: SvgAxis, y: SvgAxis, across: str, up: str) -> list[str]:
    parts = []
    for tick in x.ticks():
        at = float(x.place(np.array(tick)))
        parts.append(f'<path d="M{at:.1f} {_TOP}V{HEIGHT - _BOTTOM}" stroke="{GRID}"/>')
        parts.append(_words(at, HEIGHT - _BOTTOM + 18, label(tick), "middle"))
    for tick in y.ticks():
        at = float(y.place(np.array(tick)))
        parts.append(f'<path d="M{_LEFT} {at:.1f}H{WIDTH - _RIGHT}" stroke="{GRID}"/>')
        parts.append(_words(_LEFT - 8, at + 4, label(tick), "end"))
    parts.append(_words((_LEFT + WIDTH - _RIGHT) / 2, HEIGHT - 10, _short(across), "middle"))
    middle = (_TOP + HEIGHT - _BOTTOM) / 2
    turned = f'transform="rotate(-90 16 {middle:.0f})"'
    return [*parts, _words(16, middle, _short(up), "middle", turned)]


def _legend(names: Sequence[str]) -> list[str]:
    parts, at = [], float(_LEFT)
    for name in names:
        text = tr(name).capitalize()
        parts.append(f'<rect x="{at:.0f}" y="14" width="12" height="12" fill="{SUBSETS[name]}"/>')
        parts.append(_words(at + 18, 24, text, "start"))
        at += 40 + 8 * len(text)
    return parts


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _words(x: float, y: float, text: str, anchor: str, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {more}>{html.escape(printable(text))}</text>'


def printable(text: str) -> str:
    """Replace what HTML and SVG cannot hold."""
    return "".join(
        c if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff" and c != "\x7f") else "\ufffd" for c in text
    )


def _svg(title: str, parts: Sequence[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
    style = f'role="img" font-family="sans-serif" font-size="12" fill="{TEXT}">'
    return f"{head}{style}<title>{html.escape(title)}</title>{''.join(parts)}</svg>"
