"""Scores of one set of weights, computed once for whoever asks."""

from __future__ import annotations

from threading import Lock

from mlp_gui.core.dataset import Dataset, Floats
from mlp_gui.engine.metrics.metric import evaluate
from mlp_gui.engine.network.ensemble import NetworkOrEnsemble
from mlp_gui.model import Scores, compute_predictions

MAX_ANSWERS = 5_000_000  # numbers that are kept for the plots


class SharedScores:
    """Scores of one set of weights, computed once. A second thread that asks waits for the first.

    It holds a network of its own, which nobody changes.

    Attributes
    ----------
    answers : dict
        True and predicted values of each subset, when they have been computed and are not too many.
    """

    def __init__(self, network: NetworkOrEnsemble, dataset: Dataset) -> None:
        self._network, self._dataset = network.copy(), dataset
        self._found: Scores | None = None
        self._lock = Lock()
        self.answers: dict[str, tuple[Floats, Floats]] = {}

    def __call__(self) -> Scores:
        """Return subset -> metric -> number, for each subset that has rows. Not to be changed by who gets it."""
        with self._lock:
            if self._found is None:
                answers = compute_predictions(self._network, self._dataset)
                self._found = {name: evaluate(self._dataset.task, *pair) for name, pair in answers.items()}
                if sum(true.size for true, _ in answers.values()) <= MAX_ANSWERS:
                    self.answers = answers
            return self._found

    def pairs(self) -> dict[str, tuple[Floats, Floats]]:
        """Return true and predicted values of each subset that has rows, predicted again when they are too many."""
        self()
        return self.answers or compute_predictions(self._network, self._dataset)
