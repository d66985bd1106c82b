"""Every text that a window shows or tells a screen reader, and what of it was not said in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGraphicsScene,
    QGraphicsView,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QTabBar,
    QTextBrowser,
    QWidget,
)

OPEN, SHUT = "⟦", "⟧"
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
# What Qt says itself, translated by Qt's own files.
QTS = {
    *("Cancel", "Close", "OK", "Save", "Discard", "Yes", "No", "Restore Defaults", "&Close", "&Cancel", "&OK", "&Save"),
    *("Scroll Left", "Scroll Right"),
}


OF_KIND: dict[type[QWidget], Callable[[Any], str]] = {
    QLabel: QLabel.text,
    QAbstractButton: QAbstractButton.text,
    QLineEdit: QLineEdit.placeholderText,
    QGroupBox: QGroupBox.title,
    QTextBrowser: QTextBrowser.toPlainText,
}


def pseudo(text: str, n: int) -> str:
    """A language in which every text that went through the translation can be told from one that did not."""
    return f"{OPEN}{text}{SHUT}"


@cache  # a window shows the same texts again and again
def outside(text: str) -> str:
    """What of a shown text stands in no bracket; of a text that was cut at its end, too."""
    depth, rest = 0, []
    for letter in unescape(re.sub(r"<[^>]*>", " ", text)):
        depth += (letter == OPEN) - (letter == SHUT)
        rest.append(letter if depth <= 0 and letter not in (OPEN, SHUT) else " ")
    return "".join(rest)


def untranslated(text: str, names: set[str]) -> list[str]:
    """The words outside of the brackets that are neither a name from the data nor a symbol nor a number."""
    words = re.findall(r"[^\W\d_][\w']*", outside(text))
    return [w for w in words if w not in names and not _is_symbol(w)]


def _is_symbol(word: str) -> bool:
    """One letter, or capitals and digits: x, W1, MSE, CSV; dL, dW2, a₀ and δ₁ of the formulas; exponents such as e5."""
    return len(word) == 1 or word == word.upper() or bool(re.fullmatch(r"d[A-Za-z]\w?|\w[₀-₉\d′²ᵀᵗ]*", word))


def texts(top: QWidget) -> Iterator[tuple[str, str]]:
    """(module of the widget's owner, text) for all widgets of a window, those that are hidden now included."""
    for widget in [top, *top.findChildren(QWidget)]:
        where = owner(widget)
        for text in _of(widget):
            if text and text not in QTS:
                yield where, text


def owner(widget: QWidget | None) -> str:
    """The module of the first of our own widgets around one of Qt's."""
    while widget is not None and not type(widget).__module__.startswith("mlp_gui"):
        widget = widget.parentWidget()
    return "" if widget is None else type(widget).__module__


def _of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.whatsThis(), widget.statusTip())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow() and not isinstance(widget, QMenu):
        yield widget.windowTitle()
    for kind, text in OF_KIND.items():
        if isinstance(widget, kind):
            yield text(widget)
    if isinstance(widget, QTabBar):
        for i in range(widget.count()):
            yield from (widget.tabText(i), widget.tabToolTip(i))
    elif isinstance(widget, QComboBox | QListWidget):
        yield from _items(widget.model())
    elif isinstance(widget, QHeaderView):
        yield from _heads(widget)
    elif isinstance(widget, QGraphicsView) and widget.scene() is not None:
        yield from _drawn(widget.scene())
    yield from _actions(widget.actions())


def _actions(actions: list[QAction]) -> Iterator[str]:
    for action in actions:
        yield from (action.text().replace("&", ""), action.toolTip(), action.statusTip(), action.whatsThis())


def _items(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(), 50)):
        for role in ROLES:
            yield str(model.index(row, 0).data(role) or "")


def _heads(head: QHeaderView) -> Iterator[str]:
    view = head.parentWidget()
    if isinstance(view, QAbstractItemView) and view.model() is not None:
        for i in range(min(head.count(), 50)):
            for role in ROLES:
                yield str(view.model().headerData(i, head.orientation(), role) or "")


def _drawn(scene: QGraphicsScene) -> Iterator[str]:
    for item in scene.items():
        if isinstance(item, pg.AxisItem):
            yield from (item.labelText or "", item.labelUnits or "")
        elif isinstance(item, pg.LabelItem):
            yield str(item.text)
        elif isinstance(item, pg.TextItem):
            yield item.toPlainText()
