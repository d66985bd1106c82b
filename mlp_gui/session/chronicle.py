"""The chronicle of a run: what its layers were like at up to 512 moments, evenly spread, in bounded memory.

A moment is recorded with a frame of the window, whatever plots are visible, so that a plot opened later can show the
whole run. When the places are full every second moment is given up.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from mlp_gui.core.dataset import Dataset
from mlp_gui.engine.health import LayerHealth, layer_health
from mlp_gui.engine.network import Network
from mlp_gui.engine.report import Snapshot
from mlp_gui.engine.tape import Array

MOST_MOMENTS = 512
MOST_ROWS = 256  # training rows that dead and saturated units are judged by
MOST_CELLS = 64  # weights kept of each layer, for the strip; of larger layers evenly spaced ones


@dataclass(frozen=True, eq=False)
class Moment:
    """health: of the layers; weights: some of each layer's weights, 32 bit; scores: subset -> metric -> value."""

    epoch: float
    health: LayerHealth
    weights: tuple[Array, ...]
    spread: tuple[Array, ...]  # quantiles 0, 5, 25, 50, 75, 95, 100 % of all weights of each layer
    scores: dict[str, dict[str, float]] | None


QUANTILES = np.array([0, 0.05, 0.25, 0.5, 0.75, 0.95, 1])


class Chronicle:
    """Moments in order of their epochs."""

    def __init__(self, network: Network | None = None, dataset: Dataset | None = None, batches: int = 1) -> None:
        self.moments: list[Moment] = []
        self._network, self._batches = network, max(1, batches)
        self._before: Snapshot | None = None
        self._stride, self._since = 1, 0
        self._waiting: deque[Snapshot] = deque(maxlen=MOST_MOMENTS)
        rows = len(dataset.train) if dataset is not None else 0
        self._x = dataset.train.x[:: max(1, -(-rows // MOST_ROWS))] if dataset is not None and rows else None
        self._picks = [_picked(m.size) for m in network.matrices] if network is not None else []

    def picked(self, layer: int) -> Array:
        """Which weights of a layer are kept: positions in its flattened matrix."""
        found: Array = self._picks[layer]
        return found

    def expect(self, trail: list[Snapshot]) -> None:
        """Snapshots that are to be recorded when there is time, in the order of their epochs."""
        self._waiting.extend(trail)

    @property
    def is_behind(self) -> bool:
        """Whether snapshots wait; a later one must not be recorded before them."""
        return bool(self._waiting)

    def catch_up(self, seconds: float) -> None:
        """Record what waits, for about so long."""
        end = perf_counter() + seconds
        while self._waiting and perf_counter() < end:
            self.record(self._waiting.popleft(), None)

    def record(self, snapshot: Snapshot, scores: dict[str, dict[str, float]] | None) -> bool:
        """Keep a moment, if it is a new one and its turn. Whether it was kept."""
        if self._network is None or self._x is None or not self._is_new(snapshot):
            return False
        self._since += 1
        if self._since < self._stride:
            return False
        self._since = 0
        self.moments.append(self._made(snapshot, scores))
        self._before = snapshot
        if len(self.moments) >= MOST_MOMENTS:
            self.moments = self.moments[::2]
            self._stride *= 2
        return True

    def _is_new(self, snapshot: Snapshot) -> bool:
        before = self._before
        if before is None:
            return True
        if (snapshot.epoch, snapshot.batch) < (before.epoch, before.batch):  # the run went back
            self._waiting.clear()
            self.moments = [m for m in self.moments if m.epoch < snapshot.epoch]
            self._before = None
            return True
        return (snapshot.epoch, snapshot.batch) > (before.epoch, before.batch)

    def _made(self, now: Snapshot, scores: dict[str, dict[str, float]] | None) -> Moment:
        assert self._network is not None
        assert self._x is not None
        before, updates = self._before, 0
        if before is not None:
            updates = (now.epoch - before.epoch) * self._batches + now.batch - before.batch
        old = before.theta if before is not None else None
        health = layer_health(self._network, now.theta, now.gradient, old, updates, self._x)
        matrices = self._network.views_of(now.theta)
        with np.errstate(over="ignore"):  # weights of a run that is about to diverge exceed 32 bits: kept as infinite
            kept = tuple(m.ravel()[p].astype(np.float32) for m, p in zip(matrices, self._picks, strict=True))
        spread = tuple(quantiles(m[:-1]) for m in matrices)
        return Moment(now.epoch + now.batch / self._batches, health, kept, spread, scores)


def _picked(size: int) -> Array:
    return np.unique(np.linspace(0, size - 1, min(size, MOST_CELLS)).round().astype(np.int64))


def quantiles(values: Array) -> Array:
    """The finite values' QUANTILES, as numpy's but faster for few values; of very many, evenly spaced ones count."""
    flat = values.ravel()[:: max(1, values.size // 20_000)]
    ordered = np.sort(flat[np.isfinite(flat)])
    if not len(ordered):
        return np.zeros(len(QUANTILES))
    place = QUANTILES * (len(ordered) - 1)
    below = place.astype(int)
    above = np.minimum(below + 1, len(ordered) - 1)
    found: Array = ordered[below] + (place - below) * (ordered[above] - ordered[below])
    return found
