"""What controllers ask for beside their owner and their panel: errors shown, a folder to start in, a question."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.app.crash_handler import log, log_path
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import RunCommand
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.widgets.dialogs import ask_about_run
from mlp_gui.views.widgets.error_box import show_crash, show_error

LOOK_FOR = 0.2  # seconds
ANOTHER_TABLE = mark("This discards the current run.")
SAME_TABLE = mark(
    "The file is read again. Its runs stay in the list, but none goes on with rows that it was not trained on."
)


class Services(QObject):
    """Shared by all controllers; the parent of those that have no owner of their own.

    Signals
    -------
    save_requested(callable)
        The person wants to save first; the argument is what follows when the file is written.
    """

    save_requested = Signal(object)

    def __init__(self, session: Session, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._window = session, window

    @Slot(object)
    def show_error(self, error: UserError) -> None:
        """Show why something was refused."""
        log.info("refused: %s", error)
        show_error(self._window, error)

    @Slot(str)
    def show_crash(self, details: str) -> None:
        """Show that something unexpected happened; `details` is the traceback."""
        show_crash(self._window, details, str(log_path()))

    def attempt(self, action: Callable[[], None]) -> bool:
        """Do something that may be refused; a refusal is shown, and False returned."""
        try:
            action()
        except UserError as error:
            self.show_error(error)
            return False
        return True

    def start_folder(self) -> str:
        """Return where the last file was, if that folder still exists; else the current one.

        A disk that does not answer at once is not waited for.
        """
        folders = [os.path.dirname(path) for path in self._session.preferences.recent]
        found: list[str] = []
        looker = Thread(target=lambda: found.extend(filter(os.path.isdir, folders)), daemon=True)
        looker.start()
        looker.join(LOOK_FOR)
        return found[0] if found else os.getcwd()

    @property
    def is_practice(self) -> bool:
        """Whether the work is a run of a lesson, which belongs to no file and may go without a question."""
        return self._session.lessons.is_practice and not self._session.project.path

    def replace_run(self, action: Callable[[], None], what_happens: str = ANOTHER_TABLE) -> None:
        """Do what replaces the run; if it holds work that no file has, the person is asked first.

        Parameters
        ----------
        action : callable
            Replaces the run.
        what_happens : str
            The sentence that the question begins with.
        """
        run = self._session.run
        if run.why_not(RunCommand.OPEN) is not None:  # it is going on
            run.stop()
        if self._session.project.modified and not self.is_practice:
            self.ask_about_run(tr(what_happens), action)
        else:
            action()

    def ask_about_run(self, what_happens: str, action: Callable[[], None]) -> None:
        """Ask whether to save the work first.

        Parameters
        ----------
        what_happens : str
            The sentence that the question begins with.
        action : callable
            What follows, whether the work was saved or given up.
        """
        run = self._session.run
        ask_about_run(
            self._window,
            what_happens,
            (run.epoch - run.saved_epoch if run.unsaved else 0, run.saved_epoch),
            self._session.project.unsaved_runs,
            save=lambda: self.save_requested.emit(action),
            discard=action,  # a table that then cannot be opened leaves the run here, and unsaved
        )
