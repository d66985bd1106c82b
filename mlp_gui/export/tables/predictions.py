"""Predictions as CSV: every column of the table, the subset of each row, and what the network answers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.writer import read_back, safe_text, to_csv
from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.tables.scored_table import ScoredTable, free_name, score_table
from mlp_gui.export.tables.spread_columns import spread_columns
from mlp_gui.model import TrainedModel


@formats.register("predictions", "Predictions (.csv)")
class PredictionsFormat(ExportFormat):
    """For classes, the columns are the predicted class and the probability of each."""

    suffix, place = ".csv", 7
    sentence = mark("The table with the network's answer beside each row.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the table; UserError when the model came without one."""
        if source.prepared is None:
            raise UserError(
                tr("There is no table to predict."), hint=tr("Use mlp-gui predict with the run and a table.")
            )
        frame, _ = predicted_frame(source.model, source.prepared.table)
        subset = np.full(len(frame), "", dtype=object)  # rows that were left out stay empty
        for name, rows in source.prepared.dataset.subsets.items():
            subset[rows.row_numbers] = name
        frame.insert(source.prepared.table.n_columns, free_name("subset", frame), subset)
        return to_csv(frame)

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Compare every number with the prediction's, to the last bit.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        assert source.prepared is not None
        frame, _ = predicted_frame(source.model, source.prepared.table)
        return proved(data, frame)


def predicted_frame(model: TrainedModel, table: Table) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Predict a table.

    Parameters
    ----------
    model : TrainedModel
    table : Table

    Returns
    -------
    frame : DataFrame
        The table's columns, then the predictions.
    notes : tuple of str
        Sentences on rows that have none.
    """
    answers = model.predict(table)
    frame = model.pipeline.derivation.frame_with(table.frame).copy()
    spreads = {name: values for name, (_, values) in spread_columns(model.pipeline, answers).items()}
    for name, values in (answers.columns | spreads).items():
        frame[free_name(name, frame)] = values
    return frame, answers.notes


def write_predictions(model: TrainedModel, table: Table, path: str | Path) -> ScoredTable:
    """Predict a table, compare with the true values that it holds, and save it.

    Parameters
    ----------
    model : TrainedModel
    table : Table
    path : str or Path

    Raises
    ------
    UserError
        If the table does not fit the model, or the file cannot be written.
    """
    scored = score_table(model, table)
    data = to_csv(scored.frame)
    proved(data, scored.frame)
    write_atomic(path, data)
    return scored


def proved(data: bytes, frame: pd.DataFrame) -> str:
    """Check that the numbers that are read back are those that were written.

    Parameters
    ----------
    data : bytes
        The file.
    frame : DataFrame
        What it was made of.

    Returns
    -------
    str
        The finding, in words.

    Raises
    ------
    UserError
        If a number differs.
    """
    read = read_back(data)
    for name in frame.columns:
        column = frame[name]
        if column.dtype.kind == "f":
            values = np.array([float(cell or "nan") for cell in read[safe_text(str(name))]])
            if not np.array_equal(values, column.to_numpy(float), equal_nan=True):
                raise UserError(
                    tr("The column {name} would not be read back with the same numbers; nothing was saved.", name=name)
                )
    return tr_n("{n:,} row, read back and compared.", "{n:,} rows, read back and compared.", len(frame))
