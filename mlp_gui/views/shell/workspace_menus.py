"""The menus of the workspace: where a plot can be moved to, and which plots a place can be given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from mlp_gui.core.dataset import Task
from mlp_gui.core.translation import mark, tr
from mlp_gui.views.charts.plot import Plot
from mlp_gui.views.shell.workspace_layouts import MOVES

GROUPS = (mark("Training"), mark("Network"), mark("Evaluation"), mark("Understanding"))


def make_tab_menu(parent: QWidget, here: str, move: Callable[[str], None], close: Callable[[], None]) -> QMenu:
    """Make the menu of a tab.

    Parameters
    ----------
    parent : QWidget
    here : str
        Place that the plot is in.
    move : callable
        Called with the place that was chosen.
    close : callable
    """
    menu = _menu(parent)
    for place_name, text in MOVES.items():
        if place_name != here:
            menu.addAction(tr(text), partial(move, place_name))
    menu.addSeparator()
    menu.addAction(tr("Close"), close)
    return menu


def make_add_menu(
    parent: QWidget, kinds: Iterable[type[Plot]], task: Task | None, show: Callable[[str], None]
) -> QMenu:
    """Make the menu of plots that a place can be given, by their groups.

    Parameters
    ----------
    parent : QWidget
    kinds : iterable of Plot classes
    task : Task or None
        What they are called for.
    show : callable
        Called with the name of the plot that was chosen.
    """
    menu, group = _menu(parent), ""
    for kind in sorted(kinds, key=lambda kind: GROUPS.index(kind.group)):
        if group and kind.group != group:
            menu.addSeparator()
        group = kind.group
        menu.addAction(kind.title_for(task, True), partial(show, kind.name))
    return menu


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
