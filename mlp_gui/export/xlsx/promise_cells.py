"""What is promised about new rows, as columns of "Predict": the ends of intervals, or which classes are in the set."""

from __future__ import annotations

import math
from dataclasses import replace

from mlp_gui.core.transformation import Transformation
from mlp_gui.engine.calibration.class_sets import ClassSets
from mlp_gui.engine.calibration.promised_columns import interval_headings, set_heading
from mlp_gui.export.scripts.transform_code import spreadsheet_back, spreadsheet_forward
from mlp_gui.export.scripts.transform_languages import KnotSpans
from mlp_gui.export.xlsx.layout import FIRST
from mlp_gui.export.xlsx.workbook import BOLD, OUTPUT, Formula, Sheet, column_letters
from mlp_gui.model import TrainedModel

FAR = "1E+300"  # a half width without an end


def put_promises(sheet: Sheet, model: TrainedModel, answers: int, at: int, n_rows: int, knots: KnotSpans) -> None:
    """Write the columns, where the model promises something.

    Parameters
    ----------
    sheet : Sheet
        "Predict".
    model : TrainedModel
    answers : int
        The column of the first answer.
    at : int
        The first free column.
    n_rows : int
    knots : callable
        See `spreadsheet_forward`.
    """
    for column, (heading, source) in enumerate(promise_formulas(model, answers, knots), at):
        sheet.put(column, FIRST - 1, heading, BOLD)
        for row in range(FIRST, FIRST + n_rows):
            sheet.put(column, row, Formula(source.replace("{row}", str(row))), OUTPUT)


def promise_formulas(model: TrainedModel, answers: int, knots: KnotSpans) -> list[tuple[str, str]]:
    """Return heading and formula of each column; {row} stands for the number of the row.

    Parameters
    ----------
    model : TrainedModel
    answers : int
        The column of the first answer.
    knots : callable
    """
    found, names = model.promise(), model.pipeline.target_names
    if found is None:
        return []
    if isinstance(found, ClassSets):
        classes = model.pipeline.class_names
        cells = [f"{column_letters(answers + 1 + k)}{{row}}" for k in range(len(classes))]
        head = set_heading(names[0], found.level)
        return [(f"{head}: {name}", _is_member(found, cells, k)) for k, name in enumerate(classes)]
    columns = []
    transforms = found.transforms or (Transformation(),) * len(names)
    for k, (name, half) in enumerate(zip(names, found.half_width.tolist(), strict=True)):
        width, cell = repr(half) if math.isfinite(half) else FAR, f"{column_letters(answers + k)}{{row}}"
        shape = replace(transforms[k], smearing=())
        for heading, sign in zip(interval_headings(name, found.level), "-+", strict=True):
            moved = f"({spreadsheet_forward(shape, cell, knots)}{sign}{width})"
            columns.append((heading, spreadsheet_back(shape, moved, knots)))
    return columns


def _is_member(found: ClassSets, cells: list[str], k: int) -> str:
    """Return 1 for a class that belongs to the set, else 0."""
    limit, own = repr(found.threshold + 1e-12), cells[k]
    if found.rule == "lac":
        return f"IF(1-{own}<={limit},1,0)"
    # All classes that are at least as probable; of equal ones the first counts first.
    terms = [f"IF({cell}{'>=' if j <= k else '>'}{own},{cell},0)" for j, cell in enumerate(cells)]
    first = [f"IF({cell}{'>=' if j < k else '>'}{own},1,0)" for j, cell in enumerate(cells) if j != k]
    return f"IF({'+'.join(terms)}<={limit},1,IF({'+'.join(first)}=0,1,0))"
