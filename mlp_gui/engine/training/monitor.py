"""The number that is watched after each epoch: a loss, or a metric of the validation rows in original units."""

from __future__ import annotations

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.metrics.base import metrics, metrics_for, score
from mlp_gui.engine.network.losses import Output, apply_output
from mlp_gui.engine.network.tape import Array


class Monitor:
    """`value` is nan where the number is undefined; `defined` is False when there are no rows to compute it from."""

    def __init__(self, name: str, dataset: Dataset, output: Output) -> None:
        self.name, self._dataset, self._output = name, dataset, output
        self._is_metric = name not in ("train_loss", "validation_loss")
        if self._is_metric and metrics[name] not in metrics_for(dataset.task):
            known = ", ".join(tr(m.label) for m in metrics_for(dataset.task))
            raise UserError(
                tr("{metric} cannot be watched here.", metric=tr(metrics[name].label)),
                tr("The target's task is: {task}.", task=dataset.task.label),
                tr("Watch a loss, or one of: {metrics}.", metrics=known),
            )
        self.defined = name == "train_loss" or len(dataset.validation) > 0
        self._truth = dataset.to_original(dataset.validation.y)

    def value(self, train_loss: float, validation_loss: float, logits: Array) -> float:
        """logits: (validation rows, outputs)."""
        if self.name == "train_loss":
            return train_loss
        if not self.defined or not self._is_metric:
            return validation_loss
        predicted = self._dataset.to_original(apply_output(self._output, logits))
        return score(self.name, self._dataset.task, self._truth, predicted)
