"""The tabs of one place: they stand where the plot's title would, and can be dragged to another place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QTabBar, QToolButton, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import style
from mlp_gui.views.theme.icons import icon
from mlp_gui.views.theme.plain_text import set_tip

MIME = "application/x-mlp-gui-plot"


class Tabs(QTabBar):
    """Tabs of one place; one that is pulled away is dragged by its plot's name.

    Signals
    -------
    menu_requested(int, QPoint)
        Index of the tab, -1 beside them, and the place on the screen.
    """

    menu_requested = Signal(object, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("role", "plots")
        self._pressed: QPoint | None = None

    def names(self) -> list[str]:
        return [str(self.tabData(k)) for k in range(self.count())]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(self.tabAt(event.pos()), event.globalPos())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        # Twice Qt's distance: a hand that slips while it clicks on a tab does not drag the plot away.
        if (event.position().toPoint() - self._pressed).manhattanLength() > 2 * QApplication.startDragDistance():
            at, self._pressed = self.tabAt(self._pressed), None
            if at >= 0:
                drag = QDrag(self)
                data = QMimeData()
                data.setData(MIME, str(self.tabData(at)).encode())
                drag.setMimeData(data)
                drag.exec(Qt.DropAction.MoveAction)  # runs an event loop of its own until the drop


class TabStrip(QWidget):
    """The tabs and a small button that opens another plot beside them.

    Attributes
    ----------
    tabs : Tabs

    Signals
    -------
    add_requested(QPoint)
        Where the menu is to open on the screen.
    """

    add_requested = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.tabs = Tabs()
        self._add = QToolButton()
        self._add.setIcon(icon("plus", "muted"))
        set_tip(self._add, tr("Show another plot in this place"))
        self._add.setAccessibleName(tr("Show another plot in this place"))
        self._add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._add.clicked.connect(self._on_add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.tabs)
        row.addWidget(self._add)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._set_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event):
            self._set_height()

    def _set_height(self) -> None:
        self.setFixedHeight(style.px(24))
        self._add.setIconSize(QSize(style.px(12), style.px(12)))

    def show_tabs(self, entries: list[tuple[str, str, str]], current: str) -> None:
        """Show tabs, each with name, text and tooltip, and which one is in front."""
        tabs = self.tabs
        tabs.blockSignals(True)  # nobody has chosen a tab here
        while tabs.count() > len(entries):
            tabs.removeTab(tabs.count() - 1)
        for k, (name, text, tip) in enumerate(entries):
            if k == tabs.count():
                tabs.addTab(text)
            tabs.setTabText(k, text)
            tabs.setTabData(k, name)
            tabs.setTabToolTip(k, tip)
            if name == current:
                tabs.setCurrentIndex(k)
        style.set_mark(tabs, "single", len(entries) == 1)  # alone, it reads as a title
        tabs.blockSignals(False)

    def _on_add(self) -> None:
        self.add_requested.emit(self._add.mapToGlobal(QPoint(0, self._add.height())))
