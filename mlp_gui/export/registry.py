"""All export formats that need no window. Importing this module registers them; a new one is a file and a line here.

One more, the report as PDF, is set by Qt and registers itself with `views.training.pdf_format`: the window offers it,
the command line does not.
"""

from __future__ import annotations

# The order is that of the list of formats in the window.
# isort: off
from mlp_gui.export.scripts import c_format as _c  # noqa: F401 (registers)
from mlp_gui.export.tables import history as _history  # noqa: F401 (registers)
from mlp_gui.export.weights import json_format as _json  # noqa: F401 (registers)
from mlp_gui.export.scripts import keras_format as _keras  # noqa: F401 (registers)
from mlp_gui.export.project import run_format as _run  # noqa: F401 (registers)
from mlp_gui.export.notebook import notebook_format as _notebook  # noqa: F401 (registers)
from mlp_gui.export.weights import npz_format as _npz  # noqa: F401 (registers)
from mlp_gui.export.onnx import onnx_format as _onnx  # noqa: F401 (registers)
from mlp_gui.export.page import page_format as _page  # noqa: F401 (registers)
from mlp_gui.export.tables import predictions as _predictions  # noqa: F401 (registers)
from mlp_gui.export.scripts import python_format as _python  # noqa: F401 (registers)
from mlp_gui.export.report import html_format as _html  # noqa: F401 (registers)
from mlp_gui.export.weights import safetensors_format as _safetensors  # noqa: F401 (registers)
from mlp_gui.export.scripts import sklearn_format as _sklearn  # noqa: F401 (registers)
from mlp_gui.export.scripts import torch_format as _torch  # noqa: F401 (registers)
from mlp_gui.export.training import training_format as _training  # noqa: F401 (registers)
from mlp_gui.export.weights import csv_format as _csv  # noqa: F401 (registers)
from mlp_gui.export.xlsx import xlsx_format as _xlsx  # noqa: F401 (registers)

# isort: on
from mlp_gui.export.common.base import formats

__all__ = ["formats"]
