"""Presentation mode: full screen, large type, thick lines, and only the panels chosen for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QShortcut

from mlp_gui.app.controllers.application.view_menu import ViewMenuController
from mlp_gui.app.theme_controller import ThemeController
from mlp_gui.session.settings.preferences import Preferences
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.shell.workspace_layouts import LAYOUTS, PLACES

FIRST = "loss,fit"  # the panels of the first presentation
OTHERS = ("experiment", "scores")  # panels that are no plots
KEY = "present_panels"


class PresentationController(QObject):
    """What is shown while presenting is chosen while presenting (View menu, Ctrl+K) and kept for the next time.

    A plot that was brought to the front of its place since then takes that place in the presentation, too.
    """

    def __init__(
        self, preferences: Preferences, window: MainWindow, theme: ThemeController, view_menu: ViewMenuController
    ) -> None:
        """Join the menu entry to the window.

        Parameters
        ----------
        preferences : Preferences
            Where the chosen panels are kept.
        window : MainWindow
        theme : ThemeController
            Applies the text size of a presentation.
        view_menu : ViewMenuController
            Shows only the chosen panels.
        """
        super().__init__(view_menu)
        self._window, self._view = window, view_menu
        self._preferences, self._appearance = preferences, theme
        self._before: tuple[list[str], Qt.WindowState] | None = None
        self._known = (
            LAYOUTS[0].name,
            {place: names[0] for place, names in LAYOUTS[0].tabs.items()},
        )  # at the last end
        self._action = self._window.actions_["present"]
        self._action.toggled.connect(self._on_toggled)
        self._escape = QShortcut(Qt.Key.Key_Escape, self._window, self._leave)
        self._window.presentation_strip.leave_requested.connect(self._leave)
        self._escape.setEnabled(False)  # otherwise Escape belongs to fields and panels

    @property
    def is_on(self) -> bool:
        """Whether somebody is presenting."""
        return self._before is not None

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        if on == self.is_on:
            return
        self._escape.setEnabled(on)
        if on:
            self._before = (self._view.shown(), self._window.windowState())
            self._view.show_only(self._panels())
            self._window.menuBar().hide()
            self._window.presentation_strip.show()
            self._appearance.present(True)
            self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)
        else:
            assert self._before is not None
            panels, state = self._before
            self._before = None
            self._preferences.set_text(KEY, ",".join(self._view.shown()))
            self._appearance.present(False)
            self._window.presentation_strip.hide()
            self._window.menuBar().show()
            self._view.show_only(panels)
            self._window.setWindowState(state)
            self._known = (self._window.workspace.layout_.name, self._window.workspace.fronts())

    def _panels(self) -> list[str]:
        """Return what to present: the panels of the last time, with the plots that were brought to the front since."""
        workspace, kept = self._window.workspace, (self._preferences.text(KEY) or FIRST).split(",")
        layout, known = self._known
        fronts = workspace.fronts()
        others = [name for name in kept if name in OTHERS]
        if workspace.layout_.name != layout or len(fronts) == 1:
            return [*[fronts[place] for place in PLACES if place in fronts][:2], *others]
        wanted = []
        for name in kept:
            place = workspace.panel_name_of(name)
            chosen = fronts.get(place, name)
            wanted.append(chosen if place and chosen != known.get(place) else name)
        return list(dict.fromkeys(wanted))

    @Slot()
    def _leave(self) -> None:
        self._action.setChecked(False)
