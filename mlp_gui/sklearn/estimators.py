"""The two estimators."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.base import ClassifierMixin, RegressorMixin
from sklearn.utils.multiclass import check_classification_targets, unique_labels
from sklearn.utils.validation import column_or_1d

from mlp_gui.core.dataset import Task
from mlp_gui.engine.metrics.metric import both_classes
from mlp_gui.sklearn.given_values import (
    Numbers,
    fit_column_scaling,
)
from mlp_gui.sklearn.perceptron import MultiLayerPerceptron


class MLPRegressor(RegressorMixin, MultiLayerPerceptron):
    """A multi-layer perceptron that predicts numbers, one target or several.

    Parameters
    ----------
    hidden : sequence of int
        Units of the hidden layers; none at all gives linear regression.
    activation : str or dict
        Of every hidden layer.
    loss, optimizer, schedule : str or dict
        A name, or a name with its settings: ``{"name": "adam", "beta_1": 0.95}``. Without a loss, that of the task.
    learning_rate, batch_size, shuffle, epochs, l1, l2, weight_decay, dropout, averaging
        As the options of ``mlp-gui train``; ``mlp-gui train --help`` says what they do.
    scale, scale_target : {"standard", "minmax", "robust", "none"}
        Of the inputs and of the targets, fitted on the rows that are given.
    pieces : int
        In how many pieces each input of 30 or more different values also enters; 0 for none.
    random_state : int, RandomState or None
        The seed of the initial weights and of the shuffling.
    settings : dict, optional
        Further settings: ``{"training": {"clip": "norm"}}``.

    Attributes
    ----------
    coefs_, intercepts_ : list of ndarray
        Of each layer, for scaled inputs: of shape (fan_in, units) and (units,).
    loss_curve_ : list of float
        The training loss of each epoch.
    n_epochs_ : int
        Epochs that were trained.
    """

    @property
    def _task(self) -> Task:
        return Task.REGRESSION

    def _read_targets(self, y: Any, classes: ArrayLike | None = None) -> Numbers:
        values = np.asarray(y, np.float64)
        self._flat = values.ndim == 1
        return values.reshape(len(values), -1)

    def _fit_target_scaling(self, y: Numbers, weights: Numbers | None) -> tuple[Numbers, Numbers]:
        return fit_column_scaling(self.scale_target, y, weights)

    def partial_fit(self, X: Any, y: Any, sample_weight: ArrayLike | None = None) -> Self:
        """Train one epoch on these rows, going on from where the last call left off.

        The first call decides the scaling. Parameters are those of `fit`.
        """
        return self._partial_fit(X, y, sample_weight)

    def predict(self, X: Any) -> Numbers:
        """Predict, of shape (n_rows,) for one target given as a column of numbers, else (n_rows, n_targets)."""
        outputs = self._outputs(X)
        values: Numbers = outputs[:, 0] if self._flat else outputs
        return values

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.target_tags.multi_output = True
        return tags


class MLPClassifier(ClassifierMixin, MultiLayerPerceptron):
    """A multi-layer perceptron that predicts one of two classes or of several.

    Parameters and attributes are those of `MLPRegressor`.

    Attributes
    ----------
    classes_ : ndarray of shape (n_classes,)
        In the order of the columns of `predict_proba`.
    """

    _numeric = False

    @property
    def _task(self) -> Task:
        return Task.BINARY if len(self.classes_) == 2 else Task.MULTICLASS

    def _read_targets(self, y: Any, classes: ArrayLike | None = None) -> Numbers:
        if np.ndim(y) == 2 and np.shape(y)[1] == 1:
            y = column_or_1d(y, warn=True)
        if np.ndim(y) != 1:
            raise ValueError(f"y has shape {np.shape(y)}: one column of classes is needed, not several.")
        check_classification_targets(y)
        self.classes_ = unique_labels(y) if classes is None else np.unique(np.asarray(classes))
        if len(self.classes_) < 2:
            raise ValueError("There is nothing to tell apart: the target has only one class.")
        unknown = np.setdiff1d(y, self.classes_)
        if len(unknown):
            raise ValueError(f"The class {unknown[0]!r} is not among the classes {list(self.classes_)}.")
        codes = np.searchsorted(self.classes_, y)
        if len(self.classes_) == 2:
            return np.asarray(codes[:, None], np.float64)
        one_hot: Numbers = (codes[:, None] == np.arange(len(self.classes_))).astype(np.float64)
        return one_hot

    def _known_classes(self) -> ArrayLike | None:
        known: ArrayLike = self.classes_
        return known

    def _fit_target_scaling(self, y: Numbers, weights: Numbers | None) -> tuple[Numbers, Numbers]:
        return np.zeros(y.shape[1]), np.ones(y.shape[1])

    def partial_fit(
        self, X: Any, y: Any, classes: ArrayLike | None = None, sample_weight: ArrayLike | None = None
    ) -> Self:
        """Train one epoch on these rows, going on from where the last call left off.

        The first call decides the scaling, and `classes` which classes there are: those of `y` when it is omitted.
        The other parameters are those of `fit`.
        """
        return self._partial_fit(X, y, sample_weight, classes)

    def predict_proba(self, X: Any) -> Numbers:
        """Return the probability of each class, of shape (n_rows, n_classes)."""
        outputs = self._outputs(X)
        found = both_classes(outputs[:, 0]) if outputs.shape[1] == 1 else outputs
        return np.asarray(found, np.float64)

    def predict(self, X: Any) -> NDArray[Any]:
        """Return the likeliest class of each row, of shape (n_rows,)."""
        outputs = self._outputs(X)
        codes = (outputs[:, 0] >= 0.5).astype(int) if outputs.shape[1] == 1 else outputs.argmax(axis=1)
        return np.asarray(self.classes_[codes])
