"""Many networks: asked for in the Train menu, trained in the background, shown as they come."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QFileDialog

from mlp_gui.app.controllers.services import ANOTHER_TABLE, Services
from mlp_gui.app.controllers.training import study_words
from mlp_gui.core.errors import UserError
from mlp_gui.core.params import param_of
from mlp_gui.core.serialization import from_json
from mlp_gui.core.translation import tr
from mlp_gui.session.evaluation.out_of_fold import OutOfFold
from mlp_gui.session.session import Session
from mlp_gui.session.training.study_keeper import studies_folder
from mlp_gui.studies.learning_curve import proposed_rows
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.studies.study_dialog import StudyDialog
from mlp_gui.views.widgets.dialogs import ask_save, ask_study

ASKED = ("repeats", "folds", "fold_repeats", "rows", "race")
REDRAW_MS = 200


class StudyController(QObject):
    """The run in the window stays as it is until the person opens one of the networks.

    Attributes
    ----------
    dialog : StudyDialog or None
        While it is open.
    """

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._task, self._window, self._services = session, session.study, window, services
        self._evaluation, self._desk = session.evaluation, session.study_desk
        self.dialog: StudyDialog | None = None
        self._answer = ""  # to what was asked for last; in place of how far the study is, until it goes on
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REDRAW_MS)
        self._later.timeout.connect(self._show)
        self._task.network_finished.connect(self._on_finished)
        self._task.ended.connect(self._show)
        self._task.refused.connect(self._on_refused)
        self._task.saved.connect(self._on_saved)
        self._task.not_kept.connect(self._on_not_kept)
        self._task.cluster_changed.connect(self._on_cluster)
        self._desk.restored.connect(self._on_restored)
        session.run.built.connect(self._on_built)
        self._evaluation.out_of_fold_changed.connect(self._show)
        window.actions_["study"].triggered.connect(self._on_asked)

    @Slot()
    def _on_asked(self) -> None:
        if self.dialog is None:
            self.dialog = dialog = StudyDialog({name: param_of(StudyPlan, name) for name in ASKED}, self._window)
            dialog.start_requested.connect(self._on_start)
            dialog.stop_requested.connect(self._task.cancel)
            dialog.open_requested.connect(self._on_open)
            dialog.average_requested.connect(self._on_average)
            dialog.open_file_requested.connect(self._on_open_file)
            dialog.save_file_requested.connect(self._on_save_file)
            dialog.rows_shown.connect(self._on_rows_shown)
            dialog.save_rows_requested.connect(self._on_save_rows)
            dialog.final_requested.connect(self._desk.train_final)
            dialog.finished.connect(self._on_closed)
            dialog.cluster.setText(self._task.cluster)
            self._propose()
            self._show()
        self.dialog.show()
        self.dialog.raise_()

    def _propose(self) -> None:
        """Propose what suits the table and the settings of the run."""
        run, dialog = self._session.run, self.dialog
        if dialog is not None and run.dataset is not None:
            if not dialog.plan.rows.isModified():
                dialog.plan.show_rows(proposed_rows(len(run.dataset.train)))
            dialog.plan.show_race_choices(study_words.race_choices(run.config))

    @Slot()
    def _on_closed(self) -> None:
        """Let the dialog go: the next one has the colours of its day. The study goes on."""
        self._answer = ""
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    @Slot()
    def _on_start(self) -> None:
        assert self.dialog is not None
        self._answer = ""
        try:
            plan = _plan_of(self.dialog.plan.values())
        except UserError as error:
            self._on_refused(error)
            return
        self._task.cluster = self.dialog.cluster.text().strip()
        if not self._task.cluster:
            self.dialog.show_cluster("off", "")
        self._task.start(plan)
        self._show()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        if self.dialog is not None:
            self._answer = str(error)
            self._show()

    @Slot()
    def _on_finished(self) -> None:
        self._answer = ""
        if not self._later.isActive():
            self._later.start()

    @Slot(str, str)
    def _on_cluster(self, state: str, sentence: str) -> None:
        if self.dialog is not None:
            self.dialog.show_cluster(state, sentence)

    @Slot(object)
    def _on_not_kept(self, error: UserError) -> None:
        self._window.status.show_sentence(str(error), "bad")

    # --- networks --------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_open(self, at: int) -> None:
        self._task.open(self._task.results[at])

    @Slot()
    def _on_average(self) -> None:
        self._ask(tr("Save the average of the networks"), "_average.mlp", self._task.save_average)

    @Slot()
    def _on_save_rows(self) -> None:
        self._ask(tr("Save the rows of the folds"), "_out_of_fold.csv", self._task.save_out_of_fold)

    @Slot()
    def _on_save_file(self) -> None:
        self._ask(tr("Save the study"), "_study.json", self._task.save)

    def _ask(self, title: str, ending: str, then: Callable[[str], None]) -> None:
        study, dialog = self._task.study, self.dialog
        if study is None or dialog is None:
            return
        proposal = str(Path(self._services.start_folder()) / f"{Path(study.table.name).stem}{ending}")
        ask_save(dialog, title, proposal, Path(ending).suffix, then)

    @Slot()
    def _on_open_file(self) -> QFileDialog | None:
        if self.dialog is None:
            return None
        folder = studies_folder()
        where = str(folder) if any(folder.glob("*.json")) else self._services.start_folder()
        return ask_study(self.dialog, where, self.open_study)

    @Slot(str)
    def open_study(self, path: str) -> None:
        """Open the file of a study: its table, its settings and what is finished of it."""
        self._services.replace_run(partial(self._desk.open, path), ANOTHER_TABLE)

    @Slot(bool)
    def _on_restored(self, is_search: bool) -> None:
        study = self._task.study
        if is_search or study is None:
            return
        self._on_asked()
        if self.dialog is not None:
            numbers = {name: getattr(study.plan, name) for name in self.dialog.plan.numbers}
            self.dialog.plan.show_plan(numbers, study.plan.rows, study.plan.race)
        self._show()

    @Slot(bool)
    def _on_rows_shown(self, on: bool) -> None:
        study = self._task.study
        found = self._task.summaries
        if study is not None and found and self._task.has_folds:
            known = self._evaluation.out_of_fold or OutOfFold.of(study, found[-1].held_out)
            self._evaluation.set_out_of_fold(known, on)

    @Slot(str)
    def _on_saved(self, sentence: str) -> None:
        self._answer = sentence
        self._show()
        self._window.status.show_sentence(sentence, "good")

    @Slot()
    def _on_built(self) -> None:
        self._propose()
        if self.dialog is not None and self._task.results:
            self._show()  # another dataset: its networks cannot be opened any more

    @Slot()
    def _show(self) -> None:
        study, results, dialog = self._task.study, self._task.results, self.dialog
        found = self._task.summaries
        if study is not None and self._task.has_folds and found:
            self._know_rows(OutOfFold.of(study, found[-1].held_out))
        if dialog is None:
            return
        if study is None:
            if self._answer:
                dialog.show_state(self._answer, False)
            return
        said = self._answer or study_words.state_sentence(study, results, found)
        dialog.show_state(said, self._task.busy, bool(results))
        if study.plan.rows and found:
            dialog.picture.show_rows(study_words.rows_curve(found))
        else:
            dialog.picture.show_losses(*study_words.loss_groups(study, results))
        dialog.show_average(self._task.has_average)
        dialog.show_folds(self._task.has_folds, self._evaluation.shows_out_of_fold)
        dialog.show_scores(*study_words.score_table(study, found))
        heads, rows = study_words.member_table(study, results)
        dialog.show_members(heads, rows, [self._task.can_open(r) for r in results])

    def _know_rows(self, found: OutOfFold) -> None:
        """Let the run know what the folds say; a network without validation rows has its intervals from them."""
        known, prepared = self._evaluation.out_of_fold, self._session.data.prepared
        if found.belongs_to(prepared) and (known is None or not known.is_same(found)):
            self._evaluation.set_out_of_fold(found, self._evaluation.shows_out_of_fold)


def _plan_of(asked: dict[str, Any]) -> StudyPlan:
    """Return the plan that the fields ask for.

    Raises
    ------
    UserError
        If a text cannot be read.
    """
    plain = dict(asked)
    if "rows" in plain:
        words = [word for word in str(plain["rows"]).replace(";", ",").split(",") if word.strip()]
        try:
            plain["rows"] = [int(word) for word in words]
        except ValueError:
            raise UserError(
                tr("{text!r} are no numbers of rows.", text=plain["rows"]), hint=tr("For example 50, 100, 200.")
            ) from None
        if not words:
            raise UserError(tr("There are no numbers of rows."), hint=tr("For example 50, 100, 200."))
    if "race" in plain:
        plain["race"] = [plain["race"]]
    return from_json(StudyPlan, plain)
