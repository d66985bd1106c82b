"""The training doctor and the run: it looks at rest and once a second, and what it offers is applied on request."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.engine.diagnostics.rules import DataFacts, Diagnosis, Evidence, diagnose
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.shell.main_window import MainWindow

EVERY = 1.0  # seconds between two looks at a run that is going on


class DiagnosticsController(QObject):
    """Facts about the data are found once for a run."""

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window, self._run = session, window, session.run
        self._facts: DataFacts | None = None
        self._looked = 0.0
        self._wanted: RunConfig | None = None
        self._button = window.status.diagnostics_button
        self._button.apply_requested.connect(self._on_apply)
        self._button.region_shown.connect(window.loss_plot.show_region)
        self._run.built.connect(self._on_built)
        self._run.phase_changed.connect(self._on_phase)
        self._run.progressed.connect(self._on_progressed)

    @Slot()
    def _on_built(self) -> None:
        dataset, facts = self._run.dataset, self._run.facts
        self._facts = None
        if dataset is not None and facts is not None:
            self._facts = DataFacts.from_dataset(dataset, self._run.config, facts.n_parameters)
        self._window.loss_plot.show_region(None)
        self.update_diagnosis()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            # Not within `built`: who listens to it after this would hear of the new settings first.
            QTimer.singleShot(0, lambda: self._session.undo_stack.set_config(wanted))

    @Slot()
    def _on_phase(self) -> None:
        if self._run.phase is not Phase.RUNNING:
            QTimer.singleShot(0, self.update_diagnosis)

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
        kind = run.stopped.kind if run.stopped is not None else ""
        gradient = history.column("gradient_norm")
        evidence = Evidence(
            run.config, facts, history.epochs, history.train_loss, history.validation_loss, gradient, health, kind
        )
        self._button.show_diagnoses(diagnose(evidence))

    # --- what is offered -------------------------------------------------------------------------------------

    @Slot(object)
    def _on_apply(self, remark: Diagnosis) -> None:
        """Apply live settings at once, others after a reset, which the offer has announced."""
        if remark.data_change == "scale_inputs":
            self._scale_inputs()
        elif remark.change is not None:
            self._set(remark.change)

    def _set(self, config: RunConfig) -> None:
        run = self._run
        if run.phase in (Phase.EMPTY, Phase.READY) or run.config.live_changes_only(config):
            self._session.undo_stack.set_config(config)
        else:
            self._wanted = config
            run.reset()  # _on_built then applies it

    def _scale_inputs(self) -> None:
        run, desk = self._run, self._session.data
        if desk.spec is None:
            return
        columns = tuple(column.replace(scaling="default") for column in desk.spec.columns)
        spec = desk.spec.replace(scaling="standard", columns=columns)
        if run.phase is not Phase.READY:
            run.reset()
        desk.set_spec(spec)
