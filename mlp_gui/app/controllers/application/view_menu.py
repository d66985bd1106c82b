"""The View menu: layouts, which plots are shown, full screen, and what is remembered of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.translation import tr
from mlp_gui.session.settings.preferences import Preferences
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.shell.workspace_layouts import LAYOUTS
from mlp_gui.views.shell.workspace_menus import GROUPS
from mlp_gui.views.theme.plain_text import set_tip

WORKSPACE = "workspace"


class ViewMenuController(QObject):
    """Plots on and off, layouts, side bar and scores."""

    def __init__(self, preferences: Preferences, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._window, self._preferences = window, preferences
        self._workspace = window.workspace
        actions = self._window.actions_
        actions["full_screen"].toggled.connect(self._on_full_screen)
        for one in LAYOUTS:
            actions[f"layout_{one.name}"].triggered.connect(partial(self._on_layout, one.name))
        actions["reset_layout"].triggered.connect(self._on_reset)
        self._toggles: dict[str, QAction] = {}
        self._add_toggles()
        self._workspace.arranged.connect(self._on_arranged)
        self._restore()
        self._on_arranged()

    # --- the menu --------------------------------------------------------------------------------------------

    def _add_toggles(self) -> None:
        menu = self._window.actions_.menus["View"]
        first = self._window.actions_["theme_system"]
        menu.insertSeparator(first)
        self._groups = {group: QMenu(tr(group), menu) for group in GROUPS}
        for group in self._groups.values():
            menu.insertMenu(first, group)
            group.setToolTipsVisible(True)
        for kind in self._workspace.all_plot_types():
            action = self._toggle(kind.name, kind.title_for(None, True))
            self._groups[kind.group].addAction(action)
        menu.insertSeparator(first)
        for name, title in (("experiment", tr("Side bar")), ("scores", tr("Scores"))):
            menu.insertAction(first, self._toggle(name, title))
        menu.insertSeparator(first)

    def _toggle(self, name: str, title: str) -> QAction:
        action = QAction(title, self._window)
        action.setObjectName(f"panel_{name}")
        action.setCheckable(True)
        action.triggered.connect(partial(self._on_toggled, name))  # not toggled: _on_arranged sets the ticks
        self._toggles[name] = action
        return action

    def _on_toggled(self, name: str, checked: bool = False) -> None:
        on = self._toggles[name].isChecked()
        self._window.show_plots()
        if name == "experiment":
            self._window.experiment.setVisible(on)
        elif name == "scores":
            self._workspace.show_scores(on)
        elif on:
            self._workspace.open(name)
        else:
            self._workspace.close_plot(name)
        self._on_arranged()

    @Slot()
    def _on_arranged(self) -> None:
        """Bring the menu in line with the workspace."""
        task = self._workspace.task
        for kind in self._workspace.all_plot_types():
            action = self._toggles[kind.name]
            action.setText(kind.title_for(task, True))
            action.setChecked(bool(self._workspace.panel_name_of(kind.name)))
            refused = kind.why_not(task)
            action.setEnabled(not refused)
            set_tip(action, refused or tr(kind.help))
        # Not isVisible, which is False on every other page and before the window is shown.
        self._toggles["experiment"].setChecked(not self._window.experiment.isHidden())
        self._toggles["scores"].setChecked(self._workspace.scores_shown)
        self._window.actions_[f"layout_{self._workspace.layout_.name}"].setChecked(True)

    def _on_layout(self, name: str, checked: bool = False) -> None:
        self._window.show_plots()
        self._workspace.show_layout(name)
        self._window.experiment.setVisible(self._workspace.layout_.side_bar)
        self._on_arranged()

    @Slot()
    def _on_reset(self) -> None:
        self._window.show_plots()
        self._workspace.reset_layout()
        self._window.experiment.setVisible(self._workspace.layout_.side_bar)
        self._on_arranged()

    def show_side_bar(self) -> None:
        """Show it whatever page or layout hides it."""
        self._window.show_plots()
        self._window.experiment.show()
        self._on_arranged()

    # --- what a presentation asks for ------------------------------------------------------------------------

    def shown(self) -> list[str]:
        """Return the names of the panels that can be seen."""
        others = {"experiment": not self._window.experiment.isHidden(), "scores": self._workspace.scores_shown}
        return [*self._workspace.front_plots(), *(name for name, on in others.items() if on)]

    def show_only(self, names: list[str]) -> None:
        """Show these panels and no others."""
        self._window.show_plots()
        self._window.experiment.setVisible("experiment" in names)
        self._workspace.show_only([name for name in names if name not in ("experiment", "scores")])
        self._workspace.show_scores("scores" in names)

    @Slot(bool)
    def _on_full_screen(self, on: bool) -> None:
        if on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    # --- remembered ------------------------------------------------------------------------------------------

    def _restore(self) -> None:
        state = self._preferences.bytes("splitter_workbench")
        if not state.isEmpty():
            self._window.workbench.restoreState(state)
        stored = self._preferences.text(WORKSPACE)
        if stored:
            self._workspace.restore(stored)
            self._window.experiment.setVisible(self._workspace.layout_.side_bar)

    def remember(self) -> None:
        """Keep the layout for the next start."""
        self._preferences.set_bytes("splitter_workbench", self._window.workbench.saveState())
        self._preferences.set_text(WORKSPACE, self._workspace.own_state)
