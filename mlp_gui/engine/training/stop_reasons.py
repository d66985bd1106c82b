"""The rules beside early stopping that end a run, each said in a sentence with its numbers."""

from __future__ import annotations

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.training.early_stopping import BestEpochTracker
from mlp_gui.engine.training.history import Column, History
from mlp_gui.engine.training.reports import StopKind, StopReason
from mlp_gui.engine.training.stopping_config import StoppingConfig, monitor_label


def has_other_rules(config: StoppingConfig) -> bool:
    """Return whether any rule beside early stopping is active."""
    return any(v is not None for v in (config.target_loss, config.max_seconds, config.min_gradient, config.plateau))


def check_other_rules(
    config: StoppingConfig, epoch: int, history: History, watch: BestEpochTracker, timed: bool = True
) -> StopReason | None:
    """Return the first of the other rules that fires after an epoch.

    Parameters
    ----------
    config : StoppingConfig
    epoch : int
    history : History
        All epochs up to this one.
    watch : BestEpochTracker
    timed : bool
        Whether the limit on the training time counts.
    """
    fired = _fired(config, history, config.max_seconds if timed else None)
    if fired is None:
        return None
    kind, why = fired
    sentence = tr("Stopped at epoch {epoch:,}: {why}.", epoch=epoch, why=why) + watch.restored_note()
    return StopReason(kind, sentence, epoch, watch.best_epoch, watch.best_value)


def _fired(config: StoppingConfig, history: History, limit: float | None) -> tuple[StopKind, str] | None:
    """Return the rule that fires, and why, in the middle of a sentence; limit: on the training time."""
    last, losses = history[-1], history.train_loss
    target, floor, span = config.target_loss, config.min_gradient, config.plateau
    if target is not None and last.train_loss <= target:
        return StopKind.TARGET_LOSS, tr(
            "training loss {loss:.4g} has reached the target {target:.4g}", loss=last.train_loss, target=target
        )
    if limit is not None and last.seconds >= limit:
        return StopKind.TIME, tr(
            "{seconds:.1f} s of training have reached the limit of {limit:g} s", seconds=last.seconds, limit=limit
        )
    if floor is not None and last.gradient_norm <= floor:
        return StopKind.GRADIENT, tr(
            "gradient norm {norm:.4g} is at or below {limit:.4g}", norm=last.gradient_norm, limit=floor
        )
    if span is not None and len(losses) > span and _change(losses[-span - 1 :]) <= config.plateau_tolerance:
        return StopKind.PLATEAU, tr_n(
            "training loss has changed by only {change:.4g} % over {n:,} epoch",
            "training loss has changed by only {change:.4g} % over {n:,} epochs",
            span,
            change=100 * _change(losses[-span - 1 :]),
        )
    return None


def _change(losses: Column) -> float:
    """Return the largest relative change within the losses."""
    highest = float(losses.max())
    return (highest - float(losses.min())) / abs(highest) if highest else 0.0


def all_epochs_done(epochs: int) -> UserError:
    """Return the refusal to go on after the last epoch."""
    return UserError(tr("All {epochs:,} epochs are done.", epochs=epochs), hint=tr("Raise Epochs to go on."))


def time_is_over(limit: float) -> UserError:
    """Return the refusal to go on after the time limit, in seconds."""
    return UserError(
        tr("The {limit:g} s of training are over.", limit=limit), hint=tr("Raise the time limit to go on.")
    )


def finished_reason(epoch: int, watch: BestEpochTracker) -> StopReason:
    """Return the reason of a run whose last epoch is done.

    Parameters
    ----------
    epoch : int
    watch : BestEpochTracker
    """
    sentence = tr_n("Finished: the {n:,} epoch is done.", "Finished: all {n:,} epochs are done.", epoch)
    if watch.best_epoch:
        best = tr(
            "Best {name}: {value:.4g} (epoch {epoch:,}).",
            name=monitor_label(watch.config.monitor),
            value=watch.best_value,
            epoch=watch.best_epoch,
        )
        sentence = f"{sentence} {best}{watch.restored_note()}"
    return StopReason(StopKind.MAX_EPOCHS, sentence, epoch, watch.best_epoch, watch.best_value)


def converged_reason(epoch: int, why: str, watch: BestEpochTracker) -> StopReason:
    """Return the reason of a run whose optimizer finds no further step.

    Parameters
    ----------
    epoch : int
    why : str
        In the middle of a sentence.
    watch : BestEpochTracker
    """
    sentence = tr("Converged at epoch {epoch:,}: {why}.", epoch=epoch, why=why) + watch.restored_note()
    return StopReason(StopKind.CONVERGED, sentence, epoch, watch.best_epoch, watch.best_value)


def suggest_smaller_rate(rate: float) -> float:
    """Suggest a learning rate after one that was too large."""
    return float(f"{rate / (100 if rate >= 1 else 10):.1g}") if rate < 100 else 0.001


def diverged_reason(epoch: int, rate: float, watch: BestEpochTracker) -> StopReason:
    """Return the reason of a run whose loss or weights are no longer finite.

    Parameters
    ----------
    epoch : int
    rate : float
        The learning rate.
    watch : BestEpochTracker
    """
    sentence = tr("Diverged at epoch {epoch:,}: the loss or a weight became infinite.", epoch=epoch)
    if epoch > 1:
        kept = tr("The weights of epoch {epoch:,} are kept.", epoch=epoch - 1)
    else:
        kept = tr("The initial weights are kept.")
    advice = tr(
        "The learning rate is probably too high: try {rate:.4g}. Scaled inputs help too.",
        rate=suggest_smaller_rate(rate),
    )
    said = f"{sentence} {kept}"
    return StopReason(StopKind.DIVERGED, said, epoch, watch.best_epoch, watch.best_value, advice)
