"""The linear model on a network's own inputs: ridge or logistic regression, its penalty chosen on validation rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mlp_gui.core.dataset import Dataset
from mlp_gui.engine.baselines.logistic import LogisticRegression
from mlp_gui.engine.baselines.ridge import LARGEST, RidgePath
from mlp_gui.engine.network.losses import Output, apply_output
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.training.config import TrainingConfig
from mlp_gui.engine.training.sample_weight import sample_weights

# Per training row; without validation rows the one in the middle of its kind is used.
PENALTIES = (10.0, 1.0, 0.1, 0.01, 1e-3, 1e-4, 1e-6)
CLASS_PENALTIES = (0.1, 0.01, 1e-3, 1e-4)
WITHOUT_CHOICE = 1e-3
LARGE = 2e7  # numbers in the table, times outputs: above, slopes this exact would take minutes
TOLERANCE, TOLERANCE_OF_LARGE = 1e-10, 1e-6


@dataclass(frozen=True, eq=False)
class LinearModel:
    """Outputs that are a weighted sum of the inputs, for classes through sigmoid or softmax.

    Attributes
    ----------
    coefficients : ndarray, shape (n_features, n_outputs)
    intercepts : ndarray, shape (n_outputs,)
    penalty : float
        On the sum of the squared coefficients, against a sum over the training rows.
    output : {"identity", "sigmoid", "softmax"}
    """

    coefficients: Array
    intercepts: Array
    penalty: float
    output: Output

    def logits(self, x: Array) -> Array:
        """Return the weighted sums for rows of inputs, shape (n_rows, n_outputs)."""
        sums: Array = x @ self.coefficients + self.intercepts
        return sums

    def predict(self, x: Array) -> Array:
        """Return scaled values or probabilities, shape (n_rows, n_outputs)."""
        return apply_output(self.output, self.logits(x))


def fit_linear(
    dataset: Dataset, training: TrainingConfig, cancelled: Callable[[], bool] = lambda: False
) -> LinearModel | None:
    """Fit the linear model on the rows, encoded inputs and weights that the network has.

    Parameters
    ----------
    dataset : Dataset
    training : TrainingConfig
        Its loss says which model, and chooses the penalty on the validation rows; its class weights count.
    cancelled : callable
        Polled on the way.

    Returns
    -------
    LinearModel or None
        None when there are too many inputs and rows to solve for.

    Raises
    ------
    Cancelled
        If `cancelled` returned True.
    """
    train, validation, output = dataset.train, dataset.validation, training.loss.output
    # A number in pieces is no straight line: the pieces are the network's, not the linear model's.
    plain = list(dataset.plain_features) if dataset.piecewise else slice(None)
    x, y = np.asarray(train.x[:, plain], float), np.asarray(train.y, float)
    if output == "identity" and min(x.shape) > LARGEST:
        return None
    weights = sample_weights(training, dataset, train)
    solver = (
        RidgePath(x, y, weights, cancelled)
        if output == "identity"
        else LogisticRegression(x, y, output, weights, cancelled)
    )
    choice = PENALTIES if output == "identity" else CLASS_PENALTIES
    options: dict[str, float] = {}
    if x.size * y.shape[1] > LARGE and output != "identity":
        options["tolerance"] = TOLERANCE_OF_LARGE
    judged = sample_weights(training, dataset, validation)
    best, lowest = None, np.inf
    for share in choice if len(validation) else (WITHOUT_CHOICE,):
        penalty = share * len(x)
        slopes, intercepts = solver.solve(penalty, **options)
        coefficients = np.zeros((dataset.n_features, y.shape[1]))
        coefficients[plain] = slopes
        model = LinearModel(coefficients, intercepts, penalty, output)
        if not len(validation):
            return model
        loss = training.loss(model.logits(validation.x), np.asarray(validation.y, float), judged)
        if best is None or loss < lowest:
            best, lowest = model, loss
    return best
