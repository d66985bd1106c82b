"""One worked iteration on paper: every step with its words, equation, numbers and sums, as HTML or as CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from string import Template

from mlp_gui.core import number_format
from mlp_gui.core.translation import format_localized, language, tr
from mlp_gui.data.csv.writer import csv_text
from mlp_gui.engine.network.tape import OpKind
from mlp_gui.engine.tracing.forward_backward_formulas import total_loss, write_formula
from mlp_gui.engine.tracing.tensors import Tensor
from mlp_gui.engine.tracing.trace import STAGES, Trace, TraceStep
from mlp_gui.views.inspector import step_texts
from mlp_gui.views.theme.palette import LIGHT

MOST_ROWS, MOST_COLUMNS = 40, 16
Original = Callable[[Tensor, tuple[int, int]], str]

_STYLE = Template("""
body { font-family: "DejaVu Sans", Arial, sans-serif; font-size: 10pt; color: $text; }
body { max-width: 60em; margin: 2em auto; }
h1 { font-size: 18pt; } h2 { font-size: 14pt; border-bottom: 1px solid $line; } h3 { font-size: 11pt; }
p.equation { font-size: 13pt; } code { font-family: "DejaVu Sans Mono", monospace; }
table { border-collapse: collapse; margin: 0.5em 0; }
td, th { border: 1px solid $line; padding: 2px 6px; text-align: right; font-weight: normal; }
th { background: $surface; } .small { color: $muted; font-size: 8pt; }
section { break-inside: avoid; page-break-inside: avoid; }
""").substitute(vars(LIGHT))  # paper is light


def worked_example_html(trace: Trace, original: Original | None = None, title: str = "") -> str:
    """Return the whole batch as one page of HTML.

    Parameters
    ----------
    trace : Trace
    original : callable, optional
        What inputs and outputs are in the file.
    title : str
        Of the run.
    """
    head = escape(step_texts.batch_headline(trace))
    parts = [
        f'<!DOCTYPE html>\n<html lang="{language()}"><head><meta charset="utf-8"><title>{head}</title>',
        f"<style>{_STYLE}</style></head><body>",
        f"<h1>{escape(tr('One iteration, worked through'))}</h1><p>{escape(title)}</p>",
        f"<p>{head}. {escape(_numbers(trace))}</p>",
    ]
    for stage in STAGES:
        parts.append(
            f"<h2>{escape(tr(step_texts.STAGES[stage]))}</h2><p>{escape(tr(step_texts.STAGE_TIPS[stage]))}</p>"
        )
        parts += [_section(trace, step, original) for step in trace.stage(stage)]
    return "\n".join([*parts, "</body></html>\n"])


def _numbers(trace: Trace) -> str:
    rate, loss, penalty = trace.rate, trace.loss, trace.penalty
    if penalty:
        return tr(
            "Learning rate {rate:.6g}, loss {loss:.10g}, penalty {penalty:.10g}.", rate=rate, loss=loss, penalty=penalty
        )
    return tr("Learning rate {rate:.6g}, loss {loss:.10g}.", rate=rate, loss=loss)


def _section(trace: Trace, step: TraceStep, original: Original | None) -> str:
    written = write_formula(trace, step, (0, 0))
    lines = [*written.lines, *(total_loss(trace).lines if step.kind is OpKind.LOSS else ())]
    return "\n".join(
        (
            f"<section><h3>{escape(step_texts.step_title(trace, step))}</h3>",
            f"<p>{escape(step_texts.step_sentence(step))}</p>",
            f'<p class="equation">{_broken(step.equation)}</p>',
            f"<p><code>{_broken(step.code)}</code></p>",
            _table(trace, step.result, original),
            *(f"<p>{escape(line)}</p>" for line in lines),
            "</section>",
        )
    )


def _broken(text: str) -> str:
    return escape(text).replace("; ", "<br>")


def _table(trace: Trace, tensor: Tensor, original: Original | None) -> str:
    rows, columns = min(tensor.shape[0], MOST_ROWS), min(tensor.shape[1], MOST_COLUMNS)
    names = trace.names
    heads = "".join(f"<th>{escape(names.label(tensor.across, j))}</th>" for j in range(columns))
    made = [f"<table><tr><th>{escape(tensor.symbol)}</th>{heads}</tr>"]
    for i in range(rows):
        cells = "".join(f"<td>{_cell(tensor, (i, j), original)}</td>" for j in range(columns))
        made.append(f"<tr><th>{escape(names.label(tensor.down, i))}</th>{cells}</tr>")
    made.append("</table>")
    if (rows, columns) != tensor.shape:
        whole = f"{format_localized(tensor.shape[0], ',')} × {format_localized(tensor.shape[1], ',')}"
        said = tr("The first {shown} of {whole} numbers.", shown=f"{rows} × {columns}", whole=whole)
        made.append(f'<p class="small">{escape(said)}</p>')
    return "\n".join(made)


def _cell(tensor: Tensor, cell: tuple[int, int], original: Original | None) -> str:
    number = escape(number_format.format_number(tensor[cell]))
    text = original(tensor, cell) if original is not None else ""
    return f'{number}<br><span class="small">{escape(text)}</span>' if text else number


def worked_example_csv(trace: Trace) -> str:
    """Write every number of every step, one a line, in full: step, stage, symbol, row, column, value."""
    rows: list[Sequence[object]] = [("step", "stage", "operation", "layer", "symbol", "row", "column", "value")]
    for number, step in enumerate(trace.steps, 1):
        t, names = step.result, trace.names
        for i in range(t.shape[0]):
            for j in range(t.shape[1]):
                place = (names.file_label(t.down, i), names.file_label(t.across, j))
                value = float(t[i, j])
                shown = value if value == value else "nan"
                rows.append((number, step.stage, step.kind, step.layer, t.symbol, *place, shown))
    return csv_text(rows)
