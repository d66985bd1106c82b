"""Columns and cells of the table of runs: how far each came, how good it was, beside what, with which settings."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_integer, format_number, format_percent
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.export.project.run_list import RunRecord
from mlp_gui.session.runs.comparison import Difference
from mlp_gui.verdict.judgement import Verdict
from mlp_gui.verdict.paired import compare_paired
from mlp_gui.verdict.references import References, measure_for, reference_label
from mlp_gui.views.plots.training.runs_model import RunsCell, RunsColumn


def epochs_cell(run: RunRecord) -> RunsCell:
    """Return up to which epoch a run came."""
    return RunsCell(format_integer(run.last_epoch), float(run.last_epoch))


def best_cell(run: RunRecord) -> RunsCell:
    """Return the lowest validation loss of a run, or training loss without validation."""
    curve = run.validation if np.isfinite(run.validation).any() else run.train
    if not np.isfinite(curve).any():
        return RunsCell(format_number(math.nan), math.nan)
    at = int(np.nanargmin(np.where(np.isfinite(curve), curve, np.nan)))
    return RunsCell(
        format_number(float(curve[at])), float(curve[at]), tr("after epoch {epoch:,}", epoch=int(run.epochs[at]))
    )


def score_column(name: str, subset: str) -> RunsColumn:
    """Return the head of a score on a subset.

    Parameters
    ----------
    name, subset : str
    """
    metric = metrics[name]
    better = tr("higher is better" if metric.higher_is_better else "lower is better")
    title = tr("{metric}, {subset}", metric=tr(metric.label), subset=tr(subset))
    return RunsColumn(f"{subset}.{name}", title, True, better)


def score_cell(run: RunRecord, subset: str, name: str) -> RunsCell:
    """Return the score of a run on a subset; those on the others are read on hover.

    Parameters
    ----------
    run : RunRecord
    subset, name : str
    """
    value = run.scores.get(subset, {}).get(name, math.nan)
    said = (f"{tr(s)} {format_number(values[name])}" for s, values in run.scores.items() if name in values)
    return RunsCell(format_number(value), value, ", ".join(said))


def reference_column(name: str, references: References | None) -> RunsColumn:
    """Return the head of the comparison with a reference model.

    Parameters
    ----------
    name : str
    references : References or None
    """
    label = reference_label(name, references.constant_label if references is not None else "")
    tip = tr("How much lower the measured error is than that of the reference, on the test rows, or else validation")
    return RunsColumn(f"skill.{name}", tr("Below {model}", model=label), True, tip)


def reference_cell(run: RunRecord, name: str, references: References | None, verdict: Verdict | None) -> RunsCell:
    """Compare the scores of a run with those of a reference on the same rows.

    Parameters
    ----------
    run : RunRecord
    name : str
    references : References or None
    verdict : Verdict or None
    """
    if references is not None and run.config.training.loss.output == "identity" and len(references.spread) > 1:
        return _pooled(name, verdict)
    subset = next((s for s in (Subset.TEST, Subset.VALIDATION, Subset.TRAINING) if s in run.scores), None)
    if references is None or subset is None or run.dataset_sha256:
        return RunsCell(format_number(math.nan), math.nan)
    loss = run.config.training.loss
    measure = measure_for(Task.REGRESSION if loss.output == "identity" else Task.BINARY, loss)
    own, other = run.scores[subset].get(measure, math.nan), references.scores[name][subset].get(measure, math.nan)
    skill = 1 - own / other if other else math.nan
    said = tr(
        "{metric} on {subset}: {own} against {other}", metric=tr(metrics[measure].label), subset=tr(subset),
        own=format_number(own), other=format_number(other),
    )  # fmt: skip
    return _skill_cell(skill, said)


def _pooled(name: str, verdict: Verdict | None) -> RunsCell:
    """Return what was found when the run was judged: means over targets of different units cannot be compared."""
    if verdict is None or name not in verdict.skill:
        return RunsCell(format_number(math.nan), math.nan, tr("Several targets are compared when the run is shown."))
    skill = verdict.skill[name].value
    said = tr("Pooled over the targets, each in units of its own spread")
    return _skill_cell(skill, said)


def _skill_cell(skill: float, said: str) -> RunsCell:
    return RunsCell(format_percent(skill) if abs(skill) < 100 else format_number(skill), skill, said)


def paired_column() -> RunsColumn:
    """Return the head of the comparison with the run in the window, row by row."""
    tip = tr("Compared row by row with the run in the window, and the chance that other rows would turn the order")
    return RunsColumn("paired", tr("Beside this run"), True, tip)


def paired_cell(number: int, current: int, verdicts: Mapping[int, Verdict]) -> RunsCell:
    """Compare a run with the one in the window, row by row.

    Parameters
    ----------
    number, current : int
    verdicts : mapping of int to Verdict
    """
    own, other = verdicts.get(number), verdicts.get(current)
    if own is None or other is None or number == current or not _same_rows(own, other):
        return RunsCell(format_number(math.nan), math.nan)
    found = compare_paired(own.measure, np.array(own.row_losses), np.array(other.row_losses), own.block)
    text = (
        mark("{share} better; by chance {chance}")
        if found.skill.value >= 0
        else mark("{share} worse; by chance {chance}")
    )
    said = tr(text, share=format_percent(abs(found.skill.value)), chance=format_percent(found.chance_of_turning))
    tip = tr(
        "{metric} lower by {low} to {high} than that of the run in the window, on the same {n:,} rows. "
        "Other rows would turn the order with a chance of {chance}.",
        metric=tr(metrics[own.measure].label), low=format_percent(found.skill.low),
        high=format_percent(found.skill.high), n=own.rows, chance=format_percent(found.chance_of_turning),
    )  # fmt: skip
    return RunsCell(said, found.skill.value, tip)


def _same_rows(one: Verdict, other: Verdict) -> bool:
    return (one.measure, one.subset, one.rows) == (other.measure, other.subset, other.rows)


def setting_column(one: Difference) -> RunsColumn:
    """Return the head of a setting in which runs differ."""
    is_number = all(value is None or isinstance(value.value, float) for value in one.values)
    return RunsColumn(one.path, one.label, is_number)


def setting_cell(one: Difference, at: int) -> RunsCell:
    """Return the value of a setting for the run at a place in the list.

    Parameters
    ----------
    one : Difference
    at : int
    """
    value = one.values[at]
    if value is None:
        return RunsCell("")
    return RunsCell(value.text, value.value if isinstance(value.value, float) else None)
