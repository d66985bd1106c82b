"""The state of a run in words, with its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlp_gui.core.errors import UserError
from mlp_gui.engine.stopping import monitor_label
from mlp_gui.session.phase import Phase

if TYPE_CHECKING:
    from mlp_gui.session.run import Run


def state(run: Run) -> str:
    """One sentence that says where the run stands."""
    if run.phase is Phase.EMPTY or run.dataset is None:
        return "Open a CSV file or a sample to begin."
    if run.phase is Phase.READY:
        return _ready(run)
    if run.phase is Phase.RUNNING:
        return "Training."
    if run.stopped is not None and run.phase in (Phase.FINISHED, Phase.FAILED):
        return " ".join(filter(None, (run.stopped.sentence, run.stopped.advice)))
    return _paused(run)


def _ready(run: Run) -> str:
    assert run.dataset is not None
    counts = [f"{len(run.dataset.train):,} rows to train on"]
    if len(run.dataset.validation):
        counts.append(f"{len(run.dataset.validation):,} to validate")
    if len(run.dataset.test):
        counts.append(f"{len(run.dataset.test):,} to test")
    return f"Ready: {', '.join(counts)}."


def _paused(run: Run) -> str:
    if run.batch and run.facts is not None:
        done = f"batch {run.batch:,} of {run.facts.batches_per_epoch:,} in epoch {run.epoch + 1:,}"
        return f"Paused after {done}."
    best = ""
    if run.best_epoch:
        watched = monitor_label(run.config.training.stopping.monitor)
        best = f" The best {watched} so far is {run.best_value:.4g}, at epoch {run.best_epoch:,}."
    return f"Paused after epoch {run.epoch:,}.{best}"


def needs_reset(labels: list[str]) -> UserError:
    """The refusal to change a setting that belongs to the epochs that were trained with it."""
    names = ", ".join(labels)
    return UserError(
        f"{names} cannot change in the middle of a run.",
        "The epochs so far belong to the old value.",
        "Press Reset first; live settings such as the learning rate may change at any time.",
    )
