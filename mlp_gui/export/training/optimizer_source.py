"""The optimizers in the words of each library: one row per optimizer, one column per library.

A cell holds only what gives the same steps. Names in braces stand for the optimizer's settings.
"""

from __future__ import annotations

from typing import Literal

from mlp_gui.core.serialization import to_json
from mlp_gui.engine.optimizers.base import Optimizer

TrainingLibrary = Literal["tensorflow", "pytorch", "sklearn"]

_TORCH_ALL = "network.parameters(), lr=0.0"
# PyTorch's decay takes the biases too, unless they are a group of their own.
_TORCH_GROUPS = '[{{"params": kernels}}, {{"params": biases, "weight_decay": 0.0}}], lr=0.0'
_TORCH_ADAM = ", betas=({beta_1!r}, {beta_2!r})"
_KERAS_ADAM = "beta_1=number({beta_1!r}), beta_2=number({beta_2!r}), epsilon={epsilon!r}"
_SKLEARN_SGD = '"solver": "sgd"'

# PyTorch adds epsilon to the corrected root and this program to the uncorrected one: with this epsilon both are equal.
TORCH_EPSILON = """
        steps = optimizer.state[group["params"][0]].get("step", 0) + 1
        group["eps"] = {epsilon!r} / float(1 - {beta_2!r} ** steps) ** 0.5  # as Keras adds it: before the correction"""

_SOURCES: dict[str, dict[TrainingLibrary, str]] = {
    "sgd": {
        "tensorflow": "keras.optimizers.SGD()",
        "pytorch": f"torch.optim.SGD({_TORCH_ALL})",
        "sklearn": f'{_SKLEARN_SGD}, "momentum": 0.0, "nesterovs_momentum": False',
    },
    "momentum": {
        "tensorflow": "keras.optimizers.SGD(momentum=number({momentum!r}))",
        "pytorch": f"torch.optim.SGD({_TORCH_ALL}, momentum={{momentum!r}})",
        "sklearn": f'{_SKLEARN_SGD}, "momentum": {{momentum!r}}, "nesterovs_momentum": False',
    },
    "nesterov": {
        "tensorflow": "keras.optimizers.SGD(momentum=number({momentum!r}), nesterov=True)",
        "pytorch": f"torch.optim.SGD({_TORCH_ALL}, momentum={{momentum!r}}, nesterov=True)",
        "sklearn": f'{_SKLEARN_SGD}, "momentum": {{momentum!r}}, "nesterovs_momentum": True',
    },
    "adagrad": {
        "tensorflow": "keras.optimizers.Adagrad(initial_accumulator_value=number({initial!r}), epsilon={epsilon!r})",
        # Epsilon belongs under the root, so it is part of where the sum starts.
        "pytorch": f"torch.optim.Adagrad({_TORCH_ALL}, initial_accumulator_value={{initial!r}} + {{epsilon!r}}, eps=0)",
    },
    "rmsprop": {"tensorflow": "keras.optimizers.RMSprop(rho={rho!r}, epsilon={epsilon!r}, centered={centered!r})"},
    "adam": {
        "tensorflow": f"keras.optimizers.Adam({_KERAS_ADAM})",
        "pytorch": f"torch.optim.Adam({_TORCH_ALL}{_TORCH_ADAM})",
        "sklearn": '"solver": "adam", "beta_1": {beta_1!r}, "beta_2": {beta_2!r}, "epsilon": {epsilon!r} * FACTOR',
    },
    "amsgrad": {
        "tensorflow": f"keras.optimizers.Adam({_KERAS_ADAM}, amsgrad=True)",
        "pytorch": f"torch.optim.Adam({_TORCH_ALL}{_TORCH_ADAM}, amsgrad=True)",
    },
    "adamw": {
        "tensorflow": f"keras.optimizers.AdamW({_KERAS_ADAM}, weight_decay=number({{decay!r}}))\n"
        "optimizer.exclude_from_weight_decay([layer.bias for layer in layers])",
        "pytorch": f"torch.optim.AdamW({_TORCH_GROUPS}{_TORCH_ADAM}, weight_decay={{decay!r}})",
    },
}


def optimizer_source(optimizer: Optimizer, library: TrainingLibrary) -> str | None:
    """Write an optimizer in a library's words; None where it has none that takes the same steps.

    Parameters
    ----------
    optimizer : Optimizer
    library : {"tensorflow", "pytorch", "sklearn"}
    """
    text = _SOURCES.get(optimizer.name, {}).get(library)
    return None if text is None else text.format(**to_json(optimizer))


def torch_epsilon_source(optimizer: Optimizer) -> str:
    """Return what a PyTorch script says before each step of Adam and its kin; "" for other optimizers."""
    settings = to_json(optimizer)
    return TORCH_EPSILON.format(**settings) if "beta_2" in settings else ""
