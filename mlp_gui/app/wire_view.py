"""The View and Help menus: which plots are shown, maximise one, full screen, and what is remembered of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from mlp_gui.views.plots.base import Plot
from mlp_gui.views.shell.help import show_about, show_definitions, show_shortcuts

if TYPE_CHECKING:
    from mlp_gui.app.program import Program

SPLITTERS = ("workbench", "rows", "top_row", "bottom_row")


class ViewWiring(QObject):
    """Panels on and off; a maximised plot fills the place of all."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._window, self._preferences = program.window, program.session.preferences
        self._maximised: Plot | None = None
        actions = self._window.actions_
        actions["full_screen"].toggled.connect(self._on_full_screen)
        actions["definitions"].triggered.connect(self._on_definitions)
        actions["shortcuts"].triggered.connect(self._on_shortcuts)
        actions["about"].triggered.connect(self._on_about)
        self._toggles: dict[str, QAction] = {}
        self._add_toggles()
        for plot in self._window.plots:
            plot.maximise_requested.connect(partial(self._toggle_maximised, plot))
        self._restore()

    def _add_toggles(self) -> None:
        menu = self._window.actions_.menus["View"]
        first = self._window.actions_["theme_system"]
        for name, (title, _) in self._window.panels.items():
            action = QAction(title, self._window)
            action.setObjectName(f"panel_{name}")
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(self._show_panels)
            menu.insertAction(first, action)
            self._toggles[name] = action
        menu.insertSeparator(first)

    def _toggle_maximised(self, plot: Plot) -> None:
        self._maximised = None if self._maximised is plot else plot
        self._show_panels()

    @Slot()
    def _show_panels(self) -> None:
        for name, (_, panel) in self._window.panels.items():
            chosen = self._toggles[name].isChecked()
            panel.setVisible(panel is self._maximised if self._maximised is not None else chosen)
            if isinstance(panel, Plot):
                panel.show_maximised(panel is self._maximised)
        for row in (self._window.top_row, self._window.bottom_row):
            row.setVisible(any(plot.isVisibleTo(row) for plot in self._window.plots if plot.parent() is row))

    @Slot(bool)
    def _on_full_screen(self, on: bool) -> None:
        if on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    @Slot()
    def _on_definitions(self) -> None:
        show_definitions(self._window)

    @Slot()
    def _on_shortcuts(self) -> None:
        show_shortcuts(self._window)

    @Slot()
    def _on_about(self) -> None:
        show_about(self._window)

    # --- remembered ------------------------------------------------------------------------------------------

    def _restore(self) -> None:
        for name in SPLITTERS:
            state = self._preferences.bytes(f"splitter_{name}")
            if not state.isEmpty():
                getattr(self._window, name).restoreState(state)

    def remember(self) -> None:
        for name in SPLITTERS:
            self._preferences.set_bytes(f"splitter_{name}", getattr(self._window, name).saveState())
