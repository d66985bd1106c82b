"""The state of a run in words, with its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlp_gui.core.errors import UserError
from mlp_gui.core.number_format import format_number
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.open_table import describe_table_kinds
from mlp_gui.engine.training.stopping_config import monitor_label
from mlp_gui.session.training.phase import Phase

if TYPE_CHECKING:
    from mlp_gui.session.training.run import Run


def status_text(run: Run) -> str:
    """One sentence that says where the run stands."""
    if run.phase is Phase.EMPTY or run.dataset is None:
        return tr("Open {tables} or a sample to begin.", tables=describe_table_kinds())
    if run.phase is Phase.READY:
        return _ready(run)
    if run.phase is Phase.RUNNING:
        return tr("Training.")
    if run.stopped is not None and run.phase in (Phase.FINISHED, Phase.FAILED):
        return " ".join(filter(None, (run.stopped.sentence, run.stopped.advice)))
    return _paused(run)


def _ready(run: Run) -> str:
    assert run.dataset is not None
    n, v, t = len(run.dataset.train), len(run.dataset.validation), len(run.dataset.test)
    if v and t:
        return tr("Ready: {n:,} rows to train on, {v:,} to validate, {t:,} to test.", n=n, v=v, t=t)
    if v:
        return tr("Ready: {n:,} rows to train on, {v:,} to validate.", n=n, v=v)
    if t:
        return tr("Ready: {n:,} rows to train on, {t:,} to test.", n=n, t=t)
    return tr_n("Ready: {n:,} row to train on.", "Ready: {n:,} rows to train on.", n)


def _paused(run: Run) -> str:
    if run.batch and run.facts is not None:
        return tr(
            "Paused after batch {batch:,} of {batches:,} in epoch {epoch:,}.",
            batch=run.batch,
            batches=run.facts.batches_per_epoch,
            epoch=run.epoch + 1,
        )
    paused = tr("Paused after epoch {epoch:,}.", epoch=run.epoch)
    if not run.best_epoch:
        return paused
    best = tr(
        "The best {watched} so far is {value}, at epoch {epoch:,}.",
        watched=monitor_label(run.config.training.stopping.monitor),
        value=format_number(run.best_value),
        epoch=run.best_epoch,
    )
    return f"{paused} {best}"


def needs_reset_text(labels: list[str]) -> UserError:
    """The refusal to change a setting that belongs to the epochs that were trained with it."""
    names = ", ".join(labels)
    return UserError(
        tr("{names} cannot change in the middle of a run.", names=names),
        tr("The epochs so far belong to the old value."),
        tr("Press Reset first; live settings such as the learning rate may change at any time."),
    )
