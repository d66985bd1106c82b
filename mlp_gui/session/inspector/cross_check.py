"""A second opinion on a trace: loss and gradients of the same weights and batch, by another library.

None is needed by the program; each is imported only when a check with it is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.tracing.trace import Trace
from mlp_gui.export.scripts.activation_code import Language, activation_source
from mlp_gui.session.inspector.library_gradients import ANSWERS, double_network

LABELS = {
    "torch": "PyTorch",
    "tensorflow": "TensorFlow",
    "sklearn": "scikit-learn",
}  # the first that is there is asked
LIMITS = {"float64": 1e-9, "float32": 1e-3}  # a larger relative difference is not rounding
_LANGUAGES: dict[str, Language] = {"torch": "pytorch", "tensorflow": "keras", "sklearn": "sklearn"}


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


_NO_ACTIVATION = {
    "torch": mark("PyTorch does not have {activation}, so it cannot check this network."),
    "tensorflow": mark("TensorFlow does not have {activation}, so it cannot check this network."),
}
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

    "torch", "tensorflow" or "sklearn"; None where none is installed.
    """
    return next((name for name in LABELS if find_spec(name) is not None), None)


def cross_check(trace: Trace, library: str) -> CrossCheck:
    """Compare a trace's loss and gradients with a library's.

    Parameters
    ----------
    trace : Trace
    library : str
        "torch", "tensorflow" or "sklearn".

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
    loss, gradient = ANSWERS[library](trace)
    network, own = double_network(trace), np.asarray(trace.penalised, float)
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
    if library in _NO_ACTIVATION:
        return None if missing is None else tr(_NO_ACTIVATION[library], activation=missing)
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


# --- inside --------------------------------------------------------------------------------------------------


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
