"""The settings of the program, drawn from their declaration; every change takes effect while the dialog is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.session.settings.settings import Settings
from mlp_gui.views.forms.config_form import ConfigForm
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel

WIDTH = 420


class SettingsDialog(QDialog):
    """Form for the settings of the program.

    Attributes
    ----------
    form : ConfigForm
    note : TextLabel
        When they take effect, or why they cannot be kept.
    defaults, close_button : QPushButton

    Signals
    -------
    settings_edited(Settings)
        After each change, with all settings.
    """

    settings_edited = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = ConfigForm(Settings)
        self.form.config_edited.connect(self.settings_edited)
        self.note = TextLabel(tr("Changes apply at once; language and number format after a restart."))
        self.note.setWordWrap(True)
        style.set_role(self.note, "caption")
        self.defaults = QPushButton(tr("Restore the defaults"))
        self.defaults.clicked.connect(self._on_defaults)
        self.close_button = QPushButton(tr("Close"))
        for button in (self.defaults, self.close_button):
            button.setAutoDefault(False)  # Enter belongs to the field
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.defaults)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(style.SPACE[2],) * 4)
        column.setSpacing(style.SPACE[2])
        column.addWidget(self.form)
        column.addWidget(self.note)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(style.px(WIDTH))

    def show_settings(self, settings: Settings) -> None:
        self.form.show_config(settings)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong in the place of the note that says how long settings last."""
        self.note.setText(sentence)
        style.set_role(self.note, "bad")
        self.adjustSize()

    @Slot()
    def _on_defaults(self) -> None:
        self.form.show_config(Settings())
        self.settings_edited.emit(Settings())
