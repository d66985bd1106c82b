"""The one way of text into widgets: a name from a table is shown letter by letter, whatever markup it looks like.

Qt takes a text that begins like HTML for HTML, in labels and in tooltips, and opens the files that it names.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from html import escape
from typing import Any, ParamSpec, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as RichQt
from PySide6.QtWidgets import QLabel, QWidget

from mlp_gui.core.visible_text import visible

P = ParamSpec("P")
_TIPS = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole)
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.AccessibleTextRole)


class RichTip(str):
    """A tooltip that is HTML of the program's own; what comes from outside is escaped in it."""

    __slots__ = ()


class HasToolTip(Protocol):
    """A widget, an action, or an item of a list."""

    def setToolTip(self, text: str, /) -> None: ...


class TextLabel(QLabel):
    """A label that shows its text letter by letter."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(visible(text))


def set_tip(target: HasToolTip, text: str) -> None:
    """Give a widget, an action or an item a tooltip that is shown letter by letter, unless it is a `RichTip`.

    Parameters
    ----------
    target : HasToolTip
    text : str
    """
    target.setToolTip(plain_tip(text))


def plain_tip(text: str) -> str:
    """Return a tooltip that Qt shows letter by letter; a `RichTip` is returned as it is."""
    if isinstance(text, RichTip):
        return text
    text = visible(text)
    return RichQt.convertFromPlainText(text) if RichQt.mightBeRichText(text) else text


def paragraphs(*texts: str) -> RichTip:
    """Return a tooltip of paragraphs, each wrapped where it is long."""
    return RichTip("".join(f"<p>{escape(visible(text))}</p>" for text in texts))


def menu_text(name: str) -> str:
    """Return a name for an entry of a menu or a button, where a single & would underline a letter."""
    return visible(name).replace("&", "&&").replace("\t", " ")


def shown(read: Callable[P, Any]) -> Callable[P, Any]:
    """Decorate `data` or `headerData` of a model: the texts that it gives to views are shown letter by letter."""

    @wraps(read)
    def safe(*args: P.args, **kwargs: P.kwargs) -> Any:
        value = read(*args, **kwargs)
        if type(value) is not str:
            return value
        role = kwargs.get("role", args[-1])
        if role in _TIPS:
            return plain_tip(value)
        return visible(value) if role in _SHOWN or not isinstance(role, int) else value

    return safe
