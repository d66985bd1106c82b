"""The line above the scores: what they are, of which rows and of which weights."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.charts.header import TextLine
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.training.score_cells import ColumnChooser

SPACING = 8


class ScoreHead(QWidget):
    """Title, a sentence, the column whose groups are scored, and the choice of weights; the title leaves first.

    Attributes
    ----------
    sentence : TextLine
    by : ColumnChooser
        The column whose groups are scored by themselves.
    best, last : QToolButton
        Which weights the scores belong to.

    Signals
    -------
    best_requested(bool)
        The other scores are wanted: True for the best weights, False for the last ones.
    """

    best_requested = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._title = TextLabel(tr("Scores"))
        style.set_role(self._title, "heading")
        self.sentence, self.by = TextLine(), ColumnChooser()
        self.best, self.last = _choice_button(tr("best")), _choice_button(tr("last"))
        group = QButtonGroup(self)
        for button in (self.best, self.last):
            group.addButton(button)
        self.best.clicked.connect(lambda: self.best_requested.emit(True))
        self.last.clicked.connect(lambda: self.best_requested.emit(False))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(SPACING)
        self._line.addWidget(self._title)
        self._line.addWidget(self.sentence, 1)
        for choice in (self.by, self.best, self.last):
            self._line.addWidget(choice)
        self.show_weights(0, 0, False)

    def show_weights(self, best_epoch: int, last_epoch: int, showing_best: bool) -> None:
        """Show which weights the scores belong to; an epoch of 0 means that there are none.

        Parameters
        ----------
        best_epoch, last_epoch : int
        showing_best : bool
        """
        self.best.setText(tr("best (epoch {epoch:,})", epoch=best_epoch) if best_epoch else tr("best"))
        self.last.setText(tr("last (epoch {epoch:,})", epoch=last_epoch) if last_epoch else tr("last"))
        self.best.setEnabled(best_epoch > 0)
        self.last.setEnabled(last_epoch > 0)
        (self.best if showing_best else self.last).setChecked(True)
        set_tip(
            self.best,
            tr("The weights of the epoch with the best monitored value")
            if best_epoch
            else tr("There are no best weights: nothing has been monitored yet"),
        )
        set_tip(self.last, tr("The weights after the last epoch"))
        self._give_room()

    def weights(self) -> str:
        """Return which weights the scores belong to, in words."""
        return (self.best if self.best.isChecked() else self.last).text()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # a choice has come, gone or changed its words
            self._give_room()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        choices = [choice for choice in (self.by, self.best, self.last) if not choice.isHidden()]
        taken = sum(choice.minimumSizeHint().width() + SPACING for choice in choices)
        fits = self._title.sizeHint().width() + SPACING + taken <= self.width()
        if self._title.isHidden() is fits:
            self._title.setVisible(fits)


def _choice_button(text: str) -> QToolButton:
    """Return a button of which one at a time is down."""
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setProperty("role", "caption")
    return button
