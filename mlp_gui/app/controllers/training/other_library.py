"""Train it in another library: asked for in the Inspect menu, laid over the learning curves when it is done."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.export.training.optimizer_source import TrainingLibrary
from mlp_gui.export.training.refusals import LABELS
from mlp_gui.export.training.training_format import PIP
from mlp_gui.session.elsewhere.interpreters import Interpreter
from mlp_gui.session.elsewhere.library_history import LibraryHistory
from mlp_gui.session.project.export_snapshot import export_snapshot
from mlp_gui.session.session import Session
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.training.other_library_dialog import OtherLibraryDialog, ask_program

LIBRARIES: tuple[TrainingLibrary, ...] = ("tensorflow", "pytorch", "sklearn")


class OtherLibraryController(QObject):
    """The run in the window stays as it is; another run takes the curves of the library away.

    Attributes
    ----------
    dialog : OtherLibraryDialog or None
        While it is open.
    """

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window, self._services = session, window, services
        self._search, self._training = session.interpreters, session.library_training
        self.dialog: OtherLibraryDialog | None = None
        self._library: TrainingLibrary | None = None  # chosen by the person, or the first that is there
        self._path = ""
        self._search.changed.connect(self._on_interpreters)
        self._training.progressed.connect(self._on_progressed)
        self._training.succeeded.connect(self._on_succeeded)
        self._training.refused.connect(self._on_refused)
        self._training.stopped.connect(self._on_stopped)
        session.run.built.connect(self._on_built)
        window.actions_["other_library"].triggered.connect(self._on_asked)

    @Slot()
    def _on_asked(self) -> None:
        if self.dialog is None:
            self.dialog = dialog = OtherLibraryDialog([LABELS[name] for name in LIBRARIES], self._window)
            dialog.library_chosen.connect(self._on_library)
            dialog.interpreter_chosen.connect(self._on_interpreter)
            dialog.choose_requested.connect(self._on_choose)
            dialog.look_requested.connect(self._look)
            dialog.start_requested.connect(self._on_start)
            dialog.stop_requested.connect(self._training.stop)
            dialog.finished.connect(self._on_closed)
            if self._search.found:
                self._on_interpreters()
            else:
                self._look()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @Slot()
    def _on_closed(self) -> None:
        """Let the dialog go, and end what is under way."""
        self._training.stop()
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    # --- where -----------------------------------------------------------------------------------------------

    @Slot()
    def _look(self) -> None:
        self._search.look(self._folders())

    def _folders(self) -> tuple[str, ...]:
        table = self._session.data.table
        paths = [self._session.project.path, str(table.path) if table is not None and table.path is not None else ""]
        return (*dict.fromkeys(os.path.dirname(os.path.abspath(path)) for path in paths if path), os.getcwd())

    @Slot()
    def _on_choose(self) -> None:
        if self.dialog is not None:
            ask_program(self.dialog, self._services.start_folder(), self._on_path)

    @Slot(str)
    def _on_path(self, path: str) -> None:
        self._path = str(Path(path))
        self._search.look(self._folders(), self._path)

    @Slot()
    def _on_interpreters(self) -> None:
        found, dialog = self._search.found, self.dialog
        if dialog is None:
            return
        if self._library is None and found:
            names = sorted(LIBRARIES, key=lambda name: not any(self._can(one, name) for one in found))
            self._library = names[0]
        library = self._library or LIBRARIES[0]
        if self._path not in [one.path for one in found]:
            able = (one.path for one in found if self._can(one, library))
            self._path = next(able, found[0].path if found else "")
        rows = [
            (one.path, ".".join(map(str, one.version)), *(one.libraries.get(name, "") for name in LIBRARIES))
            for one in found
        ]
        dialog.show_interpreters(rows, next((i for i, one in enumerate(found) if one.path == self._path), -1))
        dialog.show_library(LIBRARIES.index(library))
        self._show_choice()

    @staticmethod
    def _can(interpreter: Interpreter, library: TrainingLibrary) -> bool:
        return not interpreter.lacks(library, LABELS[library])[0]

    def _interpreter(self) -> Interpreter | None:
        return next((one for one in self._search.found if one.path == self._path), None)

    @Slot(object)
    def _on_library(self, index: int) -> None:
        self._library = LIBRARIES[index]
        here = self._interpreter()
        if here is None or not self._can(here, self._library):
            self._path = next((one.path for one in self._search.found if self._can(one, self._library)), self._path)
        self._on_interpreters()

    @Slot(object)
    def _on_interpreter(self, index: int) -> None:
        self._path = self._search.found[index].path
        self._show_choice()

    def _show_choice(self) -> None:
        """Say whether the chosen interpreter has the library, or what is missing."""
        dialog, library, chosen = self.dialog, self._library or LIBRARIES[0], self._interpreter()
        if dialog is None or self._training.busy:
            return
        if self._search.busy:
            said, line = tr("Looking for interpreters of Python and asking them what they have."), ""
        elif chosen is None:
            said, line = tr("No Python was found here. Choose one, or install one with the library."), PIP[library]
        else:
            said, line = chosen.lacks(library, LABELS[library])
        dialog.show_running(False, not said)
        dialog.show_progress(0, 0 if self._search.busy else 1)
        ready = tr("Ready: {library} {version}.", library=LABELS[library], version=self._version(library))
        dialog.show_sentence(said or ready, "note")
        dialog.show_pip(line)

    def _version(self, library: TrainingLibrary) -> str:
        chosen = self._interpreter()
        return "" if chosen is None else chosen.libraries.get(library, "")

    # --- the training ----------------------------------------------------------------------------------------

    @Slot()
    def _on_start(self) -> None:
        chosen, library = self._interpreter(), self._library
        if chosen is None or library is None:
            return
        try:
            still = export_snapshot(self._session.data, self._session.run)
        except UserError as error:
            self._end(str(error), "bad")
            return
        self._training.start(still, library, chosen)

    @Slot(object, object)
    def _on_progressed(self, done: int, total: int) -> None:
        if self.dialog is None:
            return
        if not done:
            self.dialog.show_running(True, True)
            self.dialog.show_pip("")
        self.dialog.show_progress(done, total)
        said = tr("epoch {n:,} of {total:,}", n=done, total=total) if done else tr("The library starts.")
        self.dialog.show_sentence(said if total else tr("Writing the script."))

    @Slot(object, object)
    def _on_succeeded(self, history: LibraryHistory, foreign: int) -> None:
        plot = self._window.loss_plot
        losses = (history.train_loss, history.validation_loss)
        plot.axes.elsewhere.show(history.library, history.labels, history.epochs, losses)
        plot.mark_dirty()
        said = history.sentence
        if foreign:
            said += " " + tr(
                "From epoch {epoch:,} on ours are not those of its settings: one was changed while it ran, "
                "or it began with other weights.",
                epoch=foreign,
            )
        self._end(said, "title")
        self._window.status.show_sentence(said, "warning" if foreign else "good")

    @Slot(object, bool)
    def _on_refused(self, error: UserError, is_missing: bool) -> None:
        self._end(str(error), "bad")
        chosen = self._interpreter()
        if self.dialog is not None and is_missing and chosen is not None and self._library is not None:
            self.dialog.show_pip(chosen.pip_line(self._library))

    @Slot(object)
    def _on_stopped(self, epoch: int) -> None:
        self._end(tr("Stopped after epoch {epoch:,}; nothing was compared.", epoch=epoch))

    def _end(self, said: str, role: str = "note") -> None:
        if self.dialog is not None:
            self.dialog.show_running(False, True)
            if self.dialog.bar.maximum() == 0:
                self.dialog.show_progress(0, 1)
            self.dialog.show_sentence(said, role)

    @Slot()
    def _on_built(self) -> None:
        """End what repeats a run that is no longer there."""
        self._training.stop()
        self._show_choice()
