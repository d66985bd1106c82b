"""What ONNX files cannot hold is refused with the column's name."""

from __future__ import annotations

import pytest

from helpers.export_inputs import named_source
from mlp_gui.core.errors import UserError
from mlp_gui.export.registry import formats


def test_that_onnx_refuses_an_empty_category_and_names_the_column() -> None:
    pytest.importorskip("onnx", reason="onnx is not installed (extra onnx)")
    with pytest.raises(UserError, match=r"an empty cell of the column b .*Python script"):
        formats.create("onnx").encode(named_source(["a", "b", ""]))
