"""A list of configs, such as the hidden layers of a network: add, remove, reorder, and the shape that results."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mlp_gui.core import number_format
from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, Param, params_of
from mlp_gui.core.translation import tr
from mlp_gui.views.forms import tooltips
from mlp_gui.views.forms.editors import editor_for
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.buttons import link_button, small_button
from mlp_gui.views.widgets.tab_order import chain_after

# Makes the form of a config class without the named parameters. A form contains lists, and a list contains forms:
# the form that makes a list hands over how, so that neither module needs to import the other.
FormFactory = Callable[[type[Config], tuple[str, ...]], Any]


class LayerRow(QWidget):
    """One item: its number, its count, its family member, and buttons to move and remove it (Alt+Up, Alt+Down).

    Attributes
    ----------
    count_editor, member_editor : QWidget or None
        In the line itself; None where the item declares no such setting.
    up, down, remove : QToolButton

    Signals
    -------
    edited(Config)
        The item with another setting.
    moved(int)
        The person wants it one place up (-1) or down (1).
    removed
        The person wants it gone.
    refused(str)
        Why what was entered is not used; "" when all is well again.
    """

    edited = Signal(object)
    moved = Signal(object)
    removed = Signal()
    refused = Signal(str)

    def __init__(self, item_class: type[Config], make_form: FormFactory) -> None:
        super().__init__()
        self._item: Any = None
        self._class, self._make_form = item_class, make_form
        self._extra: QWidget | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(2)
        self._line = QHBoxLayout()
        self._line.setSpacing(style.SPACE[0])
        self._outer.addLayout(self._line)
        self._number = TextLabel()
        self._number.setMinimumWidth(style.px(14))
        style.set_role(self._number, "caption")
        self._line.addWidget(self._number)
        declared = params_of(item_class)
        self._count = next((p for p in declared if p.kind == "int"), None)
        self._member = next((p for p in declared if p.kind == "member"), None)
        self.count_editor = self._inline(self._count, 2)
        self.member_editor = self._inline(self._member, 3)
        self.up = self._button("up", partial(self.moved.emit, -1))
        self.down = self._button("down", partial(self.moved.emit, 1))
        self.remove = self._button("close", self.removed.emit)

    def show_item(self, item: Any, index: int, count: int) -> None:
        """Show an item.

        Parameters
        ----------
        item : Config
        index, count : int
            Its position, from 0, among how many.
        """
        # Only for another kind of member: editors that are made anew lose the focus and what is being typed.
        rebuilt = self._item is None or self._own_class(self._item) is not self._own_class(item)
        self._item = item
        self._number.setText(number_format.format_integer(index + 1))
        if self._count is not None:
            self.count_editor.show_value(getattr(item, self._count.name))
        if self._member is not None:
            self.member_editor.show_value(getattr(item, self._member.name).name)
        if rebuilt:
            self._rebuild_extra(item)
        self._show_extra(item)
        self._name(index, count)

    def focus(self) -> None:
        """Give the focus to the first editor of the line."""
        editor = self.count_editor if self._count is not None else self.member_editor
        editor.setFocus(Qt.FocusReason.TabFocusReason)  # a field then selects its number, to be typed over

    def discard(self) -> None:
        self.hide()  # deleteLater waits for the event loop
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _name(self, index: int, count: int) -> None:
        place = tr("layer {number}", number=index + 1)
        if self._count is not None:
            self.count_editor.setAccessibleName(tr("{setting} of {place}", setting=tr(self._count.label), place=place))
        if self._member is not None:
            self.member_editor.setAccessibleName(
                tr("{setting} of {place}", setting=tr(self._member.label), place=place)
            )
        set_tip(self.up, tr("Move up (Alt+Up)"))
        set_tip(self.down, tr("Move down (Alt+Down)"))
        set_tip(self.remove, tr("Remove {place}", place=place))
        self.up.setAccessibleName(tr("Move up: {place}", place=place))
        self.down.setAccessibleName(tr("Move down: {place}", place=place))
        self.remove.setAccessibleName(tr("Remove: {place}", place=place))
        self.up.setEnabled(index > 0)
        self.down.setEnabled(index < count - 1)

    def _inline(self, p: Param | None, stretch: int) -> Any:
        if p is None:
            return None
        editor: Any = editor_for(p)
        editor.setMinimumWidth(style.px(60))
        set_tip(editor, tooltips.setting_tooltip(p))
        editor.edited.connect(partial(self._edited, p))
        if hasattr(editor, "refused"):
            editor.refused.connect(self.refused)
        self._line.addWidget(editor, stretch)
        return editor

    def _button(self, name: str, slot: Any) -> QToolButton:
        button = small_button(name)
        button.clicked.connect(lambda: slot())  # without the signal's bool
        self._line.addWidget(button)
        return button

    def _edited(self, p: Param, value: Any) -> None:
        if p.kind == "member" and p.family is not None:
            value = p.family.create(value)
        try:
            item = self._item.replace(**{p.name: value})
        except UserError as error:
            self.refused.emit(str(error))
            return
        self.edited.emit(item)

    # --- the settings that do not fit into the line stand in forms beneath it ---

    def _own_class(self, item: Any) -> type[Config] | None:
        return type(getattr(item, self._member.name)) if self._member is not None else None

    def _rebuild_extra(self, item: Any) -> None:
        if self._extra is not None:
            self._extra.hide()
            self._extra.deleteLater()
            self._extra = None
        inline = tuple(p.name for p in (self._count, self._member) if p is not None)
        own = self._own_class(item)
        self._rest = self._member_form = None
        if len(params_of(self._class)) == len(inline) and not (own and params_of(own)):
            return
        self._extra = QWidget()
        column = QVBoxLayout(self._extra)
        column.setContentsMargins(style.px(14) + 4, 0, 0, style.SPACE[0])
        if own is not None and params_of(own):
            self._member_form = self._make_form(own, ())
            self._member_form.config_edited.connect(self._nested)
            column.addWidget(self._member_form)
        if len(params_of(self._class)) > len(inline):
            self._rest = self._make_form(self._class, inline)
            self._rest.config_edited.connect(self.edited)
            column.addWidget(self._rest)
        self._outer.addWidget(self._extra)
        chain_after(self.remove, self._extra)

    def _show_extra(self, item: Any) -> None:
        if self._member_form is not None and self._member is not None:
            self._member_form.show_config(getattr(item, self._member.name))
        if self._rest is not None:
            self._rest.show_config(item)

    def _nested(self, member: Any) -> None:
        assert self._member is not None
        self.edited.emit(self._item.replace(**{self._member.name: member}))


class LayerList(QWidget):
    """A list of configs. The rows are reused, so that the focus stays where it is.

    Attributes
    ----------
    shape : TextLabel
    add_button : QToolButton

    Signals
    -------
    edited(tuple of Config)
        The person has changed, moved, added or removed an item.
    refused(str)
        As that of a row.
    """

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, p: Param, make_form: FormFactory) -> None:
        super().__init__()
        assert p.item is not None
        self._item, self._make_form = p.item, make_form
        self._value: tuple[Any, ...] = ()
        self._rows: list[LayerRow] = []
        heading = TextLabel(tr(p.label))
        set_tip(heading, tooltips.setting_tooltip(p))
        heading.setProperty("steady", True)  # not faint while the list is locked
        self.shape = TextLabel()
        self.shape.setWordWrap(True)
        self.shape.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        style.set_role(self.shape, "caption")
        self.add_button = link_button(tr("Add a layer" if "layer" in p.label.lower() else "Add"), "plus")
        self.add_button.clicked.connect(self._add)
        self._column = QVBoxLayout()
        self._column.setSpacing(style.SPACE[0])
        self.shape.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SPACE[0])
        layout.addWidget(heading)
        layout.addWidget(self.shape)
        layout.addLayout(self._column)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_value(self, value: tuple[Any, ...]) -> None:
        self._value = tuple(value)
        while len(self._rows) > len(self._value):
            self._rows.pop().discard()
        while len(self._rows) < len(self._value):
            row = LayerRow(self._item, self._make_form)
            row.edited.connect(partial(self._replaced, row))
            row.moved.connect(partial(self._moved, row))
            row.removed.connect(partial(self._removed, row))
            row.refused.connect(self.refused)
            self._column.addWidget(row)
            if self._rows:
                chain_after(self._rows[-1].remove, row)
            self._rows.append(row)
        for i, (row, item) in enumerate(zip(self._rows, self._value, strict=True)):
            row.show_item(item, i, len(self._value))

    def show_shape(self, text: str) -> None:
        """Show the shape of the whole network above the list, e.g. "13 – 10 – 5 – 1"."""
        self.shape.setText(text)
        self.shape.setVisible(bool(text))

    def rows(self) -> list[LayerRow]:
        return list(self._rows)

    def _emit(self, value: tuple[Any, ...]) -> None:
        self.show_value(value)
        self.edited.emit(value)

    @Slot()
    def _add(self) -> None:
        self._emit((*self._value, self._value[-1] if self._value else self._item()))
        self._rows[-1].show()  # a layout shows its new widget only later, and what is hidden takes no focus
        self._rows[-1].focus()

    def _replaced(self, row: LayerRow, item: Any) -> None:
        self._emit(tuple(item if r is row else old for r, old in zip(self._rows, self._value, strict=True)))

    def _moved(self, row: LayerRow, by: int) -> None:
        start = self._rows.index(row)
        end = start + by
        if 0 <= end < len(self._value):
            value = list(self._value)
            value.insert(end, value.pop(start))
            self._emit(tuple(value))
            self._rows[end].focus()

    def _removed(self, row: LayerRow) -> None:
        i = self._rows.index(row)
        self._emit(self._value[:i] + self._value[i + 1 :])
        (self._rows[min(i, len(self._rows) - 1)].focus if self._rows else self.add_button.setFocus)()
