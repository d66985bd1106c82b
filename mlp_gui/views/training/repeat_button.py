"""The button that trains several networks which differ in their random start, beside the one that trains one."""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.views.theme import icons
from mlp_gui.views.training.step_button import allow

COUNTS = (3, 5, 10, 20)
TIP = mark(
    "Train {n} networks that differ in their random start only: how much of a score is luck, and an average that is "
    "better than most of them. The run in the window stays."
)
GUARD = 0.5  # seconds in which a new word takes no click: it was aimed at the old one


class RepeatButton(QToolButton):
    """Trains so many networks; while they are trained, stops them.

    Attributes
    ----------
    count : int
        How many a click trains.
    changed_at : float
        When the word changed last, by `time.monotonic`.

    Signals
    -------
    repeats_requested(int)
    stop_requested
    study_requested
        Another plan is wanted: folds, a race, a learning curve.
    """

    repeats_requested = Signal(object)
    stop_requested = Signal()
    study_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.count, self._is_busy, self.changed_at = 5, False, -GUARD
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setProperty("role", "split")
        self.clicked.connect(self._on_click)
        menu, self._counts = QMenu(self), list[QAction]()
        for n in COUNTS:
            action = QAction(tr_n("{n} network", "{n} networks", n), menu)
            action.triggered.connect(partial(self._on_count, n))
            self._counts.append(action)
        menu.addActions(self._counts)
        menu.addSeparator()
        more = QAction(tr("Train many networks…"), menu)
        more.triggered.connect(self._on_study)
        menu.addAction(more)
        self.setMenu(menu)
        self.show_state(False, None)

    @property
    def word(self) -> str:
        """What stands on the button where there is room for it."""
        return tr("Stop all") if self._is_busy else tr("Train {n}", n=self.count)

    def show_state(self, is_busy: bool, reason: str | None) -> None:
        """Show whether networks are being trained.

        Parameters
        ----------
        is_busy : bool
        reason : str or None
            Why none can be trained now.
        """
        if is_busy != self._is_busy:
            self._is_busy, self.changed_at = is_busy, time.monotonic()
        for action in self._counts:
            action.setEnabled(not is_busy)
        self.setIcon(icons.icon("stop" if is_busy else "play-many"))
        self.setText(self.word)
        self.setAccessibleName(self.word)
        tip = tr("Stop after those that are finished; they are kept.") if is_busy else tr(TIP, n=self.count)
        allow(self, tip, None if is_busy else reason)
        self._set_width()

    def show_word(self, on: bool) -> None:
        """Show the word beside the icon, or the icon alone where there is little room."""
        self.setToolButtonStyle(
            self.toolButtonStyle().ToolButtonTextBesideIcon if on else self.toolButtonStyle().ToolButtonIconOnly
        )
        self._set_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._set_width()

    def _set_width(self) -> None:
        """Keep the width when the word changes, so that nothing moves."""
        self.setMinimumWidth(0)
        if self.toolButtonStyle() is self.toolButtonStyle().ToolButtonTextBesideIcon:
            advance = self.fontMetrics().horizontalAdvance
            words = (tr("Stop all"), tr("Train {n}", n=max(COUNTS)))
            self.setMinimumWidth(self.sizeHint().width() + max(map(advance, words)) - advance(self.word))

    @Slot()
    def _on_click(self) -> None:
        if time.monotonic() - self.changed_at < GUARD:
            return
        if self._is_busy:
            self.stop_requested.emit()
        else:
            self.repeats_requested.emit(self.count)

    def _on_count(self, n: int, checked: bool = False) -> None:
        self.count = n
        self.show_state(False, None)
        self.repeats_requested.emit(n)

    @Slot()
    def _on_study(self) -> None:
        self.study_requested.emit()
