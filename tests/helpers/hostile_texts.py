"""A walk over everything that a window shows or would show on hover: what a name from outside makes of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import pyqtgraph as pg
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGraphicsItem,
    QGraphicsTextItem,
    QGraphicsView,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from helpers.visible_texts import owner

IMAGE = "\N{OBJECT REPLACEMENT CHARACTER}"
MOST = 12  # rows and columns of a table: more hold the same kinds of text
LONGEST = 3000  # letters: of a text in which a name is one part
ROLES = {
    role: role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.StatusTipRole,
        Qt.ItemDataRole.WhatsThisRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
}
PLAIN, AUTO, MNEMONIC, TITLE = "plain", "auto", "mnemonic", "title"  # how Qt reads a text


def found_in(top: QWidget) -> set[str]:
    """Where in a window, and how, a text from outside does what it should not."""
    found = set()
    for widget in [top, *top.findChildren(QWidget)]:
        for place, how, text in _of(widget):
            if text and (what := faults(how, text)):
                found |= {f"{owner(widget)}: {type(widget).__name__} {place}: {fault}" for fault in what}
    return found


@cache  # each look finds most of the texts of the one before
def faults(how: str, text: str) -> list[str]:
    """What is wrong with one text, read by Qt in that way."""
    said = []
    if how == AUTO and GuiQt.mightBeRichText(text):
        document = QTextDocument()
        document.setHtml(re.sub(r"src=\S+", "", text))  # looked at, not opened
        text = document.toPlainText()
        if IMAGE in text:
            said.append("image")
        if "HOSTILE" in text and not any(kept in text for kept in ("<", "&lt;", "HOSTILE nn", "\u241b")):
            said.append("markup")
    if how == MNEMONIC and "x&y" in text:
        said.append("mnemonic")
    if how == TITLE and re.search(r"(?<!\])\[\*\](?!\[)", text.removesuffix("[*] – mlp_gui")):
        said.append("placeholder")
    if any(_is_control(letter) for letter in text):
        said.append("control")
    if len(text) > LONGEST:
        said.append("long")
    return said


def _is_control(letter: str) -> bool:
    """Unprintable, or one that turns the direction of what follows."""
    harmless = "\n\t\N{NARROW NO-BREAK SPACE}\N{SOFT HYPHEN}\u200b"
    return letter not in harmless and unicodedata.category(letter) in ("Cc", "Cf")


def _of(widget: QWidget) -> Iterator[tuple[str, str, str]]:
    yield "toolTip", AUTO, widget.toolTip()
    yield "whatsThis", AUTO, widget.whatsThis()
    yield "statusTip", PLAIN, widget.statusTip()
    yield "accessibleName", PLAIN, widget.accessibleName()
    if widget.isWindow() and not isinstance(widget, QMenu):
        yield "windowTitle", TITLE, widget.windowTitle()
    if isinstance(widget, QLabel):
        yield "text", PLAIN if widget.textFormat() is Qt.TextFormat.PlainText else AUTO, widget.text()
    elif isinstance(widget, QAbstractButton):
        yield "text", MNEMONIC, widget.text()
    elif isinstance(widget, QGroupBox | QMenu):
        yield "title", MNEMONIC, widget.title()
    elif isinstance(widget, QLineEdit):
        yield "placeholder", PLAIN, widget.placeholderText()
    elif isinstance(widget, QTextEdit):
        yield "document", PLAIN, widget.toPlainText().replace(IMAGE, "") if _is_ours(widget) else widget.toPlainText()
    elif isinstance(widget, QTabBar):
        for i in range(widget.count()):
            yield "tab", MNEMONIC, widget.tabText(i)
            yield "tab", AUTO, widget.tabToolTip(i)
    elif isinstance(widget, QGraphicsView) and widget.scene() is not None:
        yield from _drawn(widget)
    if isinstance(widget, QAbstractItemView | QComboBox) and widget.model() is not None:
        yield from _cells(widget.model())
    yield from _actions(widget.actions())


def _is_ours(widget: QWidget) -> bool:
    return not isinstance(widget, QPlainTextEdit)


def _actions(actions: list[QAction]) -> Iterator[tuple[str, str, str]]:
    for action in actions:
        yield "action text", MNEMONIC, action.text()
        yield "action tip", AUTO, action.toolTip()
        yield "action whatsThis", AUTO, action.whatsThis()


def _cells(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[tuple[str, str, str]]:
    parent = parent or QModelIndex()
    is_list = isinstance(model, QAbstractListModel)  # whose columns are private
    rows, columns = min(model.rowCount(parent), MOST), 1 if is_list else min(model.columnCount(parent), MOST)
    indexes = [model.index(row, column, parent) for row in range(rows) for column in range(columns)]
    heads = [(Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, rows)]
    for role, is_auto in ROLES.items():
        how = AUTO if is_auto else PLAIN
        cells = [(role.name, index.data(role)) for index in indexes]
        titles = [(f"header {role.name}", model.headerData(k, side, role)) for side, n in heads for k in range(n)]
        for place, value in (*cells, *titles):
            if value and isinstance(value, str):
                yield place, how, value


def _drawn(view: QGraphicsView) -> Iterator[tuple[str, str, str]]:
    for item in view.scene().items():
        yield "item toolTip", AUTO, item.toolTip() if isinstance(item, QGraphicsItem) else ""
        if isinstance(item, QGraphicsTextItem):
            yield "text item", PLAIN, item.toPlainText().replace(IMAGE, "<img>")
            if IMAGE in item.toPlainText():
                yield "text item", AUTO, "<img>"
        if isinstance(item, pg.AxisItem):
            yield "axis", PLAIN, item.label.toPlainText()
