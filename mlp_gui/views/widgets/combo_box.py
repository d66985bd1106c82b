"""A combo box for a declared choice; the wheel scrolls the panel instead of changing it unless it has the focus."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from mlp_gui.views.theme.plain_text import plain_tip


class ComboBox(QComboBox):
    """A choice whose entries have a name, which is stored, and a label, which is read.

    Signals
    -------
    edited(str)
        The person has chosen; the name of the entry. Not emitted when a value is shown.
    """

    edited = Signal(object)

    def __init__(self, entries: Iterable[tuple[str, str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The longest entry must not set the width of the form.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._chosen)  # by a person only, unlike currentIndexChanged
        self.set_entries(entries)

    def set_entries(self, entries: Iterable[tuple[str, str, str]]) -> None:
        """Replace the entries; nothing is emitted.

        Parameters
        ----------
        entries : iterable of tuple of str
            (name, label, tooltip) of each.
        """
        with QSignalBlocker(self):
            self.clear()
            for name, label, tip in entries:
                self.addItem(label, name)
                if tip:
                    self.setItemData(self.count() - 1, plain_tip(tip), Qt.ItemDataRole.ToolTipRole)

    def show_value(self, value: str) -> None:
        self.setCurrentIndex(self.findData(value))

    def value(self) -> str:
        return str(self.currentData())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        text = option.currentText if self.currentIndex() >= 0 else self.placeholderText()
        option.currentText = self._fitting(text, field.width())
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _fitting(self, text: str, width: int) -> str:
        """Shorten a text to the room: without its explanation, or with dots (Qt would cut letters)."""
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(text) > width:
            text = text.partition(": ")[0].partition(" (")[0]
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def showPopup(self) -> None:
        # Measuring the names of ten thousand columns would delay the popup.
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24 if self.count() < 1000 else 0)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # it goes on to the panel, which scrolls

    def _chosen(self, index: int) -> None:
        self.edited.emit(self.itemData(index))
