"""What each command does. Every function takes the parsed options and returns a Result, or raises UserError."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from mlp_gui.cli.hand_ins import check
from mlp_gui.cli.options import column_markers, derived_texts, option_for_remarks, parse_number
from mlp_gui.cli.output import Result, format_cell, format_table, refuse_overwriting
from mlp_gui.cli.part_options import chosen_part
from mlp_gui.cli.predict_scores import count_rows, describe_scores, scores_to_json
from mlp_gui.cli.project_table import prepared_of
from mlp_gui.cli.promises import coverage_sentences, promise_to_json
from mlp_gui.cli.study import study
from mlp_gui.cli.train import train
from mlp_gui.cli.train_setup import open_as_asked, with_first_columns
from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.remark import Remark
from mlp_gui.data.derived.derivation import as_declared
from mlp_gui.data.open_table import open_with_header_lines, with_part
from mlp_gui.data.samples.catalogue import samples as bundled
from mlp_gui.data.summary import summarize_table
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.common.base import export as write
from mlp_gui.export.project.project import read_project, read_run_and_dialect
from mlp_gui.export.project.run_format import read_bytes, read_run
from mlp_gui.export.registry import formats
from mlp_gui.export.tables.predictions import write_predictions
from mlp_gui.export.tables.scored_table import ScoredTable

__all__ = ["EXPORTABLE", "check", "export", "inspect", "predict", "samples", "study", "train"]

EXPORTABLE = tuple(f.name for f in formats if f.name != "predictions")


def inspect(options: argparse.Namespace) -> Result:
    """Say what the loader found in a file."""
    found, remarks = _inspected(options)
    head = f"{found['file']}: {found['rows']:,} rows, {found['columns']:,} columns, {found['missing']:,} missing cells"
    how = (
        f"sheet {found['sheet']!r}"
        if "sheet" in found
        else f"{found['encoding']}, separator {found['separator']!r}, decimal {found['decimal']!r}"
    )
    rows = [["column", "kind", "missing", "distinct", "min", "max"]]
    for field in found["fields"]:
        limits = [
            format_cell(v) if isinstance(v, int | float) else str(v or "-")[:20] for v in (field["min"], field["max"])
        ]
        name = str(field["name"])[:40] + (f" [{field['unit']}]" if "unit" in field else "")
        rows.append([name, field["kind"], f"{field['missing']:,}", f"{field['distinct']:,}", *limits])
    notes = (*found["warnings"], *option_for_remarks(remarks))
    return Result("\n".join([head, how, "", format_table(rows), *notes]), found)


def _inspected(options: argparse.Namespace) -> tuple[dict[str, Any], tuple[Remark, ...]]:
    table = open_as_asked(options.data, options)
    table = as_declared(table, column_markers(options.missing, table), derived_texts(options))
    return summarize_table(table, options.data), table.remarks


def predict(options: argparse.Namespace) -> Result:
    """Predict the rows of another table; columns are matched by name."""
    refuse_overwriting(options.out, options.run, options.data)
    run, dialect = read_run_and_dialect(options.run)
    like = dialect.of_other_rows() if dialect is not None else None
    like = with_part(options.data, like, chosen_part(options))
    like = with_first_columns(like, options.first_columns)
    data = open_with_header_lines(options.data, like, options.header_lines or "", run.model.pipeline.formats)
    model = run.model
    if options.interval is not None:
        model = model.at_level(parse_number(options.interval, "--interval"))
    scored = write_predictions(model, data, options.out)
    said = [f"{sentence}." for sentence in coverage_sentences(scored.coverage, model.pipeline.target_names)]
    text = "\n".join([*data.warnings, *scored.notes, *describe_scores(scored), *said, _saved(scored, options.out)])
    plain = (
        scores_to_json(scored)
        | promise_to_json(model, scored.coverage)
        | {"notes": list(scored.notes), "warnings": list(data.warnings), "out": options.out}
    )
    return Result(text, plain)


def _saved(scored: ScoredTable, out: str) -> str:
    """Say how many rows were predicted, as the notes do."""
    gone = scored.n_rows - scored.n_predicted
    without = f", {gone:,} without a prediction" if gone else ""
    return f"Saved {out}: {count_rows(scored.n_predicted, 'predicted')}{without}."


def export(options: argparse.Namespace) -> Result:
    """Write a saved run in another format."""
    if options.format not in EXPORTABLE:
        raise UserError(f"There is no format {options.format!r}.", hint=f"Choose one of: {', '.join(EXPORTABLE)}.")
    refuse_overwriting(options.out, options.run)
    sentence = write(_export_input(options), options.format, options.out)
    return Result(sentence, {"out": options.out, "format": options.format, "said": sentence})


def _export_input(options: argparse.Namespace) -> ExportInput:
    """Read the run, and its table where the format holds rows of it."""
    if not formats[options.format].needs_table:
        saved = read_run(options.run)
        return ExportInput(saved.model, saved.history)
    path = Path(options.run)
    project = read_project(read_bytes(path), path.name)
    return ExportInput(project.run.model, project.run.history, prepared_of(project, path))


def samples(options: argparse.Namespace) -> Result:
    """List the bundled data sets."""
    rows = [[f"sample:{s.name}", s.sentence] for s in bundled()]
    plain = {"samples": [{"name": s.name, "title": s.title, "sentence": s.sentence} for s in bundled()]}
    return Result("\n".join(f"{name:24} {sentence}" for name, sentence in rows), plain)
