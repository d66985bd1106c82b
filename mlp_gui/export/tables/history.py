"""The history of a run as CSV: one line per epoch, every digit kept."""

from __future__ import annotations

import csv
import io

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.csv.writer import csv_text
from mlp_gui.engine.training.reports import EpochReport
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats


@formats.register("history", "History (.csv)")
class HistoryFormat(ExportFormat):
    """The columns are the fields of EpochReport; an empty cell is a number that is not there."""

    suffix, place = ".csv", 6
    sentence = mark("Losses and learning rate, one line per epoch.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the table; UserError before the first epoch."""
        if not len(source.history):
            raise UserError(tr("There is no history yet."), hint=tr("Train at least one epoch first."))
        return csv_text([EpochReport._fields, *source.history]).encode("utf-8")

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Compare every number with the history's, to the last bit.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        rows = list(csv.reader(io.StringIO(data.decode("utf-8"))))[1:]
        read = np.array([[float(cell or "nan") for cell in row] for row in rows])
        if not np.array_equal(read, source.history.rows(), equal_nan=True):
            raise UserError(tr("The history would not be read back with the same numbers and was not saved."))
        return tr_n("{n:,} epoch, read back and compared.", "{n:,} epochs, read back and compared.", len(rows))
