"""The tasks of a class file, each with what is to be reached and how far the network has come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip

MOST_HEIGHT = 88  # pixels at normal text size: four tasks; more are scrolled


class ShownTask(NamedTuple):
    """One task as the card shows it: the teacher's words, what is to be reached, what is there, and whether it is."""

    text: str
    goal: str
    value: str
    reached: bool


class TasksCard(QWidget):
    """Card with the tasks of a class; hidden while there are none.

    Attributes
    ----------
    fold : QToolButton
        Folds the tasks away and shows them again.
    rows : list of tuple of TextLabel
        Mark, words and goal of each task.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Tasks"))
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self.fold = TextLabel(), QToolButton()
        style.set_role(self._title, "caption")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._on_folded)
        self.rows: list[tuple[TextLabel, TextLabel, TextLabel]] = []
        self._inside = QWidget()
        self._inside.setProperty("ground", "panel")
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(style.SPACE[1])
        self._grid.setVerticalSpacing(style.SPACE[0])
        self._grid.setColumnStretch(1, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setProperty("ground", "panel")
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(tr("Tasks"))
        self._scroll.setWidget(self._inside)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE[2], style.SPACE[0], style.SPACE[1], style.SPACE[1])
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._scroll)
        self._on_folded(False)
        self.hide()

    def show_tasks(self, title: str, tasks: Sequence[ShownTask]) -> None:
        """Show the tasks; none hides the card.

        Parameters
        ----------
        title : str
            Of the class file.
        tasks : sequence of ShownTask
        """
        self.setVisible(bool(tasks))
        if not tasks:
            return
        n = sum(task.reached for task in tasks)
        count = tr("{n:,} of {all:,} tasks reached", n=n, all=len(tasks))
        self._title.setText(f"{title} · {count}" if title else count)
        if len(self.rows) != len(tasks):
            self._rebuild(len(tasks))
        for labels, task in zip(self.rows, tasks, strict=True):
            _fill(labels, task)
        self._fit()

    def _rebuild(self, count: int) -> None:
        for label in (label for row in self.rows for label in row):
            self._grid.removeWidget(label)
            label.hide()  # deleteLater waits for the event loop
            label.deleteLater()
        self.rows = [(TextLabel(), TextLabel(), TextLabel()) for _ in range(count)]
        for at, (sign, words, goal) in enumerate(self.rows):
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            style.set_role(goal, "caption")
            self._grid.addWidget(sign, at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, at, 1)
            self._grid.addWidget(goal, at, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)

    def _fit(self) -> None:
        """Be as high as the tasks are, up to where they are scrolled."""
        width = max(self._scroll.viewport().width(), style.px(300))
        needed = self._grid.heightForWidth(width) if self._grid.hasHeightForWidth() else self._grid.sizeHint().height()
        self._scroll.setFixedHeight(min(needed, style.px(MOST_HEIGHT)) + 2)

    @Slot(bool)
    def _on_folded(self, on: bool) -> None:
        self._scroll.setVisible(not on)
        said = tr("Show the tasks") if on else tr("Fold the tasks away")
        self.fold.setIcon(icons.icon("chevron-right" if on else "chevron-down"))
        self.fold.setAccessibleName(said)
        set_tip(self.fold, said)


def _fill(labels: tuple[TextLabel, TextLabel, TextLabel], task: ShownTask) -> None:
    sign, words, goal = labels
    sign.setText("✓" if task.reached else "○")
    sign.setAccessibleName(tr("Reached") if task.reached else tr("Not reached yet"))
    style.set_mark(sign, "good", task.reached)
    words.setText(task.text or task.goal)
    now = tr("now {value}", value=task.value) if task.value else ""
    goal.setText(" · ".join(part for part in (task.goal if task.text else "", now) if part))
