"""The rows and columns of the table of runs: lengths, losses, scores, and a column for each setting that differs."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from mlp_gui.core.number_format import integer, number
from mlp_gui.core.translation import tr
from mlp_gui.engine.metrics.regression import metrics
from mlp_gui.export.project.run_list import KeptRun
from mlp_gui.session.runs.comparison import Difference, Settings, compared, settings_of
from mlp_gui.session.runs.run_list import Attempts
from mlp_gui.views.plots.training.runs_model import Cell, Column, Row, Table

MAIN = ("r2", "rmse", "accuracy", "f1_macro", "log_loss")  # one column each, of those that there are


def table_of(attempts: Attempts) -> Table:
    """All kept runs."""
    runs = attempts.kept
    subset = next((s for s in ("validation", "training") if any(s in run.scores for run in runs)), "training")
    known = {name for run in runs for name in run.scores.get(subset, {})}
    scores = [name for name in MAIN if name in known]
    unfolded = {run.number: settings_of(run.config) for run in runs}
    settings = compared(list(unfolded.values()))
    columns = (
        Column("differs", tr("Differs in")),
        Column("epochs", tr("Epochs"), True),
        Column(
            "best_loss", tr("Best loss"), True, tr("The lowest validation loss, or training loss without validation")
        ),
        *(_score_column(name, subset) for name in scores),
        *(_setting_column(one) for one in settings),
        Column("ended", tr("Ended")),
    )
    rows = tuple(
        Row(
            run.number, name_of(run), run.shown, run.parent,
            (Cell(what_differs(run, runs, unfolded)), _epochs(run), _best(run),
             *(_score(run, subset, name) for name in scores),
             *(_setting(one, at) for one in settings), Cell(run.ending)),
            attempts.why_not_restore(run.number), attempts.why_not_remove(run.number),
        )
        for at, run in enumerate(runs)
    )  # fmt: skip
    return Table(columns, rows, attempts.current)


def name_of(run: KeptRun) -> str:
    """Its name, else its number."""
    return run.name or tr("run {n}", n=run.number)


def what_differs(run: KeptRun, runs: list[KeptRun], unfolded: Mapping[int, Settings]) -> str:
    """In words: what is set otherwise than in the run it branched off, or in the first one."""
    parent = next((one for one in runs if one.number == run.parent), None)
    other = parent or runs[0]
    found = compared([unfolded[other.number], unfolded[run.number]])
    said = ", ".join(f"{one.label} {one.values[1].text}" for one in found if one.values[1])
    if parent is not None:
        fork = tr("fork of {parent} at epoch {epoch:,}", parent=name_of(parent), epoch=run.fork_epoch)
        return f"{fork}: {said}" if said else fork
    if run.number == other.number:
        return ""
    return said or tr("the settings of {name}", name=name_of(other))


def _epochs(run: KeptRun) -> Cell:
    return Cell(integer(run.last_epoch), float(run.last_epoch))


def _best(run: KeptRun) -> Cell:
    curve = run.validation if np.isfinite(run.validation).any() else run.train
    if not np.isfinite(curve).any():
        return Cell(number(math.nan), math.nan)
    at = int(np.nanargmin(np.where(np.isfinite(curve), curve, np.nan)))
    return Cell(number(float(curve[at])), float(curve[at]), tr("after epoch {epoch:,}", epoch=int(run.epochs[at])))


def _score_column(name: str, subset: str) -> Column:
    metric = metrics[name]
    better = tr("higher is better" if metric.higher_is_better else "lower is better")
    title = tr("{metric}, {subset}", metric=tr(metric.label), subset=tr(subset))
    return Column(f"{subset}.{name}", tr(metric.label), True, f"{title}\n{better}")


def _score(run: KeptRun, subset: str, name: str) -> Cell:
    value = run.scores.get(subset, {}).get(name, math.nan)
    said = (f"{tr(s)} {number(values[name])}" for s, values in run.scores.items() if name in values)
    return Cell(number(value), value, ", ".join(said))


def _setting_column(one: Difference) -> Column:
    is_number = all(value is None or isinstance(value.value, float) for value in one.values)
    return Column(one.path, one.label, is_number)


def _setting(one: Difference, at: int) -> Cell:
    value = one.values[at]
    if value is None:
        return Cell("")
    return Cell(value.text, value.value if isinstance(value.value, float) else None)
