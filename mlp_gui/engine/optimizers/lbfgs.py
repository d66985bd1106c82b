"""L-BFGS: steps towards the minimum of the curved loss surface, whose curvature is learned from the last few steps."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mlp_gui.core.params import param
from mlp_gui.core.translation import tr
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.optimizers import adam as _gradient_descent  # noqa: F401 (registered first: the list begins with it)
from mlp_gui.engine.optimizers.base import FullBatchOptimizer, Objective, UpdateArrays, optimizers

# Nocedal & Wright 2006, section 3.1: sufficient decrease and curvature.
DECREASE, CURVATURE = 1e-4, 0.9

Point = tuple[float, float, Array]
"""Value, slope along the line, and gradient at a place on the line."""


@optimizers.register("lbfgs", "L-BFGS (all rows)", aliases=("l-bfgs",))
@dataclass(frozen=True)
class LBFGS(FullBatchOptimizer):
    """θ ← θ + α d with d = −H g, H from the last m pairs s = θ' − θ, y = g' − g (Nocedal & Wright 2006, alg. 7.4).

    α satisfies the strong Wolfe conditions. u.state: m rows of s, then m rows of y; u.count: pairs seen so far.
    """

    memory: int = param(10, "Memory", low=1, high=100, unit="steps", help="How many past steps tell the curvature.")
    tolerance: float = param(
        1e-10, "Tolerance", low=0, high=1, scale="log", live=True, advanced=True, help="Stop at this largest gradient."
    )

    equation = "θ ← θ − α H g, H from the last steps"
    code = "theta -= alpha * (H @ g)"

    def memory_slots(self) -> int:
        return 2 * self.memory

    def step(self, objective: Objective, u: UpdateArrays) -> str:
        value, gradient = objective.slope(u.theta)
        u.gradient[:] = gradient
        steepest = float(np.abs(gradient).max())
        # "not >": a slope of nan ends the run too, instead of searching along it.
        if not steepest > self.tolerance:
            return tr("the largest slope is {slope:.3g}, at or below {limit:g}", slope=steepest, limit=self.tolerance)
        start, direction = u.theta.copy(), self.direction(u)
        slope = float(direction @ u.gradient)
        # Rounding has spoiled what is known of the curvature: forget it, and go the steepest way.
        if not slope < 0:
            u.count[...] = 0
            direction, slope = -u.gradient, -float(u.gradient @ u.gradient)

        def along(alpha: float) -> Point:
            f, g = objective.slope(start + alpha * direction)
            return f, float(g @ direction), g.copy()  # the next look overwrites g

        # Later steps have the right length by themselves. The first knows no curvature: as short as in PyTorch's LBFGS.
        first = 1.0 if u.count else min(1.0, 1 / float(np.abs(u.gradient).sum()))
        found = line_search(along, value, slope, first)
        if found is None:
            u.count[...], u.theta[:] = 0, start
            return tr("no step along the search direction makes the loss smaller")
        alpha, new = found
        u.theta[:] = start + alpha * direction
        self._remember(u, alpha * direction, new - u.gradient)
        u.gradient[:] = new
        return ""

    def direction(self, u: UpdateArrays) -> Array:
        """Compute −H g by the two-loop recursion (Nocedal & Wright 2006, alg. 7.4)."""
        seen = int(u.count)
        newest_first = [(seen - 1 - i) % self.memory for i in range(min(seen, self.memory))]
        s, y = u.state[: self.memory], u.state[self.memory :]
        # In a state that was written by somebody else, more may be counted than is there.
        newest_first = [i for i in newest_first if float(y[i] @ s[i]) > 0]
        q, alphas = u.gradient.copy(), {}
        for i in newest_first:
            alphas[i] = float(s[i] @ q) / float(y[i] @ s[i])
            q -= alphas[i] * y[i]
        if newest_first:
            i = newest_first[0]
            # The scale of the newest step stands for the unknown curvature (Nocedal & Wright 2006, eq. 7.20).
            q *= float(s[i] @ y[i]) / float(y[i] @ y[i])
        for i in reversed(newest_first):
            q += (alphas[i] - float(y[i] @ q) / float(y[i] @ s[i])) * s[i]
        return -q

    def _remember(self, u: UpdateArrays, s: Array, y: Array) -> None:
        """Keep a pair, unless rounding has spoiled its curvature."""
        if float(s @ y) > np.finfo(s.dtype).eps * float(y @ y):
            i = int(u.count) % self.memory
            u.state[i], u.state[self.memory + i] = s, y
            u.count[...] = u.count + 1


def line_search(
    along: Callable[[float], Point], value: float, slope: float, alpha: float
) -> tuple[float, Array] | None:
    """Find a step length that meets the strong Wolfe conditions (Nocedal & Wright 2006, alg. 3.5 and 3.6).

    Parameters
    ----------
    along : callable
        Step length to value, slope along the line, and gradient.
    value, slope : float
        At the start of the line.
    alpha : float
        First step length to try.

    Returns
    -------
    tuple of float and ndarray, or None
        The step length and the gradient there. After 30 trials, the best point that at least decreases the value; None
        if there is none.
    """
    low, high = (0.0, value, slope), None
    best: tuple[float, float, Array] | None = None
    for _ in range(30):
        f, s, g = along(alpha)
        # Overflow is a step that was too long, not an error.
        enough = math.isfinite(f) and f <= value + DECREASE * alpha * slope
        if enough and abs(s) <= -CURVATURE * slope:
            return alpha, g
        # The lowest point so far, for lines on which rounding never lets both conditions hold.
        if f < value and (best is None or f < best[1]):
            best = (alpha, f, g)
        if not enough or f >= low[1]:
            high = (alpha, f, s)
        else:
            if s * ((high[0] if high else math.inf) - low[0]) >= 0:
                high = low
            low = (alpha, f, s)
        alpha = 2 * alpha if high is None else _between(low, high)
        if high is not None and abs(high[0] - low[0]) <= 1e-16 * abs(low[0]):
            break
    return None if best is None else (best[0], best[2])


def _between(low: tuple[float, float, float], high: tuple[float, float, float]) -> float:
    """Return the minimum of the parabola through both values and the slope at `low`, kept away from the ends."""
    (a, fa, sa), (b, fb, _) = low, high
    width = b - a
    bend = fb - fa - sa * width
    t = -sa * width / (2 * bend) if math.isfinite(bend) and bend > 0 else 0.5
    return a + width * min(max(t, 0.1), 0.9)
