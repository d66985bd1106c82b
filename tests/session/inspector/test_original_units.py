"""What the microscope says below a number: the file's own, and of a piece the share that lies below it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec
from mlp_gui.engine.tracing.trace import trace
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.session.inspector.original_units import OriginalUnits


def test_that_a_share_of_a_piece_is_from_0_to_1_whatever_scaling_has_rounded(rng) -> None:
    frame = pd.DataFrame({"x": rng.normal(size=150)}).assign(y=lambda t: t["x"] ** 2)
    table = Table("t", None, frame, None, profile_frame(frame))
    made = prepare(table, DataSpec((ColumnSpec("x"), ColumnSpec("y", role="target")), pieces=6))
    config = RunConfig(network=NetworkConfig(hidden=(LayerConfig(3),)))
    seen = trace(config, made.dataset, Trainer(config, made.dataset).state())
    units, edges = OriginalUnits(made, seen), np.array(made.pipeline.inputs[0].edges)
    for row, number in enumerate(seen.names.row_numbers):
        value = frame["x"].iloc[number]
        for k in range(6):
            share = float(np.clip((value - edges[k]) / (edges[k + 1] - edges[k]), 0, 1))
            said = units.original_text(seen.x, (row, k + 1))
            assert said == f"{round(share, 12):.6g}"
