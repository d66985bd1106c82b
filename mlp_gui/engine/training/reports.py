"""What a run says about itself: a report per epoch, copies of its weights, and why it stopped. All immutable."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from mlp_gui.engine.network.tape import Array


# A tuple, because the history takes reports as rows of its table. The fields are the columns of `history.npy` in
# files, which are read by their order and number.
class EpochReport(NamedTuple):
    """One completed epoch.

    Attributes
    ----------
    epoch : int
        Counted from 1.
    train_loss : float
        Mean of the batch losses during the epoch, without penalties; of optimizers that take all rows, the loss after
        their step.
    validation_loss : float
        After the epoch; nan without validation rows.
    learning_rate : float
        As used in this epoch.
    monitored : float
        The number that early stopping follows.
    best_epoch : int
        The best so far; 0 when there is none.
    gradient_norm : float
        Of the last batch, penalties included.
    penalty : float
        What L1 and L2 add to the loss after the epoch.
    seconds : float
        Training time since the start of the run.
    """

    epoch: int
    train_loss: float
    validation_loss: float
    learning_rate: float
    monitored: float
    best_epoch: int
    gradient_norm: float
    penalty: float
    seconds: float


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Copies of the parameters and of the last batch's gradient.

    Attributes
    ----------
    epoch : int
        Completed epochs.
    batch : int
        Completed batches of the epoch under way; 0 at a border.
    theta, gradient : ndarray, shape (n_parameters,)
    """

    epoch: int
    batch: int
    theta: Array
    gradient: Array


class StopKind(StrEnum):
    """What ended a run. The values stand in project files."""

    EARLY_STOPPING = "early_stopping"
    MAX_EPOCHS = "max_epochs"
    TARGET_LOSS = "target_loss"
    TIME = "time"
    GRADIENT = "gradient"
    PLATEAU = "plateau"
    CONVERGED = "converged"
    DIVERGED = "diverged"


@dataclass(frozen=True)
class StopReason:
    """Why a run ended.

    Attributes
    ----------
    kind : StopKind
    sentence : str
        With its numbers.
    epoch : int
    best_epoch : int
        0 when nothing was monitored.
    best_value : float
        nan when nothing was monitored.
    advice : str
        What to try, for a run that diverged; else empty.
    """

    kind: StopKind
    sentence: str
    epoch: int
    best_epoch: int = 0
    best_value: float = math.nan
    advice: str = ""

    def to_facts(self) -> dict[str, Any]:
        """Return the reason as JSON values; a best value that is nan becomes None."""
        return dataclasses.asdict(self) | {"best_value": self.best_value if self.best_epoch else None}

    @classmethod
    def from_facts(cls, facts: dict[str, Any]) -> StopReason:
        """Return the reason that `to_facts` was called on."""
        value = facts["best_value"]
        kind = StopKind(facts["kind"])
        return cls(**facts | {"kind": kind, "best_value": math.nan if value is None else value})
