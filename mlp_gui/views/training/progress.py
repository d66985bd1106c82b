"""How far a run is: the epoch counter, the bar with time left and speed, and the word for the state."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from mlp_gui.core import number_format
from mlp_gui.core.translation import format_localized, mark, tr
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip

WORDS = {
    "empty": (mark("No data"), "muted"),
    "unbuilt": (mark("Not built"), "warning"),
    "ready": (mark("Ready"), "muted"),
    "running": (mark("Running"), "accent"),
    "paused": (mark("Paused"), "warning"),
    "finished": (mark("Finished"), "good"),
    "failed": (mark("Failed"), "bad"),
}


class AdaptiveLabel(TextLabel):
    """Its full text where there is room for it, else the shorter one."""

    def __init__(self) -> None:
        super().__init__()
        self._full = self._short = ""

    def show_texts(self, full: str, short: str) -> None:
        if (full, short) != (self._full, self._short):
            self._full, self._short = full, short
            self._choose()
            self.updateGeometry()  # its hints depend on the texts

    def sizeHint(self) -> QSize:
        return QSize(self._wide(self._full), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(self._short), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        self.setText(self._full if self.width() >= self._wide(self._full) else self._short)

    def _wide(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + 2


class EpochCounter(QWidget):
    """Epochs completed of all; as wide as its largest number from the start.

    Attributes
    ----------
    number : TextLabel
        Epochs completed, in large digits.
    total : AdaptiveLabel
        The most that are allowed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.number = TextLabel("0")
        self.total = AdaptiveLabel()
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        style.set_role(self.number, "counter")
        style.set_role(self.total, "muted")
        set_tip(self, tr("Epochs completed of the most that are allowed. An epoch is one pass over all training rows."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE[0] + 2)
        row.addWidget(self.number)
        row.addWidget(self.total)
        self._epoch, self._max = 0, 0
        self.show_epoch(0, 0)

    def show_epoch(self, epoch: int, max_epochs: int) -> None:
        self._epoch, self._max = epoch, max_epochs
        self.number.setText(number_format.format_integer(epoch))
        self.total.show_texts(tr("/ {most:,} epochs", most=max_epochs), tr("/ {most:,}", most=max_epochs))
        self.setAccessibleName(tr("Epoch {epoch} of {most}", epoch=epoch, most=max_epochs))
        self._set_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_max"):
            self._set_width()

    def _set_width(self) -> None:
        # Figures need not be equally wide: zeros make room for any other.
        widest = number_format.format_integer(max(self._epoch, self._max, 1000)).translate(
            str.maketrans("123456789", "000000000")
        )
        font = style.font(style.COUNTER, bold=True)
        self.number.setFixedWidth(QFontMetrics(font).horizontalAdvance(widest) + 2)


class RunProgressBar(QWidget):
    """Bar with the place inside the epoch at its left, and time left and speed at its right.

    Attributes
    ----------
    place : TextLabel
        Where in the epoch the run is.
    pace : AdaptiveLabel
        Time left and epochs per second; the former alone where there is little room.
    bar : QProgressBar
        From 0 to 1000.
    """

    def __init__(self) -> None:
        super().__init__()
        self.place, self.pace = TextLabel(), AdaptiveLabel()
        self.pace.setAlignment(Qt.AlignmentFlag.AlignRight)
        for label in (self.place, self.pace):
            style.set_role(label, "caption")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(tr("Progress of the run"))
        self._running = False
        words = QHBoxLayout()
        words.addWidget(self.place)
        words.addWidget(self.pace, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE[0])
        column.addStretch(1)
        column.addLayout(words)
        column.addWidget(self.bar)
        column.addStretch(1)

    def show_running(self, running: bool) -> None:
        """Show time left and speed, which belong to a run that is going on."""
        self._running = running
        if not running:
            self.pace.show_texts("", "")

    def show_values(
        self, epoch: int, max_epochs: int, speed: float, seconds_left: float | None, batch_text: str
    ) -> None:
        # Qt would paint the bar within setValue, and then once more in the next pass over all that has changed.
        self.bar.setUpdatesEnabled(False)
        self.bar.setValue(round(1000 * min(1.0, epoch / max_epochs)) if max_epochs else 0)
        self.bar.setUpdatesEnabled(True)
        self.place.setText(batch_text)
        if not self._running:
            return
        parts = []
        if seconds_left is not None and math.isfinite(seconds_left):
            parts.append(tr("{time} left", time=number_format.format_duration(seconds_left)))
        if math.isfinite(speed) and speed > 0:
            parts.append(tr("{speed} epochs/s", speed=pace(speed)))
        self.pace.show_texts(" · ".join(parts), parts[0] if parts else "")


def pace(speed: float) -> str:
    """Write epochs per second with three digits at most: it flickers enough as it is."""
    return number_format.format_integer(10 * round(speed / 10)) if speed >= 1000 else format_localized(speed, ".3g")


class StateWord(QWidget):
    """A dot and a word, coloured by what it means; as wide as the widest word."""

    def __init__(self) -> None:
        super().__init__()
        self._phase = "empty"

    def show_phase(self, phase: str) -> None:
        self._phase = phase
        self.setAccessibleName(tr("State: {state}", state=self.text()))
        self.update()

    def text(self) -> str:
        return tr(WORDS[self._phase][0])

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(style.font(style.BODY, bold=True))
        return QSize(
            max(metrics.horizontalAdvance(tr(word)) for word, _ in WORDS.values()) + style.px(16), style.px(24)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = style.current()
        word, role = WORDS[self._phase]
        colour = QColor(getattr(palette, role))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = style.px(8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(0, (self.height() - side) / 2, side, side))
        painter.setPen(colour if role != "muted" else QColor(palette.text))
        painter.setFont(style.font(style.BODY, bold=True))
        painter.drawText(self.rect().adjusted(style.px(14), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, tr(word))
        painter.end()
