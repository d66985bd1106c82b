"""The editor for each kind of declared parameter.

An editor is a widget with `show_value(value)` and the signals `edited(value)` (the person entered a valid one) and,
where text can be wrong, `refused(sentence)`.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Param, checked
from mlp_gui.core.translation import localize_signs, shorten_exponent, tr
from mlp_gui.views.forms import tooltips
from mlp_gui.views.forms.number_field import NumberField
from mlp_gui.views.forms.number_parsing import parse_number
from mlp_gui.views.theme import style
from mlp_gui.views.widgets.combo_box import ComboBox
from mlp_gui.views.widgets.toggle import Toggle


def editor_for(p: Param) -> QWidget:
    """Make an editor for the parameter, not yet showing a value; groups and lists of configs are the form's job."""
    if p.optional:
        return OptionalEditor(p)
    return _editor(p)


def _editor(p: Param) -> Any:
    if p.kind == "bool":
        return Toggle()
    if p.kind in ("int", "float"):
        return NumberField(p)
    if p.kind == "choice":
        return ComboBox((name, tr(label), "") for name, label in p.choices)
    if p.kind == "member":
        return member_choice(p)
    if p.kind == "list":
        return ListField(p)
    return TextField(p)


def member_choice(p: Param) -> ComboBox:
    """Make a combo box with the members of the parameter's family; their docstrings are the tooltips."""
    assert p.family is not None
    return ComboBox((m.name, tr(m.label), tooltips.member_tooltip(m)) for m in p.family)


class TextField(QLineEdit):
    """A field for a declared text.

    Signals
    -------
    edited(object)
        The person has entered another valid value.
    refused(str)
        Why a text is not accepted; "" when all is well again.
    """

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, p: Param, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._param = p
        self._value: Any = ""
        self.editingFinished.connect(self._commit)

    def show_value(self, value: Any) -> None:
        if value == self._value and self.isModified():  # what is being typed is left alone
            return
        self._value = value
        self.setText(self.written(value))
        self._mark("")

    def written(self, value: Any) -> str:
        """Return the value as text."""
        return str(value)

    def read(self, text: str) -> Any:
        """Return the text as a value.

        Raises
        ------
        UserError
            If it is not a valid one.
        """
        return checked(self._param, text.strip())

    @Slot()
    def _commit(self) -> None:
        # editingFinished comes with every loss of the focus, too.
        if not self.isModified():
            return
        try:
            value = self.read(self.text())
        except UserError as error:
            self._mark(str(error))
            return
        self.setModified(False)  # now, for show_value leaves a text alone that is being typed
        changed = value != self._value
        self.show_value(value)
        if changed:
            self.edited.emit(value)

    def _mark(self, sentence: str) -> None:
        style.set_mark(self, "invalid", bool(sentence))
        self.refused.emit(sentence)


class ListField(TextField):
    """A field for several numbers or words, separated by blanks (words also by commas)."""

    def written(self, value: Any) -> str:
        if self._param.item is str:
            return ", ".join(value)
        return "  ".join(localize_signs(shorten_exponent(repr(v))) for v in value)

    def read(self, text: str) -> Any:
        if self._param.item is str:
            return tuple(word.strip() for word in text.split(",") if word.strip())
        # A comma with a blank separates; one without may be a decimal sign.
        words = text.replace(";", " ").replace(", ", " ").split()
        return checked(self._param, [parse_number(word, self._param.item is int) for word in words])


class OptionalEditor(QWidget):
    """A switch and, while it is on, the editor of the value; off means "none".

    It has no focus proxy: Qt 6.11 takes such a widget for a stop of its own, and Tab then never comes round.

    Attributes
    ----------
    switch : Toggle
    inner : QWidget
        Editor of the value; disabled while the switch is off.

    Signals
    -------
    edited(object)
        The person has entered another value, or flipped the switch; None for off.
    refused(str)
        As that of the inner editor.
    """

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, p: Param, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._param = p
        self.switch = Toggle()
        self.switch.setAccessibleName(tr("{setting}: use a value", setting=tr(p.label)))
        self.inner = _editor(p)
        self.inner.setAccessibleName(tr(p.label))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE[1])
        row.addWidget(self.switch)
        row.addWidget(self.inner, 1)
        self._last: Any = self._first_value()
        self.switch.edited.connect(self._flipped)
        self.inner.edited.connect(self._entered)
        if hasattr(self.inner, "refused"):
            self.inner.refused.connect(self.refused)
        self.inner.setEnabled(False)

    def show_value(self, value: Any) -> None:
        self.switch.show_value(value is not None)
        self.inner.setEnabled(value is not None)
        if value is not None:
            self._last = value
        if self._last is not None:
            self.inner.show_value(self._last)

    def _first_value(self) -> Any:
        p = self._param
        if p.default is not None:
            return p.default
        if p.kind == "member" and p.family is not None:
            return p.family.names()[0]
        if p.kind == "choice":
            return p.choices[0][0]
        if p.kind in ("int", "float"):
            low = (p.low or 0) + (1 if p.low_open and p.kind == "int" else 0)
            return int(low) if p.kind == "int" else float(low) or 0.1
        return {"bool": False, "list": ()}.get(p.kind, "")

    @Slot(object)
    def _flipped(self, on: bool) -> None:
        self.inner.setEnabled(on)
        self.edited.emit(self._last if on else None)

    @Slot(object)
    def _entered(self, value: Any) -> None:
        self._last = value
        self.edited.emit(value)
