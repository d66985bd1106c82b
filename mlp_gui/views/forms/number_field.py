"""A field for one number: any size of integer, 1e-4 and 0,01 alike, arrow keys and buttons that step as declared."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from mlp_gui.core import number_format
from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Param, checked
from mlp_gui.core.translation import tr
from mlp_gui.views.forms.number_parsing import parse_number, step_number
from mlp_gui.views.theme import icons, style


# No spin box: QSpinBox holds 32 bits, 1e-4 cannot be typed into QDoubleSpinBox, and both follow the locale.
class NumberField(QLineEdit):
    """A field for a declared number. Escape brings the last valid value back.

    Signals
    -------
    edited(int or float)
        A valid number was entered (Enter, leaving the field) or stepped to.
    refused(str)
        Why a text is not accepted; the value stays the last valid one. "" when all is well again.
    """

    edited = Signal(object)  # Signal(int) would wrap at 2^31 without a word
    refused = Signal(str)

    def __init__(self, p: Param, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._param = p
        self._value: int | float = 0
        label = tr(p.label)
        self._up = self._button("chevron-up", self._step_up, tr("Increase {setting}", setting=label))
        self._down = self._button("chevron-down", self._step_down, tr("Decrease {setting}", setting=label))
        self.setMinimumWidth(style.px(56))
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._commit)

    def value(self) -> int | float:
        """Return the last valid number."""
        return self._value

    def show_value(self, value: int | float) -> None:
        """Show a number; text that is being typed is left alone while the number stays the same."""
        if value == self._value and self.text():
            return
        self._value = value
        self._write()

    def sizeHint(self) -> QSize:
        return QSize(style.px(104), super().sizeHint().height())

    # --- events ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: (True, False), Qt.Key.Key_Down: (False, False)}
        steps |= {Qt.Key.Key_PageUp: (True, True), Qt.Key.Key_PageDown: (False, True)}
        # With Alt they move a layer.
        if event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step(*steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and (self.isModified() or self.property("invalid")):
            self._write()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus() and event.angleDelta().y():
            self.step(event.angleDelta().y() > 0)
            event.accept()
        else:
            event.ignore()  # it goes on to the panel, which scrolls

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.PopupFocusReason:
            self._commit()  # Qt does not, and what the menu does next must not miss the number

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange or style.restyled(event):
            self._place_buttons()

    # --- own ---

    def step(self, up: bool, large: bool = False) -> None:
        """Step from the number in the field, as the parameter declares it.

        Parameters
        ----------
        up : bool
        large : bool
            As Page Up and Page Down do; see `step_number`.
        """
        try:
            start = checked(self._param, parse_number(self.text(), self._param.kind == "int"))
        except UserError:
            start = self._value
        self._accept(checked(self._param, step_number(self._param, start, up, large)))
        self.selectAll()

    @Slot()
    def _step_up(self) -> None:
        self.step(True)

    @Slot()
    def _step_down(self) -> None:
        self.step(False)

    @Slot(str)
    def _typed(self, text: str) -> None:
        # Half a number is no mistake yet: it is marked when the field is left, and read at each letter from then on.
        if self.property("invalid"):
            self._read()

    @Slot()
    def _commit(self) -> None:
        if self.isModified():
            value = self._read()
            if value is not None:
                self._accept(value)

    def _read(self) -> int | float | None:
        try:
            value: int | float = checked(self._param, parse_number(self.text(), self._param.kind == "int"))
        except UserError as error:
            self._mark(str(error))
            return None
        self._mark("")
        return value

    def _accept(self, value: int | float) -> None:
        changed = value != self._value
        self._value = value
        self._write()
        if changed:
            self.edited.emit(value)

    def _write(self) -> None:
        self.setText(number_format.format_setting(self._value))
        self.setModified(False)
        self.setCursorPosition(0)  # setText leaves it at the end, where a long number hides its beginning
        self._mark("")

    def _mark(self, sentence: str) -> None:
        style.set_mark(self, "invalid", bool(sentence))
        self.refused.emit(sentence)

    def _button(self, name: str, slot: object, spoken: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(name, "muted"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same
        button.setAutoRepeat(True)
        button.setCursor(Qt.CursorShape.ArrowCursor)  # or it inherits the field's text cursor
        button.setProperty("role", "stepper")
        button.setAccessibleName(spoken)
        button.clicked.connect(slot)
        return button

    def _place_buttons(self) -> None:
        width, half = style.px(16), (self.height() - 4) // 2
        for button, top in ((self._up, 2), (self._down, self.height() - 2 - half)):
            button.setGeometry(self.width() - width - 3, top, width, half)
        self.setTextMargins(0, 0, width - 2, 0)
