"""A run as a folder for another library, packed as zip: a script that trains, start weights, table and history."""

from __future__ import annotations

import io
import zipfile
from typing import ClassVar

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.resources import resource
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.network.activations import Activation
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.training.sample_weight import sample_weights
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.scripts.activation_code import activation_source
from mlp_gui.export.tables.history import HistoryFormat
from mlp_gui.export.training.loss_source import SKLEARN_LOSSES, loss_source
from mlp_gui.export.training.optimizer_source import TrainingLibrary, optimizer_source, torch_epsilon_source
from mlp_gui.export.training.refusals import (
    LABELS,
    LANGUAGES,
    refuse_foreign_settings,
    refuse_without_run,
    repetition_sentence,
)
from mlp_gui.export.training.tensorflow_activation import tensorflow_activation

_DOC = '''"""Trains a neural network in {label} as mlp_gui did: the same start weights, batches, optimizer and epochs.

    {pip}
    python {name}

Beside this file: start.npz (the start weights), table.npz (the prepared table), history.csv (what is to be compared).
It prints the losses of each epoch, writes history_{library}.csv, and says how far the two histories are apart.
"""

import csv
import sys
from pathlib import Path

import numpy as np

try:
{imports}
except ImportError as error:
    sys.exit(f"{label} does not start here ({{error}}). Install it: {pip}")

'''
_IMPORTS = {
    "tensorflow": 'import os\n\nos.environ["KERAS_BACKEND"] = "tensorflow"\nimport keras\nimport tensorflow as tf',
    "pytorch": "import torch",
    "sklearn": "from sklearn.neural_network import MLPClassifier, MLPRegressor",
}
MINIMUM_VERSIONS = {"tensorflow": "2.16", "pytorch": "2.0", "sklearn": "1.4"}
PIP = {
    "tensorflow": 'python -m pip install "tensorflow>=2.16"',
    "pytorch": 'python -m pip install "torch>=2.0" numpy',
    "sklearn": 'python -m pip install "scikit-learn>=1.4"',
}
_CLIPS = {
    ("tensorflow", "value"): "\n    slopes = [tf.clip_by_value(slope, -{limit!r}, {limit!r}) for slope in slopes]",
    ("tensorflow", "global_norm"): "\n    slopes, _ = tf.clip_by_global_norm(slopes, {limit!r})",
    ("pytorch", "value"): "\n    torch.nn.utils.clip_grad_value_(network.parameters(), {limit!r})",
    ("pytorch", "global_norm"): (
        "\n    length = torch.cat([p.grad.reshape(-1) for p in network.parameters()]).norm()"
        "\n    if length > {limit!r}:"
        "\n        for parameter in network.parameters():"
        "\n            parameter.grad *= {limit!r} / length"
    ),
}
_DATE = (1980, 1, 1, 0, 0, 0)  # the same run gives the same bytes


class TrainingScript(ExportFormat):
    """A script that trains in a library.

    Attributes
    ----------
    library : str
    """

    library: ClassVar[TrainingLibrary]
    suffix, needs_table = ".zip", True

    @property
    def script_name(self) -> str:
        """The file that is run."""
        return f"train_{self.library}.py"

    def encode(self, source: ExportInput) -> bytes:
        """Return the packed folder; UserError for what the library cannot do in the same way."""
        refuse_without_run(source)
        refuse_foreign_settings(source, self.library)
        members = {
            self.script_name: self._script(source).encode("utf-8"),
            "start.npz": _packed(_start_weights(source)),
            "table.npz": _packed(_table(source)),
            "history.csv": HistoryFormat().encode(source),
        }
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, data in members.items():
                packed.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Check that the script compiles and the arrays are read back, and train the first epochs again here.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            compile(packed.read(self.script_name), self.script_name, "exec")
            for name, arrays in (("start.npz", _start_weights(source)), ("table.npz", _table(source))):
                with np.load(io.BytesIO(packed.read(name))) as read:
                    if not all(np.array_equal(read[key], values) for key, values in arrays.items()):
                        raise UserError(tr("The script would not hold the same weights and was not saved."))
        return tr(
            "{finding}; run {name} where {library} is.",
            finding=repetition_sentence(source),
            name=self.script_name,
            library=LABELS[self.library],
        )

    def _script(self, source: ExportInput) -> str:
        training, label = source.model.config.training, LABELS[self.library]
        imports = "\n".join(f"    {line}".rstrip() for line in _IMPORTS[self.library].splitlines())
        pip = PIP[self.library]
        doc = _DOC.format(label=label, pip=pip, name=self.script_name, library=self.library, imports=imports)
        # In an f-string of the script the quotes of the command would end it.
        doc = doc.replace(f"Install it: {pip}", "Install it: " + pip.replace('"', "'"))
        constants = {
            "LIBRARY": self.library,
            "DTYPE": source.model.config.network.dtype,
            "SEED": training.seed,
            "SHUFFLE": training.shuffle,
            "BATCH_SIZE": training.batch_size,
            "L1": training.l1,
            "L2": training.l2,
            "DROPOUT": training.dropout,
            "NOISE": training.input_noise,
            "WEIGHT_DECAY": training.weight_decay,
            "MAX_NORM": training.max_norm,
            "AVERAGING": training.averaging,
            "EPOCH_LOSS": training.epoch_loss,
            "MEAN_OVER_TARGETS": training.loss.mean_over_outputs,
        }
        if self.library == "sklearn":
            constants["KIND"] = SKLEARN_LOSSES[training.loss.name]
        text = doc + "".join(f"{name} = {value!r}\n" for name, value in constants.items())
        for part in ("train_common", f"train_{self.library}"):
            text += resource("export", f"{part}.py.txt").read_text(encoding="utf-8")
        for key, value in self._words(source).items():
            text = text.replace(f"@{key}@", value)
        return text

    def _activation(self, activation: Activation) -> str:
        if self.library == "tensorflow":
            return tensorflow_activation(activation) or ""
        return activation_source(activation, LANGUAGES[self.library]) or ""

    def _words(self, source: ExportInput) -> dict[str, str]:
        """Return what stands for the names between @ in the script."""
        training, hidden = source.model.config.training, source.model.config.network.hidden
        names = [self._activation(layer.activation) for layer in hidden]
        clip = _CLIPS.get((self.library, training.clip), "").format(limit=training.clip_limit)
        return {
            "ACTIVATIONS": ", ".join(names),
            "ACTIVATION": repr(names[0] if names else "identity"),
            "OPTIMIZER": optimizer_source(training.optimizer, self.library) or "",
            "LOSS": loss_source(training.loss, self.library) or "",
            "CLIP": clip,
            "EPSILON": torch_epsilon_source(training.optimizer),
        }


@formats.register("tensorflow_training", "Training in TensorFlow (.zip)")
class TensorFlowTraining(TrainingScript):
    """Keras layers and optimizers, with the gradients of TensorFlow."""

    library = "tensorflow"
    sentence = mark("A script that trains the same run in TensorFlow, with start weights and prepared table beside it.")


@formats.register("pytorch_training", "Training in PyTorch (.zip)")
class PyTorchTraining(TrainingScript):
    """Modules, autograd and optimizers of PyTorch."""

    library = "pytorch"
    sentence = mark("A script that trains the same run in PyTorch, with start weights and prepared table beside it.")


@formats.register("sklearn_training", "Training in scikit-learn (.zip)")
class SklearnTraining(TrainingScript):
    """`partial_fit` of scikit-learn's MLP, batch by batch."""

    library = "sklearn"
    sentence = mark(
        "A script that trains the same run in scikit-learn, with start weights and prepared table beside it."
    )


def _packed(arrays: dict[str, np.ndarray]) -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def _start_weights(source: ExportInput) -> dict[str, np.ndarray]:
    assert source.prepared is not None
    data, config = source.prepared.dataset, source.model.config
    network = Network.from_config(config.network, config.training.loss, data.n_features, data.n_outputs)
    pairs = ((f"W{k + 1}", network.weights(k)) for k in range(network.n_layers))
    biases = ((f"b{k + 1}", network.biases(k)) for k in range(network.n_layers))
    return {name: values.copy() for name, values in (*pairs, *biases)}


def _table(source: ExportInput) -> dict[str, np.ndarray]:
    """Return the prepared rows by names, and the columns' names as texts, which no code ever reads."""
    assert source.prepared is not None
    data = source.prepared.dataset
    arrays: dict[str, np.ndarray] = {}
    for name, subset in (("train", data.train), ("validation", data.validation), ("test", data.test)):
        weights = sample_weights(source.model.config.training, data, subset)
        arrays |= {f"{name}_x": subset.x, f"{name}_y": subset.y}
        arrays[f"{name}_weights"] = np.ones((len(subset), 1)) if weights is None else weights
        arrays[f"{name}_rows"] = subset.row_numbers
    return arrays | {"inputs": np.array(data.feature_names), "outputs": np.array(data.output_names)}
