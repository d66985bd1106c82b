"""Everything of the side bar that can be unfolded, unfolded."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from mlp_gui.views.forms.config_form import ConfigForm
from mlp_gui.views.widgets.notice import Notice


def more_button(form: ConfigForm) -> QToolButton | None:
    """Return the button that unfolds the rest of a form, None where all of it is shown."""
    own = form.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return next((button for button in own if button.isCheckable()), None)


def unfold(person) -> None:
    panel = person.window.experiment
    panel.set_open_steps([1, 2, 3, 4])
    for _ in range(3):  # what is unfolded may hold more to unfold
        buttons = [more_button(form) for form in panel.findChildren(ConfigForm)]
        buttons += [notice.toggle for notice in panel.findChildren(Notice)]
        for button in buttons:
            if button is not None and not button.isHidden():
                button.setChecked(True)
        person.settle()
