"""The first lines of a file as they are, with line numbers; blanks and tabs can be told apart."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import style


class RawLines(QPlainTextEdit):
    """Read-only text with a margin of line numbers, counted from 1 as editors do."""

    def __init__(self) -> None:
        super().__init__()
        self._margin = _Margin(self)
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setAccessibleName(tr("The first lines of the file"))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setStyleSheet("QPlainTextEdit { background: transparent; border: none; border-radius: 0; padding: 0; }")
        option = QTextOption(self.document().defaultTextOption())
        option.setFlags(QTextOption.Flag.ShowTabsAndSpaces)
        self.document().setDefaultTextOption(option)
        self.updateRequest.connect(self._on_update)
        self._set_font()

    def show_lines(self, lines: tuple[str, ...]) -> None:
        text = "\n".join(lines)
        if text != self.toPlainText():
            self.setPlainText(text)

    def _set_font(self) -> None:
        font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        font.setPixelSize(style.px(style.CAPTION + 1))
        self.document().setDefaultFont(font)
        self.setFont(font)
        self.setViewportMargins(self._margin.width_needed(), style.SPACE[0], 0, 0)

    def _on_update(self, rect: QRect, dy: int) -> None:
        self._margin.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._margin.setGeometry(inside.left(), inside.top(), self._margin.width_needed(), inside.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_margin"):
            self._set_font()

    def numbered(self) -> list[tuple[int, float, float]]:
        """Number (from 1), top and height of each line in view."""
        found, block = [], self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > self.viewport().height():
                break
            found.append((block.blockNumber() + 1, box.top(), box.height()))
            block = block.next()
        return found


class _Margin(QWidget):
    """Where the line numbers stand."""

    def __init__(self, lines: RawLines) -> None:
        super().__init__(lines)
        self._lines = lines

    def width_needed(self) -> int:
        return self._lines.fontMetrics().horizontalAdvance("0000") + 2 * style.SPACE[1]

    def sizeHint(self) -> QSize:
        return QSize(self.width_needed(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = style.current()
        painter.fillRect(self.rect(), QColor(palette.panel))
        painter.setPen(QColor(palette.muted))
        painter.setFont(style.font(style.CAPTION))
        for number, top, height in self._lines.numbered():
            place = QRect(0, round(top) + style.SPACE[0], self.width() - style.SPACE[1], round(height))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(number))
        painter.end()
