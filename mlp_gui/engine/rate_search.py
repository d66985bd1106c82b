"""The learning-rate range test: a short training with a rising learning rate, which shows where learning works."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.core.words import tr
from mlp_gui.engine.config import RunConfig
from mlp_gui.engine.minibatch import MiniBatches
from mlp_gui.engine.trainer import Trainer

# Smoothing and the end of the test as in Smith 2017 (arXiv 1506.01186) and fastai.
SMOOTHING, WORSE = 0.9, 4.0
# Points left and right of the one whose slope is taken, and points at the start that are not looked at.
WINDOW, WARM_UP = 7, 5


@dataclass(frozen=True, eq=False)
class RateSearch:
    """rates, losses: (steps,) learning rates and smoothed batch losses up to where the loss exploded.

    suggestion: the rate at which the loss falls fastest per decade; None when it never falls.
    """

    rates: NDArray[np.float64]
    losses: NDArray[np.float64]
    suggestion: float | None

    @property
    def sentence(self) -> str:
        if self.suggestion is None:
            return tr("The loss did not fall at any learning rate. Look at the data's scaling and the loss.")
        return tr("The loss falls fastest at a learning rate of {rate:.1g}.", rate=self.suggestion)


def search_rate(
    config: RunConfig,
    dataset: Dataset,
    low: float = 1e-6,
    high: float = 10.0,
    steps: int = 100,
    progress: Callable[[float], None] = lambda share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> RateSearch:
    """Trains fresh weights for `steps` batches while the learning rate rises evenly per decade.

    UserError for optimizers that have no learning rate; Cancelled.
    """
    training = config.training.replace(learning_rate=low, max_epochs=10**9)
    trainer = Trainer(config.replace(training=training), dataset)
    batches = trainer.batches
    if not isinstance(batches, MiniBatches):
        raise UserError(
            tr("{optimizer} finds the length of its steps by itself.", optimizer=tr(training.optimizer.label)),
            hint=tr("No rate is needed."),
        )
    rates, losses, average = list[float](), list[float](), 0.0
    with np.errstate(all="ignore"):
        for i, rate in enumerate(np.geomspace(low, high, steps)):
            if cancelled():
                raise Cancelled
            progress(i / steps)
            k = i % batches.count
            if k == 0:
                batches.begin()
            trainer.update.rate[...] = rate
            batches.run(k)
            average = SMOOTHING * average + (1 - SMOOTHING) * batches.batch_loss(k)
            smooth = average / (1 - SMOOTHING ** (i + 1))
            if not math.isfinite(smooth) or (losses and smooth > WORSE * min(losses)):
                break
            rates.append(float(rate))
            losses.append(smooth)
    return RateSearch(np.array(rates), np.array(losses), _steepest(np.array(rates), np.array(losses)))


def _steepest(rates: NDArray[np.float64], losses: NDArray[np.float64]) -> float | None:
    """Where a straight line through the neighbouring points falls fastest; the first points are still unsteady."""
    places = range(WINDOW + WARM_UP, len(rates) - WINDOW)
    if not places:
        return None
    decades = np.log10(rates)
    near = [slice(i - WINDOW, i + WINDOW + 1) for i in places]
    slopes = [np.polyfit(decades[cut], losses[cut], 1)[0] for cut in near]
    best = int(np.argmin(slopes))
    return float(rates[places[best]]) if slopes[best] < 0 else None
