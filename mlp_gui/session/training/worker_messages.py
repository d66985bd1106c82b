"""What the run and its worker say to each other: immutable, or copies, because it crosses threads."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.core.dataset import Dataset
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.reports import EpochReport, Snapshot, StopReason
from mlp_gui.engine.training.state import State
from mlp_gui.export.project.run_past import LinePast

SLICE_SECONDS = 0.018  # of training, about, until the worker answers


@dataclass(frozen=True)
class Job:
    """What to train.

    Attributes
    ----------
    number : int
        Tells the answers of this job from those of an earlier one.
    config : RunConfig
    dataset : Dataset
    state : State or None
        Where to go on from; None begins anew.
    past : LinePast or None
        What the time line begins with.
    """

    number: int
    config: RunConfig
    dataset: Dataset
    state: State | None = None  # where to go on from; None begins anew
    past: LinePast | None = None


@dataclass(frozen=True)
class SliceRequest:
    """One slice: until the time is up, or until an epoch is complete, or one batch.

    Attributes
    ----------
    job : int
    until_epoch : int or None
    one_batch : bool
    with_weights : bool
        Whether a copy of the weights is wanted.
    seconds : float
    """

    job: int
    until_epoch: int | None = None
    one_batch: bool = False
    with_weights: bool = True
    seconds: float = SLICE_SECONDS


@dataclass(frozen=True, eq=False)
class TrainingProgress:
    """What happened in a slice. The weights are copies.

    Attributes
    ----------
    job : int
    reports : list of EpochReport
    history : History
        Of all epochs up to here; it shares its rows with the trainer's.
    epoch, batch : int
    seconds : float
        That the slice took.
    stopped : StopReason or None
    refusal : str
        Why the run cannot go on; "" when it can.
    best_epoch, best_value : int, float
    snapshot, best : Snapshot or None
        The last and the best weights; None when they were not wanted.
    snapshots : tuple of Snapshot
        After some of the epochs on the way.
    patience_start : int
        The epoch that patience is counted from.
    """

    job: int
    reports: list[EpochReport]
    history: History  # of all epochs up to here; it shares its rows with the trainer's
    epoch: int
    batch: int
    seconds: float
    stopped: StopReason | None
    refusal: str
    best_epoch: int
    best_value: float
    snapshot: Snapshot | None
    best: Snapshot | None
    snapshots: tuple[Snapshot, ...] = ()  # after some of the epochs on the way
    patience_start: int = 0


@dataclass(frozen=True)
class RunFacts:
    """What is fixed for a run.

    Attributes
    ----------
    job : int
    sizes : tuple of int
        Units of each layer, inputs first.
    n_parameters, batches_per_epoch : int
    notes : tuple of str
        Sentences about how it is trained.
    history : History
    """

    job: int
    sizes: tuple[int, ...]
    n_parameters: int
    batches_per_epoch: int
    notes: tuple[str, ...]
    history: History
