"""Looking under the hood: one batch of the run worked through on copies, in the worker's thread, on request."""

from __future__ import annotations

from time import perf_counter

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.tracing.trace import NEXT_BATCH, Pick, PickKind, Trace
from mlp_gui.engine.tracing.trace_change import TraceChange
from mlp_gui.engine.training.timeline import Position
from mlp_gui.session.inspector.inspector_worker import InspectorWorker, ParameterEdit
from mlp_gui.session.timeline.time_machine import TimeMachine
from mlp_gui.session.training.phase import Phase, RunCommand
from mlp_gui.session.training.run import Run

WHILE_RUNNING_SECONDS = 0.4  # a run that is going on is looked at this often


class Inspector(QObject):
    """Keeps the newest trace while someone looks, and applies exactly what it shows. Lives in the GUI thread.

    Attributes
    ----------
    trace : Trace or None
    pick : Pick
        Which rows are worked through.
    change : TraceChange or None
        What the last edit changed in the trace; None after the next step, other rows or an undo.
    edits : list of ParameterEdit
        What undoes the edits of this run, the last one first to go.

    Signals
    -------
    traced(Trace), refused(UserError), edits_changed
    undone
        An edit was taken back.
    applied(bool)
        Whether the run's new weights are the trace's, bit for bit.
    """

    traced = Signal(object)
    refused = Signal(object)
    applied = Signal(bool)
    edits_changed = Signal()
    undone = Signal()

    _trace = Signal(object)
    _edit = Signal(object)
    _put = Signal(object)

    def __init__(self, run: Run, timeline: TimeMachine) -> None:
        super().__init__(run)
        self._run, self._timeline = run, timeline
        self.trace: Trace | None = None
        self.change: TraceChange | None = None
        self._before: Trace | None = None  # the trace that was edited
        self.pick = NEXT_BATCH
        self.edits: list[ParameterEdit] = []
        self._left: list[tuple[Position, int] | None] = []  # of each edit: the future that it left, if it did
        self._dataset: Dataset | None = None
        self._editing = False
        self._looking, self._busy, self._again, self._undoing = False, False, False, False
        self._asked = 0.0
        self._expected: Trace | None = None
        self._worker = InspectorWorker(run.worker)
        # Both live in the worker's thread, so this is a direct call, made before the next command is served.
        self._worker.changed.connect(timeline.recorder.mark_changed)
        self._trace.connect(self._worker.trace)
        self._edit.connect(self._worker.edit_parameter)
        self._put.connect(self._worker.set_weights)
        self._worker.traced.connect(self._on_traced)
        self._worker.refused.connect(self._on_refused)
        self._worker.edited.connect(self._on_edited)
        run.progressed.connect(self._on_progressed)
        run.built.connect(self._on_built)

    # --- what a person can ask -------------------------------------------------------------------------------

    def set_active(self, on: bool) -> None:
        """Begin or end to follow the run."""
        self._looking = on
        if on:
            self.refresh()
        else:
            self.trace = None

    def select_rows(self, pick: Pick) -> None:
        """Choose the rows that are worked through from now on."""
        self.pick = pick
        self.refresh()

    def refresh(self) -> None:
        """Ask for a trace of the run as it stands; requests that pile up become one."""
        if not self._looking or self._run.facts is None:
            return
        if self._busy:
            self._again = True
            return
        self._busy, self._again, self._asked = True, False, perf_counter()
        self._trace.emit(self.pick)

    def why_not_apply(self) -> str | None:
        """Return why the shown batch cannot be applied; None when it is the next one and may be."""
        if self.trace is None or self._busy:
            return tr("The next batch is being worked out.")
        if self.pick.kind is not PickKind.NEXT:
            return tr("Only the next batch of the training can be applied. Choose it above.")
        return self._run.why_not(RunCommand.STEP)

    @Slot()
    def apply(self) -> None:
        """Train exactly the shown batch."""
        if self.why_not_apply() is None:
            self._expected = self.trace
            self._timeline.step_batch()

    def edit_parameter(self, index: int, value: float) -> None:
        """Give a parameter another value; `undo_edit` takes it back.

        Parameters
        ----------
        index : int
            In θ.
        value : float
        """
        if self._run.phase is not Phase.RUNNING:
            self._editing, machine = True, self._timeline
            self._before = self.trace if self.is_current else None
            latest = max((branch.number for branch in machine.facts.branches), default=0)
            self._left.append((machine.position, latest) if machine.is_in_past else None)
            # Before the edit is sent: a step that is asked for at once must train with it, not replay the line.
            self._run.announce_change()
            self._edit.emit(ParameterEdit(index, value))

    def set_weights(self, theta: tuple[float, ...]) -> None:
        """Set all weights at the start of a run."""
        self._put.emit(theta)

    @property
    def is_current(self) -> bool:
        """Whether the trace is of the run as it stands and of the rows that were chosen."""
        made, run = self.trace, self._run
        return made is not None and not self._busy and (made.epoch, made.batch) == (run.epoch, run.batch)

    @Slot()
    def undo_edit(self) -> None:
        """Take the last edit back."""
        if self.edits and self._run.phase is not Phase.RUNNING:
            edit, machine = self.edits.pop(), self._timeline
            self._before = None
            here, latest = (self._left.pop() if self._left else None) or (None, 0)
            left = [b for b in machine.facts.branches if b.number > latest and b.left_at == here]
            if left and machine.position == here:  # its future is there again, and no fork is left
                machine.take_branch(left[0].number)
                machine.go_to(*left[0].left_at)
            else:
                self._undoing = self._editing = True
                self._run.announce_change()
                self._edit.emit(edit)
            self.edits_changed.emit()
            self.undone.emit()

    # --- what happened ---------------------------------------------------------------------------------------

    @Slot(object, object)
    def _on_traced(self, job: int, made: Trace) -> None:
        self._busy = False
        if self._looking and job == self._run.job:
            self.trace, self.change = made, TraceChange.between(self._before, made)
            self._before = self._before if self.change is not None else None
            self.traced.emit(made)
        if self._again:
            self.refresh()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._busy, self.trace = False, None
        self.refused.emit(error)
        if self._again:
            self.refresh()

    @Slot(object)
    def _on_edited(self, back: ParameterEdit) -> None:
        if not self._undoing:
            self.edits.append(back)
        self._undoing = False
        self.edits_changed.emit()

    @Slot()
    def _on_built(self) -> None:
        """Begin anew: a run stands at epoch 0, another one, or this one after a reset or an edit of its weights."""
        if self._run.facts is None:
            self.trace = None
        if self._run.dataset is not self._dataset:
            self._dataset, self.pick = self._run.dataset, NEXT_BATCH
        # An edit before the first step is announced like a new beginning, and must stay undoable.
        if not self._editing:
            self.edits.clear()
            self._left.clear()
            self.edits_changed.emit()
        self._expected = None

    @Slot()
    def _on_progressed(self) -> None:
        run, self._editing = self._run, False
        last, expected = run.weights.last, self._expected
        moved = expected is not None and (run.epoch, run.batch) != (expected.epoch, expected.batch)
        if expected is not None and moved and last is not None and (last.epoch, last.batch) == (run.epoch, run.batch):
            self._expected = None
            shown = expected.theta_after if expected.average_after is None else expected.average_after
            self.applied.emit(np.array_equal(last.theta, shown))
        if not self._looking:
            return
        if run.phase is not Phase.RUNNING or perf_counter() - self._asked >= WHILE_RUNNING_SECONDS:
            self.refresh()
