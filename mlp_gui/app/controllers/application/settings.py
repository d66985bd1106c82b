"""The settings of the program: the dialog, the menu entries that change the same, and what follows from them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.app.theme_controller import ThemeController
from mlp_gui.core.translation import tr
from mlp_gui.engine.network import thread_limits
from mlp_gui.session.session import Session
from mlp_gui.session.settings.settings import Settings
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.shell.settings_dialog import SettingsDialog


class SettingsController(QObject):
    """Applies and keeps every change at once; the dialog may stay open.

    Attributes
    ----------
    dialog : SettingsDialog or None
        While it is open.
    """

    def __init__(self, session: Session, window: MainWindow, services: Services, theme: ThemeController) -> None:
        """Join the dialog to the preferences; `theme` applies those that are seen."""
        super().__init__(services)
        self._session, self._window = session, window
        self._preferences, self._appearance = session.preferences, theme
        self.dialog: SettingsDialog | None = None
        self._told = False  # that nothing can be kept: said once
        self._window.actions_["settings"].triggered.connect(self.show)
        self._appearance.changed.connect(self._on_changed)
        window.timeline.budget_chosen.connect(self._on_budget)
        self._follow()

    @Slot()
    def show(self) -> None:
        """Show the dialog, or bring it to the front."""
        if self.dialog is None:
            self.dialog = SettingsDialog(self._window)
            self.dialog.settings_edited.connect(self._on_edited)
            self.dialog.destroyed.connect(self._on_destroyed)  # it deletes itself on closing, the wrapper would stay
            self.dialog.show_settings(self._preferences.settings)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @Slot(object)
    def _on_edited(self, settings: Settings) -> None:
        self._preferences.settings = settings
        self._appearance.apply()
        self._on_changed()

    @Slot(object)
    def _on_budget(self, budget: int) -> None:
        """Change the memory setting from the time line's own menu."""
        self._on_edited(self._preferences.settings.replace(memory=max(budget // 1_000_000, 1)))

    @Slot()
    def _on_destroyed(self) -> None:
        self.dialog = None

    @Slot()
    def _on_changed(self) -> None:
        self._follow()
        path = "" if self._told else self._preferences.unwritable()
        if path:
            self._told = True
            sentence = tr(
                "The settings cannot be kept: {path} is not writable. Allow writing there, or they last until the "
                "program ends.",
                path=path,
            )
            self._window.status.show_sentence(sentence, "warning")
            if self.dialog is not None:
                self.dialog.show_problem(sentence)

    @Slot()
    def _follow(self) -> None:
        settings = self._preferences.settings
        thread_limits.set_thread_rule(settings.threads)
        self._session.project.set_autosave(settings.autosave)
        self._session.timeline.set_budget(1_000_000 * settings.memory)
        self._window.actions_[f"theme_{settings.theme}"].setChecked(True)
        if self.dialog is not None:
            self.dialog.show_settings(settings)
