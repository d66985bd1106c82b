"""A class in the window: tasks and locks of the class file that is open, making one, and checking what comes back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.translation import mark, tr
from mlp_gui.export.project.class_sheet import TaskState
from mlp_gui.session.session import Session
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.shell.tasks_card import ShownTask, TasksCard
from mlp_gui.views.theme.plain_text import set_tip

LOCKED = mark("Your teacher has locked this in the class file.")
HIDDEN = mark("Your teacher has hidden this in the class file.")
SCORES, STEPS = "scores", ("network", "training", "export")
COMMANDS = ("search", "study", "find_rate")  # that a class may be asked to do without
STEP, COMMAND = "step:", "command:"  # before their names in the list of what is hidden; plots have names alone


class ClassroomController(QObject):
    """Shows what a class file asks for, and keeps locked what it locks.

    Attributes
    ----------
    card : TasksCard
        Above the time line.
    """

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._desk, self._window, self._services = session.class_desk, window, services
        self.card = TasksCard()
        window.insert_above_timeline(self.card)
        self._desk.changed.connect(self._on_changed)
        self._desk.states_changed.connect(self._on_states)
        for changed in (session.run.phase_changed, session.run.built, session.data.prepared_changed):
            changed.connect(self._disable_commands)  # after those that enable them for the phase
        window.workspace.arranged.connect(self._disable_panels)

    @property
    def _hidden(self) -> tuple[str, ...]:
        return self._desk.sheet.hidden if self._desk.sheet is not None else ()

    @Slot()
    def _on_changed(self) -> None:
        sheet, window = self._desk.sheet, self._window
        window.experiment.set_fixed(sheet.locked if sheet is not None else (), tr(LOCKED))
        for name in STEPS:
            getattr(window.experiment, f"{name}_step").setVisible(f"{STEP}{name}" not in self._hidden)
        window.workspace.hide_plots(self._hidden)
        if SCORES in self._hidden:
            window.workspace.show_scores(False)
        self._disable_commands()
        self._on_states()

    @Slot()
    def _on_states(self) -> None:
        sheet = self._desk.sheet
        self.card.show_tasks(sheet.title if sheet is not None else "", [_shown(state) for state in self._desk.states])

    @Slot()
    def _disable_commands(self) -> None:
        for name in COMMANDS:
            if f"{COMMAND}{name}" in self._hidden:
                self._disable(self._window.actions_[name])

    @Slot()
    def _disable_panels(self) -> None:
        """Keep hidden panels out of the View menu, after the menu was brought in line with the layout."""
        for name in self._hidden:
            action = self._window.findChild(QAction, f"panel_{name}")
            if action is not None:
                self._disable(action)

    @staticmethod
    def _disable(action: QAction) -> None:
        action.setEnabled(False)
        set_tip(action, tr(HIDDEN))


def _shown(state: TaskState) -> ShownTask:
    return ShownTask(state.task.text, state.task.goal(), state.value_text(), state.reached)
