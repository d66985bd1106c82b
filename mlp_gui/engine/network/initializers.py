"""Initializers: the distribution from which a layer's weights are drawn before training."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.random import Generator

from mlp_gui.core.params import Config, param
from mlp_gui.core.registry import Registry
from mlp_gui.engine.network.tape import Array

initializers: Registry[Initializer] = Registry("initializer")


class Initializer(Config):
    """Draws weights; always in float64, so that float32 and float64 networks start alike."""

    name: ClassVar[str]
    label: ClassVar[str]

    def draw(self, rng: Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
        """Draw an array.

        Parameters
        ----------
        rng : Generator
        fan_in, fan_out : int
            Units of the layer before and of the layer itself.
        shape : tuple of int
            (fan_in, fan_out) for weights, (fan_out,) for biases.
        """
        raise NotImplementedError


def _uniform(rng: Generator, variance: float, shape: tuple[int, ...]) -> Array:
    # A uniform distribution between -c and c has the variance c²/3.
    limit = math.sqrt(3 * variance)
    return rng.uniform(-limit, limit, shape)


@initializers.register("glorot_uniform", "Glorot uniform (Xavier)", aliases=("glorot", "xavier"))
@dataclass(frozen=True)
class GlorotUniform(Initializer):
    """Uniform in +-sqrt(3 s) with s = 1 / max(1, (fan_in + fan_out) / 2) (Glorot & Bengio 2010)."""

    def draw(self, rng: Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
        return _uniform(rng, 1 / max(1.0, (fan_in + fan_out) / 2), shape)


@initializers.register("glorot_normal", "Glorot normal (Xavier)")
@dataclass(frozen=True)
class GlorotNormal(Initializer):
    """Normal with variance 2 / (fan_in + fan_out) (Glorot & Bengio 2010)."""

    def draw(self, rng: Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
        return rng.normal(0, math.sqrt(2 / (fan_in + fan_out)), shape)


@initializers.register("he_uniform", "He uniform (Kaiming)", aliases=("he", "kaiming"))
@dataclass(frozen=True)
class HeUniform(Initializer):
    """Uniform with variance 2 / fan_in, made for relu (He et al. 2015)."""

    def draw(self, rng: Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
        return _uniform(rng, 2 / fan_in, shape)


@initializers.register("he_normal", "He normal (Kaiming)")
@dataclass(frozen=True)
class HeNormal(Initializer):
    """Normal with variance 2 / fan_in, made for relu (He et al. 2015)."""

    def draw(self, rng: Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
        return rng.normal(0, math.sqrt(2 / fan_in), shape)


@initializers.register("lecun_uniform", "LeCun uniform")
@dataclass(frozen=True)
class LeCunUniform(Initializer):
    """Uniform with variance 1 / fan_in (LeCun et al. 1998)."""

    def draw(self, rng: Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
        return _uniform(rng, 1 / fan_in, shape)


@initializers.register("lecun_normal", "LeCun normal")
@dataclass(frozen=True)
class LeCunNormal(Initializer):
    """Normal with variance 1 / fan_in, made for selu (LeCun et al. 1998)."""

    def draw(self, rng: Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
        return rng.normal(0, math.sqrt(1 / fan_in), shape)


@initializers.register("standard_normal", "Standard normal", aliases=("normal",))
@dataclass(frozen=True)
class StandardNormal(Initializer):
    """Normal with mean 0 and variance 1, whatever the layer's size."""

    def draw(self, rng: Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
        return rng.standard_normal(shape)


@initializers.register("orthogonal", "Orthogonal")
@dataclass(frozen=True)
class Orthogonal(Initializer):
    """Orthonormal rows or columns, from the QR decomposition of a normal matrix (Saxe et al. 2014)."""

    gain: float = param(1.0, "Gain", low=0, low_open=True, high=100, help="Factor on the orthonormal matrix.")

    def draw(self, rng: Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
        # Biases come as a vector: a matrix of one row.
        rows, columns = shape if len(shape) == 2 else (1, shape[0])
        q, r = np.linalg.qr(rng.standard_normal((max(rows, columns), min(rows, columns))))
        # QR fixes the signs by convention; undoing that makes all orthogonal matrices equally likely (Mezzadri 2007).
        q = q * np.sign(np.diag(r))
        return (self.gain * (q if rows >= columns else q.T)).reshape(shape)


@initializers.register("zeros", "Zeros")
@dataclass(frozen=True)
class Zeros(Initializer):
    """All weights 0. Every unit of a layer then learns the same: shown to be seen, not to be used."""

    def draw(self, rng: Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
        return np.zeros(shape)


# --- biases ---------------------------------------------------------------------------------------------------

bias_initializers: Registry[BiasInitializer] = Registry("bias initializer")


class BiasInitializer(Config):
    """Draws a layer's biases after its weights, from the same generator."""

    name: ClassVar[str]
    label: ClassVar[str]

    def draw(self, rng: Generator, fan_in: int, fan_out: int, weights: Initializer) -> Array:
        """Draw the biases of a layer.

        Parameters
        ----------
        rng : Generator
        fan_in, fan_out : int
            Units of the layer before and of the layer itself.
        weights : Initializer
            What the layer's weights were drawn with.

        Returns
        -------
        ndarray, shape (fan_out,)
        """
        raise NotImplementedError


@bias_initializers.register("zeros", "Zeros")
@dataclass(frozen=True)
class ZeroBias(BiasInitializer):
    """All biases 0."""

    def draw(self, rng: Generator, fan_in: int, fan_out: int, weights: Initializer) -> Array:
        return np.zeros(fan_out)


@bias_initializers.register("constant", "Constant")
@dataclass(frozen=True)
class ConstantBias(BiasInitializer):
    """All biases the same number."""

    value: float = param(0.1, "Value", low=-100, high=100, help="Every bias starts at this value.")

    def draw(self, rng: Generator, fan_in: int, fan_out: int, weights: Initializer) -> Array:
        return np.full(fan_out, self.value)


@bias_initializers.register("as_weights", "Same as the weights")
@dataclass(frozen=True)
class BiasAsWeights(BiasInitializer):
    """Drawn from the weights' own distribution, after them (the tutorial's first variant)."""

    def draw(self, rng: Generator, fan_in: int, fan_out: int, weights: Initializer) -> Array:
        return weights.draw(rng, fan_in, fan_out, (fan_out,))
