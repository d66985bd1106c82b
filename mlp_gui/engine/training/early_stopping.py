"""Stopping rules: when a run ends by itself, said in a sentence with its numbers. Any number may be active."""

from __future__ import annotations

import math
from dataclasses import dataclass

from mlp_gui.core.params import Config, param
from mlp_gui.core.translation import lower_first, mark, tr, tr_n
from mlp_gui.engine.metrics.regression import metrics
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.training.array_backup import ArrayBackup
from mlp_gui.engine.training.history import Column, History
from mlp_gui.engine.training.reports import StopKind, StopReason

LOSSES = {"validation_loss": mark("Validation loss"), "train_loss": mark("Training loss")}
MONITORS = (*LOSSES.items(), *((m.name, m.label) for m in metrics))


@dataclass(frozen=True)
class StoppingConfig(Config):
    """Early stopping and the other rules that end a run before its last epoch."""

    enabled: bool = param(
        True,
        "Early stopping",
        also_called="scikit-learn early_stopping, Keras EarlyStopping",
        live=True,
        option="early-stopping",
        help="Stop when the monitored number no longer improves.",
    )
    monitor: str = param(
        "validation_loss",
        "Watch",
        also_called="Keras monitor",
        choices=MONITORS,
        live=True,
        advanced=True,
        help="The number that must improve: a loss, or a metric of the validation rows. "
        "Whether it must fall or rise is known from the number.",
    )
    patience: int = param(
        50,
        "Patience",
        also_called="scikit-learn n_iter_no_change, Keras patience",
        low=0,
        high=1_000_000,
        unit="epochs",
        live=True,
        help="Epochs without improvement before stopping.",
    )
    min_delta: float = param(
        0.0,
        "Smallest improvement",
        low=0,
        high=1e6,
        scale="log",
        live=True,
        also_called="scikit-learn tol, Keras min_delta",
        help="An improvement smaller than this does not count.",
    )
    start_epoch: int = param(
        0,
        "Start watching after",
        low=0,
        high=1_000_000_000,
        unit="epochs",
        live=True,
        advanced=True,
        help="Epochs at the start that are not watched, neither for the best weights nor for stopping.",
    )
    restore_best: bool = param(
        True,
        "Use the best weights",
        also_called="Keras restore_best_weights",
        live=True,
        help="Results come from the best epoch's weights. The last ones are kept too.",
    )
    rule: str = param(
        "default",
        "Rule",
        choices=(("default", "As in Keras"), ("exceeds", "Count exceeds patience")),
        live=True,
        advanced=True,
        help="As in Keras: only a strictly better value counts, and the run stops when patience is reached. "
        "Count exceeds patience: an equal value counts as better, and one more epoch is allowed (the tutorial's way).",
    )
    target_loss: float | None = param(
        None, "Stop at loss", low=0, live=True, advanced=True, help="Stop when the training loss is at or below this."
    )
    max_seconds: float | None = param(
        None,
        "Stop after",
        low=0,
        low_open=True,
        unit="s",
        live=True,
        advanced=True,
        help="Stop after this training time.",
    )
    min_gradient: float | None = param(
        None,
        "Smallest gradient",
        low=0,
        scale="log",
        live=True,
        advanced=True,
        help="Stop when the norm of the last batch's gradient is at or below this.",
    )
    plateau: int | None = param(
        None,
        "Plateau of the training loss",
        low=1,
        high=1_000_000,
        unit="epochs",
        live=True,
        advanced=True,
        help="Stop when the training loss has changed by less than the tolerance over this many epochs.",
    )
    plateau_tolerance: float = param(
        1e-6,
        "Plateau tolerance",
        low=0,
        high=1,
        scale="log",
        live=True,
        advanced=True,
        help="Relative change of the training loss that counts as none.",
    )


def monitor_label(name: str) -> str:
    """In a sentence: "validation loss", "R² of the validation rows"."""
    if name in LOSSES:
        return lower_first(tr(LOSSES[name]))
    return tr("{metric} of the validation rows", metric=tr(metrics[name].label))


def has_other_rules(config: StoppingConfig) -> bool:
    """Whether any rule beside early stopping is active."""
    return any(v is not None for v in (config.target_loss, config.max_seconds, config.min_gradient, config.plateau))


def higher_is_better(name: str) -> bool:
    return name in metrics and metrics[name].higher_is_better


class BestEpochTracker:
    """Follows the monitored number: the best so far, the weights it came with, and how long ago that was."""

    def __init__(self, config: StoppingConfig, theta: Array) -> None:
        self.config, self._sign = config, -1.0 if higher_is_better(config.monitor) else 1.0
        self.best_value, self.best_epoch, self.epochs_waited = float("nan"), 0, 0
        self.best = ArrayBackup(theta)

    def set_config(self, config: StoppingConfig) -> None:
        """Go on with other settings. The best is forgotten when another number is watched."""
        if config.monitor != self.config.monitor:
            self.best_value, self.best_epoch, self.epochs_waited = float("nan"), 0, 0
        self.config, self._sign = config, -1.0 if higher_is_better(config.monitor) else 1.0

    @property
    def best_theta(self) -> Array:
        """A copy of the parameters of the best epoch; of the first ones before there is one."""
        return self.best.copies()[0]

    def improves(self, value: float) -> bool:
        """nan never improves; the first number always does."""
        if not math.isfinite(value):
            return False
        if not self.best_epoch:
            return True
        gain = self._sign * (self.best_value - value)
        return gain >= self.config.min_delta if self.config.rule == "exceeds" else gain > self.config.min_delta

    def observe(self, epoch: int, value: float, theta: Array) -> StopReason | None:
        """After an epoch. The reason to stop, if there is one now."""
        if epoch <= self.config.start_epoch:
            return None
        if self.improves(value):
            self.best.save(theta)
            self.best_value, self.best_epoch, self.epochs_waited = value, epoch, 0
            return None
        self.epochs_waited += 1
        if not self.config.enabled:
            return None
        limit = self.config.patience
        over = self.epochs_waited > limit if self.config.rule == "exceeds" else self.epochs_waited >= limit
        return self._reason(epoch) if over else None

    def restored_note(self) -> str:
        """What a sentence says at its end when results come from the best epoch's weights."""
        return " " + tr("Best weights restored.") if self.config.restore_best and self.best_epoch else ""

    def _reason(self, epoch: int) -> StopReason:
        name = monitor_label(self.config.monitor)
        if self.best_epoch:
            sentence = tr_n(
                "Stopped at epoch {epoch:,}: {name} has not beaten {best:.4g} (epoch {best_epoch:,}) for {n:,} epoch.",
                "Stopped at epoch {epoch:,}: {name} has not beaten {best:.4g} (epoch {best_epoch:,}) for {n:,} epochs.",
                self.epochs_waited,
                epoch=epoch,
                name=name,
                best=self.best_value,
                best_epoch=self.best_epoch,
            )
        else:
            sentence = tr_n(
                "Stopped at epoch {epoch:,}: {name} has been undefined for {n:,} epoch.",
                "Stopped at epoch {epoch:,}: {name} has been undefined for {n:,} epochs.",
                self.epochs_waited,
                epoch=epoch,
                name=name,
            )
        return StopReason("early_stopping", sentence + self.restored_note(), epoch, self.best_epoch, self.best_value)


def check_other_rules(
    config: StoppingConfig, epoch: int, history: History, watch: BestEpochTracker, timed: bool = True
) -> StopReason | None:
    """The first of the other rules that fires after an epoch. timed: whether the limit on the time is one of them."""
    fired = _fired(config, history, config.max_seconds if timed else None)
    if fired is None:
        return None
    kind, why = fired
    sentence = tr("Stopped at epoch {epoch:,}: {why}.", epoch=epoch, why=why) + watch.restored_note()
    return StopReason(kind, sentence, epoch, watch.best_epoch, watch.best_value)


def _fired(config: StoppingConfig, history: History, limit: float | None) -> tuple[StopKind, str] | None:
    """The rule that fires, and why, in the middle of a sentence. limit: on the training time."""
    last, losses = history[-1], history.train_loss
    target, floor, span = config.target_loss, config.min_gradient, config.plateau
    if target is not None and last.train_loss <= target:
        return "target_loss", tr(
            "training loss {loss:.4g} has reached the target {target:.4g}", loss=last.train_loss, target=target
        )
    if limit is not None and last.seconds >= limit:
        return "time", tr(
            "{seconds:.1f} s of training have reached the limit of {limit:g} s", seconds=last.seconds, limit=limit
        )
    if floor is not None and last.gradient_norm <= floor:
        return "gradient", tr(
            "gradient norm {norm:.4g} is at or below {limit:.4g}", norm=last.gradient_norm, limit=floor
        )
    if span is not None and len(losses) > span and _change(losses[-span - 1 :]) <= config.plateau_tolerance:
        return "plateau", tr_n(
            "training loss has changed by only {change:.4g} % over {n:,} epoch",
            "training loss has changed by only {change:.4g} % over {n:,} epochs",
            span,
            change=100 * _change(losses[-span - 1 :]),
        )
    return None


def _change(losses: Column) -> float:
    """Largest relative change within the losses."""
    highest = float(losses.max())
    return (highest - float(losses.min())) / abs(highest) if highest else 0.0


def finished_reason(epoch: int, watch: BestEpochTracker) -> StopReason:
    """The last epoch is done."""
    sentence = tr_n("Finished: the {n:,} epoch is done.", "Finished: all {n:,} epochs are done.", epoch)
    if watch.best_epoch:
        best = tr(
            "Best {name}: {value:.4g} (epoch {epoch:,}).",
            name=monitor_label(watch.config.monitor),
            value=watch.best_value,
            epoch=watch.best_epoch,
        )
        sentence = f"{sentence} {best}{watch.restored_note()}"
    return StopReason("max_epochs", sentence, epoch, watch.best_epoch, watch.best_value)


def converged_reason(epoch: int, why: str, watch: BestEpochTracker) -> StopReason:
    """The optimizer finds no further step."""
    sentence = tr("Converged at epoch {epoch:,}: {why}.", epoch=epoch, why=why) + watch.restored_note()
    return StopReason("converged", sentence, epoch, watch.best_epoch, watch.best_value)


def suggest_smaller_rate(rate: float) -> float:
    """One to try after a rate that was too large."""
    return float(f"{rate / (100 if rate >= 1 else 10):.1g}") if rate < 100 else 0.001


def diverged_reason(epoch: int, rate: float, watch: BestEpochTracker) -> StopReason:
    """The loss or a parameter is no longer a finite number."""
    sentence = tr("Diverged at epoch {epoch:,}: the loss or a weight became infinite.", epoch=epoch)
    if epoch > 1:
        kept = tr("The weights of epoch {epoch:,} are kept.", epoch=epoch - 1)
    else:
        kept = tr("The initial weights are kept.")
    advice = tr(
        "The learning rate is probably too high: try {rate:.4g}. Scaled inputs help too.",
        rate=suggest_smaller_rate(rate),
    )
    return StopReason("diverged", f"{sentence} {kept}", epoch, watch.best_epoch, watch.best_value, advice)
