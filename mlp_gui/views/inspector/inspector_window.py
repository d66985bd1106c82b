"""The microscope: one batch, step by step, with every number, its formula, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.network.tape import OpKind
from mlp_gui.engine.tracing.forward_backward_formulas import write_formula
from mlp_gui.engine.tracing.gradient_check import GradientCheck
from mlp_gui.engine.tracing.trace import STAGES, Trace, TraceStep
from mlp_gui.engine.tracing.trace_change import RESULT, TraceChange
from mlp_gui.views.inspector import original_values, step_texts
from mlp_gui.views.inspector.footer import InspectorFooter
from mlp_gui.views.inspector.original_values import HasOriginals
from mlp_gui.views.inspector.panels.arrangement import Parts, arrange, height_class_for
from mlp_gui.views.inspector.panels.array_strip import ArrayStrip
from mlp_gui.views.inspector.panels.array_table import ArrayTable
from mlp_gui.views.inspector.panels.gradient_check_card import GradientCheckCard
from mlp_gui.views.inspector.panels.network_picture import NetworkPicture, network_marks, weight_path
from mlp_gui.views.inspector.panels.path_card import PathCard
from mlp_gui.views.inspector.panels.sum_panel import SumPanel
from mlp_gui.views.inspector.stage_bar import StageBar
from mlp_gui.views.inspector.step_header import TraceStepHeader
from mlp_gui.views.inspector.step_list import StepList
from mlp_gui.views.theme import style
from mlp_gui.views.theme.icons import application_icon
from mlp_gui.views.widgets.dockable_window import DockableWindow

Cell = tuple[int, int]
FIRST_HINT = mark("Right and Left go through the steps. Click a number to see how it came about.")


class InspectorWindow(DockableWindow):
    """Window that shows a trace, and emits what the person asks for.

    Attributes
    ----------
    trace : Trace or None
        None as long as there is nothing to show.
    stages, steps, header, strip, table, sum, picture, path, gradient_check_card, footer : QWidget
        The panels, arranged as `Parts`.

    Signals
    -------
    pick_chosen(Pick), row_requested, apply_requested, undo_requested
    weight_typed(int, float)
        Place in θ and the new value.
    weight_selected(int)
        Place in θ of the weight whose slope is to be proved; -1 for none.
    place_requested
        The person wants it inside or outside of the main window.
    """

    pick_chosen = Signal(object)
    row_requested = Signal()
    apply_requested = Signal()
    undo_requested = Signal()
    weight_typed = Signal(object, float)
    weight_selected = Signal(object)
    place_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QSize(880, 560), parent)
        self.setWindowTitle(tr("Under the hood"))
        self.setAccessibleName(tr("Under the hood"))  # docked, it has no title
        self.setWindowIcon(application_icon())
        self.resize(1280, min(800, max(640, self.screen().availableSize().height() - 40)))  # less a title bar
        self.trace: Trace | None = None
        self._originals: HasOriginals | None = None
        self._change: TraceChange | None = None
        self._at, self._cell, self._operand, self._row = 0, (0, 0), "", 0
        self.stages, self.steps, self.header = StageBar(), StepList(), TraceStepHeader()
        self.strip, self.table, self.sum = ArrayStrip(), ArrayTable(), SumPanel()
        self.picture, self.gradient_check_card = NetworkPicture(), GradientCheckCard()
        self.path, self.footer = PathCard(), InspectorFooter()
        self._arrange()
        self.pages.installEventFilter(self)
        self._connect()
        self.show_refusal(tr("Open a table and choose a target first."))

    def _arrange(self) -> None:
        arranged = arrange(Parts(**{part.name: getattr(self, part.name) for part in fields(Parts)}))
        self.setLayout(arranged.rows)
        self.pages, self.body, self.empty = arranged.pages, arranged.body, arranged.empty

    # --- what it shows ---------------------------------------------------------------------------------------

    def show_trace(
        self, trace: Trace, originals: HasOriginals | None = None, change: TraceChange | None = None
    ) -> None:
        """Show a batch. The step and the number that were looked at stay chosen where they still exist.

        Parameters
        ----------
        trace : Trace
        originals : HasOriginals, optional
            What its numbers are in the file.
        change : TraceChange, optional
            What an edit has changed in it.
        """
        if self.trace is None:
            self.footer.show_message(tr(FIRST_HINT))
        self.trace, self._originals, self._change = trace, originals, change
        self.stages.show_headline(step_texts.trace_headline(trace, change))
        self.stages.chooser.show_pick(trace.pick)
        self.steps.show_steps(trace)
        self.steps.show_changed(change.steps if change is not None else ())
        self.pages.setCurrentWidget(self.body)
        self.show_step(min(self._at, len(trace.steps) - 1))

    def show_refusal(self, sentence: str) -> None:
        """Say why there is nothing to see."""
        self.trace = None
        self.empty.setText(sentence)
        self.stages.show_headline("")
        self.pages.setCurrentWidget(self.empty)
        self.footer.show_step(0, 0)
        self.footer.show_apply(sentence)

    def show_apply(self, refusal: str | None) -> None:
        self.footer.show_apply(refusal)

    def show_gradient_checks(self, chosen: GradientCheck | None, layers: Mapping[int, GradientCheck]) -> None:
        """Show the checks of all layers, and of the weight that `weight_selected` emitted last."""
        if self.trace is not None:
            name = self.trace.names.cell_label(self.step.result, self._cell) if chosen is not None else ""
            counts = self.trace.layout.layer_counts
            self.gradient_check_card.show_checks(name, chosen, layers, counts)

    @property
    def step(self) -> TraceStep:
        """The step that is looked at."""
        assert self.trace is not None
        return self.trace.steps[self._at]

    @property
    def cell(self) -> Cell:
        """The number that is looked at."""
        return self._cell

    def show_step(self, at: int) -> None:
        """Look at a step, by its place in the batch."""
        if self.trace is None or not 0 <= at < len(self.trace.steps):
            return
        moved, self._at = at != self._at, at
        step = self.step
        self.steps.show_chosen(at)
        self.stages.show_stage(step.stage)
        self.footer.show_step(at, len(self.trace.steps))
        self.header.show_step(self.trace, step)
        if moved or self._operand not in step.operands:
            self._operand = ""
        changed = [name for name in (RESULT, *step.operands) if self._old(name) is not None]
        self.strip.show_arrays(list(step.operands.items()), step.result, self._operand, changed)
        # Weights have no rows: the chosen one is kept for the steps that have.
        row = self._row if step.result.down.kind == "rows" else self._cell[0]
        self._show_table()
        self.show_cell((row, self._cell[1]))

    def show_cell(self, cell: Cell) -> None:
        """Look at a number of the step's result."""
        if self.trace is None:
            return
        step, shape = self.step, self.step.result.shape
        self._cell = (min(cell[0], shape[0] - 1), min(cell[1], shape[1] - 1))
        if step.result.down.kind == "rows":
            self._row = self._cell[0]
        written = write_formula(self.trace, step, self._cell)
        self.strip.show_used(written.uses, self._cell)
        if self._operand:
            self.table.show_used(tuple(use for use in written.uses if use.operand == self._operand))
        else:
            self.table.show_chosen(self._cell)
        self.sum.show_formula(
            original_values.with_explanation(written, self.trace, step, self._cell, self._originals),
            original_values.of_terms(step, self._cell, self._originals),
        )
        path = weight_path(self.trace, step, self._cell, self._row)
        marks, row = network_marks(self.trace, step, self._cell, path), min(self._row, self.trace.x.shape[0] - 1)
        if self._change is not None:
            marks = replace(marks, changed_edges=self._change.edges, changed_nodes=self._change.units(row))
        self.picture.show_row(self.trace, row, marks)
        self._show_path(path)
        self.weight_selected.emit(self.trace.layout.index(step.layer, self._cell) if path is not None else -1)

    # --- inside ----------------------------------------------------------------------------------------------

    def _old(self, operand: str) -> NDArray[Any] | None:
        return self._change.old(self._at, operand) if self._change is not None else None

    def _show_table(self) -> None:
        if self.trace is None:
            return
        tensor = self.step.operands.get(self._operand, self.step.result)
        originals = self._originals if self._originals is not None and self._originals.has_original(tensor) else None
        editable = self._operand == "W" and self._operand in self.step.operands
        self.table.show_tensor(
            tensor, self.trace.names, originals.original_text if originals is not None else None, editable,
            self._old(self._operand if self._operand in self.step.operands else RESULT),
        )  # fmt: skip

    def _show_path(self, path: object) -> None:
        assert self.trace is not None
        names, step = self.trace.names, self.step
        source, unit = names.label(step.result.down, self._cell[0]), names.label(step.result.across, self._cell[1])
        row = names.label(self.trace.x.down, min(self._row, self.trace.x.shape[0] - 1))
        self.path.show_path(f"{source} → {unit}", row, path)  # type: ignore[arg-type]  # as its card declares it

    @Slot(str)
    def _on_array(self, name: str) -> None:
        self._operand = name
        if name == "W":
            self.footer.show_message(tr("Double-click a weight to change it. You can also type 1/3 or 0,5."))
        self._show_table()
        self.show_cell(self._cell)

    @Slot(object, object)
    def _on_cell(self, row: int, column: int) -> None:
        if not self._operand:
            self.show_cell((row, column))

    @Slot(str)
    def _on_stage(self, stage: str) -> None:
        if self.trace is not None:
            self.show_step(next((at for at, s in enumerate(self.trace.steps) if s.stage == stage), self._at))

    @Slot(object, object)
    def _on_unit(self, layer: int, unit: int) -> None:
        if self.trace is not None:
            at = next(at for at, s in enumerate(self.trace.steps) if s.kind is OpKind.SUM and s.layer == layer)
            self._cell = (self._row, unit)
            self.show_step(at)

    @Slot(object)
    def _on_key(self, key: int) -> None:
        self._slots[QKeySequence(key).toString()]()

    @Slot(object, object, float)
    def _on_typed(self, row: int, column: int, value: float) -> None:
        if self.trace is not None:
            layer = self.step.operands[self._operand].across.layer
            self.weight_typed.emit(self.trace.layout.index(layer, (row, column)), value)

    # --- Qt --------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the parts to another height of the body: the window was resized, or a lesson's card came above it."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "pages"):  # it comes before __init__ is done, too
            self._fit()

    def _fit(self) -> None:
        for part in (self.header, self.strip, self.table):
            part.height_class = height_class_for(self.pages.height())
            part.fit()

    def _connect(self) -> None:
        self.steps.step_chosen.connect(self.show_step)
        self.steps.key_pressed.connect(self._on_key)
        self.footer.step_requested.connect(self.show_step)
        self.footer.apply_requested.connect(self.apply_requested)
        self.footer.undo_requested.connect(self.undo_requested)
        self.stages.stage_chosen.connect(self._on_stage)
        self.stages.chooser.pick_chosen.connect(self.pick_chosen)
        self.stages.chooser.row_requested.connect(self.row_requested)
        self.stages.back.clicked.connect(self.left)
        self.stages.place.clicked.connect(self.place_requested)
        self.strip.array_chosen.connect(self._on_array)
        self.table.cell_chosen.connect(self._on_cell)
        self.table.number_typed.connect(self._on_typed)
        self.table.refused.connect(self.footer.show_message)
        self.picture.unit_chosen.connect(self._on_unit)
        foot = self.footer
        keys: dict[str, Callable[[], object]] = {
            "Right": foot.go_on,
            "Left": foot.go_back,
            "Home": foot.go_first,
            "End": foot.go_last,
        }
        keys |= {"Space": foot.play.toggle, "Ctrl+Return": foot.apply.click, "Ctrl+Z": foot.undo.click}
        keys |= {str(n): self.stages.button(stage).click for n, stage in enumerate(STAGES, 1)}
        self._slots = keys
        self.keys = tuple(QKeySequence(key) for key in keys)
        for key, slot in zip(self.keys, keys.values(), strict=True):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
