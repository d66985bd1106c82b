"""The scores of one set of weights on all rows, computed once: whoever asks first computes, in whatever thread."""

from __future__ import annotations

from threading import Lock

from mlp_gui.core.dataset import Dataset
from mlp_gui.engine.network import Network
from mlp_gui.model import Scores, scores_of


class SharedScores:
    """Holds a network of its own, which nobody changes; a second thread that asks waits for the first."""

    def __init__(self, network: Network, dataset: Dataset) -> None:
        self._network, self._dataset = network.copy(), dataset
        self._found: Scores | None = None
        self._lock = Lock()

    def __call__(self) -> Scores:
        """Subset -> metric -> number, for each subset that has rows. Not to be changed by who gets it."""
        with self._lock:
            if self._found is None:
                self._found = scores_of(self._network, self._dataset)
            return self._found
