"""The microscope and the run: what is looked at, what is applied, what is edited."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence

from mlp_gui.app.controllers.inspector.cross_check import CrossCheckController
from mlp_gui.app.controllers.inspector.worked_example import ask_worked_example_path, save_worked_example
from mlp_gui.app.controllers.services import Services
from mlp_gui.core import number_format
from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.tracing.gradient_check import weight_name
from mlp_gui.engine.tracing.trace import Pick, Trace
from mlp_gui.session.inspector.original_units import OriginalUnits
from mlp_gui.session.inspector.typed_row import row_texts, typed_row
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.inspector.inspector_window import InspectorWindow
from mlp_gui.views.inspector.row_dialog import RowDialog
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.widgets.linked_windows import LinkedWindow


class InspectorController(QObject):
    """Joins the inspector to its window, which is made when it is first opened."""

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window, self._services = session, window, services
        self._inspector, self._gradient_checker = session.inspector, session.gradient_checker
        self._microscope: InspectorWindow | None = None
        self._cross_check: CrossCheckController | None = None
        self._dataset: Dataset | None = None
        self._is_apart = False  # whether the person wants it in a window of its own
        self._lent: dict[QAction, list[QKeySequence]] = {}  # the keys of the main window's entries
        self._inspector.traced.connect(self._on_traced)
        self._inspector.refused.connect(self._on_refused)
        self._inspector.applied.connect(self._on_applied)
        self._inspector.edits_changed.connect(self._on_edits)
        self._inspector.undone.connect(self._on_undone)
        session.run.phase_changed.connect(self._on_phase)
        session.run.built.connect(self._on_built)
        self._window.actions_["hood"].triggered.connect(self.open)

    @property
    def inspector_window(self) -> InspectorWindow:
        """The window, made on first use."""
        if self._microscope is None:
            self._microscope = InspectorWindow(self._window)
            LinkedWindow(self._window, self._microscope)  # a child of the microscope, which keeps it
            self._connect(self._microscope)
            self._on_built()
        return self._microscope

    @Slot()
    def open(self) -> None:
        """Show the microscope in the place of the plots, or in the window of its own that it was given."""
        microscope = self.inspector_window
        if microscope.is_docked == self._is_apart:
            self._move()
        if microscope.is_docked:
            self._window.pages.setCurrentWidget(microscope)
            microscope.setFocus()
        else:
            microscope.show()
            microscope.raise_()
            microscope.activateWindow()

    def open_docked(self) -> None:
        """Show the microscope in the place of the plots."""
        self._is_apart = False
        self.open()

    @Slot()
    def _on_place(self) -> None:
        """Let the microscope stand in the main window from now on, or outside of it."""
        self._is_apart = self.inspector_window.is_docked
        self.open()

    def _move(self) -> None:
        """Move the microscope into the main window, or out of it."""
        microscope = self.inspector_window
        if microscope.is_docked:
            self._window.show_plots()
            microscope.tear_off(self._window)
        else:
            microscope.dock(self._window.pages)
        microscope.stages.show_place(microscope.is_docked)

    @Slot()
    def _share_keys(self) -> None:
        """Leave the keys of the microscope to it while it stands in the main window: two that want one get none."""
        microscope = self.inspector_window
        taken = microscope.is_docked and microscope.isVisible()
        for action, keys in self._lent.items():
            action.setShortcuts(keys)
        self._lent = {}
        for action in self._window.actions_.all() if taken else ():
            if any(key in microscope.keys for key in action.shortcuts()):
                self._lent[action] = action.shortcuts()
                action.setShortcuts([])

    def _connect(self, microscope: InspectorWindow) -> None:
        microscope.opened.connect(self._on_opened)
        microscope.closed.connect(self._on_closed)
        microscope.opened.connect(self._share_keys)
        microscope.closed.connect(self._share_keys)
        microscope.left.connect(self._window.show_plots)
        microscope.place_requested.connect(self._on_place)
        microscope.pick_chosen.connect(self._on_pick)
        microscope.row_requested.connect(self._on_row_wanted)
        microscope.apply_requested.connect(self._inspector.apply)
        microscope.undo_requested.connect(self._inspector.undo_edit)
        microscope.footer.save_requested.connect(self._on_save)
        microscope.weight_typed.connect(self._inspector.edit_parameter)
        microscope.weight_selected.connect(self._gradient_checker.check_weight)
        self._gradient_checker.checked.connect(microscope.show_gradient_checks)
        self._cross_check = CrossCheckController(
            self._session.cross_checker, microscope.gradient_check_card.check, self
        )

    def _prove(self, made: Trace | None) -> None:
        self._gradient_checker.start(made)
        if self._cross_check is not None:
            self._cross_check.set_trace(made)

    # --- what happened ---------------------------------------------------------------------------------------

    @Slot()
    def _on_opened(self) -> None:
        self._inspector.set_active(True)

    @Slot()
    def _on_closed(self) -> None:
        self._inspector.set_active(False)
        self._prove(None)

    @Slot(object)
    def _on_pick(self, pick: Pick) -> None:
        self._inspector.select_rows(pick)

    @Slot()
    def _on_row_wanted(self) -> None:
        prepared, made = self._session.data.prepared, self.inspector_window.trace
        if prepared is None:
            return
        rows = made.names.row_numbers if made is not None else prepared.dataset.train.row_numbers
        # A row that was typed in has no number in the table.
        first = int(rows[0]) if rows[0] >= 0 else int(prepared.dataset.train.row_numbers[0])
        dialog = RowDialog(row_texts(prepared, first), prepared.pipeline.target_names, self.inspector_window)
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
        self._inspector.select_rows(pick)

    @Slot()
    def _on_row_given_up(self) -> None:
        # The list still says "a row typed in".
        self.inspector_window.stages.chooser.show_pick(self._inspector.pick)

    @Slot()
    def _on_save(self) -> None:
        made, prepared = self.inspector_window.trace, self._session.data.prepared
        path = ask_worked_example_path(self.inspector_window) if made is not None else ""
        if made is None or not path:
            return
        units = OriginalUnits(prepared, made) if prepared is not None else None
        title = prepared.table.name if prepared is not None else ""
        if self._services.attempt(
            lambda: save_worked_example(path, made, units.original_text if units is not None else None, title)
        ):
            self.inspector_window.footer.show_message(tr("Saved as {path}.", path=path))

    @Slot(object)
    def _on_traced(self, made: Trace) -> None:
        prepared, microscope = self._session.data.prepared, self.inspector_window
        resting = self._session.run.phase is not Phase.RUNNING
        self._prove(made if resting else None)
        if not resting:
            microscope.gradient_check_card.show_waiting(tr("Stop the run to prove the slopes."))
        originals = OriginalUnits(prepared, made) if prepared is not None else None
        microscope.show_trace(made, originals, self._inspector.change)
        self._on_phase()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._prove(None)
        if self._microscope is not None:
            self._microscope.show_refusal(str(error))

    @Slot()
    def _on_phase(self) -> None:
        if self._microscope is not None:
            self._microscope.show_apply(self._inspector.why_not_apply())
            self._microscope.footer.show_undo(bool(self._inspector.edits))

    @Slot(bool)
    def _on_applied(self, same: bool) -> None:
        if self._microscope is not None:
            self._microscope.footer.show_message(
                tr("Applied: the run's new weights are the ones shown here, bit for bit.")
                if same
                else tr("The run took another step than the one shown.")
            )

    @Slot()
    def _on_edits(self) -> None:
        self._on_phase()
        made = self._microscope.trace if self._microscope is not None else None
        if self._microscope is not None and made is not None and self._inspector.edits:
            edit = self._inspector.edits[-1]
            name, old = weight_name(made, edit.index), number_format.format_number(edit.value)
            said = tr("{weight} was {old} before the edit. The run goes on from the new value.", weight=name, old=old)
            self._microscope.footer.show_message(said)

    @Slot()
    def _on_undone(self) -> None:
        if self._microscope is not None and not self._inspector.edits:
            self._microscope.footer.show_message(tr("The edit is undone: the run stands as it did before."))

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
            self._microscope.show_refusal(self._session.run.status_text)
