"""The verdict above the scores: a mark for its kind, the sentence, and a button for what to try next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.training.status_line import KINDS
from mlp_gui.views.widgets.buttons import link_button


class VerdictBar(QWidget):
    """One sentence that says whether the network is any good; its place is kept while there is none.

    Where the window is too small for all of it, its first words are shown, and all of it on hover.

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
        self.kind = self._sentence = ""
        self.icon, self.label = TextLabel(), TextLabel()
        self.label.setAccessibleName(tr("Verdict"))
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = link_button("")
        self.button.clicked.connect(self.advice_requested)
        self._row = row = QHBoxLayout(self)
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
        self.kind, self._sentence = kind, sentence
        self._show_all()
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
        return self._sentence

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_all()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "button"):
            self._draw()

    def _show_all(self) -> None:
        self.label.setText(self._sentence)
        set_tip(self.label, "")
        QTimer.singleShot(0, self, self._shorten)  # once the layout has given the label its place

    @Slot()
    def _shorten(self) -> None:
        """Leave out the last words that have no room."""
        # Of the bar itself: its parts may not have their places yet.
        beside = self.icon.width() + self._row.spacing()
        if self.button.text():
            beside += self.button.sizeHint().width() + self._row.spacing()
        words, metrics, width = self._sentence.split(" "), self.label.fontMetrics(), max(1, self.width() - beside)
        lines = max(1, self.height() // metrics.lineSpacing())
        for kept in range(len(words), 0, -1):
            text = " ".join(words[:kept]) + ("" if kept == len(words) else " …")
            wanted = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, text)
            if wanted.height() < (lines + 0.5) * metrics.lineSpacing() and wanted.width() <= width:
                break
        if text != self.label.text():
            self.label.setText(text)
            set_tip(self.label, self._sentence)

    def _draw(self) -> None:
        side, height = style.px(16), max(self.label.fontMetrics().height(), style.px(18))
        self.setMinimumHeight(style.px(24))
        self.icon.setFixedSize(side, height)
        if self.kind:
            name, role = KINDS[self.kind]
            self.icon.setPixmap(icons.pixmap(name, side, role, self.devicePixelRatioF()))
        else:
            self.icon.clear()
