"""The runs of the session and the plot that lays them side by side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QTimer, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.app.controllers.training.compared_rows import changed_rows_table
from mlp_gui.app.controllers.training.run_cells import (
    best_cell,
    epochs_cell,
    paired_cell,
    paired_column,
    reference_cell,
    reference_column,
    score_cell,
    score_column,
    setting_cell,
    setting_column,
)
from mlp_gui.core.errors import UserError
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import tr
from mlp_gui.export.project.run_list import RunRecord
from mlp_gui.session.runs.comparison import Settings, compare_settings, flatten_settings
from mlp_gui.session.runs.row_comparison import RowComparison
from mlp_gui.session.runs.run_list import RunList
from mlp_gui.session.runs.run_records import run_name
from mlp_gui.session.session import Session
from mlp_gui.verdict.assessment import Assessment
from mlp_gui.verdict.judgement import Verdict
from mlp_gui.verdict.references import CONSTANT, LINEAR, References
from mlp_gui.views.charts.plot import Plot
from mlp_gui.views.plots.training.runs import RunsPlot
from mlp_gui.views.plots.training.runs_model import RunsCell, RunsColumn, RunsRow, RunsTableData
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.studies.run_comparison import ChangedRowsTable, RunComparison

NO_VERDICTS: Mapping[int, Verdict] = {}
ON_EVERY_SUBSET = 2  # of these
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
    scores = _score_columns(runs)
    unfolded = {run.number: flatten_settings(run.config) for run in runs}
    settings = compare_settings(list(unfolded.values()))
    columns = (
        RunsColumn("differs", tr("Differs in")),
        RunsColumn("epochs", tr("Epochs"), True),
        RunsColumn(
            "best_loss", tr("Best loss"), True, tr("The lowest validation loss, or training loss without validation")
        ),
        *(score_column(name, subset) for name, subset in scores),
        *(reference_column(name, references) for name in beside),
        *([paired_column()] if len(verdicts) > 1 else []),
        *(setting_column(one) for one in settings),
        RunsColumn("ended", tr("Ended")),
    )
    rows = tuple(
        RunsRow(
            run.number, run_name(run), run.shown, run.parent,
            (RunsCell(differing_settings(run, runs, unfolded)), epochs_cell(run), best_cell(run),
             *(score_cell(run, subset, name) for name, subset in scores),
             *(reference_cell(run, name, references, verdicts.get(run.number)) for name in beside),
             *([paired_cell(run.number, attempts.current, verdicts)] if len(verdicts) > 1 else []),
             *(setting_cell(one, at) for one in settings), RunsCell(run.ending)),
            attempts.why_not_restore(run.number), attempts.why_not_remove(run.number),
        )
        for at, run in enumerate(runs)
    )  # fmt: skip
    return RunsTableData(columns, rows, attempts.current)


def _score_columns(runs: list[RunRecord]) -> list[tuple[str, Subset]]:
    """Return which scores have a column: the first two on every subset, the others on that which chose the epoch."""
    there = [s for s in Subset if any(s in run.scores for run in runs)]
    chosen = Subset.VALIDATION if Subset.VALIDATION in there else Subset.TRAINING
    known = {name for run in runs for name in run.scores.get(chosen, {})}
    names = [name for name in MAIN if name in known]
    return [(name, s) for k, name in enumerate(names) for s in there if k < ON_EVERY_SUBSET or s == chosen]


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
    changes = live_changes(run)
    if parent is not None:
        fork = tr("fork of {parent} at epoch {epoch:,}", parent=run_name(parent), epoch=run.fork_epoch)
        said = f"{fork}: {said}" if said else fork
    elif run.number == other.number:
        said = ""
    else:
        said = said or ("" if changes else tr("the settings of {name}", name=run_name(other)))
    return "; ".join(part for part in (said, changes) if part)


def live_changes(run: RunRecord) -> str:
    """Return in words which settings were changed while a run was going on, and when; those of a fork after it."""
    events = run.past.events if run.past is not None else ()
    live = [event for event in events if event.kind in ("rate", "setting") and event.epoch > run.fork_epoch]
    return ", ".join(tr("{change} at epoch {epoch:,}", change=event.text, epoch=event.epoch) for event in live)


class RunsController(QObject):
    """The plot is made when it is first shown; the runs are kept from the beginning.

    Attributes
    ----------
    comparison : RunComparison or None
        While two runs lie side by side.
    """

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
        self.comparison: RunComparison | None = None
        self._runs.comparer.compared.connect(self._on_compared)
        self._runs.comparer.refused.connect(self._on_not_compared)
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
            plot.compare_requested.connect(self._on_compare)
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

    # --- two of them -----------------------------------------------------------------------------------------

    @Slot(object)
    def _on_compare(self, chosen: int) -> None:
        if self._plot is None:
            return
        if self.comparison is not None:
            self.comparison.close()
        self.comparison = dialog = RunComparison(self._window, self.table(), self._runs.runs, chosen)
        dialog.pair_chosen.connect(self._on_pair)
        dialog.row_chosen.connect(self._on_row)
        dialog.finished.connect(self._on_closed)
        dialog.show()
        self._on_pair(int(dialog.first.value()), int(dialog.second.value()))

    @Slot(object, object)
    def _on_pair(self, first: int, second: int) -> None:
        one, other = self._runs.find_run(first), self._runs.find_run(second)
        if one is not None and other is not None and one is not other:
            self._runs.comparer.compare(one, other)

    @Slot(object)
    def _on_compared(self, found: RowComparison) -> None:
        dataset = self._session.run.dataset
        if self.comparison is not None and dataset is not None:
            names = [run_name(run) for n in (found.first, found.second) if (run := self._runs.find_run(n)) is not None]
            if len(names) == 2:
                self.comparison.show_changes(changed_rows_table(found, dataset, (names[0], names[1])))

    @Slot(object)
    def _on_not_compared(self, error: UserError) -> None:
        if self.comparison is not None:
            self.comparison.show_changes(ChangedRowsTable(str(error)))

    @Slot(object)
    def _on_row(self, row: int) -> None:
        if self._session.evaluation.selection.rows.tolist() != [row]:
            self._session.evaluation.selection.choose(np.array([row]))

    @Slot()
    def _on_closed(self) -> None:
        if self.comparison is not None:
            self.comparison.deleteLater()
            self.comparison = None

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
