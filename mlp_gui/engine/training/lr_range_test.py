"""The learning-rate range test: a short training with a rising learning rate, which shows where learning works."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.evaluator import Evaluator
from mlp_gui.engine.training.minibatch import MiniBatches
from mlp_gui.engine.training.sample_weight import sample_weights
from mlp_gui.engine.training.trainer import Trainer

WORSE = 4.0  # times the lowest loss so far: the test ends (fastai)
FALL = 0.01  # of the first loss: less is no fall
WINDOW = 7  # points left and right of the one whose slope is taken
MOST_ROWS, LEAST_ROWS, WORK = 1024, 128, 100_000_000  # rows that a loss is taken of; rows times parameters


@dataclass(frozen=True, eq=False)
class LRRangeResult:
    """How the loss went while the learning rate rose.

    Attributes
    ----------
    rates, losses : ndarray, shape (n_steps,)
        Learning rates, and the loss of the training rows after a batch with that rate, up to where it exploded.
    steepest : float or None
        The rate at which the loss falls fastest per decade (Smith 2017, arXiv 1506.01186); None when it never falls.
    lowest : float or None
        The rate at which the loss is lowest, where steps begin to be too large; None when it never falls.
    """

    rates: NDArray[np.float64]
    losses: NDArray[np.float64]
    steepest: float | None
    lowest: float | None

    @property
    def suggestion(self) -> float | None:
        """The middle of both on a logarithmic scale: the steepest fall is slow but safe, the lowest point too fast."""
        return None if self.steepest is None or self.lowest is None else math.sqrt(self.steepest * self.lowest)

    @property
    def sentence(self) -> str:
        """The result in words."""
        if self.suggestion is None:
            return tr("The loss did not fall at any learning rate. Look at the data's scaling and the loss.")
        return tr(
            "The loss falls fastest at {steepest:.1g} and is lowest at {lowest:.1g}. Suggested: {rate:.1g}.",
            steepest=self.steepest,
            lowest=self.lowest,
            rate=self.suggestion,
        )


def lr_range_test(
    config: RunConfig,
    dataset: Dataset,
    low: float = 1e-6,
    high: float = 10.0,
    steps: int = 100,
    progress: Callable[[float], None] = lambda share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> LRRangeResult:
    """Train fresh weights for some batches while the learning rate rises evenly per decade.

    Each loss is computed from the same rows, because batches differ by more than one step changes.

    Parameters
    ----------
    config : RunConfig
    dataset : Dataset
    low, high : float
        First and last learning rate.
    steps : int
        Number of batches.
    progress : callable
        Called with the share that is done, 0 to 1.
    cancelled : callable
        Polled before each batch.

    Raises
    ------
    UserError
        If the optimizer has no learning rate.
    Cancelled
        If `cancelled` returned True.
    """
    trainer = Trainer(config.replace(training=config.training.replace(learning_rate=low)), dataset)
    batches = trainer.batches
    if not isinstance(batches, MiniBatches):
        raise UserError(
            tr("{optimizer} finds the length of its steps by itself.", optimizer=tr(config.training.optimizer.label)),
            hint=tr("No rate is needed."),
        )
    loss_of_rows = _sample(trainer)
    rates, losses = list[float](), list[float]()
    with np.errstate(all="ignore"):
        first = loss_of_rows.run()
        for i, rate in enumerate(np.geomspace(low, high, steps)):
            if cancelled():
                raise Cancelled
            progress(i / steps)
            k = i % batches.count
            if k == 0:
                batches.begin()
            # In place: the tape is bound to this array.
            trainer.update.rate[...] = rate
            batches.run(k)
            loss = loss_of_rows.run()
            if not math.isfinite(loss) or loss > WORSE * min([first, *losses]):
                break
            rates.append(float(rate))
            losses.append(loss)
    return _judged(np.array(rates), np.array(losses), first)


def _sample(trainer: Trainer) -> Evaluator:
    """Return what computes the loss of some of the training rows, always the same ones."""
    training, train = trainer.config.training, trainer.dataset.train
    # Every step computes this loss once: the larger the network, the fewer rows.
    most = min(MOST_ROWS, max(LEAST_ROWS, WORK // trainer.network.n_parameters))
    rows = np.random.default_rng(training.seed).permutation(len(train))[:most]
    weights = sample_weights(training, trainer.dataset, train)
    chosen = None if weights is None else weights[rows]
    return Evaluator(trainer.network, training.loss, train.x[rows], train.y[rows], chosen)


def _judged(rates: NDArray[np.float64], losses: NDArray[np.float64], first: float) -> LRRangeResult:
    """Find the steepest fall by a straight line through neighbouring points, and the lowest point after it."""
    lowest = int(np.argmin(losses)) if len(losses) else 0
    # Only where the line has all its points, and not beyond the lowest loss, after which it can only rise.
    places = range(WINDOW, min(lowest, len(losses) - 1 - WINDOW) + 1)
    if not places or losses[lowest] > (1 - FALL) * first:
        return LRRangeResult(rates, losses, None, None)
    decades = np.log10(rates)
    near = [slice(i - WINDOW, i + WINDOW + 1) for i in places]
    slopes = [np.polyfit(decades[cut], losses[cut], 1)[0] for cut in near]
    return LRRangeResult(rates, losses, float(rates[places[int(np.argmin(slopes))]]), float(rates[lowest]))
