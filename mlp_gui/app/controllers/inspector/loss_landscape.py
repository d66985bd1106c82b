"""The loss surface's window and the run."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.inspection.loss_landscape import LossLandscape
from mlp_gui.session.inspector.loss_landscape import LandscapeSlice
from mlp_gui.session.session import Session
from mlp_gui.views.inspector.landscape.landscape_window import LandscapeWindow
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.widgets.linked_windows import LinkedWindow


class LossLandscapeController(QObject):
    """Joins the computation to its window, which is made when it is first opened."""

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._window, self._run, self._computation = window, session.run, session.loss_landscape
        self._computation.computed.connect(self._on_made)
        self._computation.refused.connect(self._on_refused)
        self._run.built.connect(self._on_built)
        self._surface: LandscapeWindow | None = None
        window.actions_["surface"].triggered.connect(self.open)

    @property
    def window(self) -> LandscapeWindow:
        """The window, made on first use."""
        if self._surface is None:
            self._surface = LandscapeWindow(self._window)
            LinkedWindow(self._window, self._surface)  # a child of the surface's window, which keeps it
            self._surface.trajectory_requested.connect(self._on_path_wanted)
            self._surface.weights_requested.connect(self._on_weights_wanted)
            self._on_built()
        return self._surface

    @Slot()
    def open(self) -> None:
        """Show the window, or bring it to the front."""
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    @Slot()
    def _on_path_wanted(self) -> None:
        if self._run.facts is None:
            self.window.show_refusal(self._run.status_text)
        self._computation.compute(LandscapeSlice())

    @Slot(object, object)
    def _on_weights_wanted(self, first: int, second: int) -> None:
        names = self._names()
        if max(first, second) < len(names):
            self._computation.compute(LandscapeSlice((first, second), (names[first], names[second])))

    @Slot(object)
    def _on_made(self, surface: LossLandscape) -> None:
        if self._surface is not None:
            self._surface.show_landscape(surface)

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        if self._surface is not None:
            self._surface.show_refusal(str(error))

    @Slot()
    def _on_built(self) -> None:
        if self._surface is not None:
            self._surface.show_names(self._names())
            self._surface.show_refusal(tr("Train a few epochs, then draw the surface."))

    def _names(self) -> list[str]:
        """Name every weight in words, by its place in θ."""
        facts, dataset = self._run.facts, self._run.dataset
        if facts is None or dataset is None:
            return []
        layers = [
            dataset.feature_names,
            *(tuple(tr("unit {n}", n=j + 1) for j in range(size)) for size in facts.sizes[1:-1]),
            dataset.output_names,
        ]
        return [
            tr("layer {layer}: {source} → {unit}", layer=k + 1, source=source, unit=unit)
            for k in range(len(layers) - 1)
            for source in (*layers[k], tr("bias"))
            for unit in layers[k + 1]
        ]
