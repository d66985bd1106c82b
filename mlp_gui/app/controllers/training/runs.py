"""The runs of the session and the plot that lays them side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from mlp_gui.app.runs_rows import name_of, table_of
from mlp_gui.core.translation import tr
from mlp_gui.export.project.project import Project
from mlp_gui.session.project.project import key
from mlp_gui.session.runs.run_list import Attempts
from mlp_gui.views.charts.plot import Plot
from mlp_gui.views.plots.training.runs import RunsPlot

if TYPE_CHECKING:
    from mlp_gui.app.program import Program


class RunsWiring(QObject):
    """The plot is made when it is first shown; the runs are kept from the beginning."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program, self._run = program, program.session.run
        self.attempts = Attempts(self._run, program.time.machine)
        self.attempts.changed.connect(self._show)
        self._run.phase_changed.connect(self._show)
        program.session.scorer.scored.connect(self.attempts.add_scores)
        project = program.session.project
        project.runs_of = self.attempts.all_kept
        project.runs_edited = lambda: self.attempts.edited
        project.runs_held = self._held
        project.taken_up.connect(self._on_taken_up)
        self.attempts.changed.connect(project.changed)  # they belong to it: the title says what is unsaved
        self._soon = QTimer(self)  # many things happen at a stop; the table is filled once
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fill)
        self._plot: RunsPlot | None = None
        program.window.workspace.plot_made.connect(self._on_made)

    def _held(self) -> frozenset[tuple[int, int]]:
        """What would go with the list; the run in the window is looked after by itself."""
        return frozenset(key(run) for run in self.attempts.kept if run.number != self.attempts.current)

    @Slot(object)
    def _on_made(self, plot: Plot) -> None:
        if isinstance(plot, RunsPlot):
            self._plot = plot
            plot.restore_requested.connect(self.restore)
            plot.remove_requested.connect(self.remove)
            plot.shown_changed.connect(self.attempts.show)
            plot.renamed.connect(self._on_renamed)
            plot.came_into_view.connect(self._fill)
            self._fill()

    @Slot(object)
    def _on_taken_up(self, project: Project) -> None:
        self.attempts.take_up(project.runs)

    @Slot(int)
    def restore(self, number: int) -> None:
        """Put a run back where it stood; what is in the window now is kept in the list as well."""
        self.attempts.restore(number)

    @Slot(int)
    def remove(self, number: int) -> None:
        """Take a run off the list; Edit > Undo brings it back."""
        found = self.attempts.remove(number)
        if found is not None:
            label = tr("the deletion of {name}", name=name_of(found))
            back, again = partial(self.attempts.bring_back, found), partial(self.attempts.remove, number)
            self._program.session.undo.record(label, back, again)
            said = tr("{name} is off the list; Edit > Undo brings it back.", name=name_of(found))
            self._program.window.status.show_sentence(said)

    @Slot(int, str)
    def _on_renamed(self, number: int, name: str) -> None:
        """An empty name, or the number that stands for it, is no name."""
        found = self.attempts.find(number)
        if found is not None:
            self.attempts.rename(number, "" if name.strip() == tr("run {n}", n=number) else name)

    @Slot()
    def _show(self) -> None:
        self._mark_fork()
        self._soon.start()

    @Slot()
    def _fill(self) -> None:
        """A table that cannot be seen is filled when it comes into view."""
        if self._plot is not None and self._plot.isVisible():
            self._plot.show_runs(self.attempts.kept, table_of(self.attempts))

    def _mark_fork(self) -> None:
        """On the loss curves: where the run in the window branched off."""
        attempts = self.attempts
        found = attempts.find(attempts.current)
        parent = attempts.find(found.parent) if found is not None else None
        text = tr("fork of {parent}", parent=name_of(parent)) if parent is not None else ""
        journal = self._program.pictures.journal
        journal.show_fork(found.fork_epoch if found is not None and text else 0, text)
        self._program.window.loss_plot.show_marks(journal.marks)
