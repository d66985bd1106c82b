"""The state of a run in words, with its numbers."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.core.errors import UserError
from mlp_gui.core.number_format import format_number
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.training.reports import StopReason
from mlp_gui.engine.training.stopping_config import monitor_label
from mlp_gui.session.training.phase import Phase


@dataclass(frozen=True)
class RunStatus:
    """What the sentence about a run depends on.

    Attributes
    ----------
    phase : Phase
    rows : tuple of int or None
        Rows to train on, to validate and to test; None without a dataset.
    epoch, batch : int
        Epochs completed, and batches of the one under way.
    batches_per_epoch : int
        0 while it is unknown.
    stopped : StopReason or None
        Which rule ended the run.
    best_epoch, best_value : int, float
        Where the monitored number was best; epoch 0 if none is known.
    monitor : str
        Name of the monitored number.
    """

    phase: Phase
    rows: tuple[int, int, int] | None
    epoch: int
    batch: int
    batches_per_epoch: int
    stopped: StopReason | None
    best_epoch: int
    best_value: float
    monitor: str


def status_text(status: RunStatus) -> str:
    """Return one sentence that says where the run stands."""
    if status.phase is Phase.EMPTY or status.rows is None:
        return tr("Open a table or a sample to begin.")
    if status.phase is Phase.READY:
        return _ready(*status.rows)
    if status.phase is Phase.RUNNING:
        return tr("Training.")
    if status.stopped is not None and status.phase in (Phase.FINISHED, Phase.FAILED):
        return " ".join(filter(None, (status.stopped.sentence, status.stopped.advice)))
    return _paused(status)


def _ready(n: int, v: int, t: int) -> str:
    if v and t:
        return tr("Ready: {n:,} rows to train on, {v:,} to validate, {t:,} to test.", n=n, v=v, t=t)
    if v:
        return tr("Ready: {n:,} rows to train on, {v:,} to validate.", n=n, v=v)
    if t:
        return tr("Ready: {n:,} rows to train on, {t:,} to test.", n=n, t=t)
    return tr_n("Ready: {n:,} row to train on.", "Ready: {n:,} rows to train on.", n)


def _paused(status: RunStatus) -> str:
    if status.batch and status.batches_per_epoch:
        return tr(
            "Paused after batch {batch:,} of {batches:,} in epoch {epoch:,}.",
            batch=status.batch,
            batches=status.batches_per_epoch,
            epoch=status.epoch + 1,
        )
    paused = tr("Paused after epoch {epoch:,}.", epoch=status.epoch)
    if not status.best_epoch:
        return paused
    best = tr(
        "The best {watched} so far is {value}, at epoch {epoch:,}.",
        watched=monitor_label(status.monitor),
        value=format_number(status.best_value),
        epoch=status.best_epoch,
    )
    return f"{paused} {best}"


def needs_reset_text(labels: list[str]) -> UserError:
    """Return the refusal to change settings that belong to the epochs trained with them."""
    names = ", ".join(labels)
    return UserError(
        tr("{names} cannot change in the middle of a run.", names=names),
        tr("The epochs so far belong to the old value."),
        tr("Press Reset first; live settings such as the learning rate may change at any time."),
    )
