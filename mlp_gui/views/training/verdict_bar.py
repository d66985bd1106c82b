"""The verdict above the scores: a mark for its kind, the sentence, and a button for what to try next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.training.status_line import KINDS
from mlp_gui.views.widgets.buttons import link_button


class VerdictBar(QWidget):
    """One sentence that says whether the network is any good; its place is kept while there is none.

    Attributes
    ----------
    icon, label : TextLabel
    button : QToolButton
        What to try next; hidden while there is nothing.

    Signals
    -------
    advice_requested
        The button was pressed.
    """

    advice_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = ""
        self.icon, self.label = TextLabel(), TextLabel()
        self.label.setAccessibleName(tr("Verdict"))
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = link_button("")
        self.button.clicked.connect(self.advice_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE[1])
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_nothing("")

    def show_verdict(self, sentence: str, kind: str, advice: str = "", reason: str = "") -> None:
        """Show a verdict.

        Parameters
        ----------
        sentence : str
        kind : {"good", "neutral", "warning", "bad"}
            Decides mark and colour; the words alone say it all.
        advice, reason : str
            Of the button; "" shows none.
        """
        self.kind = kind
        self.label.setText(sentence)
        self.label.setEnabled(True)
        self.button.setText(advice)
        set_tip(self.button, reason)
        self.button.setVisible(bool(advice))
        self._draw()

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no verdict yet."""
        self.show_verdict(sentence, "")
        self.label.setEnabled(False)

    def sentence(self) -> str:
        """Return what is said."""
        return self.label.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "button"):
            self._draw()

    def _draw(self) -> None:
        side, height = style.px(16), max(self.label.fontMetrics().height(), style.px(18))
        self.setMinimumHeight(style.px(24))
        self.icon.setFixedSize(side, height)
        if self.kind:
            name, role = KINDS[self.kind]
            self.icon.setPixmap(icons.pixmap(name, side, role, self.devicePixelRatioF()))
        else:
            self.icon.clear()
