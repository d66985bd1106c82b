"""The training doctor and the run: it looks at rest and once a second, and what it offers is applied on request."""

from __future__ import annotations

from time import perf_counter

import numpy as np
from PySide6.QtCore import QObject, QTimer, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.splits.split_config import WITHOUT_SHARES
from mlp_gui.data.suggest import rows_lost_to_gaps, with_gaps_filled
from mlp_gui.engine.diagnostics.data_rules import validation_share
from mlp_gui.engine.diagnostics.evidence import Outcome, SeedTwin
from mlp_gui.engine.diagnostics.rules import DataFacts, Diagnosis, Evidence, diagnose
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.session.runs.run_records import run_name
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase
from mlp_gui.verdict.advice import Advice
from mlp_gui.views.shell.main_window import MainWindow

EVERY = 1.0  # seconds between two looks at a run that is going on


class DiagnosticsController(QObject):
    """Facts about the data are found once for a run."""

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window, self._run = session, window, session.run
        self._facts: DataFacts | None = None
        self._looked = 0.0
        self._advice: Advice | None = None
        self._lost: tuple[int, tuple[str, ...]] = (0, ())
        self._button = window.status.diagnostics_button
        self._button.apply_requested.connect(self._on_apply)
        self._button.region_shown.connect(window.loss_plot.show_region)
        self._run.built.connect(self._on_built)
        self._run.phase_changed.connect(self._on_phase)
        self._run.progressed.connect(self._on_progressed)
        session.judge.judged.connect(self.update_diagnosis)

    @Slot()
    def _on_built(self) -> None:
        dataset, facts = self._run.dataset, self._run.facts
        self._facts = None
        if dataset is not None and facts is not None:
            self._facts = DataFacts.from_dataset(dataset, self._run.config, facts.n_parameters)
        prepared = self._session.judge.prepared
        self._lost = rows_lost_to_gaps(prepared.table, prepared.spec) if prepared is not None else (0, ())
        self._window.loss_plot.show_region(None)
        self.update_diagnosis()

    @Slot()
    def _on_phase(self) -> None:
        if self._run.phase is not Phase.RUNNING:
            QTimer.singleShot(0, self, self.update_diagnosis)

    @Slot()
    def _on_progressed(self) -> None:
        if self._run.phase is Phase.RUNNING and perf_counter() - self._looked >= EVERY:
            self.update_diagnosis()

    @Slot()
    def update_diagnosis(self) -> None:
        """Judge the run as it stands."""
        self._looked = perf_counter()
        run, facts = self._run, self._facts
        if facts is None or run.dataset is None:
            self._button.show_diagnoses(())
            return
        history, health = run.history, self._session.evaluation.layer_history.latest_statistics()
        kind = run.stopped.kind if run.stopped is not None else None
        gradient = history.column("gradient_norm")
        losses = history.epochs, history.train_loss, history.validation_loss
        prepared = self._session.judge.prepared
        by_shares = prepared is not None and prepared.spec.split.method not in WITHOUT_SHARES
        known = Evidence(
            run.config, facts, *losses, gradient, health, kind, self._outcome(), *self._lost, by_shares,
            self._same_but_seed(),
        )  # fmt: skip
        self._button.show_diagnoses(diagnose(known))

    def _same_but_seed(self) -> tuple[SeedTwin, ...]:
        """Return the other runs on these rows that differ from the one in the window only in the seed."""
        runs, config = self._session.runs, self._run.config
        others = [run for run in runs.runs if run.number != runs.current and not run.dataset_sha256 and not run.parent]
        return tuple(
            SeedTwin(run_name(run), run.config, float(np.nanmin(run.validation)))
            for run in others
            if run.config != config and _seedless(run.config) == _seedless(config) and np.isfinite(run.validation).any()
        )

    def _outcome(self) -> Outcome | None:
        """Return the verdict and what it advises, as the doctor knows them."""
        assessment = self._session.judge.assessment
        if assessment is None or self._run.dataset is None or self._run.phase is Phase.RUNNING:
            return None
        verdict = assessment.verdict
        self._advice = advice = self._session.judge.advice()
        return Outcome(
            verdict.finding,
            assessment.sentence,
            tr(verdict.constant_label),
            verdict.rows,
            verdict.by_heart,
            tr(advice.label) if advice is not None else "",
            advice.config if advice is not None else None,
            "advice" if advice is not None and advice.spec is not None else "",
        )

    # --- what is offered -------------------------------------------------------------------------------------

    @Slot(object)
    def _on_apply(self, remark: Diagnosis) -> None:
        """Apply live settings at once, others after a reset, which the offer has announced."""
        prepared = self._session.judge.prepared
        if remark.data_change == "scale_inputs":
            self._scale_inputs()
        elif remark.data_change == "advice" and self._advice is not None and self._advice.spec is not None:
            self._session.answer_remark(self._advice.spec)
        elif remark.data_change == "fill_gaps" and prepared is not None:
            self._session.answer_remark(with_gaps_filled(prepared.table, prepared.spec))
        elif remark.data_change == "larger_validation" and prepared is not None:
            self._session.answer_remark(_with_larger_validation(prepared))
        elif remark.change is not None:
            self._session.undo_stack.set_config_anew(remark.change)

    def _scale_inputs(self) -> None:
        run, desk = self._run, self._session.data
        if desk.spec is None:
            return
        columns = tuple(column.replace(scaling="default") for column in desk.spec.columns)
        spec = desk.spec.replace(scaling="standard", columns=columns)
        if run.phase is not Phase.READY:
            run.reset()
        desk.set_spec(spec)


def _seedless(config: RunConfig) -> RunConfig:
    return config.replace(network=config.network.replace(seed=0), training=config.training.replace(seed=0))


def _with_larger_validation(prepared: Prepared) -> DataSpec:
    spec, dataset = prepared.spec, prepared.dataset
    share = validation_share(len(dataset.train), len(dataset.validation), len(dataset.test))
    train = round(1 - share - spec.split.test, 9)
    return spec.replace(split=spec.split.replace(validation=share, train=train))
