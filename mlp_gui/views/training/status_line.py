"""The status line: the state of the run as a sentence that can be read, wrapped and copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel
from mlp_gui.views.training.diagnostics_button import DiagnosticsButton

KINDS = {
    "neutral": ("info", "muted"),
    "good": ("good", "good"),
    "warning": ("warning", "warning"),
    "bad": ("bad", "bad"),
}


class StatusLine(QWidget):
    """One sentence with an icon for its kind: "neutral", "good", "warning" or "bad".

    Attributes
    ----------
    icon, label : TextLabel
    kind : str
    diagnostics_button : DiagnosticsButton
        At the end of the line.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kind = "neutral"
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.icon = TextLabel()
        self.label = TextLabel()
        self.label.setAccessibleName(tr("State of the run"))
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = QFrame()
        line.setProperty("role", "hairline")
        row = QHBoxLayout()
        row.setContentsMargins(style.SPACE[2], 5, style.SPACE[2], 5)
        row.setSpacing(style.SPACE[1])
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        self.diagnostics_button = DiagnosticsButton()
        row.addWidget(self.diagnostics_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(row)
        self.show_sentence("")

    def show_sentence(self, sentence: str, kind: str = "neutral") -> None:
        """Show a sentence; `kind` decides icon and colour, and the words alone must say it all."""
        self.kind = kind
        self.label.setText(sentence)
        self._draw_icon()

    def sentence(self) -> str:
        return self.label.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "label"):
            self._draw_icon()

    def _draw_icon(self) -> None:
        name, role = KINDS[self.kind]
        side = style.px(16)
        text = self.label.fontMetrics().height()
        # so that a remark which comes and goes moves nothing
        air = max(0, self.diagnostics_button.height_in_line() - text)
        self.label.setContentsMargins(0, air // 2, 0, air - air // 2)
        self.icon.setFixedSize(side, text + air)
        self.icon.setPixmap(icons.pixmap(name, side, role, self.devicePixelRatioF()))
        self.icon.setVisible(bool(self.label.text()))
