"""The window of the loss surface: which slice, the map, and what lies under the pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mlp_gui.core.number_format import number, percent
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.inspection.loss_landscape import Surface
from mlp_gui.views.inspector.landscape.landscape_view import SurfacePicture
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.icons import application_icon
from mlp_gui.views.widgets.elided_label import ElidedLabel

MOST_NAMES = 5000


class SurfaceWindow(QWidget):
    """Emits `path_wanted()` or `weights_wanted(first, second)` with places in θ."""

    path_wanted = Signal()
    weights_wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
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
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer = box.completer()
            if completer is not None:
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            box.setVisible(False)
        self.again = QPushButton(tr("Draw again"))
        self.again.setIcon(icons.icon("reset"))
        self.again.setToolTip(tr("For the run as it stands now."))
        self.picture, self.said, self.reading = SurfacePicture(), ElidedLabel(), QLabel()
        style.set_role(self.said, "muted")
        self._build()
        self.kind.activated.connect(self._on_kind)
        self.first.activated.connect(self.ask)
        self.second.activated.connect(self.ask)
        self.again.clicked.connect(self.ask)
        self.picture.pointed.connect(self.reading.setText)

    def show_names(self, names: Sequence[str]) -> None:
        """names: of all weights, by their places in θ."""
        for at, box in enumerate((self.first, self.second)):
            box.clear()
            box.addItems(list(names[:MOST_NAMES]))
            box.setCurrentIndex(min(at, box.count() - 1))

    def show_surface(self, surface: Surface) -> None:
        self.picture.show_surface(surface)
        here = surface.path[-1]
        self.said.setText(
            tr_n(
                "loss of {n:,} training row; here ({first} | {second}); the slice holds {kept} of the movement",
                "loss of {n:,} training rows; here ({first} | {second}); the slice holds {kept} of the movement",
                surface.rows,
                first=number(float(here[0])),
                second=number(float(here[1])),
                kept=percent(surface.kept),
            )
        )
        self.said.setToolTip(tr("Open circle: the first kept state. Filled circle: where the run stands."))

    def show_refusal(self, sentence: str) -> None:
        self.picture.show_surface(None)
        self.said.setText(sentence)
        self.said.setToolTip(sentence)

    @Slot()
    def ask(self) -> None:
        """Ask for the chosen slice."""
        if self.kind.currentIndex() == 0:
            self.path_wanted.emit()
        elif self.first.count():
            self.weights_wanted.emit(self.first.currentIndex(), self.second.currentIndex())

    @Slot()
    def _on_kind(self) -> None:
        over_weights = self.kind.currentIndex() == 1
        self.first.setVisible(over_weights)
        self.second.setVisible(over_weights)
        self.ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.ask()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.SPACE[1])
        for widget in (self.kind, self.first, self.second):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.again)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.reading)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE[2], style.SPACE[1], style.SPACE[2], style.SPACE[1])
        column.addLayout(head)
        column.addWidget(self.picture, 1)
        column.addLayout(foot)
