"""Levenberg-Marquardt: between Gauss-Newton and gradient descent, for squared errors and small networks."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from mlp_gui.core.params import param
from mlp_gui.core.translation import tr
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.tape import Array, append_ones
from mlp_gui.engine.optimizers.base import FullBatchOptimizer, Objective, UpdateArrays, optimizers


@optimizers.register("levenberg_marquardt", "Levenberg-Marquardt (all rows)", aliases=("lm", "trainlm"))
@dataclass(frozen=True)
class LevenbergMarquardt(FullBatchOptimizer):
    """θ ← θ − (H + μ I)⁻¹ g with H = 2 JᵀJ / n from the Jacobian J of the outputs (Hagan & Menhaj 1994).

    μ falls after a step that makes the loss smaller; a step that does not is taken back and μ rises, until a step
    succeeds or μ passes its limit. MATLAB's default for small tables, with its default numbers. u.count holds μ.
    """

    mu: float = param(
        0.001, "Initial damping", low=0, low_open=True, high=1e10, scale="log", symbol="μ", help="μ at the start."
    )
    fall: float = param(
        0.1,
        "Damping falls by",
        low=0,
        low_open=True,
        high=1,
        high_open=True,
        live=True,
        advanced=True,
        help="Factor on μ after a success.",
    )
    rise: float = param(
        10.0,
        "Damping rises by",
        low=1,
        low_open=True,
        high=1e6,
        live=True,
        advanced=True,
        help="Factor on μ after a failure.",
    )
    mu_max: float = param(
        1e10,
        "Largest damping",
        low=0,
        low_open=True,
        high=1e100,
        scale="log",
        live=True,
        advanced=True,
        help="The run ends when μ passes it.",
    )
    min_gradient: float = param(
        1e-7,
        "Smallest gradient",
        low=0,
        high=1,
        scale="log",
        live=True,
        advanced=True,
        help="The run ends when the gradient's norm is below.",
    )

    needs_squares = True
    largest = 4000  # the square matrix then takes 128 MB
    equation = "θ ← θ − (2 JᵀJ/n + μ I)⁻¹ g"
    code = "theta -= np.linalg.solve(2 * J.T @ J / n + mu * np.eye(len(theta)), g)"

    def step(self, objective: Objective, u: UpdateArrays) -> str:
        value, gradient = objective.slope(u.theta)
        u.gradient[:] = gradient
        length = math.sqrt(float(gradient @ gradient))
        if length < self.min_gradient:
            return tr("the gradient's norm {norm:.3g} is below {limit:g}", norm=length, limit=self.min_gradient)
        # In double precision also for float32 networks: JᵀJ squares the condition of J.
        start, curvature = u.theta.copy(), np.asarray(objective.curvature(u.theta), float)
        # u.count is 0 before the first step. `diagonal` is a view that writes into the matrix: μ needs no second one.
        mu, diagonal = float(u.count) or self.mu, np.einsum("ii->i", curvature)
        plain = diagonal.copy()
        while mu <= self.mu_max:
            diagonal[:] = plain + mu
            candidate = start - _solve(curvature, u.gradient)
            # A loss of inf or nan fails the comparison too, and μ rises.
            if objective.value(candidate) < value:
                u.theta[:] = candidate
                u.count[...] = max(mu * self.fall, 1e-20)  # never 0, which means "not begun"
                return ""
            mu *= self.rise
        u.count[...], u.theta[:] = self.mu, start
        return tr("no step makes the loss smaller, up to the damping {damping:g}", damping=self.mu_max)


def _solve(matrix: Array, vector: Array) -> Array:
    """Return matrix⁻¹ vector; infinite when the matrix is singular to rounding, so that the step fails and μ rises."""
    try:
        return np.linalg.solve(matrix, vector)
    except np.linalg.LinAlgError:
        return np.full_like(vector, np.inf)


def jacobian(network: Network, x: Array) -> Array:
    """Compute ∂z/∂θ of the last layer's z by backpropagation.

    Parameters
    ----------
    network : Network
    x : ndarray, shape (n_rows, n_inputs)

    Returns
    -------
    ndarray, shape (n_rows, n_outputs, n_parameters)
    """
    dtype = network.theta.dtype
    inputs, slopes = [append_ones(x, dtype)], []
    for k, f in enumerate(network.activations):
        z = inputs[-1] @ network.matrices[k]
        slopes.append(f.derivative(z))
        inputs.append(append_ones(f(z), dtype))
    rows, outputs, slices = len(x), network.sizes[-1], list(network.layout.layer_slices())
    result = np.empty((rows, outputs, network.n_parameters), network.theta.dtype)
    # One way back for each output; all rows go together.
    for j in range(outputs):
        delta = np.zeros((rows, outputs), network.theta.dtype)
        delta[:, j] = 1
        for k in range(network.n_layers - 1, -1, -1):
            result[:, j, slices[k]] = (inputs[k][:, :, None] * delta[:, None, :]).reshape(rows, -1)
            if k:
                delta = (delta @ network.weights(k).T) * slopes[k - 1]
    return result
