"""The line above the scores: what they are, of which rows and of which weights."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from mlp_gui.core.translation import mark, tr
from mlp_gui.views.charts.header import TextLine
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.training.score_cells import ColumnChooser

SPACING = 8
AVERAGE = mark(
    "The mean of what {n} networks say: of numbers before their unit is put back, of classes as probabilities. Scores, "
    "plots of predictions, What if, importance and exports use it; pictures of weights show the one network."
)


class ScoreHead(QWidget):
    """Title, a sentence, the column whose groups are scored, and the choice of weights; the title leaves first.

    Attributes
    ----------
    sentence : TextLine
    by : ColumnChooser
        The column whose groups are scored by themselves.
    best, last, average : QToolButton
        Which weights the scores belong to; the last one is hidden where there are no other networks.

    Signals
    -------
    best_requested(bool)
        The other scores are wanted: True for the best weights, False for the last ones.
    average_requested
        Those of the average of several networks are wanted.
    """

    best_requested = Signal(bool)
    average_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = TextLabel(tr("Scores"))
        style.set_role(self._title, "heading")
        self.sentence, self.by = TextLine(), ColumnChooser()
        self.best, self.last, self.average = (_choice_button(text) for text in (tr("best"), tr("last"), ""))
        group = QButtonGroup(self)
        for button in (self.best, self.last, self.average):
            group.addButton(button)
        self.average.clicked.connect(self.average_requested)
        self.best.clicked.connect(lambda: self.best_requested.emit(True))
        self.last.clicked.connect(lambda: self.best_requested.emit(False))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(SPACING)
        self._line.addWidget(self._title)
        self._line.addWidget(self.sentence, 1)
        for choice in (self.by, self.best, self.last, self.average):
            self._line.addWidget(choice)
        self.show_average(0, False)
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
        if not self.average.isChecked():
            (self.best if showing_best else self.last).setChecked(True)
        set_tip(
            self.best,
            tr("The weights of the epoch with the best monitored value")
            if best_epoch
            else tr("There are no best weights: nothing has been monitored yet"),
        )
        set_tip(self.last, tr("The weights after the last epoch"))
        self._give_room()

    def show_average(self, n: int, is_shown: bool) -> None:
        """Offer the average of several networks beside the weights of the one.

        Parameters
        ----------
        n : int
            Networks; 0 where there is no average.
        is_shown : bool
        """
        self.average.setVisible(n > 0)
        self.average.setText(tr("average of {n}", n=n))
        set_tip(self.average, tr(AVERAGE, n=n))
        if is_shown:
            self.average.setChecked(True)
        elif self.average.isChecked():
            self.last.setChecked(True)  # until `show_weights` says which
        self._give_room()

    def weights(self) -> str:
        """Return which weights the scores belong to, in words."""
        return next(button for button in (self.best, self.last, self.average) if button.isChecked()).text()

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
        choices = [choice for choice in (self.by, self.best, self.last, self.average) if not choice.isHidden()]
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
