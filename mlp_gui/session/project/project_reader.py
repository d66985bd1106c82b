"""Reads the file of a project, or of a class, in the background, and looks for its table."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark
from mlp_gui.export.project.class_file import ClassFile
from mlp_gui.export.project.project import Project
from mlp_gui.session.project.file_on_disk import Stamp
from mlp_gui.session.project.project_io import read_project_file
from mlp_gui.session.tasks.background_task import BackgroundTask


class ProjectReader(QObject):
    """Reads one file at a time.

    Attributes
    ----------
    stamp : tuple of int or None
        Of the file that was read last, before it was read.

    Signals
    -------
    loaded(Project, str)
        A project was read from this path.
    class_file_loaded(ClassFile)
    data_missing(Project, str, UserError)
    refused(UserError), crashed(str)
    """

    loaded = Signal(object, str)
    class_file_loaded = Signal(object)
    data_missing = Signal(object, str, object)
    refused = Signal(object)
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stamp: Stamp = None
        self._task = BackgroundTask(self, mark("Opening the project"))
        self._task.refused.connect(self.refused)
        self._task.crashed.connect(self.crashed)
        self._task.succeeded.connect(self._on_read)

    def open(self, path: str) -> None:
        """Read a file; `loaded` follows, or `class_file_loaded`, or `data_missing`, or `refused`."""
        self._task.start(partial(read_project_file, path))

    def close(self) -> None:
        """End the thread that may be at work."""
        self._task.close()

    @Slot(object)
    def _on_read(self, read: tuple[Project | ClassFile, str, UserError | None, Stamp]) -> None:
        found, path, problem, self.stamp = read
        if isinstance(found, ClassFile):
            self.class_file_loaded.emit(found)
        elif problem is not None:
            self.data_missing.emit(found, path, problem)
        else:
            self.loaded.emit(found, path)
