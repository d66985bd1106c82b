"""Small flat buttons: a link of a few words, an icon alone, a step along something."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from mlp_gui.views.theme import icons
from mlp_gui.views.theme.plain_text import set_tip


def link_button(text: str, icon_name: str = "") -> QToolButton:
    """Make a flat button of words; reachable with Tab, pressed with Space.

    Parameters
    ----------
    text : str
    icon_name : str
        An icon before the text; none when omitted.
    """
    button = QToolButton()
    button.setText(text)
    if icon_name:
        button.setIcon(icons.icon(icon_name, "accent"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setProperty("role", "link")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def small_button(icon_name: str, name: str = "", tip: str = "") -> QToolButton:
    """Make a flat button with only an icon.

    Parameters
    ----------
    icon_name : str
    name : str
        What a screen reader says.
    tip : str
        Tooltip; the name when omitted.
    """
    button = QToolButton()
    button.setIcon(icons.icon(icon_name, "muted"))
    button.setProperty("role", "small")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(name)
    set_tip(button, tip or name)
    return button


def step_button(icon_name: str, tip: str) -> QToolButton:
    """Make a button of a row that walks along something.

    Parameters
    ----------
    icon_name : str
    tip : str
        Tooltip, with the key in brackets; without it, what a screen reader says.
    """
    button = QToolButton()
    button.setIcon(icons.icon(icon_name))
    set_tip(button, tip)
    button.setAccessibleName(tip.split(" (")[0])
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
