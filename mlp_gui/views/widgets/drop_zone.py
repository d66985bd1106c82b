"""Where a file can be dropped: a dashed ground with the button that opens one, and the progress while it is read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QPushButton, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from mlp_gui.core.file_names import BYTES, path_from_text
from mlp_gui.core.translation import tr
from mlp_gui.data.open_table import describe_table_kinds
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.palette import mix_colours
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.elided_label import ElidedLabel


class DropZone(QWidget):
    """Where a file can be dropped, with a button to open one; while a file is read, its progress.

    Attributes
    ----------
    open, cancel : QPushButton
    bar : QProgressBar
        From 0 to 1000; without a range while the share is not known.
    reading : ElidedLabel
        Which file is being read.
    pages : QStackedLayout
        0 invites, 1 shows the progress.

    Signals
    -------
    open_requested
        Ask for a file.
    cancel_requested
        Stop reading.
    """

    open_requested = Signal()
    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hot = False
        self._icon = TextLabel()
        self.open = QPushButton(tr("Open a file…"))
        self.open.setIcon(icons.icon("open", "accent_text"))
        set_tip(self.open, tr("Open a table: {tables} (Ctrl+O).", tables=describe_table_kinds()))
        style.set_role(self.open, "primary")
        self.open.clicked.connect(self.open_requested)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.clicked.connect(self.cancel_requested)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(tr("Progress of reading"))
        self.reading = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        self.reading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages = QStackedLayout(self)
        self.pages.addWidget(self._waiting())
        self.pages.addWidget(self._loading())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._draw_icon()

    def show_hot(self, hot: bool) -> None:
        """Light up while a file that could be dropped is above the window."""
        self._hot = hot
        self.update()

    def show_loading(self, name: str | None, fraction: float) -> None:
        """Show that a file is being read, or invite again.

        Parameters
        ----------
        name : str or None
            Of the file; None when nothing is being read.
        fraction : float
            Share that is done, 0 to 1; NaN when it is not known.
        """
        known = fraction == fraction  # NaN is not
        self.bar.setRange(0, 1000 if known else 0)  # without a range, the bar runs to and fro
        self.bar.setValue(round(1000 * fraction) if known else 0)
        self.reading.setText(tr("Reading {name}", name=name) if name else "")
        self.pages.setCurrentIndex(0 if name is None else 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "pages"):  # it comes before __init__ is done, too
            self._draw_icon()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = mix_colours(palette.panel, palette.accent, 0.12) if self._hot else palette.panel
        pen = QPen(QColor(palette.accent if self._hot else mix_colours(palette.line, palette.muted, 0.5)), 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), style.RADIUS, style.RADIUS)
        painter.end()

    def _waiting(self) -> QWidget:
        page = QWidget()
        title = TextLabel(tr("Drop a table here"))
        style.set_role(title, "title")
        hint = TextLabel(tr("One row per case, one column per quantity. Separator, decimal sign and header are found."))
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        style.set_role(hint, "muted")
        column = QVBoxLayout(page)
        column.setContentsMargins(*(style.SPACE[2],) * 4)
        column.setSpacing(style.SPACE[1])
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(hint)
        column.addSpacing(style.SPACE[1])
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        return page

    def _loading(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(*(style.SPACE[3],) * 4)
        column.setSpacing(style.SPACE[2])
        column.addStretch(1)
        column.addWidget(self.reading)
        column.addWidget(self.bar)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        return page

    def _draw_icon(self) -> None:
        self._icon.setPixmap(icons.pixmap("drop", style.px(40), "accent", self.devicePixelRatioF()))


def dropped_file(urls: list[QUrl]) -> str:
    """Return the path of the one local file that is dropped, "" for anything else."""
    if len(urls) != 1 or not urls[0].isLocalFile():
        return ""
    path = urls[0].toLocalFile()
    if "\ufffd" in path:  # which Qt puts in the place of bytes that are no UTF-8, and which names no file
        return path_from_text(BYTES + urls[0].path(QUrl.ComponentFormattingOption.FullyEncoded))
    return path
