"""What one set of weights answers on all rows, and its scores, computed once: whoever asks first, in any thread."""

from __future__ import annotations

from threading import Lock

from mlp_gui.core.dataset import Dataset, Floats
from mlp_gui.engine.metrics.regression import evaluate
from mlp_gui.engine.network.network import Network
from mlp_gui.model import Scores, answers_of

MOST_ANSWERS = 5_000_000  # numbers that are kept for the plots


class SharedScores:
    """Holds a network of its own, which nobody changes; a second thread that asks waits for the first.

    answers: true and predicted values of each subset, when they have been computed and are not too many.
    """

    def __init__(self, network: Network, dataset: Dataset) -> None:
        self._network, self._dataset = network.copy(), dataset
        self._found: Scores | None = None
        self._lock = Lock()
        self.answers: dict[str, tuple[Floats, Floats]] = {}

    def __call__(self) -> Scores:
        """Subset -> metric -> number, for each subset that has rows. Not to be changed by who gets it."""
        with self._lock:
            if self._found is None:
                answers = answers_of(self._network, self._dataset)
                self._found = {name: evaluate(self._dataset.task, *pair) for name, pair in answers.items()}
                if sum(true.size for true, _ in answers.values()) <= MOST_ANSWERS:
                    self.answers = answers
            return self._found
