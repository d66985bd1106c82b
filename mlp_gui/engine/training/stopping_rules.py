"""Whether a run ends after an epoch: the monitored number, early stopping and the other rules together."""

from __future__ import annotations

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.metrics.metric import metrics, metrics_for, score
from mlp_gui.engine.network.losses import apply_output
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.training import stop_reasons
from mlp_gui.engine.training.config import TrainingConfig
from mlp_gui.engine.training.early_stopping import BestEpochTracker
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.reports import StopReason
from mlp_gui.engine.training.state import Facts, PartState, State
from mlp_gui.engine.training.stopping_config import StoppingConfig, higher_is_better


class Monitor:
    """Computes the number that early stopping follows: a loss, or a metric of the validation rows in original units.

    Attributes
    ----------
    name : str
    defined : bool
        False when there are no rows to compute the number from.
    """

    def __init__(self, name: str, dataset: Dataset, network: Network) -> None:
        self.name, self._dataset, self._network = name, dataset, network
        self._is_metric = name not in ("train_loss", "validation_loss")
        if self._is_metric and metrics[name] not in metrics_for(dataset.task):
            known = ", ".join(tr(m.label) for m in metrics_for(dataset.task))
            raise UserError(
                tr("{metric} cannot be watched here.", metric=tr(metrics[name].label)),
                tr("The target's task is: {task}.", task=dataset.task.label),
                tr("Watch a loss, or one of: {metrics}.", metrics=known),
            )
        self.defined = name == "train_loss" or len(dataset.validation) > 0
        # Converted once: the targets do not change from epoch to epoch.
        self._truth = dataset.true_values(dataset.validation.y)

    def value(self, train_loss: float, validation_loss: float, logits: Array) -> float:
        """Return the number; nan where it is undefined.

        Parameters
        ----------
        train_loss, validation_loss : float
        logits : ndarray, shape (n_validation_rows, n_outputs)
        """
        if self.name == "train_loss":
            return train_loss
        if not self.defined or not self._is_metric:
            return validation_loss
        network = self._network
        predicted = self._dataset.smeared(network.predict).to_original(apply_output(network.output, logits))
        return score(self.name, self._dataset.task, self._truth, predicted)


class StoppingRules:
    """Watches a run: computes the monitored number, remembers the best epoch, and finds the rule that ends the run.

    Attributes
    ----------
    best : BestEpochTracker
    """

    def __init__(self, stopping: StoppingConfig, theta: Array) -> None:
        self.best = BestEpochTracker(stopping, theta)

    def bind(self, training: TrainingConfig, dataset: Dataset, network: Network) -> None:
        """Prepare for the next epochs: the first ones, or those after a change of the settings.

        Parameters
        ----------
        training : TrainingConfig
        dataset : Dataset
        network : Network
            The one that is validated.

        Raises
        ------
        UserError
            If the monitored metric does not exist for the dataset's task.
        """
        self._training = training
        self._monitor = Monitor(training.stopping.monitor, dataset, network)
        self._has_other_rules = stop_reasons.has_other_rules(training.stopping)  # asked after every epoch
        self.best.set_config(training.stopping)

    def monitored_value(self, train_loss: float, validation_loss: float, logits: Array) -> float:
        """Return the monitored number of an epoch.

        Parameters
        ----------
        train_loss, validation_loss : float
        logits : ndarray, shape (n_validation_rows, n_outputs)
        """
        return self._monitor.value(train_loss, validation_loss, logits)

    def observe(self, epoch: int, monitored: float, theta: Array) -> StopReason | None:
        """Compare an epoch with the best one.

        Parameters
        ----------
        epoch : int
        monitored : float
        theta : ndarray, shape (n_parameters,)

        Returns
        -------
        StopReason or None
            The reason to stop, if early stopping has one now.
        """
        # Without rows to watch every value is nan, and patience would run out.
        return self.best.observe(epoch, monitored, theta) if self._monitor.defined else None

    def schedule_value(self, train_loss: float, monitored: float) -> float:
        """Return the number that the schedule sees, with its sign such that smaller is better.

        Parameters
        ----------
        train_loss : float
            Used when nothing is monitored.
        monitored : float
        """
        if not self._monitor.defined:
            return train_loss
        return -monitored if higher_is_better(self._monitor.name) else monitored

    def reason_to_stop(self, epoch: int, history: History, converged: str, timed: bool) -> StopReason | None:
        """Return the first rule beside early stopping that ends the run after an epoch.

        Parameters
        ----------
        epoch : int
        history : History
            All epochs up to this one.
        converged : str
            Why the optimizer finds no further step, empty if it does.
        timed : bool
            Whether the limit on the training time counts.
        """
        if converged:
            return stop_reasons.converged_reason(epoch, converged, self.best)
        reason = None
        if self._has_other_rules:
            reason = stop_reasons.check_other_rules(self._training.stopping, epoch, history, self.best, timed)
        if reason is None and epoch >= self._training.max_epochs:
            reason = stop_reasons.finished_reason(epoch, self.best)
        return reason

    def diverged_reason(self, epoch: int, rate: float) -> StopReason:
        """Return the reason of a run whose numbers are no longer finite.

        Parameters
        ----------
        epoch : int
        rate : float
            The learning rate.
        """
        return stop_reasons.diverged_reason(epoch, rate, self.best)

    @property
    def note(self) -> str:
        """Why early stopping does nothing although it is on; empty when there is nothing to say."""
        if not self._training.stopping.enabled or self._monitor.defined:
            return ""
        return tr("Early stopping is off: there are no validation rows to watch.")

    def state(self) -> PartState:
        """Return what `restore` needs."""
        return self.best.state()

    def restore(self, state: State, facts: Facts) -> None:
        """Take over the best epoch of a saved run.

        Parameters
        ----------
        state : State
        facts : Facts
            The JSON object inside the state.
        """
        self.best.restore(state, facts)
