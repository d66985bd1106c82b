"""Early stopping: follows the monitored number, keeps the best weights, and says when patience is over."""

from __future__ import annotations

import math

from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.training.array_backup import ArrayBackup
from mlp_gui.engine.training.reports import StopKind, StopReason
from mlp_gui.engine.training.state import Facts, PartState, State
from mlp_gui.engine.training.stopping_config import StoppingConfig, higher_is_better, monitor_label


class BestEpochTracker:
    """Follows the monitored number: the best so far, the weights it came with, and how long ago that was.

    Attributes
    ----------
    best_value : float
        nan before there is one.
    best_epoch : int
        0 before there is one.
    epochs_waited : int
        Epochs without improvement since then.
    """

    def __init__(self, config: StoppingConfig, theta: Array) -> None:
        self.config, self._sign = config, -1.0 if higher_is_better(config.monitor) else 1.0
        self.best_value, self.best_epoch, self.epochs_waited = math.nan, 0, 0
        self.best = ArrayBackup(theta)

    def set_config(self, config: StoppingConfig) -> None:
        """Use other settings from now on; the best is forgotten when another number is monitored."""
        if config.monitor != self.config.monitor:
            self.best_value, self.best_epoch, self.epochs_waited = math.nan, 0, 0
        self.config, self._sign = config, -1.0 if higher_is_better(config.monitor) else 1.0

    @property
    def best_theta(self) -> Array:
        """A copy of the parameters of the best epoch; of the first ones before there is one."""
        return self.best.copies()[0]

    def state(self) -> PartState:
        """Return what `restore` needs."""
        facts = {
            "best_value": self.best_value if self.best_epoch else None,  # JSON has no nan
            "best_epoch": self.best_epoch,
            "waited": self.epochs_waited,
        }
        return PartState({"best_theta": self.best_theta}, facts)

    def restore(self, state: State, facts: Facts) -> None:
        """Take over the best epoch of a saved run.

        Parameters
        ----------
        state : State
        facts : Facts
            The JSON object inside the state.
        """
        self.best.save(state["best_theta"])
        self.best_epoch, self.epochs_waited = facts["best_epoch"], facts["waited"]
        self.best_value = math.nan if facts["best_value"] is None else facts["best_value"]

    def improves(self, value: float) -> bool:
        """Return whether a value is better than the best; nan never is, the first number always."""
        if not math.isfinite(value):
            return False
        if not self.best_epoch:
            return True
        gain = self._sign * (self.best_value - value)
        return gain >= self.config.min_delta if self.config.rule == "exceeds" else gain > self.config.min_delta

    def observe(self, epoch: int, value: float, theta: Array) -> StopReason | None:
        """Compare an epoch with the best one.

        Parameters
        ----------
        epoch : int
        value : float
            The monitored number.
        theta : ndarray, shape (n_parameters,)

        Returns
        -------
        StopReason or None
            The reason to stop, if there is one now.
        """
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
        """Return what a sentence says at its end when results come from the best epoch's weights."""
        return " " + tr("Best weights restored.") if self.config.restore_best and self.best_epoch else ""

    def _reason(self, epoch: int) -> StopReason:
        name, since = monitor_label(self.config.monitor), epoch - self.best_epoch
        if self.best_epoch and since > self.epochs_waited:  # patience began anew after the best epoch
            sentence = tr(
                "Stopped at epoch {epoch:,}: {name} has not beaten {best:.4g} (epoch {best_epoch:,}) for "
                "{since:,} epochs, {waited:,} of them since patience began anew.",
                epoch=epoch,
                name=name,
                best=self.best_value,
                best_epoch=self.best_epoch,
                since=since,
                waited=self.epochs_waited,
            )
        elif self.best_epoch:
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
        sentence += self.restored_note()
        return StopReason(StopKind.EARLY_STOPPING, sentence, epoch, self.best_epoch, self.best_value)
