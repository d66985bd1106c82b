"""One line of undo for everything a person chooses: the use of the columns and the settings of the run, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mlp_gui.core.params import changed_params
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.training.phase import Phase, RunCommand
from mlp_gui.session.training.run import Run

DEPTH = 100
ONE_EDIT = 1.0  # seconds within which changes of the same setting count as one: a number that is spun up
COLUMNS = mark("the use of the columns")


@dataclass(frozen=True)
class UndoCommand:
    """What was chosen, and how to take it back. With neither, the history of the data has what was replaced.

    Attributes
    ----------
    label : str
    config : RunConfig or None
        The configuration that it replaced.
    acts : tuple of callable or None
        What takes it back, and what makes it again.
    """

    label: str
    config: RunConfig | None = None
    acts: tuple[Callable[[], object], Callable[[], object]] | None = None  # back, again


class UndoStack(QObject):
    """One line of undo for everything a person chooses. Another table begins a new line.

    Signals
    -------
    changed
        Something else would be taken back or made again, or may now be.
    """

    changed = Signal()

    def __init__(self, desk: DataState, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._run = desk, run
        self._past: list[UndoCommand] = []
        self._future: list[UndoCommand] = []
        self._moving = False
        self._edited = 0.0
        self._wanted: RunConfig | None = None  # to be set when the run stands at its beginning
        run.built.connect(self._on_built)
        desk.table_changed.connect(self._on_table)
        desk.spec_changed.connect(self._on_spec)
        run.phase_changed.connect(self.changed)

    def set_config(self, config: RunConfig) -> None:
        """Change the run's settings as a person's edit; one that the run refuses leaves no trace."""
        before, label = self._run.config, _names(self._run.config, config)
        self._run.set_config(config)
        if self._run.config == before:
            return
        now = monotonic()
        goes_on = bool(self._past) and self._past[-1].config is not None and self._past[-1].label == label
        if not (goes_on and now - self._edited < ONE_EDIT and not self._future):
            self._record(UndoCommand(label, before))
        self._edited = now

    def set_config_anew(self, config: RunConfig) -> None:
        """Change the run's settings by one click; where they belong to the epochs trained, begin a new run."""
        run, self._edited = self._run, 0.0  # an entry of its own, however soon after an edit of the same setting
        locked = run.lock_refusal(config) is not None  # refused before the epochs trained are given up for it
        if locked or run.phase in (Phase.EMPTY, Phase.READY) or run.config.live_changes_only(config):
            self.set_config(config)
        else:
            self._wanted = config
            run.reset()

    def set_config_and_spec(self, config: RunConfig, spec: DataSpec) -> None:
        """Change the run's settings and the use of the columns as one edit.

        Parameters
        ----------
        config : RunConfig
        spec : DataSpec
        """
        before = self._run.config
        if spec == self._desk.spec:
            self.set_config(config)
            return
        act = partial(self._change_both, config, partial(self._desk.set_spec, spec))
        back, again = (
            partial(self._change_both, c, f) for c, f in ((before, self._desk.undo), (config, self._desk.redo))
        )
        act()
        self._record(UndoCommand(_names(before, config) or COLUMNS, acts=(back, again)))

    def _change_both(self, config: RunConfig, change_spec: Callable[[], object]) -> None:
        moving, self._moving = self._moving, True
        try:
            change_spec()
            self._run.set_config(config)
        finally:
            self._moving = moving

    def record(self, label: str, back: Callable[[], object], again: Callable[[], object]) -> None:
        """Record something that was done elsewhere.

        Parameters
        ----------
        label : str
            What was done, in words.
        back, again : callable
            Take it back, and do it once more.
        """
        self._record(UndoCommand(label, acts=(back, again)))

    @Slot()
    def undo(self) -> None:
        """Take the last choice back."""
        if not self.why_not_undo():
            acts = self._past[-1].acts
            self._move(self._past, self._future, acts[0] if acts else self._desk.undo)

    @Slot()
    def redo(self) -> None:
        """Make the choice again that was taken back last."""
        if not self.why_not_redo():
            acts = self._future[-1].acts
            self._move(self._future, self._past, acts[1] if acts else self._desk.redo)

    def why_not_undo(self) -> str:
        """Return why nothing can be taken back now, in a sentence; "" when it can."""
        return self._why_not(self._past, tr("There is nothing to take back."))

    def why_not_redo(self) -> str:
        """Return why nothing can be made again now, in a sentence; "" when it can."""
        return self._why_not(self._future, tr("There is nothing to make again."))

    def next_undo(self) -> str:
        """Return what would be taken back, in words."""
        return tr(self._past[-1].label) if self._past else ""

    def next_redo(self) -> str:
        """Return what would be made again, in words."""
        return tr(self._future[-1].label) if self._future else ""

    # --- inside ----------------------------------------------------------------------------------------------

    def _why_not(self, line: list[UndoCommand], nothing: str) -> str:
        if not line:
            return nothing
        wanted = line[-1].config
        if line[-1].acts is not None:
            return ""
        if wanted is None:
            return self._run.why_not(RunCommand.EDIT_DATA) or ""
        if self._run.config.live_changes_only(wanted):
            return ""
        return self._run.why_not(RunCommand.EDIT_NETWORK) or ""

    def _move(self, source: list[UndoCommand], target: list[UndoCommand], act: Callable[[], object]) -> None:
        choice = source.pop()
        # What is replaced now is what the other direction will bring back.
        target.append(replace(choice, config=self._run.config if choice.config is not None else None))
        self._moving = True
        try:
            if choice.config is not None:
                self._run.set_config(choice.config)
            else:
                act()
        finally:
            self._moving = False
        self._edited = 0.0  # the next edit is an entry of its own
        self.changed.emit()

    def _record(self, choice: UndoCommand) -> None:
        self._past = [*self._past, choice][-DEPTH:]
        self._future = []
        self.changed.emit()

    @Slot()
    def _on_built(self) -> None:
        if self._wanted is not None:
            # Not within `built`: who listens to it after this would hear of the new settings first.
            QTimer.singleShot(0, self, self._take_wanted)

    def _take_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.set_config(wanted)

    @Slot()
    def _on_spec(self) -> None:
        """Note what the data state keeps of a replaced spec; the first spec of a table replaces nothing."""
        if not self._moving and self._desk.history.past:
            self._record(UndoCommand(COLUMNS))

    @Slot()
    def _on_table(self) -> None:
        self._past, self._future = [], []
        self.changed.emit()


def _names(before: RunConfig, after: RunConfig) -> str:
    return ", ".join(dict.fromkeys(tr(p.label) for p in changed_params(before, after)))
