"""A list of configs, such as the hidden layers of a network: add, remove, reorder, and the shape that results."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mlp_gui.core.params import Param
from mlp_gui.core.translation import tr
from mlp_gui.views.forms import tooltips
from mlp_gui.views.forms.item_row import ItemRow
from mlp_gui.views.theme import style
from mlp_gui.views.widgets.buttons import link_button
from mlp_gui.views.widgets.tab_order import chain_after


class ConfigList(QWidget):
    """Emits `edited(tuple of configs)`. The rows are reused, so that the focus stays where it is."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, p: Param) -> None:
        super().__init__()
        assert p.item is not None
        self._param, self._item = p, p.item
        self._value: tuple[Any, ...] = ()
        self._rows: list[ItemRow] = []
        self.heading = QLabel(tr(p.label))
        self.heading.setToolTip(tooltips.tip(p))
        self.heading.setProperty("steady", True)
        self.shape = QLabel()
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
        layout.addWidget(self.heading)
        layout.addWidget(self.shape)
        layout.addLayout(self._column)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_value(self, value: tuple[Any, ...]) -> None:
        self._value = tuple(value)
        while len(self._rows) > len(self._value):
            self._rows.pop().discard()
        while len(self._rows) < len(self._value):
            row = ItemRow(self._item, len(self._rows))
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
        """The shape of the whole network above the list, e.g. "13 – 10 – 5 – 1"."""
        self.shape.setText(text)
        self.shape.setVisible(bool(text))

    def rows(self) -> list[ItemRow]:
        return list(self._rows)

    def _emit(self, value: tuple[Any, ...]) -> None:
        self.show_value(value)
        self.edited.emit(value)

    @Slot()
    def _add(self) -> None:
        self._emit((*self._value, self._value[-1] if self._value else self._item()))
        self._rows[-1].show()  # a layout shows its new widget only later, and what is hidden takes no focus
        self._rows[-1].focus()

    def _replaced(self, row: ItemRow, item: Any) -> None:
        self._emit(tuple(item if r is row else old for r, old in zip(self._rows, self._value, strict=True)))

    def _moved(self, row: ItemRow, by: int) -> None:
        start = self._rows.index(row)
        end = start + by
        if 0 <= end < len(self._value):
            value = list(self._value)
            value.insert(end, value.pop(start))
            self._emit(tuple(value))
            self._rows[end].focus()

    def _removed(self, row: ItemRow) -> None:
        i = self._rows.index(row)
        self._emit(self._value[:i] + self._value[i + 1 :])
        (self._rows[min(i, len(self._rows) - 1)].focus if self._rows else self.add_button.setFocus)()
