"""All export formats. Importing this module registers them; a new format is one file and one line here."""

from __future__ import annotations

from mlp_gui.export import (  # noqa: F401 (registers)
    c_header,
    history_csv,
    json_file,
    keras_script,
    mlp_file,
    npz,
    onnx_file,
    predictions_csv,
    python_script,
    report_file,
    safetensors_file,
    sklearn_script,
    torch_script,
    weights_csv,
    xlsx_file,
)
from mlp_gui.export.formats import formats

__all__ = ["formats"]
