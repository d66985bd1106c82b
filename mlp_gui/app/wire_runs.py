"""The runs of the session and the plot that lays them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from mlp_gui.session.attempts import Attempt, Attempts
from mlp_gui.views.plots.base import Plot
from mlp_gui.views.plots.runs_plot import RunsPlot
from mlp_gui.views.shell.numbers import integer, number

if TYPE_CHECKING:
    from mlp_gui.app.program import Program


class RunsWiring(QObject):
    """The plot is made when it is first shown; the runs are kept from the beginning."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program, self._run = program, program.session.run
        self.attempts = Attempts(self._run)
        self.attempts.changed.connect(self._show)
        program.session.scorer.scored.connect(self._on_scored)
        self._plot: RunsPlot | None = None
        program.window.workspace.plot_made.connect(self._on_made)

    @Slot(object)
    def _on_made(self, plot: Plot) -> None:
        if isinstance(plot, RunsPlot):
            self._plot = plot
            plot.restore_requested.connect(self.restore)
            plot.shown_changed.connect(self.attempts.show)
            plot.renamed.connect(self.attempts.rename)
            self._show()

    @Slot(object)
    def _on_scored(self, scores: dict[str, dict[str, float]]) -> None:
        if self._run.phase.is_resting:
            self.attempts.add_scores(scores)

    @Slot(int)
    def restore(self, number: int) -> None:
        """Put a run back where it stood; what is in the window now is kept in the list as well."""
        self.attempts.restore(number)

    @Slot()
    def _show(self) -> None:
        if self._plot is not None:
            kept = self.attempts.kept
            self._plot.show_runs(kept, [self._row(a) for a in kept], self.attempts.current)

    def _row(self, attempt: Attempt) -> tuple[str, ...]:
        best = number(attempt.best_value) if attempt.best_epoch else number(float(attempt.train[-1]))
        scores = attempt.scores.get("validation") or attempt.scores.get("training") or {}
        name = next((n for n in ("r2", "accuracy") if n in scores), "")
        label = {"r2": "R²", "accuracy": "acc."}.get(name, "")
        score = f"{label} {number(scores[name])}" if name else ""
        last = int(attempt.epochs[-1]) if len(attempt.epochs) else 0
        return self.attempts.differences(attempt), integer(last), best, score, attempt.ending
