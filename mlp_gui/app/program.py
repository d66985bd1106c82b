"""The program: one session, one window, and the controllers that join them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from mlp_gui.app.controllers.application.application_menu import ApplicationMenuController
from mlp_gui.app.controllers.application.background_tasks import BackgroundTasksController
from mlp_gui.app.controllers.application.class_files import ClassFilesController
from mlp_gui.app.controllers.application.classroom import ClassroomController
from mlp_gui.app.controllers.application.files import FilesController
from mlp_gui.app.controllers.application.project import ProjectController
from mlp_gui.app.controllers.application.view_menu import ViewMenuController
from mlp_gui.app.controllers.application.welcome import WelcomeController
from mlp_gui.app.controllers.data.data_pages import DataPagesController
from mlp_gui.app.controllers.data.data_panel import DataPanelController
from mlp_gui.app.controllers.inspector.inspector import InspectorController
from mlp_gui.app.controllers.inspector.lessons import LessonsController
from mlp_gui.app.controllers.inspector.loss_landscape import LossLandscapeController
from mlp_gui.app.controllers.services import Services
from mlp_gui.app.controllers.training.diagnostics import DiagnosticsController
from mlp_gui.app.controllers.training.lr_range_test import LRRangeTestController
from mlp_gui.app.controllers.training.other_library import OtherLibraryController
from mlp_gui.app.controllers.training.repeats import RepeatsController
from mlp_gui.app.controllers.training.runs import RunsController
from mlp_gui.app.controllers.training.search import SearchController
from mlp_gui.app.controllers.training.study import StudyController
from mlp_gui.app.controllers.training.timeline import TimelineController
from mlp_gui.app.controllers.training.training import TrainingController
from mlp_gui.app.controllers.training.tutorial_line import TutorialLineController
from mlp_gui.app.controllers.training.verdict import VerdictController
from mlp_gui.app.controllers.training.weight_import import WeightImportController
from mlp_gui.app.crash_handler import CrashHandler, start_log
from mlp_gui.app.first_window import FirstWindow
from mlp_gui.app.garbage_collector import GarbageCollector
from mlp_gui.presets import preset
from mlp_gui.session.session import Session
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.theme import style


class Program(QObject):
    """Builds and holds what the program is made of. No controller knows it.

    Attributes
    ----------
    session : Session
        All state.
    window : MainWindow
    appearance : ThemeController
    services : Services
        What controllers may ask for.
    crashes : CrashHandler
        Unexpected errors of this thread.
    garbage_collector : GarbageCollector
        Collects between frames while a run is under way.
    training, timeline, ... : QObject
        A controller for each part of the window.
    """

    def __init__(self, app: QApplication, front: FirstWindow | None = None) -> None:
        """Build the program behind its first page.

        Parameters
        ----------
        app : QApplication
        front : FirstWindow, optional
            The window with its first page, which may be on the screen already. Made when omitted.
        """
        super().__init__()
        self._app = app
        start_log()
        self.crashes = CrashHandler(self)
        self.session = Session(self)
        self.garbage_collector = GarbageCollector(lambda: self.session.run.phase is Phase.RUNNING, self)
        self.garbage_collector.start()
        with style.unstyled(app):
            front = front or FirstWindow(app)
            self.appearance, self.window = front.appearance, front.window
            self.window.build_workbench()
            self.appearance.connect_actions(self.window)
            self.services = Services(self.session, self.window, self)
            self._build_controllers()
        self.session.refused.connect(self.services.show_error)
        self.session.crashed.connect(self.services.show_crash)
        self.crashes.crashed.connect(self.services.show_crash)
        app.aboutToQuit.connect(self.close)  # the system may end the session without closing the window

    def _build_controllers(self) -> None:
        """Build them in the order in which they hear of what happened: training first, as its slots paint the frame."""
        parts = session, window, services = self.session, self.window, self.services
        self.data_panel = DataPanelController(*parts)
        self.training = TrainingController(*parts)
        self.verdict = VerdictController(*parts)
        self.tutorial_line = TutorialLineController(*parts)
        self.diagnostics = DiagnosticsController(*parts)
        self.timeline = TimelineController(*parts)
        self.runs = RunsController(*parts)
        self.project = ProjectController(*parts)
        self.view = ViewMenuController(session.preferences, window, services)
        self.files = FilesController(*parts, self.view)
        self.classroom = ClassroomController(*parts)
        self.class_files = ClassFilesController(*parts)
        self.lr_range_test = LRRangeTestController(*parts)
        self.study = StudyController(*parts)
        self.repeats = RepeatsController(*parts)
        self.search = SearchController(*parts)
        self.other_library = OtherLibraryController(*parts)
        self.inspector = InspectorController(*parts)
        self.weight_import = WeightImportController(*parts)
        self.lessons = LessonsController(*parts, self.inspector)
        self.loss_landscape = LossLandscapeController(*parts)
        self.data_pages = DataPagesController(*parts)
        self.application_menu = ApplicationMenuController(*parts, self.appearance, self.view)
        self.welcome = WelcomeController(window.welcome, services)
        self.background_tasks = BackgroundTasksController(self.findChildren(BackgroundTask), window, services)

    # --- what the start and the system may ask ---------------------------------------------------------------

    @Slot(str)
    def open(self, source: str) -> None:
        """Open a table or a project: a path or `sample:NAME`."""
        self.files.open(source)

    @Slot(str)
    def open_sample(self, name: str) -> None:
        """Open a bundled data set."""
        self.files.open_sample(name)

    def open_preset(self, name: str) -> None:
        """Open a known run with its data and settings."""
        self.files.open_preset(preset(name))

    @Slot()
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
        # A QThread that is destroyed while its thread runs aborts the process.
        self.welcome.close()
        self.data_pages.close()
        self.training.plots.task_runner.close()
        self.training.clock.close()
        self.session.close()
        for timer in self.findChildren(QTimer):
            timer.stop()  # a controller's may be due when its widgets are gone
        self.crashes.release()
        self.garbage_collector.stop()
