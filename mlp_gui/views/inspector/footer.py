"""Walking through the steps: first, previous, play, next, last; and performing the batch in the run."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.buttons import step_button
from mlp_gui.views.widgets.elided_label import ElidedLabel

PLAY_MILLISECONDS = 1400


class InspectorFooter(QWidget):
    """Buttons that walk through the steps and perform the batch, and what happened last.

    Attributes
    ----------
    next, play : QToolButton
    position : TextLabel
        Which step it is, of how many.
    message_label : ElidedLabel
        What happened last.
    undo, apply : QPushButton
        Give the last edited weight its old value; perform the batch in the run.

    Signals
    -------
    step_requested(int)
        Place of the step to go to, from 0.
    apply_requested, undo_requested, save_requested
    """

    step_requested = Signal(object)
    apply_requested = Signal()
    undo_requested = Signal()
    save_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._at, self._count = 0, 0
        self._first = step_button("first", tr("First step (Home)"))
        self._previous = step_button("chevron-left", tr("Previous step (Left)"))
        self.play = step_button("play", tr("Play the steps one by one (Space)"))
        self.next = step_button("chevron-right", tr("Next step (Right)"))
        self._last = step_button("last", tr("Last step (End)"))
        self.play.setCheckable(True)
        self.position, self.message_label = TextLabel(), ElidedLabel()
        style.set_role(self.position, "muted")
        self.undo = QPushButton()
        self.undo.setIcon(icons.icon("undo"))
        self._save = QPushButton()
        self._save.setIcon(icons.icon("save"))
        set_tip(self._save, tr("This iteration on paper (HTML, PDF) or every number as CSV."))
        self.apply = QPushButton(tr("Apply this batch"))
        style.set_role(self.apply, "primary")
        self._timer = QTimer(self)
        self._timer.setInterval(PLAY_MILLISECONDS)
        self._timer.timeout.connect(self._on_tick)
        self._build()
        self._first.clicked.connect(self.go_first)
        self._previous.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self._last.clicked.connect(self.go_last)
        self.play.toggled.connect(self._on_play)
        self.apply.clicked.connect(self.apply_requested)
        self.undo.clicked.connect(self.undo_requested)
        self._save.clicked.connect(self.save_requested)
        self.show_undo(False)
        self._fit()

    def show_step(self, at: int, count: int) -> None:
        self._at, self._count = at, count
        self.position.setText(tr("step {number} of {count}", number=at + 1, count=count) if count else "")
        for button, possible in ((self._first, at > 0), (self._previous, at > 0)):
            button.setEnabled(possible)
        for button in (self.next, self._last):
            button.setEnabled(at < count - 1)
        self.play.setEnabled(count > 0)
        self._save.setEnabled(count > 0)
        if at >= count - 1:
            self.play.setChecked(False)
        self._fit()

    def show_apply(self, refusal: str | None) -> None:
        """Enable the button for the batch, or say why it cannot be performed now."""
        self.apply.setEnabled(refusal is None)
        set_tip(self.apply, refusal or tr("The run takes exactly this step (Ctrl+Return)."))

    def show_undo(self, possible: bool) -> None:
        self.undo.setEnabled(possible)
        set_tip(self.undo, tr("Give the last edited weight its old value." if possible else "No weight was edited."))

    def show_message(self, sentence: str) -> None:
        """Show what happened last, in a sentence."""
        self.message_label.setText(sentence)
        set_tip(self.message_label, sentence)

    @Slot()
    def go_first(self) -> None:
        self._go(0)

    @Slot()
    def go_back(self) -> None:
        self._go(self._at - 1)

    @Slot()
    def go_on(self) -> None:
        self._go(self._at + 1)

    @Slot()
    def go_last(self) -> None:
        self._go(self._count - 1)

    def _go(self, at: int) -> None:
        if 0 <= at < self._count and at != self._at:
            self.step_requested.emit(at)

    @Slot()
    def _on_tick(self) -> None:
        self.go_on()

    @Slot(bool)
    def _on_play(self, on: bool) -> None:
        self.play.setIcon(icons.icon("pause" if on else "play"))
        if not on:
            self._timer.stop()
            return
        if self._at >= self._count - 1:
            self.go_first()
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Fonts come from the style sheet with the first show, and widths from the fonts.
        self._fit()

    def _fit(self) -> None:
        """Save and undo are icons alone where the bar has no room for their words."""
        words = {self._save: tr("Save…"), self.undo: tr("Undo edit")}
        for button, text in words.items():
            button.setAccessibleName(text)
            button.setText(text)
        steps = (self._first, self._previous, self.play, self.next, self._last)
        parts = (*steps, self.position, self._save, self.undo, self.apply)
        # What _build puts between and around the parts.
        gaps = 2 * style.SPACE[2] + style.SPACE[1] + style.SPACE[2] + style.SPACE[0] * len(parts)
        if sum(part.sizeHint().width() for part in parts) + gaps > self.width():
            self._save.setText("")
            self.undo.setText("")

    def hideEvent(self, event) -> None:
        super().hideEvent(event)
        self.play.setChecked(False)  # nobody watches

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(style.SPACE[2], style.SPACE[1], style.SPACE[2], style.SPACE[1])
        row.setSpacing(style.SPACE[0])
        for button in (self._first, self._previous, self.play, self.next, self._last):
            row.addWidget(button)
        row.addSpacing(style.SPACE[1])
        row.addWidget(self.position)
        row.addSpacing(style.SPACE[2])
        row.addWidget(self.message_label, 1)
        for push in (self._save, self.undo, self.apply):
            push.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(push)
