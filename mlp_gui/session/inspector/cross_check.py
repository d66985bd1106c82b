"""A second opinion on a trace: loss and gradients of the same weights and batch, by PyTorch or scikit-learn.

Neither is needed by the program; each is imported only when a check with it is asked for.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.network.losses import Huber
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.tracing.trace import Trace
from mlp_gui.engine.training.regularization import weight_mask
from mlp_gui.export.scripts.activation_code import Language, activation_source

LABELS = {"torch": "PyTorch", "sklearn": "scikit-learn"}  # the first that is installed is offered
LIMITS = {"float64": 1e-9, "float32": 1e-3}  # a larger relative difference is not rounding
_LANGUAGES: dict[str, Language] = {"torch": "pytorch", "sklearn": "sklearn"}
Answer = tuple[float, Array]  # loss with penalties, gradient (parameters,)


@dataclass(frozen=True)
class CrossCheck:
    """How far a library's loss and gradients are from those of the trace.

    Attributes
    ----------
    library : str
        With its version.
    loss_difference : float
        Relative, of the loss with its penalties.
    differences : tuple of float
        Of each layer's gradient, relative to its largest number.
    limit : float
        What still counts as rounding.
    clipped : bool
        Whether the gradient of the batch is clipped.
    """

    library: str
    loss_difference: float
    differences: tuple[float, ...]
    limit: float
    clipped: bool = False

    @property
    def same(self) -> bool:
        """Whether the differences are rounding."""
        return max(self.loss_difference, *self.differences) <= self.limit

    @property
    def sentence(self) -> str:
        """The result in words."""
        largest = max(self.differences)
        if self.same:
            return tr(_SAME[self.clipped], library=self.library, difference=_short(largest))
        if largest <= self.limit:
            return tr(_OTHER_LOSS[self.clipped], library=self.library, difference=_short(self.loss_difference))
        layer = 1 + int(np.argmax(np.nan_to_num(self.differences, nan=np.inf)))
        difference = _short(self.differences[layer - 1])
        return tr(_OTHER_GRADIENTS[self.clipped], library=self.library, layer=layer, difference=difference)


_NO_TORCH = mark("PyTorch does not have {activation}, so it cannot check this network.")
# Of a batch whose gradient is not clipped, and of one whose is.
_SAME = (
    mark("{library} finds the same loss and the same gradients: the largest relative difference is {difference}."),
    mark(
        "{library} finds the same loss and the same gradients before clipping: "
        "the largest relative difference is {difference}."
    ),
)
_OTHER_LOSS = (
    mark("{library} finds the same gradients, but a loss that differs by {difference}."),
    mark("{library} finds the same gradients before clipping, but a loss that differs by {difference}."),
)
_OTHER_GRADIENTS = (
    mark("{library} finds other gradients: in layer {layer} the relative difference is {difference}."),
    mark("{library} finds other gradients before clipping: in layer {layer} the relative difference is {difference}."),
)


def available_library() -> str | None:
    """Return the library that can be asked, without importing it.

    "torch" or "sklearn"; None where neither is installed.
    """
    return next((name for name in LABELS if find_spec(name) is not None), None)


def cross_check(trace: Trace, library: str) -> CrossCheck:
    """Compare a trace's loss and gradients with a library's.

    Parameters
    ----------
    trace : Trace
    library : str
        "torch" or "sklearn".

    Raises
    ------
    UserError
        If the two cannot be compared.
    """
    refusal = refusal_reason(trace, library)
    if refusal is not None:
        raise UserError(refusal)
    try:
        module = import_module(library)
    # Anything may be raised by an installation that is broken, not only ImportError.
    except Exception as error:
        library = LABELS[library]
        raise UserError(
            tr("{library} is installed but does not start: {error}", library=library, error=error)
        ) from error
    loss, gradient = _ANSWERS[library](trace)
    network, own = _network(trace), np.asarray(trace.penalised, float)
    pairs = zip(network.layer_views(own), network.layer_views(gradient), strict=True)
    version = ".".join(str(module.__version__).split("+")[0].split(".")[:2])
    return CrossCheck(
        f"{LABELS[library]} {version}",
        _difference(np.array([trace.loss + trace.penalty]), np.array([loss])),
        tuple(_difference(a, b) for a, b in pairs),
        LIMITS[str(trace.theta.dtype)],
        trace.config.training.clip != "none",
    )


def refusal_reason(trace: Trace, library: str) -> str | None:
    """Return why a library cannot be asked about a batch, in one sentence; None when it can.

    Parameters
    ----------
    trace : Trace
    library : str
    """
    training, used = trace.config.training, [layer.activation for layer in trace.config.network.hidden]
    missing = next((tr(one.label) for one in used if activation_source(one, _LANGUAGES[library]) is None), None)
    if library == "torch":
        return None if missing is None else tr(_NO_TORCH, activation=missing)
    if trace.masks:
        return tr("scikit-learn has no dropout, so it cannot check this batch.")
    if training.l1:
        return tr("scikit-learn has no L1 penalty, so it cannot check this batch.")
    if trace.weights is not None:
        return tr("scikit-learn weighs rows in another way, so it cannot check this batch.")
    if training.loss.name not in ("mse", "bce", "ce"):
        return tr(
            "scikit-learn does not have the loss {loss}, so it cannot check this batch.", loss=tr(training.loss.label)
        )
    if len({activation.name for activation in used}) > 1:
        return tr("scikit-learn has one activation for all hidden layers, so it cannot check this network.")
    if missing is not None:
        return tr("scikit-learn does not have {activation}, so it cannot check this network.", activation=missing)
    return None


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
    values = _torch_losses(torch, training.loss)[training.loss.name](a, y)
    if trace.weights is not None:
        values = values * fixed(trace.weights)
    weights = theta * fixed(weight_mask(_network(trace)))
    loss = values.sum() * training.loss.share(*trace.y.shape)
    loss = loss + training.l1 * weights.abs().sum() + training.l2 / 2 * (weights * weights).sum()
    loss.backward()
    return float(loss.detach()), np.array(theta.grad.numpy(), float)


def _torch_activation(torch: Any, activation: Any) -> Callable[[Any], Any]:
    """Return the module that the exported script holds; its source is written from this program's own table."""
    module: Callable[[Any], Any] = eval(activation_source(activation, "pytorch") or "", {"torch": torch})
    return module


def _torch_losses(torch: Any, loss: Any) -> dict[str, Callable[[Any, Any], Any]]:
    """Compute values (rows, outputs) of every loss, from the logits and the targets."""
    f = torch.nn.functional
    limit = loss.delta_limit if isinstance(loss, Huber) else 1.0
    return {
        "mse": lambda z, y: f.mse_loss(z, y, reduction="none"),
        "mae": lambda z, y: f.l1_loss(z, y, reduction="none"),
        "huber": lambda z, y: f.huber_loss(z, y, reduction="none", delta=limit),
        "log_cosh": lambda z, y: torch.logaddexp(z - y, y - z) - float(np.log(2)),
        "bce": lambda z, y: f.binary_cross_entropy_with_logits(z, y, reduction="none"),
        "ce": lambda z, y: f.cross_entropy(z, y, reduction="none")[:, None],
    }


# --- scikit-learn --------------------------------------------------------------------------------------------


def _sklearn_answer(trace: Trace) -> Answer:
    """Answer by scikit-learn's own backpropagation, given our weights.

    Its squared error has a factor 1/2, its gradient is not divided by the outputs, its alpha is divided by the rows.
    """
    neural: Any = import_module("sklearn.neural_network")
    training, network = trace.config.training, _network(trace)
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


_ANSWERS: dict[str, Callable[[Trace], Answer]] = {"torch": _torch_answer, "sklearn": _sklearn_answer}


# --- inside --------------------------------------------------------------------------------------------------


def _network(trace: Trace) -> Network:
    """Return the trace's weights in double precision."""
    activations = tuple(layer.activation for layer in trace.config.network.hidden)
    network = Network(trace.names.sizes, activations, trace.config.training.loss.output)
    network.theta[:] = trace.theta
    return network


def _difference(a: Array, b: Array) -> float:
    """Return the largest difference by the largest number.

    0 when all are 0, infinite when a number is not finite.
    """
    if not (np.isfinite(a).all() and np.isfinite(b).all()):
        return float("inf")
    size = max(float(np.abs(a).max()), float(np.abs(b).max()))
    return float(np.abs(a - b).max()) / size if size else 0.0


def _short(value: float) -> str:
    if np.isinf(value):
        return tr("infinite")
    return "0" if value == 0 else f"{value:.0e}".replace("e-0", "e-")
