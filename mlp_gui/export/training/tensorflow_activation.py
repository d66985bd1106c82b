"""The activations as functions of TensorFlow that are exact in 64 bit."""

from __future__ import annotations

from mlp_gui.engine.network.activations import Activation
from mlp_gui.export.scripts.activation_code import activation_source, constants_of

# Keras computes these with constants that went through 32 bits, which is 1e-8 off.
_EXACT = {
    "gelu": "lambda a: a * 0.5 * tf.math.erfc(a * -0.7071067811865476)",
    "elu": "lambda a: tf.maximum(a, 0.0) + {alpha!r} * tf.math.expm1(tf.minimum(a, 0.0))",
    "selu": "lambda a: {scale!r} * (tf.maximum(a, 0.0) + {alpha!r} * tf.math.expm1(tf.minimum(a, 0.0)))",
    "leaky_relu": "lambda a: tf.maximum(a, {alpha!r} * a)",
}

_BY_NAME = {
    "identity": "tf.identity",
    "sigmoid": "tf.sigmoid",
    "tanh": "tf.tanh",
    "relu": "tf.nn.relu",
    "softplus": "tf.math.softplus",
    "silu": "tf.nn.silu",
}


def tensorflow_activation(activation: Activation) -> str | None:
    """Write an activation as an expression that gives a function of a tensor; None where TensorFlow lacks it.

    Parameters
    ----------
    activation : Activation
    """
    name = activation_source(activation, "keras")
    if name is None or activation.name not in _EXACT | _BY_NAME:
        return None
    return (_EXACT | _BY_NAME)[activation.name].format(**constants_of(activation))
