"""The settings of a network: its layers, and how their weights start."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.core.params import Config, param
from mlp_gui.core.search_range import SearchRange
from mlp_gui.engine.network.activations import Activation, Tanh, activations
from mlp_gui.engine.network.initializers import (
    BiasInitializer,
    GlorotUniform,
    Initializer,
    ZeroBias,
    bias_initializers,
    initializers,
)


@dataclass(frozen=True)
class LayerConfig(Config):
    """One hidden layer."""

    units: int = param(
        10,
        "Units",
        low=1,
        high=100_000,
        also_called="scikit-learn hidden_layer_sizes, Keras Dense(units)",
        search=SearchRange(4, 128, is_log=True),
        help="How many units the layer has.",
    )
    activation: Activation = param(
        Tanh(),
        "Activation",
        family=activations,
        search=SearchRange(choices=("tanh", "relu", "silu")),
        also_called="scikit-learn activation, Keras activation",
        help="What a unit makes of its weighted sum.",
    )


@dataclass(frozen=True)
class NetworkConfig(Config):
    """The layers and how their weights start."""

    hidden: tuple[LayerConfig, ...] = param(
        (LayerConfig(10, Tanh()),),
        "Hidden layers",
        search=SearchRange(1, 3),
        help="From the inputs to the outputs. None at all gives linear regression, or logistic regression for classes.",
    )
    initializer: Initializer = param(
        GlorotUniform(),
        "Initial weights",
        family=initializers,
        also_called="Keras kernel_initializer",
        help="The distribution the weights are drawn from.",
    )
    bias_initializer: BiasInitializer = param(
        ZeroBias(),
        "Initial biases",
        family=bias_initializers,
        advanced=True,
        also_called="Keras bias_initializer",
        help="Where the biases start.",
    )
    seed: int = param(
        0,
        "Seed of the weights",
        low=0,
        high=2**32 - 1,
        also_called="scikit-learn random_state",
        help="The same seed draws the same weights.",
    )
    seed_each_layer: bool = param(
        False,
        "Same seed for each layer",
        advanced=True,
        help="Every layer starts a generator of its own with the seed (the tutorial's way). "
        "Otherwise one generator draws all layers.",
    )
    dtype: str = param(
        "float64",
        "Precision",
        choices=(("float64", "64 bit"), ("float32", "32 bit")),
        advanced=True,
        help="32 bit halves the memory and is faster for large networks.",
    )
