"""What both estimators have in common: settings, scaling, training and outputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike
from sklearn.base import BaseEstimator
from sklearn.utils import check_random_state
from sklearn.utils.validation import check_is_fitted, validate_data

from mlp_gui.core.dataset import Dataset, SubsetData, Task, linear_pieces
from mlp_gui.core.serialization import from_json, merge_settings, to_json
from mlp_gui.data.preprocessing.input_fitting import piece_edges, piece_scalings
from mlp_gui.engine.network.losses import default_loss
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.sklearn.given_values import (
    Numbers,
    as_value_error,
    carried_over,
    family_member,
    fit_column_scaling,
    plain_values,
    read_weights,
)

ENDLESS = 1_000_000_000  # epochs: whoever feeds rows piece by piece says when it is enough


class MultiLayerPerceptron(BaseEstimator):
    """What both estimators have in common; `MLPRegressor` describes the parameters."""

    def __init__(
        self,
        hidden: Sequence[int] = (64,),
        activation: str | Mapping[str, Any] = "tanh",
        *,
        loss: str | Mapping[str, Any] | None = None,
        optimizer: str | Mapping[str, Any] = "adam",
        learning_rate: float = 0.01,
        schedule: str | Mapping[str, Any] = "constant",
        batch_size: int = 200,
        shuffle: bool = True,
        epochs: int = 200,
        l1: float = 0.0,
        l2: float = 0.0,
        weight_decay: float = 0.0,
        dropout: float = 0.0,
        averaging: float = 0.0,
        scale: str = "standard",
        scale_target: str = "standard",
        pieces: int = 0,
        random_state: Any = 0,
        settings: Mapping[str, Any] | None = None,
    ) -> None:
        self.hidden = hidden
        self.activation = activation
        self.loss = loss
        self.optimizer = optimizer
        self.learning_rate = learning_rate
        self.schedule = schedule
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.epochs = epochs
        self.l1, self.l2 = l1, l2
        self.weight_decay = weight_decay
        self.dropout = dropout
        self.averaging = averaging
        self.scale, self.scale_target = scale, scale_target
        self.pieces = pieces
        self.random_state = random_state
        self.settings = settings

    # --- what the two kinds differ in ------------------------------------------------------------------------

    def _read_targets(self, y: Any, classes: ArrayLike | None = None) -> Numbers:
        raise NotImplementedError

    @property
    def _task(self) -> Task:
        raise NotImplementedError

    def _fit_target_scaling(self, y: Numbers, weights: Numbers | None) -> tuple[Numbers, Numbers]:
        raise NotImplementedError

    # --- fitting ---------------------------------------------------------------------------------------------

    def fit(self, X: Any, y: Any, sample_weight: ArrayLike | None = None) -> Self:
        """Train on all rows, from fresh weights.

        Parameters
        ----------
        X : array-like of shape (n_rows, n_inputs)
        y : array-like of shape (n_rows,) or (n_rows, n_targets)
        sample_weight : array-like of shape (n_rows,), optional
            How much each row counts in the loss, and in the scaling; a row of weight 0 is not used at all.

        Returns
        -------
        self

        Raises
        ------
        ValueError
            If there is nothing to learn, or a setting is wrong; it says which.
        """
        x, targets, weights = self._checked(X, y, sample_weight)
        with as_value_error():
            self._fit_scaling(x, targets, weights)
            trainer = Trainer(self._config(self.epochs), self._dataset(x, targets, weights))
            for _ in trainer.epochs():
                pass
            self._keep(trainer)
        return self

    def _partial_fit(self, X: Any, y: Any, sample_weight: ArrayLike | None, classes: ArrayLike | None = None) -> Self:
        first = not hasattr(self, "_state")
        x, targets, weights = self._checked(X, y, sample_weight, first, classes)
        with as_value_error():
            if first:
                self._fit_scaling(x, targets, weights)
            trainer = Trainer(self._config(ENDLESS), self._dataset(x, targets, weights))
            if not first:
                trainer.restore(carried_over(self._state, trainer.state(with_history=False), len(x)))
            trainer.step_epoch()
            self._keep(trainer)
        return self

    def _checked(
        self, X: Any, y: Any, sample_weight: ArrayLike | None, reset: bool = True, classes: ArrayLike | None = None
    ) -> tuple[Numbers, Numbers, Numbers | None]:
        """Return rows, targets of shape (n_rows, n_outputs) and weights, without rows that do not count."""
        x, y = validate_data(self, X, y, dtype=np.float64, multi_output=True, y_numeric=self._numeric, reset=reset)
        weights = read_weights(sample_weight, x)
        if weights is not None:
            counts = weights > 0
            x, y, weights = x[counts], y[counts], weights[counts]
            weights = None if (weights == weights[0]).all() else weights
        return x, self._read_targets(y, classes if reset else self._known_classes()), weights

    _numeric = True

    def _known_classes(self) -> ArrayLike | None:
        return None

    def _fit_scaling(self, x: Numbers, targets: Numbers, weights: Numbers | None) -> None:
        self.input_shift_, self.input_scale_ = fit_column_scaling(self.scale, x, weights)
        self.piece_edges_ = [piece_edges(column, self.pieces) for column in x.T]
        self._piece_scalings = [np.array(piece_scalings(*pair)) for pair in zip(x.T, self.piece_edges_, strict=True)]
        self.target_shift_, self.target_scale_ = self._fit_target_scaling(targets, weights)

    def _encoded(self, x: Numbers) -> Numbers:
        """Scale the inputs; behind them stand the pieces of each."""
        parts = [(x - self.input_shift_) / self.input_scale_]
        for column, edges, scaling in zip(x.T, self.piece_edges_, self._piece_scalings, strict=True):
            if edges:
                parts.append((linear_pieces(column, edges) - scaling[:, 0]) / scaling[:, 1])
        return np.hstack(parts)

    def _dataset(self, x: Numbers, targets: Numbers, weights: Numbers | None) -> Dataset:
        scaled = self._encoded(x)
        y = (targets - self.target_shift_) / self.target_scale_
        train = SubsetData(scaled, y, np.arange(len(x)), weights)
        none = SubsetData(np.zeros((0, scaled.shape[1])), np.zeros((0, y.shape[1])), np.arange(0))
        inputs = tuple(str(name) for name in getattr(self, "feature_names_in_", range(x.shape[1])))
        n_pieces = (max(0, len(edges) - 1) for edges in self.piece_edges_)
        inputs += tuple(f"piece {k + 1} of {name}" for name, n in zip(inputs, n_pieces, strict=True) for k in range(n))
        names = ("y",) if self._task.is_classification else tuple(f"y{k}" for k in range(y.shape[1]))
        kinds = tuple(map(str, getattr(self, "classes_", ())))
        return Dataset(train, none, none, inputs, names, self._task, kinds, self.target_shift_, self.target_scale_)

    def _config(self, epochs: int) -> RunConfig:
        """Return the settings as the program declares them, which also checks them."""
        state = self.random_state
        seed = int(state) if isinstance(state, int | np.integer) else int(check_random_state(state).randint(2**31 - 1))
        loss = default_loss(self._task).name if self.loss is None else self.loss
        layers = [{"units": int(units), "activation": family_member(self.activation)} for units in self.hidden]
        members = {"loss": loss, "optimizer": self.optimizer, "schedule": self.schedule}
        names = ("learning_rate", "batch_size", "shuffle", "l1", "l2", "weight_decay", "dropout", "averaging")
        training = {name: getattr(self, name) for name in names} | {n: family_member(m) for n, m in members.items()}
        given = {
            "network": {"hidden": layers, "seed": seed},
            "training": {**training, "max_epochs": epochs, "seed": seed, "stopping": {"enabled": False}},
        }
        asked = merge_settings(to_json(RunConfig()), plain_values(given))
        return from_json(RunConfig, merge_settings(asked, plain_values(self.settings or {})))

    def _keep(self, trainer: Trainer) -> None:
        network = trainer.network.copy()
        network.theta[:] = trainer.result_theta()  # in place: the matrices are views of it
        self._network, self._state = network, trainer.state(with_history=False)
        self.coefs_ = [network.weights(k).copy() for k in range(network.n_layers)]
        self.intercepts_ = [network.biases(k).copy() for k in range(network.n_layers)]
        self.loss_curve_ = trainer.history.train_loss.tolist()
        self.n_epochs_ = trainer.epoch

    # --- predicting ------------------------------------------------------------------------------------------

    def _outputs(self, X: Any) -> Numbers:
        check_is_fitted(self, "coefs_")
        x = validate_data(self, X, dtype=np.float64, reset=False)
        outputs = self._network.predict(self._encoded(x))
        return np.asarray(outputs * self.target_scale_ + self.target_shift_, np.float64)
