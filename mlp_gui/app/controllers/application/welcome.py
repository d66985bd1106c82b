"""The pictures on the first page: the samples are read one after the other, beside the window."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.views.shell.sample_picture import points_of
from mlp_gui.views.shell.welcome import Welcome


class WelcomeController(QObject):
    """Reads while the first page is shown: what a person opens comes first."""

    def __init__(self, page: Welcome, services: Services) -> None:
        super().__init__(services)
        self._page = page
        self._left = list(self._page.pictures)
        self._reader = BackgroundTask(self)
        self._reader.succeeded.connect(self._on_read)
        self._reader.crashed.connect(services.show_crash)
        self._page.shown.connect(self._read)
        self._read()

    def close(self) -> None:
        """End the thread that may be at work."""
        self._reader.close()

    @Slot()
    def _read(self) -> None:
        if self._left and self._page.isVisible() and not self._reader.busy:
            sample = self._left[0].sample  # the picture is a widget: the thread must not hold it
            self._reader.start(lambda progress, cancelled: points_of(sample))

    @Slot(object)
    def _on_read(self, points: tuple[NDArray[Any], NDArray[Any], NDArray[Any]]) -> None:
        self._left.pop(0).show_points(points)
        self._read()
