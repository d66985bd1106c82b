"""Many networks: asked for in the Train menu, trained in the background, shown as they come."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.errors import UserError
from mlp_gui.core.number_format import format_integer, format_number
from mlp_gui.core.params import param_of
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.session.session import Session
from mlp_gui.studies.plan import StudyJob, StudyPlan
from mlp_gui.studies.summary import MAIN_SCORES, StudySummary, summarize
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.training.study_dialog import StudyDialog
from mlp_gui.views.widgets.dialogs import ask_save


class StudyController(QObject):
    """The run in the window stays as it is until the person opens one of the networks.

    Attributes
    ----------
    dialog : StudyDialog or None
        While it is open.
    """

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._task, self._window, self._services = session.study, window, services
        self.dialog: StudyDialog | None = None
        self._task.network_finished.connect(self._show)
        self._task.ended.connect(self._show)
        self._task.refused.connect(self._on_refused)
        self._task.average_saved.connect(self._on_average_saved)
        session.run.built.connect(self._on_built)
        window.actions_["study"].triggered.connect(self._on_asked)

    @Slot()
    def _on_asked(self) -> None:
        if self.dialog is None:
            self.dialog = StudyDialog(param_of(StudyPlan, "repeats"), param_of(StudyPlan, "folds"), self._window)
            self.dialog.start_requested.connect(self._on_start)
            self.dialog.stop_requested.connect(self._task.cancel)
            self.dialog.open_requested.connect(self._on_open)
            self.dialog.average_requested.connect(self._on_average)
            self.dialog.finished.connect(self._on_closed)
            self._show()
        self.dialog.show()
        self.dialog.raise_()

    @Slot()
    def _on_closed(self) -> None:
        """Let the dialog go: the next one has the colours of its day. The study goes on."""
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    @Slot(object, object)
    def _on_start(self, networks: int, folds: int) -> None:
        try:
            plan = StudyPlan(repeats=networks, folds=folds)
        except UserError as error:
            self._on_refused(error)
            return
        self._task.start(plan)
        self._show()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        if self.dialog is not None:
            self.dialog.show_state(str(error), False)

    @Slot(object)
    def _on_open(self, at: int) -> None:
        self._task.open(self._task.results[at])

    @Slot()
    def _on_average(self) -> None:
        study, dialog = self._task.study, self.dialog
        if study is None or dialog is None:
            return
        proposal = str(Path(self._services.start_folder()) / f"{Path(study.table.name).stem}_average.mlp")
        ask_save(dialog, tr("Save the average of the networks"), proposal, ".mlp", self._task.save_average)

    @Slot(str)
    def _on_average_saved(self, sentence: str) -> None:
        if self.dialog is not None:
            self.dialog.show_state(sentence, self._task.busy)
        self._window.status.show_sentence(sentence, "good")

    @Slot()
    def _on_built(self) -> None:
        if self.dialog is not None and self._task.results:
            self._show()  # another dataset: its networks cannot be opened any more

    @Slot()
    def _show(self) -> None:
        study, results, dialog = self._task.study, self._task.results, self.dialog
        if study is None or dialog is None:
            return
        n, total = len(results), study.plan.n_jobs
        said = tr_n("{done:,} of {n:,} network is finished.", "{done:,} of {n:,} networks are finished.", total, done=n)
        if results and study.plan.folds:
            said += " " + tr("Every row is predicted by networks that never saw it.")
        elif results:
            said += " " + tr("Scored on the {subset} rows.", subset=tr(results[0].subset))
        dialog.show_state(said, self._task.busy)
        has_validation = all(np.isfinite(r.validation_loss).any() for r in results)
        curves = [r.validation_loss if has_validation else r.train_loss for r in results]
        dialog.show_curves(curves, tr("validation loss") if has_validation else tr("training loss"))
        summaries = summarize(study, results) if results else []
        heads = [tr("Score"), tr("Median"), tr("Range"), tr("Average of networks"), tr("Worst")]
        dialog.show_average(self._task.has_average)
        dialog.show_scores(heads, [row for s in summaries for row in self._score_rows(s)])
        known = [name for name in MAIN_SCORES if results and name in results[0].scores][:3]
        dialog.show_members(
            [tr("Network"), tr("Epochs"), *(tr(metrics[name].label) for name in known)],
            [
                [self._name(r.job), format_integer(r.epochs), *(format_number(r.scores[m]) for m in known)]
                for r in results
            ],
            [self._task.can_open(r) for r in results],
        )

    def _score_rows(self, summary: StudySummary) -> list[list[str]]:
        rows = []
        for name, spread in summary.scores.items():
            if name in MAIN_SCORES:
                extent = tr("{low} to {high}", low=format_number(spread.low), high=format_number(spread.high))
                average = format_number(summary.ensemble[name])
                label, worst = tr(metrics[name].label), self._name(spread.worst)
                rows.append([label, format_number(spread.median), extent, average, worst])
        return rows

    def _name(self, job: StudyJob) -> str:
        seed = (self._task.study.config.network.seed if self._task.study is not None else 0) + job.seed
        if job.fold < 0:
            return tr("seed {n}", n=seed)
        return tr("fold {fold}, seed {n}", fold=job.fold + 1, n=seed)
