"""The time line under the plots: back and forward through the run, epoch by epoch, by dragging or by playing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, menu_text, set_tip
from mlp_gui.views.training.timeline_slider import TimelineSlider
from mlp_gui.views.widgets.buttons import step_button

FRAMES = 15  # a second, while playing
SECONDS = (5, 20, 60)  # that playing the whole line takes


@dataclass(frozen=True)
class TimelineState:
    """What the bar shows.

    Attributes
    ----------
    start, end : int
        First and last epoch that can be shown.
    here : float
        Epoch that is shown, with the share of the next one.
    best : int
        Best epoch; 0 for none.
    batch : str
        Place inside the epoch, in words; "" at its border.
    used, budget : int
        Memory of the kept weights, in bytes.
    branches : tuple of tuple
        Number, name and the epoch where it leaves this line, of each branch.
    """

    start: int
    here: float
    end: int
    best: int
    batch: str = ""
    used: int = 0
    budget: int = 0
    branches: tuple[tuple[int, str, int], ...] = ()


def early_epochs_reason(start: int) -> str:
    """Say why nothing before that epoch can be reached."""
    return tr(
        "The time line begins at epoch {epoch:,}: the weights before are in no older file, "
        "or did not fit into its memory.",
        epoch=start,
    )


class TimelineBar(QWidget):
    """Shows a TimelineState; emits where the person wants to be.

    Attributes
    ----------
    track : TimelineSlider
    label : TextLabel
        Which epoch is shown, of how many.
    origin : TextLabel
        Where the line begins, if that is not at epoch 0.
    first, back, play, forward, last, best : QToolButton
    menu : QMenu
        Memory, speed and branches; filled when it opens.

    Signals
    -------
    epoch_requested(int)
        By dragging, by playing, or by a button.
    back_requested, forward_requested
        To the epoch before or after the shown one.
    branch_chosen(int)
        Number of the branch.
    budget_chosen(int)
        Memory for kept weights, in bytes.
    """

    epoch_requested = Signal(object)
    back_requested = Signal()
    forward_requested = Signal()
    branch_chosen = Signal(object)
    budget_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Time line"))
        self._line = TimelineState(0, 0.0, 0, 0)
        self._played, self._seconds = 0.0, SECONDS[0]
        self.first = step_button("first", tr("First epoch (Home)"))
        self.back = step_button("chevron-left", tr("One epoch back (Left)"))
        self.play = step_button("play", tr("Play the run from here"))
        self.play.setCheckable(True)
        self.forward = step_button("chevron-right", tr("One epoch on (Right)"))
        self.last = step_button("last", tr("Last epoch (End)"))
        self.best = step_button("best", tr("Best epoch (Shift+B)"))
        self.track, self.label = TimelineSlider(), TextLabel()
        self.origin = TextLabel()  # where the line begins, if that is not at epoch 0
        style.set_role(self.origin, "muted")
        self._more = step_button("more", tr("Memory, speed, branches"))
        self.label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        style.set_role(self.label, "muted")
        self.menu = QMenu(self)
        self._more.setMenu(self.menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu.aboutToShow.connect(self._fill_menu)
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // FRAMES)
        self._timer.timeout.connect(self._on_tick)
        self._build()
        self._connect()
        self.show_line(self._line, tr("Nothing has been trained yet."))

    def show_line(self, line: TimelineState, refusal: str | None) -> None:
        """Show a state; `refusal` is why the run cannot be moved now, None when it can."""
        self._line = line
        self.track.show_line(line.start, line.here, line.end, line.best, tuple(at for _, _, at in line.branches))
        self.origin.setVisible(line.start > 0)
        self.origin.setText(tr("from epoch {epoch:,}", epoch=line.start))
        set_tip(self.origin, early_epochs_reason(line.start))
        epoch = int(line.here)
        self.label.setText(
            tr("epoch {epoch:,}, {batch}", epoch=epoch, batch=line.batch)
            if line.batch
            else tr("epoch {epoch:,} of {last:,}", epoch=epoch, last=line.end)
        )
        allowed = refusal is None
        self.track.setEnabled(allowed)
        set_tip(self.track, refusal or tr("Drag along the run: weights, gradients, predictions and scores follow."))
        before, after = allowed and line.here > line.start, allowed and line.here < line.end
        for button, possible in (
            (self.first, before),
            (self.back, before),
            (self.last, after),
            (self.forward, after),
            (self.play, allowed and line.end > line.start),
            (self.best, allowed and line.best > 0 and line.best != line.here),
        ):
            button.setEnabled(possible)
        if not allowed:
            self.play.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "label"):
            self._set_widths()

    # --- playing ---------------------------------------------------------------------------------------------

    @Slot(bool)
    def _on_play(self, on: bool) -> None:
        self.play.setIcon(icons.icon("pause" if on else "play"))
        if not on:
            self._timer.stop()
            return
        line = self._line
        self._played = float(line.start if line.here >= line.end else line.here)  # at the end, from the start
        self._timer.start()

    @Slot()
    def _on_tick(self) -> None:
        line = self._line
        # An epoch a second at least.
        self._played += max(1 / FRAMES, (line.end - line.start) / (self._seconds * FRAMES))
        if self._played >= line.end:
            self.play.setChecked(False)
        self.epoch_requested.emit(min(int(self._played), line.end))

    # --- own -------------------------------------------------------------------------------------------------

    def _fill_menu(self) -> None:
        self.menu.clear()
        line = self._line
        used = self.menu.addAction(
            tr("Time line: {used:.1f} of {budget:,.0f} MB used", used=line.used / 1e6, budget=line.budget / 1e6)
        )
        used.setEnabled(False)  # a fact, nothing to choose
        for megabytes in (16, 64, 256, 1024):
            action = self._entry(
                tr("Keep up to {megabytes:,} MB", megabytes=megabytes), line.budget == megabytes * 1_000_000
            )
            action.setData(megabytes * 1_000_000)
            action.triggered.connect(self._on_budget)
        self.menu.addSeparator()
        for seconds in SECONDS:
            action = self._entry(tr("Play the run in {seconds} s", seconds=seconds), seconds == self._seconds)
            action.setData(seconds)
            action.triggered.connect(self._on_seconds)
        if line.branches:
            self.menu.addSeparator()
        for number, name, _ in line.branches:
            action = self._entry(name, False)
            action.setData(number)
            action.triggered.connect(self._on_branch)

    def _entry(self, text: str, checked: bool) -> QAction:
        action = self.menu.addAction(menu_text(text))
        action.setCheckable(checked)
        action.setChecked(checked)
        return action

    def _on_budget(self) -> None:
        self.budget_chosen.emit(self._chosen())

    def _on_seconds(self) -> None:
        self._seconds = self._chosen()

    def _on_branch(self) -> None:
        self.branch_chosen.emit(self._chosen())

    def _chosen(self) -> int:
        action = self.sender()
        assert isinstance(action, QAction)
        return int(action.data())

    def _connect(self) -> None:
        self.track.epoch_requested.connect(self._on_wanted)
        self.first.clicked.connect(lambda: self._on_wanted(self._line.start))
        self.last.clicked.connect(lambda: self._on_wanted(self._line.end))
        self.best.clicked.connect(lambda: self._on_wanted(self._line.best))
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.forward_requested)
        self.play.toggled.connect(self._on_play)

    @Slot(object)
    def _on_wanted(self, epoch: int) -> None:
        # Who goes somewhere by hand does not want to be carried on.
        self.play.setChecked(False)
        self.epoch_requested.emit(epoch)

    def _set_widths(self) -> None:
        self.label.setMinimumWidth(
            self.label.fontMetrics().horizontalAdvance(tr("epoch {epoch:,} of {last:,}", epoch=10_000, last=10_000))
            + style.SPACE[1]
        )

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(style.SPACE[1], 2, style.SPACE[1], 2)
        row.setSpacing(2)
        for widget in (self.first, self.back, self.play, self.forward, self.last, self.best):
            row.addWidget(widget)
        row.addSpacing(style.SPACE[1])
        row.addWidget(self.origin)
        row.addWidget(self.track, 1)
        row.addWidget(self.label)
        row.addWidget(self._more)
        self._set_widths()
