"""Where the parts of the inspector are: stages above, steps left, numbers in the middle, picture and proofs right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel


class HeightClass(IntEnum):
    """How much height the parts have, which decides what they show of themselves."""

    LEAST = 0
    TIGHT = 1
    LOW = 2
    FULL = 3


def height_class_for(height: int) -> HeightClass:
    """Return the class of a body that is so many pixels high."""
    return HeightClass(sum(height >= style.px(least) for least in (230, 350, 500)))


@dataclass(frozen=True)
class Parts:
    """Widgets that are to be arranged, named by what they show."""

    stages: QWidget
    steps: QWidget
    header: QWidget
    strip: QWidget
    table: QWidget
    sum: QWidget
    picture: QWidget
    path: QWidget
    gradient_check_card: QWidget
    footer: QWidget


@dataclass(frozen=True)
class Arrangement:
    """Layout of a window, and the containers that the window needs to know.

    Attributes
    ----------
    rows : QVBoxLayout
        The whole window.
    pages : QStackedWidget
        Either `body` or `empty`.
    body : QSplitter
        Steps, numbers and pictures, side by side.
    empty : TextLabel
        Says why there is nothing to see.
    """

    rows: QVBoxLayout
    pages: QStackedWidget
    body: QSplitter
    empty: TextLabel


def arrange(parts: Parts) -> Arrangement:
    """Lay the parts out; the caller sets the rows as its layout."""
    body = QSplitter(Qt.Orientation.Horizontal)
    for part in (parts.steps, _numbers(parts), _side(parts)):
        body.addWidget(part)
    body.setSizes([220, 770, 280])  # whatever the text size: the parts' minimum widths follow it
    body.setStretchFactor(1, 1)  # a wider window is for the numbers
    body.setChildrenCollapsible(False)
    empty = TextLabel()
    empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
    empty.setWordWrap(True)
    pages = QStackedWidget()
    pages.addWidget(empty)
    pages.addWidget(body)
    rows = QVBoxLayout()
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(1)
    rows.addWidget(parts.stages)
    rows.addWidget(pages, 1)
    rows.addWidget(parts.footer)
    return Arrangement(rows, pages, body, empty)


def _numbers(parts: Parts) -> QSplitter:
    middle = QWidget()
    column = QVBoxLayout(middle)
    column.setContentsMargins(style.SPACE[2], style.SPACE[1], style.SPACE[2], style.SPACE[1])
    column.setSpacing(style.SPACE[1])
    column.addWidget(parts.header)
    column.addWidget(parts.strip)
    column.addWidget(parts.table, 1)
    numbers = QSplitter(Qt.Orientation.Vertical)
    numbers.addWidget(middle)
    numbers.addWidget(_scrolled(parts.sum, tr("The chosen number written out")))
    numbers.setSizes([500, 220])
    numbers.setChildrenCollapsible(False)
    return numbers


def _side(parts: Parts) -> QScrollArea:
    cards = QWidget()
    cards.setProperty("ground", "panel")
    column = QVBoxLayout(cards)
    column.setContentsMargins(style.SPACE[2], style.SPACE[1], style.SPACE[2], style.SPACE[1])
    column.setSpacing(style.SPACE[2])
    column.addWidget(parts.picture, 1)
    column.addWidget(parts.path)
    column.addWidget(parts.gradient_check_card)
    area = _scrolled(cards, tr("Network, path of the sum, proof"))
    area.setMinimumWidth(style.px(215))
    return area


def _scrolled(widget: QWidget, name: str) -> QScrollArea:
    """Wrap a widget so that what does not fit on a low window is scrolled to, never cut off."""
    area = QScrollArea()
    area.setProperty("ground", "panel")
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    area.setMinimumHeight(style.px(40))
    return area
