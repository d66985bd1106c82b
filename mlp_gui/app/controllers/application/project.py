"""Projects: save, save as, open, what to do when the table is elsewhere, and work that a crash left behind."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QCheckBox

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.core.visible_text import visible
from mlp_gui.export.project.project import Project
from mlp_gui.export.project.table_reference import is_sample
from mlp_gui.session.project.autosave import kept_when
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.theme.plain_text import set_tip
from mlp_gui.views.widgets.dialogs import ask_for_data, ask_open, ask_save_project, ask_to_recover, ask_to_replace

WORKSPACE, WINDOW = "workspace", "window"


def window_layout(window: MainWindow) -> dict[str, str]:
    """Return the layout of a window, each part as a JSON object."""
    panel = window.experiment
    plain = {"side_bar": not panel.isHidden(), "steps": panel.open_steps(), "widths": window.workbench.sizes()}
    return {WORKSPACE: window.workspace.state(), WINDOW: json.dumps(plain)}


def restore_window_layout(window: MainWindow, layout: dict[str, str]) -> None:
    """Arrange a window as it was saved; what is missing stays as it is.

    Parameters
    ----------
    window : MainWindow
    layout : dict of str
    """
    if WORKSPACE in layout:
        window.workspace.restore(layout[WORKSPACE])
    plain: dict[str, Any] = json.loads(layout.get(WINDOW, "{}"))  # from a file: each part is checked
    steps, widths = plain.get("steps"), plain.get("widths")
    if isinstance(plain.get("side_bar"), bool):
        window.experiment.setVisible(plain["side_bar"])
    if isinstance(steps, list):
        window.experiment.set_open_steps([step for step in steps if isinstance(step, int)])
    if isinstance(widths, list) and len(widths) == 2 and all(isinstance(w, int) and w > 0 for w in widths):
        window.workbench.setSizes(widths)


SUFFIX = ".mlp"
TITLE_EVERY = 0.5  # seconds between two titles of a run that is going on


class ProjectController(QObject):
    """Keeps the window's title true, and never opens a run on other rows than it was trained on."""

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window, self._services = session, window, services
        self._project = session.project
        self._titled = 0.0
        services.save_requested.connect(self.save_then)
        self._then: Callable[[], None] | None = None  # what follows when the file is written
        self._recovered: Path | None = None
        self._project.layout_requested.connect(self._on_layout_requested)
        self._project.restored.connect(self._on_taken_up)
        actions = self._window.actions_
        actions["save"].triggered.connect(self.save)
        actions["save_as"].triggered.connect(self.save_as)
        actions["embed"].toggled.connect(self._project.embed_table)
        self._embed_tip = actions["embed"].toolTip()
        self._project.on_disk.found_unchanged.connect(self._on_unchanged)
        self._project.on_disk.found_changed.connect(self._on_changed_elsewhere)
        self._project.saved.connect(self._on_saved)
        self._project.refused.connect(self._on_refused)
        self._project.crashed.connect(self._on_withdrawn)
        self._project.changed.connect(self.show_title)
        self._project.reader.data_missing.connect(self._on_data_missing)
        self._session.data.table_changed.connect(self._on_table)
        self._session.run.built.connect(self._on_built)
        self._session.run.progressed.connect(self._on_progressed)
        for signal in (
            self._session.run.phase_changed,
            self._session.run.config_changed,
            self._session.data.spec_changed,
        ):
            signal.connect(self.show_title)

    @Slot()
    def save(self) -> None:
        """Save to the project's file; ask for one if there is none."""
        path = self._project.path
        if not path:
            self.save_as()
        elif self._project.saving:
            self._project.save(path)
        else:
            self._project.on_disk.look(path)

    @Slot(str)
    def _on_unchanged(self, path: str) -> None:
        if path == self._project.path:  # else another table has come meanwhile
            self._project.save(path)

    @Slot(str)
    def _on_changed_elsewhere(self, path: str) -> None:
        box = ask_to_replace(self._window, Path(path).name, self.save_as, partial(self._project.save, path))
        box.rejected.connect(self._on_withdrawn)

    @Slot()
    def save_as(self) -> None:
        """Ask for a file, and save to it."""
        name = self._project.path or os.path.join(self._services.start_folder(), self._stem() + SUFFIX)
        table, embed = self._session.data.table, self._window.actions_["embed"]
        tick = None
        if table is not None and not is_sample(table):
            tick = QCheckBox(tr("Include the table in the file"))
            tick.setChecked(embed.isChecked())
            tick.setEnabled(embed.isEnabled())
            set_tip(tick, embed.toolTip())
        dialog = ask_save_project(self._window, name, SUFFIX, tick, partial(self._save_to, tick))
        dialog.rejected.connect(self._on_withdrawn)

    def _save_to(self, tick: QCheckBox | None, path: str) -> None:
        if tick is not None and tick.isEnabled():
            self._window.actions_["embed"].setChecked(tick.isChecked())
        self._project.save(path)

    @Slot(object)
    def save_then(self, action: Callable[[], None]) -> None:
        """Save, and go on when the file is written; a refusal or a closed dialog leaves everything as it is."""
        self._then = action
        self.save()

    def offer_recovery(self) -> None:
        """Ask, at the start, about work that a crash left behind."""
        file = self._project.autosave_file
        # Held from here on: another window that starts meanwhile does not offer the same work.
        left = next(filter(file.hold, file.find_orphans()), None)
        if left is not None:
            box = ask_to_recover(
                self._window, kept_when(left), partial(self._recover, left), partial(file.discard, left)
            )
            box.rejected.connect(partial(file.put_back, left))

    def _recover(self, path: Path) -> None:
        self._recovered = path
        self._project.open(str(path))

    def _stem(self) -> str:
        table = self._session.data.table
        return Path(table.name).stem if table is not None else "network"

    @Slot()
    def show_title(self) -> None:
        """Show the name, whether anything is unsaved, and how far a run has come."""
        shown, run = self._project.name, self._session.run
        done = ""
        if run.phase is Phase.RUNNING:
            done = tr("{percent} % · ", percent=100 * run.epoch // max(run.config.training.max_epochs, 1))
        shown = visible(shown).replace("[*]", "[*][*]")
        # Qt puts the sign of unsaved work in the place of [*], and one of two is the name's own.
        self._window.setWindowTitle(f"{done}{shown}[*] – mlp_gui" if shown else "mlp_gui[*]")
        self._window.setWindowModified(self._project.modified)

    @Slot()
    def _on_progressed(self) -> None:
        if self._session.run.phase is Phase.RUNNING and monotonic() - self._titled >= TITLE_EVERY:
            self._titled = monotonic()
            self.show_title()

    @Slot()
    def _on_layout_requested(self) -> None:
        self._project.set_window_layout(window_layout(self._window))

    @Slot(str)
    def _on_saved(self, sentence: str) -> None:
        self._window.status.show_sentence(sentence, "good")
        self._session.preferences.remember(self._project.path)
        then, self._then = self._then, None  # first, because it may save in its turn
        if then is not None:
            then()

    @Slot()
    def _on_withdrawn(self) -> None:
        """Withdraw what was to follow the saving, as nothing was saved."""
        self._then = None

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._then = None

    @Slot()
    def _on_table(self) -> None:
        """Show whether the table lies in the project; one that came inside it has no other file, so it stays inside."""
        table, embed = self._session.data.table, self._window.actions_["embed"]
        inside = table is not None and table.original is not None
        embed.setChecked(inside)
        embed.setEnabled(not inside)
        set_tip(embed, tr("The table has no file of its own, so the project holds it.") if inside else self._embed_tip)
        self.show_title()

    @Slot(object)
    def _on_taken_up(self, project: Project) -> None:
        restore_window_layout(self._window, project.layout)

    @Slot()
    def _on_built(self) -> None:
        """Adopt recovered work, which belongs to no file yet; a failed recovery must not claim the next project."""
        left = self._recovered
        if left is not None and self._project.path == str(left) and self._session.run.phase.is_resting:
            self._recovered = None
            self._project.adopt_recovered(left)

    @Slot(object, str, object)
    def _on_data_missing(self, project: Project, path: str, problem: UserError) -> None:
        detail = f"{problem.detail} {problem.hint}"
        ask_for_data(self._window, problem.title, detail, partial(self._choose_data, project, path))

    def _choose_data(self, project: Project, path: str) -> None:
        ask_open(self._window, str(Path(path).parent), partial(self._take_up, project, path))

    def _take_up(self, project: Project, path: str, chosen: str) -> None:
        self._session.restore_project(project.with_source(chosen), path)
