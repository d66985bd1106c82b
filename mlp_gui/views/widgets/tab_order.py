"""The order of the Tab key: Qt puts a widget that is made later at the end of the window, wherever it is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain_after(anchor: QWidget, container: QWidget) -> QWidget:
    """Let Tab go from one widget through all that takes the focus in another.

    Parameters
    ----------
    anchor, container : QWidget

    Returns
    -------
    QWidget
        The last stop in the container; the anchor when there is none.
    """
    for widget in focusable(container):
        QWidget.setTabOrder(anchor, widget)
        anchor = widget
    return anchor


def focusable(container: QWidget) -> list[QWidget]:
    """Return what Tab stops at inside the container, as it was made. Popups are windows of their own."""
    window = container.window()
    return [
        widget
        for widget in container.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is window
    ]
