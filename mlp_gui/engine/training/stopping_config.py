"""The settings of the stopping rules, and the numbers that early stopping can watch."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.core.params import Config, param
from mlp_gui.core.translation import lower_first, mark, tr
from mlp_gui.engine.metrics.metric import metrics

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
    """Name the monitored number in a sentence: "validation loss", "R² of the validation rows"."""
    if name in LOSSES:
        return lower_first(tr(LOSSES[name]))
    return tr("{metric} of the validation rows", metric=tr(metrics[name].label))


def higher_is_better(name: str) -> bool:
    """Return whether a monitored number is a metric that should rise."""
    return name in metrics and metrics[name].higher_is_better
