"""Proves a trace's slopes a layer at a time, so that the window stays alive between two layers."""

from __future__ import annotations

from time import perf_counter

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mlp_gui.engine.tracing.gradient_check import BatchObjective, GradientCheck, check_gradient, weights_of_layer
from mlp_gui.engine.tracing.trace import Trace

MAX_SECONDS = 0.3  # that a layer may take; of a layer that would take longer, fewer weights are tried


class GradientChecker(QObject):
    """Checks a trace's gradient by finite differences, a layer at a time so that the window stays alive in between.

    Signals
    -------
    checked(GradientCheck or None, dict of int to GradientCheck)
        Something more is known: about the chosen weight, and about the layers so far.
    """

    checked = Signal(object, object)  # Proof | None, dict layer -> Proof

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trace: Trace | None = None
        self._chosen: GradientCheck | None = None
        self._layers: dict[int, GradientCheck] = {}
        self._most = 1
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    def start(self, trace: Trace | None) -> None:
        """Check this trace from now on; None ends it."""
        self._timer.stop()
        self._trace, self._chosen, self._layers = trace, None, {}
        if trace is not None:
            # Four looks at the loss for each weight: two step lengths, on both sides.
            self._most = max(1, int(MAX_SECONDS / (4 * max(_seconds_of_a_look(trace), 1e-6))))
            self._timer.start(0)

    def check_weight(self, index: int) -> None:
        """Check one weight, by its index in θ; -1 for none."""
        if self._trace is None:
            return
        self._chosen = check_gradient(self._trace, np.array([index])) if index >= 0 else None
        self.checked.emit(self._chosen, dict(self._layers))

    @Slot()
    def _next(self) -> None:
        trace = self._trace
        if trace is None:
            return
        layer = len(self._layers) + 1
        indices = weights_of_layer(trace, layer)
        if len(indices) > self._most:
            indices = indices[:: -(-len(indices) // self._most)]
        self._layers[layer] = check_gradient(trace, indices)
        self.checked.emit(self._chosen, dict(self._layers))
        if layer < len(trace.names.sizes) - 1:
            self._timer.start(0)


def _seconds_of_a_look(trace: Trace) -> float:
    """Return the seconds of one loss; the shortest of three, as the first one may have to wait for others."""
    objective, theta, taken = BatchObjective(trace), np.asarray(trace.theta, float), []
    for _ in range(3):
        start = perf_counter()
        objective(theta)
        taken.append(perf_counter() - start)
    return min(taken)
