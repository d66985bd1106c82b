"""The split at a glance: the strip of rows, its ends, what is under the pointer, and a way to take a stretch out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mlp_gui.core.translation import mark, tr
from mlp_gui.data.preprocessing.split_overview import SplitOverview
from mlp_gui.views.data.panel.split_strip import SplitStrip
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.elided_label import ElidedLabel

HINT = mark("Hover for dates and subsets. Drag to select a stretch, then click to leave it out.")


class SplitView(QWidget):
    """The strip with its two ends and a line below; hidden where single rows are divided by chance.

    Attributes
    ----------
    strip : SplitStrip
    words : ElidedLabel
        What is under the pointer; else where the strip begins.
    leave_out : QToolButton
        Shown while a stretch is chosen.

    Signals
    -------
    leave_out_requested(LeftOut)
    """

    leave_out_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._overview: SplitOverview | None = None
        self._part: slice | None = None
        self._reason = ""
        self.strip = SplitStrip()
        set_tip(self.strip, tr(HINT))
        self.words, self._end = ElidedLabel(), TextLabel()
        for label in (self.words, self._end):
            style.set_role(label, "caption")
        self._end.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.leave_out = QToolButton()
        self.leave_out.setText(tr("Leave out"))
        self.leave_out.setProperty("role", "link")
        line = QHBoxLayout()
        line.setSpacing(style.SPACE[1])
        for widget, stretch in ((self.words, 1), (self._end, 0), (self.leave_out, 0)):
            line.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.strip)
        column.addLayout(line)
        self.strip.pointed.connect(self._on_pointed)
        self.strip.chosen.connect(self._on_chosen)
        self.leave_out.clicked.connect(self._on_leave_out)
        self.show_overview(None)

    def show_overview(self, overview: SplitOverview | None) -> None:
        """Show a split; None hides the strip."""
        self._overview = overview if overview is not None and len(overview.places) else None
        self.strip.show_overview(self._overview)
        self._on_chosen(None)
        self.setVisible(self._overview is not None)

    def set_open(self, reason: str) -> None:
        """Allow rows to be left out, or forbid it for a reason; "" allows it."""
        self._reason = reason
        self.leave_out.setEnabled(not reason)
        set_tip(self.leave_out, reason)

    @Slot(str)
    def _on_pointed(self, text: str) -> None:
        if text:
            self.words.setText(text)
            self._end.hide()
        else:
            self._show_ends()

    def _show_ends(self) -> None:
        overview = self._overview
        if overview is None:
            return
        if self._part is not None:
            ends = [float(overview.places[at]) for at in (self._part.start, self._part.stop - 1)]
            first, last = map(overview.describe, ends)
            self.words.setText(first if first == last else tr("{first} to {last}", first=first, last=last))
        else:
            self.words.setText(overview.describe(float(overview.places[0])))
            self._end.setText(overview.describe(float(overview.places[-1])))
        self._end.setVisible(self._part is None)

    @Slot(object)
    def _on_chosen(self, part: slice | None) -> None:
        self._part = part
        n = sum(self._overview.counts(part)[:3]) if self._overview is not None and part is not None else 0
        self.leave_out.setVisible(n > 0)
        self._show_ends()

    @Slot()
    def _on_leave_out(self) -> None:
        if self._overview is not None and self._part is not None:
            self.leave_out_requested.emit(self._overview.entry(self._part))
