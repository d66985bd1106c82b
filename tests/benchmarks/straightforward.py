"""A perceptron in numpy as a tutorial writes it: layers as classes, new arrays for every result. The baseline."""

from __future__ import annotations

import itertools

import numpy as np


class Dense:
    def __init__(self, rng: np.random.Generator, fan_in: int, fan_out: int, dtype: str) -> None:
        limit = np.sqrt(6 / (fan_in + fan_out))
        self.weights = rng.uniform(-limit, limit, (fan_in, fan_out)).astype(dtype)
        self.biases = np.zeros((1, fan_out), dtype)

    def forward(self, inputs):
        self.inputs = inputs
        return np.dot(inputs, self.weights) + self.biases

    def backward(self, delta, l2):
        self.weights_gradient = np.dot(self.inputs.T, delta) + l2 * self.weights
        self.biases_gradient = np.sum(delta, axis=0, keepdims=True)
        return np.dot(delta, self.weights.T)


class Sigmoid:
    def forward(self, inputs):
        self.outputs = 1.0 / (1.0 + np.exp(-inputs))
        return self.outputs

    def backward(self, delta):
        return delta * self.outputs * (1.0 - self.outputs)


class ReLU:
    def forward(self, inputs):
        self.inputs = inputs
        return np.maximum(0, inputs)

    def backward(self, delta):
        return delta * (self.inputs > 0)


class Dropout:
    def __init__(self, rng: np.random.Generator, rate: float) -> None:
        self.rng, self.rate = rng, rate

    def forward(self, inputs):
        self.mask = self.rng.binomial(1, 1 - self.rate, size=inputs.shape) / (1 - self.rate)
        return inputs * self.mask

    def backward(self, delta):
        return delta * self.mask


class SGD:
    def __init__(self, rate: float) -> None:
        self.rate = rate

    def update(self, layer: Dense) -> None:
        layer.weights -= self.rate * layer.weights_gradient
        layer.biases -= self.rate * layer.biases_gradient


class Adam:
    def __init__(self, rate: float, beta_1: float = 0.9, beta_2: float = 0.999, epsilon: float = 1e-8) -> None:
        self.rate, self.beta_1, self.beta_2, self.epsilon = rate, beta_1, beta_2, epsilon
        self.state: dict = {}

    def update(self, layer: Dense) -> None:
        for name in ("weights", "biases"):
            gradient = getattr(layer, f"{name}_gradient")
            m, v, t = self.state.get((layer, name), (np.zeros_like(gradient), np.zeros_like(gradient), 0))
            t += 1
            m = self.beta_1 * m + (1 - self.beta_1) * gradient
            v = self.beta_2 * v + (1 - self.beta_2) * gradient**2
            m_hat = m / (1 - self.beta_1**t)
            v_hat = v / (1 - self.beta_2**t)
            setattr(layer, name, getattr(layer, name) - self.rate * m_hat / (np.sqrt(v_hat) + self.epsilon))
            self.state[layer, name] = (m, v, t)


class Perceptron:
    """sizes: units per layer; activation: class of the hidden layers."""

    def __init__(
        self, sizes, activation, optimizer, batch, dtype="float64", dropout=0.0, l2=0.0, shuffle=False
    ) -> None:
        self.rng = np.random.default_rng(0)
        self.layers = []
        for k, (fan_in, fan_out) in enumerate(itertools.pairwise(sizes)):
            self.layers.append(Dense(self.rng, fan_in, fan_out, dtype))
            if k < len(sizes) - 2:
                self.layers.append(activation())
                if dropout:
                    self.layers.append(Dropout(self.rng, dropout))
        self.optimizer, self.batch, self.l2, self.shuffle = optimizer, batch, l2, shuffle
        self.best, self.waited = np.inf, 0

    def forward(self, x, training):
        for layer in self.layers:
            if training or not isinstance(layer, Dropout):
                x = layer.forward(x)
        return x

    def backward(self, delta) -> None:
        for layer in reversed(self.layers):
            delta = layer.backward(delta, self.l2) if isinstance(layer, Dense) else layer.backward(delta)

    def epoch(self, x, y, x_validation, y_validation):
        """One epoch with validation and the count of early stopping; (training loss, validation loss)."""
        losses = []
        order = self.rng.permutation(len(x)) if self.shuffle else None
        for start in range(0, len(x), self.batch):
            rows = slice(start, start + self.batch)
            if order is not None:
                rows = order[rows]
            x_batch, y_batch = x[rows], y[rows]
            predicted = self.forward(x_batch, training=True)
            losses.append(np.mean((predicted - y_batch) ** 2))
            self.backward(2 * (predicted - y_batch) / y_batch.size)
            for layer in self.layers:
                if isinstance(layer, Dense):
                    self.optimizer.update(layer)
        validation = (
            np.mean((self.forward(x_validation, training=False) - y_validation) ** 2) if len(x_validation) else 0
        )
        if validation < self.best:
            self.best, self.waited = validation, 0
        else:
            self.waited += 1
        return np.mean(losses), validation
