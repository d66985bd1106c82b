"""The smearing correction as cells of "Output": a column for each residual, whose weighted mean is the prediction."""

from __future__ import annotations

from mlp_gui.core.transformation import Transformation
from mlp_gui.export.scripts.transform_code import spreadsheet_kept, spreadsheet_smeared
from mlp_gui.export.scripts.transform_languages import KnotSpans
from mlp_gui.export.xlsx.layout import FIRST
from mlp_gui.export.xlsx.workbook import BOLD, NOTE, Formula, Sheet, column_letters


class SmearedOutputs:
    """Puts columns for the residuals of one target after another beside the outputs.

    Parameters
    ----------
    sheet : Sheet
        "Output".
    column : int
        The first free one; the heading of each column stands in row 4, its residual in row 2, its weight in row 3.
    n_rows : int
    knots : callable
        See `spreadsheet_forward`.
    """

    def __init__(self, sheet: Sheet, column: int, n_rows: int, knots: KnotSpans) -> None:
        self._sheet, self._column, self._n_rows, self._knots = sheet, column, n_rows, knots

    def put(self, found: Transformation, values: list[str], name: str) -> list[str]:
        """Put the columns of a target and return the formulas of its predictions, a row each.

        Parameters
        ----------
        found : Transformation
        values : list of str
            Formulas of the transformed predictions.
        name : str
            Of the output.
        """
        sheet, at = self._sheet, self._column
        self._column += 1 + len(found.smearing)
        kept, first, last = (column_letters(k) for k in (at, at + 1, at + len(found.smearing)))
        sheet.put(at, 2, "residual", NOTE)
        sheet.put(at, 3, "weight", NOTE)
        sheet.put(at, FIRST - 1, f"{name} kept", BOLD)
        for k, point in enumerate(found.smearing, 1):
            sheet.put(at + k, 2, point[0])
            sheet.put(at + k, 3, point[1])
            sheet.put(at + k, FIRST - 1, f"{name} + residual {k}", BOLD)
        for row, value in enumerate(values, FIRST):
            sheet.put(at, row, Formula(spreadsheet_kept(found, value)))
            for k in range(1, len(found.smearing) + 1):
                residual = f"{column_letters(at + k)}$2"
                sheet.put(at + k, row, Formula(spreadsheet_smeared(found, f"${kept}{row}", residual, self._knots)))
        rows = range(FIRST, FIRST + self._n_rows)
        return [f"SUMPRODUCT(${first}$3:${last}$3,${first}{row}:${last}{row})" for row in rows]
