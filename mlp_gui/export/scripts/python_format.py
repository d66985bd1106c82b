"""The model as one Python file that needs numpy alone: readable, testing itself, with a small command line."""

from __future__ import annotations

from mlp_gui.core.translation import mark
from mlp_gui.engine.network.network import Network
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.scripts.script_runner import verify_by_running
from mlp_gui.export.scripts.source_code import build_script, numpy_code, script_part

DOC = """A trained neural network as a program of its own. It needs numpy and nothing else.

    python THIS_FILE                         test that it gives the outputs that were saved with it
    python THIS_FILE DATA.csv                predict every row of a CSV file; --out OUT.csv writes them to a file

In Python, with this file saved as model.py:

    from model import predict, labels
    predict([{"column": 1.5, ...}, ...])     (rows, outputs): original units, or class probabilities
"""


@formats.register("python", "Python script (.py)")
class PythonFormat(ExportFormat):
    """The only script that carries every activation, since each says itself in numpy."""

    suffix, place = ".py", 2
    sentence = mark("A readable program that predicts with numpy alone, also from the command line.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the script."""
        part = "forward_numpy" if isinstance(source.model.network, Network) else "forward_several"
        code = f"{numpy_code(source.model)}\n\n\n{script_part(part)}"
        return build_script(source.model, DOC, code)

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Run the script apart from this program and compare its predictions.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        return verify_by_running(data, source.model)
