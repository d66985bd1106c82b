"""Several networks beside the run: asked for in the control bar, drawn below its curves, looked at as their average."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.app.controllers.training.study_words import finished_sentence, followed_losses, network_name
from mlp_gui.core.number_format import format_number
from mlp_gui.core.translation import tr
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.session.session import Session
from mlp_gui.session.training.displayed_weights import AverageNetwork
from mlp_gui.session.training.phase import Phase, RunCommand
from mlp_gui.studies.ensemble import average_of, describe_members
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.studies.study import JobResult, Study
from mlp_gui.studies.summary import MAIN_SCORES, StudySummary
from mlp_gui.views.shell.main_window import MainWindow


class RepeatsController(QObject):
    """Starts a study of seeds with a click, and shows in the window what it finds."""

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._run, self._task, self._window = session.run, session.study, window
        self._opens_first = False  # the run has taken no step: the network that Train would give is put there
        button = window.control_bar.repeat
        button.repeats_requested.connect(self._on_asked)
        button.stop_requested.connect(self._task.cancel)
        button.study_requested.connect(window.actions_["study"].trigger)
        for signal in (
            self._task.started,
            self._task.ended,
            self._task.refused,
            self._task.crashed,
            self._run.phase_changed,
        ):
            signal.connect(self._show_button)
        self._task.started.connect(self._show_curves)
        self._task.network_finished.connect(self._on_finished)
        self._task.ended.connect(self._on_ended)
        self._run.built.connect(self._on_built)
        window.actions_["repeats"].triggered.connect(button.click)
        self._show_button()

    def _repeats(self) -> tuple[Study, list[JobResult]] | None:
        """Return the study and its finished networks where they differ in their seeds and have the rows of the run."""
        study, results = self._task.study, self._task.results
        if study is None or not results or not all(map(self._task.can_open, results)):
            return None
        plan = study.plan
        return None if plan.race or plan.search.is_wanted or plan.repeats < 2 else (study, results)

    @Slot(object)
    def _on_asked(self, n: int) -> None:
        self._opens_first = self._run.phase is Phase.READY
        self._task.cluster = ""
        self._task.start(StudyPlan(repeats=n))

    @Slot()
    def _show_button(self) -> None:
        reason = self._run.why_not(RunCommand.STUDY)
        self._window.control_bar.repeat.show_state(self._task.busy, reason)

    # --- curves ----------------------------------------------------------------------------------------------

    @Slot()
    def _show_curves(self) -> None:
        found = self._repeats()
        results = found[1] if found is not None else []
        self._window.loss_plot.axes.repeats.show_curves(*followed_losses(results))

    @Slot()
    def _on_finished(self) -> None:
        self._show_curves()
        study, results = self._task.study, self._task.results
        if study is not None and self._repeats() is not None:
            self._say(study, results)
            first = results[0]
            if self._opens_first and first.job.seed == 0 and self._run.phase is Phase.READY:
                self._opens_first = False
                self._task.open(first)

    def _say(self, study: Study, results: list[JobResult]) -> None:
        """Say how far apart the networks are, and what their average is worth."""
        n, total = len(results), study.plan.n_jobs
        said = finished_sentence(study, results)
        if n > 1:
            summary = self._task.summaries[0]
            name = _telling_score(summary)
            spread = summary.scores[name]
            said += " " + tr(
                "{score} on the {subset} rows: median {median}, from {low} to {high}, worst with {worst}; "
                "their average {average}.",
                score=tr(metrics[name].label),
                subset=tr(results[0].subset),
                median=format_number(spread.median),
                low=format_number(spread.low),
                high=format_number(spread.high),
                worst=network_name(study, spread.worst),
                average=format_number(summary.ensemble[name]),
            )
        self._window.status.show_sentence(said, "good" if n == total else "neutral")

    # --- their average ---------------------------------------------------------------------------------------

    @Slot()
    def _on_ended(self) -> None:
        found = self._repeats()
        if found is not None:
            self._say(*found)
        self._show_curves()
        self._offer()

    @Slot()
    def _on_built(self) -> None:
        self._show_curves()
        self._offer()

    def _offer(self) -> None:
        """Offer the average of what is finished to whoever looks at the run."""
        found, dataset = self._repeats(), self._run.dataset
        average = None
        if found is not None and dataset is not None and len(found[1]) > 1 and not self._task.busy:
            ensemble = average_of(*found, dataset)
            average = AverageNetwork(ensemble, tuple(describe_members(*found, ensemble.shares)))
        if average is not None or self._run.weights.average is not None:
            self._run.offer_average(average)


def _telling_score(summary: StudySummary) -> str:
    """Return the first score that tells the networks apart."""
    names = [name for name in MAIN_SCORES if name in summary.scores]
    apart = (name for name in names if summary.scores[name].low < summary.scores[name].high)
    return next(apart, names[0])
