"""Why a prediction is what it is: what each input holds, and how far it moves the answer."""

from __future__ import annotations

import numpy as np
import pandas as pd

from mlp_gui.api.typical_values import trained_range, typical_cell
from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.data.preprocessing.training_range import OutsideInput, outside_rows
from mlp_gui.model import TrainedModel


def explain(model: TrainedModel, table: Table, row: int) -> pd.DataFrame:
    """Explain the prediction of a row; see `Model.explain_row`.

    Parameters
    ----------
    model : TrainedModel
    table : Table
    row : int
        Counted from 0.

    Raises
    ------
    UserError
        If there is no such row, or it has no prediction.
    """
    pipeline, targets = model.pipeline, model.pipeline.target_names
    pipeline.check_columns(table)
    if not 0 <= row < table.n_rows:
        raise UserError(f"There is no row {row}.", f"The table has {table.n_rows:,} rows, counted from 0.")
    frame = pipeline.input_frame(pipeline.derivation.table_with(table))
    cells = {fitted.name: frame[fitted.name].iloc[row] for fitted in pipeline.inputs}
    typical = {fitted.name: typical_cell(fitted, cells[fitted.name]) for fitted in pipeline.inputs}
    # The row itself, then the row with one input after the other at its typical value.
    rows = [cells, *({**cells, name: value} for name, value in typical.items())]
    x, report = pipeline.transform_frame(pd.DataFrame(rows))
    if not report.usable[0]:
        raise UserError(f"Row {row} has no prediction.", "A cell is empty, or holds what its column never held.")
    outputs = pipeline.to_original(np.asarray(model.network.predict(x), np.float64))
    names = ["effect"] if pipeline.class_names or len(targets) == 1 else [f"effect on {t}" for t in targets]
    if pipeline.class_names:
        k = 0 if model.task is Task.BINARY else int(outputs[0].argmax())
        flipped = model.task is Task.BINARY and outputs[0, 0] < 0.5
        outputs = 1 - outputs[:, :1] if flipped else outputs[:, k : k + 1]
    effects = outputs[0] - outputs[1:]
    ranges = [trained_range(fitted) for fitted in pipeline.inputs]
    values = pd.DataFrame({"value": pd.Series(cells, dtype=object), "typical": pd.Series(typical, dtype=object)})
    values[names] = effects
    values["low"], values["high"] = [low for low, _ in ranges], [high for _, high in ranges]
    beyond = {found.fitted.name for found in _outside(pipeline, frame.iloc[[row]])}
    values["outside"] = [name in beyond for name in values.index]
    return values


def _outside(pipeline: Pipeline, frame: pd.DataFrame) -> tuple[OutsideInput, ...]:
    return outside_rows(pipeline, *pipeline.transform_frame(frame)).inputs
