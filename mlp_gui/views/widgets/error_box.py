"""What a person sees when something was refused or went wrong: what happened, what to do, and details to copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel
from mlp_gui.views.widgets.buttons import link_button

WIDTH = 480


def show_error(parent: QWidget | None, error: UserError) -> ErrorBox:
    """Say what was refused and what to do, without stopping the program."""
    box = ErrorBox(parent, error.title, (error.detail, error.hint), str(error), "warning")
    box.open()
    return box


def show_crash(parent: QWidget | None, details: str, log_path: str) -> ErrorBox:
    """Say that the program itself failed, without stopping it.

    Parameters
    ----------
    parent : QWidget or None
    details : str
        For a report: what was raised, and where.
    log_path : str
    """
    box = ErrorBox(
        parent,
        tr("Something in the program went wrong."),
        (
            tr("Your table and the run are still there: you can go on, or save them first."),
            tr("It is in the log: {path}", path=log_path),
        ),
        details,
        "bad",
        fold=True,
    )
    box.open()
    return box


class ErrorBox(QDialog):
    """A dialog that says what happened and what to do, with details to copy.

    Attributes
    ----------
    title : TextLabel
    sentences : list of TextLabel
    details : QPlainTextEdit or None
        None unless details can be unfolded.
    unfold : QToolButton
        Shows the details; only there when they can be unfolded.
    copy, close_button : QPushButton
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        sentences: tuple[str, ...],
        details: str,
        kind: str,
        fold: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("mlp_gui")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._details = details
        self.title = _sentence(title)
        style.set_role(self.title, "title")
        self.sentences = [_sentence(text) for text in sentences if text]
        self.details = self._details_field() if fold else None
        self.copy = QPushButton(tr("Copy details"))
        self.copy.setIcon(icons.icon("copy"))
        self.copy.clicked.connect(self._on_copy)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._build(kind)

    def offer(self, text: str, then: Callable[[], None]) -> QPushButton:
        """Add a button for what a person may want to do about it.

        Parameters
        ----------
        text : str
        then : callable
            Called when it is pressed, after the box has closed.
        """
        button = QPushButton(text)
        style.set_role(button, "primary")
        button.clicked.connect(self.accept)  # first: slots are called in the order of their connection
        button.clicked.connect(then)
        self._buttons.addWidget(button)
        button.show()
        button.setDefault(True)
        button.setFocus()
        # The box may be on the screen already.
        self.resize(self.size().expandedTo(self.sizeHint()))
        return button

    def _build(self, kind: str) -> None:
        picture = TextLabel()
        picture.setPixmap(icons.pixmap(kind, style.px(28), kind, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(style.SPACE[1])
        words.addWidget(self.title)
        for label in self.sentences:
            words.addWidget(label)
        if self.details is not None:
            self.unfold = link_button(tr("Details"), "chevron-right")
            self.unfold.setCheckable(True)
            self.unfold.toggled.connect(self._on_unfold)
            words.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
            words.addWidget(self.details)
        body = QHBoxLayout()
        body.setSpacing(style.SPACE[2])
        body.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(words, 1)
        self._buttons = buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(style.SPACE[3],) * 4)
        column.setSpacing(style.SPACE[2])
        column.addLayout(body)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(style.px(WIDTH))
        # In a dialog the focused button is what Enter presses: it closes instead of copying.
        self.close_button.setFocus()

    def _details_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self._details)
        field.setReadOnly(True)
        field.setAccessibleName(tr("Details of the error"))
        field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        field.setMinimumHeight(style.px(160))
        field.hide()
        return field

    @Slot(bool)
    def _on_unfold(self, on: bool) -> None:
        assert self.details is not None
        self.details.setVisible(on)
        self.unfold.setIcon(icons.icon("chevron-down" if on else "chevron-right", "accent"))
        self.adjustSize()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.copy.setText(tr("Copied"))


def _sentence(text: str) -> TextLabel:
    label = TextLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
