"""What the scripts for other libraries share: the activations in that library's words, and the proof by reading."""

from __future__ import annotations

from typing import ClassVar

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.export.common.base import ExportFormat, ExportInput
from mlp_gui.export.scripts.activation_code import Language, activation_source, activations_in
from mlp_gui.export.scripts.answer_code import answer_code
from mlp_gui.export.scripts.script_runner import verify_by_reading
from mlp_gui.export.scripts.source_code import build_script
from mlp_gui.model import TrainedModel

DOC = """A trained neural network in {library}. It needs numpy and {package}.

    python THIS_FILE                         test that it gives the outputs that were saved with it
    python THIS_FILE DATA.csv                predict every row of a CSV file; --out OUT.csv writes them to a file

In Python, with this file saved as model.py:

    from model import {name}, encode, predict
    predict([{{"column": 1.5, ...}}, ...])     (rows, outputs): original units, or class probabilities
    {use}
"""
USE_SEVERAL = """of each of the networks, whose answers `predict` averages:
    {use}"""


class LibraryScript(ExportFormat):
    """A script for a library, with the network built from that library's own parts.

    Attributes
    ----------
    library : str
        Its name in sentences.
    package : str
        What the script imports.
    language : str
        The library's column of `ActivationCode`.
    use : str
        A line of the script's docstring that shows a call.
    tolerance : float
        Of the script's self-test, where the library is less exact than the network.
    """

    library: ClassVar[str]
    package: ClassVar[str]
    use: ClassVar[str]
    language: ClassVar[Language]
    tolerance: ClassVar[float] = 0.0
    suffix = ".py"

    def network_code(self, model: TrainedModel) -> str:
        """Return source that defines `network` and `forward`."""
        raise NotImplementedError

    def encode(self, source: ExportInput) -> bytes:
        """Return the script; UserError for an activation that the library lacks."""
        name = answer_code(source.model).name
        use = self.use if name == "network" else USE_SEVERAL.format(use=self.use)
        doc = DOC.format(library=self.library, package=self.package, name=name, use=use)
        return build_script(
            source.model, doc, self.network_code(source.model), f"import {self.package}", self.tolerance
        )

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Compare the weights and the encoding of rows; the library itself need not be installed.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        return verify_by_reading(data, source.model, self.library)

    def activation_sources(self, model: TrainedModel) -> list[str]:
        """Return the source of each hidden layer's activation.

        Raises
        ------
        UserError
            If the library lacks one, which it names.
        """
        found = []
        for k, activation in enumerate(model.network.activations, 1):
            source = activation_source(activation, self.language)
            if source is None:
                raise UserError(
                    tr(
                        "{library} has no counterpart of the activation {activation} of hidden layer {k}.",
                        library=self.library,
                        activation=tr(activation.label),
                        k=k,
                    ),
                    tr("It knows {names}.", names=", ".join(activations_in(self.language))),
                    tr("Choose the Python script, which carries every activation."),
                )
            found.append(source)
        return found
