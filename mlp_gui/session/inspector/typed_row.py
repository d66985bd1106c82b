"""A row that a person typed in, made ready for the network exactly as the rows of the file are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import format_localized, tr
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.tracing.trace import Pick, PickKind


def row_texts(prepared: Prepared, row: int) -> dict[str, str]:
    """Return a row of the table as texts, by column: the inputs, then the targets.

    Parameters
    ----------
    prepared : Prepared
    row : int
        Its position in the table.
    """
    pipeline, frame, numeric = prepared.pipeline, prepared.table.frame, _numeric(prepared)
    names = (*pipeline.input_names, *pipeline.target_names)
    return {name: _text(frame[name].iloc[row], name in numeric) for name in names}


def _numeric(prepared: Prepared) -> set[str]:
    """Return the columns whose values are numbers; others hold names, even where these look like numbers."""
    pipeline = prepared.pipeline
    inputs = {fitted.name for fitted in pipeline.inputs if fitted.encoding == "number"}
    return inputs if pipeline.class_names else inputs | set(pipeline.target_names)


def _text(value: Any, is_number: bool) -> str:
    if pd.isna(value):
        return ""
    if not isinstance(value, float):
        return str(value)
    # A category that looks like a number is a name: it keeps its point in every language.
    return format_localized(value, ".10g") if is_number else f"{value:.10g}"


def typed_row(prepared: Prepared, texts: dict[str, str]) -> Pick:
    """Return a typed row, made ready for the network as the rows of the file are.

    Parameters
    ----------
    prepared : Prepared
    texts : dict of str
        What was typed, by column.

    Raises
    ------
    UserError
        If a text cannot be used; it names the column.
    """
    pipeline, numeric = prepared.pipeline, _numeric(prepared)
    frame = pd.DataFrame({name: [_cell(name, texts.get(name, ""), name in numeric)] for name in texts})
    x, report = pipeline.transform_frame(frame)
    if not np.isfinite(x).all():
        raise UserError(
            tr("The row has no value in {columns}.", columns=", ".join(report.missing or pipeline.input_names)),
            hint=tr("Type a number or a category there."),
        )
    y = pipeline.transform_targets(frame)
    if not np.isfinite(y).all():
        classes, targets = ", ".join(pipeline.class_names), ", ".join(pipeline.target_names)
        known = tr("Known classes: {classes}.", classes=classes) if classes else ""
        raise UserError(tr("The row has no true value in {targets}.", targets=targets), known)
    return Pick(PickKind.TYPED, x=x, y=y)


def _cell(name: str, text: str, is_number: bool) -> object:
    words = text.strip()
    if not words:
        return np.nan if is_number else None
    if not is_number:
        return words
    try:
        return float(_with_point(words))
    except ValueError as error:
        raise UserError(tr("{name}: {typed!r} is not a number.", name=name, typed=words)) from error


def _with_point(words: str) -> str:
    """Read 12,5 and 1.012,5 as well as 1,012.5: the last sign is the decimal one when there is only one of it."""
    plain = "".join(words.replace("\N{MINUS SIGN}", "-").split())
    last = max(",", ".", key=plain.rfind)
    if plain.count(last) != 1:
        return plain
    return plain.replace("," if last == "." else ".", "").replace(last, ".")
