"""The verdict in the window: above the scores, as the mark of the status line, and in the plots that it stands in."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import tr
from mlp_gui.session.evaluation.judge import ScoreDetails
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase
from mlp_gui.verdict.advice import Advice
from mlp_gui.verdict.assessment import Assessment
from mlp_gui.verdict.references import References, reference_label
from mlp_gui.verdict.subgroups import grouping_columns, subgroup_label
from mlp_gui.views.shell.main_window import MainWindow


class VerdictController(QObject):
    """Shows what the judge says, and makes the change that it advises."""

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window = session, window
        self._advice: Advice | None = None
        self._bar = window.scores.verdict
        self._bar.advice_requested.connect(self._on_advice)
        session.judge.judged.connect(self._on_judged)
        session.judge.fitted.connect(self._show_references)
        session.judge.measured.connect(self._on_measured)
        window.scores.by.edited.connect(session.judge.group_by)
        session.run.built.connect(self._on_built)
        session.run.phase_changed.connect(self._on_phase)
        self._on_phase()

    @Slot(object)
    def _on_judged(self, assessment: Assessment | None) -> None:
        self._advice = self._session.judge.advice()
        if assessment is None or self._session.run.dataset is None:
            self._on_phase()
            return
        label, reason = (tr(self._advice.label), tr(self._advice.reason)) if self._advice else ("", "")
        self._bar.show_verdict(assessment.sentence, assessment.verdict.kind, label, reason)
        self._show_references(assessment.references)

    @Slot()
    def _on_phase(self) -> None:
        """Keep the place of the verdict while there is none."""
        if self._session.judge.assessment is None:
            running = self._session.run.phase is Phase.RUNNING
            self._bar.show_nothing(tr("The verdict follows when training is paused.") if running else "")

    @Slot()
    def _on_built(self) -> None:
        """Show the references of another run, which may be those of the one before."""
        references = self._session.judge.references
        self._window.loss_plot.show_references({})
        self._window.scores.show_beside({}, {})
        self._offer_columns()
        if references is not None:
            self._show_references(references)

    @Slot(object)
    def _show_references(self, references: References) -> None:
        dataset = self._session.run.dataset
        if dataset is None:
            return
        curve = Subset.VALIDATION if len(dataset.validation) else Subset.TRAINING
        lines = {
            reference_label(name, references.constant_label): references.losses[name][curve]
            for name in references.losses
        }
        self._window.loss_plot.show_references(lines)
        named = {reference_label(name, references.constant_label): one for name, one in references.scores.items()}
        assessment, begun = self._session.judge.assessment, self._session.run.epoch + self._session.run.batch
        targets = assessment.targets if assessment is not None else {}
        self._window.scores.show_beside(named if begun else {}, targets)

    def _offer_columns(self) -> None:
        """Offer the columns whose groups can be scored; those of a table that is still the run's."""
        judge = self._session.judge
        columns = grouping_columns(judge.prepared.table) if judge.prepared is not None else ()
        self._window.scores.by.show_columns(columns, judge.column)
        if not judge.column:
            self._window.scores.show_groups({}, {})

    @Slot(object)
    def _on_measured(self, details: ScoreDetails) -> None:
        references, board, found = self._session.judge.references, self._window.scores, details.intervals
        if references is None:
            return
        beside = {reference_label(name, references.constant_label): one for name, one in found.references.items()}
        board.show_intervals({"": found.network, **beside, **found.targets})
        groups = details.subgroups
        labels = {subgroup_label(one, groups.subset): one for one in groups.groups} if groups is not None else {}
        scores = {label: one.scores for label, one in labels.items()}
        board.show_groups(scores, {label: one.intervals for label, one in labels.items()})

    @Slot()
    def _on_advice(self) -> None:
        advice, session = self._advice, self._session
        if advice is not None and advice.spec is not None:
            session.answer_remark(advice.spec)
        elif advice is not None and advice.config is not None:
            session.undo_stack.set_config_anew(advice.config)
