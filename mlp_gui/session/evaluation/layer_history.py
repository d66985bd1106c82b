"""The chronicle of a run: what its layers were like at up to 512 moments, evenly spread, in bounded memory.

Snapshots are recorded with every frame and of epochs in between, whatever plots are visible, so that a plot opened
later can show the whole run; they are looked at only when a plot that shows them is visible, or when the run rests.
When the places are full every second one is given up.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Lock
from time import perf_counter
from weakref import ReferenceType, WeakKeyDictionary, ref

import numpy as np

from mlp_gui.core.dataset import Dataset
from mlp_gui.engine.diagnostics.layer_record import LayerRecord, Scores
from mlp_gui.engine.diagnostics.layer_statistics import LayerStatistics, layer_statistics
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.training.reports import Snapshot

MAX_MOMENTS = 512
MAX_ROWS = 256  # training rows that dead and saturated units are judged by
MOST_RAW_BYTES = 64_000_000  # snapshots that nobody has looked at; beyond, moments are made at once
MAX_CELLS = 8192  # weights, and as many gradients, kept of a moment; of larger layers evenly spaced ones
MAX_SCORED = 128  # moments whose scores are worked out later: each takes some milliseconds
MAX_SORTED = 20_000  # values of a layer that its quantiles are taken from; of more, evenly spaced ones

QUANTILES = np.array([0, 0.05, 0.25, 0.5, 0.75, 0.95, 1])


class LayerHistory:
    """Records of a run's layers, in order of their epochs. A snapshot becomes a record when somebody wants to see it.

    Attributes
    ----------
    records : list of LayerRecord
    """

    def __init__(
        self,
        network: Network | None = None,
        dataset: Dataset | None = None,
        batches: int = 1,
        score: Callable[[Array], Scores] | None = None,
        make_score: Callable[[], Callable[[Array], Scores]] | None = None,
    ) -> None:
        """Begin an empty history.

        Parameters
        ----------
        network : Network, optional
            A network of its own; without one nothing is recorded.
        dataset : Dataset, optional
        batches : int
            Batches of an epoch.
        score : callable, optional
            Parameters -> scores, for snapshots that come without; omitted where that is too dear.
        make_score : callable, optional
            Makes another such function, for a copy in another thread.
        """
        self._score, self._make_score, self._lock = score, make_score, Lock()
        self.records: list[LayerRecord] = []
        self._network, self._batches = network, max(1, batches)
        self._raw: deque[tuple[Snapshot, Scores | None]] = deque()  # recorded after the moments
        self._before: Snapshot | None = None  # what the last moment was made from
        self._latest: Snapshot | None = None  # the last that was offered, kept or not
        # What the history or a copy of it has worked out of a snapshot, and of the one before: nobody does it twice.
        self._known: WeakKeyDictionary[Snapshot, tuple[ReferenceType[Snapshot] | None, LayerRecord]]
        self._known = WeakKeyDictionary()
        self._stride, self._since = 1, 0
        rows = len(dataset.train) if dataset is not None else 0
        self._x = dataset.train.x[:: max(1, -(-rows // MAX_ROWS))] if dataset is not None and rows else None
        self._picks = sample_indices([m.size for m in network.matrices]) if network is not None else []

    def sampled_indices(self, layer: int) -> Array:
        """Return which weights of a layer are kept: positions in its flattened matrix."""
        found: Array = self._picks[layer]
        return found

    @property
    def has_pending(self) -> bool:
        """Whether there are snapshots that no moment has been made of."""
        return bool(self._raw)

    @property
    def pending_count(self) -> int:
        """How many snapshots those are."""
        return len(self._raw)

    def record(self, snapshot: Snapshot, scores: Scores | None = None) -> None:
        """Keep a snapshot, if it is a new one and its turn; `process_pending` looks at it later.

        Parameters
        ----------
        snapshot : Snapshot
        scores : dict, optional
            Scores of these weights, if they are known.
        """
        if self._network is None or self._x is None or not self._is_new(snapshot):
            return
        self._latest = snapshot
        self._since += 1
        if self._since < self._stride:
            return
        self._since = 0
        self._raw.append((snapshot, scores))
        if len(self.records) + len(self._raw) >= MAX_MOMENTS:
            # Every second one of both lists taken together, as if they were one.
            odd = len(self.records) % 2
            self.records = self.records[::2]
            self._raw = deque(list(self._raw)[odd::2])
            self._stride *= 2
        # Twice, because a snapshot holds the gradient as well.
        while 2 * len(self._raw) * snapshot.theta.nbytes > MOST_RAW_BYTES:
            self.process_pending(0.0)

    def process_pending(self, seconds: float = math.inf) -> None:
        """Make records of the snapshots that wait, for about so many seconds and at least one."""
        end = perf_counter() + seconds
        while self._raw:
            snapshot, scores = self._raw.popleft()
            record = self._known_record(snapshot) or self._made(snapshot, scores)
            if record.scores is None and self._score is not None and self._is_to_score(snapshot):
                record = replace(record, scores=self._score(snapshot.theta))
            self._known[snapshot] = None if self._before is None else ref(self._before), record
            self.records.append(record)
            self._before = snapshot
            if perf_counter() >= end:
                break

    def copy(self) -> LayerHistory:
        """Return the same history, for a thread that works out what is left to do while this one goes on."""
        twin = LayerHistory(score=None if self._make_score is None else self._make_score())
        twin.records, twin._raw, twin._x = list(self.records), deque(self._raw), self._x
        twin._network, twin._batches, twin._picks = self._network, self._batches, self._picks
        twin._before, twin._latest, twin._known = self._before, self._latest, self._known
        return twin

    def all_records(self) -> tuple[LayerRecord, ...]:
        """Return the records after those that wait were made; of a copy, in any thread."""
        with self._lock:
            self.process_pending()
            return tuple(self.records)

    def restore(self, records: Sequence[LayerRecord], here: Snapshot | None) -> None:
        """Take over the records of a run that is taken up again.

        Parameters
        ----------
        records : sequence of LayerRecord
            Of other layers, as a file may have them, they are left alone.
        here : Snapshot or None
            Where the run stands.
        """
        kept = [len(places) for places in self._picks]
        if not records or here is None or any([len(w) for w in r.weights] != kept for r in records):
            return
        self.records, self._raw, last = list(records), deque(), records[-1].epoch
        batch = round((last - int(last)) * self._batches)
        # What comes after the last record is new; a step is measured only from weights that are known.
        self._latest = Snapshot(int(last), batch, here.theta, here.gradient)
        self._before = self._latest if (here.epoch, here.batch) == (int(last), batch) else None

    def _known_record(self, snapshot: Snapshot) -> LayerRecord | None:
        """Return what was worked out of a snapshot already, beside the same one before."""
        known = self._known.get(snapshot)
        if known is None:
            return None
        before, record = known
        is_same = self._before is None if before is None else before() is self._before is not None
        return record if is_same else None

    def _is_to_score(self, snapshot: Snapshot) -> bool:
        """Return whether to score it: of many moments recorded without scores about MAX_SCORED, the newest always."""
        every = max(1, (len(self.records) + len(self._raw)) // MAX_SCORED)
        turn = len(self.records) % every == 0 or not self._raw
        return turn and snapshot.epoch + snapshot.batch > 0

    def latest_statistics(self) -> LayerStatistics | None:
        """Return how the layers do now; None before the first step."""
        latest = self._latest
        if latest is None or latest.epoch + latest.batch == 0:
            return None
        return self.records[-1].statistics if latest is self._before else self._made(latest, None).statistics

    def _is_new(self, snapshot: Snapshot) -> bool:
        before = self._latest
        if before is None:
            return True
        if (snapshot.epoch, snapshot.batch) < (before.epoch, before.batch):  # the run went back
            self._raw = deque((s, scores) for s, scores in self._raw if s.epoch < snapshot.epoch)
            self.records = [m for m in self.records if m.epoch < snapshot.epoch]
            self._before = None
            return True
        return (snapshot.epoch, snapshot.batch) > (before.epoch, before.batch)

    def _made(self, now: Snapshot, scores: Scores | None) -> LayerRecord:
        assert self._network is not None
        assert self._x is not None
        before, updates = self._before, 0
        if before is not None:
            updates = (now.epoch - before.epoch) * self._batches + now.batch - before.batch
        old = before.theta if before is not None else None
        health = layer_statistics(self._network, now.theta, now.gradient, old, updates, self._x)
        weights, slopes = (self._network.layer_views(flat) for flat in (now.theta, now.gradient))
        return LayerRecord(
            now.epoch + now.batch / self._batches,
            health,
            self._kept(weights),
            self._kept(slopes),
            tuple(quantiles(m[:-1]) for m in weights),
            tuple(quantiles(m[:-1]) for m in slopes),
            scores,
        )

    def _kept(self, matrices: list[Array]) -> tuple[Array, ...]:
        with np.errstate(over="ignore"):  # numbers of a run that is about to diverge exceed 32 bits: kept as infinite
            return tuple(m.ravel()[p].astype(np.float32) for m, p in zip(matrices, self._picks, strict=True))


def sample_indices(sizes: list[int], most: int = MAX_CELLS) -> list[Array]:
    """Return which positions of each layer are kept: all of the small ones, evenly spaced ones of the others.

    Parameters
    ----------
    sizes : list of int
        Of the layers.
    most : int
        How many are kept of all layers together.
    """
    found: list[Array] = [np.zeros(0, np.int64)] * len(sizes)
    for rank, layer in enumerate(sorted(range(len(sizes)), key=sizes.__getitem__)):
        kept = min(sizes[layer], most // (len(sizes) - rank))
        found[layer] = np.linspace(0, sizes[layer] - 1, kept).round().astype(np.int64)
        most -= kept
    return found


def quantile_sample_size(size: int) -> int:
    """Return how many of so many values their quantiles are taken from."""
    return len(range(0, size, max(1, size // MAX_SORTED)))


def quantiles(values: Array) -> Array:
    """Return the QUANTILES of the finite values, as numpy does but faster for few values.

    Of very many values evenly spaced ones count; the smallest and the largest are those of all.
    """
    step, flat = max(1, values.size // MAX_SORTED), values.ravel()
    if step > 1:
        finite = flat[np.isfinite(flat)]
        flat = np.append(flat[::step], [finite.min(), finite.max()]) if len(finite) else flat[:0]
    ordered = np.sort(flat[np.isfinite(flat)])
    if not len(ordered):
        return np.zeros(len(QUANTILES))
    place = QUANTILES * (len(ordered) - 1)
    below = place.astype(int)
    above = np.minimum(below + 1, len(ordered) - 1)
    found: Array = ordered[below] + (place - below) * (ordered[above] - ordered[below])
    return found
