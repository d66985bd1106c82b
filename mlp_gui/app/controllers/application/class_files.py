"""Making a class file, and checking what a class hands in, from the File menu."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from mlp_gui.app.controllers.application.classroom import COMMAND, COMMANDS, SCORES, STEP, STEPS
from mlp_gui.app.controllers.services import Services
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.metrics.metric import metrics_for
from mlp_gui.export.project.class_file import ClassPlan
from mlp_gui.export.project.class_sheet import DATA, ClassTask, lockable_settings
from mlp_gui.export.project.hand_in import HandIn
from mlp_gui.session.project.class_desk import Checked, Refused
from mlp_gui.session.session import Session
from mlp_gui.views.shell.class_dialog import ClassDialog
from mlp_gui.views.shell.hand_ins_dialog import HandInsDialog, ShownHandIn
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.shell.workspace_menus import GROUPS
from mlp_gui.views.theme.plain_text import set_tip
from mlp_gui.views.widgets.dialogs import ask_hand_ins, ask_save

SUFFIX = ".mlp"


class ClassFilesController(QObject):
    """Joins the class desk to two entries of the File menu and their dialogs.

    Attributes
    ----------
    prepare, check : QAction
    """

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window, self._services = session, window, services
        self._desk = session.class_desk
        self._plan: ClassPlan | None = None  # the last one, for another try
        self._preparing: ClassDialog | None = None
        self._checking: HandInsDialog | None = None
        self.prepare = self._action("prepare_class", tr("Prepare for a class…"), self._on_prepare)
        self.check = self._action("check_hand_ins", tr("Check hand-ins…"), self._on_check)
        set_tip(self.check, tr("Computes what pupils claim, and trains their runs again."))
        session.data.prepared_changed.connect(self._on_prepared)
        session.data.table_changed.connect(self._on_prepared)
        self._desk.written.connect(self._on_written)
        self._desk.checked.connect(self._on_checked)
        self._on_prepared()

    def _action(self, name: str, text: str, triggered: object) -> QAction:
        menu, last = self._window.actions_.menus["File"], self._window.actions_["quit"]
        action = QAction(text, self._window)
        action.setObjectName(name)
        action.triggered.connect(triggered)
        entries = menu.actions()
        menu.insertAction(entries[entries.index(last) - 1], action)  # above the line that is above "Quit"
        return action

    @Slot()
    def _on_prepared(self) -> None:
        ready = self._session.data.prepared is not None
        self.prepare.setEnabled(ready)
        done = tr("A file with this table and your tasks, without a network or a history.")
        set_tip(self.prepare, done if ready else tr("Open a table and choose a target first."))

    # --- making one ------------------------------------------------------------------------------------------

    @Slot()
    def _on_prepare(self) -> None:
        prepared, sheet = self._session.data.prepared, self._desk.sheet
        if prepared is None:
            return
        if sheet is not None:
            self._plan = ClassPlan(sheet.title, sheet.tasks, sheet.locked, sheet.hidden)
        metrics = metrics_for(prepared.dataset.task)
        best = next((one.name for one in metrics if one.name in ("r2", "accuracy")), metrics[0].name)
        plan = self._plan or ClassPlan("", (ClassTask(metric=best),), (DATA,))
        dialog = ClassDialog(plan, metrics, _lock_groups(), self._panel_groups(), self._window)
        dialog.save_requested.connect(self._on_save)
        self._preparing = dialog
        dialog.finished.connect(self._on_closed)
        dialog.open()

    @Slot(object, bool)
    def _on_save(self, plan: ClassPlan, proposed: bool) -> None:
        self._plan, dialog = plan, self._preparing
        if dialog is None:
            return
        table = self._session.data.table
        stem = Path(table.name).stem if table is not None else "class"
        path = os.path.join(self._services.start_folder(), f"{stem} class{SUFFIX}")
        then = partial(self._write, plan, proposed)
        ask_save(dialog, tr("Save the class file"), path, SUFFIX, then)

    def _write(self, plan: ClassPlan, proposed: bool, path: str) -> None:
        self._desk.prepare(path, plan, proposed)

    @Slot(object)
    def _on_written(self, sentence: str) -> None:
        if self._preparing is not None:
            self._preparing.accept()
        self._window.status.show_sentence(sentence, "good")

    @Slot()
    def _on_closed(self) -> None:
        self._preparing = None

    def _panel_groups(self) -> dict[str, list[tuple[str, str]]]:
        workspace, panel = self._window.workspace, self._window.experiment
        kinds = [kind for kind in workspace.all_plot_types() if workspace.task is None or workspace.task in kind.tasks]
        groups = {
            tr("Plots: {group}", group=tr(group)): [
                (kind.name, kind.title_for(workspace.task, True)) for kind in kinds if kind.group == group
            ]
            for group in GROUPS
        }
        titles = {name: getattr(panel, f"{name}_step").header.text() for name in STEPS}
        steps = [(f"{STEP}{name}", tr("Step: {title}", title=title)) for name, title in titles.items()]
        actions = [(f"{COMMAND}{name}", self._window.actions_[name].text().replace("&", "")) for name in COMMANDS]
        return {tr("Window"): [*steps, (SCORES, tr("Scores")), *actions]} | groups

    # --- checking --------------------------------------------------------------------------------------------

    @Slot()
    def _on_check(self) -> None:
        if self._checking is None:
            self._checking = HandInsDialog(self._window)
            self._checking.choose_requested.connect(self._on_choose)
        self._checking.show_sentence(self._compared_with())
        self._checking.open()
        path = self._session.project.path
        if path and self._desk.sheet is not None and not self._desk.is_class_file:
            self._on_chosen([path])  # it is open because somebody wants to know

    def _compared_with(self) -> str:
        if self._desk.sheet is None or not self._desk.is_class_file:
            return tr("Open your class file first: otherwise each file is compared with what it says it began with.")
        title = self._desk.sheet.title
        return tr("Compared with the class file that is open, {title}.", title=title or tr("without a title"))

    @Slot()
    def _on_choose(self) -> None:
        if self._checking is not None:
            ask_hand_ins(self._checking, self._services.start_folder(), self._on_chosen)

    @Slot(list)
    def _on_chosen(self, paths: list[str]) -> None:
        if self._checking is not None:
            self._checking.show_sentence(tr_n("Checking {n:,} file …", "Checking {n:,} files …", len(paths)))
        self._desk.check(paths)

    @Slot(object)
    def _on_checked(self, found: Checked) -> None:
        if self._checking is not None:
            self._checking.show_sentence(self._compared_with())
            self._checking.show_found([_shown(one) for one in found])


def _lock_groups() -> dict[str, list[tuple[str, str]]]:
    groups = {tr("Data"): [(DATA, tr("Columns, split and rows"))]}
    for setting in lockable_settings():
        groups.setdefault(tr(setting.group), []).append((setting.path, tr(setting.label)))
    return groups


def _shown(one: HandIn | Refused) -> ShownHandIn:
    if not isinstance(one, HandIn):
        name, error = one
        return ShownHandIn(name, "–", str(error), str(error))
    lines = [
        f"{'✓' if state.reached else '○'} {state.task.text or state.task.goal()}: {state.value_text() or '–'}"
        for state in one.states
    ]
    count = tr("{n:,} of {all:,}", n=one.n_reached, all=len(one.states))
    return ShownHandIn(one.file, count, one.sentence(), "\n".join([*one.findings, *lines]))
