"""The window of the loss surface: which slice, the map, and what lies under the pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mlp_gui.core.number_format import format_number, format_percent
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.core.visible_text import visible
from mlp_gui.engine.inspection.loss_landscape import LossLandscape
from mlp_gui.views.inspector.landscape.landscape_view import LandscapeView
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.icons import application_icon
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.elided_label import ElidedLabel

MAX_NAMES = 5000


class LandscapeWindow(QWidget):
    """Window that asks for slices of the loss and shows the one that was computed.

    Attributes
    ----------
    kind : QComboBox
        Along the path of the run, or over two weights.
    first, second : QComboBox
        The two weights, in the order of θ; hidden along the path.
    landscape_view : LandscapeView
    message_label : ElidedLabel

    Signals
    -------
    trajectory_requested
        The slice along the path of the run.
    weights_requested(int, int)
        The slice over two weights, by their places in θ.
    """

    trajectory_requested = Signal()
    weights_requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)  # a window of its own, deleted with its parent
        self.setWindowTitle(tr("Loss surface"))
        self.setWindowIcon(application_icon())
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(QSize(style.px(720), style.px(600)).boundedTo(self.screen().availableSize() * 0.95))
        self.kind, self.first, self.second = QComboBox(), QComboBox(), QComboBox()
        self.kind.setAccessibleName(tr("Directions of the slice"))
        self.kind.addItem(tr("Along the path of the run"))
        self.kind.addItem(tr("Over two weights"))
        for box, name in ((self.first, tr("First weight")), (self.second, tr("Second weight"))):
            box.setAccessibleName(name)
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)  # what is typed only searches
            completer = box.completer()
            if completer is not None:
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            box.setVisible(False)
        self._again = QPushButton(tr("Draw again"))
        self._again.setIcon(icons.icon("reset"))
        set_tip(self._again, tr("For the run as it stands now."))
        self.landscape_view, self.message_label, self._reading = LandscapeView(), ElidedLabel(), TextLabel()
        style.set_role(self.message_label, "muted")
        self._build()
        self.kind.activated.connect(self._on_kind)
        self.first.activated.connect(self.request_slice)
        self.second.activated.connect(self.request_slice)
        self._again.clicked.connect(self.request_slice)
        self.landscape_view.pointed.connect(self._reading.setText)

    def show_names(self, names: Sequence[str]) -> None:
        """Offer all weights by name, in the order of θ."""
        for at, box in enumerate((self.first, self.second)):
            box.clear()
            box.addItems(list(map(visible, names[:MAX_NAMES])))
            box.setCurrentIndex(min(at, box.count() - 1))

    def show_landscape(self, surface: LossLandscape) -> None:
        self.landscape_view.show_landscape(surface)
        here = surface.trajectory[-1]
        self.message_label.setText(
            tr_n(
                "loss of {n:,} training row; here ({first} | {second}); this plane captures {kept} of the path",
                "loss of {n:,} training rows; here ({first} | {second}); this plane captures {kept} of the path",
                surface.rows,
                first=format_number(float(here[0])),
                second=format_number(float(here[1])),
                kept=format_percent(surface.explained_share),
            )
        )
        set_tip(self.message_label, tr("Open circle: the first kept state. Filled circle: where the run stands."))

    def show_refusal(self, sentence: str) -> None:
        self.landscape_view.show_landscape(None)
        self.message_label.setText(sentence)
        set_tip(self.message_label, sentence)

    @Slot()
    def request_slice(self) -> None:
        """Ask for the chosen slice."""
        if self.kind.currentIndex() == 0:
            self.trajectory_requested.emit()
        elif self.first.count():
            self.weights_requested.emit(self.first.currentIndex(), self.second.currentIndex())

    @Slot()
    def _on_kind(self) -> None:
        over_weights = self.kind.currentIndex() == 1
        self.first.setVisible(over_weights)
        self.second.setVisible(over_weights)
        self.request_slice()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # opened, and not brought back from the task bar
            self.request_slice()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.SPACE[1])
        for widget in (self.kind, self.first, self.second):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._again)
        foot = QHBoxLayout()
        foot.addWidget(self.message_label, 1)
        foot.addWidget(self._reading)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE[2], style.SPACE[1], style.SPACE[2], style.SPACE[1])
        column.addLayout(head)
        column.addWidget(self.landscape_view, 1)
        column.addLayout(foot)
