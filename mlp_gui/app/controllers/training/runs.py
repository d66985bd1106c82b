"""The runs of the session and the plot that lays them side by side."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QTimer, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_integer, format_number, format_percent
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.export.project.run_list import RunRecord
from mlp_gui.session.runs.comparison import Difference, Settings, compare_settings, flatten_settings
from mlp_gui.session.runs.run_list import RunList
from mlp_gui.session.runs.run_records import run_name
from mlp_gui.session.session import Session
from mlp_gui.verdict.assessment import Assessment
from mlp_gui.verdict.judgement import Verdict
from mlp_gui.verdict.paired import compare_paired
from mlp_gui.verdict.references import CONSTANT, LINEAR, References, measure_for, reference_label
from mlp_gui.views.charts.plot import Plot
from mlp_gui.views.plots.training.runs import RunsPlot
from mlp_gui.views.plots.training.runs_model import RunsCell, RunsColumn, RunsRow, RunsTableData
from mlp_gui.views.shell.main_window import MainWindow

NO_VERDICTS: Mapping[int, Verdict] = {}
MAIN = ("r2", "rmse", "accuracy", "f1_macro", "log_loss")  # one column each, of those that there are


def runs_table(
    attempts: RunList, references: References | None = None, verdicts: Mapping[int, Verdict] = NO_VERDICTS
) -> RunsTableData:
    """Return the table of all kept runs.

    Parameters
    ----------
    attempts : RunList
    references : References, optional
        What they are compared with; runs on the same rows only.
    verdicts : mapping of int to Verdict
        Of runs that were judged in this session on the same rows; they are compared row by row.
    """
    runs = attempts.runs
    beside = [name for name in (CONSTANT, LINEAR) if references is not None and name in references.scores]
    preferred = (Subset.VALIDATION, Subset.TRAINING)
    subset = next((s for s in preferred if any(s in run.scores for run in runs)), Subset.TRAINING)
    known = {name for run in runs for name in run.scores.get(subset, {})}
    scores = [name for name in MAIN if name in known]
    unfolded = {run.number: flatten_settings(run.config) for run in runs}
    settings = compare_settings(list(unfolded.values()))
    columns = (
        RunsColumn("differs", tr("Differs in")),
        RunsColumn("epochs", tr("Epochs"), True),
        RunsColumn(
            "best_loss", tr("Best loss"), True, tr("The lowest validation loss, or training loss without validation")
        ),
        *(_score_column(name, subset) for name in scores),
        *(_beside_column(name, references) for name in beside),
        *([_paired_column()] if len(verdicts) > 1 else []),
        *(_setting_column(one) for one in settings),
        RunsColumn("ended", tr("Ended")),
    )
    rows = tuple(
        RunsRow(
            run.number, run_name(run), run.shown, run.parent,
            (RunsCell(differing_settings(run, runs, unfolded)), _epochs(run), _best(run),
             *(_score(run, subset, name) for name in scores),
             *(_beside(run, name, references, verdicts.get(run.number)) for name in beside),
             *([_paired(run.number, attempts.current, verdicts)] if len(verdicts) > 1 else []),
             *(_setting(one, at) for one in settings), RunsCell(run.ending)),
            attempts.why_not_restore(run.number), attempts.why_not_remove(run.number),
        )
        for at, run in enumerate(runs)
    )  # fmt: skip
    return RunsTableData(columns, rows, attempts.current)


def differing_settings(run: RunRecord, runs: list[RunRecord], unfolded: Mapping[int, Settings]) -> str:
    """Return in words what is set otherwise than in the run it branched off, or in the first one.

    Parameters
    ----------
    run : RunRecord
    runs : list of RunRecord
    unfolded : mapping
        Number -> flattened settings.
    """
    parent = next((one for one in runs if one.number == run.parent), None)
    other = parent or runs[0]
    found = compare_settings([unfolded[other.number], unfolded[run.number]])
    said = ", ".join(f"{one.label} {one.values[1].text}" for one in found if one.values[1])
    if parent is not None:
        fork = tr("fork of {parent} at epoch {epoch:,}", parent=run_name(parent), epoch=run.fork_epoch)
        return f"{fork}: {said}" if said else fork
    if run.number == other.number:
        return ""
    return said or tr("the settings of {name}", name=run_name(other))


def _epochs(run: RunRecord) -> RunsCell:
    return RunsCell(format_integer(run.last_epoch), float(run.last_epoch))


def _best(run: RunRecord) -> RunsCell:
    curve = run.validation if np.isfinite(run.validation).any() else run.train
    if not np.isfinite(curve).any():
        return RunsCell(format_number(math.nan), math.nan)
    at = int(np.nanargmin(np.where(np.isfinite(curve), curve, np.nan)))
    return RunsCell(
        format_number(float(curve[at])), float(curve[at]), tr("after epoch {epoch:,}", epoch=int(run.epochs[at]))
    )


def _score_column(name: str, subset: str) -> RunsColumn:
    metric = metrics[name]
    better = tr("higher is better" if metric.higher_is_better else "lower is better")
    title = tr("{metric}, {subset}", metric=tr(metric.label), subset=tr(subset))
    return RunsColumn(f"{subset}.{name}", tr(metric.label), True, f"{title}\n{better}")


def _score(run: RunRecord, subset: str, name: str) -> RunsCell:
    value = run.scores.get(subset, {}).get(name, math.nan)
    said = (f"{tr(s)} {format_number(values[name])}" for s, values in run.scores.items() if name in values)
    return RunsCell(format_number(value), value, ", ".join(said))


def _beside_column(name: str, references: References | None) -> RunsColumn:
    label = reference_label(name, references.constant_label if references is not None else "")
    tip = tr("How much lower the measured error is than that of the reference, on the test rows, or else validation")
    return RunsColumn(f"skill.{name}", tr("Below {model}", model=label), True, tip)


def _beside(run: RunRecord, name: str, references: References | None, verdict: Verdict | None) -> RunsCell:
    """Compare the scores of a run with those of a reference on the same rows."""
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


def _paired_column() -> RunsColumn:
    tip = tr("Compared row by row with the run in the window, and the chance that other rows would turn the order")
    return RunsColumn("paired", tr("Beside this run"), True, tip)


def _paired(number: int, current: int, verdicts: Mapping[int, Verdict]) -> RunsCell:
    """Compare a run with the one in the window, row by row."""
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


def _setting_column(one: Difference) -> RunsColumn:
    is_number = all(value is None or isinstance(value.value, float) for value in one.values)
    return RunsColumn(one.path, one.label, is_number)


def _setting(one: Difference, at: int) -> RunsCell:
    value = one.values[at]
    if value is None:
        return RunsCell("")
    return RunsCell(value.text, value.value if isinstance(value.value, float) else None)


class RunsController(QObject):
    """The plot is made when it is first shown; the runs are kept from the beginning."""

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window, self._runs = session, window, session.runs
        self._runs.changed.connect(self._show)
        session.run.phase_changed.connect(self._show)
        session.judge.fitted.connect(self._show)
        self._soon = QTimer(self)  # many things happen at a stop; the table is filled once
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fill)
        self._plot: RunsPlot | None = None
        self._verdicts: dict[int, Verdict] = {}  # of the present rows
        self._judged_beside: object = None
        session.judge.judged.connect(self._on_judged)
        window.workspace.plot_made.connect(self._on_made)

    @Slot(object)
    def _on_made(self, plot: Plot) -> None:
        if isinstance(plot, RunsPlot):
            self._plot = plot
            plot.restore_requested.connect(self.restore)
            plot.remove_requested.connect(self.remove)
            plot.shown_changed.connect(self._runs.set_visible)
            plot.renamed.connect(self._on_renamed)
            plot.became_visible.connect(self._fill)
            self._fill()

    @Slot(object)
    def restore(self, number: int) -> None:
        """Put a run back where it stood; what is in the window now is kept in the list as well."""
        self._runs.restore(number)

    @Slot(object)
    def remove(self, number: int) -> None:
        """Take a run off the list; Edit > Undo brings it back."""
        found = self._runs.remove(number)
        if found is not None:
            label = tr("the deletion of {name}", name=run_name(found))
            back, again = partial(self._runs.reinsert, found), partial(self._runs.remove, number)
            self._session.undo_stack.record(label, back, again)
            said = tr("{name} is off the list; Edit > Undo brings it back.", name=run_name(found))
            self._window.status.show_sentence(said)

    @Slot(object, str)
    def _on_renamed(self, number: int, name: str) -> None:
        """Rename a run; an empty name, or the number that stands for it, is no name."""
        found = self._runs.find_run(number)
        if found is not None:
            self._runs.rename(number, "" if name.strip() == tr("run {n}", n=number) else name)

    @Slot()
    def _show(self) -> None:
        self._window.loss_plot.show_events(self._session.event_log.events)
        self._soon.start()

    @Slot()
    def _fill(self) -> None:
        """Fill the table if it can be seen; a hidden one is filled when it comes into view."""
        if self._plot is not None and self._plot.isVisible():
            self._plot.show_runs(self._runs.runs, self.table())

    def table(self) -> RunsTableData:
        """Return the table of all kept runs, as it is shown."""
        return runs_table(self._runs, self._session.judge.references, self._verdicts)

    @Slot(object)
    def _on_judged(self, assessment: Assessment | None) -> None:
        """Keep the verdict about the run in the window, for comparisons row by row."""
        if assessment is None or self._session.timeline.is_in_past:
            return
        if assessment.references is not self._judged_beside:  # other rows, or another loss
            self._judged_beside, self._verdicts = assessment.references, {}
        if self._runs.current:
            self._verdicts[self._runs.current] = assessment.verdict
            self._show()
