"""The training doctor in the window: a remark in the status line; pressed, it gives evidence and offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import style
from mlp_gui.views.theme.icons import icon
from mlp_gui.views.theme.plain_text import TextLabel, set_tip


class HasDiagnosis(Protocol):
    """What the doctor has found."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def offer(self) -> str: ...
    @property
    def region(self) -> tuple[float, float] | None: ...


class DiagnosticsButton(QToolButton):
    """Button with the last diagnosis; hidden while there is none. Pressed, it opens a card with all of them.

    Signals
    -------
    apply_requested(HasDiagnosis)
        The offer of this diagnosis is wanted.
    region_shown(tuple or None)
        First and last epoch that the open diagnosis is about; None when the card is closed.
    """

    apply_requested = Signal(object)
    region_shown = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._diagnoses: tuple[HasDiagnosis, ...] = ()
        self.setObjectName("doctor")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_tip(self, tr("What the program has noticed about this run, with its evidence"))
        self.clicked.connect(self.open)
        self._card: DiagnosticsCard | None = None
        self._draw()

    def show_diagnoses(self, remarks: Sequence[HasDiagnosis]) -> None:
        """Show diagnoses, the most important first; none hides the button."""
        if tuple(remarks) == self._diagnoses:
            return
        self._diagnoses = tuple(remarks)
        self._draw()
        if self._card is not None and self._card.isVisible():
            self._card.hide()

    @staticmethod
    def height_in_line() -> int:
        """Return its height in pixels, whether it is shown or not."""
        return style.px(20)

    def open(self) -> None:
        """Show the card above the button."""
        if self._card is not None:
            self._card.deleteLater()
        card = DiagnosticsCard(self._diagnoses, self)
        card.applied.connect(self.apply_requested)
        card.closed.connect(lambda: self.region_shown.emit(None))
        self._card = card
        card.adjustSize()  # its height is needed before it is shown, to place it above
        corner = self.mapToGlobal(QPoint(self.width(), 0))
        card.move(corner.x() - card.width(), corner.y() - card.height() - 6)
        card.show()
        self.region_shown.emit(next((r.region for r in self._diagnoses if r.region is not None), None))

    @property
    def card(self) -> DiagnosticsCard | None:
        return self._card

    def _draw(self) -> None:
        more = f" (+{len(self._diagnoses) - 1})" if len(self._diagnoses) > 1 else ""
        self.setText(" " + self._diagnoses[-1].title + more if self._diagnoses else "")
        self.setStyleSheet("#doctor { padding: 0px 4px; border-width: 1px; }")  # not of the card, which is a child
        self.setFixedHeight(self.height_in_line())
        self.setIcon(icon("warning", "warning"))
        self.setVisible(bool(self._diagnoses))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event):
            self.setFixedHeight(self.height_in_line())
            self.setIcon(icon("warning", "warning"))


class DiagnosticsCard(QFrame):
    """The diagnoses one below the other, each with its offer.

    Attributes
    ----------
    buttons : list of QPushButton
        Of the offers; a diagnosis without one has no button.

    Signals
    -------
    applied(HasDiagnosis)
        Its offer was pressed.
    closed
        The card was hidden, by a choice or by a click elsewhere.
    """

    applied = Signal(object)
    closed = Signal()

    def __init__(self, remarks: Sequence[HasDiagnosis], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)  # a click elsewhere closes it
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE[2], style.SPACE[2], style.SPACE[2], style.SPACE[2])
        column.setSpacing(style.SPACE[2])
        self.buttons: list[QPushButton] = []
        for remark in remarks:
            column.addLayout(self._part(remark))

    def _part(self, remark: HasDiagnosis) -> QVBoxLayout:
        title, sentence = TextLabel(remark.title), TextLabel(remark.sentence)
        style.set_role(title, "heading")
        sentence.setWordWrap(True)
        sentence.setFixedWidth(style.px(400))
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        part = QVBoxLayout()
        part.setSpacing(style.SPACE[0])
        part.addWidget(title)
        part.addWidget(sentence)
        if remark.offer:
            button = QPushButton(remark.offer)
            button.clicked.connect(lambda: self._apply(remark))
            self.buttons.append(button)
            row = QHBoxLayout()
            row.setContentsMargins(0, style.SPACE[0], 0, 0)
            row.addWidget(button)
            row.addStretch(1)
            part.addLayout(row)
        return part

    def _apply(self, remark: HasDiagnosis) -> None:
        self.hide()
        self.applied.emit(remark)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()
