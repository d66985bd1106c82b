"""A lesson's page: what to see, a question before it is revealed, and whether the answer was right."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.views.forms.number_parsing import parse_number
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip


class HasQuestion(Protocol):
    """A question of the page."""

    @property
    def text(self) -> str: ...
    @property
    def choices(self) -> tuple[str, ...]: ...


class LessonCard(QWidget):
    """Card with one step of a lesson; hidden while there is no lesson.

    Attributes
    ----------
    verdict : TextLabel
        Whether the last answer was right, and why.
    field : QLineEdit
        Where a number is typed, for a question without choices.
    tell, back, next, end : QAbstractButton
        Give the answer away, show the step before, go on, leave the lesson.

    Signals
    -------
    answered(object)
        Place of the choice, the number that was typed, or None to be told.
    back_requested, next_requested, end_requested
    """

    answered = Signal(object)
    back_requested = Signal()
    next_requested = Signal()
    end_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Lesson"))
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._text, self.verdict = TextLabel(), _words(), _words()
        style.set_role(self._title, "caption")
        self._question = _words()
        style.set_role(self._question, "heading")
        self.field, self._check, self.tell = QLineEdit(), QPushButton(tr("Check")), QPushButton(tr("Tell me"))
        self.field.setAccessibleName(tr("Your answer"))
        self.field.setPlaceholderText(tr("a number"))
        self.field.setMaximumWidth(style.px(120))
        self.next, self.back, self.end = QPushButton(tr("Next")), QPushButton(tr("Back")), QToolButton()
        style.set_role(self.next, "primary")
        self.end.setIcon(icons.icon("close"))
        set_tip(self.end, tr("Leave the lesson. The run stays as it is."))
        self.end.setAccessibleName(tr("Leave the lesson"))
        self._choices: list[QPushButton] = []
        self._answers = QHBoxLayout()
        self._build()
        self._check.clicked.connect(self._on_check)
        self.field.returnPressed.connect(self._on_check)
        self.tell.clicked.connect(self._on_tell)
        self.back.clicked.connect(self.back_requested)
        self.next.clicked.connect(self.next_requested)
        self.end.clicked.connect(self.end_requested)
        self.hide()

    def show_waiting(self, title: str, number: int, count: int) -> None:
        """Show that the step is being carried out."""
        self._show_title(title, number, count)
        self._text.setText(tr("Working …"))
        self._show_question(None)
        self.verdict.hide()
        self.next.setEnabled(False)
        self.back.setEnabled(False)
        self.show()

    def show_page(self, title: str, number: int, count: int, text: str, question: HasQuestion | None) -> None:
        """Show a step. With a question, the next step is possible after an answer.

        Parameters
        ----------
        title : str
            Title of the lesson.
        number, count : int
            Which step it is, from 1, and of how many.
        text : str
        question : HasQuestion or None
        """
        self._show_title(title, number, count)
        self._text.setText(text)
        self._show_question(question)
        self.verdict.hide()
        self.next.setEnabled(question is None)
        self.back.setEnabled(number > 1)
        self.next.setText(tr("Finish" if number == count else "Next"))
        self.show()

    def show_verdict(self, right: bool | None, answer: str, why: str) -> None:
        """Show whether an answer was right.

        Parameters
        ----------
        right : bool or None
            None when the person asked to be told, or when there was no question.
        answer : str
            The right one.
        why : str
        """
        told = f"{answer}." if answer else ""
        said = told if right is None else tr("Right.") if right else tr("Not quite: {answer}.", answer=answer)
        self.verdict.setText(" ".join(sentence for sentence in (said, why) if sentence))
        # Not for None: who asked to be told was neither right nor wrong.
        style.set_mark(self.verdict, "good", right is True)
        self.verdict.setVisible(bool(said or why))
        for widget in (self._question, self.field, self._check, self.tell, *self._choices):
            widget.setEnabled(False)
        self.next.setEnabled(True)
        self.next.setFocus()  # a key goes on

    def take_focus(self) -> None:
        """Let a key go on, if that is possible."""
        if self.next.isEnabled():
            self.next.setFocus()

    def show_second_try(self, given: float | None) -> None:
        """Show that an answer was wrong, mark it, and let the person try once more.

        Parameters
        ----------
        given : float or None
            Place of the choice, or the number.
        """
        self.verdict.setText(tr("Not quite. Try once more, or let yourself be told."))
        style.set_mark(self.verdict, "good", False)
        self.verdict.show()
        self._mark(given)
        for at, button in enumerate(self._choices):
            button.setEnabled(at != given)

    def show_given(self, given: float | None) -> None:
        """Mark the answer that was given, also when the right one is shown."""
        self._mark(given)

    def _mark(self, given: float | None) -> None:
        for at, button in enumerate(self._choices):
            chosen = at == given
            button.setText(f"● {button.text().removeprefix('● ')}" if chosen else button.text().removeprefix("● "))
            button.setAccessibleDescription(tr("your answer") if chosen else "")

    def buttons(self) -> list[QPushButton]:
        """Return the buttons of the question's choices, in order."""
        return self._choices

    def _show_title(self, title: str, number: int, count: int) -> None:
        self._title.setText(tr("Lesson: {title} · {number} of {count}", title=title, number=number, count=count))

    def _show_question(self, question: HasQuestion | None) -> None:
        for button in self._choices:
            button.hide()  # deleteLater waits for the event loop
            button.deleteLater()
        self._choices = []
        self._question.setVisible(question is not None)
        self._question.setText(question.text if question is not None else "")
        is_number = question is not None and not question.choices
        for widget in (self._question, self.field, self._check, self.tell):
            widget.setEnabled(True)
        self.field.setVisible(is_number)
        self._check.setVisible(is_number)
        self.field.clear()
        self.tell.setVisible(question is not None)
        for at, choice in enumerate(question.choices if question is not None else ()):
            button = QPushButton(choice)
            button.clicked.connect(self._on_choice)
            self._choices.append(button)
            self._answers.insertWidget(at, button)

    @Slot()
    def _on_choice(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.answered.emit(self._choices.index(button))

    @Slot()
    def _on_check(self) -> None:
        try:
            number = float(parse_number(self.field.text()))
        except UserError as error:
            self.verdict.setText(str(error))
            self.verdict.show()
            return
        self.answered.emit(number)

    @Slot()
    def _on_tell(self) -> None:
        self.answered.emit(None)

    def _build(self) -> None:
        for widget in (self.field, self._check, self.tell):
            self._answers.addWidget(widget)
        self._answers.addStretch(1)
        self._answers.setSpacing(style.SPACE[1])
        words = QVBoxLayout()
        words.setSpacing(style.SPACE[0])
        for label in (self._title, self._text, self._question):
            words.addWidget(label)
        words.addLayout(self._answers)
        words.addWidget(self.verdict)
        side = QVBoxLayout()
        side.addWidget(self.end, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        side.addStretch(1)
        side.addWidget(self.back)
        side.addWidget(self.next)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.SPACE[2], style.SPACE[1], style.SPACE[1], style.SPACE[1])
        row.setSpacing(style.SPACE[2])
        row.addLayout(words, 1)
        row.addLayout(side)


def _words() -> TextLabel:
    label = TextLabel()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label
