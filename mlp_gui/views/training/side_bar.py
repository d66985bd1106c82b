"""The side bar: the story of a run in numbered steps that fold to a summary and say what is missing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.palette import mix_colours
from mlp_gui.views.theme.plain_text import TextLabel, set_tip

WIDTH = 320


class SideBar(QScrollArea):
    """Column of steps that scrolls up and down, never sideways.

    Attributes
    ----------
    steps : list of SideBarStep
        From top to bottom.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._on_range(0, 0)
        self.steps: list[SideBarStep] = []
        inside = QWidget()
        inside.setProperty("ground", "panel")
        self.setProperty("ground", "panel")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(inside)
        self._set_width()

    def add(self, title: str, content: QWidget, is_open: bool) -> SideBarStep:
        """Append a step, numbered by its place.

        Parameters
        ----------
        title : str
        content : QWidget
            Seen while the step is open.
        is_open : bool
        """
        step = SideBarStep(len(self.steps) + 1, title, content)
        step.set_open(is_open)
        self._column.insertWidget(len(self.steps), step)  # above the stretch
        self.steps.append(step)
        return step

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._set_width()

    @Slot(int, int)
    def _on_range(self, low: int, high: int) -> None:
        """Draw the bar only when it has work; it keeps its place, so that nothing moves sideways."""
        style.set_mark(self.verticalScrollBar(), "idle", high <= low)

    def _set_width(self) -> None:
        self.setMinimumWidth(style.px(WIDTH) - 20)


class SideBarStep(QWidget):
    """One step: a header to press, and below it the content, the summary, or what is missing.

    Attributes
    ----------
    number : int
        From 1.
    header : SideBarStepHeader
    summary : TextLabel
        Seen while the step is folded.
    content : QWidget
        Seen while it is open.

    Signals
    -------
    toggled(bool)
        A person opened (True) or folded the step.
    """

    toggled = Signal(bool)

    def __init__(self, number: int, title: str, content: QWidget) -> None:
        super().__init__()
        self.number = number
        self.header = SideBarStepHeader(number, title)
        self.header.clicked.connect(self._on_clicked)
        self.summary = TextLabel()
        self.summary.setWordWrap(True)
        style.set_role(self.summary, "caption")
        self.content = content
        self._missing = ""
        self._open = True
        line = QFrame()
        line.setProperty("role", "hairline")
        inner = QVBoxLayout()
        inner.setContentsMargins(style.SPACE[2], 0, style.SPACE[1], style.SPACE[2])
        inner.setSpacing(0)
        inner.addWidget(self.summary)
        inner.addWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(inner)
        column.addWidget(line)

    def is_open(self) -> bool:
        return self._open

    def set_open(self, is_open: bool) -> None:
        """Open or fold it; a step that misses something shows only what."""
        self._open = is_open
        self._arrange()

    def show_summary(self, text: str) -> None:
        """Set one or two lines that stand for the content while it is folded."""
        self._text = text
        self._arrange()

    def show_missing(self, sentence: str) -> None:
        """Say what is needed before this step makes sense; an empty sentence makes it possible."""
        self._missing = sentence
        self._arrange()

    @Slot()
    def _on_clicked(self) -> None:
        self.set_open(not self._open)
        self.toggled.emit(self._open)

    def _arrange(self) -> None:
        shown = self._open and not self._missing
        text = self._missing or getattr(self, "_text", "")  # a step is opened or folded before its first summary
        self.summary.setText(text)
        self.summary.setVisible(bool(text) and not shown)
        self.content.setVisible(shown)
        self.header.show_state(shown, self._missing)


class SideBarStepHeader(QAbstractButton):
    """The number in a circle, the title, and which way it folds."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self._number = number
        self._shown = True
        self._ring = False
        self.setText(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, shown: bool, missing: str) -> None:
        self._shown = shown
        self.setEnabled(not missing)
        set_tip(self, missing)
        self.setAccessibleName(f"{self._number} {self.text()}")
        self.setAccessibleDescription(missing or tr("open" if shown else "folded"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(style.px(200), style.px(38))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = style.by_keyboard(event)

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), QColor(mix_colours(palette.panel, palette.muted, 0.07)))
        side = style.px(20)
        circle = QRectF(style.SPACE[2], (self.height() - side) / 2, side, side)
        ink = QColor(palette.text if self.isEnabled() else palette.faint)
        ring = QColor(palette.accent if self.isEnabled() else palette.line)
        painter.setPen(QPen(ring, 1.5))
        painter.setBrush(ring if self._shown else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.setFont(style.font(style.CAPTION, bold=True))
        painter.setPen(QColor(palette.accent_text) if self._shown else ring if self.isEnabled() else ink)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        font = style.font(14, bold=True)
        painter.setFont(font)
        painter.setPen(ink)
        left = int(circle.right()) + style.SPACE[1]
        room = self.width() - left - style.px(36)
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, 0, room, self.height(), Qt.AlignmentFlag.AlignVCenter, text)
        if self.isEnabled():
            mark = style.px(16)
            name = "chevron-up" if self._shown else "chevron-down"
            picture = icons.pixmap(name, mark, "muted", self.devicePixelRatioF())
            painter.drawPixmap(self.width() - mark - style.SPACE[1], (self.height() - mark) // 2, picture)
        if self.hasFocus() and self._ring:
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), style.RADIUS, style.RADIUS)
        painter.end()
