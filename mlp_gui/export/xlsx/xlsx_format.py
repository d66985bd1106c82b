"""The model as an Excel workbook with live formulas, for small networks: change an input and see the output change."""

from __future__ import annotations

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.engine.metrics.metric import both_classes
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.common.raw_columns import Cell, raw_columns, typed_columns
from mlp_gui.export.common.self_check import (
    check_outputs,
    describe_verification,
    verification_rows,
)
from mlp_gui.export.scripts.transform_languages import KnotSpans
from mlp_gui.export.xlsx.derived_sheets import DerivedSheets, rows_needed
from mlp_gui.export.xlsx.formula_evaluator import WorkbookEvaluator
from mlp_gui.export.xlsx.knot_sheet import KnotSheet
from mlp_gui.export.xlsx.layout import EXCEL_DAYS, FIRST, ROWS
from mlp_gui.export.xlsx.promise_cells import put_promises
from mlp_gui.export.xlsx.sheets import (
    answer_formulas,
    answer_headings,
    inputs_sheet,
    layer_sheets,
)
from mlp_gui.export.xlsx.workbook import (
    BOLD,
    DATE,
    INPUT,
    MAX_TEXT,
    NOTE,
    OUTPUT,
    Formula,
    Sheet,
    column_letters,
    read_workbook,
    storable,
    text_length,
    write_workbook,
)
from mlp_gui.model import CheckRows, TrainedModel

MOST_WEIGHTS, MOST_UNITS = 20_000, 1_000
FIRST_DAY = 61.0  # Excel believes in 29 February 1900; days before 1 March 1900 are counted differently


@formats.register("excel", "Excel workbook (.xlsx)")
class ExcelFormat(ExportFormat):
    """The sheets are those of `export.xlsx.sheets`, with "Predict" before them."""

    suffix = ".xlsx"
    sentence = mark("The whole network as live formulas: type other inputs and see the answer. For small networks.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the workbook; UserError for a network, an activation or a text that it cannot hold."""
        model = source.model
        _refuse_large(model)
        n_rows = _rows_of(model)
        raw = (column.name for column in raw_columns(model.pipeline))
        columns = {name: f"Predict!{column_letters(place)}" for place, name in enumerate(raw, 1)}
        derived = DerivedSheets(model.pipeline, n_rows) if model.pipeline.derivation.columns else None
        if derived is not None:
            columns |= {name: f"Derived!{letters}" for name, letters in derived.letters.items()}
        knots = KnotSheet()
        sheets = [_predict_sheet(model, n_rows, knots.spans), *(derived.sheets if derived is not None else ())]
        sheets += [inputs_sheet(model, columns, n_rows, knots.spans), *layer_sheets(model, n_rows, knots.spans)]
        sheets += [knots.sheet] * bool(knots.sheet.cells)
        # A viewer that computes nothing shows the values that are stored beside the formulas.
        book = WorkbookEvaluator(sheets)
        for sheet in sheets:
            for (column, row), (value, style) in list(sheet.cells.items()):
                if isinstance(value, Formula):
                    sheet.put(column, row, Formula(value.source, book.shown(sheet.name, column, row)), style)
        return write_workbook(sheets)

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Type the check rows into "Predict", compute the formulas and compare the answers.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        model, rows, book = source.model, verification_rows(source.model), WorkbookEvaluator(read_workbook(data))
        cells, found = raw_cells(model, rows), []
        # "Predict" has this many rows to type into.
        n_rows = _rows_of(model)
        for start in range(0, len(cells), n_rows):
            batch = cells[start : start + n_rows]
            for row, line in enumerate(batch, FIRST):
                for column, value in enumerate(line, 1):
                    book.set("Predict", column, row, value)
            found += [_answers(model, book, FIRST + i) for i in range(len(batch))]
        check_outputs(np.array(found).reshape(rows.outputs.shape), rows.outputs, model)
        return describe_verification(
            model,
            tr_n(
                "read back, computed by its formulas and checked on {n} row",
                "read back, computed by its formulas and checked on {n} rows",
                len(rows.rows),
            ),
        )


def _rows_of(model: TrainedModel) -> int:
    """Return the rows of "Predict": derived columns ask for earlier ones, and for all rows of the proof at once."""
    if not model.pipeline.derivation.columns:
        return ROWS
    return rows_needed(model.pipeline, len(verification_rows(model).rows))


def _refuse_large(model: TrainedModel) -> None:
    n, units = model.network.n_parameters, len(model.network.members) * sum(model.network.sizes)
    if n > MOST_WEIGHTS or units > MOST_UNITS:
        raise UserError(
            tr(
                "A workbook holds networks of up to {weights:,} weights and {units:,} inputs and units.",
                weights=MOST_WEIGHTS,
                units=MOST_UNITS,
            ),
            tr("This one has {weights:,} weights, and {units:,} inputs and units.", weights=n, units=units),
            tr("Choose the Python script, which carries any network."),
        )
    for fitted in model.pipeline.inputs:
        if any(text_length(category) > MAX_TEXT for category in fitted.categories):
            raise UserError(
                tr(
                    "A cell holds {most:,} letters; a category of the column {name} is longer.",
                    most=MAX_TEXT,
                    name=fitted.name[:80],
                ),
                hint=tr("Shorten the texts in the file, ignore the column, or choose the Python script."),
            )


def raw_cells(model: TrainedModel, rows: CheckRows) -> list[list[Cell]]:
    """Return raw rows as what is typed into the workbook.

    Parameters
    ----------
    model : TrainedModel
    rows : CheckRows

    Returns
    -------
    list of lists
        Numbers, texts, dates as Excel counts them, and None for gaps.

    Raises
    ------
    UserError
        If there is a date before March 1900.
    """
    columns = []
    for column, cells in typed_columns(model, rows):
        if column.holds_dates:
            cells = [cell + EXCEL_DAYS if isinstance(cell, float) else cell for cell in cells]
            if any(isinstance(cell, float) and cell < FIRST_DAY for cell in cells):
                raise UserError(
                    tr("Excel has no dates before March 1900; the column {name} holds such.", name=column.name[:80]),
                    hint=tr("Ignore the column, or choose the Python script."),
                )
        columns.append([storable(cell) if isinstance(cell, str) else cell for cell in cells])
    return [list(row) for row in zip(*columns, strict=True)]


def _predict_sheet(model: TrainedModel, n_rows: int, knots: KnotSpans) -> Sheet:
    sheet, inputs = Sheet("Predict", frozen_rows=FIRST - 1), raw_columns(model.pipeline)
    at, heads = len(inputs) + 2, answer_headings(model)
    sheet.put(1, 1, "A trained neural network in formulas", BOLD)
    sheet.put(1, 2, f"Change the cells in rows {FIRST} to {FIRST + n_rows - 1}; the answers are on the right.", NOTE)
    if model.pipeline.derivation.columns:
        sheet.put(1, 3, "The rows are in order: earlier ones stand above.", NOTE)
    cells = raw_cells(model, model.checks)[:n_rows]
    for column, raw in enumerate(inputs, 1):
        sheet.put(column, FIRST - 1, raw.name, BOLD)
        style = DATE if raw.holds_dates else INPUT
        for i in range(n_rows):
            sheet.put(column, FIRST + i, cells[i][column - 1] if i < len(cells) else None, style)
    for column, head in enumerate(heads, at):
        sheet.put(column, FIRST - 1, head, BOLD)
        sheet.put(column + len(heads) + 1, FIRST - 1, f"{head} (saved)", NOTE)
    for column, name in enumerate(model.pipeline.class_names, at + 1):
        sheet.put(column, FIRST - 2, name, NOTE)
    _put_answers(sheet, model, at, n_rows)
    put_promises(sheet, model, at, at + 2 * (len(heads) + 1), n_rows, knots)
    return sheet


def _put_answers(sheet: Sheet, model: TrainedModel, at: int, n_rows: int) -> None:
    """Write the live answers, and beside them those that were saved."""
    width = len(answer_headings(model)) + 1
    outputs, classes = np.asarray(model.checks.outputs[:n_rows], np.float64), model.pipeline.class_names
    shares = both_classes(outputs[:, 0]) if classes and outputs.shape[1] == 1 else outputs
    labels = model.pipeline.labels(outputs) if classes and len(outputs) else []
    for row in range(FIRST, FIRST + n_rows):
        for column, source in answer_formulas(model, row, at):
            sheet.put(column, row, Formula(source), OUTPUT)
    for i, values in enumerate(shares.tolist()):
        saved = [labels[i], *values] if classes else values
        for column, value in enumerate(saved, at + width):
            sheet.put(column, FIRST + i, None if value != value else value, NOTE)


def _answers(model: TrainedModel, book: WorkbookEvaluator, row: int) -> list[float]:
    """Return the network's outputs as "Predict" shows them, NaN for #N/A."""
    columns = [column for column, _ in answer_formulas(model, row, len(raw_columns(model.pipeline)) + 2)]
    numbers = columns[-model.network.sizes[-1] :]
    shown = [book.shown("Predict", column, row) for column in numbers]
    return [np.nan if value is None else float(value) for value in shown]
