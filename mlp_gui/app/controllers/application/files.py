"""Files and the window: open, samples, recent files, drop, save, export, close."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMenu

from mlp_gui.app.controllers.application.project import SUFFIX
from mlp_gui.app.controllers.application.view_menu import ViewMenuController
from mlp_gui.app.controllers.services import ANOTHER_TABLE, SAME_TABLE, Services
from mlp_gui.core.translation import tr
from mlp_gui.data.samples.catalogue import PREFIX, samples
from mlp_gui.export.common.atomic import file_stem
from mlp_gui.export.registry import formats
from mlp_gui.presets import TUTORIAL, Preset
from mlp_gui.session.data.spec_adaptation import is_same_path
from mlp_gui.session.session import Session
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.phase import RunCommand
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.theme.icons import icon
from mlp_gui.views.theme.plain_text import menu_text, set_tip
from mlp_gui.views.widgets.dialogs import ask_open, ask_save


class PendingWrites(QObject):
    """Looks at the tasks of a session that write what a person asked for."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._then: Callable[[], object] | None = None
        self._heard: set[BackgroundTask] = set()

    def hold(self, then: Callable[[], object]) -> bool:
        """Return whether something is being written; `then` is called when it is done, but not when that has failed."""
        writing = [slot for slot in self._session.findChildren(BackgroundTask) if slot.writes and slot.busy]
        for slot in writing:
            self._hear(slot)
        self._then = then if writing else None
        return bool(writing)

    def _hear(self, slot: BackgroundTask) -> None:
        if slot not in self._heard:
            self._heard.add(slot)
            slot.succeeded.connect(self._on_written)
            for failed in (slot.refused, slot.crashed, slot.cancelled):
                failed.connect(self._on_not_written)

    @Slot()
    def _on_written(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    @Slot()
    def _on_not_written(self) -> None:
        self._then = None


class FilesController(QObject):
    """Before anything replaces a run that no file holds, the person is asked."""

    def __init__(self, session: Session, window: MainWindow, services: Services, view_menu: ViewMenuController) -> None:
        """Join files to all that opens, exports and closes; `view_menu` shows the side bar with the exports."""
        super().__init__(services)
        self._session, self._window, self._services, self._view_menu = session, window, services, view_menu
        self._pending = PendingWrites(session, self)
        welcome, source, actions = window.welcome, window.experiment.data, window.actions_
        window.file_dropped.connect(self.open)
        window.closing.connect(self._on_closing)
        welcome.open_requested.connect(self.ask_open)
        welcome.sample_chosen.connect(self.open_sample)
        welcome.recent_chosen.connect(self.open)
        welcome.file_dropped.connect(self.open)
        source.open_requested.connect(self.ask_open)
        source.sample_chosen.connect(self.open_sample)
        window.control_bar.export_requested.connect(self.choose_export)
        window.experiment.export_requested.connect(self.ask_export)
        actions["open"].triggered.connect(self.ask_open)
        actions["paste"].triggered.connect(self.paste)
        actions["reload"].triggered.connect(self.reload)
        actions["tutorial"].triggered.connect(self.open_tutorial)
        actions["start_page"].triggered.connect(self.show_start_page)
        welcome.left.connect(self._on_way_back)
        actions["export"].triggered.connect(self.choose_export)
        actions["quit"].triggered.connect(window.close)
        self._session.exporter.started.connect(self._on_export_started)
        self._session.exporter.exported.connect(self._on_exported)
        self._add_menus()
        session.run.phase_changed.connect(self._on_phase)
        welcome.show_recent(self._session.preferences.recent)

    # --- open ------------------------------------------------------------------------------------------------

    @Slot()
    def show_start_page(self) -> None:
        """Show samples, recent files and lessons; a run stays where it is, and goes on if it was going on."""
        self._window.welcome.way_back.setVisible(self._session.data.table is not None)
        self._window.show_workbench(False)

    @Slot()
    def _on_way_back(self) -> None:
        self._window.show_workbench(True)

    @Slot()
    def ask_open(self) -> None:
        """Ask for a file, and open it."""
        if self._session.run.why_not(RunCommand.OPEN) is None:
            ask_open(self._window, self._services.start_folder(), self.open)

    @Slot(str)
    def open(self, source: str) -> None:
        """Open a table or a project: a path or `sample:NAME`. Work that no file holds is asked about first."""
        is_project = source.lower().endswith(SUFFIX)  # one that is named otherwise is found when it is read
        what_happens = SAME_TABLE if is_same_path(self._session.data.table, source) else ANOTHER_TABLE
        begin = self._session.project.open if is_project else self._session.open
        self._services.replace_run(partial(begin, source), what_happens)

    @Slot()
    def paste(self) -> None:
        """Open the cells that were copied elsewhere, or the file."""
        copied: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None for an empty one, on some systems
        files = [url.toLocalFile() for url in copied.urls() if url.isLocalFile()] if copied is not None else []
        if files:
            self.open(files[0])
        elif copied is not None and copied.text().strip():
            self._services.replace_run(partial(self._session.paste, copied.text()), ANOTHER_TABLE)
        else:
            self._window.status.show_sentence(tr("The clipboard holds no table."), "bad")

    @Slot()
    def reload(self) -> None:
        """Read the file of the table again; it may have grown."""
        table = self._session.data.table
        if table is not None and table.path is not None:
            self.open(str(table.path))

    @Slot(str)
    def open_sample(self, name: str) -> None:
        """Open a bundled data set by its name."""
        self.open(PREFIX + name)

    @Slot()
    def open_tutorial(self) -> None:
        """Open the tutorial's run."""
        self.open_preset(TUTORIAL)

    def open_preset(self, preset: Preset) -> None:
        """Open a preset's data with its columns and settings."""
        self._services.replace_run(partial(self._session.open_preset, preset))

    # --- export ----------------------------------------------------------------------------------------------

    @Slot()
    def choose_export(self) -> None:
        """Show the step "Export", where each format says what it is good for."""
        self._view_menu.show_side_bar()
        self._window.experiment.open_export_panel()

    @Slot(str)
    def ask_export(self, name: str, checked: bool = False) -> None:
        """Ask where to write an export in the format of this name."""
        chosen = formats[name]
        proposal = os.path.join(self._services.start_folder(), self._stem(name) + chosen.suffix)
        title = tr("Save {format}", format=tr(chosen.label))
        ask_save(self._window, title, proposal, chosen.suffix, partial(self._session.export, name))

    @Slot(str)
    def _on_export_started(self, path: str) -> None:
        self._window.status.show_sentence(tr("Writing {name}.", name=Path(path).name))

    @Slot(object)
    def _on_exported(self, sentence: str) -> None:
        self._window.status.show_sentence(sentence, "good")

    def _stem(self, name: str) -> str:
        table = self._session.data.table
        stem = file_stem(Path(table.name).stem if table is not None else "")
        alone = sum(chosen.suffix == formats[name].suffix for chosen in formats) == 1
        return stem if alone else f"{stem}_{name}"  # several formats have this suffix

    # --- close -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_closing(self, event: QCloseEvent) -> None:
        if not self._may_close():
            event.ignore()

    def _may_close(self) -> bool:
        if self._session.project.modified and not self._services.is_practice:
            self._session.run.stop()
            self._services.ask_about_run(tr("The window is closed."), self._close_anyway)
            return False
        if self._services.is_practice:
            self._session.project.discard_unsaved()  # nobody is to be offered it at the next start
        if self._pending.hold(self._window.close):  # it closes when the file is written
            return False
        self._session.close()
        return True

    def _close_anyway(self) -> None:
        self._session.project.discard_unsaved()  # or closing would ask again
        self._window.close()

    # --- menus -----------------------------------------------------------------------------------------------

    def _add_menus(self) -> None:
        file_menu = self._window.actions_.menus["File"]
        before = self._window.actions_["tutorial"]
        sample_menu = QMenu(tr("Open sample"), file_menu)
        sample_menu.setIcon(icon("sample"))
        sample_menu.setToolTipsVisible(True)
        for sample in samples():
            action = sample_menu.addAction(tr(sample.title), partial(self.open_sample, sample.name))
            set_tip(action, tr(sample.sentence))
        self._recent_menu = QMenu(tr("Open recent"), file_menu)
        self._recent_menu.setIcon(icon("clock"))
        self._recent_menu.aboutToShow.connect(self._fill_recent)
        file_menu.insertMenu(before, sample_menu)
        file_menu.insertMenu(before, self._recent_menu)
        self._opening_menus = (sample_menu, self._recent_menu)

    @Slot()
    def _on_phase(self) -> None:
        """Enable every other way to open a table whenever the entry "Open" is enabled."""
        reason = self._session.run.why_not(RunCommand.OPEN)
        self._window.experiment.data.source.show_allowed(reason)
        for menu in self._opening_menus:
            menu.menuAction().setEnabled(reason is None)
            set_tip(menu.menuAction(), reason or menu.title())

    @Slot()
    def _fill_recent(self) -> None:
        self._recent_menu.clear()
        for path in self._session.preferences.recent:
            action = self._recent_menu.addAction(menu_text(Path(path).name), partial(self.open, path))
            set_tip(action, path)
        if self._recent_menu.isEmpty():
            self._recent_menu.addAction(tr("No file was opened yet")).setEnabled(False)
