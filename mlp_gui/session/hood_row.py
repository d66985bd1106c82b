"""A row that a person typed in, made ready for the network exactly as the rows of the file are."""

from __future__ import annotations

import numpy as np
import pandas as pd

from mlp_gui.core.errors import UserError
from mlp_gui.data.pipeline import Prepared
from mlp_gui.engine.trace import Pick


def row_texts(prepared: Prepared, row: int) -> dict[str, str]:
    """A row of the table as texts, by column: the inputs, then the targets. row: its position in the table."""
    pipeline, frame = prepared.pipeline, prepared.table.frame
    names = (*pipeline.input_names, *pipeline.target_names)
    values = {name: frame[name].iloc[row] for name in names}
    return {name: "" if pd.isna(value) else f"{value:.10g}" if isinstance(value, float) else str(value)
            for name, value in values.items()}  # fmt: skip


def typed_row(prepared: Prepared, texts: dict[str, str]) -> Pick:
    """texts: column -> what was typed. UserError names the column that cannot be used."""
    pipeline = prepared.pipeline
    numeric = {fitted.name for fitted in pipeline.inputs if fitted.encoding == "number"}
    if not pipeline.class_names:
        numeric |= set(pipeline.target_names)
    frame = pd.DataFrame({name: [_cell(name, texts.get(name, ""), name in numeric)] for name in texts})
    x, report = pipeline.transform_frame(frame)
    if not np.isfinite(x).all():
        columns = ", ".join(report.missing) or "an input"
        raise UserError(f"The row has no value in {columns}.", hint="Type a number or a category there.")
    y = pipeline.targets_of(frame)
    if not np.isfinite(y).all():
        known = f"Known classes: {', '.join(pipeline.class_names)}." if pipeline.class_names else ""
        raise UserError(f"The row has no true value in {', '.join(pipeline.target_names)}.", known)
    return Pick("typed", x=x, y=y)


def _cell(name: str, text: str, is_number: bool) -> object:
    words = text.strip()
    if not words:
        return np.nan if is_number else None
    if not is_number:
        return words
    try:
        return float(words.replace("\N{MINUS SIGN}", "-").replace(",", ".") if words.count(",") == 1 else words)
    except ValueError as error:
        raise UserError(f"{name}: {words!r} is not a number.") from error
