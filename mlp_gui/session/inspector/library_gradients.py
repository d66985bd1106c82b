"""Loss and gradients of a trace by other libraries, each imported only when it is asked."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np

from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.tracing.trace import Trace
from mlp_gui.engine.training.regularization import weight_mask
from mlp_gui.export.scripts.activation_code import activation_source
from mlp_gui.export.training.loss_source import loss_source
from mlp_gui.export.training.tensorflow_activation import tensorflow_activation

Answer = tuple[float, Array]  # loss with penalties, gradient (parameters,)


def double_network(trace: Trace) -> Network:
    """Return the trace's weights in double precision."""
    activations = tuple(layer.activation for layer in trace.config.network.hidden)
    network = Network(trace.names.sizes, activations, trace.config.training.loss.output)
    network.theta[:] = trace.theta
    return network


# --- PyTorch -------------------------------------------------------------------------------------------------


def _torch_answer(trace: Trace) -> Answer:
    """Answer by autograd in double precision, with the batch's dropout masks and noise as they fell."""
    torch: Any = import_module("torch")

    def fixed(values: Any) -> Any:
        return torch.tensor(np.array(values, float))

    theta = fixed(trace.theta).requires_grad_()
    a, activations = fixed(trace.x.values), [layer.activation for layer in trace.config.network.hidden]
    for k, matrix in enumerate(trace.layout.split(theta)):
        a = a @ matrix[:-1] + matrix[-1]
        if k < len(activations):
            a = _torch_activation(torch, activations[k])(a)
        if k + 1 in trace.masks:
            a = a * fixed(trace.masks[k + 1].values)
    training, y = trace.config.training, fixed(trace.y.values)
    values = _value_of(loss_source(training.loss, "pytorch"), {"torch": torch, "np": np, "z": a, "t": y})
    if trace.weights is not None:
        values = values * fixed(trace.weights)
    weights = theta * fixed(weight_mask(double_network(trace)))
    loss = values.sum() * training.loss.share(*trace.y.shape)
    loss = loss + training.l1 * weights.abs().sum() + training.l2 / 2 * (weights * weights).sum()
    loss.backward()
    return float(loss.detach()), np.array(theta.grad.numpy(), float)


def _torch_activation(torch: Any, activation: Any) -> Callable[[Any], Any]:
    """Return the module that the exported script holds."""
    module: Callable[[Any], Any] = _value_of(activation_source(activation, "pytorch"), {"torch": torch})
    return module


def _value_of(source: str | None, names: dict[str, Any]) -> Any:
    """Compute an expression of an exported script: it is written from this program's own tables."""
    return eval(source or "", names)


# --- TensorFlow ----------------------------------------------------------------------------------------------


def _tensorflow_answer(trace: Trace) -> Answer:
    """Answer by a gradient tape in double precision, with the batch's dropout masks and noise as they fell."""
    tf: Any = import_module("tensorflow")

    def fixed(values: Any) -> Any:
        return tf.constant(np.array(values, float))

    theta, a = tf.Variable(np.array(trace.theta, float)), fixed(trace.x.values)
    activations = [layer.activation for layer in trace.config.network.hidden]
    training, y, network = trace.config.training, fixed(trace.y.values), double_network(trace)
    with tf.GradientTape() as tape:
        start = 0
        for k, shape in enumerate(matrix.shape for matrix in network.matrices):
            end = start + shape[0] * shape[1]
            matrix = tf.reshape(theta[start:end], shape)
            start, a = end, a @ matrix[:-1] + matrix[-1]
            if k < len(activations):
                a = _value_of(tensorflow_activation(activations[k]), {"tf": tf})(a)
            if k + 1 in trace.masks:
                a = a * fixed(trace.masks[k + 1].values)
        values = _value_of(loss_source(training.loss, "tensorflow"), {"tf": tf, "np": np, "z": a, "t": y})
        if trace.weights is not None:
            values = values * fixed(trace.weights)
        weights = theta * fixed(weight_mask(network))
        loss = tf.reduce_sum(values) * training.loss.share(*trace.y.shape)
        loss += training.l1 * tf.reduce_sum(tf.abs(weights)) + training.l2 / 2 * tf.reduce_sum(weights * weights)
    return float(loss), np.array(tape.gradient(loss, theta), float)


# --- scikit-learn --------------------------------------------------------------------------------------------


def _sklearn_answer(trace: Trace) -> Answer:
    """Answer by scikit-learn's own backpropagation, given our weights.

    Its squared error has a factor 1/2, its gradient is not divided by the outputs, its alpha is divided by the rows.
    """
    neural: Any = import_module("sklearn.neural_network")
    training, network = trace.config.training, double_network(trace)
    x, y = np.array(trace.x.values, float), np.array(trace.y.values, float)
    rows, outputs = y.shape
    hidden = trace.config.network.hidden
    kind = neural.MLPRegressor if training.loss.name == "mse" else neural.MLPClassifier
    model = kind(activation=activation_source(hidden[0].activation, "sklearn") if hidden else "identity", alpha=0.0)
    # There is no public way to the gradients: an unfitted model gets the attributes that `_backprop` reads.
    model.coefs_ = [network.weights(k).copy() for k in range(network.n_layers)]
    model.intercepts_ = [network.biases(k).copy() for k in range(network.n_layers)]
    model.n_layers_, model.n_outputs_ = network.n_layers + 1, outputs
    model.out_activation_ = {"mse": "identity", "bce": "logistic", "ce": "softmax"}[training.loss.name]
    arrays = [x, *(np.empty((rows, n)) for n in network.sizes[1:])]
    deltas = [np.empty((rows, n)) for n in network.sizes[1:]]
    slopes = [np.empty_like(w) for w in model.coefs_]
    bias_slopes = [np.empty_like(b) for b in model.intercepts_]
    weighs = "sample_weight" in inspect.signature(model._backprop).parameters  # since version 1.7
    last = (arrays, deltas, slopes, bias_slopes)

    def parts(alpha: float) -> Answer:
        model.alpha = alpha
        loss, w, b = model._backprop(x, y, *((None,) if weighs else ()), *last)
        return float(loss), np.concatenate([np.vstack([m, v]).reshape(-1) for m, v in zip(w, b, strict=True)])

    # Only the part without the penalty has other factors than ours, so both are asked for apart.
    plain, penalised = parts(0.0), parts(training.l2 * rows)
    loss_factor, factor = {"mse": (2.0, 2.0 / outputs), "bce": (1.0 / outputs, 1.0 / outputs)}.get(
        training.loss.name, (1.0, 1.0)
    )
    return loss_factor * plain[0] + penalised[0] - plain[0], factor * plain[1] + penalised[1] - plain[1]


ANSWERS: dict[str, Callable[[Trace], Answer]] = {
    "torch": _torch_answer,
    "tensorflow": _tensorflow_answer,
    "sklearn": _sklearn_answer,
}
