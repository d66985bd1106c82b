"""The losses in the words of TensorFlow and PyTorch: what each row and target adds, of sums z and targets t."""

from __future__ import annotations

from mlp_gui.core.serialization import to_json
from mlp_gui.engine.network.losses import Loss

_SOURCES = {
    "mse": {"tensorflow": "tf.square(z - t)", "pytorch": "(z - t) ** 2"},
    "mae": {"tensorflow": "tf.abs(z - t)", "pytorch": "(z - t).abs()"},
    "huber": {
        "tensorflow": "tf.where(tf.abs(z - t) <= {delta_limit!r}, (z - t) ** 2 / 2, "
        "{delta_limit!r} * (tf.abs(z - t) - {delta_limit!r} / 2))",
        "pytorch": 'torch.nn.functional.huber_loss(z, t, reduction="none", delta={delta_limit!r})',
    },
    "log_cosh": {
        "tensorflow": "tf.abs(z - t) + tf.math.softplus(-2 * tf.abs(z - t)) - float(np.log(2))",
        "pytorch": "torch.logaddexp(z - t, t - z) - float(np.log(2))",
    },
    "bce": {
        "tensorflow": "tf.nn.sigmoid_cross_entropy_with_logits(t, z)",
        "pytorch": 'torch.nn.functional.binary_cross_entropy_with_logits(z, t, reduction="none")',
    },
    "ce": {
        "tensorflow": "tf.nn.softmax_cross_entropy_with_logits(t, z)[:, None]",
        "pytorch": 'torch.nn.functional.cross_entropy(z, t, reduction="none")[:, None]',
    },
}
SKLEARN_LOSSES = {"mse": "regression", "bce": "binary", "ce": "classes"}


def loss_source(loss: Loss, library: str) -> str | None:
    """Write a loss in a library's words; None where it lacks it.

    Parameters
    ----------
    loss : Loss
    library : {"tensorflow", "pytorch"}
    """
    text = _SOURCES.get(loss.name, {}).get(library)
    return None if text is None else text.format(**to_json(loss))
