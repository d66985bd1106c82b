"""A card about a task in the background: its name, its progress, the time left, and Cancel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from mlp_gui.core import number_format
from mlp_gui.core.translation import tr
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel


class TaskCard(QFrame):
    """Floats above the lower right corner of a window, so that nothing moves when it comes and goes.

    Attributes
    ----------
    title, time : TextLabel
        What is being done, and the time left or passed.
    bar : QProgressBar
        From 0 to 1000; without a range while the share is not known.
    cancel : QPushButton

    Signals
    -------
    cancel_requested
        Stop the task; the card stays until it is hidden.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice-muted")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.time = TextLabel(), TextLabel()
        style.set_role(self.time, "caption")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress in the background"))
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.clicked.connect(self.cancel_requested)
        words = QHBoxLayout()
        words.addWidget(self.title, 1)
        words.addWidget(self.time)
        left = QVBoxLayout()
        left.setSpacing(style.SPACE[0])
        left.addLayout(words)
        left.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(style.SPACE[1],) * 4)
        row.setSpacing(style.SPACE[1])
        row.addLayout(left, 1)
        row.addWidget(self.cancel)
        self.hide()

    def show_task(self, host: QWidget, title: str, share: float | None, passed: float) -> None:
        """Show the card, or what is new on it.

        Parameters
        ----------
        host : QWidget
            The window to float on.
        title : str
        share : float or None
            Share that is done, 0 to 1; None when it is not known.
        passed : float
            Seconds since the start.
        """
        if self.parentWidget() is not host:
            self.setParent(host)  # this hides it until show()
            host.installEventFilter(self)
        self.title.setText(title)
        self.setAccessibleName(title)
        self.bar.setRange(0, 1000 if share is not None else 0)
        if share is not None:
            self.bar.setValue(round(1000 * share))
        self.time.setText(_time(share, passed))
        self.show()
        self._place()
        self.raise_()  # what was made later lies above it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.parentWidget() and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        host, gap = self.parentWidget(), style.SPACE[3]
        if host is not None:
            self.resize(max(style.px(340), self.sizeHint().width()), self.sizeHint().height())
            size = self.size()
            place = QRect(QPoint(host.width() - size.width() - gap, host.height() - size.height() - 2 * gap), size)
            self.setGeometry(free_place(place, self._buttons(host), gap, host.height() // 2))

    def _buttons(self, host: QWidget) -> list[QRect]:
        """Return where the buttons of the window are."""
        return [
            QRect(button.mapTo(host, QPoint(0, 0)), button.size())
            for button in host.findChildren(QAbstractButton)
            if button.isVisible() and button.window() is host.window() and not self.isAncestorOf(button)
        ]


def free_place(place: QRect, taken: Sequence[QRect], gap: int, highest: int) -> QRect:
    """Return a place further up that covers nothing; the first one where there is none.

    Parameters
    ----------
    place : QRect
    taken : sequence of QRect
        What may not be covered.
    gap : int
        Pixels between both.
    highest : int
        The least y of the result.
    """
    free = QRect(place)
    while covered := [rect for rect in taken if rect.intersects(free)]:
        free.moveBottom(min(rect.top() for rect in covered) - gap - 1)
        if free.top() < highest:
            return place
    return free


def _time(share: float | None, passed: float) -> str:
    """Return the time left once there is something to judge it by, else the time that has passed."""
    if share is not None and share >= 0.05:
        return tr("{time} left", time=number_format.format_duration(passed * (1 - share) / share))
    return number_format.format_duration(passed)
