"""The microscope and the run: what is looked at, what is applied, what is edited."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from mlp_gui.app.controllers.inspector.cross_check import CrossCheckWiring
from mlp_gui.app.controllers.inspector.worked_example import ask_where, save
from mlp_gui.core import number_format
from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.tracing.gradient_check import weight_name
from mlp_gui.engine.tracing.trace import Pick, Trace
from mlp_gui.session.inspector.gradient_check import Prover
from mlp_gui.session.inspector.inspector import Hood
from mlp_gui.session.inspector.original_units import Units
from mlp_gui.session.inspector.typed_row import row_texts, typed_row
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.inspector.inspector_window import Microscope
from mlp_gui.views.inspector.row_dialog import RowDialog
from mlp_gui.views.widgets.linked_windows import CloseTogether

if TYPE_CHECKING:
    from mlp_gui.app.program import Program


class HoodWiring(QObject):
    """The microscope is made when it is first opened."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program, self._session, self._window = program, program.session, program.window
        self.hood = Hood(program.session.run)
        self.hood.probe.changed.connect(program.time.machine.recorder.change)
        self.prover = Prover(self)
        self._microscope: Microscope | None = None
        self._cross_check: CrossCheckWiring | None = None
        self._dataset: Dataset | None = None
        self.hood.traced.connect(self._on_traced)
        self.hood.refused.connect(self._on_refused)
        self.hood.applied.connect(self._on_applied)
        self.hood.edits_changed.connect(self._on_edits)
        program.session.run.phase_changed.connect(self._on_phase)
        program.session.run.was_built.connect(self._on_built)
        self._window.actions_["hood"].triggered.connect(self.open)

    @property
    def microscope(self) -> Microscope:
        """The window, made on first use."""
        if self._microscope is None:
            self._microscope = Microscope(self._window)
            CloseTogether(self._window, self._microscope)
            self._connect(self._microscope)
            self._on_built()
        return self._microscope

    @Slot()
    def open(self) -> None:
        """Show the microscope, or bring it to the front."""
        self.microscope.show()
        self.microscope.raise_()
        self.microscope.activateWindow()

    def _connect(self, microscope: Microscope) -> None:
        microscope.opened.connect(self._on_opened)
        microscope.closed.connect(self._on_closed)
        microscope.pick_chosen.connect(self._on_pick)
        microscope.row_wanted.connect(self._on_row_wanted)
        microscope.apply_requested.connect(self.hood.apply)
        microscope.undo_requested.connect(self.hood.undo_edit)
        microscope.foot.save_requested.connect(self._on_save)
        microscope.weight_typed.connect(self.hood.edit)
        microscope.weight_looked_at.connect(self.prover.choose)
        self.prover.proved.connect(microscope.show_proofs)
        self._cross_check = CrossCheckWiring(self._program, microscope.proof.check)

    def _prove(self, made: Trace | None) -> None:
        self.prover.begin(made)
        if self._cross_check is not None:
            self._cross_check.begin(made)

    def close(self) -> None:
        """End the thread that may be at work."""
        if self._cross_check is not None:
            self._cross_check.close()

    # --- what happened ---------------------------------------------------------------------------------------

    @Slot()
    def _on_opened(self) -> None:
        self.hood.look(True)

    @Slot()
    def _on_closed(self) -> None:
        self.hood.look(False)
        self._prove(None)

    @Slot(object)
    def _on_pick(self, pick: Pick) -> None:
        self.hood.choose(pick)

    @Slot()
    def _on_row_wanted(self) -> None:
        prepared, made = self._session.desk.prepared, self.microscope.trace
        if prepared is None:
            return
        rows = made.names.row_numbers if made is not None else prepared.dataset.train.row_numbers
        first = int(rows[0]) if rows[0] >= 0 else int(prepared.dataset.train.row_numbers[0])
        dialog = RowDialog(row_texts(prepared, first), prepared.pipeline.target_names, self.microscope)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.row_typed.connect(partial(self._on_row_typed, dialog, prepared))
        dialog.rejected.connect(self._on_row_given_up)
        dialog.open()

    def _on_row_typed(self, dialog: RowDialog, prepared: Prepared, texts: dict[str, str]) -> None:
        try:
            pick = typed_row(prepared, texts)
        except UserError as error:
            dialog.show_problem(str(error))
            return
        dialog.accept()
        self.hood.choose(pick)

    @Slot()
    def _on_row_given_up(self) -> None:
        self.microscope.stages.chooser.show_pick(self.hood.pick)

    @Slot()
    def _on_save(self) -> None:
        made, prepared = self.microscope.trace, self._session.desk.prepared
        path = ask_where(self.microscope) if made is not None else ""
        if made is None or not path:
            return
        units = Units(prepared, made) if prepared is not None else None
        title = prepared.table.name if prepared is not None else ""
        if self._program.attempt(lambda: save(path, made, units.of if units is not None else None, title)):
            self.microscope.foot.say(tr("Saved as {path}.", path=path))

    @Slot(object)
    def _on_traced(self, made: Trace) -> None:
        prepared, microscope = self._session.desk.prepared, self.microscope
        resting = self._session.run.phase is not Phase.RUNNING
        self._prove(made if resting else None)
        if not resting:
            microscope.proof.show_waiting(tr("Stop the run to prove the slopes."))
        microscope.show_trace(made, Units(prepared, made) if prepared is not None else None)
        self._on_phase()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._prove(None)
        if self._microscope is not None:
            self._microscope.show_refusal(str(error))

    @Slot()
    def _on_phase(self) -> None:
        if self._microscope is not None:
            self._microscope.show_apply(self.hood.why_not_apply())
            self._microscope.foot.show_undo(bool(self.hood.undo))

    @Slot(bool)
    def _on_applied(self, same: bool) -> None:
        if self._microscope is not None:
            self._microscope.foot.say(
                tr("Applied: the run's new weights are the ones shown here, bit for bit.")
                if same
                else tr("The run took another step than the one shown.")
            )

    @Slot()
    def _on_edits(self) -> None:
        self._on_phase()
        made = self._microscope.trace if self._microscope is not None else None
        if self._microscope is not None and made is not None and self.hood.undo:
            edit = self.hood.undo[-1]
            name, old = weight_name(made, edit.index), number_format.number(edit.value)
            said = tr("{weight} was {old} before the edit. The run goes on from the new value.", weight=name, old=old)
            self._microscope.foot.say(said)

    @Slot()
    def _on_built(self) -> None:
        dataset = self._session.run.dataset
        if self._microscope is None:
            return
        if dataset is not self._dataset:
            self._dataset = dataset
            subsets = {name: s.row_numbers for name, s in dataset.subsets.items()} if dataset is not None else {}
            self._microscope.stages.chooser.show_subsets(subsets)
        if self._session.run.facts is None:
            self._microscope.show_refusal(self._session.run.sentence)
