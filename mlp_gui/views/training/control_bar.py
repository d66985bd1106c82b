"""The control bar: Train, Stop and Resume in one place, stepping, reset, how far the run is, and the way out of it."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.translation import mark, tr
from mlp_gui.views.theme import icons, style
from mlp_gui.views.training.progress import EpochCounter, RunProgressBar, StateWord
from mlp_gui.views.training.repeat_button import GUARD, RepeatButton
from mlp_gui.views.training.step_button import StepButton, allow


@dataclass(frozen=True)
class PrimaryAction:
    """What the primary button says and asks for in a phase.

    Attributes
    ----------
    text, tip : str
        English; translated when shown.
    icon : str
        Name of the icon.
    command : str
        Row of the phase table that enables it.
    """

    text: str
    icon: str
    command: str
    tip: str


_TRAIN = PrimaryAction(mark("Train"), "play", "train", mark("Train until it stops by itself (Space)."))
_RESUME = PrimaryAction(mark("Resume"), "resume", "train", mark("Go on exactly where it stopped (Space)."))
PRIMARY = {
    "empty": _TRAIN,
    "unbuilt": _TRAIN,  # with the reason why there is no network
    "ready": _TRAIN,
    "running": PrimaryAction(mark("Stop"), "stop", "stop", mark("Stop after this batch; nothing is lost (Space).")),
    "paused": _RESUME,
    "finished": _RESUME,
    "failed": _RESUME,
}
AIR = 40  # pixels: more than a word needs beside itself, so that words do not come and go


class ControlBar(QWidget):
    """Shows the phase and the progress; emits what the person asks for.

    Attributes
    ----------
    primary : QPushButton
        Train, Stop or Resume, by the phase.
    repeat : RepeatButton
        Several networks.
    step : StepButton
        One epoch; more steps in its menu.
    reset, export : QPushButton
    counter : EpochCounter
    progress : RunProgressBar
    state : StateWord

    Signals
    -------
    train_requested, stop_requested, reset_requested, export_requested
    step_requested(int)
        Train so many epochs.
    batch_requested
        Train one batch.
    """

    train_requested = Signal()
    stop_requested = Signal()
    step_requested = Signal(object)
    batch_requested = Signal()
    reset_requested = Signal()
    export_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Training controls"))
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._phase, self._changed_at = "", -GUARD
        self.primary = QPushButton()
        style.set_role(self.primary, "primary")
        self.primary.clicked.connect(self._on_primary)
        self.repeat, self.step = RepeatButton(), StepButton()
        self.step.step_requested.connect(self.step_requested)
        self.step.batch_requested.connect(self.batch_requested)
        self.step.train_requested.connect(self.train_requested)
        self.reset = QPushButton()
        self.reset.setAccessibleName(tr("Reset"))
        self.reset.setIcon(icons.icon("reset"))
        self.reset.clicked.connect(self.reset_requested)
        self.export = QPushButton()
        self.export.setAccessibleName(tr("Export"))
        self.export.setIcon(icons.icon("export"))
        self.export.clicked.connect(self.export_requested)
        for button in (self.primary, self.repeat, self.step, self.reset, self.export):
            # A clicked button that kept the focus would take the Space key from Train and Stop.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            # pressed comes before clicked, which may begin to train.
            button.pressed.connect(self._finish_editing)
        self.counter, self.progress, self.state = EpochCounter(), RunProgressBar(), StateWord()
        self._build()
        self._set_widths()
        self._words = ((self.step, mark("Step")), (self.reset, mark("Reset")), (self.export, mark("Export")))
        self._show_words(True)
        self.show_phase("empty", {})

    @property
    def is_settled(self) -> bool:
        """Whether the primary button has said for long enough what it says: only then it takes a click."""
        return time.monotonic() - self._changed_at >= GUARD

    def show_phase(self, phase: str, allowed: dict[str, str | None]) -> None:
        """Enable what is possible in a phase, and say why the rest is not.

        Parameters
        ----------
        phase : str
        allowed : dict
            Command to None when it is possible, else to the sentence that says why not.
        """
        if self._phase and PRIMARY[str(phase)].text != PRIMARY[self._phase].text:
            self._changed_at = time.monotonic()
        self._phase = str(phase)
        shown = PRIMARY[self._phase]
        self.primary.setText(tr(shown.text))
        self.primary.setIcon(icons.icon(shown.icon, "accent_text"))
        allow(self.primary, tr(shown.tip), allowed.get(shown.command))
        self.step.show_allowed(allowed)
        allow(self.reset, tr("Back to the same initial weights (Ctrl+R)."), allowed.get("reset"))
        allow(self.export, tr("Take the trained network elsewhere (Ctrl+E)."), allowed.get("export"))
        self.state.show_phase(self._phase)
        self.progress.show_running(self._phase == "running")

    def show_progress(
        self, epoch: int, max_epochs: int, speed: float, seconds_left: float | None, batch_text: str = ""
    ) -> None:
        """Show how far the run is.

        Parameters
        ----------
        epoch, max_epochs : int
            Completed epochs, and the most that are allowed.
        speed : float
            Epochs per second; nan when not known.
        seconds_left : float or None
            None when not known.
        batch_text : str
            Place inside the epoch, in words.
        """
        self.counter.show_epoch(epoch, max_epochs)
        self.progress.show_values(epoch, max_epochs, speed, seconds_left, batch_text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and event.type() is QEvent.Type.StyleChange and hasattr(self, "state"):
            self._set_widths()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # A longer counter asks for a layout without any resize of the bar.
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and hasattr(self, "_words"):
            self._fit()
        return done

    # --- own ---

    def _build(self) -> None:
        line = QFrame()
        line.setProperty("role", "hairline")
        row = QHBoxLayout()
        row.setContentsMargins(style.SPACE[1], style.SPACE[1], style.SPACE[2], style.SPACE[1])
        row.setSpacing(style.SPACE[1])
        for button in (self.primary, self.repeat, self.step, self.reset):
            row.addWidget(button)
        row.addSpacing(style.SPACE[1])
        row.addWidget(self.counter)
        row.addSpacing(style.SPACE[1])
        row.addWidget(self.progress, 1)
        row.addSpacing(style.SPACE[1])
        row.addWidget(self.state)
        row.addSpacing(style.SPACE[1])
        row.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # `minimumSizeHint` knows what can go
        column.addLayout(row)
        column.addWidget(line)

    def _set_widths(self) -> None:
        """Give the primary button the width of its longest word, so that nothing moves with the word."""
        self.primary.ensurePolished()  # its font comes from the style sheet
        widest = max(self.primary.fontMetrics().horizontalAdvance(tr(shown.text)) for shown in PRIMARY.values())
        self.primary.setFixedWidth(widest + style.px(16) + 48)

    def _fit(self) -> None:
        """Where there is no room for them, leave out the words of buttons, then the button of several networks."""
        bare = self.minimumSizeHint().width()
        repeat_fits = bare + self._width_of_repeat() <= self.width()
        if repeat_fits == self.repeat.isHidden():
            self.repeat.setVisible(repeat_fits)
        needed = bare + self._width_of_repeat() + self._width_of_words()
        if (needed <= self.width()) != self._with_words:
            self._show_words(not self._with_words)

    def _width_of_words(self) -> int:
        words = [(self.repeat, self.repeat.word), *((button, tr(text)) for button, text in self._words)]
        return sum(button.fontMetrics().horizontalAdvance(text) + AIR for button, text in words)

    def _width_of_repeat(self) -> int:
        return self.step.minimumSizeHint().width() + style.SPACE[1]  # two icons each, once both are without words

    def minimumSizeHint(self) -> QSize:
        """Return the size without what goes where room is scarce: the words, and the button of several networks."""
        width = super().minimumSizeHint().width()
        if self._with_words:
            width -= self._width_of_words()
        if not self.repeat.isHidden():
            width -= self._width_of_repeat()
        return QSize(width, super().minimumSizeHint().height())

    def _show_words(self, on: bool) -> None:
        kinds = Qt.ToolButtonStyle
        self.step.setToolButtonStyle(kinds.ToolButtonTextBesideIcon if on else kinds.ToolButtonIconOnly)
        for button, text in self._words:
            button.setText(tr(text) if on else "")
        self.repeat.show_word(on)
        self._with_words = on

    @Slot()
    def _finish_editing(self) -> None:
        """Take a number typed into a field that keeps the focus before the button does its work."""
        field = self.window().focusWidget()
        if isinstance(field, QLineEdit) and field.isModified():
            field.editingFinished.emit()

    @Slot()
    def _on_primary(self) -> None:
        if self.is_settled:
            asked = self.stop_requested if PRIMARY[self._phase].command == "stop" else self.train_requested
            asked.emit()
