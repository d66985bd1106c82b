"""The program: one session, one window, and the wirings between them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from mlp_gui.app.controllers.application.application_menu import ApplicationMenuController
from mlp_gui.app.controllers.application.background_tasks import BackgroundTasksController
from mlp_gui.app.controllers.application.files import ANOTHER_TABLE, FilesController
from mlp_gui.app.controllers.application.project import ProjectController
from mlp_gui.app.controllers.application.view_menu import ViewMenuController
from mlp_gui.app.controllers.application.welcome import WelcomeController
from mlp_gui.app.controllers.data.data_pages import DataPagesController
from mlp_gui.app.controllers.data.data_panel import DataPanelController
from mlp_gui.app.controllers.inspector.inspector import InspectorController
from mlp_gui.app.controllers.inspector.lessons import LessonsController
from mlp_gui.app.controllers.inspector.loss_landscape import LossLandscapeController
from mlp_gui.app.controllers.training.diagnostics import DiagnosticsController
from mlp_gui.app.controllers.training.lr_range_test import LRRangeTestController
from mlp_gui.app.controllers.training.runs import RunsController
from mlp_gui.app.controllers.training.timeline import TimelineController
from mlp_gui.app.controllers.training.training import TrainingController
from mlp_gui.app.controllers.training.weight_import import WeightImportController
from mlp_gui.app.crash_handler import CrashHandler, log, log_path, start_log
from mlp_gui.app.first_window import FirstWindow
from mlp_gui.app.garbage_collector import GarbageCollector
from mlp_gui.core.errors import UserError
from mlp_gui.presets import preset
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.widgets.error_box import show_crash, show_error


class Program(QObject):
    """Owns the session and the window; everything a wiring does goes through one of them."""

    def __init__(self, app: QApplication, front: FirstWindow | None = None) -> None:
        super().__init__()
        front = front or FirstWindow(app)
        self._app = app
        start_log()
        self.crashes = CrashHandler(self)
        self.session = Session(self)
        self.garbage_collector = GarbageCollector(lambda: self.session.run.phase is Phase.RUNNING, self)
        self.garbage_collector.start()
        self.appearance, self.window = front.appearance, front.window
        self.window.build_workbench()
        self.appearance.connect_actions(self.window)
        self._data = DataPanelController(self)
        self._run = TrainingController(self)
        self.plots = self._run.plots
        self.diagnostics = DiagnosticsController(self)
        self.timeline = TimelineController(self)
        self.runs = RunsController(self)
        self.project = ProjectController(self)
        self._files = FilesController(self)
        self.view = ViewMenuController(self)
        self.lr_range_test = LRRangeTestController(self)
        self.inspector = InspectorController(self)
        self.weight_import = WeightImportController(self)
        self.lessons = LessonsController(self)
        self.loss_landscape = LossLandscapeController(self)
        self.data_pages = DataPagesController(self)
        self.application_menu = ApplicationMenuController(self)
        self.background_tasks = BackgroundTasksController(self)
        self.session.refused.connect(self.show_error)
        self.session.crashed.connect(self.show_crash)
        self.crashes.crashed.connect(self.show_crash)
        self._welcome = WelcomeController(self)
        app.aboutToQuit.connect(self.close)

    # --- what anyone may ask ---------------------------------------------------------------------------------

    def open(self, source: str) -> None:
        """Open a table or a project: a path or `sample:NAME`."""
        self._files.open(source)

    @Slot(str)
    def open_sample(self, name: str) -> None:
        self._files.open_sample(name)

    @Slot()
    def ask_open(self) -> None:
        self._files.ask_open()

    def open_preset(self, name: str) -> None:
        self._files.open_preset(preset(name))

    def replace_run(self, action: Callable[[], None], what_happens: str = ANOTHER_TABLE) -> None:
        """Do what replaces the run; if it holds work that no file has, the person is asked first."""
        self._files.replace_run(action, what_happens)

    def export(self, name: str, path: str) -> None:
        """Write the shown weights, the history or the predictions; the status line says how it was proved."""
        self.session.export(name, path)

    def attempt(self, action: Callable[[], None]) -> bool:
        """Do something that may be refused; a refusal is shown, and False returned."""
        try:
            action()
        except UserError as error:
            self.show_error(error)
            return False
        return True

    @Slot(object)
    def show_error(self, error: UserError) -> None:
        log.info("refused: %s", error)
        show_error(self.window, error)

    @Slot(str)
    def show_crash(self, details: str) -> None:
        show_crash(self.window, details, str(log_path()))

    def quit(self) -> None:
        """End without asking."""
        self.session.project.discard_unsaved()
        self.window.close()
        self._app.quit()

    @Slot()
    def close(self) -> None:
        """End all threads and remember the window; safe to call twice."""
        self.view.remember()
        self.application_menu.remember()
        self.session.preferences.set_bytes("geometry", self.window.saveGeometry())
        self._welcome.close()
        self.lr_range_test.close()
        self.data_pages.close()
        self.loss_landscape.computation.close()
        self.inspector.close()
        self.plots.task_runner.close()
        self.session.close()
        self.crashes.release()
        self.garbage_collector.stop()
