"""The reference models of a dataset, fitted once for all who ask, in whatever thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from mlp_gui.core.dataset import Dataset
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.training.config import TrainingConfig
from mlp_gui.verdict.references import References, fit_references


class SharedReferences:
    """References of one dataset, loss and weighting of classes. A second thread that asks waits for the first.

    Attributes
    ----------
    found : References or None
        None until they are fitted.
    """

    def __init__(self, dataset: Dataset, training: TrainingConfig, prepared: Prepared | None) -> None:
        self._dataset, self._training, self._prepared = dataset, training, prepared
        self._lock = Lock()
        self.found: References | None = None

    def fits(self, dataset: Dataset, training: TrainingConfig, prepared: Prepared | None) -> bool:
        """Return whether they are the ones for another run.

        Parameters
        ----------
        dataset : Dataset
        training : TrainingConfig
        prepared : Prepared or None
        """
        same = dataset is self._dataset and prepared is self._prepared
        return same and _weighting(training) == _weighting(self._training)

    def __call__(self, cancelled: Callable[[], bool] = lambda: False) -> References:
        """Fit them, unless that was done before.

        Raises
        ------
        Cancelled
            If `cancelled` returned True.
        """
        with self._lock:
            if self.found is None:
                self.found = fit_references(self._dataset, self._training, self._prepared, cancelled)
            return self.found


def _weighting(training: TrainingConfig) -> tuple[object, ...]:
    return training.loss, training.class_weight, training.class_weights
