"""A collapsible section: settings behind a line that sums them up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel
from mlp_gui.views.widgets.buttons import link_button


class CollapsibleSection(QWidget):
    """Settings behind a button: folded, it shows its title and summary; open, its content.

    Attributes
    ----------
    content : QWidget
    button : QToolButton
        Checked while it is open.
    summary : TextLabel
        Sums up the settings; hidden while it is open.
    """

    def __init__(self, title: str, content: QWidget) -> None:
        super().__init__()
        self.content = content
        self.button = link_button(title, "chevron-right")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._unfold)
        self.summary = TextLabel()
        self.summary.setWordWrap(True)
        style.set_role(self.summary, "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE[0])
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.summary)
        column.addWidget(content)
        content.hide()

    def show_summary(self, text: str) -> None:
        self.summary.setText(text)

    def set_open(self, is_open: bool) -> None:
        self.button.setChecked(is_open)

    @Slot(bool)
    def _unfold(self, on: bool) -> None:
        self.button.setIcon(icons.icon("chevron-down" if on else "chevron-right", "accent"))
        self.content.setVisible(on)
        self.summary.setVisible(not on)
