"""A notice: a coloured ground with an icon and a sentence, more to unfold, and buttons for what may be done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, menu_text, set_tip

KINDS = {"warning": "warning", "bad": "bad", "leak": "leak", "info": "info"}
COLOURS = {"warning": "warning", "bad": "bad", "leak": "warning", "info": "muted"}


class Notice(QFrame):
    """A coloured ground with a sentence and more of them to unfold; hidden while it has nothing to say.

    Parameters
    ----------
    kind : {"warning", "bad", "leak", "info"}
        Its icon and colour.

    Attributes
    ----------
    headline, details : TextLabel
    toggle : QToolButton
        Checked while the details are unfolded; hidden when there are none.
    buttons : list of QPushButton
        What may be done about it; see `show_actions`.

    Signals
    -------
    action_chosen(int)
        The position of the button that was clicked.
    """

    action_chosen = Signal(object)

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setProperty("role", f"notice-{COLOURS[kind]}")
        self._icon = TextLabel()
        self.headline, self.details = TextLabel(), TextLabel()
        for label in (self.headline, self.details):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            style.set_role(label, "note")
        self.toggle = QToolButton()
        self.toggle.setCheckable(True)
        self.toggle.setProperty("role", "small")
        self.toggle.toggled.connect(self._unfold)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE[1])
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.headline, 1)
        row.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE[1], 6, 6, 6)
        column.setSpacing(style.SPACE[0])
        column.addLayout(row)
        column.addWidget(self.details)
        self.buttons: list[QPushButton] = []
        self._actions = QHBoxLayout()
        self._actions.setSpacing(style.SPACE[1])
        self._actions.addStretch(1)
        column.addLayout(self._actions)
        self.show_sentences("")

    def show_sentences(self, headline: str, details: tuple[str, ...] = ()) -> None:
        """Replace what it says.

        Parameters
        ----------
        headline : str
            Always visible; an empty one hides the notice.
        details : tuple of str
            Shown on demand.
        """
        if (headline, self._joined(details)) != (self.headline.text(), self.details.text()):
            self.toggle.setChecked(False)
        self.headline.setText(headline)
        self.details.setText(self._joined(details))
        self.toggle.setVisible(bool(details))
        self._unfold(self.toggle.isChecked())
        self._draw_icon()
        self.setVisible(bool(headline))

    def add_below(self, widget: QWidget) -> None:
        """Put a widget between the headline and the details."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, widget)

    def show_actions(self, labels: tuple[str, ...]) -> None:
        """Show buttons below the sentences, one for each label."""
        while len(self.buttons) < len(labels):
            button = QPushButton()
            button.setMinimumWidth(1)  # several that are too wide for one row stand below one another
            button.clicked.connect(self._on_clicked)
            self._actions.insertWidget(len(self.buttons), button)
            self.buttons.append(button)
        for button, label in zip(self.buttons, labels, strict=False):
            button.setText(menu_text(label))
        for i, button in enumerate(self.buttons):
            button.setVisible(i < len(labels))
        self._arrange_actions()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_actions()

    def _arrange_actions(self) -> None:
        """Put the buttons into a row where they fit, else below one another."""
        shown = [button.sizeHint().width() for button in self.buttons if not button.isHidden()]
        wanted = sum(shown) + self._actions.spacing() * (len(shown) - 1)
        fits = len(shown) < 2 or wanted <= self.contentsRect().width() - style.SPACE[1] - 6
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._actions.direction() != direction:
            self._actions.setDirection(direction)

    def set_actions_open(self, reason: str) -> None:
        """Allow the buttons, or forbid them for a reason; "" allows them."""
        for button in self.buttons:
            button.setEnabled(not reason)
            set_tip(button, reason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "toggle"):  # it comes before __init__ is done, too
            self._draw_icon()

    def show_folded(self, sentences: tuple[str, ...], many: str) -> None:
        """Show one sentence as it is, and several under a headline that counts them."""
        if len(sentences) <= 1:
            self.show_sentences(sentences[0] if sentences else "")
        else:
            self.show_sentences(many, sentences)

    @staticmethod
    def _joined(details: tuple[str, ...]) -> str:
        return "\n".join(details)

    @Slot()
    def _on_clicked(self) -> None:
        self.action_chosen.emit([button is self.sender() for button in self.buttons].index(True))

    @Slot(bool)
    def _unfold(self, on: bool) -> None:
        self.details.setVisible(on and bool(self.details.text()))
        self.toggle.setIcon(icons.icon("chevron-up" if on else "chevron-down", "muted"))
        self.toggle.setAccessibleName(tr("Hide the details" if on else "Show the details"))
        set_tip(self.toggle, self.toggle.accessibleName())

    def _draw_icon(self) -> None:
        side = style.px(16)
        # As high as a line, so that it stands beside the first one of several.
        self._icon.setFixedSize(side, max(side, self.headline.fontMetrics().height()))
        self._icon.setPixmap(icons.pixmap(KINDS[self._kind], side, COLOURS[self._kind], self.devicePixelRatioF()))
