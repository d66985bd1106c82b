"""What the scripts for other libraries share: the activations in that library's words, and the proof by reading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.export.common.base import ExportFormat, ExportInput
from mlp_gui.export.scripts.script_runner import verify_by_reading
from mlp_gui.export.scripts.source_code import build_script, constants_of
from mlp_gui.model import TrainedModel

DOC = """A trained neural network in {library}. It needs numpy and {package}.

    python THIS_FILE                         test that it gives the outputs that were saved with it
    python THIS_FILE DATA.csv                predict every row of a CSV file; --out OUT.csv writes them to a file

In Python, with this file saved as model.py:

    from model import network, encode, predict
    predict([{{"column": 1.5, ...}}, ...])     (rows, outputs): original units, or class probabilities
    {use}
"""


class LibraryScript(ExportFormat):
    """library: its name in sentences; package: what is imported; words: activation -> source in the library's terms;
    tolerance: that of its self-test, when it is less exact than the network."""

    library: ClassVar[str]
    package: ClassVar[str]
    use: ClassVar[str]
    words: ClassVar[Mapping[str, str]] = {}
    tolerance: ClassVar[float] = 0.0
    suffix = ".py"

    def network_code(self, model: TrainedModel) -> str:
        """Source that defines `network` and `forward`."""
        raise NotImplementedError

    def encode(self, source: ExportInput) -> bytes:
        doc = DOC.format(library=self.library, package=self.package, use=self.use)
        return build_script(
            source.model, doc, self.network_code(source.model), f"import {self.package}", self.tolerance
        )

    def verify(self, data: bytes, source: ExportInput) -> str:
        return verify_by_reading(data, source.model, self.library)

    def activation_words(self, model: TrainedModel) -> list[str]:
        """The source of each hidden layer's activation; UserError names one that the library lacks."""
        found = []
        for k, activation in enumerate(model.network.activations, 1):
            if activation.name not in self.words:
                known = ", ".join(self.words)
                raise UserError(
                    tr(
                        "{library} has no counterpart of the activation {activation} of hidden layer {k}.",
                        library=self.library,
                        activation=tr(activation.label),
                        k=k,
                    ),
                    tr("It knows {names}.", names=known),
                    tr("Choose the Python script, which carries every activation."),
                )
            found.append(self.words[activation.name].format(**constants_of(activation)))
        return found
